"""Translations of a scenario: what is shown of them, and what is told of those that do not fit."""

from pathlib import Path

import pytest

from game.scenario import load
from game.scenario.texts.translate import texts
from tests.scenario.texts.translated import SCENARIO, edit_po


def codes(folder: Path) -> list[str]:
    return [p.code for p in load(folder).problems]


def test_translated_texts_are_shown_and_the_rest_stays(folder: Path) -> None:
    """Titles, texts of several lines, answers, lines as texts and as blocks; names and ids do not change."""
    scenario = load(folder, "de").scenario

    assert scenario is not None
    flood = scenario.timeline["flood"]
    assert (scenario.title, scenario.language) == ("Das Boot", "de")
    assert flood.text == "Das Wasser steigt.\nDas Boot auch."
    assert [choice.label for choice in flood.choices] == ["Bleiben", "Leave"]
    assert [line.text for line in scenario.lines["thanks"]] == ["Danke für {drink}.", "Danke, hieß es."]
    assert scenario.lines["thanks"][1].by == ("mara",)
    assert scenario.followers["mara"].bio == "Night nurse."


def test_nothing_but_texts_differs_from_the_original(folder: Path) -> None:
    """The game plays alike in every language: the hash is the same, and so is all that is no text."""
    here, there = load(folder), load(folder, "de")

    assert here.hash == there.hash
    assert here.scenario is not None
    assert there.scenario is not None
    assert here.scenario.followers == there.scenario.followers
    assert list(here.scenario.timeline) == list(there.scenario.timeline)


def test_names_notes_and_ids_are_not_for_translators(folder: Path) -> None:
    root = load(folder).root
    assert root is not None
    found = {text.source for text in texts(root)}

    assert {"The Boat", "Night nurse.", "floating café", "a tea", "Good.", "Listen first."} <= found
    assert found.isdisjoint({"Mara Lind", "Barge 4", "For trainers only.", "rivers", "mara", "photo", "1"})


def test_check_counts_what_is_missing_and_stale(folder: Path) -> None:
    """A changed original makes its translation stale; it is not shown, the new original is."""
    assert codes(folder) == ["lang-missing"]
    path = folder / "scenario.yaml"
    path.write_text(SCENARIO.replace("title: The Boat", "title: The Ship"), encoding="utf-8")

    problems = load(folder).problems
    scenario = load(folder, "de").scenario

    assert [p.code for p in problems] == ["lang-missing", "lang-stale"]
    assert "1 translation is older" in problems[1].message
    assert scenario is not None
    assert scenario.title == "The Ship"


def test_order_does_not_matter(folder: Path) -> None:
    """Lines and answers may change places; no translation is lost."""
    moved = SCENARIO.replace("      - {label: Stay, reply: Good.}\n", "") + "days: 20\n"
    moved = moved.replace("reply: Good.}\nwords", "reply: Good.}\n      - {label: Stay, reply: Good.}\nwords")
    (folder / "scenario.yaml").write_text(moved, encoding="utf-8")

    scenario = load(folder, "de").scenario

    assert scenario is not None
    assert [choice.label for choice in scenario.timeline["flood"].choices] == ["Leave", "Bleiben"]


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("Danke für {drink}.", "Danke.", "lang-placeholder", "'{drink}' is missing"),
        ("Danke für {drink}.", "Danke für {drink} {trink}.", "lang-placeholder", "'{trink}' is not in the original"),
        ("Das Boot", "Das Boot" * 30, "lang-unfit", "there is room for 80"),
        ("Bleiben", "Blei\\tben", "lang-unfit", "A tab"),
        ("Bleiben", "Blei\u202eben", "lang-unfit", "U+202E"),
    ],
)
def test_a_translation_that_does_not_fit_is_told_and_not_shown(
    old: str, new: str, code: str, words: str, folder: Path
) -> None:
    """The place is the translator's file; the scenario plays, with the original there."""
    edit_po(folder, f'msgstr "{old}"', f'msgstr "{new}"')

    found = [p for p in load(folder).problems if p.code == code]
    played = load(folder, "de")

    assert len(found) == 1
    assert words in found[0].message
    assert found[0].file.endswith("de.po")
    assert found[0].line > 1
    assert played.ok
    assert new.replace("\\t", "\t") not in repr(played.scenario)


def test_an_unsure_translation_is_not_shown(folder: Path) -> None:
    edit_po(folder, 'msgctxt "title"', '#, fuzzy\nmsgctxt "title"')

    scenario = load(folder, "de").scenario

    assert scenario is not None
    assert scenario.title == "The Boat"
    assert "lang-stale" in codes(folder)


@pytest.mark.parametrize("name", ["fr", "../de", "DE", "de/../de"])
def test_a_language_that_is_not_there_leaves_the_texts_as_they_are(name: str, folder: Path) -> None:
    loaded = load(folder, name)

    assert loaded.scenario == load(folder).scenario
    assert [p.code for p in loaded.problems] == ["lang-missing"]


@pytest.mark.parametrize(
    "data", [b"\xff\xfem\x00s\x00", b"msgid Stay\n", b'"alone"\n', b'msgid "open\n', b"\x00" * 100]
)
def test_a_broken_file_is_told_and_the_scenario_plays(data: bytes, folder: Path) -> None:
    (folder / "lang" / "de.po").write_bytes(data)

    assert codes(folder) == ["lang-file"]
    assert load(folder, "de").ok


def test_a_link_that_leads_out_is_not_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.po").write_text("my password", encoding="utf-8")
    (folder / "lang" / "fr.po").symlink_to(tmp_path / "secret.po")

    loaded = load(folder, "fr")

    assert [p.code for p in loaded.problems] == ["lang-file"]
    assert "password" not in repr(loaded.problems)


def test_a_single_file_among_others_does_not_take_their_translations(folder: Path) -> None:
    (folder / "other.yaml").write_text(SCENARIO, encoding="utf-8")

    assert load(folder / "other.yaml").problems == ()
