"""Translations as translators and their programs write them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.errors import ScenarioError
from game.scenario import load
from game.scenario.texts.po import PoError, entries
from game.scenario.texts.translate import languages, texts
from tests.scenario.texts.translated import SCENARIO, edit_po

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)


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

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("charset=utf-8", "charset=utf-99", "charset=utf-99"),
            ("charset=utf-8", "charset=rot13", "charset=rot13"),
            ("charset=utf-8", "charset=utf-7", "charset=utf-7"),
            ("charset=utf-8", "charset=iso-8859-1", "charset=iso-8859-1"),
            ("Language: de", "Language: ../../x", "Language: ../../x"),
            ("Das Boot", "D" * 400_000, "400,000 characters"),
        ],
    )
    def test_a_strange_header_or_an_endless_text_is_told_by_every_command(
        self, old: str, new: str, words: str, folder: Path
    ) -> None:
        """Checking says so as well as updating does, with the line; the file stays as it is."""
        self.update(folder)
        edit_po(folder, old, new)
        file = folder / "lang" / "de.po"
        before = file.read_bytes()

        with pytest.raises(ScenarioError, match=r"line [0-9]+: ") as told:
            self.update(folder)

        assert words in str(told.value)
        assert any(words in p.message for p in load(folder).problems)
        assert file.read_bytes() == before

    @pytest.mark.parametrize(
        "header", ["PO-Revision-Date: tomorrow", "Plural-Forms: nplurals=x; plural=1;", "POT-Creation-Date: \\x"]
    )
    def test_whatever_else_a_header_says_nothing_breaks_and_nothing_is_lost(self, header: str, folder: Path) -> None:
        self.update(folder)
        edit_po(folder, '"MIME-Version', f'"{header}\\n"\n"MIME-Version')
        before = {(e.context, e.text) for e in entries((folder / "lang" / "de.po").read_text(encoding="utf-8"))}

        try:
            self.update(folder)
        except ScenarioError as told:
            assert "stays as it is" in str(told)  # noqa: PT017
        after = {(e.context, e.text) for e in entries((folder / "lang" / "de.po").read_text(encoding="utf-8"))}
        assert before <= after

    @pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
    def test_line_ends_of_any_system_keep_every_translation(self, end: str, folder: Path) -> None:
        done = self.update(folder)
        file = folder / "lang" / "de.po"
        file.write_bytes(file.read_bytes().replace(b"\n", end.encode()))

        assert self.update(folder) == done

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


@pytest.mark.parametrize("data", [b"<html><p>x</p></html>", b"PK\x03\x04zip", b"\xff\xfe\xff", b"x" * 600_000])
def test_what_is_no_file_of_translations_is_not_told_as_a_scenario(data: bytes, folder: Path) -> None:
    """Hints of scenario files (“save it as a .yaml file”, “split the scenario”) help no translator."""
    (folder / "lang" / "de.po").write_bytes(data)
    told = [p for p in load(folder).problems if p.code == "lang-file"]

    assert told
    assert not [p.hint for p in told if "yaml" in p.hint or "scenario:" in p.hint]
