"""What a player chooses on the page of a day: whom one looks at, which move is taken up, planned, noted, answered."""

from dataclasses import replace
from typing import Any

from game.coach.nudges import nudge_of, told_nudge
from game.scenario.texts.texts import GROUPS
from game.session.entries import AnswerEvent, MarkRead, Note, PlanMove, SayOdds, TakeBack, TakeNudge
from game.session.view import Planned, View
from game.ui.common.run_protocol import OpenRun
from game.ui.common.ui_model import Model
from game.ui.play.play_actions import Group, Pick, SayHowMany, Select
from game.ui.play.play_state import ContentBox, MirrorBox, MotiveBox, NudgeBox, PeopleBox, PlayPage
from game.ui.play.reading_views import mirror_of, move_of, moves_of, ordered, receiver_of

NOTHING_TAKEN_UP: dict[str, Any] = {"move": "", "content": "", "other": "", "words": ""}


def run_of(model: Model) -> OpenRun:
    """The open run.

    Raises:
        RuntimeError: none is open; no screen offers what then makes no sense.
    """
    if model.run is None:
        raise RuntimeError("expected a run to be open")
    return model.run


def view_of(model: Model) -> View:
    """The view of the open run.

    Raises:
        RuntimeError: there is none.
    """
    if model.view is None:
        raise RuntimeError("expected a view of a run")
    return model.view


def play_page_of(model: Model) -> PlayPage:
    """The play page.

    Raises:
        TypeError: another page is shown.
    """
    if not isinstance(model.page, PlayPage):
        raise TypeError(f"expected the play page, got {type(model.page).__name__}")
    return model.page


def refreshed(model: Model, **page: Any) -> Model:
    """The play page with some of its fields changed, and the view read anew."""
    changed = replace(play_page_of(model), **page)
    return replace(model, page=changed, view=run_of(model).view(changed.selected or None))


def laid_down(model: Model) -> Model:
    """The model with nothing taken up."""
    return replace(model, page=replace(play_page_of(model), **NOTHING_TAKEN_UP))


def select(model: Model, action: Select) -> Model:
    """Turns to a follower; what they wrote counts as read."""
    view, page = view_of(model), play_page_of(model)
    ids = [f.id for f in ordered(view, page.order)]
    if not ids:
        return model
    chosen = action.follower
    if not chosen:
        at = ids.index(page.selected) if page.selected in ids else 0
        chosen = ids[(at + action.step) % len(ids)]
    if chosen in {f.id for f in view.followers if f.unread}:
        run_of(model).do(MarkRead(chosen))
    group = "notice" if page.group == "all" else page.group
    scrolls = {k: v for k, v in model.scrolls.items() if k in {"followers", "posts"}}
    turned = refreshed(model, selected=chosen, tab="thread", group=group, more=0, **NOTHING_TAKEN_UP)
    return replace(turned, scrolls=scrolls, show=f"follower.{chosen}")


def turn_to_group(model: Model, action: Group) -> Model:
    """Turns to a group of moves; posts are read beside the moves to everybody."""
    page = play_page_of(model)
    names = list(GROUPS)
    name = action.name or names[(names.index(page.group) + action.step) % len(names)]
    tab = "posts" if name == "all" else "thread" if page.group == "all" else page.tab
    return refreshed(model, group=name, tab=tab, more=0, **NOTHING_TAKEN_UP)


def pick(model: Model, action: Pick) -> Model:
    """Takes up a move, after asking what goes with it; a blunder shows its date mirror the first time."""
    page = play_page_of(model)
    move = move_of(view_of(model), action.move)
    if move is None:
        return model
    if not move.enabled:
        return replace(model, said=move.why_not)
    if move.needs_content and not action.content:
        before = page.content if page.move == action.move else ""
        return replace(model, dialog=ContentBox(action.move, before))
    if move.needs_other and not action.other:
        return replace(model, dialog=PeopleBox(action.move, page.other))
    words = run_of(model).say(action.move, receiver_of(page, move), action.content, action.other)
    tab = "posts" if move.group == "all" else "thread"
    page = replace(page, move=action.move, content=action.content, other=action.other, words=words, tab=tab)
    scrolls = {k: v for k, v in model.scrolls.items() if not k.startswith("thread")}
    model = replace(model, page=page, dialog=None, focus="compose.plan", scrolls=scrolls)
    if move.faux_pas and model.settings.mirror_unasked and move.id not in model.mirrored:
        shown = mirror_of(model, unasked=True)
        return replace(model, mirrored=model.mirrored | {move.id}, dialog=shown, focus="")
    return model


def say_how_many(model: Model, action: SayHowMany) -> Model:
    """The date mirror answers a question; what one said before is kept for the run."""
    box, page = model.dialog, play_page_of(model)
    if not isinstance(box, MirrorBox) or not box.waits:
        return model
    run_of(model).do(SayOdds(page.selected, page.move, action.band))
    model = refreshed(model)
    return replace(model, dialog=mirror_of(model))


def first_move(model: Model) -> str:
    """The spot of the first move that can be made now, or ""."""
    page = play_page_of(model)
    return next((f"move.{m.id}" for m in moves_of(view_of(model), page.group) if m.enabled), "")


def plan(model: Model, entry: PlanMove) -> Model:
    """Plans a move; nothing is taken up any more. What gives way to it is said, and can be brought back."""
    turned = _planned_anew(replace(model, dialog=None), entry)
    gone = _without(view_of(model).plan, view_of(turned).plan)
    turned = replace(turned, focus=first_move(turned))
    if not gone:
        return turned
    names = ", ".join(f"“{old.title}” for {old.name}" for old in gone)
    return replace(turned, told=f"{names} gives way to it: one move for each, one post a day. Ctrl+Z brings it back.")


def take_back(model: Model, entry: TakeBack) -> Model:
    """Takes a move out of the plan; Ctrl+Z plans it again."""
    page = play_page_of(model)
    return _planned_anew(model, entry, move=page.move, content=page.content, other=page.other, words=page.words)


def _planned_anew(model: Model, entry: PlanMove | TakeBack, **page: Any) -> Model:
    """The plan changed by an entry; what it was before is kept for `step_back`."""
    before = tuple(map(_entry_of, view_of(model).plan))
    run_of(model).do(entry)
    return refreshed(model, **NOTHING_TAKEN_UP | page | {"steps": (*play_page_of(model).steps, before)})


def _entry_of(planned: Planned) -> PlanMove:
    return PlanMove(planned.move, planned.who, planned.content_id, planned.other)


def _without(some: tuple[Planned, ...], others: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """What is planned in one plan and not in the other."""
    known = set(map(_entry_of, others))
    return tuple(planned for planned in some if _entry_of(planned) not in known)


def step_back(model: Model) -> Model:
    """The plan as it was before its last step."""
    page, now = play_page_of(model), view_of(model).plan
    wanted = page.steps[-1]
    for planned in now:
        if _entry_of(planned) not in wanted:
            run_of(model).do(TakeBack(planned.id))
    for entry in wanted:
        if entry not in map(_entry_of, now):
            run_of(model).do(entry)
    turned = refreshed(model, steps=page.steps[:-1], **NOTHING_TAKEN_UP)
    gone, come = _without(now, view_of(turned).plan), _without(view_of(turned).plan, now)
    words = [f"“{p.title}” for {p.name} is planned again." for p in come] or [
        f"“{p.title}” for {p.name} is taken back." for p in gone
    ]
    return replace(turned, told=" ".join(words))


def mark_read(model: Model, entry: MarkRead) -> Model:
    """Does an entry that changes nothing but the view."""
    run_of(model).do(entry)
    return refreshed(model)


def ask_nudge(model: Model) -> Model:
    """The hint of the day on top of the page; it is written down when it is asked for first."""
    if not model.settings.hints:
        return model
    view = view_of(model)
    if view.nudge is None:
        nudge = nudge_of(view)
        run_of(model).do(TakeNudge(nudge.about, nudge.who))
        model = refreshed(model)
        view = view_of(model)
    told = told_nudge(view, view.nudge or nudge_of(view))
    return replace(model, dialog=NudgeBox(told))


def note(model: Model, entry: Note) -> Model:
    """Writes into the notebook; the question of the motive closes."""
    run_of(model).do(entry)
    return refreshed(replace(model, dialog=None) if isinstance(model.dialog, MotiveBox) else model)


def answer(model: Model, entry: AnswerEvent) -> Model:
    """Answers an event; its dialog stays while it has a reply to be read."""
    run_of(model).do(entry)
    model = refreshed(model)
    event = next((e for e in view_of(model).events if e.id == entry.event), None)
    return replace(model, dialog=None) if event is None or not event.reply else model
