"""A night, person by person: what was done as it would be face to face, and what they did in answer."""

from dataclasses import dataclass

from game.session.playthrough import Playthrough
from game.session.seen.make_view import make_view
from game.session.view import DateLine, Notice


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
    hours: float
    date: DateLine | None  # the move at a café table
    answers: tuple[tuple[str, str], ...]  # signals and their words
    noticed: tuple[Notice, ...]  # found out that night


def night_scenes(evening: Playthrough, morning: Playthrough) -> tuple[NightScene, ...]:
    """The people of a night: those something was done for, in the order of planning, then those who did something.

    Args:
        evening: the playthrough before its day ended.
        morning: the one after.
    """
    before, after = make_view(evening), make_view(morning)
    answers: dict[str, list[tuple[str, str]]] = {}
    for item in after.night.items if after.night else ():
        answers.setdefault(item.follower, []).append((item.signal, item.text))
    people = {f.id: f for f in (*before.followers, *after.followers)}
    old = {f.id: {n.title + n.text for n in f.noticed} for f in before.followers}
    planned = {p.who: p for p in before.plan if p.who}
    scenes = []
    for who in dict.fromkeys([*planned, *answers]):
        person = people.get(who)
        if person is None:
            continue
        plan = planned.get(who)
        date = next((m.date for m in make_view(evening, who).moves if plan and m.id == plan.move), None)
        scenes.append(
            NightScene(
                who, person.name, person.name.split()[0], person.look, plan.move if plan else "",
                plan.title if plan else "", plan.text if plan else "", plan.hours if plan else 0.0, date,
                tuple(answers.get(who, ())),
                tuple(n for n in person.noticed if n.title + n.text not in old.get(who, set())),
            )
        )  # fmt: skip
    return tuple(scenes)
