"""A learner's profile in words: each principle with its evidence, when to see it again, and what to play next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from game.coach.learner.next_case import CaseToPlay
from game.coach.learner.principle_mastery import LATEST, Mastery, mastery_of, time_of
from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleSeen, RunEvidence
from game.coach.learner.tendency import LATEST_GAMES, Tendency, asking_lately, tendency_of
from game.coach.looking_back.lessons_told import lesson_title

FIRST_NAME = "You"
"""Of the profile of whoever gives no name."""


@dataclass(frozen=True)
class ToldPrinciple:
    """A principle as it is told."""

    scenario: str  # id, or "" for what every game is about
    name: str
    title: str
    where: str  # title of the scenario that teaches it
    text: str
    level: str  # firm, mostly, half, begun, untold
    words: str  # the same, to be read
    evidence: str
    booster: str
    due: bool  # whether the day of the booster has come


@dataclass(frozen=True)
class ProfileTold:
    """A profile as it is told."""

    name: str
    names: tuple[str, ...]  # of all profiles on this machine
    games: int
    principles: tuple[ToldPrinciple, ...]
    tendency: Tendency | None  # None before the first game
    play: str = ""  # the tendency with the counts that it rests on; "" before the first game
    notices: tuple[str, ...] = ()  # what was found amiss in the file, each in a sentence
    case: CaseToPlay | None = None

    @property
    def given_name(self) -> str:
        """The name that somebody gave to it; "" where nobody gave one."""
        return "" if self.name == FIRST_NAME else self.name


@dataclass(frozen=True)
class LearnerFound:
    """How far a profile has been worked out: nothing yet, the profile, the profile with what to play next."""

    told: ProfileTold | None = None
    running: bool = True
    problem: str = ""  # why it ended early


def profile_told(
    name: str, names: Sequence[str], games: Sequence[RunEvidence], today: date, notices: Sequence[str] = ()
) -> ProfileTold:
    """What is told of the games of one person.

    Args:
        name: of the profile.
        names: of all profiles.
        games: the finished ones of this person, in any order.
        today: the day on which it is told.
        notices: what was found amiss in the file.
    """
    ordered = sorted(games, key=lambda game: time_of(game.when))
    principles = tuple(_told(one, today) for one in mastery_of(ordered))
    tendency = tendency_of(ordered) if ordered else None
    play = _play_told(ordered, tendency) if tendency is not None else ""
    return ProfileTold(name, tuple(names), len(ordered), principles, tendency, play, tuple(notices))


def _play_told(games: Sequence[RunEvidence], tendency: Tendency) -> str:
    """A tendency with the counts of the games that it is told of."""
    latest = games[-LATEST_GAMES:]
    gave_in, pushed = sum(game.gave_in for game in latest), sum(game.pushed for game in latest)
    counts = [*_counts(asking_lately(games)), *([_pressure_told(gave_in, pushed)] if pushed else [])]
    if not counts:
        return "Nobody was asked, and nobody was ready: too little to tell how you play."
    last = "In the last game" if len(latest) == 1 else f"In the last {len(latest)} games"
    return f"{tendency.words} {last}: {'; '.join(counts)}."


def _pressure_told(gave_in: int, pushed: int) -> str:
    """How somebody fared under pressure, as part of a sentence; `pushed` is 1 or more.

    >>> _pressure_told(0, 1), _pressure_told(1, 3)
    ('under pressure once, and did not give in', 'under pressure 3 times, and gave in once')
    """
    if gave_in in {0, pushed}:
        once = "did not give in" if not gave_in else "gave in"
        often = "never gave in" if not gave_in else "gave in each time"
        return f"under pressure {_times(pushed)}, and {once if pushed == 1 else often}"
    return f"under pressure {_times(pushed)}, and gave in {_times(gave_in)}"


def _told(one: Mastery, today: date) -> ToldPrinciple:
    title = "Know when to ask" if one.name == KNOW_WHEN else lesson_title(one.name)
    return ToldPrinciple(
        scenario=one.scenario, name=one.name, title=title, where=one.scenario_title, text=one.text, level=one.level,
        words=one.words, evidence=evidence_sentence(one), booster=_booster(one.due, today), due=one.due <= today,
    )  # fmt: skip


def evidence_sentence(one: Mastery) -> str:
    """The counts that a level rests on: of all games, and which of them it is judged by."""
    games = "in 1 game" if one.games == 1 else f"in {one.games} games"
    told = f"{'; '.join(_counts(one.seen))}; {games}."
    if one.latest.chances < one.seen.chances:
        told += f" In the last {LATEST} of them {one.latest.kept} of {one.latest.chances} kept."
    return told[:1].upper() + told[1:]


def _counts(seen: PrincipleSeen) -> Iterator[str]:
    if seen.asked:
        yield f"asked {_times(seen.asked)}, {_in_time(seen.asked_in_time, seen.asked)}"
    if seen.missed:
        who = "1 who was ready was" if seen.missed == 1 else f"{seen.missed} who were ready were"
        yield f"{who} not asked then"
    if seen.answers:
        yield f"kept in {seen.answers_kept} of {seen.answers} {_plural('answer', seen.answers)} to a push"
    if seen.goals:
        yield f"{seen.goals_reached} of {seen.goals} {_plural('goal', seen.goals)} reached"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _in_time(some: int, whole: int) -> str:
    if whole == 1:
        return "in time" if some else "not in time"
    return "all in time" if some == whole else f"{some or 'none'} of them in time"


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"


def _booster(due: date, today: date) -> str:
    day = f"{due.day} {due:%B %Y}"
    if due <= today:
        return f"A good time to see it again: since {day}." if due < today else "A good time to see it again: today."
    return f"Worth seeing again from about {day}."


def profile_lines(told: ProfileTold, file: str) -> str:
    """A profile in lines. Ends in a newline."""
    games = "1 finished game" if told.games == 1 else f"{told.games} finished games"
    lines = [f"{told.name}, {games}", *told.notices]
    if not told.games:
        lines.append("Nothing is known yet: play a game to its end, and look here again.")
    for one in told.principles:
        where = f" ({one.where})" if one.where else ""
        lines += ["", f"{one.title}{where}: {one.words}", f"  {one.text}", f"  {one.evidence}", f"  {one.booster}"]
    if told.play:
        lines += ["", f"How you play: {told.play}"]
    if told.case is not None:
        case = told.case
        command = f"courtship play {case.scenario} --difficulty {case.difficulty} --seed {case.seed}"
        lines += ["", f"What to play next: {case.title}, {case.difficulty}", f"  {case.why}",
                  f"  {command}{f' --episode {case.episode}' if case.episode else ''}"]  # fmt: skip
    lines += ["", f"Kept in {file}, and nowhere else."]
    return "\n".join(lines) + "\n"
