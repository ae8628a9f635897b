"""Who starts for the first time elsewhere is offered the scenario that teaches: a choice, no force."""

from dataclasses import replace

from game.ui.common.shared_actions import Start
from game.ui.play import play_actions as act
from game.ui.play.play_state import ConfirmBox
from game.ui.play.reading_views import FIRST, begin_of
from tests.ui.gallery import SCREENS
from tests.ui.stage import Stage


def test_the_first_start_elsewhere_offers_both():
    """The question leads to the scenario that teaches, or to the chosen one."""
    stage = Stage()
    SCREENS["choose_new"](stage)
    box = stage.model.dialog
    assert isinstance(box, ConfirmBox)
    assert box.action == Start(FIRST)
    assert box.other == Start("bakery")


def test_whoever_has_played_or_chooses_it_begins_at_once():
    """No question where it would teach nothing."""
    stage = Stage()
    stage.act(act.ToChoose())
    page = stage.model.page
    cards = tuple(replace(card, id=FIRST) if n == 0 else card for n, card in enumerate(page.cards))
    for known in (replace(page, cards=cards), replace(page, cards=cards, new_here=True)):
        assert isinstance(begin_of(known, cards[0]), Start)
    assert isinstance(begin_of(replace(page, cards=cards), cards[1]), Start)
    assert isinstance(begin_of(replace(page, new_here=True), page.cards[1]), Start), "where there is none that teaches"
