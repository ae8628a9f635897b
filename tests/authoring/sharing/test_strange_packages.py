"""Packages are strangers: what could do harm is refused with a reason."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from game.authoring.sharing.packing import MAX_BYTES, check_names
from game.authoring.sharing.unpacking import add
from game.errors import ScenarioError
from game.scenario import load
from tests.authoring.sharing.packages import GOOD, link, zipped
from tests.scenario.reading.test_picture_files import png


def refusal(package: Path, home: Path, **more: object) -> str:
    """What is said when a package is refused; nothing may be left behind, inside or outside."""
    around = {p for p in package.parent.rglob("*") if home not in p.parents and p != home}
    with pytest.raises(ScenarioError) as told:
        add(package, home, **more)  # type: ignore[arg-type]
    assert {p for p in package.parent.rglob("*") if home not in p.parents and p != home} == around
    assert not home.exists() or list(home.iterdir()) == []
    return str(told.value)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../evil.yaml", "leads out"),
        ("boat/../../evil.yaml", "leads out"),
        ("/tmp/evil.yaml", "leads out"),
        ("C:/evil.yaml", "leads out"),
        ("C:evil.yaml", "leads out"),
        ("boat\\..\\..\\evil.yaml", "leads out"),
        ("boat/.hidden/../../evil.md", "leads out"),
        ("boat/evil.exe", "does not belong"),
        ("boat/inner.zip", "does not belong"),
        ("boat/evil.py", "does not belong"),
        ("boat/evil", "does not belong"),
        ("boat/con.md", "not every system"),
        ("boat/com¹.md", "not every system"),
        ("boat/lpt³.txt.md", "not every system"),
        ("boat/dots./x.md", "not every system"),
        ("boat//x.md", "not every system"),
        ("boat/" + "x" * 200 + ".md", "not every system"),
        ("boat/1/2/3/4/5/6.md", "not every system"),
        ("boat/\u202egpj.md", "not every system"),
        ("boat/SCENARIO.yaml", "capital letters"),
        ("other/notes.md", "something else lies in it"),
    ],
)
def test_names_that_lead_out_or_do_not_belong_are_refused(name: str, words: str, tmp_path: Path, home: Path) -> None:
    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), (name, "x"))

    told = refusal(package, home)

    assert words in told
    assert "boat.zip was not added" in told
    assert "\u202e" not in told


def test_a_file_without_a_name_is_refused(tmp_path: Path, home: Path) -> None:
    nameless = zipfile.ZipInfo("x")
    nameless.filename = nameless.orig_filename = ""
    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), (nameless, "x"))

    assert "has no name" in refusal(package, home)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("shop/scenario.yaml", "other/notes.md"), "something else lies in it, such as “other”"),
        (("scenario.md", "other/scenario.yaml"), "something else lies in it, such as “scenario.md”"),
        ((".ssh/scenario.yaml",), "lies in a hidden folder, “.ssh/scenario.yaml”"),
        (("./scenario.yaml",), "“./scenario.yaml” is written with a “.”"),
        (("shop/./scenario.yaml",), "is written with a “.”"),
        (("shop/deeper/scenario.yaml",), "lies too deep, as “shop/deeper/scenario.yaml”"),
        (("shop/notes.md",), "There is no scenario.yaml in it."),
    ],
)
def test_why_no_scenario_is_found_is_told_as_it_is(names, words, tmp_path: Path, home: Path) -> None:
    """“There is no scenario.yaml” is said only where there is none."""
    told = refusal(zipped(tmp_path / "boat.zip", *((name, GOOD) for name in names)), home)

    assert words in told
    assert ("There is no" in told) == (words.startswith("There is no"))


@pytest.mark.parametrize(
    ("kind", "words"),
    [(stat.S_IFLNK, "a link"), (stat.S_IFIFO, "a pipe"), (stat.S_IFCHR, "a device"), (stat.S_IFBLK, "a device"),
     (stat.S_IFSOCK, "a socket"), (0o150000, "no file")],
)  # fmt: skip
def test_what_is_no_file_is_called_what_it_is(kind, words, tmp_path: Path, home: Path) -> None:
    """Each kind that a zip can hold."""
    odd = zipfile.ZipInfo("boat/odd.md")
    odd.external_attr = (kind | 0o644) << 16
    told = refusal(zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), (odd, "x")), home)

    assert f"“boat/odd.md” is {words}. A package holds files only." in told


def test_links_are_refused(tmp_path: Path, home: Path) -> None:
    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), (link("boat/notes.md"), "/etc/passwd"))

    assert "is a link" in refusal(package, home)


def test_the_same_name_twice_is_refused(tmp_path: Path, home: Path) -> None:
    """The second would pass unseen, as the first was checked."""
    with pytest.warns(UserWarning, match="Duplicate"):
        package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), ("boat/scenario.yaml", "x"))

    assert "same name" in refusal(package, home)


def test_more_than_fits_is_refused_whatever_the_list_says(tmp_path: Path, home: Path) -> None:
    """A zip bomb: 30 MB of nothing, once honest about it, once listed as ten bytes."""
    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), ("boat/x.md", b" " * (MAX_BYTES + 1)))
    assert "more than 20 MB" in refusal(package, home)

    data = bytearray(package.read_bytes())
    size = struct.pack("<I", MAX_BYTES + 1)
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = struct.pack("<I", 10)
    package.write_bytes(data)
    assert refusal(package, home)


def test_many_layers_of_one_file_are_counted_as_they_come(tmp_path: Path, home: Path) -> None:
    """Many files that each pass and together do not."""
    files = [(f"boat/{n}.md", b" " * 999_999) for n in range(25)]

    assert "more than 20 MB" in refusal(zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), *files), home)


def test_too_many_files_are_refused_before_the_list_is_read(tmp_path: Path, home: Path) -> None:
    few = zipped(tmp_path / "few.zip", *((f"boat/{n}.md", "") for n in range(201)))
    many = zipped(tmp_path / "many.zip", *((f"boat/{n:040}.md", "") for n in range(6000)))

    assert "at most 200" in refusal(few, home)
    assert "lists more than 200" in refusal(many, home)


def test_pictures_are_judged_by_what_is_in_them(tmp_path: Path, home: Path) -> None:
    """A picture of 30,000 pixels a side would take a gigabyte; a page that calls itself a picture is none."""
    for content, words in ((png(30_000, 30_000), "30000 × 30000"), (b"<script>", "no PNG"), (b"PK\x03\x04", "no PNG")):
        package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), ("boat/pictures/mara.png", content))
        assert words in refusal(package, home)


@pytest.mark.parametrize("name", ["notes.md", "lang/de.po", "sounds/bell.ogg", "followers.yaml"])
def test_an_archive_under_another_name_is_refused(name: str, tmp_path: Path, home: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x", "y")

    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), (f"boat/{name}", inner.getvalue()))

    assert "inside" in refusal(package, home)


def test_a_scenario_with_errors_is_refused_with_the_first_of_them(tmp_path: Path, home: Path) -> None:
    told = refusal(zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD + "pace: slow\nmood: odd\n")), home)

    assert "scenario.yaml, line 4: 'pace' is not known" in told
    assert "One more" in told


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"PK\x05\x06" + b"\xff" * 18, b"no zip at all" * 100]
)
def test_what_is_no_package_is_told_so(data: bytes, tmp_path: Path, home: Path) -> None:
    package = tmp_path / "boat.zip"
    package.write_bytes(data)

    assert "was not added" in refusal(package, home)


def test_a_damaged_package_is_told_so(tmp_path: Path, home: Path) -> None:
    """Whichever byte is wrong, a sentence comes, and nothing is kept or all is well."""
    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD))
    whole = package.read_bytes()
    for at in range(0, len(whole), 3):
        package.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            assert load(add(package, home, replace=True).path).ok
        except ScenarioError as told:
            assert "was not added" in str(told)  # noqa: PT017
    assert [p.name for p in home.iterdir() if p.name.startswith(".")] == []


def test_a_missing_file_is_told(tmp_path: Path, home: Path) -> None:
    assert "there is no such file" in refusal(tmp_path / "nowhere.zip", home)


def test_unusual_packing_is_refused(tmp_path: Path, home: Path) -> None:
    """Other ways of packing can make a gigabyte of a few bytes before anybody can count."""
    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), method=zipfile.ZIP_LZMA)

    assert "unusual" in refusal(package, home)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("music/a.md", "Music/b.md"),
        ("a/Music/x/a.md", "a/music/x/b.md"),
        ("notes.md", "NOTES.md"),
        ("stra\u00dfe/a.md", "STRASSE/b.md"),
    ],
)
def test_paths_that_some_system_takes_for_one_are_refused(one: str, other: str) -> None:
    """Folders too: by case, by the way an accent is written, by letters that stand for two."""
    with pytest.raises(ScenarioError, match="differ in capital letters only"):
        check_names([one, other])


@pytest.mark.parametrize("digit", [*"0123456789", "\u00b9", "\u00b2", "\u00b3"])
@pytest.mark.parametrize("device", ["com", "LPT"])
def test_names_of_devices_are_refused_however_their_digit_is_written(device: str, digit: str) -> None:
    for name in (f"{device}{digit}.md", f"notes/{device}{digit}.tar.md", f"{device}{digit}/x.md"):
        with pytest.raises(ScenarioError, match="not every system"):
            check_names([name])


def test_a_file_in_a_folder_of_its_own_name_is_taken() -> None:
    check_names(["music/music.md", "music/other.md", "Pictures/a.md"])


@pytest.mark.parametrize(
    "names", [("x.md", "x.md/y.md"), ("x.md/y.md", "x.md"), ("X.md", "x.md/y.md"), ("lang/a.md", "lang/a.md/b/c.md")]
)
def test_a_file_and_a_folder_of_one_name_are_refused_by_their_name(
    names: tuple[str, ...], tmp_path: Path, home: Path
) -> None:
    """No disk can hold both; that such a file exists already is no help to anybody."""
    some = [(f"boat/{name}", "x") for name in names]
    told = refusal(zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), *some), home)

    assert "A file and a folder in it are both called “boat/" in told
