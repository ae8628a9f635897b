"""`--fix` deletes no word and no number that the author wrote, and spells nothing worse than it stood there."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from game.authoring.fix import mend
from game.resources import ASSETS
from game.scenario.lint.linting import examine
from game.scenario.problems.kept_words import words_in
from tests.authoring.slips_of_the_hand import SLIPS, slipped

SHOP = (ASSETS / "starters" / "coffee.yaml").read_text(encoding="utf-8")
HEAD = "scenario_format: 1\ntitle: T\nbusiness: {name: K, trade: clay}\n"


def mended(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8", newline="")
    mend(path)
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("formats: [photo guide]", "formats: [photo, guide]"),
        ("formats: [photo guide, story]", "formats: [photo, guide, story]"),
        ("ready: {from 6, until 11}", "ready: {from: 6, until: 11}"),
        ("ready: {from: 6, until 11}", "ready: {from: 6, until: 11}"),
        ("knows: [olav gitte]", "knows: [olav, gitte]"),
        ("formats: [photo gide]", "formats: [photo gide]"),
        ("formats: [photo 2]", "formats: [photo 2]"),
    ],
)
def test_a_sign_that_is_left_out_costs_no_word(slip: str, right: str, tmp_path: Path) -> None:
    """It is put in where it is sure what was meant; else the line stays."""
    others = "  olav: {name: Olav Brandt}\n  gitte: {name: Gitte Sommer}\n"
    text = f"{HEAD}days: 14\nfollowers:\n  maren:\n    name: Maren Toft\n    {{}}\n{others}"

    assert mended(tmp_path / "x.yaml", text.replace("{}", slip)) == text.replace("{}", right)


def topics(maren: str, gitte: str, about: str) -> str:
    return (
        f"{HEAD}followers:\n  maren: {{name: Maren Toft, loves: {{{maren}: 80}}}}\n"
        f"  gitte: {{name: Gitte Sommer, loves: {{{gitte}: 80}}}}\n"
        f"content:\n  bowl: {{title: A bowl, format: photo, about: [{about}]}}\n"
    )


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        (("handwork", "handwork", "handwrok"), ("handwork", "handwork", "handwork")),
        (("handwrok", "handwork", "handwork"), ("handwork", "handwork", "handwork")),
        (("know_how", "supplies", "know_hwo"), ("know_how", "supplies", "know_how")),
    ],
)
def test_the_rarer_spelling_of_a_topic_is_the_slip(
    slip: tuple[str, str, str], right: tuple[str, str, str], tmp_path: Path
) -> None:
    """Wherever it stands; a topic of the house is spelt right."""
    assert mended(tmp_path / "x.yaml", topics(*slip)) == topics(*right)


def test_two_spellings_that_are_as_rare_are_both_shown(tmp_path: Path) -> None:
    """Nobody but the author can tell which is right."""
    text = topics("handwork", "supplies", "handwrok")

    assert mended(tmp_path / "x.yaml", text) == text
    told = next(p for p in examine(tmp_path / "x.yaml").problems if "'handwork' and 'handwrok'" in p.hint)
    assert told.also is not None
    assert "handwrok" in told.also.excerpt


def test_what_names_an_id_that_cannot_be_one_stays(tmp_path: Path) -> None:
    """The id is told; the word that is right is not made wrong."""
    path = tmp_path / "x.yaml"
    text = f"{HEAD}followers:\n  maren: {{name: Maren Toft, knows: [olav]}}\n  olav🔥: {{name: Olav Brandt}}\n"

    assert mended(path, text) == text
    assert [p.code for p in examine(path).problems if p.is_error] == ["bad-id"]


def without_a_sign(text: str, chance: random.Random) -> str:
    """The text with one comma or colon in brackets taken out, or one letter of a word changed."""
    places = [m.start() for m in re.finditer(r"(?<=\w)[,:](?= [\w{\[])|(?<=[a-z]{3})[a-z](?=[a-z]{2})", text)]
    place = chance.choice(places)
    return text[:place] + ("" if text[place] in ",:" else "x") + text[place + 1 :]


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_slip_no_word_is_lost(seed: int, tmp_path: Path) -> None:
    """A word may be spelt anew; there are never fewer words or numbers than there were."""
    chance = random.Random(seed)
    text = without_a_sign(SHOP, chance) if seed % 3 else slipped(SHOP, chance.choice(SLIPS), chance)

    after = mended(tmp_path / "x.yaml", text)

    old, new = (Counter(words_in(one)) for one in (text, after))
    lost = sum((old - new).values())
    assert lost <= sum((new - old).values())
    assert lost <= 1
    assert not [word for word in old - new if word.isdigit()]
