"""Writes contact sheets of every picture: a page for a browser, and PNG files as the window draws them.

Run it with the Python of the environment: `.venv/bin/python scripts/contact_sheet.py [--out DIR]`. Look at all of it after a
change to `assets/art`: no test sees that a beard covers a mouth.
"""

import argparse
import base64
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pygame

from game.art.avatar import avatar_svg, moods
from game.art.cafe import cafe_svg
from game.art.cast import Look, cast
from game.art.drawings import names
from game.art.icons import icon_svg
from game.art.illustrations import banner_svg, content_svg, logo_svg
from game.art.title_picture import title_svg
from game.resources import ASSETS

INK, GROUND, NIGHT, MOST = "#231f33", "#ffffff", "#1e1b2b", 1500  # MOST: pixels of a sheet's height, then a new one


@dataclass(frozen=True)
class Sheet:
    """Pictures of one kind in a grid."""

    title: str
    columns: int
    cell: tuple[int, int]  # pixels, width and height
    pictures: list[tuple[str, str]]  # name, SVG
    dark: bool = False


def sheets() -> Iterator[Sheet]:
    """Everything, in reading order."""
    yield Sheet("app", 2, (640, 420), [("title, morning", title_svg(False)), ("title, evening", title_svg(True))])
    banners = [(f"banner {seed}", banner_svg(seed)) for seed in range(8)]
    yield Sheet("mark and banners", 4, (292, 70), [("logo", logo_svg()), *banners])
    portraits = [
        (f"{look} {mood}" if mood != "neutral" else f"{look} {_worn(person)}", avatar_svg(look, mood))
        for look, person in enumerate(cast())
        for mood in ("neutral", *(mood for mood in moods() if mood != "neutral"))
    ]
    yield Sheet("portraits", 2 * len(moods()), (110, 110), portraits)
    for light, dark in (("day", False), ("evening", True)):
        props = [
            (prop, cafe_svg(5 * n + 1, "warm", prop, you_look=7 * n, dark=dark))
            for n, prop in enumerate(names("props"))
        ]
        dates = [(mood, cafe_svg(9 * n + 2, mood, "cup", you_look=4 * n, dark=dark)) for n, mood in enumerate(moods())]
        yield Sheet(f"props by {light}", 2, (768, 360), props)
        yield Sheet(f"moods at the table by {light}", 2, (768, 360), dates)
        contents = [
            (f"{kind} {seed}", content_svg(kind, seed, dark=dark)) for kind in names("formats") for seed in range(8)
        ]
        yield Sheet(f"formats by {light}", 4, (320, 140), contents, dark)
    yield Sheet("icons", 12, (72, 72), [(name, icon_svg(name, INK)) for name in names("icons")])
    yield Sheet(
        "icons by night", 12, (72, 72), [(name, icon_svg(name, "#f2effa")) for name in names("icons")], dark=True
    )
    files = sorted((ASSETS / "art").rglob("*.svg"))
    drawings = [(str(path.relative_to(ASSETS / "art")), path.read_text(encoding="utf-8")) for path in files]
    yield Sheet("files", 8, (160, 120), drawings)


def _worn(person: Look) -> str:
    return person.wear or person.style


def written_png(sheet: Sheet, folder: Path) -> list[Path]:
    """Writes a sheet as one or more PNG files, each at most about 1500 pixels high."""
    font = pygame.font.Font(None, 16)
    (wide, high), label = sheet.cell, 18
    fitting = max(1, MOST // (high + label)) * sheet.columns
    written = []
    for start in range(0, len(sheet.pictures), fitting):
        shown = sheet.pictures[start : start + fitting]
        rows = -(-len(shown) // sheet.columns)
        surface = pygame.Surface((sheet.columns * (wide + 8) + 8, rows * (high + label) + 8))
        surface.fill(NIGHT if sheet.dark else GROUND)
        for n, (name, svg) in enumerate(shown):
            x, y = 8 + n % sheet.columns * (wide + 8), 8 + n // sheet.columns * (high + label)
            surface.blit(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (wide, high)), (x, y))
            words = font.render(name, True, GROUND if sheet.dark else INK)
            surface.blit(words, (x, y + high + 2), (0, 0, wide, label))
        path = folder / f"{sheet.title.replace(' ', '-')}-{start // fitting + 1}.png"
        pygame.image.save(surface, path)
        written.append(path)
    return written


def page(all_sheets: list[Sheet]) -> str:
    """All sheets as one page of HTML that needs no other file."""
    parts = ['<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>']
    parts.append("<style>body{font:13px sans-serif}figure{display:inline-block;margin:4px}img{display:block}</style>")
    for sheet in all_sheets:
        style = f' style="background:{NIGHT};color:{GROUND}"' if sheet.dark else ""
        parts.append(f"<h2>{escape(sheet.title)}</h2><div{style}>")
        for name, svg in sheet.pictures:
            source = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
            wide, high = sheet.cell
            parts.append(
                f'<figure><img width="{wide}" height="{high}" alt="{escape(name)}" src="{source}">'
                f"<figcaption>{escape(name)}</figcaption></figure>"
            )
        parts.append("</div>")
    return "\n".join(parts) + "\n"


def main() -> None:
    """Writes the page and the pictures and says where."""
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("--out", type=Path, default=Path("artefacts/art"), help="a folder, made if need be")
    folder: Path = reader.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    pygame.display.init()
    pygame.font.init()
    all_sheets = list(sheets())
    (folder / "index.html").write_text(page(all_sheets), encoding="utf-8")
    written = [path for sheet in all_sheets for path in written_png(sheet, folder)]
    pictures = sum(len(sheet.pictures) for sheet in all_sheets)
    print(f"{pictures} pictures: {folder / 'index.html'} and {len(written)} PNG files beside it.")


if __name__ == "__main__":
    main()
