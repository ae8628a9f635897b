"""The room that this machine hosts, as far as the window shows it. All frozen."""

from dataclasses import dataclass

from game.ui.common.ui_model import Page

OPENING, OPEN, ENDED = "opening", "open", "ended"
ANOTHER_PORT, ALONE = "another port", "alone"
"""Ways out of a room that cannot be opened: listen at the next port, or for this machine alone."""


@dataclass(frozen=True)
class HostedRoom:
    """What is known of the room now."""

    stage: str = OPENING  # OPENING, OPEN, ENDED
    address: str = ""  # what guests type
    host_page: str = ""  # address of the host's page on this machine, with its key
    host_page_elsewhere: str = ""  # and for another device in the network
    title: str = ""  # of the room, with its seed; "" before one is chosen on the host's page
    code: str = ""  # as it is said; "" before there is a scenario
    squares: tuple[str, ...] = ()  # of the QR code, row by row; 1 is dark
    guests: tuple[str, ...] = ()  # names of those who have joined
    problem: str = ""  # why it could not be opened, or has ended
    way_out: str = ""  # ANOTHER_PORT, ALONE, or "" where there is none


@dataclass(frozen=True)
class HostPage(Page):
    """The page of the room that this machine hosts."""

    room: HostedRoom = HostedRoom()
