"""How a server was started: its addresses, what it serves, and which clock it goes by."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from game.host.web.connections.server_addresses import bracketed
from game.scenario import ScenarioCard


@dataclass
class ServerSettings:
    """How the server was started."""

    address: str = "127.0.0.1"  # that phones reach
    everywhere: str = ""  # 0.0.0.0 or :: where it listens at every address of this machine
    further: tuple[str, ...] = ()  # addresses of this machine at which it is reached, too
    port: int = 8765
    public_url: str = ""  # behind a proxy, such as https://room.example.org
    trusted_proxy: str = ""  # address of the proxy whose forwarded headers count
    hosts: frozenset[str] = frozenset()  # further names in the Host header that are ours
    secure: bool = False  # cookies only over TLS
    scheme: str = "http"
    scenarios: Callable[[], tuple[ScenarioCard, ...]] = lambda: ()
    clock: Callable[[], float] = time.time
    rehearse: Callable[[str, str, int], None] | None = None  # lets robots come: origin, code of the room, how many
    path: str = ""  # where the room lies on the server: "" for the first, "/2" for the second

    @property
    def origin(self) -> str:
        """What phones type or scan."""
        return (self.public_url.rstrip("/") or f"{self.scheme}://{bracketed(self.address)}:{self.port}") + self.path

    @property
    def local_origin(self) -> str:
        """What this machine itself opens."""
        return f"{self.scheme}://127.0.0.1:{self.port}{self.path}"
