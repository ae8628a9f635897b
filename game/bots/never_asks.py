"""Never asks: courts as well as the patient one and never comes to the point. The ready buy elsewhere."""

from game.bots.bot import Bot, Wishes
from game.bots.patient import court
from game.engine.sight import Sight


def policy(sight: Sight) -> Wishes:
    """Courts."""
    return court(sight)


BOT = Bot(
    "never_asks", policy, "Courts well and never proposes.",
    asks=False, posts=True, broadcasts=False, stochastic=False,
)  # fmt: skip
