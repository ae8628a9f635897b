"""Drawing the people of an episode: who they are before you have done anything.

A `Cast` says what is fixed (written followers) and what is left to chance (the crowd). Drawing depends on seed and
episode alone, follower by follower, so that one more follower changes nobody else.
"""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array, exp, freeze_fields
from game.model.chance import TRAIT_STREAM
from game.model.philox import bell, uniforms
from game.model.state import NEVER, Ledger, People, State
from game.model.step import Rules

LEFT_TO_CHANCE = -1.0


@dataclass(frozen=True, eq=False)
class Cast:
    """Who may be met. F followers, T topics, C contents, K ties; `LEFT_TO_CHANCE` where a value is to be drawn."""

    motive: Array  # (F,) int64 row, or −1
    mix: Array  # (M,) weights of the motives for those
    love: Array  # (F, T) 0..1, or −1
    likes_format: Array  # (F, N) 0 or 1; a row of −1: drawn
    sensitivity: Array  # (F,) 0.5..2, or −1
    trust: Array  # (F,) 0..1 on the first day, or −1
    need_from: Array  # (F,) day, or −1
    need_until: Array  # (F,) day, or −1
    buys: Array  # (F,) 1 when their happy end is to buy, 0 when not, or −1: as the motive has it
    arrives: Array  # (F,) day, 1 for the first
    mutual: Array  # (F,) 0 or 1
    ties: Array  # (F, K)
    tie_weight: Array  # (F, K)
    about: Array  # (C, T) 0 or 1, topics of each content
    content_format: Array  # (C,) int64, 0..N−1
    days: int  # length of the game
    seed: int  # −1: the crowd follows the seed of the run; else it is always this crowd

    def __post_init__(self) -> None:
        freeze_fields(self)


def _known_or(known: Array, drawn: Array) -> Array:
    """Fixed values where there are any, drawn ones elsewhere; (F,) or (F, X) against (B, F) or (B, F, X)."""
    return np.where(known[None] >= 0.0, known[None], drawn)


def draw_motives(cast: Cast, seed: int, episodes: Array) -> Array:
    """Motive rows (B, F)."""
    followers = len(cast.motive)
    u, _ = uniforms(seed, episodes, 0, followers, TRAIT_STREAM)
    limits = np.cumsum(cast.mix / cast.mix.sum())
    drawn = np.zeros(u.shape, dtype=np.int64)
    for limit in limits[:-1]:
        drawn = drawn + (u >= limit)
    return np.where(cast.motive[None] >= 0, cast.motive[None], drawn).astype(np.int64)


def draw_love(cast: Cast, seed: int, episodes: Array) -> Array:
    """What they love (B, F, T), 0..1: one favourite topic, a second, and little of the rest."""
    followers, topics = cast.love.shape
    first, second = uniforms(seed, episodes, 0, followers, TRAIT_STREAM + 9)
    favourite = np.floor(first * topics)[..., None]
    other = np.floor(second * topics)[..., None]
    number = np.arange(topics, dtype=np.float64)
    drawn = np.where(number == favourite, 0.85, np.where(number == other, 0.55, 0.25))
    return _known_or(cast.love, drawn)


def draw_formats(cast: Cast, seed: int, episodes: Array) -> Array:
    """Which formats they enjoy (B, F, N), 0 or 1; two of them where chance decides."""
    followers, formats = cast.likes_format.shape
    first, second = uniforms(seed, episodes, 0, followers, TRAIT_STREAM + 10)
    number = np.arange(formats, dtype=np.float64)
    liked = (number == np.floor(first * formats)[..., None]) | (number == np.floor(second * formats)[..., None])
    return _known_or(cast.likes_format, liked.astype(np.float64))


def fit_of(love: Array, likes_format: Array, about: Array, content_format: Array) -> Array:
    """What each content is worth to each follower (B, F, C), 0..1: topic times format.

    The best-loved topic of a content counts 70 %, the mean of its topics 30 %; a format they do not enjoy leaves 65 %.
    """
    columns = []
    for topics, fmt in zip(about, content_format, strict=True):
        chosen = np.flatnonzero(topics > 0.0)
        if len(chosen) == 0:
            best = mean = np.full(love.shape[:2], 0.3)
        else:
            best = total = love[:, :, chosen[0]]
            for topic in chosen[1:]:
                best = np.maximum(best, love[:, :, topic])
                total = total + love[:, :, topic]
            mean = total / float(len(chosen))
        columns.append((0.7 * best + 0.3 * mean) * (0.65 + 0.35 * likes_format[:, :, int(fmt)]))
    if not columns:
        return np.zeros((*love.shape[:2], 0))
    return np.stack(columns, axis=2)


def draw_people(cast: Cast, rules: Rules, seed: int, episodes: Array) -> People:
    """Traits of everybody in these episodes.

    Args:
        cast: who may be met.
        rules: constants and motives.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
    """
    p, followers = rules.params, len(cast.motive)
    source = cast.seed if cast.seed >= 0 else seed
    who = np.zeros_like(episodes) if cast.seed >= 0 else episodes
    motive = draw_motives(cast, source, who)

    def of(name: str) -> Array:
        return rules.motives.of(name, motive)

    start, length = uniforms(source, who, 0, followers, TRAIT_STREAM + 7)
    wants_now, pace = uniforms(source, who, 0, followers, TRAIT_STREAM + 8)
    days = float(cast.days)
    lasts, rises = of("need_last"), of("need_rise")
    last = np.where(lasts >= 0.0, lasts, 4.0 + np.floor(length * 0.25 * days))
    any_day = 3.0 + np.floor(start * np.maximum(1.0, 0.7 * days - 3.0))
    first = np.where(rises >= 0.0, np.maximum(1.0, rises + np.floor(start * 5.0) - 2.0), any_day)
    comes = (wants_now < of("need_share")) | (cast.need_from[None] >= 0.0)
    need_from = np.where(comes, _known_or(cast.need_from, first), NEVER)
    need_until = np.where(comes, _known_or(cast.need_until, need_from + last), NEVER)
    written_need = np.where(cast.need_from[None] >= 0.0, np.maximum(of("interest"), 0.9), of("interest"))
    return People(
        motive=motive,
        human=of("human"),
        propensity=bell(source, who, followers, TRAIT_STREAM + 1) * p.sd_propensity,
        proneness=np.minimum(4.0, p.proneness * exp(p.sd_proneness * bell(source, who, followers, TRAIT_STREAM + 3))),
        reciprocity=np.clip(1.0 + 0.3 * bell(source, who, followers, TRAIT_STREAM + 5), 0.1, 2.0),
        sensitivity=_known_or(cast.sensitivity, np.where(pace < 0.2, 1.5, np.where(pace < 0.5, 1.2, 1.0))),
        restless=exp(
            p.sd_restless * bell(source, who, followers, TRAIT_STREAM + 18) - p.sd_restless * p.sd_restless / 2
        ),
        talkative=of("talkative"),
        sharing=of("sharing"),
        curious=of("curious"),
        sells=of("sells"),
        interest=written_need,
        bargains=of("bargains"),
        need_from=need_from,
        need_until=need_until,
        buys=np.where(need_from < 900.0, _known_or(cast.buys, of("buys")), 0.0),
        happy_trust=of("happy_trust"),
        happy_familiarity=of("happy_familiarity"),
        arrives=np.broadcast_to(cast.arrives[None].astype(np.float64), motive.shape).copy(),
        mutual=np.broadcast_to(cast.mutual[None].astype(np.float64), motive.shape).copy(),
        fit=fit_of(draw_love(cast, source, who), draw_formats(cast, source, who), cast.about, cast.content_format),
        ties=cast.ties.copy(),
        tie_weight=cast.tie_weight.copy(),
    )


def first_state(cast: Cast, people: People, rules: Rules, seed: int, episodes: Array) -> State:
    """The hidden state on the first morning; impressions differ by motive and person.

    Where the cast fixes a starting trust, all three facets take the value that gives it.
    """
    p, shape = rules.params, people.motive.shape
    source = cast.seed if cast.seed >= 0 else seed
    who = np.zeros_like(episodes) if cast.seed >= 0 else episodes
    warmth, spread = rules.motives.of("warmth", people.motive), rules.motives.of("spread", people.motive)
    drawn = np.stack(
        [warmth + spread * bell(source, who, shape[1], TRAIT_STREAM + 12 + 2 * facet) for facet in range(3)]
    )
    start = np.broadcast_to(cast.trust[None], shape)
    wanted = np.minimum(0.98, np.maximum(0.02, start))
    lean = 2.0 * wanted - 1.0
    needed = 2.0 * (lean / np.sqrt(1.0 - lean * lean)) - p.w_propensity * people.propensity
    even = needed / (p.k_trust * (p.w_ability + p.w_benevolence + p.w_integrity))
    facets = np.clip(np.where(start[None] >= 0.0, even[None], drawn), -0.95, 0.95)
    zero = np.zeros(shape)
    return State(
        facets=facets, evidence=zero, hurt=np.zeros((3, *shape)), fast=zero, slow=zero, wear=zero, reactance=zero,
        debt=zero, stain=zero, commitment=zero, need=people.interest * 0.12, happy=zero, elsewhere=zero,
    )  # fmt: skip


def first_ledger(people: People) -> Ledger:
    """The ledger on the first morning: nothing has happened yet."""
    zero = np.zeros(people.motive.shape)
    never = np.full(people.motive.shape, NEVER)
    return Ledger(
        present=np.where(people.arrives <= 1.0, 1.0, 0.0), follow_age=zero, waiting=never, shared_age=never,
        compliment=zero, news_age=never, need_age=never, turns=zero, talk_age=never, contact_age=never, contacts=zero,
        last_move=np.zeros(people.motive.shape, dtype=np.int64), repeats=zero,
        other_move=np.zeros(people.motive.shape, dtype=np.int64), other_repeats=zero, post_repeats=zero,
        decline_age=never, asks=zero, bought=zero, warm=zero, short=zero, cool=zero, questions=zero, needs=zero,
        pitches=zero, shares=zero, likes=zero, looked=zero,
    )  # fmt: skip
