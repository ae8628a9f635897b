"""The month after the last day in words: who stayed, who left, and what they did without a word of yours."""

from game.coach.looking_back.month.month_after import EpilogueLife
from game.scenario.texts.first_names import first_name
from game.session.words.numbers_told import counted_of, listed

TITLE = "A month later"
REASONS = ((True, "left for reasons of their own"), (False, "left, and what you had done made it likelier"))
"""Whether somebody left by themselves, and the words for it."""


def month_told(lives: tuple[EpilogueLife, ...]) -> tuple[tuple[str, str], ...]:
    """What became of those who still followed on the last evening, in a lesson; nothing before the end.

    Args:
        lives: of the epilogue.
    """
    if not lives:
        return ()
    stayed = sum(not life.left for life in lives)
    parts = [f"{counted_of(stayed, len(lives))} who still followed on the last evening are there yet"]
    for own, words in REASONS:
        gone = [life for life in lives if life.left and life.by_themselves == own]
        if gone:
            parts.append(f"{listed([f'{first_name(life.name)} (night {life.left})' for life in gone])} {words}")
    for did, words in (
        ([life for life in lives if life.praised], "spoke well of you to others"),
        ([life for life in lives if life.complained], "complained"),
        ([life for life in lives if life.elsewhere], "bought elsewhere"),
    ):
        if did:
            parts.append(f"{listed([first_name(life.name) for life in did])} {words}")
    rose = [life.trust[-1] - life.trust[0] for life in lives if not life.left]
    trust_told = f" Trust went from {_mean(lives, 0)} to {_mean(lives, -1)} on average." if rose else ""
    text = f"{'; '.join(parts)}.{trust_told} The score is taken at the end of this month, in which you did nothing."
    return ((TITLE, f"{text[:1].upper()}{text[1:]}"),)


def _mean(lives: tuple[EpilogueLife, ...], at: int) -> str:
    some = [life.trust[at] for life in lives if not life.left]
    return f"{sum(some) / len(some):.0f}"
