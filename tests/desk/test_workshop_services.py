"""The Workshop's services: what authors do with scenarios, with files of their own."""

import shutil
from pathlib import Path

import pytest

from game.desk.workshop_services import Workshop
from game.errors import ScenarioError
from game.resources import SCENARIOS
from game.scenario.lint.linting import examine
from game.ui.workshop.workshop_values import NewScenario

BROKEN = Path(__file__).parents[1] / "scenario" / "broken"
WISH = NewScenario("Bread & Butter", "bakery", "Zoë Lind", "Whether there is a loaf left", "bakery")


@pytest.fixture
def shop(tmp_path):
    return Workshop(own=tmp_path / "own", memory=tmp_path / "memory.json", packages=tmp_path / "packages")


def by_place(shop, place):
    return [work for work in shop.works() if work.place == place]


def test_a_new_scenario_is_in_the_list_and_has_nothing_to_mend(shop):
    """With the files that an editor needs."""
    path = shop.create(WISH)
    check = shop.examine(path)

    assert (check.work.title, check.work.place, check.problems) == ("Bread & Butter", "own", ())
    assert by_place(shop, "own") == [check.work]
    assert check.work.good
    assert (Path(path) / ".vscode" / "tasks.json").is_file()


def test_a_name_that_is_taken_is_refused_and_nothing_is_written(shop):
    """The scenario that has the name keeps each byte."""
    path = Path(shop.create(WISH))
    before = (path / "scenario.yaml").read_bytes()

    with pytest.raises(ScenarioError, match="bread_butter already"):
        shop.create(WISH)
    assert (path / "scenario.yaml").read_bytes() == before


def test_a_copy_of_a_shipped_scenario_is_the_authors_to_change(shop):
    """It plays, its title tells it from the original, and the original stays as it was."""
    original = SCENARIOS / "slow_roast.yaml"
    before = original.read_bytes()
    first, second = shop.copy(str(original)), shop.copy(str(original))

    assert first != second
    assert original.read_bytes() == before
    loaded = examine(first)
    assert loaded.ok
    assert loaded.title == "The Slow Roast, my copy"
    assert shop.examine(first).work.may_change


def test_shipped_scenarios_are_never_mended_nor_given_a_schema(shop, tmp_path):
    """Their folder stays as it was installed."""
    home = tmp_path / "shipped"
    home.mkdir()
    shutil.copy(BROKEN / "at_sign.yaml", home / "at_sign.yaml")
    shipped = Workshop(shipped=home, own=tmp_path / "own", memory=tmp_path / "memory.json")
    check = shipped.examine(str(home / "at_sign.yaml"))

    assert check.work.errors
    assert check.mendable == 0
    assert [entry.name for entry in home.iterdir()] == ["at_sign.yaml"]


def test_what_is_mended_is_what_was_shown_and_the_old_file_is_kept(shop, tmp_path):
    """Showing writes nothing; mending keeps the file before it."""
    file = tmp_path / "at_sign.yaml"
    shutil.copy(BROKEN / "at_sign.yaml", file)
    before = file.read_bytes()
    shown = shop.mends(str(file))
    assert shown
    assert file.read_bytes() == before, "showing writes nothing"
    done = shop.mend(str(file))

    assert [(m.before.strip(), m.after.strip()) for m in done] == [(m.before, m.after) for m in shown]
    assert (tmp_path / "at_sign.yaml.bak").read_bytes() == before
    assert all(m.after in file.read_text(encoding="utf-8") for m in shown)


def test_a_scenario_elsewhere_is_remembered_the_next_time_until_it_is_taken_off(shop, tmp_path):
    """What comes with the game is not listed twice."""
    far = tmp_path / "far.yaml"
    shutil.copy(SCENARIOS / "first_hello.yaml", far)
    shop.remember(str(far))
    shop.remember(str(SCENARIOS / "slow_roast.yaml"))  # comes with the game: it is listed anyhow

    def later():
        return Workshop(own=tmp_path / "own", memory=tmp_path / "memory.json")

    assert [w.path for w in by_place(later(), "elsewhere")] == [str(far)]
    far.unlink()
    (gone,) = by_place(later(), "elsewhere")
    assert "no longer there" in gone.worst[0]
    later().forget(str(far))
    assert by_place(later(), "elsewhere") == []


def test_a_damaged_memory_is_no_reason_to_stop(tmp_path):
    """The list is empty, and browsing works."""
    for text in ("", "[]", '{"paths": 3, "folder": ""}', "\x00", '{"paths": [1], "folder": "x"}'):
        (tmp_path / "memory.json").write_text(text)
        shop = Workshop(own=tmp_path / "own", memory=tmp_path / "memory.json")
        assert by_place(shop, "elsewhere") == []
        assert shop.browse("").path


def test_browsing_shows_folders_scenarios_and_packages_only(shop, tmp_path):
    """Pictures and hidden files are not offered."""
    for name in ("b.yaml", "a.zip", "photo.png", ".hidden"):
        (tmp_path / name).write_text("")
    (tmp_path / "play").mkdir()
    (tmp_path / "play" / "scenario.yaml").write_text("")
    (tmp_path / "empty").mkdir()
    listing = shop.browse(str(tmp_path))

    assert [(e.name, e.kind) for e in listing.entries] == [
        ("empty", "folder"), ("play", "scenario"), ("a.zip", "zip"), ("b.yaml", "file"),
    ]  # fmt: skip
    assert listing.above == str(tmp_path.parent)
    assert shop.browse("").path == str(tmp_path), "the folder looked at last"
    for odd in (str(tmp_path / "gone"), str(tmp_path / "b.yaml"), "a\0b"):
        assert "cannot be read" in shop.browse(odd).problem
    assert "nobody" in shop.browse("~nobody_of_this_name/plays").problem
    assert shop.browse("").path == str(tmp_path), "what cannot be read is not remembered"


def test_packed_here_and_added_there(shop, tmp_path):
    """What is packed passes the checks of another machine; a second time its name is taken, and a free one offered."""
    made = shop.pack(shop.create(WISH))
    there = Workshop(own=tmp_path / "there", memory=tmp_path / "other.json")
    added = there.add(made.path)

    assert (added.title, added.taken) == ("Bread & Butter", "")
    again = there.add(made.path)
    assert (again.path, again.taken, again.may_replace) == ("", "bread_butter", True)
    assert Path(there.add(made.path, again.other).path).name == again.other != "bread_butter"
    assert len(by_place(there, "own")) == 2


def test_packing_twice_overwrites_nothing(shop):
    """The second package has a name of its own."""
    path = shop.create(WISH)
    assert shop.pack(path).path != shop.pack(path).path


def test_a_file_that_is_no_package_is_refused_in_a_sentence(shop, tmp_path):
    """It says which file and why, and adds nothing."""
    (tmp_path / "a.zip").write_text("not a zip")
    with pytest.raises(ScenarioError, match=r"a\.zip was not added\. It is no zip file"):
        shop.add(str(tmp_path / "a.zip"))
    assert by_place(shop, "own") == []


def test_a_save_is_seen_once(shop):
    """However often one looks, one save is one change."""
    path = shop.create(WISH)
    assert not shop.changed(path)
    file = Path(path) / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    seen = [shop.changed(path) for _ in range(4)]

    assert seen.count(True) == 1
    assert shop.examine(path).version != Workshop().examine(str(SCENARIOS / "slow_roast.yaml")).version


def test_the_list_asks_for_another_look_after_a_save(shop):
    """What was found before the save is not told as if it held."""
    path = shop.create(WISH)
    shop.examine(path)
    assert by_place(shop, "own")[0].examined
    file = Path(path) / "scenario.yaml"
    file.write_text("title: broken", encoding="utf-8")
    assert not by_place(shop, "own")[0].examined
    assert shop.examine(path).work.errors


def test_notes_for_trainers_are_shown(shop):
    """The text of `notes.md` stands with the scenario."""
    path = shop.create(WISH)
    (Path(path) / "notes.md").write_text("Stop after day six.", encoding="utf-8")
    assert shop.examine(path).work.told == "Stop after day six."


def test_everything_can_be_looked_at(shop):
    """Sentences, figures, map and lines name what the author wrote."""
    path = shop.create(WISH)
    graph, about = shop.map_of(path)
    lines = shop.lines(path)

    assert "Zoë Lind" in shop.in_sentences(path)
    assert "Zoë Lind" in shop.figures(path)["followers"]
    assert {thing.title for thing in graph.things} >= {"Zoë Lind"}
    assert "loaf" in about["event.flat_loaf"]
    ids = [name for name, _ in (*lines.signals, *lines.moves)]
    assert len(set(ids)) == len(ids)
    for line in ids:
        assert len(shop.say(path, line, "zoe", 0)) == 10, line
    assert shop.say(path, "thanks", "", 0) != shop.say(path, "thanks", "", 1)
    assert shop.reference()[0][0] == "The whole file"


def test_what_has_errors_is_not_told_packed_or_played(shop, tmp_path):
    """All of these refuse with the same sentence: the errors come first."""
    file = tmp_path / "at_sign.yaml"
    shutil.copy(BROKEN / "at_sign.yaml", file)
    for ask in (shop.in_sentences, shop.figures, shop.map_of, shop.pack, lambda p: shop.playtest(p, 10)):
        with pytest.raises(ScenarioError, match="errors, which come first"):
            ask(str(file))


def test_a_language_begins_with_a_file_for_translators(shop):
    """Nothing of it is translated yet; a single file of the game is told to become a folder first."""
    pytest.importorskip("babel")
    path = shop.create(WISH)
    assert shop.tongues(path).found == ()
    assert "de.po is written" in shop.translate(path, "de")
    (german,) = shop.tongues(path).found
    assert (german.id, german.done, german.missing) == ("de", 0, german.total)
    assert "folder of its own" in shop.tongues(str(SCENARIOS / "slow_roast.yaml")).problem


def test_a_folder_is_opened_or_its_place_is_said(shop, tmp_path, monkeypatch):
    """Without a program that opens folders, one is told where it is."""
    from game.desk import system

    path = shop.create(WISH)
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "which", lambda _: None)
    assert path in shop.show_folder(path)
    script = tmp_path / "opener"
    script.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    script.chmod(0o755)
    monkeypatch.setattr(system, "which", lambda _: str(script))
    assert shop.edit(path) == ""
    assert (tmp_path / "opened").read_text().strip() == str(Path(path) / "scenario.yaml")
    script.write_text("#!/bin/sh\nexit 3\n")
    assert "Nothing here can open it" in shop.show_folder(path)
    assert "no longer there" in shop.edit(str(tmp_path / "gone.yaml"))
