"""What would have been: the votes of a room that plays together, with the options that lost."""

from dataclasses import dataclass, replace

import numpy as np

from game.coach.looking_back.followers_told import trust_by_day
from game.errors import Refused
from game.host.debriefing.points_told import points_said, strongest
from game.host.debriefing.what_happened.courses import HALF
from game.host.room.questions import Option, Question
from game.host.room.room_state import Room, VoteCount
from game.host.room.shared_game import next_morning
from game.model.arrays import Array
from game.session.entries import AnswerEvent, PlanMove
from game.session.playthrough import Playthrough, begun
from game.session.turns import after as after_choice
from game.session.words.numbers_told import listed

FELT = 0.5  # points of trust from which another option is felt
PITCH = "pitch"
ENDED = {1: "A sale", -1: "Lost"}
"""What came of a choice for somebody: they have bought, or nobody can win them any more."""
SAME = "Nothing else came of it."


@dataclass(frozen=True)
class WhatIf:
    """An option that lost, played by the same chance."""

    title: str
    said: str
    votes: int
    answer: str  # what the follower would have done that night and did not do; of an event, what came of it
    change: float  # points of trust by the evening, against what was done; of an event, everybody's together
    looks: bool = False  # whether it looks around, whose worth no points of trust tell
    people: int = 0  # how many more it would have won, or not lost, that night; below 0 how many fewer
    ended: str = ""  # the same in words; "" where nobody was won or lost by it
    pitches: bool = False  # whether it pitches: no room is shown by luck that it should have

    @property
    def told(self) -> str:
        """What it would have come to, the most important first."""
        points = f"{points_said(self.change)} trust"
        return f"{self.ended}, {points}" if self.ended else points

    @property
    def tone(self) -> str:
        """Good, bad or "": by people won and lost, and only then by points."""
        worth = self.people or (self.change if abs(self.change) > FELT else 0.0)
        return "good" if worth > 0 else "bad" if worth < 0 else ""


@dataclass(frozen=True)
class Decision:
    """A vote of the room, what came of it, and what would have come of the others."""

    day: int
    who: str  # id of a follower, or "" where an event was answered
    name: str  # of the follower, or the event's title in quotation marks
    look: int | None  # None for an event
    chosen: str
    drawn: bool
    answer: str
    others: tuple[WhatIf, ...]
    looked: bool = False  # whether the room looked around, which no points of trust tell the worth of
    brought: bool = False  # whether it was an event's that the host brought
    ended: str = ""  # "A sale", "Lost", or either with "whatever was chosen"; "" where neither came that night

    @property
    def best(self) -> tuple[int, float]:
        """What the best of the other options would have brought: people, then points of trust. A pitch is none."""
        return max(((o.people, o.change) for o in self.others if not o.pitches), default=(0, 0.0))

    @property
    def most(self) -> tuple[int, float]:
        """What any of the other options would have changed, up or down: people, then points of trust."""
        return max(((abs(o.people), abs(o.change)) for o in self.others), default=(0, 0.0))


def decisions_told(room: Room) -> tuple[Decision, ...]:
    """Every vote of a room that plays together, its losing options played by the same chance."""
    brought = {step.event for step in room.brought}
    found = []
    first = room.begun
    now = begun(first.compiled, first.setup.seed, first.setup.episode)  # not in the memory in which the room plays
    by_day: dict[int, list[VoteCount]] = {}
    for count in room.counts:
        by_day.setdefault(count.question.day, []).append(count)
    for day in sorted(by_day):
        evening = _with_choices(now, by_day[day])
        if room.shared is None or room.shared.position.day <= day:
            break
        morning = next_morning(room, evening)
        found += [
            replace(_decision(room, count, by_day[day], now, morning), brought=count.question.event in brought)
            for count in by_day[day]
        ]
        now = morning
    return tuple(found)


def dearest_and_best(decisions: tuple[Decision, ...]) -> tuple[str, ...]:
    """The decision that another would have bettered most, and the one that every other would have worsened most.

    Args:
        decisions: of a room that votes; what looking around is worth is told by no points, and so left out.
    """
    weighed = [d for d in decisions if not d.looked and any(not other.pitches for other in d.others)]
    dear = max(weighed, key=lambda d: d.best, default=None)
    good = min(weighed, key=lambda d: d.best, default=None)
    told = []
    if dear is not None and dear.best > (0, FELT):
        other = max((o for o in dear.others if not o.pitches), key=lambda o: (o.people, o.change))
        told.append(f"Your dearest decision: day {dear.day}, {dear.name}, “{dear.chosen}”. “{other.title}” would have "
                    f"come to: {other.told}{'' if dear.who else ' in all'}.")  # fmt: skip
    if good is not None and good.best < (0, -FELT):
        told.append(f"Your best one: day {good.day}, {good.name}, “{good.chosen}”. Nothing else came near it.")
    return tuple(told)


def _with_choices(now: Playthrough, counts: list[VoteCount], other: tuple[int, Option] | None = None) -> Playthrough:
    """The day with the room's choices; of one vote another option. What cannot be done then is left out."""
    for count in counts:
        chosen = next((o for o in count.question.options if o.id == count.winner), None)
        if other is not None and count.question.number == other[0]:
            chosen = other[1]
        if chosen is None or chosen.choice is None:
            continue
        try:
            now = after_choice(now, chosen.choice)
        except Refused:
            continue  # the other option took more of the day than the one that won
    return now


def _decision(
    room: Room, count: VoteCount, counts: list[VoteCount], begun: Playthrough, morning: Playthrough
) -> Decision:
    question = count.question
    won = next((o for o in question.options if o.id == count.winner), None)
    others = tuple(
        _what_if(room, question, option, count, counts, begun, morning)
        for option in question.options
        if option.id != count.winner
    )
    if question.event:
        return Decision(
            day=question.day, who="", name=f"“{question.title}”", look=None, chosen=won.title if won else "Nothing",
            drawn=count.drawn, answer=_reply(begun, won), others=_in_order(others),
        )  # fmt: skip
    person = begun.people[question.who]
    column = _column(begun, question)
    stands = int(_stands(morning)[column])
    return Decision(
        day=question.day, who=question.who, name=person.name, look=person.look,
        chosen=won.title if won else "Nothing", drawn=count.drawn, answer=_answer(morning, question.who),
        others=_in_order(others), looked=_looks(won), ended=_ended(int(_stands(begun)[column]), stands, others),
    )  # fmt: skip


def _ended(before: int, after: int, others: tuple[WhatIf, ...]) -> str:
    """What came of a choice for somebody that night; that it made no difference, where any option ends so."""
    if after == before or after not in ENDED:
        return ""
    return ENDED[after] + ("" if any(other.people for other in others) else ", whatever was chosen")


def _what_if(
    room: Room,
    question: Question,
    option: Option,
    count: VoteCount,
    counts: list[VoteCount],
    begun: Playthrough,
    morning: Playthrough,
) -> WhatIf:  # fmt: skip
    other = next_morning(room, _with_choices(begun, counts, (question.number, option)))
    changes = _points(other) - _points(morning)
    if question.event:
        won = _stands(other) - _stands(morning)
        moved = f"{_reply(begun, option)} Trust that night: {strongest(changes, _first_names(begun))}."
        moved = f"{moved} {_people_said(won, _first_names(begun))}".strip()
        return WhatIf(
            option.title, "", int(count.tally.get(option.id, 0)), moved, float(changes.sum()), people=int(won.sum())
        )
    column = _column(begun, question)
    change = changes[column]
    said = option.said if isinstance(option.choice, PlanMove) else ""
    happened = _heard(morning, question.who)
    heard = next((text for text in _heard(other, question.who) if text not in happened), SAME)
    people, ended = _beside(int(_stands(other)[column]), int(_stands(morning)[column]))
    return WhatIf(
        title=option.title,
        said=said,
        votes=int(count.tally.get(option.id, 0)),
        answer=heard,
        change=float(change),
        looks=_looks(option),
        people=people,
        ended=ended,
        pitches=_pitches(option),
    )


def _column(now: Playthrough, question: Question) -> int:
    return now.compiled.ids.index(question.who)


def _stands(now: Playthrough) -> Array:
    """Of each follower whether they have bought (1), are lost (-1) or neither (F,)."""
    ledger, came = now.position.ledger, now.position.people.arrives[0] <= now.position.day
    bought = ledger.bought[0] > HALF
    lost = ((ledger.present[0] < HALF) & came) | (now.position.state.elsewhere[0] > HALF)
    stands: Array = np.where(bought, 1, np.where(lost, -1, 0))
    return stands


def _beside(other: int, chosen: int) -> tuple[int, str]:
    """How many more people another option would have won, -2 to 2, and that in words."""
    if other == chosen:
        return 0, ""
    if other > 0 or chosen < 0:
        return other - chosen, ENDED[1] if other > 0 else "Not lost"
    return other - chosen, ENDED[-1] if other < 0 else "No sale"


def _people_said(won: Array, names: list[str]) -> str:
    """Who would have been won or kept, and who lost, in sentences."""
    more = [names[column] for column in (won > 0).nonzero()[0]]
    fewer = [names[column] for column in (won < 0).nonzero()[0]]
    told = [("Won, or not lost", more), ("Lost, or not won", fewer)]
    return " ".join(f"{words}: {listed(who)}." for words, who in told if who)


def _in_order(others: tuple[WhatIf, ...]) -> tuple[WhatIf, ...]:
    """The other options, those first that would have won or kept people, pitches last."""
    return tuple(sorted(others, key=lambda other: (other.pitches, -other.people, -other.change)))


def _pitches(option: Option) -> bool:
    return isinstance(option.choice, PlanMove) and option.choice.move == PITCH


def _looks(option: Option | None) -> bool:
    return option is not None and isinstance(option.choice, PlanMove) and option.choice.move == "look_around"


def _points(now: Playthrough) -> Array:
    points: Array = trust_by_day(now)[-1]
    return points


def _first_names(now: Playthrough) -> list[str]:
    return [now.people[who].first for who in now.compiled.ids]


def _reply(now: Playthrough, option: Option | None) -> str:
    """What comes of an answer to an event, as its author wrote it."""
    if option is None or not isinstance(option.choice, AnswerEvent):
        return ""
    return now.compiled.scenario.timeline[option.choice.event].choices[option.choice.choice].reply


def _answer(morning: Playthrough, who: str) -> str:
    return next(iter(_heard(morning, who)), "No answer.")


def _heard(morning: Playthrough, who: str) -> list[str]:
    """What somebody did in the last night, in sentences, the weightiest first."""
    night = morning.story.night
    return [item.text for item in night.items if item.follower == who] if night else []
