"""No sentence comes from two people within one run while there are unused ones of its kind."""

import re
from collections import defaultdict

import pytest

from game.scenario.texts.texts import Line
from game.session.words.line_choice import Speech, choose
from game.session.words.spoken import Wordings
from tests.plays import SHIPPED, played

GAMES = [(name, bot, seed) for name in SHIPPED for bot in ("patient", "random", "thanker") for seed in (1, 2)]
LONG = 18  # characters from which a sentence is noticed again


@pytest.mark.parametrize("game", GAMES, ids=lambda game: "-".join(map(str, game)))
def test_hardly_any_sentence_is_said_by_two_people_of_a_run(game):
    """Of what is said in four weeks at most two sentences in a hundred come from somebody else as well."""
    by = defaultdict(set)
    said = 0
    for who, thread in played(*game).playthrough.story.threads.items():
        for item in thread:
            if item.who == "them":
                sentences = [each for each in re.split(r"(?<=[.!?]) ", item.text) if len(each) > LONG]
                said += len(sentences)
                for sentence in sentences:
                    by[sentence].add(who)
    again = sorted(sentence for sentence, people in by.items() if len(people) > 1)

    assert len(again) <= 0.02 * said, again


def test_a_line_is_said_again_only_when_all_of_its_kind_are_spent():
    """Forty lines, forty people: no two of them say the same, however long ago the first one was."""
    lines = tuple(Line(f"l.{n}", f"Line {n}.") for n in range(40))
    wordings, told = Wordings(), []
    for n in range(40):
        found = choose(lines, Speech("question"), wordings.recent.get("question", ()), (n * 0.37) % 1.0)
        wordings = wordings.remembering("question", found.key, f"person{n}", n, found.text)
        told.append(found.text)

    assert len(set(told)) == 40
