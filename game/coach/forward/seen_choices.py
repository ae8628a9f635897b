"""A player's own choices, with what could be seen before each: all that their habits are read from.

They are made of `VisibleRun`, so nothing hidden can be in them. One occasion is one follower on one morning; who is
not there gives none, and who has bought gives none to ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.bots.habits import TALKED_DAYS
from game.coach.forward.asking_signs import asking_columns, signs_seen
from game.coach.hindsight.visible import VisibleDay, VisibleRun
from game.engine.fresh_for_days import NEWS_DAYS, SHARE_DAYS
from game.model import Ledger
from game.model.arrays import Array
from game.model.state import HAPPENED, NEED_LATELY

CUES = ("waits", "news", "shared", "talk", "new", "stands", "quiet")
"""What can be seen of somebody, the first that holds: a message of theirs waits; they have good news; they have shared
something; they have said something since your last message; you have never written to them; your last message
stands unanswered; nothing of all this."""
RESTS = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0)
"""Age of your last message in days, where each kind of pause begins; 0 is yesterday. The last kind has no end."""
FINER = 8  # kinds of each cue
KINDS = FINER * len(CUES)
FITS = 0.55  # what a content must seem to be worth, to seem to fit
UNSAID = ("new", "stands", "quiet")
"""Cues in which nobody has said anything: whoever writes then writes unasked."""


@dataclass(frozen=True, eq=False)
class SeenChoices:
    """N occasions of some runs."""

    run: Array  # (N,) int, place of the run
    signs: Array  # (N, S) boolean, of `asking_signs`
    columns: Array  # (N, S + R) what the policy weighs, of `asking_signs`
    cue: Array  # (N,) int, of `CUES`
    kind: Array  # (N,) int, 0..`KINDS` − 1: the cue, whether the profile was read, whether a content seems to fit
    last: Array  # (N,) of ids, your last move to them, "" for none
    pause: Array  # (N,) age of your last message in days, 0 for yesterday, or NEVER
    free: Array  # (N,) boolean, has not bought
    asked: Array  # (N,) boolean
    move: Array  # (N,) of ids of moves, "" for none
    posts: tuple[str, ...]  # one for each day, "" where there was none
    post_runs: tuple[int, ...]  # place of the run of each of these days

    @property
    def asks(self) -> int:
        """How often was asked."""
        return int(self.asked.sum())

    def of_runs(self, some: Sequence[int]) -> "SeenChoices":
        """The choices of some of the runs, by their places."""
        rows = np.isin(self.run, list(some))
        days = [i for i, run in enumerate(self.post_runs) if run in set(some)]
        return SeenChoices(
            run=self.run[rows], signs=self.signs[rows], columns=self.columns[rows], cue=self.cue[rows],
            kind=self.kind[rows], last=self.last[rows], pause=self.pause[rows], free=self.free[rows],
            asked=self.asked[rows], move=self.move[rows], posts=tuple(self.posts[i] for i in days),
            post_runs=tuple(self.post_runs[i] for i in days),
        )  # fmt: skip


def cues_of(book: Ledger) -> Array:
    """The cue of everybody (B, F), numbers of `CUES`, by what can be seen alone."""
    since = book.contact_age
    return np.select(
        [
            book.waiting < HAPPENED,
            (book.news_age <= NEWS_DAYS) & (since > book.news_age),
            (book.shared_age <= SHARE_DAYS) & (since > book.shared_age),
            (book.talk_age <= since) & (book.talk_age <= TALKED_DAYS),
            book.contacts < 1.0,
            book.standing >= 1.0,
        ],
        range(len(CUES) - 1), len(CUES) - 1,
    )  # fmt: skip


def kinds_of(book: Ledger, seems: Array) -> Array:
    """Finer kinds of cue (B, F), 0..`KINDS` − 1, by what can be seen alone.

    Args:
        book: of the morning.
        seems: (B, F, C) what contents seem worth, as far as profiles were read.
    """
    fits = seems.max(axis=-1) >= FITS if seems.shape[-1] else np.zeros(book.present.shape, dtype=bool)
    needed = book.need_age <= NEED_LATELY
    return np.asarray(((cues_of(book) * 2 + (book.looked > 0.5)) * 2 + fits) * 2 + needed)


def pauses_of(days: Array) -> Array:
    """Kinds of pause, 0..len(RESTS) − 1, of days since a message, in their shape.

    >>> pauses_of(np.array([0.0, 1.0, 4.0, 999.0])).tolist()
    [0, 1, 3, 5]
    """
    return np.asarray(np.searchsorted(RESTS, days, side="right").clip(1, len(RESTS)) - 1)


def choices_seen(runs: Sequence[VisibleRun]) -> SeenChoices:
    """The choices of some runs, each with what could be seen before it.

    Args:
        runs: of one player, the first one first; they may be of several scenarios.

    Raises:
        ValueError: there is none.
    """
    if not runs:
        raise ValueError("expected a run or more, got none")
    rows = [(place, *_day_seen(run, day)) for place, run in enumerate(runs) for day in run.days]
    columns = list(zip(*rows, strict=True))
    counts = [len(signs) for signs in columns[1]]
    names = tuple(SeenChoices.__dataclass_fields__)[1:-2]
    some: dict[str, Any] = {n: np.concatenate(column) for n, column in zip(names, columns[1:-1], strict=True)}
    runs_of = np.repeat(np.array(columns[0]), counts)
    return SeenChoices(run=runs_of, posts=tuple(columns[-1]), post_runs=tuple(columns[0]), **some)


def _day_seen(run: VisibleRun, day: VisibleDay) -> tuple[Any, ...]:
    book, moves = day.ledger, run.compiled.rules.moves
    here = book.present > 0.5
    signs, ids = signs_seen(book, day.day, run.compiled.days), np.array(["", *moves.ids[1:]])
    asks = moves.for_sale[day.plan.move]
    post = int(day.plan.post[0])
    found = (
        signs, asking_columns(book, signs), cues_of(book), kinds_of(book, day.seems), ids[book.last_move],
        book.contact_age, book.bought < 0.5, asks, ids[day.plan.move],
    )  # fmt: skip
    return (*(array[here] for array in found), moves.ids[post] if post else "")
