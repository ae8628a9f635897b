"""What is told of the timing test, of a learner's profile and of two endings beside each other."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from game.coach.learner.next_case import CaseOffered, CaseToPlay, next_case
from game.coach.learner.profile_told import profile_lines, profile_told
from game.coach.learner.run_evidence import PrincipleSeen
from game.coach.learner.tendency import TENDENCIES
from game.coach.looking_back.endings_told import better_of, figures_beside
from game.coach.timing.timing_case import forms_from
from game.coach.timing.timing_marks import SURENESS, TimingAnswer
from game.coach.timing.timing_signs_told import SIGNS, counts_of, signs_told
from game.coach.timing.timing_told import Sitting, calibrated, counted, figures_named, is_due, told_of
from game.desk.learning.timing_file import CASES
from tests.coach.learner.games import game
from tests.golden.told.sheets import Told
from tests.plays import compiled
from tests.ui.fakes.fake_saved import ENDINGS

NEED, WARM, PRAISE, QUESTION, TELL, NEWS = SIGNS
HABITS = {
    "always asks": lambda case, number: True,
    "never asks": lambda case, number: False,
    "knows": lambda case, number: case.ready,
    "knows nearly": lambda case, number: case.ready if number % 7 else not case.ready,
    "knows half": lambda case, number: case.ready if number % 3 else not case.ready,
    "is often mistaken": lambda case, number: case.ready if number % 3 == 0 else not case.ready,
    "asks after warm answers": lambda case, number: SIGNS[WARM](case),
    "asks after praise": lambda case, number: SIGNS[PRAISE](case),
    "asks after good news": lambda case, number: SIGNS[NEWS](case),
    "waits too long": lambda case, number: case.ready and number % 3 == 0,
    "asks too readily": lambda case, number: case.ready or number % 3 > 0,
}  # fmt: skip
SURE = {"guesses": lambda number: 50, "is sure": lambda number: 100, "by turns": lambda number: SURENESS[number % 6]}


def _answers(cases, habit, sure) -> tuple[TimingAnswer, ...]:
    return tuple(TimingAnswer(c.id, bool(habit(c, n)), sure(n)) for n, c in enumerate(cases))


def timing_told() -> Iterator[Told]:
    """Each habit on both forms, with three kinds of sureness; and against a first sitting of other habits."""
    forms = forms_from(CASES.read_text(encoding="utf-8"))
    sat = {}
    for form, cases in forms.forms.items():
        for habit, asks in HABITS.items():
            for name, sure in SURE.items():
                who = f"{habit}, {name}, {form}"
                sat[who] = Sitting("2026-05-04T10:00:00", form, _answers(cases, asks, sure))
                told = told_of(forms, (sat[who],))
                marks = told.sittings[0].marks
                for words in (
                    told.knowing,
                    told.leaning,
                    told.sureness,
                    counted(marks),
                    *figures_named(marks),
                    calibrated(marks),
                ):
                    yield who, words
    for first in ("knows, is sure, A", "knows half, is sure, A", "never asks, is sure, A"):
        for then in (who for who in sat if who.endswith("is sure, B") or who == first):
            yield f"{first}; then {then}", told_of(forms, (sat[first], sat[then])).since
    strange = replace(sat["knows, is sure, A"], form="of old")
    torn = replace(sat["knows, is sure, A"], answers=sat["knows, is sure, A"].answers[1:])
    yield "of a form that is gone, or torn", str((told_of(forms, (strange,)), told_of(forms, (torn,))))
    for finished in range(8):
        names = [str(number) for number in range(finished)]
        yield (
            f"{finished} games",
            f"due first {is_due([], names)}, after three {is_due([replace(strange, runs=('0', '1', '2'))], names)}",
        )


def signs_of_timing_told() -> Iterator[Told]:
    """Which signs told the cases, and which one moved the answers; first all counts."""
    for form, cases in forms_from(CASES.read_text(encoding="utf-8")).forms.items():
        for habit, asks in HABITS.items():
            answers = _answers(cases, asks, SURE["is sure"])
            for words in signs_told(cases, answers):
                yield f"{habit}, {form}", words
            for c in counts_of(cases, answers):
                yield (
                    f"{habit}, {form}",
                    f"{c.sign}: {c.ready}, {c.others}, {c.asked} of {c.shown}, {c.told:.3f}, {c.leaned:.3f}",
                )
        for told in (0, 1):  # a made-up sign that tells everything, and one that tells nothing
            made = tuple(replace(c, thread=(), ready=bool(n % 2) if told else c.ready) for n, c in enumerate(cases))
            for words in signs_told(made, _answers(made, HABITS["knows"], SURE["is sure"])):
                yield f"no sign at all, {form}", words


GAMES = {
    "none": (),
    "nobody asked": (game(),),
    "one in time": (game(asked=1, in_time=1),),
    "one early": (game(asked=1),),
    "early": (game(1, asked=4, in_time=1), game(2, asked=2, pushed=1, gave_in=1)),
    "unasked": (game(1, missed=1), game(2, asked=2, in_time=1, missed=2)),
    "gives in": (game(1, asked=2, in_time=2, pushed=3, gave_in=2), game(2, pushed=1)),
    "gives in each time": (game(pushed=3, gave_in=3, asked=1, in_time=1),),
    "does not": (game(1, asked=1, in_time=1, pushed=1), game(2, pushed=1)),
    "once did not": (game(pushed=1, asked=3, in_time=3),),
    "many": (game(1, asked=5), *(game(day, asked=1, in_time=1, scenario="cafe") for day in range(2, 8))),
    "principles": (
        game(1, asked=1, calm=PrincipleSeen(goals=2, goals_reached=1, answers=1, answers_kept=1)),
        game(2, asked=3, in_time=1, missed=2, calm=PrincipleSeen(goals=1, answers=3),
             fair=PrincipleSeen(answers=2, answers_kept=2)),
        game(3, asked=9, in_time=8, scenario="cafe", slow=PrincipleSeen(goals=9, goals_reached=5)),
        game(4, asked=9, in_time=7, scenario="cafe", slow=PrincipleSeen(goals=4, goals_reached=4)),
    ),
    "firm": tuple(game(day, asked=6, in_time=6) for day in range(1, 7)),
}  # fmt: skip


def profiles_told() -> Iterator[Told]:
    """Learners with few games and many, soon after the last one and long after."""
    case = CaseToPlay("cafe", "The café", "fair", 3, 0, 30.0, 60.0, "It is half won.")
    for name, games in GAMES.items():
        for today in (date(2026, 1, 2), date(2026, 1, 8), date(2026, 3, 30)):
            told = profile_told(
                "Ada", ("Ada",), games, today, ("A line of the file could not be read.",) if not games else ()
            )
            for line in profile_lines(told, "profile.json").splitlines():
                yield f"{name}, {today}", line.strip()
            yield f"{name}, {today}", f"due: {[one.title for one in told.principles if one.due]}"
    for number in (0, 2):
        told = replace(profile_told("", (), (), date(2026, 1, 2)), case=replace(case, episode=number))
        yield from (("with a case", line.strip()) for line in profile_lines(told, "profile.json").splitlines())


def cases_told() -> Iterator[Told]:
    """What each tendency should play next, and what it wins there."""
    offered = [CaseOffered("first_hello", "fair", compiled("first_hello"))]
    for tendency in TENDENCIES.values():
        yield tendency.name, f"{tendency.words} {tendency.who}; {tendency.left}"
    for tendency in (TENDENCIES["bold"], TENDENCIES["even"]):
        case = next_case(tendency, offered, 3)
        yield tendency.name, f"{case.title}, {case.difficulty}, game {case.episode}: {case.why} ({case.share:.3f})"


def endings_told() -> Iterator[Told]:
    """Two endings beside each other: near and far, of the same people and of others."""
    low, high = ENDINGS
    others = {
        "the other": high, "itself": low, "near": replace(low, score=low.score + 2),
        "further": replace(low, score=low.score + 3),
        "of other people": replace(high, reach=low.reach - 15),
        "worse": replace(low, score=low.score - 9, people=1, manners=2),
        "better in manners": replace(low, score=low.score + 5, manners=low.manners + 30, people=low.people + 2),
        "better in nothing": replace(low, score=low.score + 5), "nobody asked": replace(high, asks=0, reading=-12.0),
    }  # fmt: skip
    for name, other in others.items():
        for pair in ((low, other), (other, low)):
            yield name, better_of(*pair)
            for title, one, two in figures_beside(*pair):
                yield name, f"{title}: {one} and {two}"
