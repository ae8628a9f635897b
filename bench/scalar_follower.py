"""One follower with plain attributes, and what is worked out once for a scenario."""

from functools import lru_cache

from game.model import Params
from game.model.moves import Move
from game.scenario.compiling.compile import Compiled

TRAITS = (
    "human", "propensity", "proneness", "reciprocity", "sensitivity", "restless", "talkative", "sharing", "curious",
    "sells", "interest", "bargains", "need_from", "need_until", "buys", "happy_trust", "happy_familiarity", "arrives",
    "mutual",
)  # fmt: skip
STATE = (
    "ability", "benevolence", "integrity", "hurt_ability", "hurt_benevolence", "hurt_integrity", "evidence", "fast",
    "slow", "wear", "reactance", "debt", "stain", "commitment", "need", "happy", "elsewhere",
)  # fmt: skip
LEDGER = (
    "present", "follow_age", "waiting", "shared_age", "compliment", "news_age", "need_age", "turns", "talk_age",
    "contact_age", "contacts", "last_move", "repeats", "other_move", "other_repeats", "post_repeats", "decline_age",
    "asks", "bought", "warm", "short", "cool", "questions", "needs", "pitches", "shares", "likes", "looked",
)  # fmt: skip
TODAY = ("row", "accepted", "again", "value", "good_shown", "bad_shown", "reaction", "initiative")
GIVEN = TRAITS + STATE + LEDGER


class Follower:
    """Traits, state, ledger as in the model's arrays of these names; what today has brought; trust, kept up to date."""

    __slots__ = (*GIVEN, *TODAY, "trust", "watches")

    human: float
    propensity: float
    proneness: float
    reciprocity: float
    sensitivity: float
    restless: float
    talkative: float
    sharing: float
    curious: float
    sells: float
    interest: float
    bargains: float
    need_from: float
    need_until: float
    buys: float
    happy_trust: float
    happy_familiarity: float
    arrives: float
    mutual: float
    ability: float
    benevolence: float
    integrity: float
    hurt_ability: float
    hurt_benevolence: float
    hurt_integrity: float
    evidence: float
    fast: float
    slow: float
    wear: float
    reactance: float
    debt: float
    stain: float
    commitment: float
    need: float
    happy: float
    elsewhere: float
    present: float
    follow_age: float
    waiting: float
    shared_age: float
    compliment: float
    news_age: float
    need_age: float
    turns: float
    talk_age: float
    contact_age: float
    contacts: float
    last_move: int
    repeats: float
    other_move: int
    other_repeats: float
    post_repeats: float
    decline_age: float
    asks: float
    bought: float
    warm: float
    short: float
    cool: float
    questions: float
    needs: float
    pitches: float
    shares: float
    likes: float
    looked: float
    row: int
    accepted: float
    again: float
    value: float
    good_shown: float
    bad_shown: float
    reaction: int
    initiative: int
    trust: float
    watches: "list[Follower]"

    def settle(self, values: tuple[float, ...]) -> None:
        """Takes the values of `GIVEN` on, and forgets today."""
        for name, value in zip(GIVEN, values, strict=True):
            setattr(self, name, value)
        for name in TODAY:
            setattr(self, name, 0)
        self.watches = []

    def watched(self) -> tuple[float, ...]:
        """What a trajectory holds."""
        return (
            self.trust, self.ability, self.benevolence, self.integrity, self.wear, self.reactance, self.present,
        )  # fmt: skip


class Constants:
    """What is worked out once for a scenario: moves as objects, and what a night leaves of each quantity."""

    __slots__ = ("keeps", "moves", "params", "repeat_keeps")

    def __init__(self, compiled: Compiled) -> None:
        p = self.params = compiled.rules.params
        self.moves: list[Move] = [compiled.rules.moves.row(i) for i in range(len(compiled.rules.moves))]
        self.keeps = kept_overnight(p)
        self.repeat_keeps = 1.0 - 1.0 / p.repeat_days


def kept_overnight(p: Params) -> tuple[float, ...]:
    """Shares that a night leaves of facets and evidence, hurt, fast, slow, wear, reactance, debt, commitment."""
    days = (p.hurt_days, p.fast_days, p.slow_days, p.wear_days, p.reactance_days, p.debt_days, p.commitment_days)
    return (1.0 - p.forgetting, *(1.0 - 1.0 / d for d in days))


@lru_cache(maxsize=8)
def constants_of(compiled: Compiled) -> Constants:
    """The constants of a scenario."""
    return Constants(compiled)
