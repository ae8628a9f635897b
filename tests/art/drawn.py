"""Pictures for the tests of the art: as pixels, and one of every kind."""

import io
import itertools

import numpy as np
import pygame

from game.art.avatar import avatar_svg, moods
from game.art.cafe import cafe_svg, surroundings
from game.art.cast import cast
from game.art.drawings import names
from game.art.evenings.evening_scene import Seated, bodies, evening_scene, moon_svg, table_for_one_svg
from game.art.evenings.moment_places import PLACES
from game.art.evenings.moments import (
    IN_THE_PICTURE,
    corner_svg,
    crowd_svg,
    moment_scene,
    quiet_svg,
    reading_svg,
    wall_svg,
)
from game.art.evenings.scenery import HUNG, WEATHERS, scenery_of
from game.art.icons import icon_svg
from game.art.illustrations import SIGNS, banner_svg, content_svg, logo_svg, sign_svg
from game.art.stills import STILLS
from game.art.title_picture import title_svg

SEEDS = range(16)
TITLES = (
    *(f"Untold {n}" for n in SEEDS),
    "Half past three",
    *(words.split("|")[0].replace("s?", "") for _, words in STILLS),
)
"""Titles of content: some that no drawing tells of, and one for most of the still lifes."""


def pixels(svg: str, width: int, height: int) -> np.ndarray:
    """The picture as (width, height, 4) bytes."""
    surface = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
    return np.dstack([pygame.surfarray.array3d(surface), pygame.surfarray.array_alpha(surface)])


def is_blank(picture: np.ndarray) -> bool:
    """Whether all pixels are alike."""
    return bool((picture == picture[0, 0]).all())


def pictures() -> dict[str, str]:
    """Every picture that does not depend on mood, by a name for the test report."""
    found = {f"icon {name}": icon_svg(name, "#5a46d6") for name in names("icons")}
    for title, dark in itertools.product(TITLES, (False, True)):
        found |= {f"{kind} {title} dark={dark}": content_svg(kind, title, dark=dark) for kind in names("formats")}
    found |= {f"banner {seed}": banner_svg(seed) for seed in SEEDS}
    found |= {f"sign {sign}": sign_svg(sign) for sign in SIGNS}
    return found | {"logo": logo_svg(), "morning": title_svg(False), "evening": title_svg(True)}


def everything() -> dict[str, str]:
    """One of every kind of picture, with each prop, mood, person and light at least once."""
    found = pictures()
    found |= {f"look {i} {mood}": avatar_svg(i, mood) for i in range(len(cast())) for mood in moods()}
    for i, (mood, prop, dark) in enumerate(itertools.product(moods(), names("props"), (False, True))):
        found[f"café {mood} {prop} dark={dark}"] = cafe_svg(i, mood, prop, you_look=i * 5 + 1, dark=dark)
    for i, (seen, dark) in enumerate(itertools.product(surroundings(), (False, True))):
        found[f"café with {seen} dark={dark}"] = cafe_svg(
            i, "warm", "cup", you_look=0, dark=dark, around=(seen,), sign="cup"
        )
    return found | nights()


def nights() -> dict[str, str]:
    """Every picture of a night: each body, each moment, the whole room, and nobody."""
    found = {"moon": moon_svg()}
    for dark in (False, True):
        for i, body in enumerate(bodies()):
            found[f"{body} dark={dark}"] = table_for_one_svg(Seated(i * 3 + 1, body), dark)
        pair = (Seated(4, "whispers"), Seated(40, "overhears"))
        guests = [Seated(i * 7 + 2, body) for i, body in enumerate(("lights_up", "turns_away", "reads_on"))]
        found[f"evening dark={dark}"] = evening_scene(guests, you_look=0, dark=dark, pair=pair, bar=guests)
        for day in range(1, 1 + len(WEATHERS) * len(HUNG)):
            known = [Seated(day, "listens", ease=1 + day % 4), Seated(day + 1, "still", ease=1 + (day + 2) % 4)]
            scene = evening_scene(known, you_look=0, dark=dark, scenery=scenery_of(0, day))
            found[f"evening of day {day} dark={dark}"] = scene
        found[f"nobody sits dark={dark}"] = evening_scene((), you_look=0, dark=dark, bar=guests)
        for kind in PLACES:
            found[f"{kind} dark={dark}"] = moment_scene(kind, 31, you_look=0, dark=dark)
        crowd = tuple(Seated(i * 3 + 1, "still") for i in range(IN_THE_PICTURE))
        for body, thing in (("shouts", "booklet"), ("claps", "")):
            found[f"{body} to all dark={dark}"] = crowd_svg(
                crowd, you_look=0, dark=dark, body=body, thing=thing, piles=bool(thing)
            )
        found[f"wall dark={dark}"] = wall_svg(dark)
        found[f"you dark={dark}"] = reading_svg(you_look=0, dark=dark)
        found |= {f"quiet dark={dark}": quiet_svg(you_look=0, dark=dark), f"Folio dark={dark}": corner_svg(dark)}
    return found


def rectangle(box: tuple[float, float, float, float]) -> pygame.Rect:
    """A pygame rectangle for the tuple of a zone."""
    return pygame.Rect(*map(round, box))
