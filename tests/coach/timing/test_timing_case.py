"""In one form of the timing test nobody has the face of somebody else."""

import json
from dataclasses import replace

import pytest

from game.coach.timing.timing_case import FORMS, forms_from, with_faces_apart
from game.desk.learning.timing_file import CASES, shipped_forms
from game.model.parameters import PARAMETERS_VERSION
from game.session.words.personas import LOOKS, OLD_LOOKS, YOUR_LOOKS, says_old


@pytest.mark.parametrize("form", FORMS)
def test_faces_of_a_form_differ_and_suit_their_people(form):
    """No face comes twice, none is yours, and age and pronouns agree with the bio."""
    cases = shipped_forms().forms[form]
    assert len({case.look for case in cases}) == len(cases)
    for case in cases:
        assert case.look in LOOKS[case.pronouns], case.id
        assert case.look not in YOUR_LOOKS, case.id
        old = says_old(case.bio)
        assert old is None or (case.look in OLD_LOOKS) == old, case.id


def test_whoever_has_a_face_of_their_own_keeps_it():
    """Only the second of two that look alike is drawn with another face."""
    cases = shipped_forms().forms["A"][:3]
    alike = (cases[0], replace(cases[1], look=cases[0].look, pronouns=cases[0].pronouns, bio=""), cases[2])
    apart = with_faces_apart(alike)
    assert [apart[0], apart[2]] == [cases[0], cases[2]]
    assert apart[1].look != cases[0].look
    assert replace(apart[1], look=alike[1].look) == alike[1]


def test_the_key_of_the_cases_was_made_under_these_rules():
    """Who was ready in a case is true of these rules; under new ones `courtship timing write` makes new cases."""
    assert shipped_forms().model == PARAMETERS_VERSION


def test_the_file_itself_holds_the_faces_of_the_games():
    """Faces are told apart where cases are read; the file stays as it was made."""
    text = CASES.read_text(encoding="utf-8")
    assert {c.id: c.ready for f in forms_from(text).forms.values() for c in f}
    looks = [[case["look"] for case in cases] for cases in json.loads(text)["forms"].values()]
    assert any(len(set(form)) < len(form) for form in looks)
