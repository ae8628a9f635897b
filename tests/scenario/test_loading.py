"""Files and folders: parts, encodings, sizes, links, and what a scenario is called."""

import os
from pathlib import Path

import pytest

from game.scenario import check, content_hash, load, load_text
from game.scenario.problems.sources import MAX_BYTES

HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"
FOLLOWERS = "followers:\n  jonas: {name: Jonas Rehn}\n"


def codes(path: Path) -> list[str]:
    return [p.code for p in load(path).problems]


def folder(tmp_path: Path, **files: str) -> Path:
    home = tmp_path / "spoke-and-chain"
    home.mkdir()
    for name, text in files.items():
        (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    return home


def test_a_file_is_called_by_its_stem_and_a_folder_by_its_name(tmp_path: Path) -> None:
    """Whether the folder or the file in it is named, the id is the same."""
    home = folder(tmp_path, scenario=HEAD)
    (tmp_path / "wheels.yaml").write_text(HEAD, encoding="utf-8")

    assert load(tmp_path / "wheels.yaml").id == "wheels"
    assert load(home).id == "spoke-and-chain"
    assert load(home / "scenario.yaml").id == "spoke-and-chain"


def test_blocks_may_stand_in_files_of_their_own(tmp_path: Path) -> None:
    """Followers, lines and contents in files beside the main one are one scenario."""
    home = folder(
        tmp_path,
        scenario=HEAD,
        followers=FOLLOWERS,
        lines="lines:\n  thanks: [Good day.]\n",
        content="content:\n  rain: {title: Rain, format: photo, about: [rain]}\n",
    )

    loaded = load(home)

    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert list(loaded.scenario.followers) == ["jonas"]
    assert list(loaded.scenario.content) == ["rain"]


def test_what_is_kept_of_a_folder_loads_as_one_file_with_the_same_hash(tmp_path: Path) -> None:
    """So a record that keeps the text can be played without the folder."""
    loaded = load(folder(tmp_path, scenario=HEAD, followers=FOLLOWERS))

    again = load_text(loaded.text)

    assert again.scenario == loaded.scenario
    assert again.hash == loaded.hash


def test_marks_of_a_document_do_not_split_what_is_kept(tmp_path: Path) -> None:
    """`---` and `...` in a part do no harm to the text of the whole."""
    home = folder(tmp_path, scenario="---\n" + HEAD + "...\n", followers="---\n" + FOLLOWERS)
    loaded = load(home)

    assert loaded.ok
    assert load_text(loaded.text).scenario == loaded.scenario


def test_problems_come_file_by_file_the_main_one_first(tmp_path: Path) -> None:
    """An author goes through them from top to bottom."""
    home = folder(tmp_path, scenario=HEAD + "days: 90\n", folowers="", lines="lines:\n  thanks: 3\n")
    (home / "content.yaml").write_bytes(b"content: {\xff: {}}\n")

    files = [Path(p.file).name for p in load(home).problems]

    assert list(dict.fromkeys(files)) == ["scenario.yaml", "content.yaml", "lines.yaml", "folowers.yaml"]


def test_a_block_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    """The second one is the problem, the first one is named beside it."""
    home = folder(tmp_path, scenario=HEAD + FOLLOWERS, followers=FOLLOWERS)

    (problem,) = load(home).problems

    assert (Path(problem.file).name, problem.line, problem.code) == ("followers.yaml", 1, "yaml-duplicate")
    assert problem.also is not None
    assert (Path(problem.also.file).name, problem.also.line) == ("scenario.yaml", 4)


def test_a_mistake_in_a_part_is_told_in_that_file(tmp_path: Path) -> None:
    """File, line and column are those of the part."""
    home = folder(tmp_path, scenario=HEAD, followers="followers:\n  jonas: {name: Jonas, pace: Slwo}\n")

    (problem,) = load(home).problems

    assert (Path(problem.file).name, problem.line, problem.column) == ("followers.yaml", 2, 30)


def test_a_part_holds_its_own_block_only(tmp_path: Path) -> None:
    """Another key in `followers.yaml` is refused with its name."""
    home = folder(tmp_path, scenario=HEAD, followers=FOLLOWERS + "days: 20\n")

    (problem,) = load(home).problems

    assert problem.message == "'days' does not belong in followers.yaml."


def test_a_misspelt_part_is_noticed(tmp_path: Path) -> None:
    """A file whose name is nearly that of a part is told with the right name."""
    loaded = load(folder(tmp_path, scenario=HEAD, folowers=FOLLOWERS))

    assert loaded.ok
    assert [(p.code, p.hint) for p in loaded.problems] == [("file-unknown", "Call it followers.yaml if it should be.")]


def test_all_files_of_a_check_are_told_of(tmp_path: Path) -> None:
    """Checking several files does not end with the first problem."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(HEAD + "days: 90\n", encoding="utf-8")

    problems = check([tmp_path / "one.yaml", tmp_path / "two.yaml"])

    assert [Path(p.file).name for p in problems] == ["one.yaml", "two.yaml"]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "\ufeff", "   "])
def test_an_empty_file_is_told_with_the_way_to_begin(text: str) -> None:
    """Whoever has nothing yet is shown the command that makes a beginning."""
    (problem,) = load_text(text).problems

    assert (problem.line, problem.column, problem.code) == (1, 1, "file-empty")
    assert problem.message == "This file is empty."
    assert "courtship new" in problem.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_encodings_are_refused_with_the_remedy(tmp_path: Path, encoding: str) -> None:
    """UTF-16 and the like are named as such, with what to choose in the editor."""
    path = tmp_path / "x.yaml"
    path.write_bytes(HEAD.encode(encoding))

    (problem,) = load(path).problems

    assert (problem.line, problem.code) == (1, "file-encoding")
    assert "choose UTF-8" in problem.hint


def test_a_letter_in_another_encoding_is_told_at_its_place_beside_other_mistakes(tmp_path: Path) -> None:
    """One such letter hides no other problem."""
    path = tmp_path / "x.yaml"
    path.write_bytes((HEAD + "summary: Café\ndays: 90\n").encode("cp1252"))

    found = [(p.line, p.column, p.code) for p in load(path).problems]

    assert found == [(4, 13, "file-encoding"), (5, 7, "out-of-range")]


def test_a_byte_order_mark_and_line_ends_of_other_systems_do_no_harm(tmp_path: Path) -> None:
    """The same text from another system is the same scenario, with the same hash."""
    (tmp_path / "a.yaml").write_text(HEAD, encoding="utf-8", newline="\n")
    (tmp_path / "b.yaml").write_text("\ufeff" + HEAD, encoding="utf-8", newline="\r\n")

    plain, marked = load(tmp_path / "a.yaml"), load(tmp_path / "b.yaml")

    assert marked.problems == ()
    assert marked.scenario == plain.scenario
    assert marked.hash == plain.hash == content_hash(HEAD)


def test_places_are_right_with_other_line_ends() -> None:
    """Line and column are counted as an editor counts them."""
    for end in ("\r\n", "\r"):
        problems = load_text((HEAD + "days: 90\n").replace("\n", end)).problems

        assert [(p.line, p.column) for p in problems] == [(4, 7)]


def test_the_hash_changes_with_any_letter() -> None:
    """Two texts that differ are two scenarios to a record."""
    assert content_hash(HEAD) != content_hash(HEAD.replace("X", "Y"))
    assert len(content_hash("")) == 64


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A file beyond the limit takes no memory."""
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(50 * MAX_BYTES)  # takes no room on the disk, and would take 25 MB of memory

    assert codes(path) == ["file-too-big"]
    assert [p.code for p in load_text("#" * (MAX_BYTES + 1)).problems] == ["file-too-big"]


def test_what_is_no_file_is_told_kindly(tmp_path: Path) -> None:
    """A missing file, a pipe, an empty folder and an impossible name all get the same plain message."""
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
    home = tmp_path / "empty"
    home.mkdir()

    assert codes(tmp_path / "nobody.yaml") == ["file-missing"]
    assert codes(tmp_path / "pipe.yaml") == ["file-missing"]
    assert codes(home) == ["file-missing"]
    assert codes(tmp_path / "nul\0.yaml") == ["file-missing"]
    assert codes(tmp_path / "nul\0" / "scenario.yaml") == ["file-missing"]


def test_links_that_lead_in_a_circle_are_told_kindly(tmp_path: Path) -> None:
    """A link to itself is a missing file, and no crash."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    assert codes(tmp_path / "a") == ["file-missing"]
    assert codes(tmp_path / "a" / "scenario.yaml") == ["file-missing"]


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    """A stranger's folder cannot show what lies elsewhere on the disk."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("followers: {hidden: {name: Secret}}\n", encoding="utf-8")
    home = folder(tmp_path, scenario=HEAD)
    (home / "followers.yaml").symlink_to(secret)

    loaded = load(home)

    assert [p.code for p in loaded.problems] == ["file-outside"]
    assert "Secret" not in str(loaded)


def test_a_repaired_file_is_never_played() -> None:
    """What the reader mended in order to go on reading is for messages alone."""
    loaded = load_text(HEAD + "summary: @everybody\n")

    assert loaded.scenario is None
    assert not loaded.ok


def test_the_title_of_a_broken_file_is_known() -> None:
    """Lists can name a scenario that cannot be played."""
    assert load_text(HEAD + "days: 90\n").title == "X"
