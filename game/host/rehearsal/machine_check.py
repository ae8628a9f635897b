"""What a facilitator looks at before guests come: addresses, the port, a code to try, and what may be in the way."""

import io

import segno

from game.host.web.connections.server_addresses import CannotServe, own_addresses
from game.host.web.serving import bound

HINTS = """Before guests come, scan the code with your own phone. If nothing opens:
- The phone must be in the same Wi-Fi as this machine, not in mobile data.
- The firewall of this machine asks at the first start whether Python may be reached: allow it in private networks.
- Guest Wi-Fi often keeps its devices from seeing each other. A small travel router of your own helps for sure.
- A phone's hotspot works for a few guests; most take no more than five to ten.
Plain http in a shared Wi-Fi can be overheard: let nobody enter anything confidential."""


def told_of_machine(port: int) -> str:
    """The check as a text, with a QR code to try for the likeliest address.

    Args:
        port: where the room would listen.
    """
    found = own_addresses()
    if not found:
        return "This machine is in no network, so no phone can reach it. Join a Wi-Fi, or start one of your own."
    lines = ["Addresses of this machine, the likeliest first:"]
    lines += [f"  {address}   choose it with: courtship host --address {address}" for address in found]
    try:
        bound(found[0], port).close()
        lines.append(f"Port {port} is free.")
    except CannotServe as error:
        lines.append(str(error))
    drawn = io.StringIO()
    segno.make(f"http://{found[0]}:{port}", error="m", micro=False).terminal(drawn, compact=True)
    return "\n".join([*lines, "", f"http://{found[0]}:{port}", drawn.getvalue(), HINTS])
