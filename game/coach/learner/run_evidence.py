"""What one finished game shows of each principle: counts of what its debrief tells, and nothing else."""

from dataclasses import dataclass
from datetime import datetime

from game.coach.looking_back.debrief import Debrief
from game.scenario.compiling.compiled_timeline import Effect
from game.session.playthrough import Playthrough

KNOW_WHEN = "(know when)"
"""The principle that every game is about, whatever its scenario: to ask when somebody is ready. No author can name
one so: ids have no brackets."""
KNOW_WHEN_TEXT = "Ask whoever is ready, when they are; not before, and not after."
CUSTOMER = "customer"  # the end that a question leads to


@dataclass(frozen=True)
class PrincipleSeen:
    """What one game, or several together, show of a principle. Each chance to keep to it was taken or not."""

    goals: int = 0  # goals that teach it
    goals_reached: int = 0
    answers: int = 0  # answers that teach it, given to events that push
    answers_kept: int = 0  # those of them that did not give in
    asked: int = 0  # questions for a purchase, where the principle is about asking
    asked_in_time: int = 0  # those of them that came when somebody was ready
    missed: int = 0  # people who were ready and were not asked then

    @property
    def chances(self) -> int:
        """How often the principle could be kept to."""
        return self.goals + self.answers + self.asked + self.missed

    @property
    def kept(self) -> int:
        """How often it was."""
        return self.goals_reached + self.answers_kept + self.asked_in_time

    @property
    def share(self) -> float:
        """The share of chances that were taken, 0..1; 0 without any."""
        return self.kept / self.chances if self.chances else 0.0

    def __add__(self, other: "PrincipleSeen") -> "PrincipleSeen":
        return PrincipleSeen(
            self.goals + other.goals, self.goals_reached + other.goals_reached, self.answers + other.answers,
            self.answers_kept + other.answers_kept, self.asked + other.asked,
            self.asked_in_time + other.asked_in_time, self.missed + other.missed,
        )  # fmt: skip


@dataclass(frozen=True)
class PrincipleEvidence:
    """A principle of a scenario with what one game shows of it."""

    name: str  # key of `teaches:`, or `KNOW_WHEN`
    text: str
    seen: PrincipleSeen


@dataclass(frozen=True)
class RunEvidence:
    """What one finished game shows."""

    run: str  # which it is, the same for every copy of its record
    when: str  # ISO 8601, when it was begun
    scenario: str  # id
    title: str
    principles: tuple[PrincipleEvidence, ...]
    pushed: int = 0  # events with an answer that gives in, that were answered
    gave_in: int = 0

    def of(self, name: str) -> PrincipleSeen:
        """What it shows of a principle; nothing of one that it does not teach."""
        return next((one.seen for one in self.principles if one.name == name), PrincipleSeen())


def evidence_of(now: Playthrough, told: Debrief, run: str, when: datetime, scenario: str) -> RunEvidence:
    """What a finished game shows of each principle of its scenario, and of asking in time.

    Args:
        now: the finished game.
        told: its debrief.
        run: which it is, the same for every copy of its record.
        when: it was begun; a record says of no other time.
        scenario: id.
    """
    asks = [ask for ask in told.asks if ask.for_sale]
    asking = PrincipleSeen(asked=len(asks), asked_in_time=sum(a.ready for a in asks), missed=len(told.missed))
    found = [PrincipleEvidence(KNOW_WHEN, KNOW_WHEN_TEXT, asking)]
    answers = _answers(now)
    for name, text in now.compiled.scenario.teaches.items():
        goals = [(goal.reached, needs) for goal, (lessons, needs) in zip(told.goals, _goals(now), strict=True)
                 if name in lessons]  # fmt: skip
        given = [gave_in for lessons, gave_in in answers if name in lessons]
        seen = PrincipleSeen(len(goals), sum(r for r, _ in goals), len(given), sum(not g for g in given))
        found.append(PrincipleEvidence(name, text, seen + asking if any(n == CUSTOMER for _, n in goals) else seen))
    return RunEvidence(
        run, when.isoformat(timespec="seconds"), scenario, told.title, tuple(found), len(answers),
        sum(gave_in for _, gave_in in answers),
    )  # fmt: skip


def _goals(now: Playthrough) -> list[tuple[tuple[str, ...], str]]:
    """Of each goal the principles that it teaches, and what followers come to for it; "" where none count."""
    scenario, compiled = now.compiled.scenario, now.compiled.goals
    return [(tuple(goal.teaches), one.need.followers.come_to if one.need.followers else "")
            for goal, one in zip(scenario.goals.values(), compiled, strict=True)]  # fmt: skip


def _answers(now: Playthrough) -> list[tuple[tuple[str, ...], bool]]:
    """The answers that were given to events that push: what each teaches, and whether it gave in."""
    found = []
    for played in now.history:
        for number, event in enumerate(now.compiled.scenario.timeline.values()):
            effects = now.compiled.events[number].answers
            answer = int(played.morning.chosen[0, number])
            if played.morning.fresh[0, number] and answer >= 0 and any(_gives_in(effect) for effect in effects):
                found.append((tuple(event.choices[answer].teaches), _gives_in(effects[answer])))
    return found


def _gives_in(effect: Effect) -> bool:
    """Whether an answer makes a move that no well-meaning person would make."""
    return effect.imposed is not None and effect.imposed.faux_pas
