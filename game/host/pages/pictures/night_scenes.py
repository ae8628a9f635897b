"""A night, person by person: what was done as it would be face to face, and what they did in answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.coach.knowing_when import is_question
from game.coach.looking_back.debrief import LUCKY
from game.coach.looking_back.questions.verdict import verdict_of
from game.engine.seen.message_to_all import TO_ALL
from game.host.debriefing.sent_to_many import PRESENT, SentToMany, sent_tonight
from game.host.pages.events_told import EventTold, events_told
from game.host.pages.pictures.whole_room import WholeRoom, whole_room_of
from game.host.room.room_state import Room
from game.model.moves import ASKS_FROM
from game.scenario.texts.evening_words import evening_words
from game.scenario.texts.first_names import first_name
from game.session.date_lines import DateLine
from game.session.playthrough import Playthrough
from game.session.seen.after_the_move import SILENT, as_it_was, in_your_words, met_in, taken_told
from game.session.seen.make_view import follower_view, planned_views
from game.session.seen.mirror import Mirror
from game.session.seen.night.body import STILL
from game.session.seen.night.evening import Met
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.night.night_folds import answers_first
from game.session.story.unanswered_asks import NO_ANSWER
from game.session.view import FollowerView, Notice, Planned, View
from game.session.words.spoken import NARRATED

DECIDES = frozenset({
    "accepts", "buys", "declines_kindly", "declines_coldly", "buys_elsewhere", "unfollows", "blocks",
})  # fmt: skip
"""Signals after which a question is not open any more."""
AGAIN = "It can be asked again another day."

BUYS = frozenset({"accepts", "buys"})
"""Signals of a yes."""


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
    sent: tuple[SentToMany, ...] = ()  # what reached them and others, told of the first of them alone
    events: tuple[EventTold, ...] = ()  # by which it came; likewise
    no_told: bool = False  # whether the picture tells that a question without an answer is a no
    by_luck: bool = False  # whether it asked to buy and met a yes against the odds
    whole: WholeRoom | None = None  # the picture of everybody, on a night in which everybody got the same

    @property
    def silent_no(self) -> str:
        """What stands where a question got no answer that night; "" where it got one, or nothing was asked.

        That it is a no is said once: here, in what is told of the night, or below the picture.
        """
        signals = {signal for signal, _, _ in self.answers}
        if not self.asked or signals & DECIDES:
            return ""
        return AGAIN if self.no_told or NO_ANSWER in signals else f"No answer from {self.first}, a no for now. {AGAIN}"

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
        return "" if self.silent_no or self.no_told else "No answer. That can mean many things."


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
    no_told = met is not None and met.does in {line.text for line in evening_words().gestures[NO_ANSWER]}
    answers = tuple(one for one in scene.answers if not (no_told and one[0] == NO_ANSWER))
    date = replace(as_it_was(scene.date, met, scene.first), then=then)
    if scene.by_luck:  # no scolding for the question and cheering for the answer in one breath
        what = f"You ask {scene.first} to buy, and nothing that you could see speaks for a yes."
        date = replace(date, what=what, then=f"{scene.first} says yes all the same. That is luck, and no plan.")
    return replace(scene, date=date, answers=answers, no_told=no_told)


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
    answers = _answers_of(morning, after)
    planned = {p.who: p for p in planned_views(evening) if p.who}
    sent = tuple(one for one in sent_tonight(evening) if one.to_each and one.reached)
    events = [event for event in events_told(evening) if event.who]
    whole = whole_room_of(evening, morning) if sent else None
    of_all = tuple(one for one in sent if whole is not None and one.move == TO_ALL)
    to_some = tuple(one for one in sent if one not in of_all)
    of_some = [event for event in events if event.title not in {one.by_event for one in of_all}]
    reached = [who for one in to_some for who in one.reached]
    order = list(dict.fromkeys([*first, *planned, *reached, *answers, *(event.who[0] for event in of_some)]))
    scenes = []
    if whole is not None:  # the damage first, and then those whom it hurt most
        steps = {met.follower: met.step for met in whole.crowd}
        order.sort(key=lambda who: steps.get(who, STILL))
        scenes.append(_of_everybody(whole, tuple(event for event in events if event not in of_some)))
    for who in order:
        if who not in before | after:
            continue
        plan, old = planned.get(who), {n.title + n.text for n in before[who].noticed} if who in before else set()
        scenes.append(
            replace(
                _scene_with((before | after)[who], plan, evening),
                answers=tuple(answers.get(who, ())),
                sent_by=next((one.label for one in (*to_some, *of_all) if who in one.reached), ""),
                by_luck=bool(
                    plan and BUYS & {signal for signal, *_ in answers.get(who, [])} and _by_luck(morning, who)
                ),
                sent=tuple(one for one in to_some if who == _first_of(order, one.reached)),
                events=tuple(event for event in of_some if who == _first_of(order, event.who)),
                noticed=tuple(n for n in (before | after)[who].noticed if n.title + n.text not in old),
            )
        )
    return tuple(scenes)


def _by_luck(morning: Playthrough, who: str) -> bool:
    """Whether somebody said yes by luck to a question to buy on the day before."""
    played = morning.history[-1]
    asked = (item.move for item in played.items if item.who == who and is_question(morning, item.move))
    column = morning.compiled.ids.index(who)
    return any(verdict_of(morning, played, column, move).told in LUCKY for move in asked)


def _answers_of(morning: Playthrough, people: Mapping[str, FollowerView]) -> dict[str, list[tuple[str, str, bool]]]:
    """What each did overnight, the answers to you first: signal, words, and whether they were said."""
    spoken = {f.id: {t.text for t in f.thread if t.who == "them"} for f in people.values()}
    found: dict[str, list[tuple[str, str, bool]]] = {}
    night = morning.story.night
    for item in answers_first(night.items if night else ()):
        said = item.text in spoken.get(item.follower, set())
        found.setdefault(item.follower, []).append((item.signal, item.text, said))
    return found


def _first_of(order: Sequence[str], people: Sequence[str]) -> str:
    """Who of some people is shown first."""
    return next(who for who in order if who in people)


def _scene_with(person: FollowerView, plan: Planned | None, evening: Playthrough) -> NightScene:
    """The scene of somebody with what was planned for them, before anything of the night is known."""
    nobody = NightScene(
        who=person.id, name=person.name, first=first_name(person.name), look=person.look, move="", title="", said="",
        aloud=False, hours=0.0, date=None, answers=(), noticed=(),
    )  # fmt: skip
    if plan is None:
        return nobody
    return replace(
        nobody, move=plan.move, title=plan.title, said=plan.text, aloud=plan.move not in NARRATED, hours=plan.hours,
        date=_scene_of(evening, plan), asked=evening.compiled.rules.moves.row(plan.move).ask >= ASKS_FROM,
    )  # fmt: skip


def _of_everybody(whole: WholeRoom, events: tuple[EventTold, ...]) -> NightScene:
    """The scene of a night in which everybody got the same, and the events by which it came."""
    return NightScene(
        who="", name=whole.title, first="Everybody", look=0, move="", title="", said="", aloud=False,
        hours=0.0, date=None, answers=(), noticed=(), whole=whole, events=events,
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
