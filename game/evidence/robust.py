"""How much the findings depend on exact numbers, and on each mechanism."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from statistics import median

import numpy as np

from game.evidence.finding import REGISTRY
from game.evidence.runner import Plan, Run, run_all
from game.model.chance import PARAMETER_STREAM
from game.model.parameters import Params
from game.model.philox import uniforms

# A mechanism is switched off by the values that make its term vanish or constant.
MECHANISMS: dict[str, dict[str, float]] = {
    "losses weigh more": {"loss_weight": 1.0},
    "reading by expectation": {"confirm_low": 1.0, "confirm_slope": 0.0, "loss_slope": 0.0},
    "personal trustfulness": {"sd_propensity": 0.0},
    "stain of deception": {"w_stain": 0.0},
    "mending": {"mend_ability": 0.0, "mend_benevolence": 0.0, "mend_integrity": 0.0},
    "forgetting": {"forgetting": 0.0},
    "asking too much": {"k_ask_gap": 0.0, "k_sell_gap": 0.0},
    "seeing the purpose": {"suspicion": 0.0},
    "boasting": {"k_boast": 0.0},
    "irrelevance": {"k_irrelevant": 0.0, "misfit_wear": 0.0},
    "earned thanks": {"thanks_days": -1.0, "unearned": 1.0},
    "promptness": {"answer_tau": 1e9},
    "novelty": {"k_repeat": 0.0},
    "unasked contact": {"unasked_loss": 0.0, "k_intrude": 0.0, "unasked_wear": 0.0},
    "crowding": {"crowding": 1e9, "fast_share": 0.0},
    "familiarity": {"k_slow": 0.0, "fast_share": 0.0},
    "wear": {"k_wear": 0.0, "h_wear": 0.0},
    "reactance": {"proneness": 0.0},
    "debt": {"b_debt": 0.0},
    "commitment": {"b_commitment": 0.0},
    "risk grows with size": {"b_risk": 0.0},
    "need": {"b_need": 0.0},
    "mutual ties": {"h_mutual": 0.0},
    "new ties": {"h_new": 0.0},
    "ignored messages": {"h_ignored": 0.0},
    "being left waiting": {"k_wait": 0.0, "k_unheeded": 0.0, "mend_late": 0.0},
    "messages that stand": {"k_standing": 0.0},
    "slips of manners": {"k_flaunt": 0.0, "k_withdraw": 0.0, "k_apology": 0.0},
    "asking a stranger": {"k_stranger": 0.0},
    "asking again": {"k_again": 0.0, "b_fresh_decline": 0.0},
    "being pressed": {"b_push": 0.0},
    "small yeses saturate": {"yes_floor": 1e9},
    "selling again tires": {"selling_wear": 0.0},
    "talks renew": {"talk_renews": 1.0},
    "restlessness": {"sd_restless": 0.0},
}


@dataclass(frozen=True)
class Shaken:
    """Findings under other constants."""

    name: str
    held: frozenset[str]
    score: float  # percent of the findings that hold


def perturbed(number: int, share: float = 0.2) -> Params:
    """All parameters at once times independent factors in 1 − share..1 + share; draw `number` is always the same."""
    names = [f.name for f in fields(Params)]
    first, second = uniforms(number, np.arange(len(names)), 0, 1, PARAMETER_STREAM)
    del second
    factors = 1.0 - share + 2.0 * share * first[:, 0]
    start = Params()
    return replace(start, **{name: getattr(start, name) * float(f) for name, f in zip(names, factors, strict=True)})


def shaken(
    variants: Sequence[tuple[str, Params]],
    ids: Sequence[str],
    seeds: Sequence[int],
    followers: int,
    workers: int,
    files: tuple[str, ...] = (),
    progress: Callable[[Run], object] = bool,
) -> list[Shaken]:
    """The findings under each variant; one holds when it does so in most of the seeds."""
    plans = [Plan(tuple(ids), tuple(seeds), followers, params, files) for _, params in variants]
    count: list[dict[str, int]] = [dict.fromkeys(ids, 0) for _ in plans]
    for n, run in run_all(plans, workers):
        count[n][run.id] += _holds(run)
        progress(run)
    results = []
    for (name, _), held_in in zip(variants, count, strict=True):
        held = frozenset(id for id, k in held_in.items() if 2 * k > len(seeds))  # noqa: A001
        results.append(Shaken(name, held, 100.0 * len(held) / len(ids)))
    return results


def _holds(run: Run) -> bool:
    try:
        return not run.error and REGISTRY[run.id].holds(run.measured)
    except KeyError:
        return False


def shipped_and_perturbed(draws: int) -> list[tuple[str, Params]]:
    """The shipped constants first, then draws of them."""
    return [("as shipped", Params())] + [(f"draw {k}", perturbed(k)) for k in range(draws)]


def shipped_and_ablated() -> list[tuple[str, Params]]:
    """The shipped constants first, then each mechanism switched off."""
    return [("as shipped", Params())] + [(name, replace(Params(), **off)) for name, off in MECHANISMS.items()]


def median_loss(results: Sequence[Shaken]) -> float:
    """Points of score lost in the median draw against the first result."""
    return results[0].score - median(r.score for r in results[1:])
