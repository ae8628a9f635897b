"""Edits of a text hit their place and nothing else."""

import pytest

from game.scenario.reading.edits import Edit, apply


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_edits_hit_their_place_whatever_ends_a_line(end: str) -> None:
    text = end.join(["a: 1", "b: 2", "c: 3"])

    assert apply(text, [Edit(2, 4, 2, 5, "9"), Edit(3, 1, 3, 2, "d")]) == end.join(["a: 1", "b: 9", "d: 3"])


def test_edits_of_the_same_text_are_refused() -> None:
    with pytest.raises(ValueError, match="same text"):
        apply("abc", [Edit(1, 1, 1, 3, "x"), Edit(1, 2, 1, 4, "y")])
