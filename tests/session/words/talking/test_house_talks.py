"""The talks of the house: enough of them, whole, and such that a question has answers written for it."""

import re

import pytest

from game.model.cast.motives import BUILT_IN as MOTIVES
from game.model.signals import Signal
from game.scenario.texts import builtin
from game.session.words.talking.written_talks import OPENS

TALKS = builtin.talks()
HUMAN = tuple(motive.id for motive in MOTIVES if motive.id != "bot")


def test_there_are_sixty_talks_in_twelve_fields_of_life() -> None:
    """Each tells a fact of its own, so that talks do not repeat themselves."""
    assert len(TALKS) >= 60
    assert len({talk.id.split(".")[0] for talk in TALKS}) >= 12
    assert len({talk.fact for talk in TALKS}) == len(TALKS)


@pytest.mark.parametrize("move", OPENS)
def test_whoever_loves_nothing_that_is_known_can_be_asked_again_and_again(move: str) -> None:
    """Eight talks at least need no topic."""
    assert len([t for t in TALKS if t.starts == move and not t.topics and not t.after]) >= 8


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.id)
def test_a_talk_has_four_to_six_lines_and_both_moods_in_each_turn(talk) -> None:
    """Warm and short answers, and words of yours, in each of two or three turns."""
    assert 2 <= len(talk.turns) <= 3
    for turn in talk.turns:
        assert turn.you
        assert len([line for line in turn.warm if not line.motive]) >= 2
        assert len(turn.short) >= 1 + (turn is talk.turns[0])


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.id)
def test_a_follow_up_names_what_was_told_and_the_first_question_does_not(talk) -> None:
    """Somebody who is asked for the first time has told nothing yet; who is asked again hears their own word for it."""
    telling = {word for word in re.findall(r"\w{4,}", talk.fact.lower()) if word not in {"that", "with", "from"}}
    telling = telling or set(re.findall(r"\w{3,}", talk.fact.lower())) - {"the"}
    for turn in talk.turns[1:2]:
        for line in turn.you:
            assert telling & set(re.findall(r"\w+", line.text.lower())), line.text
    assert not any(talk.fact in line.text for line in talk.turns[0].you)
    assert re.match(r"(the|a) ", talk.fact)
    assert not re.search(r"\b(my|your|his|her|their|our)\b", talk.fact)


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.id)
def test_nothing_in_a_talk_is_left_to_be_filled_in(talk) -> None:
    """No placeholder, nothing too long for a bubble, and every line ends as a sentence does."""
    for turn in talk.turns:
        for line in (*turn.you, *turn.warm, *turn.short, *talk.thanks):
            assert "{" not in line.text
            assert len(line.text) <= 240
            assert re.search(r"[.!?”]$", line.text), line.text


@pytest.mark.parametrize("kind", ["warm", "short"])
@pytest.mark.parametrize("motive", HUMAN)
def test_each_motive_has_something_of_its_own_to_add(motive: str, kind: str) -> None:
    """Three lines at least, warm and short."""
    assert len([line for line in builtin.tails()[kind] if line.motive == (motive,)]) >= 3


@pytest.mark.parametrize(
    "signal", [Signal.QUESTION, Signal.ASKS_PRICE, Signal.ASKS_HOW, Signal.DANGLES_ORDER, Signal.ASKS_FOR_FRIEND,
               Signal.PITCHES_YOU],
    ids=lambda signal: signal.id,
)  # fmt: skip
def test_everything_they_ask_can_be_answered_to_the_point(signal: Signal) -> None:
    """Each question has its own answers, and a reply to one of them or to each."""
    for line in builtin.signals()[signal.id].lines:
        if line.motive != ("peer",) or signal is Signal.QUESTION:
            assert line.answers, line.text
        assert not line.replies or len(line.replies) in {1, len(line.answers)}, line.text


@pytest.mark.parametrize("signal", [Signal.NEED_SHOWS, Signal.COMPLAINT, Signal.WONDERS, Signal.QUESTION])
def test_what_authors_let_people_ask_has_answers_for_its_kind(signal: Signal) -> None:
    """Lines of a scenario need not bring answers along; the house has some that suit any question of the kind."""
    kind = [line for line in builtin.moves()["answer"].say if signal.id in line.last_signal]
    assert len(kind) >= 5
