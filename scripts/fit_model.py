"""Fits parameters of the trust model to the published findings, with scipy.

    python scripts/fit_model.py --parameters b0 b_size b_need --findings gifts repeat-call --minutes 4
    python scripts/fit_model.py --theme asking --write

The loss is the sum of the squared misses of all expectations of the chosen findings, each measured from a band that
is a tenth narrower at both ends, so that the result holds for other seeds too; a weak pull towards the start keeps
parameters that no finding speaks to where they are. Bounds are the documented ranges. Needs the extra `evidence`.
"""

import argparse
import re
import time
from contextlib import suppress
from dataclasses import replace
from math import isfinite
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

import game.evidence.themes  # noqa: F401  declares the findings
from game.evidence.crowd import laboratory
from game.evidence.finding import REGISTRY, Band, Expectation, Finding
from game.model import parameters
from game.model.parameters import Params

THEMES = {  # parameters, and findings that speak to them
    "asking": (
        "b0 b_trust b_risk b_debt b_size b_reactance b_need b_commitment commitment_days b_fresh_decline",
        """gifts gratitude thanked late-thanks foot-in-door favours-expire repeat-call next-purchase second-purchase
        boasting-flips trust-risk spaced-massed""",
    ),
    "learning": (
        "n0 confirm_low confirm_slope loss_weight loss_slope k_ask_gap w_stain forgetting",
        """loss-gain confirmation wrong-foot lapse-deception exploitation-path silent-decay three-facets
        seller-conduct gifts seen-through repeat-call""",
    ),
    "leaving": (
        "h0 h_trust h_wear h_reactance h_mutual h_ignored h_new sd_restless k_sell wear_days misfit_wear k_irrelevant",
        """canned-dm unfollow-rate unfollow-reasons useful-content replied-to new-ties reactance trust-risk
        enough-is-enough""",
    ),
    "exposure": (
        "k_slow crowding fast_share slow_days fast_days wear_days k_familiar familiar_half k_wear",
        "ten-exposures spaced-massed hours-to-close questions late-thanks",
    ),
}


def narrowed(finding: Finding, share: float = 0.1) -> Finding:
    """The same finding with narrower bands: by a share at both ends, by half of it where there is one end."""
    expects: list[Expectation] = []
    for e in finding.expects:
        if isinstance(e, Band):
            both = isfinite(e.low) and isfinite(e.high)
            cut = (e.high - e.low) * share if both else 0.0
            low = e.low + (cut if both else 0.5 * share * abs(e.low)) if isfinite(e.low) else e.low
            high = e.high - (cut if both else 0.5 * share * abs(e.high)) if isfinite(e.high) else e.high
            expects.append(Band(e.name, low, high))
        else:
            expects.append(e)
    return replace(finding, expects=tuple(expects))


def loss(params: Params, findings: list[Finding], seeds: range, followers: int) -> float:
    """Mean over seeds of the summed squared misses."""
    total = 0.0
    with laboratory(followers=followers, params=params):
        for seed in seeds:
            total += sum(finding.miss(finding.run(seed)) for finding in findings)
    return total / len(seeds)


class OutOfTime(Exception):
    """The minutes are used up."""


def fit(
    names: list[str], findings: list[Finding], seeds: range, followers: int, minutes: float
) -> tuple[Params, float]:
    """The best parameters found within the time, and their loss."""
    start = Params()
    about = {f.name: f.metadata for f in parameters.parameters()}
    low = np.array([about[n]["low"] for n in names])
    width = np.array([about[n]["high"] for n in names]) - low
    origin = (np.array([getattr(start, n) for n in names]) - low) / width
    best, best_loss, until, tries = start, float("inf"), time.monotonic() + 60.0 * minutes, 0

    def objective(place: np.ndarray) -> float:
        nonlocal tries, best, best_loss
        tries += 1
        values = low + np.clip(place, 0.0, 1.0) * width
        params = replace(start, **{n: round(float(v), 5) for n, v in zip(names, values, strict=True)})
        result = loss(params, findings, seeds, followers) + 0.01 * float(((place - origin) ** 2).sum())
        if result < best_loss:
            best, best_loss = params, result
            print(f"{tries:5d}  loss {result:.4f}", flush=True)
        if time.monotonic() > until:
            raise OutOfTime
        return result

    with suppress(OutOfTime):
        minimize(objective, origin, method="COBYQA", bounds=[(0.0, 1.0)] * len(names),
                 options={"initial_tr_radius": 0.1, "final_tr_radius": 0.005})  # fmt: skip
    return best, best_loss


def write(params: Params, names: list[str]) -> None:
    """Puts the fitted values into `game/model/parameters.py`."""
    path = Path(parameters.__file__)
    text = path.read_text(encoding="utf-8")
    for name in names:
        value = f"{getattr(params, name):.4g}"
        text = re.sub(rf"(    {name}: float = number\(\s*)[-0-9.e]+", rf"\g<1>{value}", text)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Reads the arguments, fits, reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--theme", choices=sorted(THEMES), help="parameters and findings that belong together")
    parser.add_argument("--parameters", nargs="*", default=[], help="parameters to fit")
    parser.add_argument("--findings", nargs="*", default=[], help="findings to fit them to; all if left out")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--followers", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=4.0)
    parser.add_argument("--write", action="store_true", help="write the result into the parameter file")
    chosen = parser.parse_args()
    names, ids = chosen.parameters, chosen.findings
    if chosen.theme:
        names = names or THEMES[chosen.theme][0].split()
        ids = ids or THEMES[chosen.theme][1].split()
    findings = [narrowed(REGISTRY[i]) for i in ids or REGISTRY]
    seeds = range(1000, 1000 + chosen.seeds)  # not those of the report
    before = loss(Params(), findings, seeds, chosen.followers)
    params, after = fit(names, findings, seeds, chosen.followers, chosen.minutes)
    print(f"\nloss {before:.4f} -> {after:.4f}")
    for name in names:
        print(f"{name:18} {getattr(Params(), name):8.4g} -> {getattr(params, name):8.4g}")
    with laboratory(followers=chosen.followers, params=params):
        for finding in findings:
            measured = finding.run(seeds[0])
            missed = [str(e) for e in finding.expects if not e.holds(measured)]
            if missed:
                values = ", ".join(f"{k} {v:.3f}" for k, v in measured.items())
                print(f"outside the narrowed band: {finding.id}: {'; '.join(missed)} ({values})")
    if chosen.write:
        write(params, names)


if __name__ == "__main__":
    main()
