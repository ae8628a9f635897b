"""A night, person by person: what was done as it would be face to face, and what they did in answer."""

from dataclasses import dataclass

from game.host.room.room_state import Room
from game.scenario.texts.first_names import first_name
from game.session.playthrough import Playthrough
from game.session.seen.make_view import make_view
from game.session.view import DateLine, Notice
from game.session.words.spoken import NARRATED


@dataclass(frozen=True)
class NightScene:
    """One person of a night."""

    who: str
    name: str
    first: str
    look: int
    move: str  # id, or "" when nothing was done
    title: str  # of the move
    said: str  # the words of the move
    aloud: bool  # whether they are said, or tell what was done
    hours: float
    date: DateLine | None  # the move at a café table
    answers: tuple[tuple[str, str, bool], ...]  # signals, their words, and whether these were said or are told
    noticed: tuple[Notice, ...]  # found out that night


def night_of(room: Room) -> tuple[NightScene, ...]:
    """The night of a room that plays together: whom it voted on comes first, in the order of the votes."""
    if room.evening is None or room.shared is None:
        return ()
    day = room.evening.position.day
    voted_on = tuple(c.question.who for c in room.counts if c.question.day == day and c.question.who)
    return night_scenes(room.evening, room.shared, voted_on)


def night_scenes(evening: Playthrough, morning: Playthrough, first: tuple[str, ...] = ()) -> tuple[NightScene, ...]:
    """The people of a night: those something was done for, in the order of planning, then those who did something.

    Args:
        evening: the playthrough before its day ended.
        morning: the one after.
        first: who is shown in any case, and before all others.
    """
    before, after = make_view(evening), make_view(morning)
    people = {f.id: f for f in (*before.followers, *after.followers)}
    spoken = {f.id: {t.text for t in f.thread if t.who == "them"} for f in after.followers}
    answers: dict[str, list[tuple[str, str, bool]]] = {}
    for item in after.night.items if after.night else ():
        said = item.text in spoken.get(item.follower, set())
        answers.setdefault(item.follower, []).append((item.signal, item.text, said))
    old = {f.id: {n.title + n.text for n in f.noticed} for f in before.followers}
    planned = {p.who: p for p in before.plan if p.who}
    scenes = []
    for who in dict.fromkeys([*first, *planned, *answers]):
        person = people.get(who)
        if person is None:
            continue
        plan = planned.get(who)
        date = next(
            (m.date_with(plan.content_id) for m in make_view(evening, who).moves if plan and m.id == plan.move), None
        )
        scenes.append(
            NightScene(
                who, person.name, first_name(person.name), person.look, plan.move if plan else "",
                plan.title if plan else "", plan.text if plan else "", bool(plan and plan.move not in NARRATED),
                plan.hours if plan else 0.0, date,
                tuple(answers.get(who, ())),
                tuple(n for n in person.noticed if n.title + n.text not in old.get(who, set())),
            )
        )  # fmt: skip
    return tuple(scenes)
