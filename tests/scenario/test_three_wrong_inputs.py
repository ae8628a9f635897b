"""Every message of `check` says where, what was found, what is allowed and how to mend it, for three inputs each."""

import pytest

from game.authoring.code_pages import page
from game.scenario import load_text
from game.scenario.lint.linting import lint
from game.scenario.problems.codes import CODES
from tests.scenario.three_wrong_inputs import THREE, YET_TO_COME

CASES = [(code, number) for code in THREE for number in range(3)]


@pytest.mark.parametrize(("code", "number"), CASES)
def test_a_message_says_where_what_was_found_and_how_to_mend_it(code, number):
    """Its line holds something, what was written is named, and message or hint offers what is right."""
    text, found, offered = THREE[code][number]
    whole = page(code).whole(text)
    loaded = load_text(whole)
    errors = [p for p in loaded.problems if p.severity == "error"]
    told = [p for p in (*loaded.problems, *(() if errors else lint(loaded))) if p.code == code]

    assert told, (errors, text)
    assert all(whole.split("\n")[p.line - 1] == p.excerpt for p in told)
    assert any(found in p.message and p.hint and offered in f"{p.message} {p.hint}" for p in told), told


def test_no_message_escapes_the_table():
    """Each code has three wrong inputs; those that have none yet are listed, and the list only becomes shorter."""
    assert set(THREE) | YET_TO_COME == set(CODES)
    assert not set(THREE) & YET_TO_COME
