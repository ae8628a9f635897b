"""Counting a vote: the most votes win, chance decides between equals, and says so."""

import hashlib
from collections import Counter
from collections.abc import Mapping

from game.host.room.questions import Question
from game.host.room.room_state import VoteCount


def counted(
    question: Question, votes: Mapping[str, str], tables: Mapping[str, str], seed: int, by_table: bool
) -> VoteCount:
    """A vote that is over.

    Args:
        question: what was asked.
        votes: guest -> option, "" for none of them.
        tables: guest -> table, "" for none.
        seed: of the room's chance.
        by_table: each table has one vote, that of most of its guests; who sits at none votes alone.
    """
    ballots = _by_table(votes, tables, question.number, seed) if by_table else list(votes.values())
    tally = Counter({option.id: 0 for option in question.options})
    tally.update(b for b in ballots if b)
    winner, drawn = _most(tally, f"{seed} {question.number}")
    return VoteCount(question, dict(votes), {option: float(n) for option, n in tally.items()}, winner, drawn)


def _most(tally: Mapping[str, int], luck: str) -> tuple[str, bool]:
    """The option with most votes, and whether chance decided; "" when there are no votes."""
    best = max(tally.values(), default=0)
    if not best:
        return "", False
    equal = sorted(option for option, n in tally.items() if n == best)
    place = int.from_bytes(hashlib.sha256(luck.encode()).digest()[:6]) % len(equal)
    return equal[place], len(equal) > 1


def _by_table(votes: Mapping[str, str], tables: Mapping[str, str], number: int, seed: int) -> list[str]:
    together: dict[str, Counter[str]] = {}
    alone = []
    for guest, option in votes.items():
        table = tables.get(guest, "")
        if not table:
            alone.append(option)
        elif option:
            together.setdefault(table, Counter())[option] += 1
    return alone + [_most(tally, f"{seed} {number} {table}")[0] for table, tally in sorted(together.items())]
