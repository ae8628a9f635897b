"""The trust model: arrays in, arrays out. It knows no file, clock, screen or text, and rolls no dice of its own.

One kernel (`step`) serves the player, the bots, the what-ifs and the experiments; a single game is a batch of one.
"""

from game.model.acts import Act, absorb
from game.model.cast.motives import Motive, MotiveTable
from game.model.cast.people import draw_people, first_ledger, first_state, lives_of
from game.model.cast.written import Cast
from game.model.chance import Noise, draw
from game.model.explain import Cause, explain
from game.model.moves import Move, MoveTable
from game.model.outcome import Outcome, fares_of, outcome
from game.model.parameters import Params
from game.model.readings import comply, familiarity, hazard, liking, readiness, stage, trust
from game.model.signals import Signal, Signals
from game.model.state import NEVER, Ledger, People, State
from game.model.step import Choices, Day, Rules, no_choices, step, take_apart

__all__ = [
    "NEVER", "Act", "Cast", "Cause", "Choices", "Day", "Ledger", "Motive", "MotiveTable", "Move", "MoveTable", "Noise",
    "Outcome", "Params", "People", "Rules", "Signal", "Signals", "State", "absorb", "comply", "draw", "draw_people",
    "explain", "familiarity", "fares_of",
    "first_ledger", "first_state", "hazard", "liking", "lives_of", "no_choices", "outcome", "readiness",
    "stage", "step", "take_apart", "trust",
]  # fmt: skip
