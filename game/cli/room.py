"""A room that plays together: `courtship host`, and what belongs to it."""

import secrets
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.difficulty_option import DifficultyOption, difficulty_named
from game.cli.printing import fail, out, plain
from game.desk.hosting_needs import NOT_INSTALLED, PORT, can_host
from game.desk.outside import chance_seed
from game.desk.places import data_folder, scenario_folders, scenario_path

if TYPE_CHECKING:
    from game.host.web.hall import Hall, ServerSettings
    from game.scenario import ScenarioCard


def host(
    scenario: Annotated[
        str, typer.Argument(help="Name or path of a scenario. Left out: you choose it on the host's page.")
    ] = "",
    together: Annotated[bool, typer.Option("--together", help="The room votes on one shared game.")] = False,
    minutes: Annotated[int, typer.Option(min=0, max=600, help="Planned length, shown beside the clock.")] = 0,
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="The same seed gives the same people.")] = None,
    own_cast: Annotated[bool, typer.Option("--own-cast", help="Everybody meets other people.")] = False,
    difficulty: DifficultyOption = "",
    other_half: Annotated[str, typer.Option(help="How hard for the other half of the tables: a comparison.")] = "",
    most: Annotated[int, typer.Option("--max-players", min=1, max=500, help="How many guests the room takes.")] = 200,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the server listens.")] = PORT,
    address: Annotated[str, typer.Option(help="The address of this machine that phones reach.")] = "",
    local: Annotated[bool, typer.Option("--local", help="For this machine alone, to try it.")] = False,
    public_url: Annotated[str, typer.Option(help="Behind a proxy: https://room.example.org")] = "",
    trusted_proxy: Annotated[str, typer.Option(help="The proxy's address, whose forwarded headers count.")] = "",
    tls_cert: Annotated[str, typer.Option(help="File of a certificate.")] = "",
    tls_key: Annotated[str, typer.Option(help="File of its key.")] = "",
    keep: Annotated[str, typer.Option(help="Folder or PostgreSQL URL where rooms are kept.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Go on with the room that was open last.")] = False,
    new_host_key: Annotated[bool, typer.Option("--new-host-key", help="Host pages open so far lose the room.")] = False,
    rehearse: Annotated[int, typer.Option(min=0, max=200, help="Fill the room with so many robots.")] = 0,
    check: Annotated[bool, typer.Option("--check", help="Look at network and machine; open nothing.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the host's page here.")] = True,
) -> None:
    """Let a room play together, on phones and a projector, offline.

    Everything is kept as it is played: after a crash, go on with --again.
    """
    if not can_host():
        fail(NOT_INSTALLED)
    from game.host.rehearsal.machine_check import told_of_machine
    from game.host.web.hall import ServerSettings
    from game.host.web.serving import Certificate, chosen_address, serve

    if check:
        out.print(told_of_machine(port), markup=False, soft_wrap=True)
        return
    if bool(tls_cert) != bool(tls_key):
        fail("A certificate needs its key, too: --tls-cert FILE --tls-key FILE")
    if public_url and not public_url.startswith(("https://", "http://")):
        fail(f"“{public_url}” is no address of a page. Write it whole: --public-url https://room.example.org")
    settings = ServerSettings(
        address=chosen_address(address, local or (bool(public_url) and not address)), port=port, public_url=public_url,
        trusted_proxy=trusted_proxy, secure=bool(tls_cert) or public_url.startswith("https://"),
        scheme="https" if tls_cert else "http", scenarios=_cards,
    )  # fmt: skip
    hall = _hall(settings, keep, scenario, again=again, new_key=new_host_key)
    if scenario and not again:
        hall.open_new(
            scenario_path(scenario), "together" if together else "each", seed=chance_seed() if seed is None else seed,
            own_cast=own_cast, minutes=minutes, most=most, difficulty=difficulty_named(difficulty) or "",
            second=difficulty_named(other_half) or "",
        )  # fmt: skip
    certificate = Certificate(tls_cert, tls_key) if tls_cert else None
    serve(hall, settings, certificate, lambda: _told(hall, settings, rehearse, browser=browser))
    out.print("The room is closed. Go on with it: courtship host --again", markup=False)


def _cards() -> "tuple[ScenarioCard, ...]":
    """What can be played; broken ones with their problems."""
    from game.scenario import catalogue

    return catalogue(scenario_folders())


def _hall(settings: "ServerSettings", keep: str, scenario: str, *, again: bool, new_key: bool) -> "Hall":
    from game.host.store.opening_logs import log_at
    from game.host.web.hall import Hall

    log = log_at(keep or data_folder() / "rooms")
    hall = Hall(log, settings, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    rooms = log.rooms()
    if again:
        if not rooms:
            fail("No room was open here yet. Open one: courtship host first_hello")
        hall.open_again(rooms[0], new_key=new_key)
    elif scenario:
        scenario_path(scenario)  # a wrong name is told before anything is opened
    return hall


def _told(hall: "Hall", settings: "ServerSettings", rehearse: int, *, browser: bool) -> None:
    """Tells where everything is, and opens the host's page."""
    from game.host.rehearsal.robots import RobotCrowd
    from game.host.room.room_codes import code_said

    origin = settings.origin
    link = f"{origin if settings.public_url else settings.local_origin}/host?key={hall.host_key}"
    room = hall.room
    lines = [
        f"Guests:  {origin}" + (f"   code {code_said(room.code)}" if room is not None else ""),
        f"Host:    {link}",
        f"Screen:  {origin}/screen?key={hall.screen_key}",
        "Stop with Ctrl+C; nothing is lost.",
    ]
    out.print(plain("\n".join(lines)), markup=False, soft_wrap=True)
    if browser:
        webbrowser.open(link)
    if rehearse and room is not None:
        RobotCrowd(settings.local_origin, room.code, rehearse).start()
    elif rehearse:
        out.print("Robots come once there is a room: name a scenario, too.", markup=False)


def guide(
    scenario: Annotated[str, typer.Argument(help="Name or path of a scenario.")],
    together: Annotated[bool, typer.Option("--together", help="For a room that votes.")] = False,
    seed: Annotated[
        int | None, typer.Option(min=0, max=2**32 - 1, help="The room's seed: names its people and their reasons.")
    ] = None,
) -> None:
    """Print a guide for who leads a room through a scenario."""
    from game.host.pages.facilitators_guide import guide_to, in_markdown

    found = guide_to(scenario_path(scenario), together=together, seed=seed)
    out.print(plain(in_markdown(found)), markup=False, soft_wrap=True)


def rooms(
    delete: Annotated[str, typer.Option(help="Delete the room of this id, names and all.")] = "",
    keep: Annotated[str, typer.Option(help="Folder or PostgreSQL URL where rooms are kept.")] = "",
    files: Annotated[Path | None, typer.Option(help="Write the files of the newest room into this folder.")] = None,
) -> None:
    """List the rooms kept here, delete one, or write its files."""
    from datetime import datetime

    from game.host.store.opening_logs import log_at

    log = log_at(keep or data_folder() / "rooms")
    kept = log.rooms()
    if delete:
        if delete not in {k.opening.id for k in kept}:
            fail(f"There is no room “{plain(delete)}”. See them with: courtship rooms")
        log.delete(delete)
        out.print(f"Room {delete} is deleted.", markup=False)
        return
    if files is not None:
        _write_files(kept[0].opening.id if kept else "", files, keep)
        return
    for k in kept:
        when = datetime.fromtimestamp(k.opening.opened).astimezone()
        out.print(
            plain(f"{k.opening.id}  {when:%Y-%m-%d %H:%M}  {k.opening.facts.title} ({k.opening.mode})"), markup=False
        )
    if not kept:
        out.print("No room is kept here.", markup=False)


def _write_files(room: str, folder: Path, keep: str) -> None:
    from game.files import write_over
    from game.host.debriefing.room_debrief import room_debrief
    from game.host.exports.all_files import files_of
    from game.host.store.opening_logs import log_at
    from game.host.store.replaying import repeated

    log = log_at(keep or data_folder() / "rooms")
    kept = next((k for k in log.rooms() if k.opening.id == room), None)
    if kept is None:
        fail("No room is kept here yet. Open one: courtship host first_hello")
    now = repeated(kept, log.steps(room)).room
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files_of(now, room_debrief(now)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_over(folder / name, data)
    out.print(plain(f"The files of the room are in {folder}."), markup=False)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(host)
    app.command()(guide)
    app.command()(rooms)
