"""What stands before every request: whose server this is asked for, where a form comes from, how large it may be."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from game.host.web.connections.server_addresses import bracketed
from game.host.web.connections.server_settings import ServerSettings
from game.host.web.whole_requests import LARGEST_BODY, HungUp, Message, Receive, said_again, whole_body

Send = Callable[[Message], Awaitable[None]]
WebApp = Callable[[Message, Receive, Send], Awaitable[None]]

LONGEST_LENGTH = 12  # digits
TOO_LARGE = 413, "That is more than a page of the room ever sends. Shorten what you wrote."
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # no-referrer would make browsers send “Origin: null” with forms
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)


class Guard:
    """Lets only requests through that are meant for this server and come from its own pages."""

    def __init__(self, app: WebApp, settings: ServerSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it with the reason why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refused(scope, headers)
        if scope["type"] == "websocket":
            await (_answer(scope, send, *refused) if refused else self._app(scope, receive, send))
            return
        try:
            body = await whole_body(receive)
        except HungUp:
            return
        if refused or body is None:
            await _answer(scope, send, *(refused or TOO_LARGE))
        else:
            await self._app(scope, said_again(body, receive), _with_headers(scope, send))

    def own_hosts(self) -> frozenset[str]:
        """Values of the Host header that are ours."""
        settings = self._settings
        names = {"localhost", "127.0.0.1", "[::1]", *map(bracketed, (settings.address, *settings.further))}
        found = {f"{name}:{settings.port}" for name in names} | set(settings.hosts)
        if settings.public_url:
            found.add(urlsplit(settings.public_url).netloc.lower())
        usual = 443 if settings.secure else 80  # the port that browsers leave out
        return frozenset(found | (names if settings.port == usual else set()))

    def _refused(self, scope: Message, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "").lower()
        if host not in self.own_hosts():
            return 421, f"This is no address of the room. Open {self._settings.origin} instead."
        wants_origin = scope["type"] == "websocket" or scope["method"] not in {"GET", "HEAD"}
        if wants_origin and not self._is_own_origin(headers.get("origin", ""), host):
            return 403, "This came from a page of another place. Load the room’s own page and try again."
        length = headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > LONGEST_LENGTH or int(length) > LARGEST_BODY:
            return TOO_LARGE
        return None

    def _is_own_origin(self, origin: str, host: str) -> bool:
        try:
            parts = urlsplit(origin.lower())
        except ValueError:  # brackets with no address in them
            return False
        return parts.netloc == host and parts.scheme in self._schemes(host)

    def _schemes(self, host: str) -> frozenset[str]:
        """How pages of ours begin that are asked for under one of our names."""
        public = urlsplit(self._settings.public_url)
        if host in self._settings.hosts:
            return frozenset({"http", "https"})
        return frozenset({public.scheme if host == public.netloc.lower() else self._settings.scheme})


def _with_headers(scope: Message, send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name for name, _ in message["headers"]}
            extra = [pair for pair in HEADERS if pair[0] not in present]
            if not scope["path"].startswith(("/static/", "/art/")):
                extra.append((b"cache-control", b"no-store"))
            message = {**message, "headers": [*message["headers"], *extra]}
        await send(message)

    return sending


async def _answer(scope: Message, send: Send, status: int, text: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 4403, "reason": text[:100]})
        return
    body = text.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close"), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
