"""Addresses that the one who starts a server names. One that cannot be right is refused before anything is opened."""

import contextlib
import ipaddress
import re
import socket
from urllib.parse import urlsplit

from game.errors import Misused

LOCAL = "127.0.0.1"
PROBES = ("192.168.0.1", "10.0.0.1", "172.16.0.1", "8.8.8.8")  # nothing is sent to them
_PRIVATE = tuple(
    ipaddress.ip_network(net)
    for net in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "fc00::/7",
        "fe80::/10",
    )
)
NARROW = {4: 24, 6: 64}
"""The shortest prefix of a public network that may be one's own proxies."""
_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")


_NOT_FOR_PHONES = {
    "0.0.0.0/8": "it is nobody's",
    "224.0.0.0/4": "it is that of a group",
    "240.0.0.0/4": "it is reserved",
    "::/128": "it is nobody's",
    "fe80::/10": "it holds on one cable only, and no browser opens it",
    "ff00::/8": "it is that of a group",
}
"""Networks none of whose addresses a phone can open, and why."""


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


class NoNetwork(CannotServe):
    """No phone can reach this machine."""


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


def chosen_address(given: str, local: bool) -> str:
    """The address that phones are told.

    Args:
        given: by the option --address; "" to find one. For every address of this machine (0.0.0.0 or ::) the
            likeliest is told.
        local: whether the server is for this machine alone.

    Raises:
        CannotServe: it is none, no phone could open it, it contradicts `local`, or there is no network.
    """
    if local:
        if given not in {"", LOCAL, "localhost"}:
            raise CannotServe(
                f"--local is for this machine alone, at {LOCAL}; --address {given} is for phones. Leave one out."
            )
        return LOCAL
    found = own_addresses()
    if all_of_machine(given):
        return found[0] if found else LOCAL
    if given:
        try:
            address = _plain(given)
        except ValueError:
            raise CannotServe(f"“{given}” is no address. This machine has: {', '.join(found) or 'none'}.") from None
        wrong = _not_for_phones(address)
        if wrong:
            raise CannotServe(
                f"No phone can open {given}: {wrong}. This machine has: {', '.join(found) or 'none'}.",
                "For every one of them: --address 0.0.0.0",
            )
        return str(address)
    if not found:
        raise NoNetwork(
            "This machine is in no network, so no phone can reach it. Join a Wi-Fi, or start one of your own.",
            "To try the room on this machine alone, use --local.",
        )
    return found[0]


def all_of_machine(given: str) -> str:
    """The address 0.0.0.0 or ::, which means every one of a machine; "" where another is given.

    >>> all_of_machine("0.0.0.0"), all_of_machine("0::0"), all_of_machine("192.0.2.7"), all_of_machine("")
    ('0.0.0.0', '::', '', '')
    """
    with contextlib.suppress(ValueError):
        address = _plain(given)
        return str(address) if address.is_unspecified else ""
    return ""


def listening_places(address: str) -> tuple[str, ...]:
    """The addresses at which a server listens: none holds another, and this machine always reaches one.

    >>> listening_places("192.0.2.7"), listening_places("0.0.0.0"), listening_places("::"), listening_places(LOCAL)
    (('192.0.2.7', '127.0.0.1'), ('0.0.0.0',), ('::', '0.0.0.0'), ('127.0.0.1',))
    """
    if not all_of_machine(address):
        return tuple(dict.fromkeys((address, LOCAL)))
    return (address, "0.0.0.0") if ":" in address else (address,)  # noqa: S104 - it is asked for


def _plain(given: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """An address; an IPv4 address that is written as one of IPv6 is one of IPv4."""
    address = ipaddress.ip_address(given)
    return getattr(address, "ipv4_mapped", None) or address


def _not_for_phones(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    """Why no phone can open an address; "" where one can."""
    return next((why for net, why in _NOT_FOR_PHONES.items() if address in ipaddress.ip_network(net)), "")


def bracketed(address: str) -> str:
    """An address as it stands before a port.

    >>> bracketed("fd00::7"), bracketed("192.0.2.7")
    ('[fd00::7]', '192.0.2.7')
    """
    return f"[{address}]" if ":" in address else address


def public_origin(given: str) -> str:
    """The origin of the public address of a server behind a proxy; "" for none.

    >>> public_origin("https://Room.Example.org/")
    'https://room.example.org'

    Raises:
        CannotServe: it is no address of a page, or says more than scheme, name and port.
    """
    if not given:
        return ""
    wrong = ""
    try:
        parts = urlsplit(given)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        parts, name, port, wrong = urlsplit(""), "", None, "its name or port is none"
    if parts.scheme not in {"http", "https"}:
        wrong = wrong or "it does not begin with https:// or http://"
    elif not name:
        wrong = "it has no name"
    elif "@" in parts.netloc:
        wrong = "a user or password in it would be shown to everybody"
    elif not _is_name(name) or not given.isprintable() or port == 0:
        wrong = "its name or port is none; names in other letters are written as xn--…"
    elif parts.path not in {"", "/"} or "?" in given or "#" in given:
        wrong = "a room lies at the root of its name, so nothing may stand behind it"
    if wrong:
        raise CannotServe(
            f"--public-url “{given}” cannot be used: {wrong}. Write it as: --public-url https://room.example.org"
        )
    return f"{parts.scheme}://{bracketed(name)}" + (f":{port}" if port is not None else "")


def _is_name(name: str) -> bool:
    if len(name) > 253:
        return False
    if ":" in name or name.rpartition(".")[2].isdecimal():
        with contextlib.suppress(ValueError):
            return not _not_for_phones(_plain(name))
        return False
    return _NAME.fullmatch(name) is not None


def trusted_proxies(given: str) -> str:
    """Addresses and networks of proxies whose forwarded headers count, with commas between; "" for none.

    Raises:
        CannotServe: one is no address, or so large a network that strangers are in it.
    """
    return ",".join(_proxy(one.strip()) for one in given.split(",")) if given.strip() else ""


def _proxy(given: str) -> str:
    how = "Name the proxy's own address, or a private network: --trusted-proxy 127.0.0.1"
    try:
        network = ipaddress.ip_network(given)
    except ValueError:
        raise CannotServe(f"--trusted-proxy “{given}” is no address and no network. {how}") from None
    private = any(network.version == net.version and network.subnet_of(net) for net in _PRIVATE)  # type: ignore[arg-type]
    if network.network_address.is_unspecified or not (private or network.prefixlen >= NARROW[network.version]):
        raise CannotServe(
            f"--trusted-proxy {given} holds addresses of strangers, who could then pass for any guest. A public "
            f"network is at most a /{NARROW[network.version]}. {how}"
        )
    if _not_for_phones(network.network_address) and not network.is_link_local:
        raise CannotServe(f"--trusted-proxy {given}: no proxy has such an address. {how}")
    return str(network.network_address) if network.num_addresses == 1 else str(network)


def who_asks(address: str) -> str:
    """What counts as one asker: an IPv4 address, or the /64 of an IPv6 address, which is one household's.

    >>> who_asks("2001:db8:1:2:3:4:5:6"), who_asks("::ffff:192.0.2.7"), who_asks("192.0.2.7")
    ('2001:db8:1:2::/64', '192.0.2.7', '192.0.2.7')
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0].strip("[]"))
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or ipaddress.ip_network((int(found), 64), strict=False))
