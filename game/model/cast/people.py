"""Drawing the people of an episode: who they are before you have done anything.

A `Cast` says what is fixed (written followers) and what is left to chance (the crowd). Drawing depends on seed and
episode alone, follower by follower, so that one more follower changes nobody else.
"""

from typing import Any

import numpy as np

from game.model.arrays import Array, exp, worth_asking
from game.model.cast.dealing import deal, dealt, first_trust
from game.model.cast.tastes import fit_of
from game.model.cast.written import Cast, drawn_before, keep_known
from game.model.chance import TRAIT_STREAM
from game.model.philox import Drawing, bell, pairs
from game.model.state import HAPPENED, NEED_RESTS, NEVER, Ledger, People, State
from game.model.step import Rules

TRAIT_STREAMS = tuple(TRAIT_STREAM + number for number in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 19, 20))
FACET_STREAMS = tuple(TRAIT_STREAM + number for number in (12, 13, 14, 15, 16, 17))

NEED_IS_ON = 0.75  # of its height, for one that has come up by the first day
NEEDS_COME = (
    0.08,
    0.8,
)  # shares of the days: those whose needs are on by the first, and those over which needs come up


def _motives(cast: Cast, u: Array, known: Array) -> Array:
    """Motive rows (F, B) from draws (F, B), and as far as they are known (F,) or (F, B)."""
    drawn = np.zeros(u.shape, dtype=np.int8)
    for limit in np.cumsum(cast.mix / cast.mix.sum())[:-1]:
        drawn += u >= limit
    return keep_known(drawn.astype(np.int64), known)


def lives_of(cast: Cast, seed: int, episodes: Array) -> Array:
    """Which of the lives of the file each follower has (B, F) int64; 0 where there is only one."""
    if cast.lives is None:
        return np.zeros((len(episodes), len(cast.motive)), dtype=np.int64)
    return deal(cast.lives, seed, episodes).T


def _needs(
    cast: Cast, rules: Rules, motive: Array, known: tuple[Array, Array], when: Array, wants_now: Array
) -> tuple[Array, Array]:
    """First and last day of the need (F, B); `NEVER` where none comes.

    From what is known of them, (F,) or (F, B), and from draws: when (2, F, B), wants_now (F, B).
    """
    start, length = when
    days = float(cast.days)
    lasts, rises = rules.motives.of("need_last", motive), rules.motives.of("need_rise", motive)
    last = np.where(lasts >= 0.0, lasts, 4.0 + np.floor(length * 0.25 * days))
    early, over = NEEDS_COME
    any_day = np.maximum(1.0, np.floor(start * over * days) - np.floor(early * days))
    first = np.where(rises >= 0.0, np.maximum(1.0, rises + np.floor(start * 5.0) - 2.0), any_day)
    fixed = known[0] >= 0.0
    comes = (wants_now < rules.motives.of("need_share", motive)) | (fixed if fixed.ndim > 1 else fixed[:, None])
    need_from = np.where(comes, keep_known(first, known[0]), NEVER)
    return need_from, np.where(comes, keep_known(need_from + last, known[1]), NEVER)


def _faces(pair: Array) -> tuple[Array, Array, Array, Array]:
    """Who has a poker face, who hides dislike, who hides liking (F, B) boolean, and what still shows of it, 0..1.

    One in seven has a poker face, two in seven are polite, two in seven shy; the rest show all.
    """
    place = pair[0] * 7.0
    poker, polite, shy = place < 1.0, (place >= 1.0) & (place < 3.0), (place >= 3.0) & (place < 5.0)
    return poker, polite, shy, 0.25 + 0.3 * pair[1]


def draw_people(cast: Cast, rules: Rules, seed: int, episodes: Array, drawing: Drawing = pairs) -> People:
    """Traits of everybody in these episodes. They may be views, with episodes side by side in memory.

    Args:
        cast: who may be met.
        rules: constants and motives.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
        drawing: who draws.
    """
    p = rules.params
    drawn = drawn_before(cast, seed, episodes, TRAIT_STREAMS, drawing)
    known = cast if cast.lives is None else dealt(cast.lives, seed, episodes, cast.days)
    motive = _motives(cast, drawn[0, 0], known.motive)
    need_from, need_until = _needs(
        cast, rules, motive, (known.need_from, known.need_until), drawn[7], drawn[8, 0]
    )  # fmt: skip
    pace = drawn[8, 1]
    quick = np.add(pace < 0.2, pace < 0.5, dtype=np.int64)

    def of(name: str) -> Array:
        return rules.motives.of(name, motive)

    def everywhere(values: Array) -> Array:
        """(F,) or (F, B, ...) as (B, F, ...)."""
        values = (values[:, None] if values.ndim == 1 else values).swapaxes(0, 1)
        shape = (len(episodes), *values.shape[1:])
        return values if values.shape == shape else np.broadcast_to(values, shape)

    interest, wanted = of("interest"), known.need_from >= 0.0
    interest[wanted] = np.maximum(interest[wanted], 0.9)
    buys = np.where(need_from < HAPPENED, keep_known(of("buys"), cast.buys), 0.0)
    poker, polite, shy, hidden = _faces(drawn[13])
    restless = p.sd_restless * bell(drawn[11], drawn[12]) - p.sd_restless * p.sd_restless / 2
    return People(
        motive=everywhere(motive),
        human=everywhere(of("human")),
        propensity=everywhere(bell(drawn[1], drawn[2]) * p.sd_propensity),
        proneness=everywhere(np.minimum(4.0, p.proneness * exp(p.sd_proneness * bell(drawn[3], drawn[4])))),
        reciprocity=everywhere(np.clip(1.0 + 0.3 * bell(drawn[5], drawn[6]), 0.1, 2.0)),
        sensitivity=everywhere(keep_known(np.array([1.0, 1.2, 1.5])[quick], cast.sensitivity)),
        restless=everywhere(exp(restless)),
        shows_liking=everywhere(np.where(poker | shy, hidden, 1.0)),
        shows_dislike=everywhere(np.where(poker | polite, hidden, 1.0)),
        talkative=everywhere(of("talkative")),
        sharing=everywhere(of("sharing")),
        curious=everywhere(of("curious")),
        sells=everywhere(of("sells")),
        interest=everywhere(interest),
        bargains=everywhere(of("bargains")),
        helpful=everywhere(of("errands")),
        need_from=everywhere(need_from),
        need_until=everywhere(need_until),
        buys=everywhere(buys),
        happy_trust=everywhere(of("happy_trust")),
        happy_familiarity=everywhere(of("happy_familiarity")),
        arrives=everywhere(cast.arrives.astype(np.float64)),
        mutual=everywhere(cast.mutual.astype(np.float64)),
        fit=everywhere(fit_of(cast, drawn[9], drawn[10], seed, episodes)),
        ties=cast.ties.copy(),
        tie_weight=cast.tie_weight.copy(),
    )


def _side_by_side(shape: tuple[int, ...], value: float = 0.0, kind: Any = np.float64) -> Array:
    """A value everywhere (B, F), or (3, B, F), episodes side by side in memory."""
    return np.full((*shape[:-2], shape[-1], shape[-2]), value, dtype=kind).swapaxes(-1, -2)


def first_state(
    cast: Cast, people: People, rules: Rules, seed: int, episodes: Array, drawing: Drawing = pairs
) -> State:
    """The hidden state on the first morning; impressions differ by motive and person.

    Where the cast fixes a starting trust, all three facets take the value that gives it.
    """
    p, shape = rules.params, people.motive.shape
    motive, known = people.motive.T, cast.trust >= 0.0
    drawn = drawn_before(cast, seed, episodes, FACET_STREAMS, drawing)
    warmth, spread = rules.motives.of("warmth", motive), rules.motives.of("spread", motive)
    facets = _side_by_side((3, *shape))
    for facet, rows in enumerate(facets.swapaxes(1, 2)):
        np.multiply(spread, bell(drawn[2 * facet], drawn[2 * facet + 1]), out=rows)
        np.add(rows, warmth, out=rows)
    if worth_asking(known):
        given = cast.trust if cast.lives is None else first_trust(cast.lives, cast.trust, seed, episodes).T
        lean = 2.0 * np.minimum(0.98, np.maximum(0.02, given[..., known])) - 1.0
        needed = 2.0 * (lean / np.sqrt(1.0 - lean * lean)) - p.w_propensity * people.propensity[:, known]
        facets[:, :, known] = needed / (p.k_trust * (p.w_ability + p.w_benevolence + p.w_integrity))
    np.clip(facets, -0.95, 0.95, out=facets)
    zero = _side_by_side(shape)
    need = people.interest * np.where(
        people.need_from <= 1.0, NEED_IS_ON, NEED_RESTS
    )  # one that is on has risen already
    return State(
        facets=facets, evidence=zero, hurt=_side_by_side((3, *shape)), fast=zero, slow=zero, wear=zero, reactance=zero,
        debt=zero, stain=zero, commitment=zero, need=need, happy=zero, elsewhere=zero, harm=zero,
    )  # fmt: skip


def first_ledger(people: People) -> Ledger:
    """The ledger on the first morning: nothing has happened yet."""
    shape = people.motive.shape
    zero, never, nothing = _side_by_side(shape), _side_by_side(shape, NEVER), _side_by_side(shape, 0, np.int64)
    return Ledger(
        present=(people.arrives <= 1.0).astype(np.float64), follow_age=zero, waiting=never, waits_for=zero,
        shared_age=never, unthanked=zero, compliment=zero, news_age=never, unheard=zero, need_age=never, turns=zero,
        talk_age=never,
        contact_age=never, contacts=zero, standing=zero, tell=zero, tell_age=never, glow=zero, sold=zero,
        apologies=zero, last_move=nothing, repeats=zero, other_move=nothing, other_repeats=zero, post_repeats=zero,
        decline_age=never, cool_age=never, asks=zero, bought=zero, warm=zero, short=zero, cool=zero, questions=zero,
        needs=zero, prices=zero,
        asked_how=zero, baits=zero, errands=zero, pitches=zero, shares=zero, likes=zero, looked=zero,
    )  # fmt: skip
