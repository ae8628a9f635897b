"""The events of a day as its night tells them: what came of the answer, and what is different from then on."""

from dataclasses import dataclass
from typing import Any

from game.host.debriefing.sent_to_many import PRESENT, sent_tonight
from game.host.room.questions import events_asking
from game.session.playthrough import Playthrough
from game.session.story.concerned import concerned
from game.session.words.hours_text import sentence_hours


@dataclass(frozen=True)
class EventTold:
    """An event of the day that is over."""

    title: str
    reply: str  # what came of the answer; of an event that wants none, what it was
    lasting: tuple[str, ...]  # sentences on what is different from now on
    who: tuple[str, ...] = ()  # ids of those whom it concerns: to whom it sent something, or whom its answer names


def rest_of_night(evening: Playthrough, morning: Playthrough) -> dict[str, Any]:
    """What a night has beside its people, for every page that tells one: projector, phones and host.

    What came to somebody like a letter, and what came of an event that concerns somebody, is told in their scenes.

    Args:
        evening: as the day ended.
        morning: the one after.
    """
    return {
        "sent": tuple(one for one in sent_tonight(evening) if not (one.to_each and one.reached)),
        "events": tuple(event for event in events_told(evening) if not event.who),
        "night": morning.story.night,
    }


def place_told(now: Playthrough, event: str) -> str:
    """Which of the morning's events one is; "" where it is the only one that wants an answer.

    Args:
        now: on that morning.
        event: id.
    """
    asking = events_asking(now)
    if len(asking) < 2 or event not in asking:
        return ""
    place = asking.index(event) + 1
    after = f", and then “{now.compiled.scenario.timeline[asking[place]].title}”" if place < len(asking) else ""
    return f"Event {place} of {len(asking)} this morning{after}"


def events_told(evening: Playthrough) -> tuple[EventTold, ...]:
    """The events that happened on the morning of a day, in the order of the file.

    Args:
        evening: as the day ended, answers and all.
    """
    scenario = evening.compiled.scenario
    fresh = zip(scenario.timeline.items(), evening.position.fresh[0].tolist(), strict=True)
    return tuple(
        EventTold(
            event.title,
            evening.replies.get(name, event.text),
            _lasting(evening, number, name),
            _concerned(evening, name),
        )
        for number, ((name, event), happened) in enumerate(fresh)
        if happened
    )


def _concerned(evening: Playthrough, name: str) -> tuple[str, ...]:
    """Ids of those whom an event and its answer concern, of those who are there."""
    event = evening.compiled.scenario.timeline[name]
    reached = [who for one in sent_tonight(evening) if one.by_event == event.title for who in one.reached]
    if reached or name not in evening.answers:
        return tuple(reached)
    there = zip(evening.people, evening.position.ledger.present[0] > PRESENT, strict=True)
    names = {who: evening.people[who].first for who, here in there if here}
    return tuple(concerned(event, event.choices[evening.answers[name]], names))


def _lasting(evening: Playthrough, number: int, name: str) -> tuple[str, ...]:
    """What an event and the answer to it change for all the days that follow."""
    compiled = evening.compiled
    event = compiled.events[number]
    effects = [event.effect, *(event.answers[evening.answers[name]] for _ in [name] if name in evening.answers)]
    changes = [effect.change for effect in effects if effect.change is not None]
    told = []
    hours = event.effect.change.hours if event.effect.change is not None else 0.0
    if hours:  # what an answer changes of them stands in its reply
        told.append(f"From now on a day has {sentence_hours(abs(hours))} {'less' if hours < 0 else 'more'}.")
    titles = [compiled.scenario.content[c].title for c in compiled.contents]
    unlocked = [title for n, title in enumerate(titles) if any(change.unlocked[n] for change in changes)]
    if unlocked:
        told.append(f"Can be shared from now on: {', '.join(unlocked)}.")
    return tuple(told)
