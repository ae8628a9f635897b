"""Connections that keep the server waiting: half a request, or an answer that nobody takes. They are cut.

Rule: the rest of a request must be there within `WHOLE_WITHIN`, however its bytes trickle in; an answer must go out
within `TAKEN_WITHIN`. Where more connections are open than the system has room for, the one that has kept the server
waiting longest goes first, so that many of them keep nobody out.
"""

import asyncio
import contextlib
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

WHOLE_WITHIN = 15.0  # seconds from the first moment of a request to its last byte
TAKEN_WITHIN = 30.0  # seconds in which an answer goes out
SPARE_FILES = 120  # that the log, its threads and the pages need
WANTED_FILES = 8192
WITHOUT_LIMIT = 2000  # connections, where the system does not say how many files may be open


def room_for_connections() -> int:
    """How many connections may be open at once: as many files as the system allows this process, and some to spare."""
    try:
        import resource
    except ImportError:
        return WITHOUT_LIMIT
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED_FILES if hard == resource.RLIM_INFINITY else min(WANTED_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    allowed = wanted if soft == resource.RLIM_INFINITY else soft
    return max(allowed - SPARE_FILES, allowed // 2)


class ImpatientProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, with an end to waiting."""

    most = WITHOUT_LIMIT
    """Connections that may be open at once; of the class, for uvicorn makes the objects."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """As uvicorn's own."""
        super().__init__(*given, **named)
        self.waits_since: float | None = None  # on the loop's clock; None while nothing is awaited
        self._whole: asyncio.TimerHandle | None = None
        self._taken: asyncio.TimerHandle | None = None
        self._is_socket = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for a request."""
        super().connection_made(transport)
        self._wait()
        if len(self.connections) > self.most:
            self._cut_longest()

    def data_received(self, data: bytes) -> None:
        """Takes what has come, and sees whether the request is whole."""
        super().data_received(data)
        if self._is_socket or self.transport.is_closing() or self.conn.their_state not in {h11.IDLE, h11.SEND_BODY}:
            self._wait_no_more()
        else:
            self._wait()

    def on_response_complete(self) -> None:
        """Lets the time between requests begin, which is uvicorn's to measure."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._must_be_taken()  # what is not sent yet keeps a closed connection open
        elif self.conn.their_state is h11.IDLE:
            self._wait_no_more()
            self.waits_since = self.loop.time()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Gives the connection to the socket's protocol, which has its own pings."""
        self._is_socket = True
        self._wait_no_more()
        super().handle_websocket_upgrade(event)

    def send_400_response(self, msg: str) -> None:
        """Answers what is no request; in the midst of an answer, or after it, there is nothing more to say."""
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            super().send_400_response(msg)
        else:
            self.transport.close()

    def timeout_keep_alive_handler(self) -> None:
        """Closes an idle connection, with no patience for a rest that nobody takes."""
        super().timeout_keep_alive_handler()
        self._must_be_taken()

    def pause_writing(self) -> None:
        """The other end does not take what is sent."""
        super().pause_writing()
        self._must_be_taken()

    def resume_writing(self) -> None:
        """It does again."""
        super().resume_writing()
        if self._taken is not None and not self.transport.is_closing():
            self._taken.cancel()
            self._taken = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Forgets all clocks."""
        self._wait_no_more()
        if self._taken is not None:
            self._taken.cancel()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._whole is None:
            self.waits_since = self.loop.time()
            self._whole = self.loop.call_later(WHOLE_WITHIN, self.transport.abort)

    def _wait_no_more(self) -> None:
        self.waits_since = None
        if self._whole is not None:
            self._whole.cancel()
            self._whole = None

    def _must_be_taken(self) -> None:
        if self._taken is None and self.transport.get_write_buffer_size() > 0:
            self._taken = self.loop.call_later(TAKEN_WITHIN, self.transport.abort)

    def _cut_longest(self) -> None:
        """Cuts the connection that has waited longest for the rest of a request; this one waits, too."""
        waiting = [c for c in self.connections if isinstance(c, ImpatientProtocol) and c.waits_since is not None]
        longest = min(waiting, key=lambda one: one.waits_since or 0.0)
        longest._wait_no_more()  # noqa: SLF001 - it is one of these
        longest.transport.abort()
