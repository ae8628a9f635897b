"""An apology says what it is for, where the player has done something that can be named."""

import pytest

from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.turns import words_of
from tests.plays import SHIPPED, compiled, session

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


def pass_a_day(game):
    """Does nothing for a day, and gives the last answer to whatever else waits for one."""
    for waits in game.playthrough.waiting_events():
        game.do(AnswerEvent(waits, len(game.playthrough.compiled.scenario.timeline[waits].choices) - 1))
    game.do(EndDay())


def sent_by(name):
    """Whose answer to which event sends a message to everybody, in a scenario: event and number of the answer."""
    for event, written in compiled(name).scenario.timeline.items():
        for number, choice in enumerate(written.choices):
            if choice.do and choice.do.move == "blast_dm" and "everyone" in choice.do.who:
                yield event, number


EVENTS = [(name, *sent) for name in SHIPPED for sent in sent_by(name)]


@pytest.mark.parametrize("later", [0, 1])
@pytest.mark.parametrize(("name", "event", "number"), EVENTS)
def test_an_apology_names_the_message_that_an_answer_sent(name, event, number, later):
    """Whoever answered “Send it to everybody” is sorry for that, to each of those who got it."""
    game = session(name)
    while event not in game.playthrough.waiting_events():
        pass_a_day(game)
    game.do(AnswerEvent(event, number))
    for _ in range(later):
        pass_a_day(game)
    for who in [f.id for f in game.view().followers if f.following][:4]:
        written, _ = words_of(game.playthrough, PlanMove("apologise", who))
        assert any(words in written.text for words in DEEDS["blast_dm"]), written.text


def test_there_are_such_events():
    """The case is one that ships."""
    assert len(EVENTS) >= 2
