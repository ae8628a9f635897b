"""A line promises nothing that does not come, and nothing that another line of the same night has done already."""

import re

from game.scenario.texts import builtin


def test_no_line_of_yours_holds_out_what_does_not_stand_in_it():
    """“Here they are” is followed by what there is; a message ends with it nowhere."""
    for move in ("help", "introduce", "share_resource"):
        for line in builtin.moves()[move].say:
            assert not re.search(r"here (they are|it is)\.$|here is what [^.]*\.$", line.text, re.IGNORECASE), (
                move,
                line,
            )


def test_a_like_does_not_speak_of_words():
    """Beside a like words may come in the same night, so that it cannot say that they will, or that there are none."""
    for line in builtin.signals()["like"].lines:
        assert not re.search(r"\bwrites?\b|\bwords?\b (may|will|yet)|no words?", line.text) or line.beside, line
