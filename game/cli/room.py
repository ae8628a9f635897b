"""A room that plays together: `courtship host`, and what belongs to it."""

import gc
import secrets
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.difficulty_option import DifficultyOption, difficulty_named
from game.cli.printing import fail, out, plain
from game.cli.settings_value import command_of
from game.desk.hosting_needs import NOT_INSTALLED, PORT, can_host
from game.desk.places import data_folder, scenario_folders, scenario_path
from game.errors import CourtshipError

if TYPE_CHECKING:
    from game.host.store.event_log import Kept, Log
    from game.host.web.connections.server_settings import ServerSettings
    from game.host.web.hall import Hall
    from game.scenario import ScenarioCard


@dataclass(frozen=True)
class HostArguments:
    """What `courtship host` is asked for."""

    scenario: Annotated[
        str, typer.Argument(help="Name or path of a scenario. Left out: you choose it on the host's page.")
    ] = ""
    together: Annotated[bool, typer.Option("--together", help="The room votes on one shared game.")] = False
    minutes: Annotated[
        int, typer.Option(min=0, max=600, help="The time you have: plans days and debrief; 0 for no plan.")
    ] = 0
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="The same seed gives the same people.")] = None
    name: Annotated[str, typer.Option(help="What the room is called, such as “Tuesday’s course”.")] = ""
    own_cast: Annotated[bool, typer.Option("--own-cast", help="Everybody meets other people.")] = False
    difficulty: DifficultyOption = ""
    other_half: Annotated[str, typer.Option(help="How hard for the other half of the tables: a comparison.")] = ""
    most: Annotated[int, typer.Option("--max-players", min=1, max=500, help="How many guests the room takes.")] = 200
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the server listens.")] = PORT
    address: Annotated[
        str, typer.Option(help="The address of this machine that phones reach; 0.0.0.0 for every one.")
    ] = ""
    local: Annotated[bool, typer.Option("--local", help="For this machine alone, to try it.")] = False
    public_url: Annotated[str, typer.Option(help="Behind a proxy: https://room.example.org")] = ""
    trusted_proxy: Annotated[str, typer.Option(help="The proxy's address, whose forwarded headers count.")] = ""
    tls_cert: Annotated[str, typer.Option(help="File of a certificate.")] = ""
    tls_key: Annotated[str, typer.Option(help="File of its key.")] = ""
    keep: Annotated[str, typer.Option(help="Folder or PostgreSQL URL where rooms are kept.")] = ""
    again: Annotated[bool, typer.Option("--again", help="Go on with the room that was played last.")] = False
    room: Annotated[str, typer.Option(help="Go on with the room of this id; courtship rooms lists them.")] = ""
    new_host_key: Annotated[bool, typer.Option("--new-host-key", help="Host pages open so far lose the room.")] = False
    rehearse: Annotated[int, typer.Option(min=0, max=200, help="Fill the room with so many robots.")] = 0
    check: Annotated[bool, typer.Option("--check", help="Look at network and machine; open nothing.")] = False
    browser: Annotated[bool, typer.Option(help="Open the host's page here.")] = True

    @property
    def kept_in(self) -> str | Path:
        """Folder or URL where rooms are kept."""
        return self.keep or data_folder() / "rooms"


@command_of(HostArguments)
def host(asked: HostArguments) -> None:
    """Let a room play together, on phones and a projector, offline.

    Everything is kept as it is played: after a crash, go on with --again.
    """
    if not can_host():
        fail(NOT_INSTALLED)
    if asked.check:
        from game.host.rehearsal.machine_check import told_of_machine

        out.print(told_of_machine(asked.port), markup=False, soft_wrap=True)
        return
    gc.disable()  # a start makes much and throws nothing away; the server lets it be collected again
    from game.host.store.opening_logs import log_at
    from game.host.web.house import House
    from game.host.web.serving import Certificate, listening, serve

    settings = _server_settings(asked)
    path = scenario_path(asked.scenario) if asked.scenario else None  # a wrong name is told before anything is opened
    certificate = Certificate(asked.tls_cert, asked.tls_key) if asked.tls_cert else None
    listeners = listening(settings, certificate)  # before a room is kept: a start that fails leaves none behind
    hall = _hall(settings, asked, path)
    house = House(hall, lambda: log_at(asked.kept_in))
    serve(house, settings, listeners, certificate, lambda: _told(hall, settings, asked))
    out.print("The room is closed. Go on with it: courtship host --again", markup=False)


def _server_settings(asked: HostArguments) -> "ServerSettings":
    from game.host.rehearsal.robots import robots_come
    from game.host.web.connections.server_addresses import (
        all_of_machine,
        chosen_address,
        own_addresses,
        public_origin,
        trusted_proxies,
    )  # fmt: skip
    from game.host.web.connections.server_settings import ServerSettings

    if bool(asked.tls_cert) != bool(asked.tls_key):
        fail("A certificate needs its key, too: --tls-cert FILE --tls-key FILE")
    public_url, proxies = public_origin(asked.public_url), trusted_proxies(asked.trusted_proxy)
    behind_proxy = bool(public_url) and not asked.address
    address, everywhere = chosen_address(asked.address, asked.local or behind_proxy), all_of_machine(asked.address)
    return ServerSettings(
        address=address, port=asked.port, everywhere=everywhere, further=own_addresses() if everywhere else (),
        public_url=public_url, trusted_proxy=proxies,
        secure=bool(asked.tls_cert) or public_url.startswith("https://"),
        scheme="https" if asked.tls_cert else "http", scenarios=_cards, rehearse=robots_come,
    )  # fmt: skip


def _cards() -> "tuple[ScenarioCard, ...]":
    """What can be played; broken ones with their problems."""
    from game.scenario import catalogue

    return catalogue(scenario_folders())


def _hall(settings: "ServerSettings", asked: HostArguments, path: Path | None) -> "Hall":
    """The hall with the room that is asked for, if one is."""
    from game.host.store.opening_logs import log_at
    from game.host.web.hall import Hall

    difficulty, other_half = (difficulty_named(name) or "" for name in (asked.difficulty, asked.other_half))
    log = log_at(asked.kept_in)
    hall = Hall(log, settings, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    if asked.again or asked.room:
        kept = _kept_room(log, asked.room)
        hall.open_again(kept, new_key=asked.new_host_key)
    elif path is not None:
        hall.open_new(
            path, "together" if asked.together else "each", seed=asked.seed,
            own_cast=asked.own_cast, minutes=asked.minutes, most=asked.most, difficulty=difficulty, second=other_half,
            name=asked.name,
        )  # fmt: skip
    return hall


def _kept_room(log: "Log", named: str) -> "Kept":
    """The room to go on with: the one that is named, or the newest that somebody joined; it is told which."""
    rooms, guests = log.rooms(), log.guests()
    if not rooms:
        fail("No room was open here yet. Open one: courtship host first_hello")
    played = [k for k in rooms if k.opening.id in guests]
    found = next((k for k in rooms if k.opening.id == named), None) if named else (played or rooms)[0]
    if found is None:
        fail(f"There is no room “{plain(named)}”. See them with: courtship rooms")
    out.print(f"Going on with: {_row(found, guests)}", markup=False, soft_wrap=True)
    if not named and found is not rooms[0]:
        newest = rooms[0].opening.id
        out.print(f"A newer room, which nobody joined, is left. To open it: courtship host --room {plain(newest)}",
                  markup=False, soft_wrap=True)  # fmt: skip
    return found


def _row(kept: "Kept", guests: dict[str, int]) -> str:
    """A room as a line: id, when it was opened, scenario, mode, and how many joined it."""
    from game.local_time import local_time

    room, count = kept.opening, guests.get(kept.opening.id, 0)
    when = local_time(room.opened)
    told = f"{room.name}: {room.facts.title}" if room.name else room.facts.title
    joined = "nobody joined" if not count else "1 guest" if count == 1 else f"{count} guests"
    return plain(f"{room.id}  {when:%Y-%m-%d %H:%M}  {told} ({room.mode}), {joined}")


def _told(hall: "Hall", settings: "ServerSettings", asked: HostArguments) -> None:
    """Tells where everything is, and opens the host's page."""
    from game.host.room.room_codes import code_said

    origin, page = settings.origin, f"/host?key={hall.host_key}"
    room = hall.room
    lines = [
        f"Guests:  {origin}" + (f"   code {code_said(room.code)}" if room is not None else ""),
        f"Host:    {origin}{page}",
        f"Screen:  {origin}/screen?key={hall.screen_key}",
        "Stop with Ctrl+C; nothing is lost.",
    ]
    out.print(plain("\n".join(lines)), markup=False, soft_wrap=True)
    if asked.browser:
        webbrowser.open((origin if settings.public_url else settings.local_origin) + page)
    if asked.rehearse and room is not None:
        from game.host.rehearsal.robots import robots_come

        robots_come(settings.local_origin, room.code, asked.rehearse)
    elif asked.rehearse:
        out.print("Robots come once there is a room: name a scenario, too.", markup=False)


def guide(
    scenario: Annotated[str, typer.Argument(help="Name or path of a scenario.")],
    together: Annotated[bool, typer.Option("--together", help="For a room that votes.")] = False,
    seed: Annotated[
        int | None, typer.Option(min=0, max=2**32 - 1, help="The room's seed: names its people and their reasons.")
    ] = None,
    minutes: Annotated[
        int, typer.Option(min=10, max=600, help="How long the room has, from coming in to debrief.")
    ] = 45,
) -> None:
    """Print a guide for who leads a room through a scenario."""
    from game.host.pages.facilitators_guide import guide_to, in_markdown

    found = guide_to(scenario_path(scenario), together=together, seed=seed, minutes=minutes)
    out.print(plain(in_markdown(found)), markup=False, soft_wrap=True)


def rooms(
    delete: Annotated[str | None, typer.Option(help="Delete the room of this id, names and all.")] = None,
    keep: Annotated[str, typer.Option(help="Folder or PostgreSQL URL where rooms are kept.")] = "",
    files: Annotated[
        Path | None, typer.Option(help="Write the files of all rooms that somebody joined into this folder.")
    ] = None,
    room: Annotated[str, typer.Option(help="With --files: of the room of this id alone.")] = "",
) -> None:
    """List the rooms kept here, delete one, or write its files."""
    from game.host.store.opening_logs import log_at

    log = log_at(keep or data_folder() / "rooms")
    kept = log.rooms()
    if delete is not None:
        if delete not in {k.opening.id for k in kept}:
            fail(f"There is no room “{plain(delete)}”. See them with: courtship rooms")
        log.delete(delete)
        out.print(f"Room {delete} is deleted.", markup=False)
        return
    guests = log.guests()
    if files is not None:
        wanted = [k for k in kept if (k.opening.id == room if room else k.opening.id in guests)]
        if room and not wanted:
            fail(f"There is no room “{plain(room)}”. See them with: courtship rooms")
        if not wanted:
            fail("Nobody has joined a room here yet. Open one: courtship host first_hello")
        _write_files(log, wanted, files)
        return
    for k in kept:
        out.print(_row(k, guests), markup=False)
    if not kept:
        out.print("No room is kept here.", markup=False)


def _write_files(log: "Log", kept: "list[Kept]", folder: Path) -> None:
    """Writes the files of rooms, each into a folder of its own; a room that cannot be opened is told and left out."""
    from game.files import write_over
    from game.host.debriefing.room_debrief import debrief_at_all
    from game.host.exports.all_files import files_of, folder_of
    from game.host.store.replaying import repeated

    written = 0
    for one in kept:
        own = folder / folder_of(one.opening)
        try:
            now = repeated(one, log.steps(one.opening.id)).room
            files = files_of(now, debrief_at_all(now))
        except CourtshipError as error:
            out.print(plain(f"{one.opening.id} is left out. {error}"), markup=False, soft_wrap=True)
            continue
        for name, data in files.items():
            (own / name).parent.mkdir(parents=True, exist_ok=True)
            write_over(own / name, data)
        written += 1
        out.print(plain(f"{own}"), markup=False, soft_wrap=True)
    if not written:
        fail("No files were written: none of these rooms can be opened by this Courtship.")
    rooms_said = "one room" if written == 1 else f"{written} rooms"
    out.print(plain(f"The files of {rooms_said} are in {folder}."), markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(host)
    app.command()(guide)
    app.command()(rooms)
