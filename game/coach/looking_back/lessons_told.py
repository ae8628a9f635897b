"""What a run teaches: only what happened in it, with its figures; and how its goals ended."""

from collections.abc import Iterator

from game.coach.hindsight.marked_decision import choice_title
from game.coach.looking_back.answers_told import answers_given, cost_trust, did
from game.coach.looking_back.debrief import GoalTold
from game.coach.looking_back.goals_told import SAYS_IT, goals_told
from game.engine.timeline import held_in_the_evening
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import listed_days

COSTS_NOTHING = "That costs nothing and is no part of the score."


def lessons_told(now: Playthrough, chooser: str = "you", *, of_dealt_with: bool = False) -> tuple[tuple[str, str], ...]:
    """Title and text of each lesson: paragraphs whose condition holds, then principles with what showed them.

    A principle is left out where nothing that shows it has happened in this run, and no paragraph sums it up.

    Args:
        now: the run.
        chooser: who chose, such as "the room".
        of_dealt_with: whether a paragraph about the life of somebody is left out where nothing was done with them.
    """
    scenario, numbers = now.compiled.scenario, now.compiled.numbers
    notes = [note for note in scenario.debrief if held_in_the_evening(numbers.condition(note.when), now.position)[0]]
    dealt = {item.who for played in now.history for item in played.items}
    notes = [note for note in notes if not of_dealt_with or not note.when or dealt.issuperset(note.when.lives or {})]
    summed_up = {lesson for note in notes for lesson in note.teaches}
    goals = dict(zip(scenario.goals, goals_told(now), strict=True))
    principles, told = [], set[str]()
    for name, text in scenario.teaches.items():
        shown = list(_shown(now, name, chooser, goals))
        if shown or name in summed_up:
            new = [sentence for sentence in shown if sentence not in told]  # a goal that shows two lessons is told once
            told.update(new)
            principles.append((lesson_title(name), " ".join((text, *new))))
    return (*((note.title, note.text) for note in notes), *principles, *_hints(now), *_practice(now))


def lesson_title(name: str) -> str:
    """The heading of a principle.

    >>> lesson_title("one_good_ask")
    'One good ask'
    """
    return name.replace("_", " ").capitalize()


def _hints(now: Playthrough) -> Iterator[tuple[str, str]]:
    """That hints were asked for, and on which days."""
    if now.asides.nudges:
        yield "Hints", f"You asked for a hint on {listed_days(now.asides.nudges)}. {COSTS_NOTHING}"


def _practice(now: Playthrough) -> Iterator[tuple[str, str]]:
    """That a run was for practice, and of which choices it was asked on which day what they may bring."""
    if not now.practice:
        return
    asked = (
        f"asked what two choices might bring: {'; '.join(_weighed(now))}"
        if now.asides.what_ifs
        else "never asked “What if?”"
    )
    yield "Practice", f"You played in practice mode, and {asked}. {COSTS_NOTHING}"


def _weighed(now: Playthrough) -> Iterator[str]:
    """Each question of practice: the day, the person, and both choices."""
    for day, questions in sorted(now.asides.what_ifs.items()):
        for asked in questions:
            first, second = (choice_title(now, move) for move in (asked.first, asked.second))
            yield f"on day {day} for {now.people[asked.who].first} “{first}” or “{second}”"


def _shown(now: Playthrough, lesson: str, chooser: str, told: dict[str, GoalTold]) -> Iterator[str]:
    """What showed a lesson: the answers to events with what they did, then how its goals ended."""
    given = [answer for played in now.history for answer in answers_given(now, played) if lesson in answer.teaches]
    for answer in given:
        yield f"Day {answer.day}, “{answer.event}”: {chooser} chose “{answer.label}”{did(answer)}."
    spared = any(map(cost_trust, given))
    for name, goal in now.compiled.scenario.goals.items():
        if lesson in goal.teaches:
            yield _ended(now, name, told[name], spared=spared)


def _ended(now: Playthrough, name: str, told: GoalTold, *, spared: bool) -> str:
    """How a goal ended, in whole sentences.

    Args:
        now: the run.
        name: of the goal.
        told: what is told of it beside the score.
        spared: whether an answer that cost trust is told before, to which a goal that was reached is no praise.
    """
    before = "All the same, " if spared and told.reached else ""
    if told.detail.startswith(SAYS_IT):
        return f"{before}“{told.title}” {told.detail.removeprefix(SAYS_IT)}"
    return f"{before}“{told.title}” was {_came_to(now, name, told.reached)}. {told.detail}".rstrip()


def _came_to(now: Playthrough, name: str, reached: bool) -> str:
    """What became of a goal; before its day is over, only what became of it so far."""
    goal = now.compiled.goals[list(now.compiled.scenario.goals).index(name)]
    if reached:
        return "reached"
    if len(now.history) >= goal.by_day:
        return "not reached"
    held = name in now.setup.goals_to_keep and held_in_the_evening(goal.need, now.position)[0]
    return "kept so far" if held else "not reached yet"
