"""An apology says what it is for, where the player has done something that can be named."""

import pytest

from game.session.entries import EndDay, PlanMove
from tests.plays import session

DEEDS = {
    "blast_dm": ("the same as everybody", "went to all of you", "filled your inbox"),
    "propose": ("asked you to buy", "asked before I thought", "thinking of the sale"),
    "ask_to_share": ("speak for us",),
}


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("deed", DEEDS)
def test_an_apology_names_the_deed(deed, seed):
    """The day after a message to all, a question to buy, a favour: never only “if I have done something”."""
    game = session("slow_roast", seed)
    who = next(f.id for f in game.view().followers if f.following)
    game.do(PlanMove(deed, "" if deed == "blast_dm" else who))
    game.do(EndDay())
    if not any(f.id == who and f.following for f in game.view().followers):
        return  # they have left over it
    game.do(PlanMove("apologise", who))
    game.do(EndDay())
    thread = next(f for f in game.view().followers if f.id == who).thread

    said = next(item.text for item in thread if item.kind == "apologise")
    assert any(words in said for words in DEEDS[deed]), said
