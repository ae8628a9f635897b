"""What a finding is: a claim with its source, a short experiment, and what must come out of it.

To add one, write a function of a seed that returns named numbers, and say what is expected of them::

    @finding(
        "gifts",
        claim="A small favour lifts giving a little, a large one much.",
        source="Falk 2007, Econometrica 75, 1501-1511",
        grade="A",
        published="+17 % and +75 %",
        expects=(Band("small", 1.05, 1.35), Band("large", 1.35, 2.1), Falling("large", "small")),
    )
    def gifts(seed: int) -> dict[str, float]: ...
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

Measured = Mapping[str, float]
Experiment = Callable[[int], dict[str, float]]


@dataclass(frozen=True)
class Band:
    """A measured number lies within low..high, both included."""

    name: str
    low: float = float("-inf")
    high: float = float("inf")

    def holds(self, measured: Measured) -> bool:
        """Whether it does."""
        return self.low <= measured[self.name] <= self.high

    def miss(self, measured: Measured) -> float:
        """How far outside, as a share of the band's size; 0 inside."""
        value = measured[self.name]
        ends = [abs(end) for end in (self.low, self.high) if isfinite(end)]
        width = self.high - self.low if isfinite(self.high - self.low) else max([*ends, 0.1])
        return max(0.0, self.low - value, value - self.high) / max(width, 1e-9) if isfinite(value) else 10.0

    def __str__(self) -> str:
        """In words."""
        if isfinite(self.low) and isfinite(self.high):
            return f"{self.name} {self.low:g} to {self.high:g}"
        return f"{self.name} ≥ {self.low:g}" if isfinite(self.low) else f"{self.name} ≤ {self.high:g}"


@dataclass(frozen=True, init=False)
class Falling:
    """Measured numbers fall from the first to the last; `slack` is by how much a later one may exceed."""

    names: tuple[str, ...]
    slack: float

    def __init__(self, *names: str, slack: float = 0.0) -> None:
        object.__setattr__(self, "names", names)
        object.__setattr__(self, "slack", slack)

    def _steps(self, measured: Measured) -> list[float]:
        values = [measured[name] for name in self.names]
        return [before - after for before, after in pairwise(values)]

    def holds(self, measured: Measured) -> bool:
        """Whether they do."""
        return all(fall > -self.slack if self.slack == 0.0 else fall >= -self.slack for fall in self._steps(measured))

    def miss(self, measured: Measured) -> float:
        """By how much the order is broken, against the size of the numbers; 0 if it is kept."""
        size = max([abs(measured[name]) for name in self.names] + [1e-9])
        return sum(max(0.0, -self.slack - fall) / size for fall in self._steps(measured))

    def __str__(self) -> str:
        """In words."""
        return (" > " if self.slack == 0.0 else " ≳ ").join(self.names)


Expectation = Band | Falling


@dataclass(frozen=True)
class Finding:
    """A published finding and its experiment."""

    id: str
    claim: str
    source: str
    grade: str  # A, B or C, how strong the evidence is
    published: str  # the figures, in short
    expects: tuple[Expectation, ...]
    run: Experiment
    theme: str
    must_hold: bool = False
    note: str = ""  # reservations

    def holds(self, measured: Measured) -> bool:
        """Whether every expectation is met."""
        return all(e.holds(measured) for e in self.expects)

    def miss(self, measured: Measured) -> float:
        """Sum of the squared misses; 0 when it holds."""
        return sum(e.miss(measured) ** 2 for e in self.expects)

    @property
    def headline(self) -> Band:
        """The band that stands for the finding in tables and pictures."""
        return next((e for e in self.expects if isinstance(e, Band)), Band(""))


REGISTRY: dict[str, Finding] = {}


def finding(
    id: str,  # noqa: A002
    *,
    claim: str,
    source: str,
    grade: str,
    published: str,
    expects: Iterable[Expectation],
    must_hold: bool = False,
    note: str = "",
) -> Callable[[Experiment], Experiment]:
    """Declares the experiment below it as a finding.

    Raises:
        ValueError: the id is taken, or the grade is none of A, B, C.
    """
    if grade not in {"A", "B", "C"}:
        raise ValueError(f"expected grade A, B or C for {id!r}, got {grade!r}")

    def declare(run: Experiment) -> Experiment:
        if id in REGISTRY and REGISTRY[id].run.__module__ != run.__module__:
            raise ValueError(f"there is a finding {id!r} already, in {REGISTRY[id].run.__module__}")
        theme = run.__module__.rsplit(".", 1)[-1]
        REGISTRY[id] = Finding(
            id=id, claim=claim, source=source, grade=grade, published=published, expects=tuple(expects), run=run,
            theme=theme, must_hold=must_hold, note=note,
        )  # fmt: skip
        return run

    return declare
