"""What somebody says before a matter of their own, so that it is not taken for the answer to what you wrote."""

from collections.abc import Sequence
from functools import cache

from game.scenario.texts.house_talks import SAID_BEFORE, tails
from game.scenario.texts.texts import Line
from game.session.words.spoken import Occasion
from game.session.words.talking.talk_lines import ASKING, FOLLOWED, SETTLING, TELLING


@cache
def _leads() -> tuple[str, ...]:
    return tuple(line.text for kind in SAID_BEFORE for line in tails()[kind])


def matter_alone(text: str) -> str:
    """A message without what is said before a matter of their own: where there is room for a part, that is the part.

    Args:
        text: as it was written.
    """
    lead = next((lead for lead in _leads() if text.startswith(f"{lead} ")), "")
    return text[len(lead) :].lstrip()


SMALL = "two_news"
"""A claim of words for something too small to be news."""
PRAISES = "share_compliment"
"""What they say of you where others read it: no answer to a question of yours."""
OF_A_LIFE = ("own.answer_warm.", "own.answer_short.")
"""How the keys of an author's clues begin, which are let slip in an answer and answer no question of their own."""


def said_before(signal: str, occasion: Occasion, lines: Sequence[Line], key: str = "") -> str:
    """The kind of what is said first, an entry of `tails.yaml`; "" where nothing need be.

    Args:
        signal: what they say of their own accord.
        occasion: its evening.
        lines: from which the words themselves are chosen; some bridge from the answer by themselves.
        key: of the line that was chosen.
    """
    if occasion.answering == "ask_about_them" and key.startswith(OF_A_LIFE):
        return "since_you_ask"
    if signal == PRAISES:
        return "to_others" if occasion.asked and occasion.beside not in SETTLING else ""
    if signal not in (*ASKING, *TELLING):
        return ""
    if signal == "need_shows" and not FOLLOWED.isdisjoint(occasion.true):
        return ""  # it takes up what you wrote
    settled = occasion.beside in SETTLING
    if occasion.asked and not settled:
        if SMALL in occasion.true:
            return "another_matter"  # too small a thing to be announced
        return "meanwhile" if signal in ASKING else "first_this"
    if signal in ASKING or not occasion.wrote:
        return ""  # a question is taken for no answer
    if settled:
        bridges = (line for line in lines if occasion.beside in line.beside)
        return "" if any(occasion.true.issuperset(line.claims) for line in bridges) else "besides"
    return "another_matter"
