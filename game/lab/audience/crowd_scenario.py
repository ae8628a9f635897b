"""A scenario whose crowd has the numbers that were found; where a file says nothing, the game's own."""

import re
from pathlib import Path

import numpy as np

from game.errors import Misused, ScenarioError
from game.files import is_taken, not_written, why_not_written, write_folder
from game.lab.audience.crowd_numbers import NUMBERS
from game.lab.audience.fitting import Estimate, Fit
from game.lab.audience.simulated_panels import WANTS
from game.model.cast.motives import BUILT_IN, Motive
from game.scenario import load_text
from game.scenario.reading.folder import MAIN
from game.session.words.numbers_told import listed

CROWD = 30
DAYS = 28
_DECIMALS = 3
DOES = {"answering": "answer", "sharing": "share", "leaving": "leave", "wanting": "buy"}
"""What a number of the crowd is about, as what followers do."""


def values_of(fit: Fit) -> dict[str, float]:
    """The numbers that a scenario gets: the game's own where a file says nothing, for the others what goes with these.

    What goes with them is read off a linear regression over the posterior (as in Beaumont, Zhang, Balding 2002).
    """
    own = np.array([e.says == "nothing" for e in fit.estimates])
    shipped = np.array([number.place(number.shipped) for number in NUMBERS.values()])
    at = np.median(fit.posterior, axis=0)
    if own.any() and not own.all():
        away = fit.posterior - fit.posterior.mean(axis=0)
        slopes = np.linalg.lstsq(away[:, own], away[:, ~own], rcond=None)[0]
        at[~own] += (shipped[own] - fit.posterior[:, own].mean(axis=0)) @ slopes
    at = np.where(own, shipped, np.clip(at, 0.0, 1.0))
    return {name: float(number.at(at[k])) for k, (name, number) in enumerate(NUMBERS.items())}


def scenario_text(fit: Fit, source: str) -> str:
    """The text of a scenario with such a crowd.

    Args:
        fit: what was found.
        source: name of the file that it was found from.
    """
    values = values_of(fit)
    weeks, followers = fit.account.length, fit.account.followers[-1]
    file = re.sub(r"[^\w. -]", "_", Path(source).name)[:60]
    lines = [
        f"# A crowd like that of {file}: {weeks} weeks, {followers:,.0f} followers at the end.",
        "# Made by courtship fit; each number with its 90 % interval. Change what you like, then: courtship check",
        *(f"#   {_remark(e, values[e.id])}" for e in fit.estimates),
        "scenario_format: 1",
        "title: Your own audience",
        f"summary: {summary_of(fit)}",
        f"days: {DAYS}",
        "business:",
        "  name: Your business # yours",
        "  trade: small business # yours",
        "  hours_per_day: 2",
        "crowd:",
        f"  count: {CROWD}",
        f"  mix: {{{', '.join(f'{name}: {share:g}' for name, share in mix_of(values['wanting']).items())}}}",
        "motives:",
        *(f"  {m.id}: {{{_motive(m, values)}}}" for m in BUILT_IN if m.share > 0.0),
        "model:",
        *(f"  {dial}: {round(values[dial], _DECIMALS):g}" for dial in ("leaving", "pushiness_cost", "weariness")),
        "debrief:",
        "  - title: Your own audience",
        "    text: These people answer as often as yours do. What they feel is made up; no file knows it.",
    ]
    return "\n".join(lines) + "\n"


def summary_of(fit: Fit) -> str:
    """The crowd in a sentence that names only what the file spoke of."""
    spoken = {e.id for e in fit.estimates if e.says != "nothing"}
    did = [word for name, word in DOES.items() if name in spoken]
    if not did:
        return "Thirty followers of the game, for the weeks of an account said nothing of them."
    return f"Thirty followers who {listed(did)} as in {fit.account.length} weeks of an account."


def write_scenario(fit: Fit, source: str, folder: Path) -> Path:
    """Makes a scenario folder.

    Raises:
        ScenarioError: something is there already, or it cannot be written.
        Misused: nothing can be written there.
    """
    text = scenario_text(fit, source)
    problems = [p for p in load_text(text, MAIN).problems if p.is_error]
    if problems:
        raise ScenarioError(f"The scenario would not be right: line {problems[0].line}: {problems[0].message}")
    can_be_written(folder)
    try:
        write_folder(folder, {MAIN: text.encode()})
    except OSError as error:
        raise ScenarioError(not_written(folder, error)) from error
    return folder / MAIN


def can_be_written(folder: Path) -> None:
    """Whether a folder can be made there: asked before the work begins.

    Raises:
        ScenarioError: something is there already.
        Misused: nothing can be written there.
    """
    if is_taken(folder):
        raise ScenarioError(f"{folder} is there already. Choose another name for --out; nothing was changed.")
    if reason := why_not_written(folder / MAIN):
        raise Misused(f"{folder} cannot be written ({reason}). Choose another place; nothing has been fitted.")


def mix_of(wanting: float) -> dict[str, float]:
    """Weights of the motives among a hundred, so many of whom come to need what is sold.

    >>> round(sum(mix_of(18.0).values()), 6)
    100.0
    """
    wants = {m.id: m for m in BUILT_IN if m.id in WANTS}
    needed = sum(m.share * m.need_share for m in wants.values())
    of_wants = min(95.0, wanting * sum(m.share for m in wants.values()) / needed)
    whole = {True: sum(m.share for m in wants.values()), False: sum(m.share for m in BUILT_IN if m.id not in wants)}
    parts = {True: of_wants, False: 100.0 - of_wants}
    mix = {m.id: round(parts[m.id in wants] * m.share / whole[m.id in wants], _DECIMALS)
           for m in BUILT_IN if m.share > 0.0}  # fmt: skip
    first = next(iter(mix))
    return mix | {first: round(mix[first] + 100.0 - sum(mix.values()), _DECIMALS)}


def _motive(motive: Motive, values: dict[str, float]) -> str:
    trust = min(100.0, max(0.0, 50.0 + 100.0 * motive.warmth + values["first_trust"] - 50.0))
    found = {
        "talkative": min(100.0, 100.0 * motive.talkative * values["answering"]),
        "sharing": min(100.0, 100.0 * motive.sharing * values["sharing"]),
        "trust": trust,
    }
    return ", ".join(f"{name}: {round(value, _DECIMALS):g}" for name, value in found.items())


def _remark(estimate: Estimate, value: float) -> str:
    if estimate.says == "nothing":
        return f"{estimate.id} {value:g}: the game's own, for the file says nothing about it"
    return f"{estimate.id} {value:.3g} ({estimate.low:.3g} to {estimate.high:.3g}): {estimate.meaning}"
