"""A notice of somebody is borne out by what they said: whoever speaks of soup does not “speak of clients”."""

import pytest

from game.scenario.texts import builtin
from game.session.story.telling import CLUES, HINTS
from tests.golden.talking import talk_all_day
from tests.plays import SHIPPED, played, session


def hinting_lines():
    """Every line of the house that gives a motive away, with that motive."""
    lines = [line for signal in builtin.signals().values() for line in signal.lines]
    lines += [line for kind in ("warm", "short") for line in builtin.tails()[kind]]
    lines += [line for talk in builtin.talks() for turn in talk.turns for line in (*turn.warm, *turn.short)]
    return [(line.motive[0], line) for line in lines if len(line.motive) == 1 and line.motive[0] in HINTS]


@pytest.mark.parametrize("clue", sorted(set(HINTS.values())))
def test_what_is_concluded_from_a_line_is_told_only_where_its_words_are_there(clue):
    """No notice of why somebody follows has a sentence that stands whatever was said."""
    words = builtin.notices()[clue]

    assert words.texts == ()
    assert words.said
    assert words.borne_out("") == ()
    assert clue == "hollow" or words.borne_out("Soup.") == ()


def test_lines_that_name_no_clients_and_no_counter_give_no_such_notice():
    """A notice that names a thing follows a line in which that thing stands."""
    for motive, line in hinting_lines():
        for text in builtin.notices()[HINTS[motive]].borne_out(line.text):
            assert "client" not in text or "client" in line.text.lower(), (line.text, text)
            assert "business" not in text or "firm" in line.text.lower(), (line.text, text)


@pytest.mark.parametrize("motive", HINTS)
def test_most_lines_that_give_a_motive_away_can_be_noticed(motive):
    """What is heard between the lines is seldom lost: of the lines of a motive more than half give a notice."""
    lines = [line.text for of, line in hinting_lines() if of == motive]

    assert sum(bool(builtin.notices()[HINTS[motive]].borne_out(text)) for text in lines) > len(lines) / 2


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("player", ["talker", "patient"])
def test_in_games_every_notice_of_a_motive_has_its_line_on_that_day(scenario, player):
    """On the day of such a notice somebody can read in the thread what it was concluded from."""
    if player == "talker":
        game = session(scenario, 4)
        while not game.finished:
            talk_all_day(game)
    else:
        game = played(scenario, player, 4)
    story = game.playthrough.story
    for who, known in story.known.items():
        for clue, (day, _) in known.notices.items():
            if clue in HINTS.values() and clue not in CLUES.values():
                said = [item.text for item in story.threads[who] if item.who == "them" and item.day == day]
                assert any(builtin.notices()[clue].borne_out(text) for text in said), (who, clue, said)
