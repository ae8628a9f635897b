"""Phones that end their day within a second, each by its form, and ask for the page of the night."""

import asyncio
import time
from urllib.parse import urlencode


async def ends_of_days(port: int, cookies: list[str]) -> list[float]:
    """Seconds from the form that ends a day to the whole page of its night, one for each phone.

    Args:
        port: of a room on this machine whose first day is open, where each plays.
        cookies: of its guests, who end their day one after the other within a second.
    """
    ends = (_ended(port, cookie, n / len(cookies)) for n, cookie in enumerate(cookies))
    return await asyncio.gather(*ends)


async def _ended(port: int, cookie: str, delay: float) -> float:
    await asyncio.sleep(delay)
    began = time.perf_counter()
    form = urlencode({"kind": "end_day", "day": 1, "command": "e", "back": "/play/night/1"})
    moved = await _asked(port, cookie, "POST", "/do", form)
    page = await _asked(port, cookie, "GET", "/play/night/1")
    if b" 303 " not in moved[:20] or b" 200 " not in page[:20]:
        raise OSError(f"a day could not be ended: {moved[:200]!r}, {page[:200]!r}")
    return time.perf_counter() - began


async def _asked(port: int, cookie: str, method: str, path: str, body: str = "") -> bytes:
    """What comes back to a request, head and body."""
    place = f"127.0.0.1:{port}"
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: {place}\r\nOrigin: http://{place}\r\nCookie: guest={cookie}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write((head + body).encode())
    answer = await reader.read()
    writer.close()
    return answer
