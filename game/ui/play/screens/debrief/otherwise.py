"""The way back from the debrief to the morning of a day."""

from game.session.entries import Undo
from game.ui.common.shared_actions import Open
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.widgets import button
from game.ui.play.play_state import ConfirmBox


def try_otherwise(sheet: Sheet, day: int, box: Box) -> None:
    """Draws the button that begins anew on a day, once it has been asked whether one means it."""
    question = ConfirmBox(
        f"Try day {day} otherwise?",
        f"You go back to the morning of day {day}. What you did before stays; what comes after is played anew, "
        "with the same chance. How this run ended is kept, and shown beside the new ending.",
        "Try it otherwise",
        Undo(day),
        "undo",
    )
    button(
        sheet, "undo", box, "Try it otherwise", Open(question), style="primary", icon="undo", key="U", size=14,
        spoken=f"Try it otherwise: play again from day {day}",
    )  # fmt: skip
