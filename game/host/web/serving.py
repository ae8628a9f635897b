"""Running the server: its sockets, and everything that can go wrong before the first guest, each a sentence."""

import asyncio
import contextlib
import errno
import ipaddress
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import uvicorn

from game.errors import Misused
from game.host.web.guarding import WebApp
from game.host.web.hall import ServerSettings

LOCAL = "127.0.0.1"
PROBES = ("192.168.0.1", "10.0.0.1", "172.16.0.1", "8.8.8.8")  # nothing is sent to them


class CannotServe(Misused):
    """The server cannot be started as asked."""

    def __init__(self, what: str, way_out: str = "") -> None:
        """A failure in two parts, since the way out of the window is another than that of the command line.

        Args:
            what: what was found, as a sentence.
            way_out: what to do on the command line, as a sentence.
        """
        super().__init__(f"{what} {way_out}".rstrip())
        self.what = what


class PortTaken(CannotServe):
    """Something else listens there."""


class NoNetwork(CannotServe):
    """No phone can reach this machine."""


@dataclass(frozen=True)
class Certificate:
    """Files of a certificate and its key."""

    cert: str
    key: str


def own_addresses() -> tuple[str, ...]:
    """The addresses of this machine that phones may reach, the likeliest first; none without a network."""
    found: dict[str, None] = {}
    for probe in PROBES:
        with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.connect((probe, 9))
            found[line.getsockname()[0]] = None
    with contextlib.suppress(OSError):
        for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
            found[str(info[4][0])] = None
    fit = [a for a in found if not ipaddress.ip_address(a).is_loopback and not ipaddress.ip_address(a).is_unspecified]
    return tuple(sorted(fit, key=lambda a: not ipaddress.ip_address(a).is_private))


def bound(address: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        CannotServe: the port is taken, or the address is not of this machine.
    """
    line = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        line.bind((address, port))
    except OSError as error:
        line.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"Port {port} is taken, perhaps by a room that is open already.", f"Take another: --port {port + 1}"
            ) from None
        if error.errno == errno.EADDRNOTAVAIL:
            there = ", ".join(own_addresses()) or "none"
            raise CannotServe(f"{address} is no address of this machine. There are: {there}.") from None
        if error.errno == errno.EACCES:
            raise CannotServe(f"The system does not allow port {port}. Take one above 1023: --port 8765") from None
        raise CannotServe(f"Nothing can listen on {address}, port {port} ({error.strerror}).") from None
    line.listen(1024)
    line.setblocking(False)
    return line


def chosen_address(given: str, local: bool) -> str:
    """The address that phones are told.

    Raises:
        CannotServe: it is none, or there is no network.
    """
    if local:
        return LOCAL
    if given:
        try:
            return str(ipaddress.ip_address(given))
        except ValueError:
            raise CannotServe(
                f"“{given}” is no address. This machine has: {', '.join(own_addresses()) or 'none'}."
            ) from None
    found = own_addresses()
    if not found:
        raise NoNetwork(
            "This machine is in no network, so no phone can reach it. Join a Wi-Fi, or start one of your own.",
            "To try the room on this machine alone, use --local.",
        )
    return found[0]


BEAT = 0.2  # seconds between two questions whether to go on


def serve(
    app: WebApp, settings: ServerSettings, certificate: Certificate | None, ready: Callable[[], None],
    goes_on: Callable[[], bool] = lambda: True,
) -> None:  # fmt: skip
    """Serves until it is stopped.

    Args:
        app: what answers, a house with its rooms.
        settings: of the server.
        certificate: for TLS, if there is one.
        ready: called once guests can come.
        goes_on: asked again and again, in the event loop; with False it ends as with Ctrl-C.

    Raises:
        CannotServe: it cannot be started.
    """
    places = dict.fromkeys((settings.address, LOCAL))
    lines = [bound(address, settings.port) for address in places]
    config = uvicorn.Config(
        app, ws="auto", ws_per_message_deflate=False, ws_ping_interval=10, ws_ping_timeout=10,
        ws_max_size=65_536, server_header=False, proxy_headers=bool(settings.trusted_proxy),
        forwarded_allow_ips=settings.trusted_proxy or None, log_level="warning", access_log=False, lifespan="on",
        timeout_keep_alive=30, timeout_graceful_shutdown=3, h11_max_incomplete_event_size=16_384,
        ssl_certfile=certificate.cert if certificate else None, ssl_keyfile=certificate.key if certificate else None,
    )  # fmt: skip
    logging.getLogger("uvicorn.error").addFilter(_without_queries)
    server = uvicorn.Server(config)

    async def run() -> None:
        task = asyncio.create_task(server.serve(sockets=lines))
        while not server.started and not task.done():
            await asyncio.sleep(0.02)
        if server.started:
            ready()
        while not task.done():
            if not goes_on():
                server.should_exit = True
            await asyncio.wait({task}, timeout=BEAT)
        await task

    try:
        with _stopped_in_order(server):
            asyncio.run(run())
    except (OSError, ValueError) as error:
        raise CannotServe(f"The server cannot be started: {error}.") from None
    except KeyboardInterrupt:
        return


@contextlib.contextmanager
def _stopped_in_order(server: uvicorn.Server) -> Iterator[None]:
    """Lets SIGTERM, with which services are stopped, end a room as Ctrl-C does: in order, and with a sentence."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        server.should_exit = True

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _without_queries(record: logging.LogRecord) -> bool:
    """Keeps keys, which stand in addresses behind a question mark, out of what is printed."""
    return "?" not in record.getMessage()
