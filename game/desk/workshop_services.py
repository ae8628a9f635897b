"""What is behind the Workshop: the verbs of the command line, for those who never open a terminal."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.code_pages import CodePage
from game.authoring.code_pages import page as page_of
from game.authoring.fix import Fixed, mend, repaired, repairs
from game.authoring.sharing.copying import copy_of, free_folder
from game.authoring.starter import STARTERS, StarterOptions, create, fitting, folder_name, title_of
from game.desk.browsing import kind_of, listing
from game.desk.places import scenario_folders, workshop_memory
from game.desk.remembered import Remembered
from game.desk.scenario_reader import ScenarioReader, good
from game.desk.system import open_outside
from game.desk.workshop_facts import described, downloads
from game.errors import ScenarioError
from game.files import is_folder, is_there, not_written
from game.local_time import local_now
from game.scenario.lint.linting import examine
from game.scenario.reading.folder import MAIN, find
from game.scenario.reading.watch import FolderState, Watcher, look
from game.ui.workshop import workshop_values as ui
from game.ui.workshop.sandbox_values import SandboxSeen

if TYPE_CHECKING:
    from game.desk.background.sandbox_process import SandboxProcess
    from game.desk.background.trial_process import TrialProcess


class Workshop(ScenarioReader):
    """Fulfils `game.ui.workshop.workshop_values.WorkshopServices` with files of this machine."""

    def __init__(
        self, shipped: Path | None = None, own: Path | None = None, memory: Path | None = None,
        packages: Path | None = None,
    ) -> None:  # fmt: skip
        """Left out, the folders are those of this machine's user."""
        places = scenario_folders()
        self._shipped, self._own = shipped or places[0], own or places[1]
        self._memory = Remembered(memory or workshop_memory())
        self._packages = packages
        self._known: dict[str, tuple[FolderState, ui.Work, str]] = {}  # with the version
        self._watchers: dict[str, Watcher] = {}
        self._playtests: dict[str, TrialProcess] = {}
        self._sandbox: SandboxProcess | None = None

    # Other rules

    def sandbox(self, positions: tuple[float, ...]) -> SandboxSeen:
        """What is known by now of games by other rules; one that has failed is begun anew when it is come back to."""
        from game.desk.background.sandbox_process import SandboxProcess

        if self._sandbox is not None and not positions and self._sandbox.look(()).problem:
            self._sandbox.end()
            self._sandbox = None
        if self._sandbox is None:
            self._sandbox = SandboxProcess()
        return self._sandbox.look(positions)

    def sandbox_line(self, positions: tuple[float, ...]) -> str:
        """The command that gives the same figures again."""
        from game.desk.background.sandbox_process import line_of

        return line_of(positions)

    # The list

    def works(self) -> tuple[ui.Work, ...]:
        """All scenarios, the author's first."""
        own = self._in(self._own, ui.OWN)
        listed = {work.path for work in own}
        far = [self._work(Path(p), ui.ELSEWHERE) for p in self._memory.memory.paths if p not in listed]
        return (*own, *far, *self._in(self._shipped, ui.SHIPPED))

    def _in(self, folder: Path, place: str) -> list[ui.Work]:
        from game.scenario.catalogue import scenarios_in

        return [self._work(path, place) for path in scenarios_in(folder)]

    def _work(self, path: Path, place: str) -> ui.Work:
        seen = self._known.get(str(path))
        if seen is not None and seen[0] == look(path):
            trials = self.trials(str(path))
            same = trials is not None and trials.version == seen[2]
            return replace(seen[1], played_errors=trials.errors if trials is not None and same else 0)
        if not is_there(path):
            told = "It is no longer there. Put it back, or take it off the list."
            return ui.Work(str(path), title_of(path.stem), place, examined=True, errors=1, worst=(told,))
        before = seen[1] if seen is not None else ui.Work(str(path), title_of(path.stem), place)
        return replace(before, examined=False)

    def _place(self, path: Path) -> str:
        for folder, place in ((self._own, ui.OWN), (self._shipped, ui.SHIPPED)):
            if path.absolute().parent == folder.absolute():
                return place
        return ui.ELSEWHERE

    def examine(self, path: str) -> ui.Check:
        """Checks a scenario as it is now, and refreshes what its editor reads."""
        from game.authoring.editor import refresh_schemas

        file = Path(path)
        seen = look(file)
        loaded = examine(file)
        place = self._place(file)
        work = described(file, place, loaded)
        version = loaded.hash[:12]
        self._known[path] = (seen, work, version)
        if place != ui.SHIPPED:
            refresh_schemas(file, loaded.text)
        mendable = len(repairs(loaded.problems)) if work.may_change else 0
        when = f"{local_now():%H:%M:%S}"
        return ui.Check(work, loaded.problems, mendable, version, when)

    def changed(self, path: str) -> bool:
        """Whether it was saved since this was asked last."""
        if path not in self._watchers:
            self._watchers = {path: Watcher(path)}  # one at a time is looked at
        return self._watchers[path].changed()

    # Beginning

    def starters(self) -> Mapping[str, str]:
        """What a new scenario can be made like, and what that is about."""
        return STARTERS

    def fitting(self, like: str, trade: str) -> str:
        """The starter for a trade: the one asked for ("" for any), unless its story is about another trade."""
        return fitting(like, trade)

    def home_of(self, name: str) -> str:
        """Where a new scenario would be."""
        called = folder_name(name)
        return str(self._own / called) if called else ""

    def create(self, wish: ui.NewScenario) -> str:
        """Makes a new scenario among the author's own; its path."""
        called = folder_name(wish.name)
        if not called:
            raise ScenarioError("It needs a name with some letters or digits.")
        folder = self._own / called
        if folder.exists() or folder.with_suffix(".yaml").exists():
            raise ScenarioError(f"You have a scenario in {folder.name} already. Give this one another name.")
        wishes = StarterOptions(title_of(wish.name), "", wish.trade, wish.customer, wish.worry)
        return str(create(folder, wish.like, wishes).parent)

    def copy(self, path: str) -> str:
        """Makes a copy among the author's own."""
        return str(copy_of(Path(path), self._own))

    def browse(self, path: str) -> ui.Listing:
        """What is in a folder."""
        folder = Path(path or self._memory.memory.folder or Path.home())
        if not path and not is_folder(folder):
            folder = Path.home()
        found = listing(folder, self._own)
        if not found.problem:
            self._memory.looked_at(found.path)
        return found

    def kind_of(self, path: str) -> str:
        """What lies at a path."""
        return kind_of(Path(path))

    def remember(self, path: str) -> None:
        """Keeps a scenario in the list, wherever it is."""
        if self._place(Path(path)) == ui.ELSEWHERE:
            self._memory.keep(path)

    def forget(self, path: str) -> None:
        """Takes it off the list."""
        self._memory.drop(path)

    # Mending

    def mends(self, path: str) -> tuple[ui.Mend, ...]:
        """The lines that can be mended."""
        found = repairs(examine(Path(path)).problems)
        own = {part.source.name: part.source.text for part in find(Path(path)).parts if part.readable}
        return tuple(
            ui.Mend(f"{Path(p.file).name}, line {p.line}", p.excerpt.strip(), p.repair.strip(), p.message)
            for p in found
            if p.file in own and repaired(own[p.file], [p])[1]
        )

    def mend(self, path: str) -> tuple[Fixed, ...]:
        """Writes the lines that can be mended; each file as it was is kept beside it."""
        return mend(path)

    def explain(self, code: str) -> CodePage:
        """The page that tells what a message means."""
        return page_of(code)

    # Trying and sharing

    def playtest(self, path: str, games: int) -> ui.Trials:
        """Begins a playtest by all bots, in place of one that is under way."""
        from game.desk.background.trial_process import TrialProcess

        self.stop_playtest(path)
        loaded = good(path)
        self._playtests[path] = TrialProcess(loaded, games, loaded.hash[:12])
        return self._playtests[path].look()

    def trials(self, path: str) -> ui.Trials | None:
        """How far the playtest of a scenario is; None if none was begun."""
        return self._playtests[path].look() if path in self._playtests else None

    def stop_playtest(self, path: str) -> None:
        """Ends the playtest of a scenario; what was played stays."""
        if path in self._playtests:
            self._playtests[path].stop()

    def close(self) -> None:
        """Ends every playtest that still runs, and the sandbox."""
        for path in self._playtests:
            self.stop_playtest(path)
        if self._sandbox is not None:
            self._sandbox.end()
            self._sandbox = None

    def pack(self, path: str) -> ui.MadePackage:
        """Makes a package where downloads go, under a name that is free."""
        from game.authoring.sharing.packing import pack

        loaded = good(path)
        home = self._packages or downloads()
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ScenarioError(not_written(home, error)) from error
        name = folder_name(loaded.id) or "scenario"
        target, number = home / f"{name}.zip", 2
        while target.exists():
            target, number = home / f"{name}_{number}.zip", number + 1
        made = pack(Path(path), target)
        size = f"{max(1, round(target.stat().st_size / 1000)):,} KB"
        return ui.MadePackage(str(target), len(made.files), size, made.left_out)

    def add(self, package: str, name: str = "", *, replace: bool = False) -> ui.AddedPackage:
        """Takes in a package, once it has passed every check."""
        from game.authoring.sharing.unpacking import NameTaken, add

        taken = {path.stem for path in self._shipped.iterdir()} if is_folder(self._shipped) else set()
        try:
            new = add(Path(package), self._own, name=name, taken=taken, replace=replace)
        except NameTaken as found:
            other = free_folder(self._own, f"{found.called}_2" if found.called in taken else found.called).name
            return ui.AddedPackage(taken=found.called, may_replace=found.may_replace, other=other)
        warnings = sum(p.severity == "warning" for p in new.problems)
        return ui.AddedPackage(str(new.path), new.title, warnings)

    def show_folder(self, path: str) -> str:
        """Opens a folder, or the one around a file."""
        place = Path(path)
        return open_outside(place if is_folder(place) else place.parent)

    def edit(self, path: str) -> str:
        """Opens the scenario's file in the system's editor."""
        place = Path(path)
        return open_outside(place / MAIN if is_folder(place) else place)
