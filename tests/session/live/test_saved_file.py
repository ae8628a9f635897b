"""A scenario is saved while it is played: the run goes on with the change, as if it had been so from the start."""

import pytest

from game.errors import Refused
from game.model import Signal
from game.scenario import load
from game.session.entries import AnswerEvent, EndDay, Note, PlanMove
from game.session.live.differences import DID
from game.session.runs.resuming import replayed, resume
from game.session.runs.runs import start
from game.session.runs.saved_file import Broken, Taken, WatchedScenario
from game.session.story.unanswered_asks import NO_ANSWER
from game.session.transcript import transcript
from tests.plays import example
from tests.session.live.saves import NOW, SHY, edited, looked, play_days, saved, taken


def test_it_is_as_if_the_file_had_been_so_from_the_start(run, file, tmp_path):
    """The same choices in the changed file give the same view, thread by thread, bit for bit."""
    taken(run, file, SHY)

    fresh = start(file, 4, tmp_path / "other", NOW)
    play_days(fresh, 3)
    fresh.do(Note("ben", "seller", 75))
    fresh.do(PlanMove("comment", "ada"))
    assert run.view("ada") == fresh.view("ada")
    assert transcript(run.playthrough) == transcript(fresh.playthrough)


def test_words_change_in_place_and_nothing_else(run, file):
    """A new name and bio: every night is the same, what is planned and noted stands, and it is said."""
    before = run.view("ada")

    found = taken(run, file, ("Ada Quist", "Ada Quast"), ("name: Ben Tal", "name: Ben Tal\n    bio: Loves bread."))

    after = run.view("ada")
    assert found.replayed.days == 3
    assert found.replayed.changed == ("followers › ada › name", "followers › ben › bio")
    assert found.replayed.differs == ("Ada Quist is called Ada Quast now.",)
    assert "Ada Quast" in {f.name for f in after.followers}
    assert "Loves bread." in {f.bio for f in after.followers}
    assert [(p.move, p.who) for p in after.plan] == [(p.move, p.who) for p in before.plan]
    assert next(f.guess for f in after.followers if f.id == "ben").motive == "seller"


def test_a_changed_text_alone_is_the_same_run(run, file):
    """Text of a content: the same people, and nothing anybody did is changed."""
    found = taken(run, file, ("Still warm.", "Still very warm."))

    assert found.replayed.same
    assert found.replayed.changed == ("content › loaf › text",)
    assert next(c.text for c in run.view().contents) == "Still very warm."


def test_what_differs_is_what_a_player_can_see(run, file):
    """Followers and nights are compared by what they visibly did; trust is named nowhere."""
    found = taken(run, file, SHY, ("count: 3", "count: 2"), ("hours_per_day: 3", "hours_per_day: 2"))

    told = " ".join(found.replayed.differs)
    assert "Hours a day: 3 → 2." in found.replayed.differs
    assert any("is no longer among the people" in line for line in found.replayed.differs)
    assert "where she" in told or "where they" in told
    assert "trust" not in told


def test_every_signal_has_words():
    """Whatever somebody does can be told."""
    assert set(DID) == {s.id for s in Signal} - {"none"} | {NO_ANSWER}
    assert [words for words in DID.values() if not words[0].islower() or words != words.strip()] == []


def test_choices_for_somebody_gone_are_left_out_and_told(run, file):
    """Without Ben the days are played all the same; what was meant for him is told once."""
    found = taken(run, file, ("  ben:\n    name: Ben Tal\n    loves: {rye: 20}\n    motive: seller\n", ""),
                  ("    knows: [ben]\n", ""))  # fmt: skip

    assert run.playthrough.day == 4
    assert found.replayed.stopped == ""
    assert found.replayed.left_out == (
        "Ben Tal is no longer in the file: 4 choices of yours left out, on days 1, 2, 3, 4.",
    )
    assert [p.move for p in run.view().plan] == ["comment"]


def test_a_renamed_id_keeps_the_choices(run, file):
    """The same name under another id is the same person."""
    found = taken(run, file, ("  ben:\n", "  benno:\n"), ("[ben]", "[benno]"))

    assert found.replayed.left_out == ()
    assert next(f.guess for f in run.view().followers if f.id == "benno") is not None


def test_a_new_event_that_wants_an_answer_is_where_it_stops(run, file):
    """Nobody answers for the player: the game goes back to that morning and says why; going on works."""
    fire = "{title: The oven is out, day: 2, text: Cold., choices: [{label: Light it}, {label: Wait}]}"

    found = taken(run, file, ("timeline:\n", f"timeline:\n  fire: {fire}\n"))

    assert found.replayed.stopped == "“The oven is out” wants an answer on day 2. Go on from that morning."
    assert run.playthrough.day == 2
    assert found.replayed.days == 1
    run.do(AnswerEvent("fire", 0))
    run.do(EndDay())
    assert run.playthrough.day == 3


def test_once_the_new_event_is_answered_the_other_days_can_be_played_on(run, file):
    """One step leads back to where the player was, with the new answer; the record has it too."""
    before = run.view("ada")
    fire = "{title: The oven is out, day: 2, text: Cold., choices: [{label: Light it}, {label: Wait}]}"
    taken(run, file, ("timeline:\n", f"timeline:\n  fire: {fire}\n"))
    assert run.days_ahead == 0
    run.do(AnswerEvent("fire", 1))
    assert run.days_ahead == 2

    reload = run.catch_up()

    assert (run.playthrough.day, reload.days, reload.left_out, reload.stopped) == (4, 3, (), "")
    assert run.playthrough.answers == {"fire": 1, "landlord": 1}
    assert run.view("ada").plan == before.plan
    assert run.days_ahead == 0
    assert resume(run.path).view("ada") == run.view("ada")


def test_whoever_plays_on_otherwise_does_not_lose_that(run, file):
    """After a move of one's own the old days do not come back by themselves."""
    fire = "{title: The oven is out, day: 2, text: Cold., choices: [{label: Light it}, {label: Wait}]}"
    taken(run, file, ("timeline:\n", f"timeline:\n  fire: {fire}\n"))
    run.do(AnswerEvent("fire", 1))
    run.do(PlanMove("like", "ada"))

    assert run.days_ahead == 0
    with pytest.raises(Refused):
        run.catch_up()


def test_an_event_on_another_day_keeps_its_answer(run, file):
    """Moved from day 2 to day 3, earlier or later: the answer goes with it."""
    for old, new in (("    day: 2", "    day: 3"), ("    day: 3", "    day: 1")):
        found = taken(run, file, (old, new))

        assert found.replayed.stopped == ""
        assert found.replayed.left_out == ()
        assert run.playthrough.answers == {"landlord": 1}
        assert run.playthrough.day == 4


def test_an_answer_is_known_by_its_words(run, file):
    """With the answers in another order, the chosen words stay chosen."""
    first, second = (
        "      - {label: Send everybody the menu, do: {move: blast_dm, who: [everyone]}}\n",
        "      - {label: Ask for a week, reply: He grumbles.}\n",
    )
    taken(run, file, (first + second, second + first))

    assert run.playthrough.answers == {"landlord": 0}


def test_an_answer_whose_words_are_gone_among_fewer_is_asked_again(run, file):
    """Its place says nothing where there is one answer less: the morning waits, and the answer is told as left out."""
    both = (
        "      - {label: Send everybody the menu, do: {move: blast_dm, who: [everyone]}}\n"
        "      - {label: Ask for a week, reply: He grumbles.}\n"
    )
    found = taken(run, file, (both, "      - {label: Ask him in, reply: He comes.}\n"))

    assert run.playthrough.answers == {}
    assert run.playthrough.waiting_events() == ("landlord",)
    assert found.replayed.stopped


def test_a_shorter_game_ends_and_a_longer_one_goes_on(run, file):
    """Three days instead of six: the game is over. With six again, what was left out comes back."""
    live = WatchedScenario(run, lambda: NOW)
    before = run.view("ada")
    edited(file, ("days: 6", "days: 3"))
    short = looked(live)
    assert isinstance(short, Taken)
    assert run.finished
    assert "The game ends with day 3 now" in short.replayed.stopped

    edited(file, ("days: 3", "days: 6"))
    looked(live)
    assert run.view("ada") == before


def test_errors_keep_the_last_good_version(run, file):
    """A broken save changes nothing; the errors are told; mended, it is taken, and nothing was written in between."""
    before, size = run.view("ada"), run.path.stat().st_size
    live = WatchedScenario(run, lambda: NOW)
    edited(file, ("motive: buyer", "motive: byer"))

    wrong = looked(live)

    assert isinstance(wrong, Broken)
    assert (wrong.file, wrong.time, [p.line for p in wrong.problems]) == ("bakery.yaml", "14:03", [10])
    assert run.view("ada") == before
    edited(file, ("motive: byer", "motive: buyer"))
    right = looked(live)
    assert isinstance(right, Taken)
    assert right.replayed.same
    assert run.path.stat().st_size == size


def test_warnings_do_not_interrupt(run, file):
    """A file that only has something to note is taken."""
    found = saved(run, file, ("name: Ben Tal", "name: Ben Tal  #baker"))

    assert [p.severity for p in load(file).problems] == ["warning"]
    assert isinstance(found, Taken)


def test_a_run_in_another_language_stays_in_it(tmp_path):
    """The language is kept in the record and honoured by Continue and by a save."""
    folder = tmp_path / "bakery"
    folder.mkdir()
    example(folder).rename(folder / "scenario.yaml")
    (folder / "lang").mkdir()
    po = folder / "lang" / "de.po"
    po.write_text('msgctxt "title"\nmsgid "The Corner Bakery"\nmsgstr "Die Bäckerei an der Ecke"\n', encoding="utf-8")
    game = start(folder, 4, tmp_path / "runs", NOW, language="de", live=True)
    assert game.view().title == "Die Bäckerei an der Ecke"

    assert replayed(game.path).view().title == "Die Bäckerei an der Ecke"

    live = WatchedScenario(game, lambda: NOW)
    po.write_text(po.read_text(encoding="utf-8").replace("Die Bäckerei", "Der Bäcker"), encoding="utf-8")
    found = looked(live)
    assert isinstance(found, Taken)
    assert game.view().title == "Der Bäcker an der Ecke"
    assert found.replayed.same


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            ("  loaf: {title: The first loaf", "  bun: {title: The first bun"),
            "“The first loaf” is no longer in the file",
        ),
        (("Still warm.", "Still very warm."), ""),
    ],
)
def test_what_was_shared_is_told_when_it_is_gone(tmp_path, file, change, why):
    """A share of something that the file has no more is left out by name; one of something changed is kept."""
    game = start(file, 4, tmp_path / "shared", NOW, live=True)
    game.do(PlanMove("post_story", "", "loaf"))

    found = taken(game, file, change)

    assert [why in line for line in found.replayed.left_out] == ([True] if why else [])
    assert [p.content for p in game.view().plan] == ([] if why else ["The first loaf"])
