"""How well the notebook read people: its guesses as forecasts over all motives, against knowing nobody.

A guess of a motive with a sureness is a forecast: that probability on the motive, and the rest spread over the others
as common as they are. A forecast errs by the squared distance from what is true, over all motives (Brier 1950). The
score sets that error against the error of the forecast that only knows how common each motive is. The error is a
proper one (Gneiting, Raftery 2007): whoever writes down what they believe does best on average.
"""

from collections.abc import Sequence

import numpy as np

from game.coach.hindsight.belief import Belief
from game.model.arrays import Array
from game.session.live.differences import DID
from game.session.playthrough import Playthrough
from game.session.story.clues_of_signals import HINTS
from game.session.words.numbers_told import listed

READS = "look_around"
KNOWN = 0.75
"""From this chance of the true motive on, a perfect reader counts as knowing it."""


def forecast(common: Array, motive: int, sure: float) -> Array:
    """A guess as probabilities of all motives (M,); they sum to 1.

    Args:
        common: (M,) how common each motive is; sums to 1.
        motive: number of the one that was guessed.
        sure: 0..1, its probability.

    >>> forecast(np.array([0.5, 0.3, 0.2]), 1, 0.3).round(3).tolist()
    [0.5, 0.3, 0.2]
    """
    others = np.where(np.arange(len(common)) == motive, 0.0, common)
    if not others.any():
        others = np.where(np.arange(len(common)) == motive, 0.0, 1.0)
    spread: Array = (1.0 - sure) * others / max(others.sum(), 1e-300)
    spread[motive] = sure
    return spread


def error(probabilities: Array, truth: int) -> float:
    """Squared distance of a forecast (M,) from what is true, over all motives, 0..2 (Brier 1950).

    >>> error(np.array([0.0, 1.0]), 1), error(np.array([0.0, 1.0]), 0)
    (0.0, 2.0)
    """
    true = np.arange(len(probabilities)) == truth
    return float(((probabilities - true) ** 2).sum())


def skill(forecasts: Sequence[Array], truths: Sequence[int], common: Array) -> float:
    """100 when every forecast was sure and right, 0 when they erred as much as `common` does, below 0 when more.

    Args:
        forecasts: (M,) each, one for each person.
        truths: the number of each person's motive.
        common: (M,) how common each motive is; sums to 1.
    """
    known = sum(error(one, truth) for one, truth in zip(forecasts, truths, strict=True))
    unknown = sum(error(common, truth) for truth in truths)
    if not unknown:  # everybody is of the one motive there is: nothing can be learnt of anybody
        return 0.0
    return 100.0 * (1.0 - known / unknown)


def notebook_score(now: Playthrough) -> float:
    """How well the notebook read those who have come so far, at most 100; who is not in it counts as common."""
    ids, motives = now.compiled.ids, now.compiled.rules.motives
    common = now.compiled.cast.mix / now.compiled.cast.mix.sum()
    came = [ids[c] for c in np.flatnonzero(now.position.people.arrives[0] <= len(now.history))]
    noted = {who: now.guesses.get(who) for who in came}
    forecasts = [
        forecast(common, motives.index(guess.motive), guess.sure / 100.0) if guess else common
        for guess in noted.values()
    ]
    return skill(forecasts, [motives.index(now.people[who].motive) for who in came], common)


def perfect_score(now: Playthrough, belief: Belief) -> float:
    """How well a perfect reader of what was seen would have read those who have come so far, as `notebook_score`.

    Args:
        now: the playthrough.
        belief: of this very playthrough.
    """
    ids, motives = now.compiled.ids, now.compiled.rules.motives
    common = now.compiled.cast.mix / now.compiled.cast.mix.sum()
    came = [int(c) for c in np.flatnonzero(now.position.people.arrives[0] <= len(now.history))]
    return skill(
        [belief.motives[-1, c] for c in came], [motives.index(now.people[ids[c]].motive) for c in came], common
    )  # fmt: skip


def known_from(belief: Belief, column: int, motive: int) -> int:
    """The first morning on which a perfect reader gave a motive a chance of `KNOWN`; 0 when there was none.

    Args:
        belief: of a run.
        column: of the follower.
        motive: row.
    """
    sure = np.flatnonzero(belief.motives[:, column, motive] >= KNOWN)
    return int(sure[0]) + 1 if len(sure) else 0


def known_sentence(now: Playthrough, belief: Belief, column: int) -> str:
    """Since when the signs alone told what a follower is; or that they did not. Words may have told it before."""
    person = now.people[now.compiled.ids[column]]
    motive = now.compiled.rules.motives.index(person.motive)
    title, day = now.setup.speaker.motive(person.motive).title, known_from(belief, column, motive)
    if day == 0:
        chance = f"{100 * belief.motives[-1, column, motive]:.0f} %"
        return f"The signs alone did not tell: in the end they gave the true one, “{title}”, only {chance}."
    if day > len(now.history):
        return f"The signs alone told “{title}” after the last day, and not before."
    if day == 1:
        return f"The signs told “{title}” from the start."
    heard, clue = now.story.known[person.id].notices.get(HINTS.get(person.motive, ""), (0, None))
    if clue is not None and heard < day:
        told = f"Words hinted at “{title}” on day {heard} (“{clue.title}”); the signs alone told it on day {day}."
    else:
        told = f"By the signs alone “{title}” could not be known before day {day}."
    return f"{told} {sign_told(now, person.id, day)}"


def sign_told(now: Playthrough, who: str, day: int) -> str:
    """What was seen of somebody in the night before a morning, and where it can be read.

    Args:
        now: the playthrough.
        who: id of the follower.
        day: 2..; the morning on which the signs were enough.
    """
    first, night = now.people[who].first, now.story.nights[day - 2]
    seen = list(dict.fromkeys(item.signal for item in night.items if item.follower == who))
    read = any(item.who == who and item.move == READS for item in now.history[day - 2].items)
    did = [f"{first} {listed([DID[signal] for signal in seen])}"] if seen else []
    found = [*["you read what stands on the page"] * read, *did] or [
        f"{first} did nothing, and that said something, too"
    ]
    where = f" You find it in your talk with {first}, under day {day - 1}." if read or seen else ""
    return f"What was still wanting came in the night before: {listed(found)}.{where}"
