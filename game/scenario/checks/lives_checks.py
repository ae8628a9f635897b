"""Lives: two to four of them, nothing said twice, and conditions that name a life of the right follower."""

from collections.abc import Iterator

from game.scenario.checks.possible_hands import Wish
from game.scenario.format.schema_story import Condition
from game.scenario.format.walk import SCENARIO, walk
from game.scenario.problems.phrases import did_you_mean, listed, written_otherwise
from game.scenario.problems.problems import Problem
from game.scenario.problems.quoting import short
from game.scenario.reading.tree import Node

OF_A_LIFE = ("motive", "wants", "ready", "happy_end")
"""Keys of a follower that a life takes the place of."""


def lives_in(root: Node) -> dict[str, Node]:
    """The followers that have lives: the id of each with the block of their lives."""
    followers = root.get("followers")
    found = {key.value: who.get("lives") for key, who in (followers.pairs if followers else ())}
    return {name: lives for name, lives in found.items() if lives is not None and lives.kind == "map"}


def check_lives(root: Node) -> list[Problem]:
    """What is wrong with lives, each by itself."""
    lives = lives_in(root)
    return [*_single(lives), *_twice(root, lives), *_others(root, lives), *_shown(root)]


def _single(lives: dict[str, Node]) -> Iterator[Problem]:
    for name, block in lives.items():
        if len(block.pairs) == 1:
            message = f"{short(name)} has one life only, so there is nothing to draw."
            hint = "Add a second one; or write its motive, wants and ready with the follower, without lives:."
            yield block.pairs[0][0].problem("life-single", message, hint=hint)


def _twice(root: Node, lives: dict[str, Node]) -> Iterator[Problem]:
    followers = root.get("followers")
    for name in lives:
        who = followers.get(name) if followers else None
        for key, _ in who.pairs if who else ():
            if key.value in OF_A_LIFE:
                message = f"'{key.value}' stands with {short(name)}, who has lives; each game takes that of a life."
                hint = "Move it into the life that it belongs to."
                if key.value == "happy_end":
                    hint = "Take it out: the motive of each life says what a good end is."
                yield key.problem("life-twice", message, hint=hint)


def _others(root: Node, lives: dict[str, Node]) -> Iterator[Problem]:
    """Conditions on a life that this follower does not have; or on somebody without lives."""
    followers = root.get("followers")
    people = {key.value for key, _ in followers.pairs} if followers else set()
    for _, _, block in _conditions(root):
        for who, wanted in block.pairs:
            own = [life.value for life, _ in lives[who.value].pairs] if who.value in lives else []
            named = wanted.items or ((wanted,) if wanted.kind == "text" else ())
            for node in named:
                if node.value not in own and who.value in people:
                    message = f"{short(who.value)} has no life '{short(node.value)}'."
                    hint = did_you_mean(node.value, own) or f"Theirs are: {listed(own)}."
                    repair = node.instead(written_otherwise(node.value, own))
                    hint = hint if own else f"{short(who.value)} has one only."
                    yield node.problem("unknown-id", message, hint=hint, repair=repair)


def _shown(root: Node) -> Iterator[Problem]:
    """A goal is read by the player, and lives are hidden."""
    for path, key, _ in _conditions(root):
        if path[0] == "goals":
            message = "A goal is shown from the first day, so this would give away who has which life."
            yield key.problem("life-shown", message, hint="Say in the goal what must be reached, whoever it is.")


def _conditions(root: Node) -> Iterator[tuple[tuple[str, ...], Node, Node]]:
    """All `lives` of conditions: the way to the condition, the key and the block."""
    for shape, node, path in walk(SCENARIO, root):
        if shape.block is Condition and node.kind == "map":
            key, block = node.key("lives"), node.get("lives")
            if key is not None and block is not None and block.kind == "map":
                yield path, key, block


def impossible(root: Node, motives: dict[str, tuple[str, ...]], wished: dict[str, Wish]) -> Problem:
    """Why no hand of lives meets what `cast` wishes.

    Args:
        root: the tree.
        motives: those that each written follower may have, life by life.
        wished: how many must at least, and may at most, have a motive.
    """
    cast = root.get("cast")
    block = (cast and cast.get("motives")) or root
    for name, (low, high) in wished.items():
        may = [who for who, theirs in motives.items() if name in theirs]
        must = [who for who, theirs in motives.items() if set(theirs) == {name}]
        node = block.key(name) or block
        if low > len(may):
            who = f"only {listed(may)} can be" if may else "nobody can be"
            message = f"At least {low} followers should be {name}, and {who}."
            return node.problem("cast-impossible", message, hint=f"Give more of them a life with motive: {name}.")
        if high < len(must):
            message = f"At most {high} followers may be {name}, and {listed(must)} always are."
            return node.problem("cast-impossible", message, hint="Give them another life as well, or allow more.")
    message = "No way of dealing the lives meets all these wishes together."
    hint = "Allow more or fewer of one motive, or give somebody one more life."
    return (root.key("cast") or root).problem("cast-impossible", message, hint=hint)
