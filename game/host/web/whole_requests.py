"""Requests as they come in: read to their end before anything is made of them, or cut off in their midst.

Rule: nobody but this module waits for a body. What is too large is answered with a sentence, however its length was
told; who hung up gets no answer, and nothing is said of it in the host's terminal.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

LARGEST_BODY = 8192  # bytes
TAKEN_IN = 1_000_000  # bytes that are read past, so that whoever sends too much can read the answer


class HungUp(Exception):
    """Whoever sent the request is gone, or sent no whole one."""


async def whole_body(receive: Receive) -> bytes | None:
    """The body of a request; None for one that is too large.

    Raises:
        HungUp: it ended in its midst.
    """
    body, seen, more = b"", 0, True
    while more and seen <= TAKEN_IN:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise HungUp
        part = message.get("body", b"")
        seen += len(part)
        body = body + part if seen <= LARGEST_BODY else b""
        more = message.get("more_body", False)
    return None if seen > LARGEST_BODY else body


def said_again(body: bytes, receive: Receive) -> Receive:
    """What a request says, for whoever answers it: its body in one piece, then whatever else is heard of it."""
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
