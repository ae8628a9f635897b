"""The controller of a run whose scenario may be saved while it is played: what is on the screen follows the file."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.session.live.saved_file import Taken
from game.ui.play import play_actions as act
from game.ui.play import saving
from game.ui.play.play_services import FAILURES
from game.ui.play.play_state import DebriefPage, NightPage, PlayPage, move_of
from game.ui.play.play_update import Controller
from game.ui.play.turns import NOTHING_TAKEN_UP


class LiveController(Controller):
    """A controller that looks after the author's saves; see `look`."""

    def apply(self, action: object) -> None:
        """Carry out an action."""
        super().apply(action)
        self._count_ahead()

    def _count_ahead(self) -> None:
        ahead = self.game.days_ahead if self.game is not None and self.model.saved is not None else 0
        if ahead != self.model.ahead:
            self.model = replace(self.model, ahead=ahead)

    def look(self) -> bool:
        """Ask whether the scenario's file was saved; True when the screen has changed."""
        if self.game is None:
            return False
        try:
            saved = self.services.saved(self.game)
        except FAILURES as error:
            self.model = replace(self.model, said=str(error))
            return True
        if saved is None:
            return False
        self.model = saving.applied(self.model, saved)
        if isinstance(saved, Taken):
            self._take()
        self._count_ahead()
        return True

    def _catch_up(self, _: act.CatchUp) -> None:
        reload, saved = self._run().catch_up(), self.model.saved
        if isinstance(saved, Taken):
            self.model = replace(self.model, saved=replace(saved, reload=reload))
        self._take()

    def _take(self) -> None:
        """Shows the run as it is in the changed scenario: as little as possible moves."""
        game, before = self._run(), self.model
        page, view = before.page, game.view(None)
        if isinstance(page, DebriefPage) and game.finished:
            follower, day, tab = page.follower, page.day, page.tab
            self._to_debrief()
            known = self.model.debrief and follower in {f.id for f in self.model.debrief.followers}
            self._explain(act.Explain(follower if known else "", day))
            self._turn(act.turn(tab=tab))
        elif isinstance(page, NightPage) and before.view and view.day == before.view.day and view.night:
            self._show(NightPage(view.night), view=view, scrolls=before.scrolls)
        elif isinstance(page, PlayPage) and before.view and not game.finished and view.day == before.view.day:
            self.model = replace(before, page=saving.page_in(page, view))
            self._refresh()
            self._reword()
        else:
            self._told = set()
            self._to_play()
            return
        self.model = replace(self.model, dialog=saving.dialog_in(before.dialog, self.model), focus="", show="")
        if self.model.dialog is None and isinstance(self.model.page, PlayPage):
            self._tell_event()

    def _reword(self) -> None:
        """The words of the move taken up, as they are now; one that cannot be made any more is laid down."""
        page, view = self._page(), self._view()
        move = move_of(view, page.move)
        try:
            who = "" if move is None or move.group == "all" else page.selected
            words = self._run().say(page.move, who, page.content, page.other) if move and move.enabled else ""
        except FAILURES:
            words = ""
        page = replace(page, words=words) if words else replace(page, **NOTHING_TAKEN_UP)
        self.model = replace(self.model, page=page)

    _handlers: dict[type, Callable[[Any, Any], None]] = {  # noqa: RUF012
        **Controller._handlers,  # noqa: SLF001 - one table, with one more row
        act.CatchUp: _catch_up,
    }
