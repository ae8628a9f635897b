"""Drawings: the files under `assets/art`, each read once, and filled with colours and numbers.

What a file may say besides plain SVG is told in `docs/art.md`: ``data-fill="skin"`` beside ``fill="#f5cbae"`` names the
value that the code puts there, ``data-when`` says on what condition a part is drawn, ``data-move`` how far it moves
sideways, and the id of an outermost group makes it a layer.
"""

import os
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from xml.parsers import expat

from game.errors import CourtshipError
from game.resources import ASSETS

SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "stop"))
CONTAINERS = frozenset(("g", "defs", "linearGradient", "radialGradient"))
PASSED_OVER = frozenset(("title", "desc", "metadata"))
ATTRIBUTES = frozenset((
    "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "fx", "fy",
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-dasharray", "opacity", "transform", "id", "gradientUnits", "gradientTransform",
    "offset", "stop-color", "stop-opacity",
))  # fmt: skip
"""Elements and attributes that SDL's SVG reader draws as a browser does; a file with others is refused."""

_COLOUR = re.compile(r"#[0-9a-f]{6}|none|url\(#[\w-]+\)")


class DrawingError(CourtshipError):
    """A file under `assets/art` cannot be drawn."""


@dataclass(frozen=True)
class DrawingPart:
    """Pieces of SVG text with ``{names}`` for values, drawn on a condition and moved sideways."""

    pieces: tuple["str | DrawingPart", ...] = ()
    when: str = ""  # a condition, or "not" and a condition; "" for always
    move: float = 0.0  # units to the right for each unit that the caller moves

    def filled(self, values: Mapping[str, str], when: Collection[str], move: float) -> str:
        """The text of this part; KeyError for a name that has no value."""
        if self.when and (self.when.removeprefix("not ") in when) == self.when.startswith("not "):
            return ""
        text = "".join(
            piece.format_map(values) if isinstance(piece, str) else piece.filled(values, when, move)
            for piece in self.pieces
        )
        shift = self.move * move
        return f'<g transform="translate({shift:g} 0)">{text}</g>' if shift and text else text


@dataclass(frozen=True)
class DrawingFile:
    """One drawing: a file under `assets/art`."""

    place: str = ""  # "hair/bob.svg"
    facts: Mapping[str, str] = field(default_factory=dict)  # what the file says of itself: {"ears": "hidden"}
    whole: DrawingPart = DrawingPart()
    layers: Mapping[str, DrawingPart] = field(default_factory=dict)  # its outermost groups by id
    shown: Mapping[str, str] = field(default_factory=dict)  # the value that a viewer shows, for each name in it

    def svg(self, values: Mapping[str, str], layer: str = "", *, when: Collection[str] = (), move: float = 0.0) -> str:
        """The drawing as an SVG fragment; a layer that the file has not is empty.

        Args:
            values: colours and numbers by the names that the file's ``data-`` attributes give.
            layer: the id of an outermost group; "" for the whole drawing.
            when: the conditions that hold.
            move: multiplies every ``data-move``: the turn of a head (-1..1), the shift of a scene in units.

        Raises:
            DrawingError: the file names a value that is not among `values`.
        """
        part = self.layers.get(layer, DrawingPart()) if layer else self.whole
        try:
            return part.filled(values, when, move)
        except KeyError as error:
            raise DrawingError(
                f"assets/art/{self.place} asks for a value called {error}. Values here: {', '.join(sorted(values))}."
            ) from None

    def lit(self, evening: Mapping[str, str] | None) -> str:
        """The drawing by day, in the colours that a viewer shows, or with those of the evening and ``dark`` holding."""
        return self.svg(self.shown) if evening is None else self.svg(evening, when=("dark",))

    def fact(self, name: str) -> str:
        """What the file says of itself in ``data-<name>`` on its outermost element.

        Raises:
            DrawingError: it does not say so.
        """
        if name not in self.facts:
            raise DrawingError(f'assets/art/{self.place}: <svg> lacks data-{name}="..."; docs/art.md tells its values.')
        return self.facts[name]


NOTHING = DrawingFile()


@cache
def names(kind: str) -> tuple[str, ...]:
    """The drawings of a kind, in the order of their names: a folder is the only list of what there is."""
    return tuple(sorted(file[:-4] for file in os.listdir(ASSETS / "art" / kind) if file.endswith(".svg")))


@cache
def drawing(kind: str, name: str) -> DrawingFile:
    """The drawing `assets/art/<kind>/<name>.svg`.

    Raises:
        DrawingError: there is no such file, or it holds what cannot be drawn.
    """
    place = f"{kind}/{name}.svg"
    try:
        content = (ASSETS / "art" / place).read_bytes()
    except OSError:
        raise DrawingError(
            f"assets/art/{place} cannot be read. There: {', '.join(names(kind)) or 'nothing'}."
        ) from None
    return _Reader(place).read(content)


def worn(kind: str, name: str) -> DrawingFile:
    """A drawing that may be left out: `NOTHING` for the name ""."""
    return drawing(kind, name) if name else NOTHING


def document(width: float, height: float, *parts: str) -> str:
    """A whole SVG file with a view box of `width` x `height` user units."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def group(transform: str, *parts: str) -> str:
    """Parts moved, turned or scaled together, by an SVG transform list."""
    return f'<g transform="{transform}">{"".join(parts)}</g>'


@dataclass
class _Open:
    """A group that is being read."""

    pieces: list["str | DrawingPart"] = field(default_factory=list)
    layer: str = ""
    when: str = ""
    move: float = 0.0
    end: str = ""  # the closing tag, if the group stays one in the text


class _Reader:
    """Reads one file, element by element; what cannot be drawn is refused with its line."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._open: list[_Open] = []
        self._passed_over = 0  # how deep we are inside an element that is passed over
        self._facts: dict[str, str] = {}
        self._layers: dict[str, DrawingPart] = {}
        self._shown: dict[str, str] = {}
        self._whole = DrawingPart()
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def read(self, content: bytes) -> DrawingFile:
        if any(sign in content for sign in (b"&", b"{", b"}")):
            raise DrawingError(
                f"assets/art/{self._place} holds one of the signs & {{ }}; leave them out, in comments too."
            )
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            raise self._refused(f"is not well-formed XML ({error})") from None
        return DrawingFile(self._place, self._facts, self._whole, self._layers, self._shown)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._passed_over or tag in PASSED_OVER or ":" in tag:
            self._passed_over += 1
        elif not self._open:
            if tag != "svg":
                raise self._refused(f"begins with <{tag}>; it must be <svg>")
            self._facts = {name[5:]: value for name, value in attributes.items() if name.startswith("data-")}
            self._open.append(_Open())
        elif tag in SHAPES:
            self._open[-1].pieces.append(f"<{tag}{self._written(tag, attributes)}/>")
        elif tag in CONTAINERS:
            self._open.append(self._opened(tag, attributes))
        else:
            raise self._refused(f"holds <{tag}>, which cannot be drawn; use {', '.join(sorted(SHAPES | CONTAINERS))}")

    def _opened(self, tag: str, attributes: dict[str, str]) -> _Open:
        opened = _Open(when=attributes.pop("data-when", ""), move=self._number(attributes.pop("data-move", "0")))
        if tag == "g":
            name = attributes.pop("id", "")
            opened.layer = name if len(self._open) == 1 else ""
        written = self._written(tag, attributes)
        if written or tag != "g":
            opened.pieces.append(f"<{tag}{written}>")
            opened.end = f"</{tag}>"
        return opened

    def _end(self, tag: str) -> None:
        if self._passed_over:
            self._passed_over -= 1
        elif tag not in SHAPES:
            done = self._open.pop()
            part = DrawingPart(_joined([*done.pieces, done.end]), done.when, done.move)
            if not self._open:
                self._whole = part
                return
            if done.layer:
                self._layers[done.layer] = part
            self._open[-1].pieces += [part] if part.when or part.move else part.pieces

    def _written(self, tag: str, attributes: dict[str, str]) -> str:
        """Attributes as text, with ``{name}`` in place of a value that ``data-<attribute>`` names."""
        when = {name: attributes.pop(name) for name in ("data-when", "data-move") if name in attributes}
        if when:
            raise self._refused(f"has {', '.join(when)} on <{tag}>; put it on a <g> around it")
        text = ""
        for name, value in attributes.items():
            if name == "display" or ":" in name or name.startswith("data-"):
                continue
            if name not in ATTRIBUTES:
                raise self._refused(f'holds {name}="...", which cannot be drawn; see docs/art.md for what can')
            if name in ("fill", "stroke", "stop-color") and not _COLOUR.fullmatch(value):
                raise self._refused(f'has {name}="{value}"; write it as #rrggbb in small letters, none or url(#name)')
            named = attributes.get(f"data-{name}")
            if named and self._shown.setdefault(named, value) != value:
                raise self._refused(f"shows {named!r} as {value} here, and as {self._shown[named]} above")
            text += f' {name}="{{{named}}}"' if named else f' {name}="{value}"'
        unused = [name for name in attributes if name.startswith("data-") and name[5:] not in attributes]
        if unused:
            raise self._refused(f"has {unused[0]} without {unused[0][5:]}; a viewer needs a value to show")
        return text

    def _number(self, text: str) -> float:
        try:
            return float(text)
        except ValueError:
            raise self._refused(f'has data-move="{text}"; it must be a number') from None

    def _refused(self, why: str) -> DrawingError:
        return DrawingError(f"assets/art/{self._place}:{self._parser.CurrentLineNumber}: the drawing {why}.")


def _joined(pieces: list["str | DrawingPart"]) -> tuple["str | DrawingPart", ...]:
    """Pieces with neighbouring texts made one, so that filling has little to do."""
    joined: list[str | DrawingPart] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        elif piece:
            joined.append(piece)
    return tuple(joined)
