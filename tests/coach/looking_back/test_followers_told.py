"""What is revealed of a follower: how it stands by what weighs most, when they were ready, who was taken for what."""

import re
from dataclasses import replace

import numpy as np
import pytest

from game.coach.knowing_when import spells_of
from game.coach.looking_back.followers_told import GONE, follower_told, trust_by_day
from game.coach.looking_back.lessons_told import goals_told
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.month.left_by_themselves import LIKELIER, risks
from game.model import trust
from game.scenario import load
from game.session.entries import EndDay, Note
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.turns import after
from game.session.view import ThreadItem
from tests.plays import example, played

COLUMN = 0
STANDINGS = (
    "nothing_to_win", "left", "left_unprompted", "left_pushed", "happy_end_came", "bought_elsewhere", "on_good_terms",
    "happy_end_missed",
)  # fmt: skip


@pytest.fixture(scope="module")
def run():
    """Two days of a game in which nobody is asked anything."""
    return played("first_hello", "never_asks", seed=2, days=2).playthrough


def final(run, *, present=1.0, human=1.0, buys=0.0, arrives=1.0, **state):
    """The last morning with figures of the first follower changed."""
    position = run.position

    def changed(part, figures):
        found = {name: getattr(part, name).copy() for name in figures}
        for name, value in figures.items():
            found[name][0, COLUMN] = value
        return replace(part, **found)

    figures = {"happy": 0.0, "elsewhere": 0.0, "reactance": 0.0, **state}
    return replace(
        position, ledger=changed(position.ledger, {"present": present}), state=changed(position.state, figures),
        people=changed(position.people, {"human": human, "buys": buys, "arrives": arrives}),
    )  # fmt: skip


def told(run, position, ready=(0.0, 0.0)):
    return follower_told(run, position, COLUMN, np.zeros(3), np.array(ready))


def occasion(run, text):
    """Under which occasion a sentence stands, by its words without names."""
    person, texts = run.people[run.compiled.ids[COLUMN]], run.setup.texts.debrief
    bare = text.replace(person.name, "{name}").replace(person.first, "{first}")
    patterns = {
        name: "|".join(re.escape(one).replace(r"\{day\}", r"\d+").replace(r"\{end\}", ".+") for one in texts[name])
        for name in STANDINGS
    }
    return next(name for name in STANDINGS if re.fullmatch(patterns[name], bare))


def test_who_left_by_themselves_is_no_fault_of_yours():
    """Where nothing that was done made it likelier, the debrief says so, with how many go like that."""
    fair, blamed = 0, 0
    for name, bot, seed in (("slow_roast", "patient", 2), ("slow_roast", "pushy", 1), ("slow_roast", "pushy", 4)):
        now = played(name, bot, seed).playthrough
        for person in debrief(now).followers:
            gone = [mark for mark in person.milestones if mark.signal in GONE]
            if not gone:
                continue
            was, own = risks(now, now.history[gone[-1].day - 1])
            column = now.compiled.ids.index(person.id)
            likelier = was[column] >= LIKELIER * own[column]
            told = "whatever one does" in person.end or "at any page" in person.end
            assert told == gone[-1].by_themselves == ("not your doing" in gone[-1].title)
            assert told == (not likelier and gone[-1].signal == "unfollows")
            fair, blamed = fair + told, blamed + (not told)
    assert fair
    assert blamed > 10


@pytest.mark.parametrize(
    ("figures", "stands"),
    [
        ({"human": 0.0, "happy": 1.0}, "nothing_to_win"),
        ({"present": 0.0, "happy": 1.0}, "left"),
        ({"present": 0.0, "reactance": 0.41}, "left_pushed"),
        ({"present": 0.0, "reactance": 0.4}, "left"),
        ({"happy": 1.0, "elsewhere": 1.0}, "happy_end_came"),
        ({"elsewhere": 1.0}, "bought_elsewhere"),
        ({"facets": 1.0}, "on_good_terms"),
        ({"facets": -1.0}, "happy_end_missed"),
    ],
)
def test_how_it_stands_is_told_by_what_weighs_most(run, figures, stands):
    """A programme before all, then whoever left, the happy end, the purchase elsewhere, and at last the terms."""
    facets = figures.pop("facets", None)
    position = final(run, **figures)
    if facets is not None:
        position = replace(position, state=replace(position.state, facets=np.full_like(position.state.facets, facets)))

    assert occasion(run, told(run, position).end) == stands


def test_the_day_on_which_somebody_left_is_told(run):
    """The last one, of whoever came back in between."""
    who = run.compiled.ids[COLUMN]
    items = tuple(ThreadItem(day, "note", kind, "x") for day, kind in ((1, "unfollows"), (2, "blocks"), (3, "like")))
    gone = replace(run, story=replace(run.story, threads={**run.story.threads, who: items}))

    assert "day 2" in told(gone, final(run, present=0.0, reactance=1.0)).end


def test_a_happy_end_is_one_only_of_those_who_are_there(run):
    """Whoever has left has come to no happy end with you."""
    assert told(run, final(run, happy=1.0)).came
    assert not told(run, final(run, happy=1.0, present=0.0)).came
    assert not told(run, final(run)).came


def test_days_of_being_ready_are_told_of_those_who_buy(run):
    """Of all others a yes to a proposal would have been kindness, and no chance missed."""
    assert told(run, final(run, buys=1.0), (True, True)).ready_spells == ((1, 2),)
    assert told(run, final(run), (True, True)).ready_spells == ()


@pytest.mark.parametrize(
    ("ready", "spells"),
    [
        ((False, False), ()),
        ((True, False, True), ((1, 1), (3, 3))),
        ((False, True, True, False), ((2, 3),)),
        ((True,) * 4, ((1, 4),)),
    ],
)
def test_a_spell_is_days_running(ready, spells):
    """First and last day of each, as the calendar has them."""
    assert spells_of(np.array(ready)) == spells


@pytest.mark.parametrize("right", [True, False])
def test_a_guess_is_told_beside_the_truth(run, right):
    """With its title, how sure one was, and whether it was right; nothing where nothing was noted."""
    who = run.compiled.ids[COLUMN]
    truth = run.people[who].motive
    motive = truth if right else next(m for m in run.compiled.rules.motives.ids if m != truth)
    noted = told(after(run, Note(who, motive, 75)), run.position)

    assert (noted.guess_right, noted.guess_sure) == (right, 75)
    assert noted.guess == run.setup.speaker.motive(motive).title
    nothing = told(run, run.position)
    assert (nothing.guess, nothing.guess_sure, nothing.guess_right) == ("", 0, False)


def test_trust_is_told_of_the_first_morning_and_each_evening(run):
    """In points, before the events of the next morning."""
    points = trust_by_day(run)
    params = run.compiled.rules.params
    last = 100.0 * trust(run.position.dawn, run.position.people, params)[0]

    assert points.shape == (3, run.compiled.followers)
    assert points[-1].tolist() == last.tolist()
    assert points.min() >= 0.0
    assert points.max() > 1.0


def test_how_many_follow_for_what_is_sold_is_set_against_the_guesses(run):
    """Three sentences: nothing noted, the very people, or others; the same number of others is no praise."""
    who = list(run.compiled.ids)
    is_buyer = dict(zip(who, run.position.people.buys[0] > 0.5, strict=True))
    buyers, others = [one for one in who if is_buyer[one]], [one for one in who if not is_buyer[one]]
    noted = run
    for one in who:
        noted = after(noted, Note(one, "buyer" if is_buyer[one] else "courtesy", 50))
    more = after(noted, Note(others[0], "buyer", 50))
    swapped = after(more, Note(buyers[0], "courtesy", 50))

    assert debrief(run).buyers_truth.endswith("You noted down nobody's reasons.")
    assert debrief(noted).buyers_truth.endswith("and you took these very people for buyers.")
    assert debrief(more).buyers_truth.endswith(
        f"You noted down {len(buyers) + 1} as buyers or bargain hunters: right about {len(buyers)}."
    )
    assert debrief(swapped).buyers_truth.endswith(
        f"You noted down {len(buyers)} as buyers or bargain hunters: right about {len(buyers) - 1}."
    )
    assert debrief(more).buyers_truth.startswith(f"{len(buyers)} of {len(who)} followed you")


GOALS = """\
goals:
  all: {title: All, need: {followers: {stage: stranger, at_least: 5}}, by_day: 2}
  more: {title: More, need: {followers: {stage: stranger, at_least: 2}}, by_day: 2}
  none: {title: None, need: {followers: {stage: customer, at_least: 1}}, by_day: 2}
  lost: {title: Nobody lost, need: {followers: {stage: lost, at_most: 0}}, by_day: 2}
  few: {title: Few lost, need: {followers: {stage: lost, at_most: 2}}, by_day: 2}
  stays: {title: Ada stays, need: {following: [ada]}, by_day: 2}
"""


def test_a_goal_that_counts_people_says_who_they_were(tmp_path):
    """Their number against what was wanted or allowed, with four first names at most."""
    path = example(tmp_path)
    text = path.read_text(encoding="utf-8").replace("    day: 2\n", "    day: 5\n") + GOALS
    path.write_text(text, encoding="utf-8")
    loaded = load(path)
    assert loaded.ok, loaded.problems
    now = begun(compiled_of(loaded), 4)
    for _ in range(3):
        now = after(now, EndDay())
    first = [now.people[who].first for who in now.compiled.ids]
    details = {goal.title: goal.detail for goal in goals_told(now)}

    assert details["All"] == f"It was reached on day 2, with {', '.join(first[:4])} and {first[4]}."
    assert details["More"] == f"It was reached on day 2, with {', '.join(first[:4])} and {first[4]}."
    assert details["None"] == "Nobody was a customer by day 2."
    assert details["Nobody lost"] == "Nobody was lost by day 2."
    assert details["Few lost"] == "Nobody was lost by day 2, and at most two may be."
    assert details["Ada stays"] == ""
    assert [goal.detail for goal in goals_told(begun(compiled_of(loaded), 4))] == [""] * 6
