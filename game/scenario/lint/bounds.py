"""How far anybody can possibly come, from the model's own constants: what is beyond these bounds never happens.

Each bound leaves out whatever stands in the way (pressure, tiredness, refusals, hours), so it may be too hopeful and
never too strict. Derivation, for somebody who has followed for n days:

- *Contacts*: one direct move a day and person, so n.
- *Familiarity*: a post and a direct move a day, at the best of all spacings. What a contact leaves for good shrinks
  with recent exposure, which fades by a fixed share a night; the best spacing is found backwards from the last day
  over a grid of recent exposure, each cell judged by whichever of its edges is the more hopeful.
- *Trust*: none but the first impression on the first morning; after one day the best direct move and the best post of
  the move table, each at its highest worth; after that only the ceiling that full marks in all three facets give. No
  bound by growth holds for longer, since an apology gives back what was lost while new deeds add to it.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from game.model import Rules
from game.model.acts import WORTH_IN_TALK, WORTH_ON_SHARE
from game.model.arrays import Array, squash
from game.model.moves import EVIDENCE
from game.model.outcome import PEOPLE_SHARE
from game.model.parameters import Params
from game.model.philox import BELL_ENDS
from game.model.readings import STAGE_NEEDS
from game.model.state import NEED_RESTS, NEED_RISES, NEED_SHOWS
from game.scenario.compiling.compile import Compiled

CLOSE_DAYS = 4  # the soonest a happy end other than a purchase comes

_CELL = 0.1  # of recent exposure


@dataclass(frozen=True, eq=False)
class Bounds:
    """The most that followers can come to. F followers, D mornings: column d is the morning of day d, 0 is unused."""

    days_known: Array  # (F, D) whole days they have followed, below 0 before they come
    familiarity: Array  # (F, D)
    trust: Array  # (F, D) 0..1
    ceiling: float  # 0..1, trust beyond which nobody ever goes
    human: Array  # (F,) boolean, whether anybody is behind the account
    happy_trust: Array  # (F,) the least that a good end may ask for
    happy_familiarity: Array  # (F,)
    may_buy: Array  # (F,) boolean, the good end may be a purchase
    may_befriend: Array  # (F,) boolean, the good end may be something else

    def at_stage(self, name: str) -> Array:
        """Who may have come to a stage by each morning (F, D); a stage counts those who came further."""
        if name == "stranger":
            return self.days_known >= 0
        least, known, contacts = STAGE_NEEDS[name]
        met = self.human[:, None] & (self.days_known >= contacts)
        return (self.trust >= least) & (self.familiarity >= known) & met

    def happy(self) -> Array:
        """Whose good end may have come by each morning (F, D)."""
        close = (
            (self.days_known >= CLOSE_DAYS)
            & (self.trust >= self.happy_trust[:, None])
            & (self.familiarity >= self.happy_familiarity[:, None])
            & (self.human & self.may_befriend)[:, None]
        )
        return close | (self.bought() & self.may_buy[:, None])

    def bought(self) -> Array:
        """Who may have bought by each morning (F, D): a yes is never certain and never excluded."""
        return self.days_known >= 1


def bounds_of(compiled: Compiled) -> Bounds:
    """The bounds of a scenario, without what its events bring."""
    cast, rules, days = compiled.cast, compiled.rules, compiled.scenario.days
    mornings = np.arange(days + 2)
    days_known = mornings[None] - cast.arrives[:, None].astype(np.int64)
    known = np.array(familiarity_by_day(rules.params, *_exposures(rules), days + 1))
    motives = possible_motives(compiled)
    columns = rules.motives.columns

    def least(name: str) -> Array:
        return np.asarray(np.where(motives, columns[name][None], np.inf).min(axis=1))

    human = np.asarray((motives & (columns["human"] > 0.5)[None]).any(axis=1))
    familiarity = np.where(human[:, None], known[np.clip(days_known, 0, days + 1)], 0.0)
    trust, ceiling = _trust(compiled, motives, days_known, human)
    buys = (motives & (columns["buys"] > 0.5)[None]).any(axis=1)
    other = (motives & (columns["buys"] < 0.5)[None]).any(axis=1)
    chance = (motives & (columns["need_share"] < 1.0)[None]).any(axis=1) & (cast.need_from < 0)
    return Bounds(
        days_known=days_known,
        familiarity=familiarity,
        trust=trust,
        ceiling=ceiling,
        human=human,
        happy_trust=least("happy_trust"),
        happy_familiarity=least("happy_familiarity"),
        may_buy=np.where(cast.buys < 0, buys, cast.buys > 0.5),
        may_befriend=np.where(cast.buys < 0, other | chance, (cast.buys < 0.5) | chance),
    )


def resting_score(compiled: Compiled) -> float:
    """About how many points of the score come by doing nothing, 0..100.

    Everybody who follows fares by half their trust (`game.model.outcome`), and trust stays near the first impression;
    an estimate from the average motive, without weariness, leaving or events.
    """
    p, columns = compiled.rules.params, compiled.rules.motives.columns
    motives = possible_motives(compiled) * np.maximum(compiled.cast.mix, 1e-9)[None]
    share = motives / motives.sum(axis=1, keepdims=True)
    weights = p.w_ability + p.w_benevolence + p.w_integrity
    drawn = squash(0.5 * p.k_trust * weights * (share * columns["warmth"][None]).sum(axis=1))
    trust = np.where(compiled.cast.trust >= 0.0, compiled.cast.trust, drawn)
    human = (share * columns["human"][None]).sum(axis=1)
    here = human * (compiled.cast.arrives <= compiled.scenario.days)
    return 100.0 * PEOPLE_SHARE * float((here * 0.5 * trust).sum() / max(1e-9, human.sum()))


def need_may_show(interest: float, last: float) -> bool:
    """Whether a need can ever grow so far that it shows.

    Args:
        interest: its height, 0..1.
        last: days it lasts; chance may double them.
    """
    return interest * (1.0 - (1.0 - NEED_RESTS) * (1.0 - NEED_RISES) ** (2.0 * last)) > NEED_SHOWS


def possible_motives(compiled: Compiled) -> Array:
    """Which motives each follower may have (F, M) boolean."""
    cast = compiled.cast
    drawn = np.broadcast_to(cast.mix > 0.0, (len(cast.motive), len(cast.mix)))
    fixed = cast.motive[:, None] == np.arange(len(cast.mix))[None]
    if cast.lives is None:
        return np.where(cast.motive[:, None] >= 0, fixed, drawn)
    dealt = (cast.lives.motive[..., None] == np.arange(len(cast.mix))).any(axis=1)
    return np.where(dealt.any(axis=1, keepdims=True), dealt, drawn)


def _exposures(rules: Rules) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How familiar a direct move and a post of the table can make you, each value once."""
    columns = rules.moves.columns
    to_all = columns["to_all"] > 0.5
    direct, posts = columns["exposure"][~to_all], columns["exposure"][to_all]
    return tuple(sorted({0.0, *map(float, direct)})), tuple(sorted({0.0, *map(float, posts)}))


@cache
def familiarity_by_day(p: Params, direct: tuple[float, ...], posts: tuple[float, ...], days: int) -> tuple[float, ...]:
    """The most familiarity after 0, 1, 2 … days.

    Args:
        p: constants of the model.
        direct: exposures of the direct moves, none included.
        posts: the same of posts.
        days: how many days to look at.
    """
    keep, lasts = 1.0 - 1.0 / p.fast_days, 1.0 - 1.0 / p.slow_days
    first, second = (a.ravel() for a in np.meshgrid(np.array(direct), np.array(posts), indexing="ij"))
    both = first + second
    highest = float(both.max()) / max(1e-9, 1.0 - keep)
    fast = np.arange(0.0, highest + 2 * _CELL, _CELL)[:, None]  # the lower edges of the cells
    last = len(fast) - 1

    def fresh(recent: Array) -> Array:
        return (p.crowding / (p.crowding + recent)) ** 2

    gain = p.k_slow * (first * fresh(fast) + second * fresh(fast + first))  # (cells, combinations)
    low = np.minimum(((fast + both) * keep / _CELL).astype(np.int64), last)
    high = np.minimum(low + 1, last)
    best = (gain + p.fast_share * (fast + _CELL + both)).max(axis=1)
    found = [0.0, float(best[0])]
    for remaining in range(1, days):
        best = (gain * lasts**remaining + np.maximum(best[low], best[high])).max(axis=1)
        found.append(float(best[0]))
    return tuple(np.maximum.accumulate(found)[: days + 1])


def _trust(compiled: Compiled, motives: Array, days_known: Array, human: Array) -> tuple[Array, float]:
    """The most trust on each morning (F, D), and the ceiling of all."""
    p, rules = compiled.rules.params, compiled.rules
    weights = np.array([p.w_ability, p.w_benevolence, p.w_integrity])
    open_hearted = p.w_propensity * BELL_ENDS * p.sd_propensity

    def total(facets: Array) -> Array:
        return squash(0.5 * (p.k_trust * (weights[:, None] * facets).sum(axis=0) + open_hearted))

    varies = compiled.cast.lives.trust_varies if compiled.cast.lives is not None else 0.0
    given = np.clip(compiled.cast.trust + varies, 0.02, 0.98)
    lean = 2.0 * given - 1.0
    even = (2.0 * lean / np.sqrt(1.0 - lean * lean) - open_hearted) / (p.k_trust * weights.sum())
    columns = rules.motives.columns
    drawn = np.where(motives, (columns["warmth"] + BELL_ENDS * columns["spread"])[None], -np.inf).max(axis=1)
    facets = np.clip(np.where(compiled.cast.trust >= 0.0, even, drawn), -0.95, 0.95)[None].repeat(3, axis=0)
    waited = np.maximum(0.0, compiled.cast.arrives - 1.0)
    facets = np.where(facets < 0.0, facets * (1.0 - p.forgetting) ** waited, facets)  # a bad impression fades too
    first = total(facets)
    for rate in _rates(rules):
        facets = facets + rate[:, None] * (1.0 - facets)
    second = total(facets)
    ceiling = float(total(np.ones((3, 1)))[0])
    once = np.where(days_known == 1, second[:, None], ceiling)
    grown = np.where((days_known <= 0) | ~human[:, None], first[:, None], once)
    return np.maximum(grown, first[:, None]), ceiling


def _rates(rules: Rules) -> tuple[Array, Array]:
    """The share of the way to full marks that the best direct move, and the best post, can bring (3,) each."""
    p, columns = rules.params, rules.moves.columns
    worth = (1.0 + (WORTH_IN_TALK - 1.0) * columns["follows_up"]) * (
        1.0 + (WORTH_ON_SHARE - 1.0) * columns["opens_on_share"]
    )
    boast = p.k_boast * columns["self_focus"] * max(0.0, 1.0 - p.boast_pivot)
    shown = np.stack([np.maximum(0.0, columns[name]) * worth for name in EVIDENCE])
    shown[0] = shown[0] + boast
    to_all = columns["to_all"] > 0.5
    direct, post = shown[:, ~to_all].max(axis=1), shown[:, to_all].max(axis=1, initial=0.0)
    seen = np.array([0.0, p.spill, 0.5 * p.spill])
    most = p.confirm_low + p.confirm_slope
    return np.minimum(1.0, most * direct / p.n0), np.minimum(1.0, most * (post + seen) / p.n0)
