"""A room that the window hosts: the server in a process of its own.

The window asks and the process answers, so nothing piles up while nobody looks. The process ends by itself as soon as
the window's end of the pipe is closed, however that came about.
"""

import secrets
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from game.desk.background.worker import FaultTeller
from game.desk.hosting_needs import NOT_INSTALLED, PORT, can_host
from game.desk.places import data_folder, scenario_folders
from game.ui.play.hosting.hosting_values import ALONE, ANOTHER_PORT, ENDED, OPEN, HostedRoom

if TYPE_CHECKING:
    from game.host.web.hall import Hall

PATIENCE = 5  # seconds that the server has for its goodbye
LOST = "The room’s server has stopped. Whatever a phone called saved is kept; open the room again to go on."


class RoomProcess:
    """The server of a room at work; `look` tells what is known of the room."""

    def __init__(self, port: int = PORT, *, alone: bool = False) -> None:
        """Begins.

        Args:
            port: where it listens.
            alone: for this machine alone, where there is no network.
        """
        self.port, self.alone = port, alone
        self._found = HostedRoom()
        self._asked = False
        self._process: Any = None
        if not can_host():
            self._found = HostedRoom(ENDED, problem=NOT_INSTALLED)
            return
        context = get_context("spawn")
        self._near, far = context.Pipe()
        self._process = context.Process(target=_host, args=(far, port, alone), daemon=True)
        self._process.start()
        far.close()

    def look(self) -> HostedRoom:
        """What is known of the room, without waiting; it asks for news, which come to a later look."""
        if self._process is None:
            return self._found
        try:
            while self._near.poll():
                self._asked = False
                news = self._near.recv()
                self._found = news if isinstance(news, HostedRoom) else HostedRoom(ENDED, problem=str(news[1]))
            if not self._asked:
                self._near.send("look")
                self._asked = True
        except (EOFError, OSError):
            self._found = self._found if self._found.stage == ENDED else HostedRoom(ENDED, problem=LOST)
            self.end()
        return self._found

    def end(self) -> None:
        """Ends it: first by itself, with a goodbye to all pages, and after a while by force."""
        if self._process is None:
            return
        self._near.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(1)
        self._process = None


def _host(far: Any, port: int, alone: bool) -> None:
    """In a process of its own: serves until the window goes."""
    with FaultTeller(far, "The room"):
        from game.host.rehearsal.robots import robots_come
        from game.host.store.opening_logs import log_at
        from game.host.web.connections.server_addresses import NoNetwork, chosen_address
        from game.host.web.connections.server_settings import ServerSettings
        from game.host.web.hall import Hall
        from game.host.web.house import House
        from game.host.web.serving import PortTaken, listening, serve
        from game.scenario import catalogue

        def goes_on() -> bool:
            try:
                if far.poll():
                    far.recv()
                    far.send(_seen(hall))
            except (EOFError, OSError):
                return False
            return True

        try:
            settings = ServerSettings(
                address=chosen_address("", alone),
                port=port,
                scenarios=lambda: catalogue(scenario_folders()),
                rehearse=robots_come,
            )
            listeners, rooms = listening(settings, None), data_folder() / "rooms"
            hall = Hall(log_at(rooms), settings, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
            serve(House(hall, lambda: log_at(rooms)), settings, listeners, None, lambda: None, goes_on)
        except PortTaken as error:
            far.send(HostedRoom(ENDED, problem=error.what, way_out=ANOTHER_PORT))
        except NoNetwork as error:
            far.send(HostedRoom(ENDED, problem=error.what, way_out=ALONE))


def _seen(hall: "Hall") -> HostedRoom:
    """What the window shows of a hall."""
    from game.host.pages.host_pages import AWAY_AFTER
    from game.host.pages.pictures.qr_pictures import qr_squares
    from game.host.room.room_codes import code_said

    settings, room = hall.settings, hall.room
    address, page = settings.origin, f"/host?key={hall.host_key}"
    pages = settings.local_origin + page, settings.origin + page
    if room is None:
        return HostedRoom(OPEN, address, *pages)
    here = tuple(guest.name for guest in room.here if hall.hub.away(guest.id) <= AWAY_AFTER)
    return HostedRoom(
        OPEN, address, *pages, f"{room.opening.title}, seed {room.opening.seed}", code_said(room.code),
        qr_squares(f"{address}/j/{room.code}"), here,
    )  # fmt: skip
