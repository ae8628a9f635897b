"""From an action in the Workshop to the next model: begin, mend, try, hear, translate and share scenarios."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.ui.play.play_services import FAILURES
from game.ui.workshop import workshop_actions as do
from game.ui.workshop.workshop_navigation import FIELDS, Rooms
from game.ui.workshop.workshop_state import BrowseBox, ExplainBox, MendBox, NameBox, NewBox, ReferenceBox, ResultBox
from game.ui.workshop.workshop_values import Wish


class WorkshopControl(Rooms):
    """The rooms, and what is done in them."""

    def handles(self, action: object) -> bool:
        """Whether an action is one of the Workshop's."""
        return type(action) in self._handlers

    def apply(self, action: object) -> None:
        """Carry out one of them."""
        self._handlers[type(action)](self, action)

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
            self.work_on(do.Work(self.services.create(_tidy(box.wish))))

    def _copy(self, action: do.Copy) -> None:
        path = self.services.copy(action.path)
        self.work_on(do.Work(path))
        text = f"This copy is yours to change. It lies in {path}"
        self._change(dialog=ResultBox("Your copy", text, "copy", folder=path))

    def _forget(self, action: do.Forget) -> None:
        self.services.forget(action.path)
        self.to_list(do.ToWorkshop())

    def _browse(self, action: do.Browse) -> None:
        self._change(dialog=BrowseBox(self.services.browse(action.path)), focus="browse.words")

    def _choose(self, action: do.Choose) -> None:
        if action.kind == "zip":
            self._add(do.Add(action.path))
        elif action.kind == "folder":
            self._browse(do.Browse(action.path))
        else:
            self.work_on(do.Work(action.path))

    def _drop(self, action: do.Drop) -> None:
        kind = self.services.kind_of(action.path)
        if kind:
            self._choose(do.Choose(action.path, kind))
        else:
            text = (
                f"{action.path} is no scenario. Drop a folder with scenario.yaml in it, a .yaml file, or a .zip file."
            )
            self._change(dialog=ResultBox("That is something else", text, "warning"))

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
            self._change(dialog=NameBox(action.package, added))
            return
        self.to_list(do.ToWorkshop(added.path))
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

    _handlers: dict[type, Callable[["WorkshopControl", Any], None]] = {  # noqa: RUF012
        do.ToWorkshop: Rooms.to_list,
        do.Work: Rooms.work_on,
        do.Tab: Rooms.to_tab,
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
