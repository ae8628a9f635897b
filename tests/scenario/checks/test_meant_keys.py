"""A key that is not known is renamed only where nothing that stands behind it can be lost by it."""

import pytest

from game.authoring.fix import mend
from game.scenario import load_text
from game.scenario.checks.meant_keys import UNSHOWN
from game.scenario.format.schema_people import Follower
from game.scenario.format.walk import all_blocks, block_fields
from game.scenario.problems.phrases import stands_for

HEAD = "scenario_format: 1\ntitle: A\nbusiness: {name: B, trade: florist}\nfollowers:\n  anna:\n    name: Anna\n"
LOST = {
    "a need": ("needs: To be dry on the way", "Did you mean 'wants', 'loves' or 'lives'?"),
    "what she posts": ("posts: I baked today.", "'posts' has its place in followers › anna › lives › ID."),
    "a list of what she posts": ("posts: [I baked today]", "'posts' has its place in followers › anna › lives › ID."),
    "what gives her away": ("clues: [She yawns]", "'clues' has its place in followers › anna › lives › ID."),
    "a list behind a key of one word": ("page: [x]", "'pace', but that holds one word."),
    "a number behind a key of entries": ("lovess: 3", "but that holds entries with ids."),
    "a remark": ("note: She is my aunt", "A remark that no player is shown is written 'notes'."),
    "a key of another block": ("format: photo", "'format' has its place in content › ID."),
}  # fmt: skip


@pytest.mark.parametrize(("written", "hint"), LOST.values(), ids=LOST.keys())
def test_what_would_be_lost_under_another_key_is_told_and_not_renamed(written, hint, tmp_path):
    """The hint names what can be meant, or where such a key has its place; the file stays as it is."""
    text = f"{HEAD}    {written}\n"
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    (told,) = load_text(text).problems

    assert hint in told.hint
    assert not told.repair
    assert mend(path) == ()
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("written", "after"),
    [("like: {rain: 50}", "loves: {rain: 50}"), ("lovs: {rain: 50}", "loves: {rain: 50}"),
     ("pcae: slow", "pace: slow"), ("Pronuons: she", "pronouns: she"), ("gender: she", "pronouns: she")],
)  # fmt: skip
def test_a_slip_of_letters_with_a_value_that_fits_is_written(written, after, tmp_path):
    """One reading, and nothing is lost by it."""
    path = tmp_path / "a.yaml"
    path.write_text(f"{HEAD}    {written}\n", encoding="utf-8")

    assert [fixed.after.strip() for fixed in mend(path)] == [after]


ELSEWHERE = sorted({name for block in all_blocks() for name in block_fields(block)} - {*block_fields(Follower)})


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_key_of_another_block_is_never_taken_for_a_slip_or_for_a_remark(name):
    """Each key of the format that followers do not have; only a word that means one of their keys is written."""
    for problem in load_text(f"{HEAD}    {name}: x\n").problems:
        renamed = problem.repair.strip().partition(":")[0]
        assert renamed != UNSHOWN
        assert problem.code != "unknown-key" or not renamed or stands_for(name, block_fields(Follower)) == (renamed,)
