"""What a save has changed in play: told from what can be seen, with the weightiest first and nothing twice."""

from dataclasses import replace

import numpy as np
import pytest

from game.scenario import load
from game.session.entries import EndDay
from game.session.live.differences import DID, MOST_PARTS, SILENT, parts_changed, visible
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.turns import after
from game.session.view import ThreadItem
from tests.plays import example

PAST = {"had", "let", "bought", "said", "went", "spoke", "kept", "read", "lit", "stayed", "shared"}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Three days of the bakery on which nothing was done or said."""
    path = example(tmp_path_factory.mktemp("bakery"))
    path.write_text(path.read_text(encoding="utf-8").replace("    day: 2\n", "    day: 6\n"), encoding="utf-8")
    now = begun(compiled_of(load(path)), 4)
    for _ in range(3):
        now = after(now, EndDay())
    return with_threads(now)


def with_threads(run, **threads):
    """The same with other threads: who=((day, kind), ...), or a third word for who did it."""
    items = {
        who: tuple(ThreadItem(day, by[0] if by else "them", kind, "") for day, kind, *by in told)
        for who, told in threads.items()
    }
    return replace(run, story=replace(run.story, threads={**dict.fromkeys(run.people, ()), **items}))


def with_ledger(run, **fields):
    """The same with other figures in the ledger, of one follower after the other."""
    ledger = replace(run.position.ledger, **{name: np.array([values]) for name, values in fields.items()})
    return replace(run, position=replace(run.position, ledger=ledger))


@pytest.mark.parametrize("words", [*DID.values(), SILENT])
def test_each_deed_goes_on_from_a_name(words):
    """The sentence is “Ada Quist … on day 2, where she … before”: a verb in the past first, no stop at the end."""
    first = words.split()[0]

    assert first in PAST or first.endswith("ed")
    assert words[-1].isalpha()


def test_two_equal_runs_differ_in_nothing(run):
    """A run compared with itself has no visible difference."""
    assert visible(run, run) == ()


def test_one_night_that_went_otherwise_is_told_alone(run):
    """With what is done now, and what was done before; two deeds of one night are told together."""
    now = with_threads(run, ada=((2, "answer_warm"), (2, "question")))

    assert visible(run, now) == (
        "Ada Quist answered warmly and asked you something on day 2, where they kept silent before.",
    )
    assert visible(now, run) == (
        "Ada Quist kept silent on day 2, where they answered warmly and asked you something before.",
    )


@pytest.mark.parametrize(
    ("days", "more"),
    [((1, 2), "1 more night went otherwise."), ((1, 2, 3), "2 more nights went otherwise.")],
)
def test_more_nights_are_counted(run, days, more):
    """The first is told in full, the others by their number; the last night that both have played is one of them."""
    now = with_threads(run, ada=tuple((day, "like") for day in days))

    assert visible(run, now) == (f"Ada Quist liked what you did on day 1, where they kept silent before. {more}",)


def test_what_was_done_after_the_shorter_run_is_no_difference(run):
    """A night that only one of them has played cannot have gone otherwise."""
    shorter = replace(run, history=run.history[:2])

    assert visible(shorter, with_threads(run, ada=((3, "like"),))) == ()


def test_moves_of_yours_and_notes_are_no_reactions(run):
    """Only what they did is compared, whatever it is called."""
    assert visible(run, with_threads(run, ada=((1, "like", "me"), (1, "page", "note")))) == ()
    assert len(visible(run, with_threads(run, ada=((1, "like", "note"),)))) == 1


def test_followers_and_customers_are_counted(run):
    """Each figure old before new, before what single people did."""
    all_here = [1.0] * len(run.people)
    before = with_ledger(run, present=all_here, bought=[0.0] * len(run.people))
    now = with_ledger(run, present=[0.0, *all_here[1:]], bought=[0.0, 2.0, *[0.0] * (len(run.people) - 2)])
    told = visible(before, with_threads(now, ada=((1, "buys"),)))

    assert told[:2] == (f"Followers: {len(all_here)} → {len(all_here) - 1}.", "Customers: 0 → 1.")
    assert told[2].startswith("Ada Quist bought on day 1")


def changed(folder, text="", *, order=False):
    """The scenario of the bakery with a text replaced, or its people in another order."""
    folder.mkdir()
    path = example(folder)
    old = path.read_text(encoding="utf-8")
    if order:
        head, rest = old.split("  ada:\n")
        ada, tail = rest.split("  ben:\n")
        ben, tail = tail.split("crowd:")
        old = f"{head}  ben:\n{ben}  ada:\n{ada}crowd:{tail}"
    path.write_text(old.replace("timeline:\n", text + "timeline:\n") if text else old, encoding="utf-8")
    loaded = load(path)
    assert loaded.ok, loaded.problems
    return loaded.playable()


def test_parts_of_a_file_are_told_by_where_they_stand(tmp_path):
    """What is new, what is gone, and what only stands in another order."""
    cake = "  cake: {title: The cake, format: photo, about: [rye], hours: 0.5, text: Sweet.}\n"
    plain, more = changed(tmp_path / "a"), changed(tmp_path / "b", cake)

    assert parts_changed(plain, plain) == ()
    assert parts_changed(plain, more) == ("content › cake (new)",)
    assert parts_changed(more, plain) == ("content › cake (gone)",)
    assert "followers (in another order)" in parts_changed(plain, changed(tmp_path / "c", order=True))


def test_of_very_many_parts_the_first_are_told(tmp_path):
    """A wholly new file does not fill a screen without end."""
    cake = "  cake_{}: {{title: {} {}, format: {}, about: [rye], hours: {}, text: {}.}}\n"
    before, now = (
        changed(tmp_path / name, "".join(cake.format(n, name, n, *kind) for n in range(55)))
        for name, kind in (("Cake", ("photo", 0.5, "Sweet")), ("Pie", ("video", 1.5, "Sour")))
    )
    told = parts_changed(before, now)

    assert len(told) == MOST_PARTS < 55 * 4
    assert told[0].startswith("content › cake_0 › ")
