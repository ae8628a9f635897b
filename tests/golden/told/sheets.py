"""How tellers are written down: each sentence once, with for how many facts it is told and the first of these."""

from collections.abc import Iterable

Told = tuple[str, str]
"""Facts, in short, and what is told of them."""


def sheet(told: Iterable[Told]) -> str:
    """The sentences in their order. One that is told of other facts than before has another count beside it."""
    facts_of: dict[str, list[str]] = {}
    for facts, words in told:
        facts_of.setdefault(words, []).append(facts)
    return "".join(f"{words or '(nothing)'}  [{_facts(facts)}]\n" for words, facts in facts_of.items())


def _facts(facts: list[str]) -> str:
    return f"{len(facts)} times, first {facts[0]}" if len(facts) > 1 else facts[0]
