"""A scenario in another language: what is translated is shown, what is not stays, and nothing is lost on the way."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.errors import ScenarioError
from game.scenario import load
from game.scenario.texts.po import PoError, entries
from game.scenario.texts.translate import languages, texts

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
SCENARIO = """scenario_format: 1
title: The Boat
business: {name: Barge 4, trade: floating café, offer: breakfast on Sundays}
followers:
  mara:
    name: Mara Lind
    bio: Night nurse.
    notes: For trainers only.
    loves: {rivers: 80}
teaches: {listen: Listen first.}
content:
  dawn: {title: Dawn, format: photo, about: [rivers], text: "Fog, then geese."}
timeline:
  flood:
    title: The flood
    day: 3
    text: |
      The water rises.
      The boat does too.
    choices:
      - {label: Stay, reply: Good.}
      - {label: Leave, reply: Good.}
words: {drink: [a tea, a coffee]}
lines:
  thanks:
    - Thank you for {drink}.
    - {text: "{they} said thanks.", by: [mara]}
"""
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "title"
msgid "The Boat"
msgstr "Das Boot"

msgctxt "timeline.flood.text"
msgid ""
"The water rises.\\n"
"The boat does too."
msgstr ""
"Das Wasser steigt.\\n"
"Das Boot auch."

msgctxt "timeline.flood.choices.label"
msgid "Stay"
msgstr "Bleiben"

msgctxt "lines.thanks"
msgid "Thank you for {drink}."
msgstr "Danke für {drink}."

msgctxt "lines.thanks"
msgid "{they} said thanks."
msgstr "Danke, hieß es."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "boat"
    (home / "lang").mkdir(parents=True)
    (home / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    (home / "lang" / "de.po").write_text(PO, encoding="utf-8")
    return home


def edit_po(folder: Path, old: str, new: str) -> None:
    path = folder / "lang" / "de.po"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('msgid "a"\nmsgstr "b"', [("", "a", "b")]),
        ('msgctxt "c"\nmsgid "a"\nmsgstr ""\n"b"\n"c\\n"\n', [("c", "a", "bc\n")]),
        ('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n', [("", "a", "b"), ("", "c", "d")]),
        ('#~ msgid "a"\n#~ msgstr "b"\n', []),
        ('msgid "one"\nmsgid_plural "two"\nmsgstr[0] "x"\nmsgstr[1] "y"\n', []),
        ('msgid "say \\"a\\" \\\\"\nmsgstr "b"\r\n', [("", 'say "a" \\', "b")]),
        ('#| msgid "older"\nmsgid "a"\nmsgstr "b"\n', [("", "a", "b")]),
        ("", []),
    ],
)
def test_po_files_are_read_as_translators_save_them(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(e.context, e.source, e.text) for e in entries(text)] == found


def test_a_line_that_is_none_is_told_by_its_number() -> None:
    with pytest.raises(PoError) as told:
        entries('msgid "a"\nmsgstr "b"\nstray\n')
    assert told.value.line == 3


class TestWithBabel:
    """What authors do: make the file, change the scenario, update it."""

    @pytest.fixture(autouse=True)
    def _babel(self) -> None:
        pytest.importorskip("babel", reason="Babel is not here; it comes with the extra translate")

    @staticmethod
    def update(folder: Path, name: str = "de") -> tuple[int, int, int]:
        from game.desk.catalogues import update

        state = update(folder, name, NOW).state
        return state.done, state.stale, state.missing

    def test_a_new_file_holds_every_text_with_its_place(self, folder: Path) -> None:
        total = len(texts(load(folder).root)) - 1  # type: ignore[arg-type]  # “Good.” stands twice at one place

        assert self.update(folder, "fr") == (0, 0, total)
        written = (folder / "lang" / "fr.po").read_text(encoding="utf-8")
        assert "#: scenario.yaml:2" in written
        assert "#. followers › mara › bio" in written
        assert len(entries(written)) == total
        assert languages(folder) == ("de", "fr")

    def test_what_babel_writes_is_what_the_game_reads(self, folder: Path) -> None:
        """Long texts, quotes, backslashes and line ends come back as they were."""
        odd = 'A "quoted" \\\\ text, ' + "long " * 60
        (folder / "scenario.yaml").write_text(SCENARIO.replace("Night nurse.", f"'{odd.strip()}'"), encoding="utf-8")
        self.update(folder, "fr")
        root = load(folder).root
        assert root is not None

        written = {(e.context, e.source) for e in entries((folder / "lang" / "fr.po").read_text(encoding="utf-8"))}

        assert written == {(t.context, t.source) for t in texts(root)}

    def test_a_changed_text_keeps_its_translation_as_unsure_with_the_old_text_beside_it(self, folder: Path) -> None:
        self.update(folder)
        (folder / "scenario.yaml").write_text(SCENARIO.replace("title: The Boat", "title: A Ship"), encoding="utf-8")

        done, stale, _ = self.update(folder)

        written = (folder / "lang" / "de.po").read_text(encoding="utf-8")
        assert (done, stale) == (4, 1)
        assert '#| msgid "The Boat"\nmsgctxt "title"\nmsgid "A Ship"\nmsgstr "Das Boot"' in written
        assert "#, fuzzy" in written

    def test_updating_twice_changes_nothing(self, folder: Path) -> None:
        """And keeps what the translator remarked."""
        edit_po(folder, 'msgctxt "title"', '# The film!\nmsgctxt "title"')
        self.update(folder)
        once = (folder / "lang" / "de.po").read_bytes()

        from game.desk.catalogues import update

        assert update(folder, "de", replace_day(NOW)).changed is False
        assert (folder / "lang" / "de.po").read_bytes() == once
        assert b"# The film!" in once

    @pytest.mark.parametrize(
        ("name", "words"),
        [("en", "already"), ("German", "is no language"), ("zz", "is no language"), ("../x", "is no")],
    )
    def test_what_is_no_language_is_told(self, name: str, words: str, folder: Path) -> None:
        with pytest.raises(ScenarioError, match=words):
            self.update(folder, name)

    def test_a_broken_file_is_not_overwritten(self, folder: Path) -> None:
        (folder / "lang" / "de.po").write_text('msgid "a"\nwork of weeks', encoding="utf-8")

        with pytest.raises(ScenarioError, match="line 2"):
            self.update(folder)
        assert "work of weeks" in (folder / "lang" / "de.po").read_text(encoding="utf-8")

    def test_one_file_among_others_needs_a_folder_first(self, folder: Path) -> None:
        (folder / "other.yaml").write_text(SCENARIO, encoding="utf-8")

        with pytest.raises(ScenarioError, match="a folder of its own"):
            self.update(folder / "other.yaml")


def replace_day(moment: datetime) -> datetime:
    return moment.replace(day=moment.day + 1)


def test_what_is_told_after_an_update_can_be_done_in_the_file(folder: Path) -> None:
    """No message sends an author back to the command that has just said that all is up to date."""
    pytest.importorskip("babel", reason="Babel is not here; it comes with the extra translate")
    from game.desk.catalogues import update

    path = folder / "scenario.yaml"
    path.write_text(SCENARIO.replace("title: The Boat", "title: The Ship"), encoding="utf-8")
    assert any(f"courtship translate de {folder}" in p.hint for p in load(folder).problems)
    file = update(folder, "de", datetime(2026, 3, 1, tzinfo=UTC)).path

    told = {p.code: p for p in load(folder).problems}
    lines = file.read_text(encoding="utf-8").split("\n")

    assert not [p.hint for p in told.values() if "courtship translate" in p.hint]
    assert "msgstr" in told["lang-missing"].hint
    assert lines[told["lang-missing"].line - 1].startswith("msgctxt")
    assert "fuzzy" in told["lang-stale"].hint
    assert any("fuzzy" in line for line in lines[told["lang-stale"].line - 4 : told["lang-stale"].line])


def test_a_quote_without_its_backslash_is_told_so(folder: Path) -> None:
    edit_po(folder, 'msgstr "Das', 'msgstr "Das "gute"')

    (problem,) = [p for p in load(folder).problems if p.code == "lang-file"]

    assert '\\"' in problem.hint
