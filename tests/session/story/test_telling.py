"""A night as it is told: what weighs most comes first, each reaction stands where it belongs, clues are kept."""

from dataclasses import replace

import numpy as np
import pytest

from game.model import moves
from game.model.signals import Signal
from game.model.state import TALK_DAYS
from game.scenario import load
from game.scenario.texts.evening_words import evening_words
from game.session.entries import EndDay, PlanMove
from game.session.planning import plan_of
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.story.night_found import PUBLIC_FROM, shown_to_others
from game.session.story.story import last_title
from game.session.story.telling import Telling
from game.session.turns import after, words_of
from game.session.view import ThreadItem
from tests.plays import example

PUBLIC = {"share_plain", "share_compliment"}
DECISIVE = {Signal.BUYS, Signal.BUYS_ELSEWHERE, Signal.UNFOLLOWS, Signal.BLOCKS}
SMALL_TALK = {Signal.ANSWER_WARM, Signal.ANSWER_SHORT, Signal.ANSWER_COOL, Signal.SHARE_PLAIN, Signal.THANKS,
              Signal.GOES_QUIET}  # fmt: skip
DONE = [s for s in Signal if s is not Signal.NONE and not s.id.startswith("tell_")]


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The first morning of the bakery, Ada being shy."""
    path = example(tmp_path_factory.mktemp("bakery"))
    ada = "    motive: buyer\n    pace: shy\n"
    text = path.read_text(encoding="utf-8").replace("    motive: buyer\n", ada)
    path.write_text(text, encoding="utf-8")
    return begun(compiled_of(load(path)), 4)


@pytest.fixture(scope="module")
def quiet(first):
    """The morning after a day on which nothing was done."""
    return after(first, EndDay()).position


def night_of(first, quiet, *items, story=None, day=1, present=None, **signals):
    """The story after a night on which followers did what is given: who=(in answer, of their own accord, tell)."""
    ids, shape = first.compiled.ids, quiet.signals.reaction.shape
    arrays = [np.zeros(shape, dtype=np.int8) for _ in range(3)]
    for who, done in signals.items():
        for array, signal in zip(arrays, done, strict=False):
            array[0, ids.index(who)] = signal
    told = replace(quiet, day=day + 1, signals=type(quiet.signals)(*arrays))
    if present is not None:
        there = np.array([[float(who in present) for who in ids]])
        told = replace(told, ledger=replace(told.ledger, present=there))
    before = replace(first.position, day=day)
    telling = Telling(story or first.story, first.people, first.setup.speaker)
    for item in items:
        telling.send(item, words_of(first, item)[0], before)
    telling.overnight(before, told, items, plan_of(before, items))
    return telling.story()


@pytest.mark.parametrize("signal", DONE)
def test_what_is_decided_weighs_most_and_a_like_least(first, quiet, signal):
    """Three for what cannot be taken back, two for what wants something of you, one for small talk, none for a like."""
    (item,) = night_of(first, quiet, ben=(signal,)).night.items

    assert item.weight == (
        3 if signal in DECISIVE else 1 if signal in SMALL_TALK else 0 if signal is Signal.LIKE else 2
    )
    assert (item.follower, item.name, item.signal) == ("ben", "Ben Tal", signal.id)


def test_the_weightiest_is_told_first(first, quiet):
    """A purchase before a question, that before an answer, likes at the end; equals in the order of the people."""
    story = night_of(first, quiet, ada=(Signal.LIKE,), ben=(Signal.ANSWER_SHORT, Signal.QUESTION),
                     crowd_1=(Signal.BUYS,), crowd_2=(Signal.LIKE,))  # fmt: skip

    assert [i.signal for i in story.night.items] == ["buys", "question", "answer_short", "like", "like"]
    assert story.night.likes == 2
    assert story.night.day == 1


def test_likes_are_counted_and_all_else_is_unread(first, quiet):
    """A like is nothing that one has to open."""
    story = night_of(first, quiet, ada=(Signal.LIKE,), ben=(Signal.ANSWER_SHORT, Signal.QUESTION))

    assert (story.unread["ada"], story.unread["ben"], story.unread["crowd_1"]) == (0, 2, 0)


def test_a_reaction_to_a_post_stands_under_it(first, quiet):
    """Words as comments with the name, likes as a count; whoever was written to answers in their own thread only."""
    post, move = PlanMove("post_story", content="loaf"), PlanMove("comment", "crowd_1")
    story = night_of(first, quiet, move, post, ada=(Signal.ANSWER_WARM,), ben=(Signal.LIKE,), crowd_1=(Signal.THANKS,),
                     crowd_2=(Signal.LIKE, Signal.QUESTION), crowd_3=(Signal.SHARE_PLAIN,))  # fmt: skip
    (under,) = story.feed

    assert (under.likes, len(under.comments)) == (2, 1)
    assert under.comments[0] == f"Ada Quist: {story.threads['ada'][0].text}"
    assert (under.day, under.move, under.title, under.format) == (1, "post_story", "The first loaf", "photo")
    assert story.used_on == {"loaf": ("everyone",)}


@pytest.mark.parametrize("signal", DONE)
def test_what_is_done_stands_in_the_thread_once(first, quiet, signal):
    """In words of theirs or as a note; a share can be read by everybody, and good news are theirs."""
    (item,) = night_of(first, quiet, ben=(Signal.NONE, signal)).threads["ben"]

    assert (item.kind, item.day) == (signal.id, 1)
    assert item.public is (signal.id in PUBLIC)
    assert item.good_news is (signal is Signal.LIFE_EVENT)
    assert item.who == ("note" if first.setup.speaker.is_note(signal.id) else "them")


def test_who_came_and_who_went_is_told_by_name(first, quiet):
    """Nobody who was there before and is there still."""
    there = {who for who, here in zip(first.compiled.ids, first.position.ledger.present[0], strict=True) if here}
    story = night_of(first, quiet, present=there - {"ada"})

    assert (story.night.joined, story.night.left) == ((), ("Ada Quist",))
    assert night_of(first, quiet, present=there).night.left == ()


def test_a_tell_is_seen_and_is_no_talk(first, quiet):
    """It is told as a note with what it would be at a table, weighs nothing, and waits for nobody."""
    story = night_of(first, quiet, PlanMove("comment", "ada"), ada=(0, 0, Signal.TELL_WARMED))
    note = story.threads["ada"][-1]

    assert (note.who, note.kind, note.day) == ("note", "tell_warmed", 1)
    assert note.table
    assert [(i.signal, i.weight, i.text) for i in story.night.items] == [("tell_warmed", 0, note.text)]
    assert story.unread["ada"] == 0


def test_a_read_profile_shows_what_is_loved_and_two_posts(first, quiet):
    """All of it at once: topics, formats, ties, a clue to each; two different posts of their page."""
    writes = replace(first.people["ada"], posts=("One loaf.", "Two loaves.", "Three loaves."))
    first = replace(first, setup=replace(first.setup, people={**first.people, "ada": writes}))
    story = night_of(first, quiet, PlanMove("look_around", "ada"))
    known, posts = story.known["ada"], [i.text for i in story.threads["ada"] if i.kind == "page"]

    assert (known.topics, known.formats, known.knows) == (("rye",), ("photo",), first.people["ada"].knows)
    assert list(known.notices) == ["topic", "format_photo", "tie"]
    assert {day for day, _ in known.notices.values()} == {1}
    assert "rye" in known.notices["topic"][1].text.lower() + known.notices["topic"][1].title.lower()
    assert "Ben Tal" in known.notices["tie"][1].text
    assert len(set(posts)) == 2
    assert story.known["ben"].topics == ()


def test_a_clue_is_noted_on_the_day_it_was_first_seen(first, quiet):
    """The second share is no new clue."""
    story = night_of(first, quiet, ben=(Signal.SHARE_PLAIN,))
    again = night_of(first, quiet, story=story, day=2, ben=(Signal.SHARE_PLAIN,))

    assert [(clue, day) for clue, (day, _) in again.known["ben"].notices.items()] == [("share_plain", 1)]


@pytest.mark.parametrize(
    ("signal", "clue"),
    [
        (Signal.SHARE_PLAIN, "share_plain"), (Signal.SHARE_COMPLIMENT, "share_compliment"),
        (Signal.NEED_SHOWS, "need"), (Signal.PITCHES_YOU, "offers"), (Signal.GOES_QUIET, "quiet"),
        (Signal.LIFE_EVENT, "news"), (Signal.LIKE, None), (Signal.COMPLAINT, None),
    ],
)  # fmt: skip
def test_what_somebody_does_lets_one_notice_something(first, quiet, signal, clue):
    """Of what they are: by what was visibly done, and by no more."""
    found = set(night_of(first, quiet, ben=(Signal.NONE, signal)).known["ben"].notices)

    assert found == ({clue} if clue else set())


@pytest.mark.parametrize(("answers", "noticed"), [(2, False), (3, True)])
def test_after_three_answers_their_pace_shows(first, quiet, answers, noticed):
    """Of somebody who is not like most; cool answers tell nothing of it."""
    story = first.story
    for day in range(1, answers + 1):
        story = night_of(first, quiet, story=story, day=day, ada=(Signal.ANSWER_SHORT,), crowd_1=(Signal.ANSWER_COOL,))

    assert ("pace_shy" in story.known["ada"].notices) is noticed
    assert not [clue for clue in story.known["crowd_1"].notices if clue.startswith("pace")]


@pytest.mark.parametrize(("silent", "turn"), [(TALK_DAYS, 1), (TALK_DAYS + 1, 0)])
def test_a_talk_ends_after_days_without_a_word(first, quiet, silent, turn):
    """It lasts for its days, today's included, and no longer."""
    story = night_of(first, quiet, ben=(Signal.ANSWER_SHORT,))
    assert (story.talks["ben"].turn, story.talks["ben"].last_day) == (1, 1)

    assert night_of(first, quiet, story=story, day=int(1 + silent)).talks["ben"].turn == turn


def test_each_answer_and_question_is_a_turn_of_the_talk(first, quiet):
    """Likes and shares are none; a share is remembered with its day, to be thanked for."""
    story = night_of(first, quiet, day=3, ada=(Signal.ANSWER_WARM, Signal.QUESTION), ben=(Signal.LIKE,),
                     crowd_1=(Signal.SHARE_COMPLIMENT,))  # fmt: skip

    assert [story.talks[who].turn for who in ("ada", "ben", "crowd_1")] == [2, 0, 0]
    assert [story.talks[who].last_day for who in ("ada", "ben", "crowd_1")] == [3, 0, 0]
    assert (story.talks["crowd_1"].share, story.talks["crowd_1"].share_day) == ("share_compliment", 3)
    assert story.talks["ada"].last_signal == "question"


def test_an_introduction_is_written_to_both_and_a_content_is_remembered(first, quiet):
    """Whatever was shared is known to have been; whoever may read what you wrote is told."""
    story = night_of(first, quiet, PlanMove("introduce", "ada", other="ben"),
                     PlanMove("share_resource", "crowd_1", "loaf"), PlanMove("thank_publicly", "crowd_2"),
                     PlanMove("like", "crowd_3"))  # fmt: skip
    threads = story.threads

    assert threads["ada"] == threads["ben"]
    assert (threads["crowd_1"][0].title, threads["crowd_1"][0].format) == ("The first loaf", "photo")
    assert story.used_on == {"loaf": ("crowd_1",)}
    assert [threads[who][0].who for who in ("ada", "crowd_1", "crowd_2", "crowd_3")] == ["me", "me", "me", "note"]
    assert [threads[who][0].public for who in ("crowd_1", "crowd_2")] == [False, True]
    assert story.feed == ()


def test_what_was_told_before_stays_as_it_was(first, quiet):
    """Whoever goes back to yesterday finds yesterday's story."""
    story = night_of(first, quiet, PlanMove("post_story", content="loaf"), ada=(Signal.ANSWER_WARM,))
    before = (dict(story.threads), dict(story.unread), story.feed, dict(story.used_on), dict(story.known))
    night_of(first, quiet, PlanMove("share_resource", "ben", "loaf"), story=story, day=2, ada=(Signal.LIFE_EVENT,))

    assert (dict(story.threads), dict(story.unread), story.feed, dict(story.used_on), dict(story.known)) == before
    assert len(story.nights) == 1


def test_goals_that_were_reached_stand_in_the_last_night_alone(first, quiet):
    """In words for whoever reads, by their ids for whoever asks; two goals of one title are told apart."""
    story = night_of(first, quiet, story=night_of(first, quiet), day=2)
    telling = Telling(story, first.people, first.setup.speaker)
    telling.note_goals({"first": "A", "second": "A"}, ("B moved.",))

    assert [night.notes for night in telling.story().nights] == [(), ("Goal reached: A.",) * 2]
    assert [night.reached for night in telling.story().nights] == [(), ("first", "second")]


def test_the_last_post_with_a_title_is_remembered(first, quiet):
    """Lines name it; what has no title cannot be named."""
    story = night_of(first, quiet, PlanMove("post_story", content="loaf"))
    telling = Telling(story, first.people, first.setup.speaker)
    telling.feed = (*telling.feed, replace(story.feed[0], title=""))

    assert last_title(telling.feed) == "The first loaf"
    assert last_title(first.story.feed) == ""


def test_a_thread_holds_plain_items(first, quiet):
    """Nothing in it is said to be planned once it was sent."""
    story = night_of(first, quiet, PlanMove("comment", "ada"), ada=(Signal.ANSWER_WARM,))

    assert [(i.who, i.planned) for i in story.threads["ada"]] == [("me", False), ("them", False)]
    assert all(isinstance(i, ThreadItem) and i.text for i in story.threads["ada"])


@pytest.mark.parametrize(
    ("first_done", "clue", "done"),
    [(Signal.NEED_SHOWS, "need", Signal.BUYS), (Signal.NEED_SHOWS, "need", Signal.BUYS_ELSEWHERE),
     (Signal.GOES_QUIET, "quiet", Signal.ANSWER_WARM), (Signal.GOES_QUIET, "quiet", Signal.QUESTION)],
)  # fmt: skip
def test_what_was_noticed_is_told_no_longer_when_it_is_over(first, quiet, first_done, clue, done):
    """Whoever has bought needs nothing any more, and whoever writes has not gone quiet."""
    story = night_of(first, quiet, ben=(first_done,))
    assert clue in story.known["ben"].notices

    later = night_of(first, quiet, story=story, day=2, ben=(done,))

    assert clue not in later.known["ben"].notices


@pytest.mark.parametrize("move", [m.id for m in moves.BUILT_IN if m.public >= PUBLIC_FROM])
def test_who_saw_a_public_move_is_told_with_what_was_seen(first, quiet, move):
    """Every move that others can see has words of its own, with the name of whom it was made to."""
    items = (PlanMove(move, "ada"),)
    shown = shown_to_others("ben", items, first.compiled.rules.moves, first.people)

    assert shown != evening_words().shown["other"]
    assert "Ada" in shown
    assert shown_to_others("ada", items, first.compiled.rules.moves, first.people) == evening_words().shown["other"]
