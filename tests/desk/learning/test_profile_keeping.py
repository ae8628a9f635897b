"""Finished games of the folder of runs go into a profile: those that somebody has played, each once."""

import os
from datetime import UTC, date, datetime

import pytest

from game.coach.learner.profile_told import profile_told
from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleSeen
from game.coach.looking_back.make_debrief import debrief
from game.desk.learning import profile_keeping
from game.desk.learning.profile_file import ProfileFile
from game.desk.learning.profile_keeping import _begun, delete_profile, finished_games, offered_next, take_in
from game.resources import SCENARIOS
from game.session.runs.recorded_scenario import anywhere
from game.session.runs.resuming import replayed
from game.session.runs.runs import start
from game.session.runs.same_run import run_of
from game.session.runs.summaries import summary_of
from tests.coach.learner.games import game
from tests.plays import bot_plays_a_day, bots, example
from tests.records import change_lines


def run_name(folder):
    """The name of the run that is whole."""
    path = folder / "whole.jsonl"
    return run_of(summary_of(path).header, path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A finished game, one of a bot, one that has just begun, and a file that is no record."""
    here = tmp_path_factory.mktemp("runs")
    file = example(here)
    for name, days, by in (("whole", 6, ""), ("by_bot", 6, "patient"), ("begun", 1, "")):
        run = start(file, 4, here, datetime(2026, 1, 1, tzinfo=UTC), name=f"{name}.jsonl", played_by=by)
        for _ in range(days):
            bot_plays_a_day(run, bots()["patient"])
        run.close()
    (here / "strange.jsonl").write_text("nothing\n", encoding="utf-8")
    return here


def test_whole_games_of_people_are_taken_in(folder):
    """By the run and its questions; what a bot played, what goes on still, and what is no record are not."""
    (found,) = finished_games(folder, frozenset(), anywhere)
    now = replayed(folder / "whole.jsonl", anywhere).playthrough
    assert (found.run, found.scenario, found.title) == (run_name(folder), "bakery", "The Corner Bakery")
    assert found.of(KNOW_WHEN).asked == sum(ask.for_sale for ask in debrief(now).asks)


def test_what_is_in_a_profile_is_not_read_again(folder):
    """Known by its run, or by the name of its record, as earlier profiles have it."""
    for known in (run_name(folder), "whole.jsonl"):
        assert list(finished_games(folder, frozenset({known}), anywhere)) == []


def copied(folder, to, *names):
    """A folder with the whole game under some names."""
    to.mkdir()
    for name in names:
        (to / name).write_bytes((folder / "whole.jsonl").read_bytes())
    return to


def test_a_copied_record_is_one_game(folder, tmp_path):
    """Whatever a copy is called, and after the first record is gone, it tells nothing that was not known."""
    runs = copied(folder, tmp_path / "runs", "whole.jsonl", "whole (copy).jsonl")
    (found,) = finished_games(runs, frozenset(), anywhere)
    (runs / "whole.jsonl").unlink()
    assert list(finished_games(runs, frozenset({found.run}), anywhere)) == []


def test_a_restored_backup_moves_no_booster(folder, tmp_path):
    """A game has the time at which its record was begun, and not that of a file, which a copy or a backup sets anew."""
    runs = copied(folder, tmp_path / "runs", "whole.jsonl")
    os.utime(runs / "whole.jsonl", (2_000_000_000, 2_000_000_000))
    (found,) = finished_games(runs, frozenset(), anywhere)
    assert found.when == "2026-01-01T00:00:00+00:00"


def test_a_record_without_a_time_has_that_of_its_oldest_file(tmp_path):
    """A damaged time is no reason to leave a game out; the earliest time that is known is taken."""
    for name, at in (("a.jsonl", 1_000_000_000), ("b.jsonl", 900_000_000)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (at, at))
    assert _begun("yesterday", sorted(tmp_path.iterdir())).timestamp() == 900_000_000


@pytest.fixture
def kept(tmp_path):
    """Profiles of Ada, who has a game, and of Bo, who has none."""
    found = ProfileFile(tmp_path / "profiles.jsonl")
    found.begin("Ada")
    found.begin("Bo")
    return found


@pytest.mark.parametrize("take", [False, True])
def test_the_games_of_a_deleted_profile_go_into_no_other_one(folder, kept, take):
    """Bo is alone after that, and does not get what Ada played, asked for or not, nor does a second Ada."""
    take_in(kept, "Ada", folder, anywhere, take=True)
    delete_profile(kept, "Ada", folder)
    take_in(kept, "Bo", folder, anywhere, take=take)
    take_in(kept, kept.begin("Ada"), folder, anywhere, take=take)
    assert (kept.book().games, kept.book().notices) == ((), ())


def test_a_damaged_line_of_nobodys_games_is_told(kept):
    """It is kept and not read, as any other damaged line."""
    kept.path.write_bytes(kept.path.read_bytes() + b'{"courtship_profile": 1, "kind": "nobody", "games": 3}\n')
    assert "1 line of profiles.jsonl is damaged" in kept.book().notices[0]
    assert kept.book().names == ("Ada", "Bo")


def test_whoever_deletes_their_only_profile_begins_anew(folder, tmp_path):
    """What is deleted does not come back at the next look."""
    kept = ProfileFile(tmp_path / "profiles.jsonl")
    for count in (1, 0):
        take_in(kept, kept.begin("You"), folder, anywhere, take=False)
        assert len(kept.book().games) == count
        delete_profile(kept, "You", folder)


def test_a_game_that_may_be_anybodys_comes_in_only_if_asked_for(folder, kept):
    """Ada had not taken in her game when her profile was deleted: it does not go into Bo's by itself."""
    delete_profile(kept, "Ada", folder)
    take_in(kept, "Bo", folder, anywhere, take=False)
    assert kept.book().of("Bo") == ()
    take_in(kept, "Bo", folder, anywhere, take=True)
    assert len(kept.book().of("Bo")) == 1


def test_whoever_is_alone_needs_not_ask(folder, kept):
    """A game that was finished after a deletion goes into the one profile there is by itself."""
    delete_profile(kept, "Ada", folder.parent / "none yet")
    take_in(kept, "Bo", folder, anywhere, take=False)
    assert len(kept.book().of("Bo")) == 1


def test_a_scenario_that_teaches_what_is_due_is_offered_first(tmp_path):
    """Here the second one of two, because a principle of it was not kept."""
    weak = PrincipleSeen(goals=3)
    told = profile_told("Ada", ("Ada",), [game(1, scenario="second", calm=weak)], date(2026, 2, 1))
    hello = SCENARIOS / "first_hello.yaml"
    broken = tmp_path / "first.yaml"
    broken.write_text("days: none\n", encoding="utf-8")
    assert offered_next(told, {"first": hello, "second": hello}).scenario == "second"
    assert offered_next(told, {"second": broken, "first": hello}).scenario == "first"


def test_whoever_firmly_asks_in_time_is_offered_a_hard_game_first():
    """Six of six in time and an easy game beside it would speak against each other."""
    games = [game(day, asked=3, in_time=3, scenario="first_hello") for day in (1, 2)]
    told = profile_told("Ada", ("Ada",), games, date(2026, 1, 2))
    assert told.principles[0].level == "firm"
    assert offered_next(told, {"first_hello": SCENARIOS / "first_hello.yaml"}).difficulty == "hard"


@pytest.mark.parametrize("games", [1, 2])
def test_whoever_asked_in_time_so_far_is_not_sent_to_a_gentle_game(games):
    """One question in one game, and it came in time: 66 of 66 is no reason to play more gently."""
    played = [game(day, asked=1, in_time=1, scenario="first_hello") for day in range(1, games + 1)]
    told = profile_told("Ada", ("Ada",), played, date(2026, 1, 3))
    assert offered_next(told, {"first_hello": SCENARIOS / "first_hello.yaml"}).difficulty != "gentle"


def test_before_the_first_game_nothing_is_offered():
    """Nothing is known of how somebody plays who has played nothing."""
    told = profile_told("Ada", ("Ada",), [], date(2026, 2, 1))
    assert offered_next(told, {"first_hello": SCENARIOS / "first_hello.yaml"}) is None


def finished(folder, seed=4):
    """A finished game of a seed."""
    folder.mkdir(exist_ok=True)
    file = example(folder)
    run = start(file, seed, folder, datetime(2026, 1, 1, tzinfo=UTC), name=f"game{seed}.jsonl")
    while not run.finished:
        bot_plays_a_day(run, bots()["patient"])
    run.close()
    return run


def broken_copies(folder, number):
    """A finished game whose record breaks at its first choice, and copies of it."""
    game = finished(folder)
    change_lines(game.path, lambda lines: lines[1].update(who="nobody"))
    for copy in range(number):
        game.path.with_name(f"copy{copy}.jsonl").write_bytes(game.path.read_bytes())


def test_what_breaks_is_repeated_once_and_not_each_time(tmp_path, monkeypatch):
    """175 damaged copies of one game: a few are tried, then none of those again."""
    broken_copies(tmp_path, 12)
    tried = []

    def counted(path, may_open):
        tried.append(path)
        return replayed(path, may_open)

    monkeypatch.setattr(profile_keeping, "replayed", counted)
    for _ in range(4):
        assert list(finished_games(tmp_path, frozenset(), anywhere)) == []
    assert len(tried) == len(set(tried)) == 13


def test_what_was_found_before_it_is_interrupted_is_kept(tmp_path, monkeypatch):
    """Ctrl-C in the midst of many games: the next time it goes on from there."""
    folder = tmp_path / "runs"
    for seed in (4, 5, 6):
        finished(folder, seed)
    kept = ProfileFile(tmp_path / "profiles.jsonl")
    name = kept.begin("You")

    def looked(done, total):
        assert total == 3
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(kept, name, folder, anywhere, take=False, looked=looked)
    assert len(kept.book().of(name)) == 2
