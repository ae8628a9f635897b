"""What a guest has chosen so far, as the host reads it."""

from game.host.debriefing.sent_to_many import sent_so_far
from game.host.room.room_state import Guest, Room
from game.session.playthrough import Playthrough


def chosen_by(guest: Guest, room: Room) -> list[tuple[int, str]]:
    """What a guest chose, the newest day first: day and move with its person, or the option of a vote."""
    if guest.now is None:
        return [
            (c.question.day, f"{c.question.title} {o.title}")
            for c in reversed(room.counts)
            for o in c.question.options
            if o.id == c.votes.get(guest.id)
        ]
    names, speaker = guest.now.people, guest.now.setup.speaker
    made = [(guest.now.day, i.move, i.who) for i in guest.now.plan.values()] if not guest.now.finished else []
    made += [(d.morning.day, i.move, i.who) for d in reversed(guest.now.history) for i in d.items]
    found = [(day, speaker.title(move) + (f": {names[who].name}" if who in names else "")) for day, move, who in made]
    return sorted(found + _answered(guest.now), key=lambda one: -one[0])


def _answered(now: Playthrough) -> list[tuple[int, str]]:
    """The answers to events, and what they sent: the day, and a sentence."""
    timeline = now.compiled.scenario.timeline
    mornings = [*(played.morning for played in now.history), now.position]
    found = [
        (morning.day, f"“{event.title}”: {event.choices[now.answers[name]].label}")
        for morning in mornings
        for (name, event), fresh in zip(timeline.items(), morning.fresh[0].tolist(), strict=True)
        if fresh and name in now.answers and event.choices
    ]
    return found + [(sent.day, sent.told) for sent in sent_so_far(now) if sent.by_event]
