"""A night, person by person: what was done as it would be face to face, and what they did in answer."""

from dataclasses import dataclass

from game.host.room.room_state import Room
from game.scenario.texts.first_names import first_name
from game.session.playthrough import Playthrough
from game.session.seen.make_view import follower_view, planned_views
from game.session.seen.mirror import Mirror
from game.session.view import DateLine, FollowerView, Notice, Planned
from game.session.words.spoken import NARRATED

PRESENT = 0.5  # above it somebody follows


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
    before, after = _people(evening), _people(morning)
    people = before | after
    spoken = {f.id: {t.text for t in f.thread if t.who == "them"} for f in after.values()}
    answers: dict[str, list[tuple[str, str, bool]]] = {}
    night = morning.story.night
    for item in night.items if night else ():
        said = item.text in spoken.get(item.follower, set())
        answers.setdefault(item.follower, []).append((item.signal, item.text, said))
    old = {f.id: {n.title + n.text for n in f.noticed} for f in before.values()}
    planned = {p.who: p for p in planned_views(evening) if p.who}
    scenes = []
    for who in dict.fromkeys([*first, *planned, *answers]):
        person = people.get(who)
        if person is None:
            continue
        plan = planned.get(who)
        scenes.append(
            NightScene(
                who, person.name, first_name(person.name), person.look, plan.move if plan else "",
                plan.title if plan else "", plan.text if plan else "", bool(plan and plan.move not in NARRATED),
                plan.hours if plan else 0.0, _scene_of(evening, plan) if plan else None,
                tuple(answers.get(who, ())),
                tuple(n for n in person.noticed if n.title + n.text not in old.get(who, set())),
            )
        )  # fmt: skip
    return tuple(scenes)


def _people(now: Playthrough) -> dict[str, FollowerView]:
    """Everybody who has come by a morning, without the moves that a whole view holds: a night shows none."""
    there = (now.position.people.arrives[0] <= now.position.day) | (now.position.ledger.present[0] > PRESENT)
    seen = (follower_view(now, int(column)) for column in there.nonzero()[0])
    return {follower.id: follower for follower in seen}


def _scene_of(evening: Playthrough, plan: Planned) -> DateLine:
    """A planned move at the café table, with what goes along."""
    mirror = Mirror(evening, plan.who)
    with_content = dict(mirror.lines_with(plan.move)) if plan.content_id else {}
    return with_content.get(plan.content_id) or mirror.line(plan.move)
