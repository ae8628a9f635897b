"""Never asks: courts as well as the patient one and never comes to the point. The ready buy elsewhere."""

from game.bots.bot import Bot
from game.bots.patient import court

BOT = Bot(
    "never_asks", court, "Courts well and never proposes.",
    asks=False, posts=True, broadcasts=False, stochastic=False,
)  # fmt: skip
