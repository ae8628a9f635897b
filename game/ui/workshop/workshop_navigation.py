"""Where one is in the Workshop: the list, one scenario and its tabs; and what happens there by itself."""

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.ui.play.play_services import FAILURES
from game.ui.workshop import workshop_actions as do
from game.ui.workshop.folder_entries import fitting
from game.ui.workshop.workshop_state import TABS, BenchPage, BrowseBox, NewBox, ReferenceBox, WorkshopPage
from game.ui.workshop.workshop_values import Check, Playtest, Work

if TYPE_CHECKING:
    from game.ui.play.play_update import Controller

LOOK = 0.25  # seconds between two looks at files
LIST_LOOK = 1.0  # seconds between two looks at the list
LONGEST = 120  # characters of a field
FIELDS = ("name", "trade", "customer", "worry")


class Rooms:
    """Holds the playtests; everything shown is in the controller's model."""

    def __init__(self, control: "Controller") -> None:
        self.control = control
        self.trials: dict[str, Playtest] = {}
        self._next_look = 0.0

    @property
    def services(self) -> Any:
        """What authors can do."""
        return self.control.services.workshop

    def _change(self, **values: Any) -> None:
        self.control.model = replace(self.control.model, **values)

    def _bench(self) -> BenchPage:
        page = self.control.model.page
        if not isinstance(page, BenchPage):
            raise TypeError(f"expected a scenario to be open, got {type(page).__name__}")
        return page

    @property
    def _path(self) -> str:
        return self._bench().check.work.path

    # Pages

    def to_list(self, action: do.ToWorkshop) -> None:
        """All scenarios."""
        works = self.services.works()
        first = action.path if action.path in {w.path for w in works} else works[0].path if works else ""
        self.control.show(WorkshopPage(works, first))
        self._change(show=f"work.{first}")

    def work_on(self, action: do.Work) -> None:
        """One scenario; from now on its saves are seen, and it is in the list the next time, too."""
        self.services.changed(action.path)
        check = self.services.examine(action.path)
        self.services.remember(action.path)
        trial = self.trials.get(action.path)
        self.control.show(BenchPage(check, trials=trial.look() if trial else None))

    def to_tab(self, action: do.Tab) -> None:
        """Another tab of it."""
        page = self._bench()
        names = [name for name, _, _ in TABS]
        name = action.name or names[(names.index(page.tab) + action.step) % len(names)]
        self._change(page=replace(page, tab=name, news=""), scrolls={})
        self._fill()

    def _fill(self) -> None:
        """What the tab shows, read anew."""
        page = self._bench()
        if page.check.work.errors or page.tab in {"messages", "playtest"}:
            return
        self._change(page=replace(page, **self._read(page)))

    def _read(self, page: BenchPage) -> dict[str, Any]:
        shop, path = self.services, page.check.work.path
        if page.tab == "story":
            return {"told": shop.told(path)}
        if page.tab == "map":
            graph, about = shop.map_of(path)
            return {"graph": graph, "about": about}
        if page.tab == "figures":
            return {"figures": shop.figures(path)}
        if page.tab == "tongues":
            return {"tongues": shop.tongues(path)}
        lines = shop.lines(path)
        line = page.line if page.line in {i for i, _ in (*lines.signals, *lines.moves)} else lines.signals[0][0]
        who = page.who if page.who in {i for i, _ in lines.followers} else ""
        return {"lines": lines, "line": line, "who": who, "said": shop.say(path, line, who, page.draw)}

    def at_hand(self) -> str:
        """The region that must be in sight: what the arrows have come to."""
        box, page = self.control.model.dialog, self.control.model.page
        if isinstance(box, BrowseBox):
            found = fitting(box)
            return f"entry.{found[min(box.at, len(found) - 1)].name}" if found else ""
        return f"work.{page.selected}" if isinstance(page, WorkshopPage) and box is None else ""

    # Typing

    def typed(self, name: str, text: str) -> bool:
        """A field gets a new value; True when it is one of the Workshop's."""
        box, page = self.control.model.dialog, self.control.model.page
        text = text[:LONGEST]
        if isinstance(box, NewBox) and name.removeprefix("new.") in FIELDS:
            wish = replace(box.wish, **{name.removeprefix("new."): text})
            self._change(dialog=replace(box, wish=wish, home=self.services.home_of(wish.name)))
        elif isinstance(box, BrowseBox) and name == "browse.words":
            self._change(dialog=replace(box, words=text, at=0), scrolls={})
        elif isinstance(box, ReferenceBox) and name == "reference.words":
            self._change(dialog=replace(box, words=text), scrolls={})
        elif isinstance(page, BenchPage) and name == "language":
            self._change(page=replace(page, language=text[:6]))
        else:
            return False
        return True

    def stop_all(self) -> None:
        """Ends every playtest: the window closes."""
        for trial in self.trials.values():
            trial.stop()

    # By itself

    def tick(self) -> bool:
        """Looks whether something has happened by itself; True when the model is another."""
        before = self.control.model
        now = time.monotonic()
        if isinstance(before.page, BenchPage):
            self._tick_bench(now)
        elif isinstance(before.page, WorkshopPage):
            self._tick_list(before.page, now)
        return self.control.model is not before

    def _tick_bench(self, now: float) -> None:
        page = self._bench()
        trial = self.trials.get(page.check.work.path)
        if trial is not None and (page.trials is None or page.trials.running):
            seen = trial.look()
            if seen != page.trials:
                self._change(page=replace(page, trials=seen))
        if now >= self._next_look:
            self._next_look = now + LOOK
            if self.services.changed(self._path):
                self._examine()

    def _examine(self) -> None:
        """Checks again, and reads anew what is shown."""
        page = self._bench()
        check: Check = self.services.examine(self._path)
        news = page.news if check.version == page.check.version else ""
        self._change(page=replace(page, check=check, news=news))
        try:
            self._fill()
        except FAILURES as error:
            self._change(said=str(error))

    def _tick_list(self, page: WorkshopPage, now: float) -> None:
        """Examines one scenario at a time, so that the list is there at once and fills itself."""
        waiting: Work | None = next((w for w in page.works if not w.examined), None)
        if waiting is not None:
            work = self.services.examine(waiting.path).work
            self._change(page=replace(page, works=tuple(work if w.path == work.path else w for w in page.works)))
        elif now >= self._next_look:
            self._next_look = now + LIST_LOOK
            works = self.services.works()
            if works != page.works:
                paths = [w.path for w in works]
                selected = page.selected if page.selected in paths else next(iter(paths), "")
                self._change(page=replace(page, works=works, selected=selected))
