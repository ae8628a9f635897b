"""What the server holds while it runs: the log, the room with its writer, and who is connected."""

import asyncio
import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from game.bots.courted.telling_seed import SEEDS, telling_seed
from game.errors import Misused, Refused
from game.host.debriefing.room_debrief import RoomDebrief, debrief_at_all, warmed_up
from game.host.debriefing.somebody_ready import ReadyTrial, ready_trial
from game.host.pages.seats_page import Seats
from game.host.room.room_codes import LETTERS, LONGEST_ROOM_NAME, ROOM_CODE, WAY_BACK, clean_name, code_of
from game.host.room.room_state import COUNTED, DEBRIEF, EACH, LOBBY, VOTE, Guest, Opening, Room
from game.host.room.steps import HOST, CameBack, Freed, Joined, SetCap, Step, TakenStep, Went
from game.host.store.event_log import Kept, Log
from game.host.store.replaying import repeated, room_of
from game.host.store.room_writer import PART, RoomWriter, content_of
from game.host.web.connections.server_settings import ServerSettings
from game.host.web.hub import Hub
from game.model.parameters import PARAMETERS_VERSION
from game.scenario import load
from game.session.runs.recorded_scenario import compiled_of, facts_of

WARM_AFTER = 1.5  # seconds after which what the debrief needs is made ready; the first pages go before


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """A token of 192 bits."""
    return secrets.token_urlsafe(24)


def new_code(length: int) -> str:
    """A code by chance."""
    return code_of([secrets.randbelow(len(LETTERS)) for _ in range(length)])


class Hall:
    """A server's room. All of it runs in one event loop."""

    def __init__(self, log: Log, settings: ServerSettings, host_key: str, screen_key: str) -> None:
        self.log = log
        self.settings = settings
        self.boot = secrets.token_hex(4)
        self.hub = Hub()
        self.seats = Seats()
        self.writer: RoomWriter | None = None
        self.host_key, self.screen_key = host_key, screen_key  # of this start; kept are their hashes alone
        self._host_hashes, self._screen_hashes = {hashed(host_key)}, {hashed(screen_key)}
        self.may_open_more = False  # whether its host may open further rooms on this server
        self.elsewhere: Callable[[str], str] = lambda _: ""  # address of the other room of this server with a code
        self._told: tuple[float, RoomDebrief | None] | None = None  # when the room ended; None: there can be none
        self.trial: ReadyTrial | None = None  # of a room before its start, some seconds after it was opened
        self._making: asyncio.Task[RoomDebrief | None] | None = None
        self._warming: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._telling = asyncio.Lock()

    @property
    def room(self) -> Room | None:
        """The committed room, if there is one."""
        return self.writer.committed if self.writer is not None else None

    @property
    def unsaved(self) -> str:
        """Why the newest step could not be saved; "" while all is saved."""
        return str(self.writer.unsaved or "") if self.writer is not None else ""

    def now(self) -> float:
        """Seconds since 1970."""
        return self.settings.clock()

    def open_new(
        self, path: Path, mode: str, *, seed: int | None, own_cast: bool = False, minutes: int = 0, most: int = 200,
        difficulty: str = "", second: str = "", name: str = "",
    ) -> Room:  # fmt: skip
        """Opens a room for a scenario.

        Args:
            path: of the scenario's file.
            mode: one of `MODES`.
            seed: of people and chance; None for one by chance.
            own_cast: whether everybody meets other people.
            minutes: planned length; 0 for none.
            most: how many guests it takes.
            difficulty: how hard it is; "" as the scenario says.
            second: how hard it is for the other half of the tables; "" for the same.
            name: of the room; "" for the title of its scenario.

        Raises:
            CannotPlay: the scenario has errors.
            Refused: two halves make no sense here.
            LogError: it cannot be kept.
        """
        self._ensure_no_room()
        loaded = load(path)
        if second and mode != EACH:
            raise Refused("A room that plays together has one game, and so one difficulty. Let each play on their own.")
        if second and second == (difficulty or (loaded.scenario.difficulty if loaded.scenario else "")):
            raise Refused(f"Both halves of the tables would play {second}. Choose another difficulty for one of them.")
        compiled = compiled_of(loaded)
        seed = telling_seed(compiled, lambda: secrets.randbelow(SEEDS)) if seed is None else seed
        opening = Opening(
            id=secrets.token_hex(8), mode=mode, scenario=loaded.id, path=str(path.resolve()),
            facts=facts_of(loaded, compiled), seed=seed, own_cast=own_cast, minutes=minutes, opened=self.now(),
            code=new_code(ROOM_CODE), difficulty=difficulty, second=second, name=clean_name(name, LONGEST_ROOM_NAME),
        )  # fmt: skip
        room = room_of(opening)
        self.log.hold(opening.id)
        self.log.create(Kept(opening, PARAMETERS_VERSION, hashed(self.host_key), hashed(self.screen_key)))
        self.writer = RoomWriter(room, self.log, changed=self._changed)
        if most != self.writer.committed.cap:
            self.writer.committed = self.writer.commit([TakenStep(self.now(), HOST, "cap", SetCap(most))]).room
        return self.writer.committed

    def open_again(self, kept: Kept, *, new_key: bool = False) -> Room:
        """Opens a room as its log left it. Pages of host and screen that were open then stay so, unless said otherwise.

        Raises:
            RunsElsewhereError: another server runs it.
            LogError: it cannot be repeated.
        """
        self._ensure_no_room()
        self.log.hold(kept.opening.id)
        found = repeated(kept, self.log.steps(kept.opening.id))
        if new_key:
            self.log.rekey(kept.opening.id, hashed(self.host_key), hashed(self.screen_key))
        else:
            self._host_hashes.add(kept.host_hash)
            self._screen_hashes.add(kept.screen_hash)
        self.writer = RoomWriter(found.room, self.log, found.commands, self._changed)
        for guest in found.room.here:
            self.hub.left_before(guest.id, self.now() - guest.acted)
        return found.room

    def _ensure_no_room(self) -> None:
        if self.writer is not None:
            raise Misused("There is a room here already. Another one is opened under “Other rooms” on the host’s page.")

    def start(self) -> None:
        """Begins to work, in the running event loop."""
        if self.writer is not None and not self._tasks:
            room = self.writer.committed
            warming = threading.Thread(target=self._prepare, args=(room, asyncio.get_running_loop()), daemon=True)
            self._warming = asyncio.get_running_loop().call_later(WARM_AFTER, warming.start)
            for work in (self.writer.run(), self._watch_clock(), self.hub.beat()):
                task = asyncio.create_task(work)
                self._tasks.add(task)

    def _prepare(self, room: Room, loop: asyncio.AbstractEventLoop) -> None:
        """Makes ready what takes a while: what the host is to know before the start, then what a debrief needs."""
        if room.stage == LOBBY:
            self.trial = ready_trial(room)
            with suppress(RuntimeError):  # the server has ended meanwhile
                loop.call_soon_threadsafe(self.hub.mark_all)
        for first in (room.begun, room.begun_second):
            if first is not None:
                warmed_up(first.compiled)

    async def stop(self) -> None:
        """Lets everything end; what was acknowledged is on the disk already."""
        self.hub.end()
        if self._warming is not None:
            self._warming.cancel()
        if self._making is not None:
            self._making.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        if self.writer is not None:
            self.writer.close()
        self.log.close()

    async def take(self, actor: str, command: str, step: Step) -> int:
        """Takes a step now; see `RoomWriter.take`.

        A page has one command for all its forms. A step is the same as one before only if its content is, too; a guest
        who comes in is known by the command alone, as the ways back that are drawn for them differ each time.
        """
        if self.writer is None:
            raise Misused("No room is open here yet.")
        self.hub.acted(actor)
        named = command or new_token()
        if not isinstance(step, Joined | CameBack):
            named += f"{PART}{content_of(step)}"
        return await self.writer.take(TakenStep(self.now(), actor, named, step))

    def guest_of(self, token: str) -> Guest | None:
        """The guest whose cookie this is."""
        room = self.room
        if room is None or not token:
            return None
        guest = room.guests.get(room.by_token.get(hashed(token), ""))
        if guest is None or not guest.here:
            return None
        self.seats.opened(guest.id)
        return guest

    def freed_of(self, token: str) -> Guest | None:
        """The guest whose cookie this is and whose seat was freed."""
        return self.room.freed.get(hashed(token)) if self.room is not None and token else None

    def is_sent_out(self, token: str) -> bool:
        """Whether this is the cookie of somebody whom the host has sent out and not let in again."""
        return self.room is not None and bool(token) and hashed(token) in self.room.sent_out

    def coming_in(self, said: str) -> tuple[str, str]:
        """Id and cookie of somebody who comes in: the same for the same, so that what is sent again is one step.

        Args:
            said: all that tells this sending from others, in ASCII.
        """
        drawn = [hmac.digest(self.host_key.encode(), f"{what} {said}".encode(), "sha256").hex() for what in "ab"]
        return drawn[0][:12], drawn[1][:48]

    async def free_a_seat(self) -> None:
        """In a full room, sends out a guest whose page nobody has opened since they joined, if there is one.

        Raises:
            LogError: it cannot be written down.
        """
        room = self.room
        if room is None or len(room.here) < room.cap:
            return
        if empty := self.seats.never_opened(room, self.now()):
            await self.take(HOST, f"empty-{empty}", Freed(empty))

    def is_host(self, token: str) -> bool:
        """Whether a key is the host's."""
        return bool(token) and any(hmac.compare_digest(hashed(token), known) for known in self._host_hashes)

    def is_screen(self, token: str) -> bool:
        """Whether a key is the screen's; the host's opens the screen, too."""
        known = self._screen_hashes | self._host_hashes
        return bool(token) and any(hmac.compare_digest(hashed(token), one) for one in known)

    def way_back(self) -> str:
        """A code that no guest has."""
        used = {guest.way_back for guest in self.room.guests.values()} if self.room else set()
        while (code := new_code(WAY_BACK)) in used:
            pass
        return code

    def debrief_at_hand(self) -> RoomDebrief | None:
        """The debrief if it is ready; if not, it is begun, and all pages are told once it is there."""
        begun = self.debrief_made or self.has_no_debrief or (self._making is not None and not self._making.done())
        if self.room is not None and self.room.stage == DEBRIEF and not begun:
            self._making = asyncio.create_task(self.debrief())
        return self.debrief_made

    @property
    def debrief_made(self) -> RoomDebrief | None:
        """The debrief if it is ready; nothing is begun."""
        room, made = self.room, self._told
        return made[1] if room and made and room.stage == DEBRIEF and made[0] == room.ended else None

    @property
    def has_no_debrief(self) -> bool:
        """Whether a debrief was tried and can be none."""
        return self.room is not None and self.room.stage == DEBRIEF and self._told == (self.room.ended, None)

    async def debrief(self) -> RoomDebrief | None:
        """The debrief of the room once it is over; worked out once, in a thread of its own, and told to all pages."""
        room = self.room
        if room is None or room.stage != DEBRIEF:
            return None
        if self._told is None or self._told[0] != room.ended:
            async with self._telling:
                if self._told is None or self._told[0] != room.ended:
                    self._told = room.ended, await asyncio.to_thread(debrief_at_all, room)
                    self.hub.mark_all()
        return self._told[1]

    def _changed(self, before: Room, now: Room) -> None:
        self.hub.mark(before, now)
        if now.stage == DEBRIEF and before.stage != DEBRIEF:
            self.debrief_at_hand()

    async def _watch_clock(self) -> None:
        """Closes a vote whose time is over."""
        while True:
            await asyncio.sleep(0.5)
            room = self.room
            if room is None or not room.clock or self.now() < room.clock or room.stage != VOTE:
                continue
            try:
                await self.take(HOST, f"clock-{room.scene}", Went(COUNTED, room.scene))
            except Exception:  # noqa: BLE001, S112 - the host closed it in the same moment
                continue
