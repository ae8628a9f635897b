"""A run whose scenario file is watched while it is played: what a save brought, good or broken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from game.scenario import Loaded, Problem, load
from game.scenario.reading.picture_files import PICTURES
from game.scenario.reading.watch import Watcher
from game.session.live.replay_in import Replayed
from game.session.runs.recorded_scenario import compiled_of, facts_of
from game.session.session import Session


@dataclass(frozen=True)
class Taken:
    """A saved scenario that is being played now."""

    file: str  # "slow_roast.yaml"
    time: str  # "14:03"
    replayed: Replayed
    pictures: bool = False  # pictures were saved, and nothing else has changed


@dataclass(frozen=True)
class Broken:
    """A saved scenario with errors: the last good one goes on."""

    file: str
    time: str
    problems: tuple[Problem, ...]  # the errors


Saved = Taken | Broken


class WatchedScenario:
    """Looks after the file of one run."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        """Watches from now on.

        Args:
            session: a run that has an origin.
            now: gives the time.
        """
        assert session.source.origin is not None
        self._session, self._path, self._now = session, session.source.origin, now
        self._watcher = Watcher(self._path)

    def saved(self) -> Saved | None:
        """What was saved since the last call; None when nothing was. Cheap enough to be asked twenty times a second.

        Raises:
            RecordError: the run cannot be written down; it is as it was.
        """
        if not self._watcher.changed():
            return None
        playing = self._session.playthrough.compiled.scenario
        loaded = load(self._path, playing.language).at(playing.difficulty)
        name, time = self._path.name, f"{self._now():%H:%M}"
        if not loaded.ok:
            return Broken(name, time, tuple(p for p in loaded.problems if p.is_error))
        if self._as_played(loaded):
            pictures = any(PurePath(saved).suffix.lower() in PICTURES for saved in self._watcher.names)
            return Taken(name, time, Replayed(True, len(self._session.playthrough.history), (), (), (), ""), pictures)
        new = compiled_of(loaded)
        return Taken(name, time, self._session.take(new, facts_of(loaded, new)))

    def _as_played(self, loaded: Loaded) -> bool:
        """Whether it is the very scenario that is being played."""
        facts, playing = self._session.source.facts, self._session.playthrough.compiled.scenario
        return facts is not None and loaded.hash == facts.hash and loaded.scenario == playing
