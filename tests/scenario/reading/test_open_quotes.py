"""Quotes that are opened and never closed spoil nothing else that is told of the file."""

import pytest

from game.scenario import load_text
from game.scenario.reading.written_slips.value_slips import NEVER_CLOSED

HEAD = "scenario_format: 1\ntitle: T\nbusiness: {name: B, trade: dairy}\nfollowers:\n"
WILF = "  wilf:\n    name: Wilf Garner\n    wants: WANTS\n    loves: {gates: 90}\n"
CLOSED, OPEN = '"Somebody to walk with."', '"Somebody to walk with.'
OTHERS = {
    "a tab": "  dora:\n    name: Dora Pike\n\tbio: Vans.\n    loves: {vans: 80}\n",
    "a text with a colon": "  dora:\n    name: Dora Pike\n    bio: Vans: cells and curtains.\n",
    "a misspelt key": "  dora:\n    name: Dora Pike\n    bioo: Vans.\n",
    "a key without its colon": "  dora:\n    name Dora Pike\n    bio: Vans.\n",
    "a colon without its space": "  dora:\n    name:Dora Pike\n    bio: Vans.\n",
    "braces that stay open": "  dora:\n    name: Dora Pike\n    loves: {vans: 80\n",
    "a tab and a text with a colon": "  dora:\n    name: Dora Pike\n\tbio: Vans.\n    wants: One dairy: hers.\n",
    "nothing else": "  dora:\n    name: Dora Pike\n    bio: Vans.\n",
}


def told(text):
    """What is told of a scenario: places, messages and hints."""
    return {(p.line, p.code, p.message, p.hint) for p in load_text(HEAD + text).problems}


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("mark", ['"', "'"])
def test_an_open_quote_above_spoils_no_other_hint(other, mark):
    """Whatever is told of another line alone is told beside the open quotes as well, and these in their place."""
    alone = told(WILF.replace("WANTS", CLOSED.replace('"', mark)) + OTHERS[other])
    both = told(WILF.replace("WANTS", OPEN.replace('"', mark)) + OTHERS[other])

    assert {(line, hint) for line, _, _, hint in both - alone} == {(7, NEVER_CLOSED)}
    assert alone <= both


@pytest.mark.parametrize("text", ['"Somebody to\n      walk with."', '"Somebody: to\n\n      walk with."'])
def test_a_text_in_quotes_may_run_over_several_lines(text):
    """It is closed further down, and nothing is told of it."""
    assert told(WILF.replace("WANTS", text) + OTHERS["nothing else"]) == set()
