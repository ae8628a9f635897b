"""What playing shows and reading cannot: rare events, lines never said, goals too easy or too hard, a lesson inverted.

Each comes with its place in the file; a remark `# ok: event-rare` silences its line.
Statistics, so careful ones: a note is made only when enough games were played, and an error only when it is clear.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from game.bots.registry import bots
from game.lab.playing.games import Game
from game.lab.playing.run import Results
from game.lab.reports.giving_in import (
    COURTING,
    LEAD,
    POINTS,
    GivingIn,
    Paid,
    games_of_giving_in,
    given_in,
    lead,
    paid,
    paired,
)
from game.lab.reports.playtest import waits_for
from game.lab.reports.said import LineSaid, SaidCounts, lines_said
from game.lab.reports.statistics import share_between
from game.lab.reports.unchosen import hanging_on_people
from game.scenario.checks.locate import spot
from game.scenario.format.schema import Scenario
from game.scenario.lint.linting import silenced, sources_of
from game.scenario.loading import Loaded
from game.scenario.problems.problems import Problem, in_order
from game.scenario.reading.tree import Node
from game.session.words.numbers_told import listed

RARE = 0.01  # of the games: an event that happens in fewer is hardly worth writing
EASY, HARD = 0.8, 0.05  # a goal that even the worst bot reaches so often; that even the best reaches so seldom
ENOUGH = 100  # games, all bots together, before anything is called rare or never
CLUES = "Clues slip out one by one, to whoever talks with somebody: two for a life are met"


@dataclass(frozen=True)
class Seen:
    """What there is to judge by."""

    root: Node
    scenario: Scenario
    games: Mapping[str, tuple[Game, ...]]  # by bot; those alone that see no more than a player does
    said: SaidCounts | None
    lines: tuple[LineSaid, ...]
    given: GivingIn | None = None  # how the courting bot fares that gives in to demands
    by_people: frozenset[str] = frozenset()  # events that hang on an answer which no bot gives

    @property
    def count(self) -> int:
        """How many games were played, all bots together."""
        return sum(map(len, self.games.values()))

    def at(self, *path: str | int) -> Node:
        """The place of an entry in the file; of the title where it is a default that nobody has written."""
        found = spot(self.root, path)
        return found.head if found.found else self.root.key("title") or self.root


def examine_games(
    loaded: Loaded, results: Results, said: SaidCounts | None = None, giving_in: tuple[Game, ...] | None = None
) -> tuple[Problem, ...]:  # fmt: skip
    """What the games of a trial show to be wrong with its scenario, in the order of the file.

    Args:
        loaded: the scenario with its tree.
        results: its games; the first setting only.
        said: what was said in some of them, if that was counted.
        giving_in: what `games_giving_in` gave; left out, these games are played here.
    """
    if loaded.root is None or loaded.scenario is None:
        return ()
    compiled = results.trial.scenario.compiled()
    obeyed = games_giving_in(results) if giving_in is None else giving_in
    lines = lines_said(said, compiled) if said else ()
    seen = Seen(
        root=loaded.root, scenario=compiled.scenario, games=fair_games(results), said=said, lines=lines,
        given=given_in(compiled, results.trial.seed, fair_games(results).get(COURTING, ()), obeyed),
        by_people=hanging_on_people(compiled),
    )  # fmt: skip
    found = [p for rule in RULES for p in rule(seen) if p.code not in silenced(p.excerpt)]
    return in_order(found, (source.name for source in sources_of(loaded.root)))


def fair_games(results: Results) -> dict[str, tuple[Game, ...]]:
    """The games of those players that see no more than a person does."""
    known = bots()
    fair = [p.id for p in results.trial.players if p.id not in known or not known[p.id].sees_hidden_state]
    return {name: of for name in fair if (of := results.of(name))}


def games_giving_in(results: Results) -> tuple[Game, ...]:
    """The games of the courting bot once more, obeying each demand; none where nothing is demanded of it."""
    trial = results.trial
    return games_of_giving_in(trial.scenario.compiled(), trial.seed, fair_games(results).get(COURTING, ()))


def _rare_events(seen: Seen) -> Iterator[Problem]:
    if seen.count < ENOUGH:
        return
    for i, (name, event) in enumerate(seen.scenario.timeline.items()):
        times = sum(game.events[i] > 0 for games in seen.games.values() for game in games)
        if times < RARE * seen.count and name not in seen.by_people:
            yield seen.at("timeline", name).problem(
                "event-rare",
                f"'{name}' happened in {times} of {seen.count} games of bots that see no more than a player; "
                f"{waits_for(event, seen.scenario)}.",
                hint="Ask for less, give it a day, or leave it as a surprise for a few.",
            )


def _unsaid_lines(seen: Seen) -> Iterator[Problem]:
    if seen.said is None or seen.said.games < ENOUGH:
        return
    written: dict[tuple[str | int, ...], list[LineSaid]] = {}
    for line in seen.lines:
        written.setdefault(_place(seen, line), []).append(line)
    for place, lines in written.items():  # a clue can come with several signals
        if any(line.times for line in lines):
            continue
        occasions, kinds = sum(line.occasions for line in lines), listed([f"'{line.kind}'" for line in lines])
        came = f"{kinds} came {occasions} times" if occasions else f"{kinds} never came"
        why = "Look at its 'by' and 'when'" if place[0] == "lines" else CLUES
        why = why if occasions else "Nobody had an occasion for it"
        yield seen.at(*place).problem(
            "line-never",
            f"This was said in none of {seen.said.games} games; {came}.",
            hint=f"{why}, or leave it as a find for a few.",
        )


def _place(seen: Seen, line: LineSaid) -> tuple[str | int, ...]:
    """Where a line stands in the file: under `lines`, or with a life."""
    block = seen.scenario.lines[line.kind][line.number]
    for who, lives in block.when.lives.items() if block.when is not None and len(block.by) == 1 else ():
        for life in lives:
            place: tuple[str | int, ...] = ("followers", who, "lives", life)
            for key in (("lines", line.kind), ("clues",)):
                node = spot(seen.root, (*place, *key)).node
                for number, item in enumerate(node.items):
                    text = item.get("text") or item
                    if text.value.strip() == line.text:
                        return (*place, *key, number)
    return ("lines", line.kind, line.number)


def _reached(seen: Seen, goal: int) -> dict[str, int]:
    """By bot, in how many games a goal was reached."""
    return {name: sum(game.goals[goal] > 0 for game in games) for name, games in seen.games.items()}


def _easy_goals(seen: Seen) -> Iterator[Problem]:
    if len(seen.games) < 3 or seen.count < ENOUGH:
        return
    for i, name in enumerate(seen.scenario.goals):
        reached = _reached(seen, i)
        worst = min(reached, key=lambda bot: reached[bot] / len(seen.games[bot]))
        games = len(seen.games[worst])
        if share_between(reached[worst], games)[0] >= EASY:
            yield seen.at("goals", name).problem(
                "goal-too-easy",
                f"Every bot reaches '{name}', in {_per_cent(reached[worst], games)} of its games at least ({worst}).",
                hint="Ask for more, so that reaching it says something about how one has played.",
            )


def _hard_goals(seen: Seen) -> Iterator[Problem]:
    if COURTING not in seen.games or seen.count < ENOUGH:
        return
    for i, name in enumerate(seen.scenario.goals):
        reached = _reached(seen, i)
        best = max(reached, key=lambda bot: reached[bot] / len(seen.games[bot]))
        games = len(seen.games[best])
        if share_between(reached[best], games)[1] <= HARD:
            yield seen.at("goals", name).problem(
                "goal-too-hard",
                f"'{name}' is reached in {_per_cent(reached[best], games)} of the games at best ({best})."
                if reached[best]
                else f"'{name}' is reached in none of {seen.count} games of bots that see no more than a player.",
                hint="Ask for less, or give it more days.",
            )


def pushers_ahead(games: Mapping[str, tuple[Game, ...]], goal: int | None) -> dict[str, tuple[float, float]]:
    """The pushing bots that are clearly ahead of the courting one, with the means of both.

    Args:
        games: by bot.
        goal: which goal is looked at, by how often it is reached; None for the score.
    """
    if COURTING not in games:
        return {}
    found = {}
    for other in (name for name in games if name in bots() and bots()[name].pushes):
        pairs = paired(games[other], games[COURTING])
        more = (
            lead(pairs, lambda game: game.figure("score"), POINTS)
            if goal is None
            else lead(pairs, lambda game: float(game.goals[goal] > 0), LEAD)
        )
        if more is not None:
            found[other] = more
    return dict(sorted(found.items(), key=lambda item: -item[1][0]))


def _inverted_lesson(seen: Seen) -> Iterator[Problem]:
    for i, name in enumerate(seen.scenario.goals):
        if ahead := pushers_ahead(seen.games, i):
            named = listed([f"{bot} ({100 * share:.0f} %)" for bot, (share, _) in ahead.items()])
            theirs = max(courting for _, courting in ahead.values())
            yield seen.at("goals", name).problem(
                "lesson-inverted",
                f"{named} reach{'es' if len(ahead) == 1 else ''} '{name}' more often than {COURTING} "
                f"({100 * theirs:.0f} %), over the same {len(seen.games[COURTING])} games.",
                hint="Ask for something that pushing cannot bring, such as trust or friends at the end.",
            )
    if ahead := pushers_ahead(seen.games, None):
        named = listed([f"{bot} ({score:.1f})" for bot, (score, _) in ahead.items()])
        theirs = max(courting for _, courting in ahead.values())
        yield seen.at("contract").problem(
            "lesson-inverted",
            f"{named} score{'s' if len(ahead) == 1 else ''} more than {COURTING} ({theirs:.1f}), over the same "
            f"{len(seen.games[COURTING])} games.",
            hint="Give people more time, more interest or more reason to mind; courtship exploit shows what pays.",
        )


def _demands_that_pay(seen: Seen) -> Iterator[Problem]:
    """A demand, such as to write to everybody, that is best obeyed: the same bot plays, and gives in or does not."""
    given, courted = seen.given, seen.games.get(COURTING, ())
    if given is None or not given.games or not courted:
        return
    named, games = listed([f"'{name}'" for name in given.demands]), f"over the same {len(courted)} games"
    for i, name in enumerate(seen.scenario.goals):
        more = paid(given, courted, lambda game, i=i: float(game.goals[i] > 0), LEAD)  # type: ignore[misc]
        if more is not None:
            yield seen.at("goals", name).problem(
                "lesson-inverted",
                f"Who gives in to {named} reaches '{name}' more often ({100 * more.giving_in:.0f} %) than who does not "
                f"({100 * more.without:.0f} %): {COURTING}, {games}.{_by_hours(given, more, of_goal=True)}",
                hint=_mending(given, more, "Let the goal ask for what courting brings"),
            )
    score = paid(given, courted, lambda game: game.figure("score"), POINTS)
    if score is not None:
        yield seen.at("timeline", given.demands[0]).problem(
            "lesson-inverted",
            f"Giving in to {named} pays: {COURTING} scores {score.giving_in:.1f} by it, and {score.without:.1f} "
            f"without, {games}.{_by_hours(given, score, of_goal=False)}",
            hint=_mending(given, score, "Give the other answer something as well"),
        )


def _by_hours(given: GivingIn, more: Paid, *, of_goal: bool) -> str:
    """That the hours of the honest answer make the difference, where they do."""
    if more.by_hours is None:
        return ""
    spared = f"{100 * more.by_hours:.0f} % reach it" if of_goal else f"{COURTING} scores {more.by_hours:.1f}"
    hours = ((given.hours, "a day from then on"), (given.today, "of that day"))
    taken = " and ".join(f"{-some:g} hours {when}" for some, when in hours if some)
    return f" What makes the difference is that not giving in takes {taken}; where it takes none, {spared}."


def _mending(given: GivingIn, more: Paid, otherwise: str) -> str:
    """What to do about a demand that pays: only what there is to be done."""
    if more.by_hours is not None:
        return "Let the honest answer take fewer hours, or hours_today for hours_per_day, or give the business more."
    reward = ", or leave out what the answer that gives in brings besides (its 'change')" if given.rewarded else ""
    return f"{otherwise}{reward}."


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %"


RULES: tuple[Callable[[Seen], Iterator[Problem]], ...] = (
    _rare_events, _unsaid_lines, _easy_goals, _hard_goals, _inverted_lesson, _demands_that_pay,
)  # fmt: skip
