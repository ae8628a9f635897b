"""A routine: a way of playing that hardly looks at anybody. The search for exploits tries thousands of them.

One or two moves in turn towards those longest without contact, days of rest between, a post every so many days, and a
question from some day on. Many routines are played as one batch.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.bots.bot import Bot, Wishes
from game.bots.possible import possible
from game.bots.signs import seems_ready
from game.engine.legal import needs_content, needs_partner
from game.engine.sight import Sight
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

WHEN = ("once", "daily", "signals")


@dataclass(frozen=True)
class Routine:
    """What is done, whoever it meets. Moves are ids; "" for none."""

    first: str = ""
    second: str = ""  # in turn with the first, contact by contact
    rest: int = 0  # days without contact between two moves to the same person
    post: str = ""
    every: int = 1  # days from post to post
    ask: str = ""
    when: str = "once"  # everybody once, everybody daily, or whoever shows signs of being ready
    day: int = 1  # from which day on

    @property
    def size(self) -> int:
        """How much there is to tell."""
        parts = (self.first, self.second, self.post, self.ask, self.rest, self.post and self.every > 1)
        return sum(map(bool, parts)) + (bool(self.ask) and (self.day > 1) + (self.when == "signals"))


def story(routine: Routine) -> str:
    """A routine in a sentence.

    >>> story(Routine("thank_publicly", ask="propose", day=9))
    'thank publicly everybody in turn, every day; propose to everybody once, from day 9 on'
    """
    parts = []
    moves = [m.replace("_", " ") for m in (routine.first, routine.second) if m]
    if moves:
        pause = f"after {routine.rest} days of rest" if routine.rest else "every day"
        parts.append(f"{' and then '.join(moves)} everybody in turn, {pause}")
    if routine.post:
        often = "every day" if routine.every == 1 else f"every {routine.every} days"
        parts.append(f"{routine.post.replace('_', ' ')} {often}")
    if routine.ask:
        whom = {"once": "everybody once", "daily": "everybody every day", "signals": "whoever seems ready"}[
            routine.when
        ]
        since = f", from day {routine.day} on" if routine.day > 1 else ""
        parts.append(f"{routine.ask.replace('_', ' ')} to {whom}{since}")
    return "; ".join(parts) or "do nothing"


@dataclass(frozen=True)
class RoutineParts:
    """What routines in a scenario can be made of."""

    moves: tuple[str, ...]
    posts: tuple[str, ...]
    asks: tuple[str, ...]


def choices_of(compiled: Compiled) -> RoutineParts:
    """Every move of the scenario by its kind. Introductions need a second person and are left out."""
    rows = [compiled.rules.moves.row(i) for i in range(1, len(compiled.rules.moves))]
    direct = [r for r in rows if r.to_all < 0.5 and r.id != "give_space" and not needs_partner(r.id)]
    return RoutineParts(
        tuple(r.id for r in direct if not r.for_sale),
        tuple(r.id for r in rows if r.to_all > 0.5),
        tuple(r.id for r in direct if r.for_sale),
    )


def bot_of_routines(routines: tuple[Routine, ...], rows: Array, compiled: Compiled) -> Bot:
    """A bot that plays another routine in each row of a batch.

    Args:
        routines: some of them.
        rows: (B,) which routine each episode of the batch follows.
        compiled: the scenario.
    """
    table = compiled.rules.moves
    number = {"": 0, **{name: i for i, name in enumerate(table.ids)}}

    def column(name: str) -> Array:
        """An attribute of the routines by row (B, 1); moves as numbers."""
        values = [getattr(r, name) for r in routines]
        return np.array([number[v] if isinstance(v, str) else v for v in values], dtype=np.int64)[rows][:, None]

    first, second, rest, ask, day = (column(name) for name in ("first", "second", "rest", "ask", "day"))
    post, every = column("post")[:, 0], column("every")[:, 0]
    when = np.array([WHEN.index(r.when) for r in routines])[rows][:, None]
    with_content = needs_content(compiled.rules)

    def policy(sight: Sight) -> Wishes:
        book = sight.ledger
        odd = (book.contacts % 2 == 1) & (second > 0)
        turn, other = np.where(odd, second, first), np.where(odd, first, second)
        move = np.where(possible(sight, compiled.rules, turn), turn, other)
        move = np.where(possible(sight, compiled.rules, move) & (book.contact_age >= rest), move, 0)
        asks = (ask > 0) & (sight.day >= day) & (book.bought < 0.5)
        asks &= np.where(when == 0, book.asks < 0.5, np.where(when == 1, True, seems_ready(sight)))
        move = np.where(asks, ask, move)
        content = np.where(with_content[move], sight.best_content, -1)
        move = np.where(with_content[move] & (content < 0), 0, move)
        posted = np.where((post > 0) & ((sight.day - 1) % every == 0), post, 0)
        topical = np.where(with_content[posted], sight.popular_content, -1)
        return Wishes(
            move=move,
            content=content,
            priority=np.minimum(book.contact_age, 100.0) + np.where(asks, 1000.0, 0.0),
            post=np.where(with_content[posted] & (topical < 0), 0, posted),
            post_content=topical,
        )

    return Bot("routines", policy, "Routines.", asks=True, posts=True, broadcasts=True, stochastic=False)


def bot_of_routine(routine: Routine, compiled: Compiled) -> Bot:
    """The bot that plays one routine in a single game."""
    return bot_of_routines((routine,), np.zeros(1, dtype=np.int64), compiled)


def simpler(routine: Routine) -> tuple[Routine, ...]:
    """The routines that tell less: one part left out or made plainer."""
    ideas = [
        replace(routine, second=""), replace(routine, first=routine.second, second=""),
        replace(routine, post="", every=1), replace(routine, ask="", when="once", day=1), replace(routine, rest=0),
        replace(routine, every=1), replace(routine, day=1),
        replace(routine, when="once"), replace(routine, when="daily"),
    ]  # fmt: skip
    return tuple(r for r in dict.fromkeys(ideas) if r.size < routine.size)
