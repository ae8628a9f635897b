"""A phone without JavaScript: asks for pages, keeps its cookie, sends forms."""

import http.client
from urllib.parse import urlencode, urlsplit

from game.host.rehearsal.page_reader import Form, ReadPage

WAIT = 20.0  # seconds for an answer


class Phone:
    """One guest's phone. Its calls block; give each its thread."""

    def __init__(self, origin: str, cookies: dict[str, str] | None = None) -> None:
        parts = urlsplit(origin)
        self.origin = origin
        self.cookies: dict[str, str] = dict(cookies or {})
        self.status = 0
        self.path = ""
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self._line: http.client.HTTPConnection | None = None

    def get(self, path: str) -> ReadPage:
        """Asks for a page, and follows where it leads.

        Raises:
            OSError: the server does not answer.
        """
        return ReadPage(self._asked("GET", path))

    def send(self, form: Form, **fields: str) -> ReadPage:
        """Sends a form with some of its fields changed, and follows where it leads.

        Raises:
            OSError: the server does not answer.
        """
        return ReadPage(self._asked("POST", form.action, urlencode(form.fields | fields)))

    def text(self, path: str) -> str:
        """A page as it came."""
        return self._asked("GET", path)

    def _asked(self, method: str, path: str, body: str = "") -> str:
        for _ in range(6):
            status, headers, text = self._once(method, path, body)
            for cookie in headers:
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value.strip('"')
            self.status, self.path = status, path
            if status not in {302, 303, 307}:
                return text
            method, path, body = "GET", self._moved, ""
        raise OSError(f"{path} leads in a circle")

    def _once(self, method: str, path: str, body: str) -> tuple[int, list[str], str]:
        headers = {"Origin": self.origin, "Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        for fresh in (False, True):
            if self._line is None or fresh:
                self._line = http.client.HTTPConnection(self._host, self._port, timeout=WAIT)
            try:
                self._line.request(method, path, body or None, headers)
                answer = self._line.getresponse()
                text = answer.read().decode("utf-8", "replace")
            except (http.client.HTTPException, OSError):
                self.close()
                if fresh:
                    raise OSError("the server does not answer") from None
                continue
            self._moved = answer.getheader("Location", "/") or "/"
            return answer.status, answer.headers.get_all("Set-Cookie") or [], text
        raise OSError("the server does not answer")

    def close(self) -> None:
        """Hangs up."""
        if self._line is not None:
            self._line.close()
            self._line = None
