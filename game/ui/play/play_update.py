"""From an action to the next model. Knows the game, not the window: no drawing, no events, no clock."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.ui.play import play_actions as act
from game.ui.play import saving
from game.ui.play import settings as settings_file
from game.ui.play.play_services import FAILURES, Game, Services
from game.ui.play.play_state import (
    ChoosePage,
    ConfirmBox,
    DebriefPage,
    EventBox,
    Model,
    NightPage,
    NoticeBox,
    OpeningBox,
    PlayPage,
    SettingsBox,
    TitlePage,
    hours_text,
)
from game.ui.play.turns import NOTHING_TAKEN_UP, Turns
from game.ui.workshop.workshop_actions import ToWorkshop, Work
from game.ui.workshop.workshop_state import BenchPage, WorkshopPage
from game.ui.workshop.workshop_update import WorkshopControl

MANY_HOURS = 0.3  # share of the day's attention that is asked about when it is left over
SEED_DIGITS = 9


class Controller(Turns):
    """Holds the model and the run; `apply` is the only way to change either."""

    def __init__(self, services: Services, settings_path: Path) -> None:
        super().__init__(Model(TitlePage(), settings=settings_file.load(settings_path)))
        self.services = services
        self.settings_path = settings_path
        self.quitting = False
        self.shop = WorkshopControl(self)
        self._told: set[str] = set()
        self._to_title()

    def apply(self, action: object) -> None:
        """Carry out an action; what the game refuses is said on the screen."""
        self.model = replace(self.model, said="", focus="", show="")
        try:
            if self.shop.handles(action):
                self.shop.apply(action)
            else:
                self._handlers[type(action)](self, action)
        except FAILURES as error:
            self.model = replace(self.model, said=str(error) or "That did not work.")

    def tick(self) -> bool:
        """What happens by itself; True when there is something new to be drawn."""
        before = self.model
        try:
            self.shop.tick()
        except FAILURES as error:
            if self.model.said != str(error):
                self.model = replace(self.model, said=str(error))
        return self.model is not before

    # Pages

    def _go(self, action: act.Go) -> None:
        if action.page == "choose":
            cards = self.services.scenarios()
            first = next((c.id for c in cards if not c.problems), cards[0].id if cards else "")
            self._show(ChoosePage(cards, first))
        elif action.page == "debrief":
            self._to_debrief()
        elif action.page == "play":
            self._to_play()
        elif self.model.workshop and isinstance(self.model.page, PlayPage | NightPage | DebriefPage):
            path = self.model.workshop
            self._to_title()
            self.shop.apply(Work(path))
        else:
            self._to_title()

    def _to_title(self) -> None:
        self.game = None
        self.model = replace(self.model, saved=None)
        self._show(TitlePage(self.services.saved_runs()), workshop="")
        self.model = replace(self.model, view=None, debrief=None)

    def show(self, page: Any) -> None:
        """Turn to a page, without a dialog."""
        self._show(page)

    def _show(self, page: Any, **changes: Any) -> None:
        self.model = replace(self.model, page=page, dialog=None, **{"scrolls": {}, **changes})

    def _start(self, action: act.Start) -> None:
        seed = int(action.seed) if action.seed else None
        page = self.model.page
        self.model = replace(self.model, workshop=page.check.work.path if isinstance(page, BenchPage) else "")
        self._begin(self.services.start(action.scenario, seed))

    def _resume(self, action: act.Resume) -> None:
        self.model = replace(self.model, workshop="")
        self._begin(self.services.resume(action.path))

    def _again(self, _: act.Again) -> None:
        self._begin(self.services.again(self._run()))

    def _begin(self, game: Game) -> None:
        self.game = game
        self.model = replace(self.model, saved=None)
        self._mirrored, self._told = set(), set()
        if game.finished:
            self._to_debrief()
        else:
            self._to_play()
        view = self.model.view
        if view is not None and view.opening and not game.finished:
            self._told -= {e.id for e in view.events}
            self.model = replace(self.model, dialog=OpeningBox(view.opening))
        elif view is not None and view.notice:
            self.model = replace(self.model, dialog=NoticeBox("Please note", view.notice))

    def _to_play(self, follower: str = "") -> None:
        game = self._run()
        view = game.view(None)
        if game.finished:
            self._to_debrief()
            return
        people = [f for f in view.followers if f.following]
        ranked = sorted(people, key=lambda f: (not f.unread, not f.waiting))
        first = follower or (ranked[0].id if ranked else "")
        self._show(PlayPage(order=tuple(f.id for f in view.followers), selected=first), view=view, debrief=None)
        self._select(act.Select(first))
        self._tell_event()

    def _tell_event(self) -> None:
        view = self._view()
        for event in view.events:
            if event.id not in self._told and not event.reply:
                self._told.add(event.id)
                self.model = replace(self.model, dialog=EventBox(event.id))
                return

    def _to_debrief(self) -> None:
        game = self._run()
        debrief = self.services.debrief(game)
        first = max(debrief.followers, key=lambda f: max(f.trust) - min(f.trust), default=None)
        page = DebriefPage(follower=first.id if first else "")
        self._show(page, view=game.view(None), debrief=debrief)
        if first:
            steps = [abs(b - a) for a, b in zip(first.trust, first.trust[1:], strict=False)]
            self._explain(act.Explain(first.id, 1 + steps.index(max(steps)) if steps else 1))

    # The run

    def _end_day(self, action: act.EndDay) -> None:
        view = self._view()
        waiting = next((e for e in view.events if e.choices and not e.reply), None)
        if waiting is not None:
            self.model = replace(self.model, dialog=EventBox(waiting.id), said="Answer this before the day can end.")
            return
        if not action.sure and view.hours_total > 0 and view.hours_left / view.hours_total >= MANY_HOURS:
            left = hours_text(view.hours_left)
            text = f"You still have {left} of attention today. What is not used today is gone tomorrow."
            question = ConfirmBox("End the day now?", text, "End the day", act.EndDay(sure=True), "moon")
            self.model = replace(self.model, dialog=question)
            return
        report = self._run().end_day()
        self._show(NightPage(report), view=self._run().view(None))

    def _morning(self, action: act.Morning) -> None:
        self._to_play(action.follower)

    def _undo(self, action: act.Undo) -> None:
        self._run().undo(action.day)
        self._to_play()

    # Debrief

    def _explain(self, action: act.Explain) -> None:
        page, debrief = self.model.page, self.model.debrief
        if not isinstance(page, DebriefPage) or debrief is None:
            return
        follower = action.follower or page.follower
        day = min(max(action.day or page.day, 1), debrief.days)
        reasons = self.services.reasons(self._run(), follower, day)
        page = replace(page, follower=follower, day=day, reasons=reasons)
        self.model = replace(self.model, page=page, show=f"person.{follower}")

    # Small state

    def _turn(self, action: act.Turn) -> None:
        if action.dialog:
            self.model = replace(self.model, dialog=_changed(self.model.dialog, action))
            self.model = replace(self.model, show=self.shop.at_hand())
        else:
            page = _changed(self.model.page, action)
            self.model = replace(self.model, page=page)
            show = f"scenario.{page.selected}" if isinstance(page, ChoosePage) else self.shop.at_hand()
            self.model = replace(self.model, show=show)

    def _open(self, action: act.Open) -> None:
        self.model = replace(self.model, dialog=action.dialog)  # type: ignore[arg-type]

    def _close(self, _: act.Close) -> None:
        if self.model.dialog is not None:
            self.model = replace(self.model, dialog=saving.under(self.model.dialog))
            if self.model.dialog is None and isinstance(self.model.page, PlayPage):
                self._tell_event()
        elif isinstance(self.model.page, PlayPage) and self.model.page.move:
            self.model = replace(self.model, page=replace(self.model.page, **NOTHING_TAKEN_UP))
        elif isinstance(self.model.page, ChoosePage | WorkshopPage):
            self._to_title()
        elif isinstance(self.model.page, BenchPage):
            self.shop.apply(ToWorkshop(self.model.page.check.work.path))
        elif not isinstance(self.model.page, TitlePage):
            self.model = replace(self.model, dialog=SettingsBox())

    def _scroll(self, action: act.Scroll) -> None:
        self.model = replace(self.model, scrolls={**self.model.scrolls, action.name: action.value})

    def _typed(self, action: act.Typed) -> None:
        if self.shop.typed(action.name, action.text):
            return
        if isinstance(self.model.page, ChoosePage) and action.name == "seed":
            digits = "".join(c for c in action.text if c.isascii() and c.isdigit())[:SEED_DIGITS]
            self.model = replace(self.model, page=replace(self.model.page, seed=digits))

    def _tune(self, action: act.Tune) -> None:
        settings = replace(self.model.settings, **{action.name: action.value})  # type: ignore[arg-type]
        self.model = replace(self.model, settings=settings, said=settings_file.save(self.settings_path, settings))

    def _sequence(self, action: act.Sequence) -> None:
        for one in action.actions:
            self.apply(one)

    def _quit(self, _: act.Quit) -> None:
        self.quitting = True

    _handlers: dict[type, Callable[[Any, Any], None]] = {  # noqa: RUF012
        **Turns.turns,
        act.Go: _go,
        act.Quit: _quit,
        act.Turn: _turn,
        act.Open: _open,
        act.Close: _close,
        act.Scroll: _scroll,
        act.Typed: _typed,
        act.EndDay: _end_day,
        act.Morning: _morning,
        act.Start: _start,
        act.Resume: _resume,
        act.Undo: _undo,
        act.Again: _again,
        act.Tune: _tune,
        act.Sequence: _sequence,
        act.Explain: _explain,
    }


def _changed(value: Any, action: act.Turn) -> Any:
    return replace(value, **dict(action.values))
