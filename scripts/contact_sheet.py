"""Writes contact sheets of every picture: a page for a browser, and PNG files as the window draws them.

Run it with the Python of the environment: `.venv/bin/python scripts/contact_sheet.py [--out DIR]`. Look at all
of it after a change to `assets/art`: no test sees that a beard covers a mouth. `--only` draws the sheets and the
pictures of that name alone, while one works on them: `--only stills`, `--only '*laptop*'`.
"""

import argparse
import base64
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from html import escape
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pygame

from game.art.avatar import avatar_svg, moods
from game.art.cafe import cafe_svg
from game.art.cast import cast
from game.art.drawings import names
from game.art.evenings.evening_scene import Seated, bodies, evening_scene, table_for_one_svg
from game.art.evenings.moment_places import PLACES
from game.art.evenings.moments import IN_THE_PICTURE, corner_svg, crowd_svg, moment_scene, quiet_svg
from game.art.evenings.scenery import scenery_of
from game.art.icons import icon_svg
from game.art.illustrations import SIGNS, banner_svg, content_svg, logo_svg, sign_svg
from game.art.stills import STILLS
from game.art.title_picture import title_svg
from game.resources import ASSETS
from game.scenario.texts.builtin import moves, own_move
from game.session.seen.night.poses import your_face

INK, LIGHT_INK, GROUND, NIGHT = "#231f33", "#f2effa", "#ffffff", "#1e1b2b"
TALLEST, LABEL = 1500, 18  # pixels: a sheet's height before a new one begins, and of a name


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
    yield Sheet("title", 2, (640, 420), [("morning", title_svg(False)), ("evening", title_svg(True))])
    banners = [(f"banner {seed}", banner_svg(seed)) for seed in range(8)]
    yield Sheet("mark and banners", 4, (292, 70), [("logo", logo_svg()), *banners])
    yield Sheet("shop signs", 6, (132, 136), [(sign, sign_svg(sign)) for sign in SIGNS])
    faces = [
        (f"{look} {mood} {person.wear or person.hair}", avatar_svg(look, mood))
        for look, person in enumerate(cast())
        for mood in moods()
    ]
    yield Sheet("portraits", 2 * len(moods()), (120, 120), faces)
    for light, dark in (("day", False), ("evening", True)):
        held = enumerate(names("props"))
        props = [(prop, cafe_svg(5 * n + 1, "warm", prop, you_look=7 * n, dark=dark)) for n, prop in held]
        yield Sheet(f"props by {light}", 2, (768, 360), props)
        if not dark:
            yield Sheet("the date mirror", 2, (768, 360), _mirror())
        dates = [(mood, cafe_svg(9 * n + 2, mood, "cup", you_look=4 * n, dark=dark)) for n, mood in enumerate(moods())]
        yield Sheet(f"moods at the table by {light}", 2, (768, 360), dates)
        yield from _nights(light, dark)
        titles = [name.replace("_", " ") for name, _ in STILLS] + ["Untold"]
        contents = [
            (f"{form} {title}", content_svg(form, title, dark=dark))
            for form in names("formats")
            for title in (titles if form == "photo" else titles[-4:])
        ]
        yield Sheet(f"formats by {light}", 4, (320, 140), contents, dark)
        icons = [(name, icon_svg(name, LIGHT_INK if dark else INK)) for name in names("icons")]
        yield Sheet(f"icons by {light}", 12, (100, 72), icons, dark)
    files = sorted((ASSETS / "art").rglob("*.svg"))
    drawings = [(path.relative_to(ASSETS / "art").as_posix(), path.read_text(encoding="utf-8")) for path in files]
    yield Sheet("files", 8, (160, 120), drawings)


def _mirror() -> list[tuple[str, str]]:
    """Every scene of the date mirror with its words."""
    found = []
    for words in (*moves().values(), own_move()):
        for n, told in enumerate(words.dates):
            svg = cafe_svg(
                9 * n + 2, told.mood, told.prop, you_look=0, dark=False, held=told.held,
                face=your_face(words.id, told.mood, told.prop), around=told.around,
            )  # fmt: skip
            found.append((f"{words.id} {n}: {told.you} – {told.they} – {told.what} {told.then}", svg))
    return found


def _nights(light: str, dark: bool) -> Iterator[Sheet]:
    """The evening at the café: every body, the whole evening, moments, the room, and nobody."""
    seats = [(body, table_for_one_svg(Seated(5 * n + 2, body), dark)) for n, body in enumerate(bodies())]
    yield Sheet(f"bodies by {light}", 6, (208, 301), seats, dark=True)
    pair = (Seated(4, "whispers"), Seated(40, "overhears"))
    guests = [Seated(9, "lights_up"), Seated(31, "clock"), Seated(46, "reads_on")]
    bar = [Seated(7 * n + 3, "still", face) for n, face in enumerate(("cool", "neutral", "warm", "delighted"))]
    wide = [("evening", evening_scene(guests, you_look=0, dark=dark, pair=pair, bar=bar))]
    for day in range(1, 6):
        known = [Seated(7 * day + 2, "listens", ease=min(day, 4))]
        scene = evening_scene(known, you_look=0, dark=dark, scenery=scenery_of(0, day))
        wide.append((f"the evening of day {day}", scene))
    wide += [("nobody sits", evening_scene((), you_look=0, dark=dark, bar=bar))]
    wide += [(kind, moment_scene(kind, 12 * n + 3, you_look=0, dark=dark)) for n, kind in enumerate(PLACES)]
    crowd = tuple(
        Seated(3 * n + 1, ("still", "props_head", "clock", "overhears")[n % 4]) for n in range(IN_THE_PICTURE)
    )
    wide.append(("to all", crowd_svg(crowd, you_look=0, dark=dark, body="shouts", thing="booklet", piles=True)))
    wide.append(("applause", crowd_svg(crowd[:9], you_look=0, dark=dark, body="claps")))
    wide += [("quiet", quiet_svg(you_look=0, dark=dark)), ("Folio", corner_svg(dark))]
    yield Sheet(f"nights by {light}", 2, (896, 421), wide)


def write_pngs(sheet: Sheet, folder: Path) -> int:
    """Writes a sheet as PNG files of at most about `TALLEST` pixels; says how many."""
    font = pygame.font.Font(None, 14)
    (wide, high), ink = sheet.cell, LIGHT_INK if sheet.dark else INK
    fitting = max(1, TALLEST // (high + LABEL)) * sheet.columns
    starts = range(0, len(sheet.pictures), fitting)
    for number, start in enumerate(starts, 1):
        shown = sheet.pictures[start : start + fitting]
        rows = -(-len(shown) // sheet.columns)
        surface = pygame.Surface((sheet.columns * (wide + 8) + 8, rows * (high + LABEL) + 8))
        surface.fill(NIGHT if sheet.dark else GROUND)
        for n, (name, svg) in enumerate(shown):
            x, y = 8 + n % sheet.columns * (wide + 8), 8 + n // sheet.columns * (high + LABEL)
            surface.blit(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (wide, high)), (x, y))
            surface.blit(font.render(name, True, ink), (x, y + high + 2), (0, 0, wide, LABEL))
        pygame.image.save(surface, folder / f"{sheet.title.replace(' ', '-')}-{number}.png")
    return len(starts)


def on_page(sheet: Sheet) -> str:
    """A sheet as a part of a page of HTML that needs no other file."""
    wide, high = sheet.cell
    parts = [f'<h2>{sheet.title}</h2><div class="{"night" if sheet.dark else "day"}">']
    for name, svg in sheet.pictures:
        source = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
        picture = f'<img width="{wide}" height="{high}" alt="{escape(name)}" src="{source}">'
        parts.append(f"<figure>{picture}<figcaption>{escape(name)}</figcaption></figure>")
    return "\n".join(parts) + "\n</div>\n"


def chosen(every: Iterable[Sheet], only: Sequence[str]) -> Iterator[Sheet]:
    """The sheets whose title is one of some names, whole, and of the others the pictures of such a name.

    Args:
        every: all sheets.
        only: names as a shell has them: `*` for anything, `?` for one letter; none for everything.
    """
    for sheet in every:
        if not only or any(fnmatchcase(sheet.title, name) for name in only):
            yield sheet
            continue
        pictures = [(name, svg) for name, svg in sheet.pictures if any(fnmatchcase(name, sought) for sought in only)]
        if pictures:
            yield replace(sheet, pictures=pictures)


def main() -> None:
    """Writes the page and the pictures and says where."""
    reader = argparse.ArgumentParser(description="Writes contact sheets of every picture.")
    reader.add_argument("--out", type=Path, default=Path("artefacts/art"), help="a folder, made if need be")
    reader.add_argument("--only", action="append", default=[], metavar="NAME", help="of sheets or pictures; * for any")
    given = reader.parse_args()
    folder: Path = given.out
    folder.mkdir(parents=True, exist_ok=True)
    pygame.display.init()
    pygame.font.init()
    pictures = files = 0
    with (folder / "index.html").open("w", encoding="utf-8") as page:
        page.write('<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title><style>\n')
        page.write("body{font:13px sans-serif}figure{display:inline-block;margin:4px}img{display:block}\n")
        page.write(f".night{{background:{NIGHT};color:{LIGHT_INK}}}</style>\n")
        for sheet in chosen(sheets(), given.only):
            page.write(on_page(sheet))
            files += write_pngs(sheet, folder)
            pictures += len(sheet.pictures)
    if not pictures:
        titles = ", ".join(sheet.title for sheet in sheets())
        sys.exit(
            f"No sheet or picture is called {' or '.join(given.only)}. The sheets: {titles}. A * stands for anything."
        )
    print(f"{pictures} pictures: {folder / 'index.html'} and {files} PNG files beside it.")


if __name__ == "__main__":
    main()
