"""Each guess of the notebook against what was true, and against what a perfect reader believed on that very day.

A perfect reader of signs counts as knowing from the first morning on which the true motive has a chance of `KNOWN`. The
reader has seen what the player had seen when they wrote: everything before that day's own night. Words are not read, so
whoever knew earlier may have read them well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.coach.hindsight.belief import Belief
from game.coach.hindsight.marked_decision import percent
from game.coach.hindsight.notebook import KNOWN, known_from
from game.session.playthrough import Playthrough
from game.session.story.clues_of_signals import HINTS
from game.session.view import Guess


@dataclass(frozen=True)
class JudgedGuess:
    """A guess as it stood at the end of the day on which it was written."""

    day: int  # 1..; the day after the last one for what was written when all was over
    follower: str
    motive: str  # id of the guess
    sure: int  # 25, 50, 75 or 100 per cent
    right: bool
    reader: float  # 0..1, what a perfect reader of that day gave the guess
    reader_true: float  # 0..1, and what was true
    known_from: int  # the first morning on which a perfect reader knew; 0 when there was none
    sentence: str

    @property
    def was_knowable(self) -> bool:
        """Whether a perfect reader of that day knew what was true."""
        return self.reader_true >= KNOWN


def judged_guesses(
    now: Playthrough, mornings: Mapping[int, Playthrough], belief: Belief
) -> dict[str, tuple[JudgedGuess, ...]]:
    """The guesses by follower, those of each in the order of days; who was never noted is left out.

    What was struck out is no guess, and what was changed on the same day is the last one written on it.

    Args:
        now: the playthrough.
        mornings: the run as it stood on each of its mornings; 1..days + 1.
        belief: of this very playthrough.
    """
    found = {}
    for column, who in enumerate(now.compiled.ids):
        some = tuple(_judged(now, belief, column, day, guess) for day, guess in _written(now, mornings, who))
        if some:
            found[who] = some
    return found


def guesses_summed_up(guesses: Sequence[JudgedGuess]) -> str:
    """How many guesses were right, and how many of the others could not have been known yet; "" without any."""
    if not guesses:
        return ""
    right, wrong = sum(g.right for g in guesses), [g for g in guesses if not g.right]
    told = f"Of {len(guesses)} guesses {right or 'none'} {'was' if right == 1 else 'were'} right"
    others = "of the other one" if len(wrong) == 1 else f"of the other {len(wrong)}" if right else "of all"
    if len(guesses) == 1:
        told, others = f"Your one guess was {'right' if right else 'not right'}", "of it"
    known = sum(g.was_knowable for g in wrong)
    if not wrong:
        return f"{told}."
    if known == len(wrong):
        return f"{told}; {others} the signs of that day already told the truth."
    if not known:
        return f"{told}; {others} the truth could not yet be known by the signs of that day."
    return f"{told}; {others}, the signs of that day already told the truth of {known}."


def _written(now: Playthrough, mornings: Mapping[int, Playthrough], who: str) -> Iterator[tuple[int, Guess]]:
    """Each guess on somebody with the day on which it was written."""
    before: Guess | None = None
    for day in range(1, len(now.history) + 2):
        evening = mornings.get(day + 1, now)
        after = evening.guesses.get(who)
        if after is not None and after != before:
            yield day, after
        before = after


def _judged(now: Playthrough, belief: Belief, column: int, day: int, guess: Guess) -> JudgedGuess:
    motives, who = now.compiled.rules.motives, now.compiled.ids[column]
    truth = now.people[who].motive
    weighed = belief.motives[day - 1, column]
    known = known_from(belief, column, motives.index(truth))
    reader, reader_true = float(weighed[motives.index(guess.motive)]), float(weighed[motives.index(truth)])
    titles = now.setup.speaker.motive(guess.motive).title, now.setup.speaker.motive(truth).title
    days = len(now.history)
    written = f"Day {day}" if day <= days else "After the last day"
    head = f"{written}: “{titles[0]}”, {guess.sure} % sure."
    said = said_in_words(now, who)
    by_words = 0 < said <= day and reader_true < KNOWN
    if guess.motive == truth:
        how = f"and it had been said in words by day {said}" if by_words else _right(day, reader_true, known, days)
        words = f"{head} Right, {how}."
    else:
        how = f": it had been said in words by day {said}" if by_words else _wrong(day, reader_true, known, days)
        words = f"{head} It was “{titles[1]}”{how}."
        if reader_true < KNOWN:
            words += f" A perfect reader gave “{titles[0]}” {percent(reader)} that day."
    return JudgedGuess(
        day=day, follower=who, motive=guess.motive, sure=guess.sure, right=guess.motive == truth, reader=reader,
        reader_true=reader_true, known_from=known, sentence=words,
    )  # fmt: skip


def said_in_words(now: Playthrough, who: str) -> int:
    """The day by which somebody had said in words why they follow, as a clue was noted of it; 0 where they never did.

    A reader of signs counts what people do, and not what they say.
    """
    clue = HINTS.get(now.people[who].motive, "")
    found = now.story.known[who].notices.get(clue)
    return found[0] if found else 0


def _right(day: int, chance: float, known: int, days: int) -> str:
    """What a perfect reader of that day knew of a guess that was right."""
    if chance >= KNOWN:
        return f"and the signs of {_that_day(day, days)} already said so to a perfect reader ({percent(chance)})"
    if not known:
        return f"though the signs alone never told it ({percent(chance)} that day)"
    if known < day:
        return f"though the signs, which had said so on day {known}, left it open again ({percent(chance)} that day)"
    return f"though by the signs alone nobody could have known before {_when(known, days)} ({percent(chance)} that day)"


def _wrong(day: int, chance: float, known: int, days: int) -> str:
    """What a perfect reader of that day knew of the truth, where the guess was another one."""
    if chance >= KNOWN:
        return f", and the signs of {_that_day(day, days)} already said so to a perfect reader ({percent(chance)})"
    if not known:
        return "; by the signs alone nobody could have known at any time"
    if known < day:
        return f"; the signs had said so on day {known}, and left it open again ({percent(chance)} that day)"
    return f"; by the signs alone nobody could have known before {_when(known, days)}"


def _that_day(day: int, days: int) -> str:
    return f"day {day}" if day <= days else "all days"


def _when(known: int, days: int) -> str:
    return f"day {known}" if known <= days else "the last day was over"
