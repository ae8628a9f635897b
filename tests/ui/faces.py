"""Where faces, bubbles and things are on a drawn screen: for what no bubble may hide and what no edge may cut."""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.etree import ElementTree

from game.art.drawings import drawing
from game.art.evenings.evening_places import CLOCK
from game.art.evenings.evening_scene import room_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.painter import Painter
from game.ui.play.screens import speech
from game.ui.play.screens.mirror import table_scene
from game.ui.play.screens.night import evening_page, moment_page

FACE = (31.0, 24.0, 69.0, 71.0)  # in the units of a portrait: from the brow to the chin
HEAD = re.search(r' d="([^"]+)"', drawing("people", "head").svg({"skin": "#000000"}))[1]
_STEP = re.compile(r"(\w+)\(([^)]*)\)")
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def matrix(transform: str) -> Matrix:
    """A list of SVG transforms as one matrix."""
    found = SAME
    for name, numbers in _STEP.findall(transform):
        v = [float(n) for n in re.split(r"[\s,]+", numbers.strip())]
        if name == "translate":
            step: Matrix = (1.0, 0.0, 0.0, 1.0, v[0], v[1] if len(v) > 1 else 0.0)
        elif name == "scale":
            step = (v[0], 0.0, 0.0, v[-1], 0.0, 0.0)
        else:
            turn = math.radians(v[0])
            step = (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0.0, 0.0)
            if len(v) > 1:
                step = product(product((1, 0, 0, 1, v[1], v[2]), step), (1, 0, 0, 1, -v[1], -v[2]))
        found = product(found, step)
    return found


def heads(svg: str) -> list[Box]:
    """The faces in a picture, in its units, from back to front."""
    found: list[Box] = []

    def walk(element: ElementTree.Element, before: Matrix) -> None:
        now = product(before, matrix(element.get("transform", "")))
        if element.get("d") == HEAD:
            left, top, right, bottom = FACE
            corners = [(x, y) for x in (left, right) for y in (top, bottom)]
            xs, ys = zip(
                *((now[0] * x + now[2] * y + now[4], now[1] * x + now[3] * y + now[5]) for x, y in corners),
                strict=True,
            )
            found.append(Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
        for child in element:
            walk(child, now)

    walk(ElementTree.fromstring(svg), SAME)
    return found


@dataclass(frozen=True)
class SaidInPicture:
    """A bubble: where it lies, the head that its code takes for the speaker's, where its tail ends."""

    text: str
    box: Box
    head: Box
    end: tuple[float, float]


@dataclass
class PicturePlaces:
    """What of a screen a test of places asks for, in logical units."""

    faces: list[Box] = field(default_factory=list)
    people: list[Box] = field(default_factory=list)  # pictures with somebody in them that lie inside a larger one
    clocks: list[Box] = field(default_factory=list)
    said: list[SaidInPicture] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what was drawn."""
        for kind in (self.faces, self.people, self.clocks, self.said):
            kind.clear()

    def picture(self, svg: str, box: Box, *, cover: bool) -> None:
        """Take down the faces and the clock of a picture that is drawn in a box."""
        found = heads(svg) if HEAD in svg else []
        clock = svg in {room_svg(True), room_svg(False)}
        if not found and not clock:
            return
        width, height = (float(n) for n in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
        scale = (max if cover else min)(box.w / width, box.h / height)
        x, y = box.cx - width * scale / 2, box.cy - height * scale / 2

        def placed(rect) -> Box:
            return Box(x + rect[0] * scale, y + rect[1] * scale, rect[2] * scale, rect[3] * scale)

        self.faces += map(placed, found)
        if clock:
            self.clocks.append(placed(CLOCK))
        elif not cover:
            self.people.append(box)


@contextmanager
def taken_down(monkeypatch) -> Iterator[PicturePlaces]:
    """What is drawn while this lasts."""
    places = PicturePlaces()
    draws, ends, tails = Painter.svg, speech.tail_end, speech.bubble

    def svg(self, code, box, **how):
        places.picture(code, box, cover=how.get("cover", False))
        return draws(self, code, box, **how)

    heads_of: list[Box] = []

    def tail_end(box, head):
        heads_of.append(head)
        return ends(box, head)

    def bubble(sheet, text, *rest, **how):
        found = tails(sheet, text, *rest, **how)
        if found is not None:
            places.said.append(SaidInPicture(text, found, heads_of[-1], ends(found, heads_of[-1])))
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Painter, "svg", svg)
        patch.setattr(speech, "tail_end", tail_end)
        for module in (speech, evening_page, moment_page, table_scene):
            patch.setattr(module, "bubble", bubble)
        yield places
