"""What names what: every id that is used must stand for something in the file or in the game."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from game.scenario.checks.joined_words import without_comma
from game.scenario.checks.lives_checks import check_lives, lives_in
from game.scenario.checks.remarks import unglued, unglued_hint
from game.scenario.checks.spelled_ids import as_id, is_id
from game.scenario.format.archetypes import ARCHETYPES
from game.scenario.format.dials import DIALS
from game.scenario.format.fields import MOST_PEOPLE, Ref
from game.scenario.format.vocabulary import BOTS, MOTIVES, MOVES, SIGNALS
from game.scenario.format.walk import SCENARIO, walk
from game.scenario.problems.phrases import alike, asked, did_you_mean, listed, meant, nearest, nearly, written_otherwise
from game.scenario.problems.problems import Problem
from game.scenario.problems.quoting import short
from game.scenario.reading.picture_files import fault_of
from game.scenario.reading.tree import Node

BLOCKS = {
    "follower": "followers",
    "archetype": "archetypes",
    "motive": "motives",
    "content": "content",
    "event": "timeline",
    "lesson": "teaches",
    "move": "moves",
    "goal": "goals",
}
SHIPPED: dict[str, tuple[str, ...]] = {
    "archetype": tuple(ARCHETYPES),
    "motive": MOTIVES,
    "move": MOVES,
    "bot": BOTS,
    "dial": tuple(DIALS),
}

CROWD = 8  # people, where the file says nothing of a crowd
MOST_LOOKED_INTO = 60  # problems looked into; each compares a name with many others

ALIKE = 0.75  # from which two texts are taken for the same words
ANSWERS = "answer"  # the one kind whose ids stand inside of other entries

Names = dict[str, dict[str, str]]  # kind -> id -> name as players see it
Titles = Callable[[], Mapping[str, Mapping[str, str]]]
"""Gives kind -> id -> title of what ships with the game. It is asked only where a name stands for nothing."""


def names_in(root: Node) -> Names:
    """Everything that can be named: what ships with the game, and what the file defines."""
    found: Names = {kind: dict.fromkeys(ids, "") for kind, ids in SHIPPED.items()}
    for kind, block in BLOCKS.items():
        here = found.setdefault(kind, {})
        node = root.get(block)
        for key, value in node.pairs if node else ():
            label = value.get("name") or value.get("title")
            here[key.value] = label.value if label else ""
    found["life"] = {key.value: "" for lives in lives_in(root).values() for key, _ in lives.pairs}
    found[ANSWERS] = {}
    for answer, words in answers_in(root):
        found[ANSWERS].setdefault(answer.value, words)
    return found


def answers_in(root: Node) -> Iterator[tuple[Node, str]]:
    """The ids of answers, each with what the player can choose."""
    timeline = root.get("timeline")
    for _, event in timeline.pairs if timeline else ():
        choices = event.get("choices")
        for choice in choices.items if choices else ():
            name, label = choice.get("id"), choice.get("label")
            if name is not None and name.kind == "text" and name.value:
                yield name, label.value if label else ""


def check_references(root: Node, folder: Path | None, titles: Titles = dict[str, Mapping[str, str]]) -> list[Problem]:
    """Ids that stand for nothing, pictures that are not there, and entries that lack what only together they need.

    Args:
        root: of the file.
        folder: where its pictures are, if anywhere.
        titles: of what ships with the game, so that an author may be understood who writes what players see.
    """
    names = names_in(root)
    unsure = _unreadable_blocks(root)
    found: list[Problem] = []
    for shape, node, path in walk(SCENARIO, root):
        if node.kind != "text":
            continue
        if len(found) >= MOST_LOOKED_INTO:
            break
        if shape.ref and shape.ref.kinds == ("life",):
            continue  # `check_lives` compares it with the lives of the one person whom it is about
        if shape.ref and any(as_id(name) == node.value for name in _no_ids(shape.ref, names)):
            continue  # it is right; what it names is told to be no id
        if shape.ref and unsure.isdisjoint(shape.ref.kinds) and not _is_known(node.value, shape.ref, names):
            found.append(_unknown(node, shape.ref, _titled(names, titles()), path))
        if shape.picture and node.value.strip() and (fault := fault_of(node.value.strip(), folder)):
            code, what, hint = fault
            found.append(node.problem(code, f"{short(node.value, 60)} {what}.", hint=hint))
    found += _cast(root) + _lines(root) + check_lives(root)
    return found + _own_friends(root) + _starts(root) + _answers_twice(root) + _titles(root) + _dials(root)


def _no_ids(ref: Ref, names: Names) -> Iterator[str]:
    """Names in the file that cannot be ids."""
    return (name for kind in ref.kinds for name in names[kind] if not is_id(name))


def _titled(names: Names, titles: Mapping[str, Mapping[str, str]]) -> Names:
    """The same names, those of the game with the titles that players see."""
    return {
        kind: {name: label or titles.get(kind, {}).get(name, "") for name, label in labels.items()}
        for kind, labels in names.items()
    }


def _unreadable_blocks(root: Node) -> set[str]:
    """Kinds whose block has a misspelt name or no entries to read, so that it cannot be said what it defines."""
    meant = {nearest(key.value, SCENARIO.fields) for key, _ in root.pairs if key.value not in SCENARIO.fields}
    there = {block: root.get(block) for block in BLOCKS.values()}
    misspelt = {block for block, node in there.items() if node is None and block in meant}
    formless = {block for block, node in there.items() if node is not None and node.kind in {"text", "list"}}
    return {kind for kind, block in BLOCKS.items() if block in misspelt | formless}


def _is_known(value: str, ref: Ref, names: Names) -> bool:
    return value in ref.words or any(value in names[kind] for kind in ref.kinds) or not value


def _unknown(node: Node, ref: Ref, names: Names, path: tuple[str, ...]) -> Problem:
    known = {name: label for kind in ref.kinds for name, label in names[kind].items()}
    kind = " or ".join(ref.kinds)
    value = node.value
    code = "base-unknown" if path[-1:] == ("based_on",) else "unknown-id"
    message = f"There is no {kind} '{short(value)}'."
    if code == "base-unknown" and value in names["follower"]:
        hint = f"'{value}' is a follower; put what both share under archetypes: and name that."
        return node.problem(code, message, hint=hint)
    known = {name: label for name, label in known.items() if is_id(name)}
    ids = [*known, *ref.words]
    if several := without_comma(node, ids):
        hint = f"Put a comma between the words: {several}"
        return node.problem(code, message, hint=hint, repair=node.instead(several))
    if apart := unglued(node, ids):
        return node.problem(code, message, hint=unglued_hint(apart), repair=node.instead(apart))
    if named := _called(value, known, 1.0):  # a whole name stands for its id, which may have fewer words
        told = node.problem(code, message, hint=asked(named))
        return replace(told, repair=node.instead(named[0] if len(named) == 1 else ""))
    of_the_game = {*ref.words, *(name for kind in ref.kinds for name in SHIPPED.get(kind, ()))}
    answer = written_otherwise(value, ids)
    answer = answer or (likeliest if (likeliest := meant(value, ids)) in of_the_game else "")
    hint = did_you_mean(value, ids)
    if not hint:
        called = _called(value, known, ALIKE)
        hint = asked(called)
    if not hint:
        hint = _known(listed(ids, near=value), ref) if known else _add_it(ref.kinds[0])
    return node.problem(code, message, hint=hint, repair=node.instead(answer))


def _known(row: str, ref: Ref) -> str:
    """What there is; where that is too much for a line, where the whole of it stands."""
    if row.endswith(", …") and set(ref.kinds) & set(SHIPPED):
        return f"Known: {row.removesuffix(', …')} and others. All: courtship reference --words."
    return f"Known: {row}."


def _called(words: str, known: Mapping[str, str], least: float) -> tuple[str, ...]:
    """The ids of what players know by words as much alike as this, 0..1: more than one where they are as near."""
    labels = alike(words.lower()[:80], {label.lower() for label in known.values() if label}, least)
    return tuple(name for one in labels for name, label in known.items() if label.lower() == one)


def _add_it(kind: str) -> str:
    if kind == ANSWERS:
        return "Write id: with this word at the answer that is meant, beside its label:, or take it out here."
    return f"Add it under {BLOCKS[kind]}:, or take it out here." if kind in BLOCKS else ""


def _cast(root: Node) -> list[Problem]:
    """Somebody must follow, and not more than the model has room for."""
    followers, crowd = root.get("followers"), root.get("crowd")
    named = len(followers.pairs) if followers else 0
    count = crowd.get("count") if crowd else None
    if count is not None and not (count.kind == "text" and count.value.isascii() and count.value.isdigit()):
        return []
    made_up = int(count.value[:6]) if count else CROWD
    head = (crowd and root.key("crowd")) or root.key("followers") or root
    if named + made_up == 0:
        return [head.problem("cast-empty", "Nobody follows in this scenario.", hint="Give crowd › count a number.")]
    if named + made_up > MOST_PEOPLE >= max(named, made_up):
        total = named + made_up
        message = f"{total} people follow, {made_up} of them in the crowd; at most {MOST_PEOPLE} can."
        return [head.problem("too-many", message, hint=f"Write crowd: {{count: {MOST_PEOPLE - named}}} or less.")]
    return []


def _lines(root: Node) -> list[Problem]:
    """Lines are called after what is answered: a signal, or a move."""
    lines, moves = root.get("lines"), root.get("moves")
    known = [*SIGNALS, *MOVES, *(key.value for key, _ in (moves.pairs if moves else ()))]
    found = []
    for key, _ in lines.pairs if lines else ():
        if key.value not in known:
            hint = (
                did_you_mean(key.value, known)
                or f"Lines are called after signals or moves: {listed(known, 8, key.value)}"
            )
            repair = key.instead(nearly(key.value, known))
            message = f"Nobody ever says '{short(key.value)}'."
            found.append(key.problem("line-unknown", message, hint=hint, repair=repair))
    return found[:20]


def _answers_twice(root: Node) -> list[Problem]:
    """Ids of answers are for the whole file, so that a condition needs no more than one word."""
    first: dict[str, Node] = {}
    found = []
    for node, _ in answers_in(root):
        if node.value in first:
            message = f"Two answers are called '{short(node.value)}', so nothing can tell which of them is meant."
            hint = f"Give this one another id, such as {node.value[:38]}_2."
            found.append(
                node.problem("answer-twice", message, hint=hint, also=first[node.value].place("the first one"))
            )
        first.setdefault(node.value, node)
    return found[:20]


def _own_friends(root: Node) -> list[Problem]:
    found = []
    followers = root.get("followers")
    for key, follower in followers.pairs if followers else ():
        knows = follower.get("knows")
        found += [
            item.problem("tie-self", f"{short(key.value)} is said to know themselves.", hint="Take it out.")
            for item in (knows.items if knows else ())
            if item.kind == "text" and item.value == key.value
        ]
    return found


def _starts(root: Node) -> list[Problem]:
    """Events need exactly one way to begin, and a day if it is to vary."""
    found = []
    timeline = root.get("timeline")
    for key, event in [(k, e) for k, e in timeline.pairs if e.kind == "map"] if timeline else ():
        day, when, moves = event.key("day"), event.key("when"), event.get("give_or_take")
        if not (day or when) and not _has(event, "day") and not _has(event, "when"):
            message = f"'{short(key.value)}' has neither 'day' nor 'when', so it never happens."
            found.append(key.problem("event-no-start", message, hint="For example: day: 9"))
        elif day is not None and when is not None:
            message = f"'{short(key.value)}' has both 'day' and 'when'; only one can start it."
            hint = "Keep one; inside 'when', days are written day: {from: 9}."
            found.append(day.problem("event-two-starts", message, hint=hint, also=when.place("the other one")))
        elif day is None and moves is not None and moves.value != "0":
            message = f"'{short(key.value)}' has 'give_or_take' and no 'day' that could come earlier or later."
            hint = "Write day: 9 beside it, or take 'give_or_take' out; what begins by 'when' comes once that holds."
            found.append(moves.problem("event-no-day", message, hint=hint))
    return found


def _has(block: Node, name: str) -> bool:
    """Whether a block has a key, or one that was most likely meant to be it."""
    if block.key(name) is not None:
        return True
    return any(nearest(key.value, (name, "text")) == name for key, _ in block.pairs)


def _titles(root: Node) -> list[Problem]:
    """A move or motive of the author's own needs a title; a built-in one has its own."""
    found = []
    for block, shipped, example in (("moves", MOVES, "Invite to a tasting"), ("motives", MOTIVES, "Collector")):
        node = root.get(block)
        for key, value in node.pairs if node else ():
            if value.kind == "map" and key.value not in shipped and not _has(value, "title"):
                near = did_you_mean(key.value, shipped)
                hint = near or f"For example: title: {example}"
                message = f"{block} › {short(key.value)} needs 'title', as nothing in the game is called so."
                repair = key.instead(nearly(key.value, shipped))
                found.append(key.problem("missing-key", message, hint=hint, repair=repair))
    return found


def _dials(root: Node) -> list[Problem]:
    found = []
    node = root.get("model")
    for key, value in node.pairs if node else ():
        dial = DIALS.get(key.value)
        try:
            number = float(value.value)
        except ValueError:
            continue
        if dial and not dial.low <= number <= dial.high:
            message = f"model › {dial.id} is {short(value.value)}, but it must be {dial.low:g} to {dial.high:g}."
            found.append(value.problem("out-of-range", message, hint=f"{dial.default:g} is the tested value."))
    return found
