"""What a seller sells, as their profile says it: one trade for a whole run."""

import re
from collections.abc import Mapping

from game.session.words.personas import Persona

TRADES: Mapping[str, str] = {
    "books": r"bookkeep\w*|accounts|numbers all day|paperwork|invoices?|your books|tax(es)?",
    "websites": r"web ?(site|page|design)s?",
    "print": r"print|signs?, vans|labels?|packaging|paper in its drawer",
    "hours": r"rotas?|processes|less busy|software",
    "insurance": r"insurance|under water",
}
"""Trades that lines of the house name, each with the words by which a profile or a line gives it away."""
_FOUND = {trade: re.compile(rf"\b({words})\b", re.IGNORECASE) for trade, words in TRADES.items()}


def trade_named(text: str) -> str:
    """The trade that a text names; "" for none.

    >>> trade_named("Your website should work as hard as you do."), trade_named("Sings bass.")
    ('websites', '')
    """
    return next((trade for trade, words in _FOUND.items() if words.search(text)), "")


def trade_of(person: Persona) -> str:
    """What somebody sells, as far as the profile says it; "" for nothing, or nothing that a line of the house names."""
    return trade_named(person.bio) if person.motive == "seller" else ""
