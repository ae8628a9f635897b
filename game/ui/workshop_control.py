"""From an action in the Workshop to the next model, and what happens there by itself: saves seen, playtests going on."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.ui import workshop_actions as do
from game.ui.services import FAILURES
from game.ui.workshop import Check, Playtest, Wish, Work
from game.ui.workshop_state import (
    TABS,
    BenchPage,
    BrowseBox,
    ExplainBox,
    MendBox,
    NewBox,
    ReferenceBox,
    ResultBox,
    TakenBox,
    WorkshopPage,
)

if TYPE_CHECKING:
    from game.ui.control import Controller

LOOK = 0.25  # seconds between two looks at files
LIST_LOOK = 1.0  # seconds between two looks at the list
LONGEST = 120  # characters of a field
FIELDS = ("name", "trade", "customer", "worry")


class WorkshopControl:
    """Holds the playtests; everything shown is in the controller's model."""

    def __init__(self, control: "Controller") -> None:
        self.control = control
        self.trials: dict[str, Playtest] = {}
        self._next_look = 0.0

    @property
    def services(self) -> Any:
        """What authors can do."""
        return self.control.services.workshop

    def handles(self, action: object) -> bool:
        """Whether an action is one of the Workshop's."""
        return type(action) in self._handlers

    def apply(self, action: object) -> None:
        """Carry out one of them."""
        self._handlers[type(action)](self, action)

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

    def _to_list(self, action: do.ToWorkshop) -> None:
        works = self.services.works()
        first = action.path if action.path in {w.path for w in works} else works[0].path if works else ""
        self.control.show(WorkshopPage(works, first))
        self._change(show=f"work.{first}")

    def _work(self, action: do.Work) -> None:
        check = self.services.examine(action.path)
        self.services.remember(action.path)
        self.services.changed(action.path)  # from now on it is watched
        trial = self.trials.get(action.path)
        self.control.show(BenchPage(check, trials=trial.look() if trial else None))

    def _tab(self, action: do.Tab) -> None:
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
            return {"graph": shop.map_of(path)}
        if page.tab == "figures":
            return {"figures": shop.figures(path)}
        if page.tab == "tongues":
            return {"tongues": shop.tongues(path)}
        lines = shop.lines(path)
        line = page.line if page.line in {i for i, _ in (*lines.signals, *lines.moves)} else lines.signals[0][0]
        who = page.who if page.who in {i for i, _ in lines.followers} else ""
        return {"lines": lines, "line": line, "who": who, "said": shop.say(path, line, who, page.draw)}

    # Beginning

    def _begin(self, _: do.Begin) -> None:
        self._change(dialog=NewBox(self.services.starters()), focus="new.name")

    def _like(self, action: do.Like) -> None:
        box = self.control.model.dialog
        if isinstance(box, NewBox):
            self._change(dialog=replace(box, wish=replace(box.wish, like=action.starter)))

    def _create(self, _: do.Create) -> None:
        box = self.control.model.dialog
        if isinstance(box, NewBox):
            self._work(do.Work(self.services.create(_tidy(box.wish))))

    def _copy(self, action: do.Copy) -> None:
        path = self.services.copy(action.path)
        self._work(do.Work(path))
        text = f"This copy is yours to change. It lies in {path}"
        self._change(dialog=ResultBox("Your copy", text, "copy", folder=path))

    def _forget(self, action: do.Forget) -> None:
        self.services.forget(action.path)
        self._to_list(do.ToWorkshop())

    def _browse(self, action: do.Browse) -> None:
        self._change(dialog=BrowseBox(self.services.browse(action.path)), focus="browse.words")

    def _choose(self, action: do.Choose) -> None:
        if action.kind == "zip":
            self._add(do.Add(action.path))
        elif action.kind == "folder":
            self._browse(do.Browse(action.path))
        else:
            self._work(do.Work(action.path))

    def _drop(self, action: do.Drop) -> None:
        if action.path.lower().endswith(".zip"):
            self._add(do.Add(action.path))
        else:
            self._work(do.Work(action.path))

    # Mending

    def _explain(self, action: do.ExplainCode) -> None:
        self._change(dialog=ExplainBox(self.services.explain(action.code)))

    def _show_mends(self, action: do.ShowMends) -> None:
        found = self.services.migration(self._path) if action.migration else self.services.mends(self._path)
        if not found:
            self._change(said="There is nothing left that mends itself.")
            return
        self._change(dialog=MendBox(found, do.WriteMends(action.migration), action.migration))

    def _write_mends(self, action: do.WriteMends) -> None:
        if action.migration:
            news = self.services.migrate(self._path)
        else:
            done = len(self.services.mend(self._path))
            lines = "1 line is" if done == 1 else f"{done} lines are"
            news = f"{lines} mended. The file as it was is kept beside it, with .bak behind its name."
        self._change(dialog=None)
        self._examine()
        self._change(page=replace(self._bench(), news=news))

    # Trying

    def _try(self, _: do.Try) -> None:
        page = self._bench()
        self._stop(page.check.work.path)
        trial = self.services.playtest(page.check.work.path, page.games)
        self.trials[page.check.work.path] = trial
        self._change(page=replace(page, tab="playtest", trials=trial.look()), scrolls={})

    def _stop_trying(self, _: do.StopTrying) -> None:
        self._stop(self._path)
        trial = self.trials.get(self._path)
        if trial is not None:
            self._change(page=replace(self._bench(), trials=trial.look()))

    def _stop(self, path: str) -> None:
        if path in self.trials:
            self.trials[path].stop()

    def stop_all(self) -> None:
        """Ends every playtest: the window closes."""
        for trial in self.trials.values():
            trial.stop()

    def _hear(self, action: do.Hear) -> None:
        page = self._bench()
        again = not action.line and action.who is None
        who = page.who if action.who is None else action.who
        page = replace(page, line=action.line or page.line, who=who, draw=page.draw + again)
        scrolls = {k: v for k, v in self.control.model.scrolls.items() if k != "said"}
        self._change(page=page, scrolls=scrolls)
        self._fill()

    def _language(self, action: do.MakeLanguage) -> None:
        page = self._bench()
        news = self.services.translate(self._path, action.language or page.language.strip())
        self._change(page=replace(page, news=news, language=""))
        self._fill()

    # Sharing

    def _pack(self, _: do.Pack) -> None:
        made = self.services.pack(self._path)
        files = "one file" if made.files == 1 else f"{made.files} files"
        text = f"{made.path}\n\nIt holds {files}, {made.size}. Others drop it onto their Workshop to take it in."
        if made.left_out:
            text += f"\n\nLeft out, as no part of a scenario: {', '.join(made.left_out[:8])}"
        self._change(dialog=ResultBox("Packed", text, "box", folder=made.path))

    def _add(self, action: do.Add) -> None:
        try:
            added = self.services.add(action.package, action.name, replace=action.replace)
        except FAILURES as refused:
            self._change(dialog=ResultBox("Not added", str(refused), "warning"))
            return
        if added.taken:
            self._change(dialog=TakenBox(action.package, added))
            return
        self._to_list(do.ToWorkshop(added.path))
        text = f"“{added.title}” passed every check and is among your scenarios."
        if added.warnings:
            text += f" It has {added.warnings} warning{'s' if added.warnings > 1 else ''}, which you can look at."
        self._change(dialog=ResultBox("Added", text, "check", work=added.path))

    def _folder(self, action: do.ShowFolder) -> None:
        self._change(said=self.services.show_folder(action.path))

    def _edit(self, action: do.Edit) -> None:
        self._change(said=self.services.edit(action.path))

    def _reference(self, _: do.ShowReference) -> None:
        self._change(dialog=ReferenceBox(self.services.reference()), focus="reference.words")

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
        check: Check = self.services.examine(self._path)
        self._change(page=replace(self._bench(), check=check, news=""))
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
                there = page.selected in {w.path for w in works}
                self._change(page=replace(page, works=works, selected=page.selected if there else works[0].path))

    _handlers: dict[type, Callable[["WorkshopControl", Any], None]] = {  # noqa: RUF012
        do.ToWorkshop: _to_list,
        do.Work: _work,
        do.Tab: _tab,
        do.Begin: _begin,
        do.Like: _like,
        do.Create: _create,
        do.Copy: _copy,
        do.Forget: _forget,
        do.Browse: _browse,
        do.Choose: _choose,
        do.Drop: _drop,
        do.ExplainCode: _explain,
        do.ShowMends: _show_mends,
        do.WriteMends: _write_mends,
        do.Try: _try,
        do.StopTrying: _stop_trying,
        do.Hear: _hear,
        do.MakeLanguage: _language,
        do.Pack: _pack,
        do.Add: _add,
        do.ShowFolder: _folder,
        do.Edit: _edit,
        do.ShowReference: _reference,
    }


def _tidy(wish: Wish) -> Wish:
    return replace(wish, **{name: " ".join(getattr(wish, name).split()) for name in FIELDS})
