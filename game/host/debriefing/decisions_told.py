"""What would have been: the votes of a room that plays together, with the options that lost."""

from dataclasses import dataclass, replace

import numpy as np

from game.coach.looking_back.debrief import FAIR, LUCK, READY
from game.coach.looking_back.followers_told import trust_by_day
from game.errors import Refused
from game.host.debriefing.outcomes_of_votes import (
    BY_LUCK,
    ENDED,
    NOT_LOST,
    ask_kind,
    beside,
    bought_in_the_end,
    people_said,
    stands_of,
)
from game.host.debriefing.points_told import points_said, strongest
from game.host.debriefing.what_happened.courses import shown_before
from game.host.room.questions import Option, Question
from game.host.room.room_state import Room, VoteCount
from game.host.room.shared_game import next_morning
from game.model.arrays import Array
from game.session.entries import AnswerEvent, PlanMove
from game.session.playthrough import Playthrough, begun
from game.session.turns import after as after_choice

FELT = 0.5  # points of trust from which another option is felt
PITCH = "pitch"
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
    unadvised: bool = False  # whether it pitches, or asks to buy before its time: no room is shown that it should have
    unseen: bool = False  # whether it asks to buy although nothing had shown that this could be its time

    @property
    def told(self) -> str:
        """What it would have come to: who was won or lost by it outranks points of trust, and is told alone."""
        return self.ended or f"{points_said(self.change)} trust"

    @property
    def came_to(self) -> str:
        """The same as the end of a sentence."""
        return {ENDED[1]: "a sale", NOT_LOST: "nobody lost"}.get(self.told, self.told)

    @property
    def tone(self) -> str:
        """Good, bad or "": by people won and lost, and only then by points."""
        if self.unadvised and self.people > 0:
            return "warn"  # a sale by luck is no better choice
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
    made_good: bool = False  # whether a later day made it good: whom it was about bought in the end
    lucky: bool = False  # whether it asked to buy before its time, or to no use

    @property
    def best(self) -> tuple[int, float]:
        """What the best of the other options would have brought: people, then points of trust.

        Nothing, of a decision that a later day made good, and of an option that nobody should have chosen.
        """
        if self.made_good and not self.sold:
            return 0, 0.0
        return max(((o.people, o.change) for o in self.advised), default=(0, 0.0))

    @property
    def advised(self) -> tuple[WhatIf, ...]:
        """The other options that a room could have known to be worth choosing."""
        return tuple(other for other in self.others if not other.unadvised and not other.unseen)

    @property
    def sold(self) -> bool:
        """Whether somebody bought by it."""
        return self.ended.startswith(ENDED[1])

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


def costliest_and_best(decisions: tuple[Decision, ...]) -> tuple[str, ...]:
    """The decision that cost most, as another would have bettered it, and the one that every other would have worsened.

    Args:
        decisions: of a room that votes; what looking around is worth is told by no points, and so left out.
    """
    weighed = [d for d in decisions if not d.looked and d.advised]
    cost = max((d for d in weighed if not d.sold), key=lambda d: d.best, default=None)
    good = min((d for d in weighed if not d.lucky), key=lambda d: d.best, default=None)
    told = []
    if cost is not None and cost.best > (0, FELT):
        other = max(cost.advised, key=lambda o: (o.people, o.change))
        told.append(f"What cost you most: day {cost.day}, {cost.name}, “{cost.chosen}”. “{other.title}” would have "
                    f"come to {other.came_to}{'' if cost.who else ' in all'}.")  # fmt: skip
    if good is not None and good.best < (0, -FELT):
        told.append(f"What helped you most: day {good.day}, {good.name}, “{good.chosen}”. Nothing else came near it.")
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
    stands, asked = int(stands_of(morning)[column]), ask_kind(morning, won)
    return Decision(
        day=question.day, who=question.who, name=person.name, look=person.look,
        chosen=won.title if won else "Nothing", drawn=count.drawn, answer=_answer(morning, question.who),
        others=_in_order(others), looked=_looks(won), lucky=asked not in {"", READY, FAIR},
        made_good=bool(bought_in_the_end(room)[column]),
        ended=_ended(int(stands_of(begun)[column]), stands, others, luck=asked == LUCK),
    )  # fmt: skip


def _ended(before: int, after: int, others: tuple[WhatIf, ...], *, luck: bool) -> str:
    """What came of a choice for somebody that night; that it made no difference, where any option ends so."""
    if after == before or after not in ENDED:
        return ""
    by_luck = BY_LUCK if luck and after > 0 else ""
    return f"{ENDED[after]}{by_luck}{'' if any(other.people for other in others) else ', whatever was chosen'}"


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
        won = stands_of(other) - stands_of(morning)
        won = np.where(bought_in_the_end(room) & (won > 0), 0, won)  # a later day made it good
        moved = f"{_reply(begun, option)} Trust that night: {strongest(changes, _first_names(begun))}."
        moved = f"{moved} {people_said(won, _first_names(begun))}".strip()
        return WhatIf(
            option.title, "", int(count.tally.get(option.id, 0)), moved, float(changes.sum()), people=int(won.sum())
        )
    column = _column(begun, question)
    change = changes[column]
    said = option.said if isinstance(option.choice, PlanMove) else ""
    happened = _heard(morning, question.who)
    heard = next((text for text in _heard(other, question.who) if text not in happened), SAME)
    people, ended = beside(int(stands_of(other)[column]), int(stands_of(morning)[column]))
    asked = ask_kind(other, option)
    if asked == LUCK and people > 0:
        ended += BY_LUCK
    return WhatIf(
        title=option.title,
        said=said,
        votes=int(count.tally.get(option.id, 0)),
        answer=heard,
        change=float(change),
        looks=_looks(option),
        people=people,
        ended=ended,
        unadvised=_pitches(option) or asked not in {"", READY, FAIR},
        unseen=asked != "" and not shown_before(begun, question.who, question.day),
    )


def _column(now: Playthrough, question: Question) -> int:
    return now.compiled.ids.index(question.who)


def _in_order(others: tuple[WhatIf, ...]) -> tuple[WhatIf, ...]:
    """The other options, those first that would have won or kept people; among equals what is advised."""
    return tuple(sorted(others, key=lambda other: (-other.people, other.unadvised, -other.change)))


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
