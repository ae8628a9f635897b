"""Where the pictures of a view are on the disk: in the scenario's folder, wherever the game was started."""

from dataclasses import replace
from pathlib import Path

from game.session.view import View


def placed(view: View, folder: Path | None) -> View:
    """The view with whole paths of its pictures.

    Args:
        view: with pictures as the scenario names them.
        folder: of the scenario; without one there are no pictures, and drawn ones take their place.
    """

    def whole(picture: str) -> str:
        return str(folder / picture) if picture and folder is not None else ""

    return replace(
        view,
        business_picture=whole(view.business_picture),
        followers=tuple(replace(f, picture=whole(f.picture)) if f.picture else f for f in view.followers),
        contents=tuple(replace(c, picture=whole(c.picture)) if c.picture else c for c in view.contents),
    )
