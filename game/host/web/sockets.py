"""Sockets: they say when a page is out of date, and take steps like forms do."""

import asyncio
import contextlib
import json
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from game.errors import CourtshipError, Refused
from game.host.room.steps import HOST
from game.host.web.forms import command_of, guest_step, host_step, told_to_guest
from game.host.web.guest_routes import COOKIE, GuestRoutes
from game.host.web.hall import Hall
from game.host.web.host_routes import HOST_COOKIE, HostRoutes
from game.host.web.hub import GUEST, SCREEN, Connection
from game.host.web.limits import Limits
from game.host.web.screen_routes import SCREEN_COOKIE, ScreenRoutes

LONGEST_FRAME = 4096  # bytes
BEAT = '{"t":"beat"}'
SEND_WITHIN = 10.0  # seconds, or the socket is given up
GATHERS = {SCREEN: 0.008}
"""Seconds in which changes gather to one state: votes come in crowds, and each would make a count of its own."""
PAUSES = {HOST: 0.25}
"""Seconds between two states: the host's make the page anew."""
CLOSED, NO_ROOM, FULL, FLOOD, TOO_LONG = 4403, 4404, 4429, 4408, 4413
GOODBYE = 1001  # what pages read as the end of the room
MOST_SOCKETS = 1200


class Sockets:
    """All sockets of a server."""

    def __init__(
        self, hall: Hall, limits: Limits, guests: GuestRoutes, hosts: HostRoutes, screens: ScreenRoutes
    ) -> None:
        self._hall, self._limits = hall, limits
        self._guests, self._hosts, self._screens = guests, hosts, screens

    async def serve(self, socket: WebSocket) -> None:
        """One socket from its handshake to its end."""
        connection = self._connection(socket)
        await socket.accept()
        if self._hall.room is None and (connection is None or connection.role != HOST):
            await socket.close(NO_ROOM, "No room is open yet. Try again.")  # their keys are known once it is
            return
        if connection is None or self._hall.room is None:
            await socket.close(CLOSED, "Join first.")
            return
        if len(self._hall.hub) >= MOST_SOCKETS:
            await socket.close(FULL, "Too many connections.")
            return
        self._hall.hub.enter(connection)
        connection.mark()
        sender = asyncio.create_task(self._send(socket, connection))
        try:
            await self._receive(socket, connection)
        except (WebSocketDisconnect, RuntimeError):
            pass  # closed from the other side, while we read or write
        finally:
            self._hall.hub.leave(connection)
            sender.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await sender

    def _connection(self, socket: WebSocket) -> Connection | None:
        """Who is at the other end, by their cookie; None for nobody we know."""
        match socket.query_params.get("as", GUEST):
            case "guest":
                guest = self._hall.guest_of(socket.cookies.get(COOKIE, ""))
                return Connection(GUEST, guest.id) if guest is not None else None
            case "host" if self._hall.is_host(socket.cookies.get(HOST_COOKIE, "")):
                return Connection(HOST)
            case "screen" if self._hall.is_screen(
                socket.cookies.get(SCREEN_COOKIE, "") or socket.cookies.get(HOST_COOKIE, "")
            ):
                return Connection(SCREEN)
        return None

    def state_of(self, connection: Connection) -> dict[str, Any] | None:
        """The whole state for one end; None when it has no right to one any more."""
        room = self._hall.room
        if room is None:
            return None
        if connection.role == GUEST:
            guest = room.guests.get(connection.guest)
            return self._guests.state(guest) if guest is not None and guest.here else None
        return self._hosts.state() if connection.role == HOST else self._screens.state()

    async def _send(self, socket: WebSocket, connection: Connection) -> None:
        gather, pause = (times.get(connection.role, 0.0) for times in (GATHERS, PAUSES))
        try:
            while True:
                await connection.woken.wait()
                if connection.news and gather:
                    await asyncio.sleep(gather)
                connection.woken.clear()
                if connection.over:
                    await socket.close(GOODBYE, "The host has ended the room.")
                    return
                text, connection.news = self._said(connection) if connection.news else BEAT, False
                if not text:
                    await socket.close(
                        CLOSED, "You are not here any more." if not connection.gone else "Open elsewhere."
                    )
                    return
                async with asyncio.timeout(SEND_WITHIN):
                    await socket.send_text(text)
                if pause and text != BEAT:
                    await asyncio.sleep(pause)
        except (TimeoutError, WebSocketDisconnect, RuntimeError):
            return

    def _said(self, connection: Connection) -> str:
        """The state as it is sent; "" for an end that has no right to one any more."""
        state = None if connection.gone else self.state_of(connection)
        return json.dumps(state) if state is not None else ""

    async def _receive(self, socket: WebSocket, connection: Connection) -> None:
        strikes = 0
        while True:
            message = await socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text")
            if text is None or len(text.encode()) > LONGEST_FRAME:
                await socket.close(TOO_LONG, "That is no message of a page.")
                return
            answer = await self._answer(connection, text)
            strikes = strikes + 1 if answer.get("code") in {"flood", "malformed"} else 0
            if strikes > 20:
                await socket.close(FLOOD, "Too much at once.")
                return
            async with asyncio.timeout(SEND_WITHIN):
                await socket.send_text(json.dumps(answer))

    async def _answer(self, connection: Connection, text: str) -> dict[str, Any]:
        """What is said to a message: `ack` once the step is on the disk, or `err` with a sentence."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict) or said.get("t") != "do":
            return _err("", "malformed", "That is no message of a page. Load the page again.")
        fields = {str(k)[:40]: str(v)[:2000] for k, v in list(said.items())[:40] if isinstance(v, str | int)}
        command = command_of({"command": fields.get("cmd", "")})
        limit, who = (
            (self._limits.commands, connection.guest) if connection.role == GUEST else (self._limits.host_commands, "")
        )
        if not limit.allows(who):
            return _err(command, "flood", "That was very quick. Wait a moment, and do it again.")
        room = self._hall.room
        try:
            if connection.role == HOST:
                number = await self._hall.take("host", command, host_step(fields))
            elif connection.role == GUEST and room is not None and connection.guest in room.guests:
                step = guest_step(fields, room.guests[connection.guest])
                number = await self._hall.take(connection.guest, command, step)
            else:
                return _err(command, "role", "The screen only shows. Use the host’s page.")
        except Refused as refused:
            return _err(command, "refused", str(refused))
        except CourtshipError as error:
            told = told_to_guest(error) if connection.role == GUEST else str(error)
            return _err(command, "unsaved", told)
        return {"t": "ack", "cmd": command, "seq": number}


def _err(command: str, code: str, text: str) -> dict[str, Any]:
    return {"t": "err", "cmd": command, "code": code, "text": text}
