"""Three sliders, what each multiplies in the model, and what is published about it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from game.errors import CannotPlay
from game.model.parameters import Params


@dataclass(frozen=True)
class Slider:
    """A rule of the model as a factor: 1 is as the game ships it."""

    id: str  # as an option of the command
    title: str
    says: str  # what it does, in a sentence
    published: str  # what is known of it, and by whom
    findings: tuple[str, ...]  # ids of `courtship evidence`
    multiplies: tuple[str, ...] = ()  # parameters of the model
    divides: tuple[str, ...] = ()
    low: float = 0.25
    high: float = 4.0


SLIDERS: dict[str, Slider] = {
    slider.id: slider
    for slider in (
        Slider(
            "ask-price", "How dear an early ask is",
            "What it costs in trust to ask for more than somebody is ready to give, and to sell hard to a stranger.",
            "Conflict hurts a relationship most (r −.67), mere frequency matters little (Palmatier and others 2006). "
            "That the cost grows with the gap between ask and trust is a prediction of the model.",
            ("seller-conduct", "canned-dm"), multiplies=("k_ask_gap", "k_sell_gap"),
        ),
        Slider(
            "memory", "How long memory lasts",
            "For how many days trust, weariness, resistance, a favour and a repeated move are remembered.",
            "Closeness fades over 18 months without contact (Roberts, Dunbar 2015); a favour buys less after a week "
            "(Burger and others 1997). How long followers of a business remember is not known.",
            ("silent-decay", "favours-expire", "reactance"),
            multiplies=("wear_days", "reactance_days", "debt_days", "repeat_days", "sold_days", "slow_days"),
            divides=("forgetting",),
        ),
        Slider(
            "crowd", "How loud the crowd is",
            "How much those who know somebody take from what was done to them, in public or told in private.",
            "That onlookers are moved by what they see is well known. No finding here says how much: both sizes are "
            "predictions of the model.",
            (), multiplies=("spill", "talk"), low=0.0, high=3.0,
        ),
    )
}  # fmt: skip
"""By id, in the order in which they are shown."""

Positions = Mapping[str, float]
"""Factors by the id of a slider; one that is left out stands at 1."""


def shipped(positions: Positions) -> bool:
    """Whether all sliders stand where the game ships them."""
    return all(value == 1.0 for value in positions.values())


def params_at(positions: Positions, base: Params | None = None) -> Params:
    """The constants of the model with the sliders moved.

    Args:
        positions: factors.
        base: constants to start from; the shipped ones when left out.

    Raises:
        CannotPlay: there is no such slider, or a factor lies beyond its ends.
    """
    params = base or Params()
    shares = {f.name for f in fields(Params) if f.metadata["unit"] == "share"}
    changes: dict[str, float] = {}
    for name, factor in positions.items():
        slider = SLIDERS.get(name)
        if slider is None:
            raise CannotPlay(f"There is no slider “{name}”. There are: {', '.join(SLIDERS)}.")
        if not slider.low <= factor <= slider.high:  # what is not a number fails as well
            raise CannotPlay(
                f"--{name} {factor:g} is not allowed: it goes from {slider.low:g} to {slider.high:g}; 1 is as shipped."
            )
        changes |= {p: getattr(params, p) * factor for p in slider.multiplies}
        changes |= {p: getattr(params, p) / factor for p in slider.divides}
    return replace(params, **{p: min(1.0, value) if p in shares else value for p, value in changes.items()})


def command_of(positions: Positions, scenario: str, seed: int, games: int) -> str:
    """The line that gives the same again.

    >>> command_of({"memory": 0.7}, "", 3, 40)
    'courtship sandbox --ask-price 1 --memory 0.7 --crowd 1 --seed 3 --games 40'
    """
    moved = " ".join(f"--{name} {positions.get(name, 1.0):g}" for name in SLIDERS)
    return " ".join(["courtship sandbox", *([scenario] if scenario else []), moved, f"--seed {seed} --games {games}"])


def marked(version: int, positions: Positions) -> str:
    """What stands in place of the version of the parameters, so that no figure is taken for one of the game.

    >>> marked(3, {"memory": 0.7, "crowd": 1.0})
    '3, changed in a sandbox: memory 0.7'
    """
    moved = [f"{name} {value:g}" for name, value in positions.items() if value != 1.0]
    return f"{version}, changed in a sandbox: {', '.join(moved)}" if moved else str(version)
