"""The turns of a player: whom one looks at, which move one takes up, what is planned, noted and answered."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

from game.ui.play import play_actions as act
from game.ui.play.play_services import Game
from game.ui.play.play_state import (
    GROUPS,
    ContentBox,
    MirrorBox,
    Model,
    MotiveBox,
    PeopleBox,
    PlayPage,
    follower_of,
    move_of,
    ordered,
)

NOTHING_TAKEN_UP: dict[str, Any] = {"move": "", "content": "", "other": "", "words": ""}


class Turns:
    """What of a controller has to do with the day that is being planned."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.game: Game | None = None
        self._mirrored: set[str] = set()  # blunders whose date the player has seen

    def _run(self) -> Game:
        if self.game is None:
            raise RuntimeError("expected a run to be open")
        return self.game

    def _view(self) -> Any:
        if self.model.view is None:
            raise RuntimeError("expected a view of a run")
        return self.model.view

    def _page(self) -> PlayPage:
        if not isinstance(self.model.page, PlayPage):
            raise TypeError(f"expected the play page, got {type(self.model.page).__name__}")
        return self.model.page

    def _refresh(self, **page: Any) -> None:
        changed = replace(self._page(), **page)
        self.model = replace(self.model, page=changed, view=self._run().view(changed.selected or None))

    def _select(self, action: act.Select) -> None:
        view, page = self._view(), self._page()
        ids = [f.id for f in ordered(view, page.order)]
        if not ids:
            return
        chosen = action.follower
        if not chosen:
            at = ids.index(page.selected) if page.selected in ids else 0
            chosen = ids[(at + action.step) % len(ids)]
        if chosen in {f.id for f in view.followers if f.unread}:
            self._run().mark_read(chosen)
        group = "notice" if page.group == "all" else page.group
        scrolls = {k: v for k, v in self.model.scrolls.items() if k in {"followers", "posts"}}
        self._refresh(selected=chosen, tab="thread", group=group, more=0, **NOTHING_TAKEN_UP)
        self.model = replace(self.model, scrolls=scrolls, show=f"follower.{chosen}")

    def _group(self, action: act.Group) -> None:
        page = self._page()
        names = [name for name, _, _ in GROUPS]
        name = action.name or names[(names.index(page.group) + action.step) % len(names)]
        tab = "posts" if name == "all" else "thread" if page.group == "all" else page.tab
        self._refresh(group=name, tab=tab, more=0, **NOTHING_TAKEN_UP)

    def _pick(self, action: act.Pick) -> None:
        view, page = self._view(), self._page()
        move = move_of(view, action.move)
        if move is None:
            return
        if not move.enabled:
            self.model = replace(self.model, said=move.why_not)
            return
        if move.needs_content and not action.content:
            before = page.content if page.move == action.move else ""
            self.model = replace(self.model, dialog=ContentBox(action.move, before))
            return
        if move.needs_other and not action.other:
            self.model = replace(self.model, dialog=PeopleBox(action.move, page.other))
            return
        who = "" if move.group == "all" else page.selected
        words = self._run().say(action.move, who, action.content, action.other)
        tab = "posts" if move.group == "all" else "thread"
        page = replace(page, move=action.move, content=action.content, other=action.other, words=words, tab=tab)
        scrolls = {k: v for k, v in self.model.scrolls.items() if not k.startswith("thread")}
        self.model = replace(self.model, page=page, dialog=None, focus="compose.plan", scrolls=scrolls)
        if move.faux_pas and self.model.settings.mirror_unasked and move.id not in self._mirrored:
            self._mirrored.add(move.id)
            self.model = replace(self.model, dialog=self.mirror(unasked=True), focus="")

    def mirror(self, *, unasked: bool = False) -> MirrorBox | None:
        """The date mirror of the move taken up."""
        return mirror_of(self.model, unasked=unasked)

    def _plan(self, _: act.Plan) -> None:
        page, view = self._page(), self._view()
        move = move_of(view, page.move)
        if move is None:
            return
        who = "" if move.group == "all" else page.selected
        self.model = replace(self.model, dialog=None)
        self._run().choose(page.move, who, page.content, page.other)
        self._refresh(**NOTHING_TAKEN_UP)

    def _take_back(self, action: act.TakeBack) -> None:
        self._run().take_back(action.planned)
        self._refresh()

    def _note(self, action: act.Note) -> None:
        self._run().note(action.follower, action.motive, action.sure)
        if isinstance(self.model.dialog, MotiveBox):
            self.model = replace(self.model, dialog=None)
        self._refresh()

    def _answer(self, action: act.Answer) -> None:
        self._run().answer_event(action.event, action.index)
        self._refresh()
        event = next((e for e in self._view().events if e.id == action.event), None)
        if event is None or not event.reply:
            self.model = replace(self.model, dialog=None)

    turns: ClassVar[dict[type, Callable[[Any, Any], None]]] = {
        act.Select: _select,
        act.Group: _group,
        act.Pick: _pick,
        act.Plan: _plan,
        act.TakeBack: _take_back,
        act.Note: _note,
        act.Answer: _answer,
    }
    """What does which of the actions here."""


def mirror_of(model: Model, *, unasked: bool = False) -> MirrorBox | None:
    """The date mirror of the move taken up on the play page, if there is one."""
    page, view = model.page, model.view
    if not isinstance(page, PlayPage) or view is None:
        return None
    move = move_of(view, page.move)
    if move is None:
        return None
    everybody = move.group == "all"
    follower = None if everybody else follower_of(view, page.selected)
    look = follower.look if follower else view.seed + view.day
    name = follower.name if follower else "Everybody"
    return MirrorBox(move.date, move.title, move.hours, look, name, unasked, everybody)
