"""The one place where a room changes: a queue, one transaction for all that waits in it, then the acknowledgements.

Rule: nothing is acknowledged, shown or sent before it is on the disk. Pages are made of `committed` alone.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from game.errors import CourtshipError, Refused
from game.host.room.changing import after
from game.host.room.nights_at_once import Mornings, nights_at_once
from game.host.room.room_state import Room
from game.host.room.step_bodies import body_of
from game.host.room.steps import Step, TakenStep
from game.host.store.event_log import Log, LogError, RunsElsewhereError
from game.host.store.replaying import state_of

MOST_AT_ONCE = 500
FAULT = "This went wrong inside, and nothing has changed. Choose something else; the terminal tells the host why."
_LOG = logging.getLogger("courtship.host")


@dataclass(frozen=True)
class Done:
    """What came of a batch of steps."""

    room: Room
    outcomes: tuple[int | CourtshipError, ...]  # for each step its number, or why it was refused
    written: bool = False  # whether the log was written to, or was to be
    unsaved: LogError | None = None  # why it could not be written to

    @property
    def fatal(self) -> bool:
        """Whether nothing more can be written by this server."""
        return isinstance(self.unsaved, RunsElsewhereError)


PART = "."
"""Stands between the command of a page and the content of what was sent from it."""
OLD_PAGE = "From this page you have done something else since. Load it again, and repeat it."


def content_of(step: Step) -> str:
    """What tells steps of different content apart, as twelve letters: all forms of a page carry the same command."""
    body = json.dumps([step.kind, body_of(step)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def page_of(command: str) -> str:
    """The command of the page that a step was sent from, without the content of the step."""
    return command.rpartition(PART)[0] or command


class RoomWriter:
    """Takes the steps of one room, in the order in which they come."""

    def __init__(
        self, room: Room, log: Log, commands: Mapping[tuple[str, str], int] | None = None,
        changed: Callable[[Room, Room], None] | None = None,
    ) -> None:  # fmt: skip
        """A writer, which begins to work with `run`.

        Args:
            room: as its log ends.
            log: where steps are kept.
            commands: actor and command of steps that were taken before, with their numbers.
            changed: told in the event loop of every committed change, and when writing begins to fail or to work again.
        """
        self.committed = room
        self.stopped: CourtshipError | None = None
        self.unsaved: LogError | None = None  # why the newest step could not be written down; None once one was
        self._log = log
        self._commands = dict(commands or {})
        self._last = {(actor, page_of(command)): command for actor, command in self._commands}  # of each page
        self._changed = changed
        self._queue: asyncio.Queue[tuple[asyncio.Future[int], TakenStep]] = asyncio.Queue()
        self._thread = ThreadPoolExecutor(1, "room")  # the log and the games are touched by this thread alone

    async def take(self, taken: TakenStep) -> int:
        """Takes a step and gives its number once it is on the disk. The same command twice is one step.

        Raises:
            Refused: it cannot be done, or something else was done from the same page since; nothing has changed.
            LogError: it cannot be written down; nothing has changed.
        """
        if self.stopped is not None:
            raise self.stopped
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((future, taken))
        return await future

    async def run(self) -> None:
        """Works until it is cancelled, or until the log belongs to somebody else."""
        loop = asyncio.get_running_loop()
        while self.stopped is None:
            waiting = [await self._queue.get()]
            while not self._queue.empty() and len(waiting) < MOST_AT_ONCE:
                waiting.append(self._queue.get_nowait())
            try:
                done = await loop.run_in_executor(self._thread, self.commit, [taken for _, taken in waiting])
            except Exception:  # noqa: BLE001 - nobody may wait for ever because of a fault of ours
                _LOG.exception("A batch of %s steps could not be taken.", len(waiting))
                done = Done(self.committed, (Refused(FAULT),) * len(waiting))
            before, self.committed = self.committed, done.room
            was_unsaved, self.unsaved = self.unsaved, done.unsaved if done.written else self.unsaved
            for (future, _), outcome in zip(waiting, done.outcomes, strict=True):
                if future.cancelled():
                    continue
                if isinstance(outcome, int):
                    future.set_result(outcome)
                else:
                    future.set_exception(outcome)
            turned = (self.unsaved is None) != (was_unsaved is None)
            if self._changed is not None and (turned or done.room is not before):
                self._changed(before, done.room)
            if done.fatal:
                self.stopped = done.unsaved
                _LOG.error("%s", self.stopped)

    def commit(self, steps: list[TakenStep]) -> Done:
        """Takes steps and writes down those that count, in one transaction. Called in the writer's thread."""
        room, rows = self.committed, list[TakenStep]()
        outcomes, fresh = list[int | CourtshipError](), dict[tuple[str, str], int]()
        mornings = self._mornings(steps)
        last = dict[tuple[str, str], str]()
        for taken in steps:
            key = taken.actor, taken.command
            known = self._commands.get(key) or fresh.get(key)
            page = taken.actor, page_of(taken.command)
            if known:
                same = last.get(page, self._last.get(page)) == taken.command
                outcomes.append(known if same else Refused(OLD_PAGE))
                continue
            try:
                following = after(room, taken, mornings)
                row = replace(taken, state=state_of(room, following, taken))
            except CourtshipError as refused:
                outcomes.append(refused)
                continue
            except Exception:  # noqa: BLE001 - a fault of ours in one step: everybody else goes on
                _LOG.exception("A step of %s could not be taken: %r", taken.actor, taken.step)
                outcomes.append(Refused(FAULT))
                continue
            rows.append(row)
            room = following
            fresh[key] = room.number
            last[page] = taken.command
            outcomes.append(room.number)
        if rows:
            try:
                self._log.append(room.opening.id, self.committed.number + 1, rows)
            except LogError as error:
                told = tuple(error if isinstance(o, int) else o for o in outcomes)
                return Done(self.committed, told, written=True, unsaved=error)
        self._commands |= fresh
        self._last |= last
        return Done(room, tuple(outcomes), written=bool(rows))

    def _mornings(self, steps: list[TakenStep]) -> Mornings:
        """What comes of the days that these steps end, as one batch; without it each is worked out alone."""
        try:
            return nights_at_once(self.committed, [s for s in steps if (s.actor, s.command) not in self._commands])
        except Exception:  # noqa: BLE001 - a fault of ours in one game: everybody else goes on
            _LOG.exception("The nights of a batch of %s steps could not be worked out together.", len(steps))
            return {}

    def close(self) -> None:
        """Lets the thread end."""
        self._thread.shutdown(wait=True)
