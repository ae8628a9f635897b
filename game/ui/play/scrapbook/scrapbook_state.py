"""The scrapbook in the window: its page, and a scene of it seen again."""

from dataclasses import dataclass

from game.session.runs.scrapbook import Album, Scrap
from game.ui.common.ui_model import Dialog, Page

TABS = {"scene": "Scenes", "person": "People", "ending": "Endings"}
"""Kinds of what is kept, with the titles of their tabs."""


@dataclass(frozen=True)
class ScrapbookPage(Page):
    """What was seen on this machine, and room for what was not."""

    album: Album
    tab: str = "scene"  # one of `TABS`


@dataclass(frozen=True)
class ScrapBox(Dialog):
    """A scene of the date mirror, seen again."""

    scrap: Scrap
