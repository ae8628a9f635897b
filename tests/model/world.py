"""A small world to test the model in: the default crowd, whose members all know two others."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import numpy as np

from game.model import (
    Cast,
    Choices,
    Ledger,
    Params,
    People,
    Rules,
    Signals,
    State,
    draw,
    draw_people,
    first_ledger,
    first_state,
    moves,
    no_choices,
    step,
)
from game.model.cast import motives

RULES = Rules(Params(), moves.table(), motives.table())
TOPICS, FORMATS, CONTENTS = 5, 7, 6


def cast(followers: int = 12, *, motive: str = "", trust: float = -1.0, days: int = 28, known: bool = True) -> Cast:
    """A crowd; of one motive, from one starting trust, or with nobody knowing anybody if wished."""
    number = np.arange(followers)
    return Cast(
        motive=np.full(followers, RULES.motives.index(motive) if motive else -1),
        mix=RULES.motives.columns["share"],
        love=np.full((followers, TOPICS), -1.0),
        likes_format=np.full((followers, FORMATS), -1.0),
        sensitivity=np.full(followers, -1.0),
        trust=np.full(followers, trust),
        need_from=np.full(followers, -1.0),
        need_until=np.full(followers, -1.0),
        buys=np.full(followers, -1.0),
        arrives=np.ones(followers),
        mutual=np.ones(followers),
        ties=np.stack([(number + 1) % followers, (number - 1) % followers], axis=1),
        tie_weight=np.full((followers, 2), 1.0 if known else 0.0),
        about=np.eye(CONTENTS, TOPICS),
        content_format=np.arange(CONTENTS) % FORMATS,
        days=days,
        seed=-1,
    )


@dataclass(frozen=True, eq=False)
class Moment:
    """Where a playthrough stands on a morning."""

    state: State
    ledger: Ledger
    people: People
    seed: int
    episodes: np.ndarray
    day: int = 1

    @property
    def shape(self) -> tuple[int, int]:
        return self.people.motive.shape

    def choices(self, move: str = "nothing", *, who: object = None, fit: float = 0.8, post: str = "nothing") -> Choices:
        """One move to everybody, or to those that an index or mask picks, and a post."""
        rows = np.zeros(self.shape, dtype=np.int64)
        rows[(slice(None), slice(None)) if who is None else who] = RULES.moves.index(move)
        posts = np.full(self.shape[0], RULES.moves.index(post))
        return Choices(rows, np.full(self.shape, fit), posts, np.full(self.shape, fit))

    def idle(self) -> Choices:
        return no_choices(*self.shape)

    def play(self, choices: Choices) -> tuple["Moment", Signals]:
        noise = draw(self.seed, self.episodes, self.day, self.shape[1])
        state, ledger, signals = step(self.state, self.ledger, choices, noise, self.people, RULES, self.day)
        return replace(self, state=state, ledger=ledger, day=self.day + 1), signals

    def after(self, days: int, plan: Callable[["Moment"], Choices]) -> "Moment":
        here = self
        for _ in range(days):
            here, _ = here.play(plan(here))
        return here


def begin(episodes: np.ndarray | int = 1, seed: int = 0, crowd: Cast | None = None) -> Moment:
    numbers = np.arange(episodes) if isinstance(episodes, int) else episodes
    crowd = crowd or cast()
    people = draw_people(crowd, RULES, seed, numbers)
    return Moment(first_state(crowd, people, RULES, seed, numbers), first_ledger(people), people, seed, numbers)


def differing_fields(left: object, right: object) -> list[str]:
    """Names of the array fields in which two dataclasses differ in at least one bit."""
    return [
        f.name
        for f in fields(left)  # type: ignore[arg-type]
        if getattr(left, f.name).tobytes() != getattr(right, f.name).tobytes()
    ]
