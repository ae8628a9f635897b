"""Running the server: its sockets, and everything that can go wrong before the first guest, each a sentence."""

import asyncio
import contextlib
import errno
import gc
import logging
import signal
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from game.files import read_regular
from game.host.web.connections.server_addresses import CannotServe, listening_places, own_addresses
from game.host.web.connections.server_settings import ServerSettings
from game.host.web.connections.waiting_connections import ImpatientProtocol, room_for_connections
from game.host.web.guarding import WebApp

MOST_BYTES = 1_000_000  # of a file of a certificate or key


class PortTaken(CannotServe):
    """Something else listens there."""


@dataclass(frozen=True)
class Certificate:
    """Files of a certificate and its key."""

    cert: str
    key: str


def checked(certificate: Certificate) -> None:
    """Looks whether a server can use a certificate.

    Raises:
        CannotServe: a file of it is none, or the two do not belong together.
    """
    for option, path, head in (
        ("--tls-cert", certificate.cert, b"CERTIFICATE-----"), ("--tls-key", certificate.key, b"PRIVATE KEY-----"),
    ):  # fmt: skip
        try:
            data = read_regular(Path(path), MOST_BYTES)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise CannotServe(f"{option} {path} cannot be read ({reason}). Name a file in PEM form.") from None
        if head not in data:
            what = "certificate" if option == "--tls-cert" else "private key"
            raise CannotServe(
                f"{option} {path} holds no {what} in PEM form: “-----BEGIN … {head.decode()}” stands nowhere in it. "
                "Name the file that holds it, such as fullchain.pem for --tls-cert and privkey.pem for --tls-key."
            )
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate.cert, certificate.key, password=lambda: "")
    except (ssl.SSLError, OSError, ValueError) as error:
        raise CannotServe(_told_of_tls(certificate, str(error))) from None


def _told_of_tls(certificate: Certificate, error: str) -> str:
    both = f"--tls-cert {certificate.cert} --tls-key {certificate.key}"
    if b"ENCRYPTED" in read_regular(Path(certificate.key), MOST_BYTES):
        return (
            f"--tls-key {certificate.key} is locked with a password, which nobody types at a start. Name one without: "
            "openssl pkey -in LOCKED.pem -out KEY.pem"
        )
    if "MISMATCH" in error.upper():
        return f"{both}: the key is that of another certificate. Name the two files that were made together."
    return f"{both}: a file is damaged, so no connection could be made safe. Make or fetch both again."


def listening(settings: ServerSettings, certificate: Certificate | None) -> list[socket.socket]:
    """Takes the server's places. What can go wrong at a start goes wrong here, before a room is kept.

    Raises:
        CannotServe: a place is taken or not ours, or the certificate cannot be used.
    """
    if certificate is not None:
        checked(certificate)
    listeners = list[socket.socket]()
    try:
        for address in listening_places(settings.everywhere or settings.address):
            listeners.append(bound(address, settings.port))
    except CannotServe:
        for listener in listeners:
            listener.close()
        raise
    return listeners


def bound(address: str, port: int) -> socket.socket:
    """A listening socket. One of IPv6 takes no IPv4, on every system alike.

    Raises:
        CannotServe: the port is taken, the address is not of this machine, or the machine has no addresses of its kind.
    """
    listener: socket.socket | None = None
    try:
        listener = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if ":" in address:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((address, port))
    except OSError as error:
        if listener is not None:
            listener.close()
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
    listener.listen(1024)
    listener.setblocking(False)
    return listener


BEAT = 0.2  # seconds between two questions whether to go on


def serve(
    app: WebApp, settings: ServerSettings, listeners: list[socket.socket], certificate: Certificate | None,
    ready: Callable[[], None], goes_on: Callable[[], bool] = lambda: True,
) -> None:  # fmt: skip
    """Serves until it is stopped.

    Args:
        app: what answers, a house with its rooms.
        settings: of the server.
        listeners: its sockets, of `listening`.
        certificate: for TLS, if there is one.
        ready: called once guests can come.
        goes_on: asked again and again, in the event loop; with False it ends as with Ctrl-C.

    Raises:
        CannotServe: it cannot be started.
    """
    ImpatientProtocol.most = room_for_connections()
    config = uvicorn.Config(
        app, http=ImpatientProtocol, ws="auto", ws_per_message_deflate=False, ws_ping_interval=10, ws_ping_timeout=10,
        ws_max_size=65_536, server_header=False, proxy_headers=bool(settings.trusted_proxy),
        forwarded_allow_ips=settings.trusted_proxy or None, log_level="warning", access_log=False, lifespan="on",
        timeout_keep_alive=30, timeout_graceful_shutdown=3, h11_max_incomplete_event_size=16_384,
        ssl_certfile=certificate.cert if certificate else None, ssl_keyfile=certificate.key if certificate else None,
    )  # fmt: skip
    logging.getLogger("uvicorn.error").addFilter(is_to_be_printed)
    server = uvicorn.Server(config)

    async def run() -> None:
        task = asyncio.create_task(server.serve(sockets=listeners))
        while not server.started and not task.done():
            await asyncio.sleep(0.005)
        if server.started:
            ready()
        gc.freeze()  # what the program consists of stays: no later collection looks through it again
        gc.enable()
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


OF_STRANGERS = ("Invalid HTTP request received.", "Unsupported upgrade request.", "No supported WebSocket library")
"""How messages begin that tell of what somebody else has sent."""


def is_to_be_printed(record: logging.LogRecord) -> bool:
    """Whether a message of the server goes to the host's terminal.

    Keys, which stand in addresses behind a question mark, are kept out of it, and so is what a stranger has sent that
    is no request or no text: such a connection is closed, and there is nothing for the host to do.
    """
    kind, told = record.exc_info[0] if record.exc_info else None, record.getMessage()
    if "?" in told or told.startswith(OF_STRANGERS):
        return False
    return not (kind is not None and issubclass(kind, UnicodeDecodeError))
