"""One page about a room, with everything in it, for print and mail."""

import gzip

from markupsafe import Markup

from game.art.avatar import avatar_svg
from game.host.debriefing.parts_left_out import left_out_said
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.what_it_came_to.done_well import done_well
from game.host.pages.debrief_parts import telling_decisions, with_looking
from game.host.pages.page_tools import rendered, static_files
from game.host.pages.pictures.ask_kinds import legend_of
from game.host.pages.pictures.trust_picture import knowing_when, trust_picture
from game.host.pages.screen_pages import ask_days, chosen_follower, halves_of, standing
from game.host.room.room_state import Room
from game.local_time import local_time


def report_html(room: Room, told: RoomDebrief, *, full: bool = False) -> bytes:
    """The report of a room as one HTML file that asks for nothing else. Names are in it only if the host shows them.

    Args:
        room: whose report it is.
        told: its debrief.
        full: all there is, on as many pages as that takes; if not, a handout of two printed pages, with the trust of
            the one of whom its lesson tells.
    """
    css = gzip.decompress(static_files()["room.css"][0]).decode()
    css = css[css.index("*,*::before") :] if "@font-face" in css else css  # the system's font: the file stands alone
    light = gzip.decompress(static_files()["room.css"][0]).decode().split("@media(prefers-color-scheme", 1)[0]
    sharp, bold = knowing_when(told)
    chosen = chosen_follower(told)
    shown = told.followers if full else (chosen,)
    return rendered(
        "report.html", room=room, debrief=told, short=not full, css=Markup(light + css), names=not room.hide_names,  # noqa: S704
        when=f"{local_time(room.opening.opened):%d %B %Y, %H:%M}",
        faces={f.id: _inline(f.look) for f in told.followers},
        charts=[(f, trust_picture(told, f.id), halves_of(room, told, f.id)) for f in shown],
        decisions=told.decisions if full else telling_decisions(told),
        looks=with_looking(told.decisions),
        notes=room.notes if full else (),  # a handout goes to guests, and notes may name them
        legend_of=legend_of, ask_days=ask_days(told, told.days), games=len(told.games),
        **standing(room, told),
        left_out=left_out_said(told.left_out), done_well=done_well(room, told),
        sharp=sharp,
        bold=bold,
    ).encode()  # fmt: skip


def _inline(look: int) -> Markup:
    drawn = avatar_svg(look).replace("<svg ", '<svg class="face" aria-hidden="true" ', 1)
    return Markup(drawn)  # noqa: S704 - our own drawing
