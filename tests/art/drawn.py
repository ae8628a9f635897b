"""Pictures for the tests of the art: as pixels, and one of every kind."""

import io
import itertools

import numpy as np
import pygame

from game.art.avatar import avatar_svg, moods
from game.art.cafe import cafe_svg
from game.art.cast import cast
from game.art.drawings import names
from game.art.icons import icon_svg
from game.art.illustrations import banner_svg, content_svg, logo_svg
from game.art.title_picture import title_svg

SEEDS = range(16)  # all scenes are among them


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
    for seed, dark in itertools.product(SEEDS, (False, True)):
        found |= {f"{kind} {seed} dark={dark}": content_svg(kind, seed, dark=dark) for kind in names("formats")}
    found |= {f"banner {seed}": banner_svg(seed) for seed in SEEDS}
    return found | {"logo": logo_svg(), "morning": title_svg(False), "evening": title_svg(True)}


def everything() -> dict[str, str]:
    """One of every kind of picture, with each prop, mood, person and light at least once."""
    found = pictures()
    found |= {f"look {i} {mood}": avatar_svg(i, mood) for i in range(len(cast())) for mood in moods()}
    for i, (mood, prop, dark) in enumerate(itertools.product(moods(), names("props"), (False, True))):
        found[f"café {mood} {prop} dark={dark}"] = cafe_svg(i, mood, prop, you_look=i * 5 + 1, dark=dark)
    return found


def rectangle(box: tuple[float, float, float, float]) -> pygame.Rect:
    """A pygame rectangle for the tuple of a zone."""
    return pygame.Rect(*map(round, box))
