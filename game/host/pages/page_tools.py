"""What all pages share: the templates, their style made of the game's colours, and words for hours and days."""

import gzip
import hashlib
import re
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from game.art.icon_names import GROUP_ICONS, format_icon, icon_of, noticed_icon, signal_icon
from game.art.icons import icon_svg
from game.art.illustrations import logo_svg
from game.art.tokens import DARK, LIGHT, Theme
from game.host.debriefing.points_told import points_said
from game.host.room.room_codes import code_said
from game.host.room.room_state import VoteCount
from game.host.room.step_bodies import body_of
from game.host.room.steps import Step
from game.local_time import local_time
from game.resources import ASSETS
from game.scenario.texts.texts import GROUPS
from game.session.story.goals import goals_apart
from game.session.words.hours_text import hours_text
from game.session.words.numbers_told import figure_told

FOLDER = ASSETS / "room"
ROOM_PATH: ContextVar[str] = ContextVar("ROOM_PATH", default="")
"""Where the room that is asked for lies on its server: "" for the first, "/2" for the second."""

EXTRA = {
    "light": {"good_on_soft": "#096A59", "line": "#4C4C9D"},
    "dark": {"good_on_soft": "#5FD4BB", "line": "#9D9DF0"},
}
"""What pages need beside the window's colours: good words on their tint, and the thin lines of a chart."""

LONGEST_SLUG = 60
PageValues = tuple[str, dict[str, Any]]
"""A template's name, and what it is filled with."""

TABS = {name: (GROUP_ICONS[name], title.split(" &")[0]) for name, title in GROUPS.items() if name != "all"}
"""Groups of moves towards one person: icon, and a title short enough for five on a phone."""


def ago_said(day: int, last: int) -> str:
    """When something happened, seen from a day.

    >>> ago_said(4, 4), ago_said(4, 3), ago_said(4, 1), ago_said(4, 0)
    ('Today', 'Last night', '3 days', 'New')
    """
    if not last:
        return "New"
    return "Today" if last >= day else "Last night" if last == day - 1 else f"{day - last} days"


def won_by(count: VoteCount) -> str:
    """How a vote was decided; most have chosen something only if more than half have.

    Args:
        count: with a winner or without.
    """
    if not count.winner:
        return "Nobody chose"
    if count.drawn:
        return "A tie, drawn by chance"
    return "Most chose" if 2 * count.tally[count.winner] > sum(count.tally.values()) else "Most votes"


def slug(title: str) -> str:
    """The words of a title as a part of an address.

    >>> slug("A call from Mr Grieve!")
    'a_call_from_mr_grieve'
    """
    return "_".join(re.findall(r"[a-z0-9]+", title.lower()))[:LONGEST_SLUG] or "event"


def times_said(number: int) -> str:
    """How often.

    >>> times_said(1), times_said(3), times_said(0)
    ('once', '3 times', 'never')
    """
    return "once" if number == 1 else f"{number} times" if number else "never"


def when_opened(at: float) -> str:
    """A moment of a day not long ago, in the time of this machine."""
    return f"{local_time(at):%A %d %B, %H:%M}"


def cells(left: float, total: float, count: int = 4) -> tuple[int, ...]:
    """A battery of `count` cells, each filled by 0..4 quarters.

    >>> cells(1.25, 2.0)
    (4, 4, 2, 0)
    """
    quarters = round(count * 4 * (left / total if total else 0.0))
    return tuple(max(0, min(4, quarters - 4 * i)) for i in range(count))


@cache
def icon(name: str) -> Markup:
    """An icon in the colour of the words around it; it says nothing to a screen reader."""
    drawn = icon_svg(name, "currentColor").replace("<svg ", '<svg class="i" aria-hidden="true" ', 1)
    return Markup(drawn.replace(' xmlns="http://www.w3.org/2000/svg"', ""))  # noqa: S704 - our own drawing


def tokens_css() -> str:
    """The game's colours as CSS variables: light, and dark for who prefers it."""

    def block(theme: Theme) -> str:
        plain = {name: value for name, value in vars(theme).items() if isinstance(value, str) and name != "name"}
        plain |= {f"series-{i + 1}": colour for i, colour in enumerate(theme.series)}
        plain |= EXTRA[theme.name]
        return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in plain.items())

    return (
        f":root{{color-scheme:light;{block(LIGHT)}}}\n"
        f"@media(prefers-color-scheme:dark){{:root{{color-scheme:dark;{block(DARK)}}}}}\n"
    )


@cache
def static_files() -> dict[str, tuple[bytes, str, bool]]:
    """What pages load besides pictures: name -> content, type, and whether it is packed by gzip."""
    css = tokens_css() + (FOLDER / "room.css").read_text(encoding="utf-8")
    found = {
        "room.css": (css.encode(), "text/css"),
        "room.js": ((FOLDER / "room.js").read_bytes(), "text/javascript"),
        "screen.js": ((FOLDER / "screen.js").read_bytes(), "text/javascript"),
        "mark.svg": (logo_svg().encode(), "image/svg+xml"),
    }
    packed = {name: (gzip.compress(data, 9, mtime=0), kind, True) for name, (data, kind) in found.items()}
    return packed | {"manrope.ttf": (_font(), "font/ttf", True)}


def _font() -> bytes:
    """The font of the game, as its package has it; nothing when it is not there, for a phone has fonts of its own."""
    spec = find_spec("font_manrope")
    if spec is None or not spec.submodule_search_locations:
        return gzip.compress(b"", mtime=0)
    place = Path(next(iter(spec.submodule_search_locations))) / "files" / "Manrope-VariableFont_wght.ttf"
    return gzip.compress(place.read_bytes(), 6, mtime=0)


@cache
def static_mark() -> str:
    """Changes when one of the files does; it stands in their address, so that they can be kept for good."""
    return hashlib.sha256(b"".join(data for data, _, _ in static_files().values())).hexdigest()[:10]


def as_fields(step: Step) -> dict[str, str]:
    """A step's values as the fields of a form."""
    return {name: ("1" if v else "") if isinstance(v, bool) else str(v) for name, v in body_of(step).items()}


@cache
def templates() -> jinja2.Environment:
    """The templates, which escape every value."""
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    found.globals |= {"icon": icon, "mark": static_mark(), "room_path": ROOM_PATH.get, "TABS": TABS, "cells": cells}
    found.filters |= {
        "hours": hours_text, "icon_of": icon_of, "signal_icon": signal_icon, "noticed_icon": noticed_icon,
        "format_icon": format_icon, "as_fields": as_fields, "code": code_said, "when": when_opened,
        "points": points_said, "figure": figure_told, "apart": goals_apart, "won_by": won_by, "slug": slug,
    }  # fmt: skip
    return found


def rendered(template: str, **values: Any) -> str:
    """A page as HTML."""
    return templates().get_template(template).render(**values)
