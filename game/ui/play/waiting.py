"""What stands on the screen while an action takes longer than one would wait without a word."""

from collections.abc import Mapping

from game.ui.common.shared_actions import Start
from game.ui.common.ui_model import Model
from game.ui.play.play_actions import Again, EndHere, EndRoom, LetDaysPass, Morning, ReadOlderRuns, Resume

WORDS: Mapping[type, str] = {
    Resume: "Opening the run…",
    Start: "People are coming in…",
    Again: "Other people are coming in…",
    EndRoom: "Ending the room…",
    ReadOlderRuns: "Reading the older runs…",
    LetDaysPass: "Days go by…",
}
LOOKING_BACK = "Looking back over the days…"


def words_while(model: Model, action: object) -> str:
    """What to say before an action that takes long is carried out; "" for all others.

    Args:
        model: before the action.
        action: any.
    """
    if isinstance(action, EndHere) or (isinstance(action, Morning) and model.run is not None and model.run.finished):
        return LOOKING_BACK
    return WORDS.get(type(action), "")
