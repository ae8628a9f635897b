"""The model: all that decides what is on the screen, as one frozen value.

Rule: a screen draws a model and changes nothing; `game.ui.update` makes the next model from an action. The kinds of
pages and dialogs are told by the rooms that draw them, in `play_state` and `workshop_state`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.art.illustrations import sign_of_trade
from game.coach.looking_back.debrief import Debrief
from game.session.runs.saved_file import Saved
from game.session.view import View
from game.ui.common.run_protocol import OpenRun
from game.ui.common.settings import Own, Settings


@dataclass(frozen=True)
class Page:
    """What fills the window; each room has kinds of its own."""

    pane: str = field(default="", kw_only=True)  # which part is shown where there is one column; "" is the first


@dataclass(frozen=True)
class Dialog:
    """What lies on top of a page until it is closed."""


DEFAULT = Settings()


@dataclass(frozen=True)
class Model:
    """Everything a screen draws, and what decides about the next screen."""

    page: Page
    settings: Settings = DEFAULT
    dialog: Dialog | None = None
    scrolls: Mapping[str, float] = field(default_factory=dict)  # scroll area -> position, logical units
    said: str = ""  # a refusal or a warning, shown until the next action
    told: str = ""  # what has just been done by the way, shown until the next action
    no_sound: bool = False  # whether it was found that no sound can be heard here
    focus: str = ""  # a region the keyboard should move to
    show: str = ""  # a region that should be scrolled into sight
    run: OpenRun | None = None  # the open run, a handle: nothing of it is drawn
    view: View | None = None
    debrief: Debrief | None = None
    saved: Saved | None = None  # what came of the last save of the scenario's file
    ahead: int = 0  # days that a save has interrupted and that can be played on
    events_told: frozenset[str] = frozenset()  # ids of events that have shown themselves
    mirrored: frozenset[str] = frozenset()  # moves whose date mirror has shown itself
    workshop: str = ""  # path of the scenario in the Workshop that this run tries out: there one goes back to
    next_look: float = field(default=0.0, compare=False)  # when files are looked at again, by the clock of `Tick`

    @property
    def own(self) -> Own:
        """Who the player is in this game: a sign that was chosen for another shop gives way to that of the trade."""
        own, view = self.settings.own, self.view
        if view is None or self.settings.sign_chosen_for in {"", view.business}:
            return own
        return replace(own, sign=sign_of_trade(view.trade) or own.sign)
