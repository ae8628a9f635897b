"""What a scenario tells too soon or not at all, as problems beside those of lint."""

from game.lab.signs.freshness import FEWEST_PLAYS, HEARD, MOST_BY_HEART, Freshness
from game.lab.signs.legibility import DARK, PLAIN, AskingCurve, Legibility
from game.scenario.lint.linting import silenced
from game.scenario.loading import Loaded
from game.scenario.problems.phrases import listed
from game.scenario.problems.problems import Problem
from game.scenario.reading.tree import Node


def examine_freshness(loaded: Loaded, found: Freshness) -> tuple[Problem, ...]:
    """`replay-spoils`, `texts-few`: what one play gives away of the next."""
    if loaded.root is None:
        return ()
    people, problems = loaded.root.key("followers") or _title(loaded.root), []
    if found.by_name > MOST_BY_HEART:
        problems.append(
            people.problem(
                "replay-spoils",
                "Whoever has played before knows by the names alone who is ready. Of two people on the same day, one "
                f"ready and one not, the names tell which in {found.by_name:.0%} of cases; half would be a guess, and "
                f"{MOST_BY_HEART:.0%} leave something to be read.",
                hint=_whose_lives(loaded),
            )
        )
    if found.plays_until_heard < FEWEST_PLAYS:
        problems.append(
            _title(loaded.root).problem(
                "texts-few",
                f"After {found.plays_until_heard} plays {HEARD:.0%} of all texts have been met.",
                hint="Write more lines, and clues and posts for each life.",
            )
        )
    return _kept(problems)


def examine_legibility(loaded: Loaded, found: Legibility) -> tuple[Problem, ...]:
    """`people-plain`, `people-dark`, `peak-at-edge`: whether reading people is worth its while."""
    if loaded.root is None:
        return ()
    people, problems = loaded.root.key("followers") or _title(loaded.root), []
    if found.reader > PLAIN:
        problems.append(
            people.problem(
                "people-plain",
                f"A trained reader knows nearly always who is ready: area {found.reader:.2f}, above {PLAIN:g}.",
                hint="Let more people show a need, or fewer signs stand for it alone.",
            )
        )
    elif found.reader < DARK:
        problems.append(
            people.problem(
                "people-dark",
                f"Even a trained reader cannot tell who is ready: area {found.reader:.2f}, below {DARK:g}.",
                hint="Give more days, more hours, or windows of readiness that are longer.",
            )
        )
    for what, curve in (("likelihood from which one asks", found.thresholds), ("day of asking", found.shifts)):
        if curve.has_edge:
            problems.append(
                _title(loaded.root).problem(
                    "peak-at-edge",
                    f"By the {what}, the score is highest at an end, {_words(curve)}: there is nothing to weigh.",
                    hint="Waiting should cost something, and so should haste. Look at ready: and at the days.",
                )
            )
    return _kept(problems)


def _words(curve: AskingCurve) -> str:
    return f"{curve.best:g} of {curve.x[0]:g} to {curve.x[-1]:g}"


def _whose_lives(loaded: Loaded) -> str:
    """Who wants the same in every game, and how many have lives already."""
    people = loaded.written.followers.values() if loaded.written is not None else ()
    lively = sum(bool(who.lives) for who in people)
    always = [who.name for who in people if who.ready is not None and not who.lives]
    always += [who.name for who in people if who.lives and all(life.ready is not None for life in who.lives.values())]
    count = f"{lively} of {len(people)} followers have lives:."
    if always:
        they = "that one" if len(always) == 1 else "some of them"
        return f"{count} Ready in every game: {listed(always)}. Give {they} a life in which they need nothing."
    return f"{count} Give more of them lives:, so that somebody else needs it in the next game."


def _title(root: Node) -> Node:
    return root.key("title") or root


def _kept(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(p for p in problems if p.code not in silenced(p.excerpt))
