"""A night, person by person: what was done as it would be face to face, and what they did in answer."""

from dataclasses import dataclass, replace

from game.host.debriefing.sent_to_many import PRESENT, sent_tonight
from game.host.pages.pictures.whole_room import WholeRoom, whole_room_of
from game.host.room.room_state import Room
from game.model.moves import ASKS_FROM
from game.scenario.texts.first_names import first_name
from game.session.date_lines import DateLine
from game.session.playthrough import Playthrough
from game.session.seen.after_the_move import SILENT, as_it_was, in_your_words, met_in, taken_told
from game.session.seen.make_view import follower_view, planned_views
from game.session.seen.mirror import Mirror
from game.session.seen.night.body import STILL
from game.session.seen.night.evening import Met
from game.session.seen.night.evening_seen import evening_seen
from game.session.view import FollowerView, Notice, Planned, View
from game.session.words.spoken import NARRATED

DECIDES = frozenset({"accepts", "buys", "declines_kindly", "declines_coldly", "buys_elsewhere", "unfollows", "blocks"})
"""Signals after which a question is not open any more."""


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
    asked: bool = False  # whether the move asked for a yes or a no
    sent_by: str = ""  # title of the event or of the message to everybody that reached them, whatever else was planned
    whole: WholeRoom | None = None  # the picture of everybody, on a night in which everybody got the same

    @property
    def silent_no(self) -> str:
        """What stands where a question got no answer that night; "" where it got one, or nothing was asked."""
        if not self.asked or any(signal in DECIDES for signal, _, _ in self.answers):
            return ""
        return f"No answer from {self.first}, which is a no for now. It can be asked again another day."

    @property
    def without_answer(self) -> str:
        """What stands where they wrote nothing: only a message that waits for an answer can be left without one.

        Told once: where the picture says already that there was nothing to answer, or how it was taken, it is "".
        """
        if self.whole is not None:
            return ""
        if not self.move and not self.sent_by:
            return "Nothing was sent, and nothing came back."
        if self.move in SILENT and not self.sent_by:
            return (
                "" if self.date and self.date.then == nothing_to_answer(self.first) else nothing_to_answer(self.first)
            )
        return "" if self.silent_no else "No answer. That can mean many things."


def night_of(room: Room) -> tuple[NightScene, ...]:
    """The night of a room that plays together: whom it voted on comes first, in the order of the votes."""
    if room.evening is None or room.shared is None:
        return ()
    day = room.evening.position.day
    voted_on = tuple(c.question.who for c in room.counts if c.question.day == day and c.question.who)
    return night_scenes(room.evening, room.shared, voted_on)


def as_it_came_out(scene: NightScene, view: View) -> NightScene:
    """A scene of a night by what really happened: their body, their own words, and how the move was taken.

    Args:
        scene: with the move as the mirror shows it before it is made.
        view: of the morning after.
    """
    if scene.date is None or view.night is None:
        return scene
    met = None if scene.move in SILENT else met_in(evening_seen(view, view.night), scene.who)
    then = nothing_to_answer(scene.first) if scene.move in SILENT else _then(scene, met)
    return replace(scene, date=replace(as_it_was(scene.date, met, scene.first), then=then))


def nothing_to_answer(first: str) -> str:
    """What is told of a move that says nothing, at the beginning of a sentence.

    Args:
        first: their first name.
    """
    taken = taken_told("look_around", first, None)
    return taken[0].upper() + taken[1:]


def _then(scene: NightScene, met: Met | None) -> str:
    """How the move was taken, at the beginning of a sentence."""
    taken = taken_told(scene.move, scene.first, met)
    return taken[0].upper() + taken[1:]


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
    reached = {who: sent.label for sent in sent_tonight(evening) if sent.to_each for who in sent.reached}
    scenes = []
    order = list(dict.fromkeys([*first, *planned, *answers]))
    whole = whole_room_of(evening, morning) if reached else None
    if whole is not None:  # the damage first, and then those whom it hurt most
        steps = {met.follower: met.step for met in whole.crowd}
        order.sort(key=lambda who: steps.get(who, STILL))
        scenes.append(_of_everybody(whole))
    for who in order:
        person = people.get(who)
        if person is None:
            continue
        plan = planned.get(who)
        scenes.append(
            NightScene(
                who=who,
                name=person.name,
                first=first_name(person.name),
                look=person.look,
                move=plan.move if plan else "",
                title=plan.title if plan else "",
                said=plan.text if plan else "",
                aloud=bool(plan and plan.move not in NARRATED),
                hours=plan.hours if plan else 0.0,
                date=_scene_of(evening, plan) if plan else None,
                answers=tuple(answers.get(who, ())),
                asked=bool(plan and evening.compiled.rules.moves.row(plan.move).ask >= ASKS_FROM),
                sent_by=reached.get(who, ""),
                noticed=tuple(n for n in person.noticed if n.title + n.text not in old.get(who, set())),
            )
        )
    return tuple(scenes)


def _of_everybody(whole: WholeRoom) -> NightScene:
    """The scene of a night in which everybody got the same."""
    return NightScene(
        who="", name=whole.title, first="Everybody", look=0, move="", title="", said="", aloud=False,
        hours=0.0, date=None, answers=(), noticed=(), whole=whole,
    )  # fmt: skip


def _people(now: Playthrough) -> dict[str, FollowerView]:
    """Everybody who has come by a morning, without the moves that a whole view holds: a night shows none."""
    there = (now.position.people.arrives[0] <= now.position.day) | (now.position.ledger.present[0] > PRESENT)
    seen = (follower_view(now, int(column)) for column in there.nonzero()[0])
    return {follower.id: follower for follower in seen}


def _scene_of(evening: Playthrough, plan: Planned) -> DateLine:
    """A planned move at the café table, with what goes along."""
    mirror = Mirror(evening, plan.who)
    with_content = dict(mirror.lines_with(plan.move)) if plan.content_id else {}
    date = with_content.get(plan.content_id) or mirror.line(plan.move)
    return in_your_words(date, plan.text)
