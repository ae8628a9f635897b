"""Which words are chosen: fitting, never the same twice running, with the memory of the talk."""

import re

import numpy as np
import pytest

from game.scenario.format.vocabulary import FORMATS, STAGES
from game.scenario.texts import builtin
from game.scenario.texts.texts import MOODS, Line
from game.session.words.line_choice import CLUE_SHARE, Speech, choose, fill, fill_scene, scene_in_turn, values_of

WORDS = {
    "name": "Mara Lind",
    "first": "Mara",
    "offer": "a monthly bag",
    "business": "Kestrel",
    "trade": "coffee roaster",
    "content": "A letter from Huila",
    "friend": "Omar Haddad",
    "move": "Invite to a tasting",
    "news": "the new flat",
    "they": "she",
    "them": "her",
    "their": "her",
}
TALK = ("ask_about_them", "follow_up", "ask_their_view", "answer")


def random_speeches(count, seed=7):
    """Speeches as a game may bring them about, with gaps: topic, fact, content, and news may be unknown."""
    rng = np.random.default_rng(seed)
    moves, signals, motives = list(builtin.moves()), list(builtin.signals()), [*builtin.motives(), "of_an_author"]
    for _ in range(count):
        known = rng.random(4) < 0.7
        words = {k: v for k, v in WORDS.items() if (k != "content" or known[2]) and (k != "news" or known[3])}
        is_move = rng.random() < 0.4
        yield (
            Speech(
                kind=str(rng.choice(moves if is_move else signals)),
                motive=str(rng.choice(motives)),
                mood=str(rng.choice(MOODS)),
                stage=str(rng.choice(STAGES)),
                topic="night_shift" if known[0] else "",
                fact="the leaking roof" if known[1] else "",
                format=str(rng.choice([*FORMATS, ""])),
                turn=int(rng.integers(1, 4)),
                answering="" if is_move else str(rng.choice(["", "of_an_author", *moves])),
                last_signal=str(rng.choice(["", *signals])),
                words=words,
            ),
            is_move,
            float(rng.random()),
        )


def lines_of(speech, is_move):
    return builtin.moves()[speech.kind].say if is_move else builtin.signals()[speech.kind].lines


def test_nothing_unresolved_and_nothing_twice_running_in_two_thousand_speeches():
    """Each is a clean sentence that begins with a capital, and another one than the last of its kind."""
    recent: dict[str, tuple[str, ...]] = {}
    for speech, is_move, draw in random_speeches(2000):
        said = choose(lines_of(speech, is_move), speech, recent.get(speech.kind, ()), draw)
        before = recent.get(speech.kind, ("",))[-1]
        assert not re.search(r"[{}]|  |\(\)", said.text), said
        assert said.text.strip() == said.text != "", said
        assert said.key != before, (speech.kind, said)
        assert not said.text[0].islower(), said
        recent[speech.kind] = (*recent.get(speech.kind, ()), said.key)[-24:]


def test_the_same_occasion_and_draw_give_the_same_words():
    """A record that is played again says the same."""
    speech = Speech("answer_warm", motive="buyer", answering="follow_up", turn=2, words=WORDS)
    lines = builtin.signals()["answer_warm"].lines
    assert choose(lines, speech, (), 0.61) == choose(lines, speech, (), 0.61)


def test_following_up_names_the_fact_when_there_is_one():
    """Always where it is known, never where it is not."""
    lines = builtin.moves()["follow_up"].say
    known, unknown = Speech("follow_up", fact="the one-eyed cat", words=WORDS), Speech("follow_up", words=WORDS)
    assert all("one-eyed cat" in choose(lines, known, (), d).text for d in np.linspace(0, 1, 30))
    assert all("cat" not in choose(lines, unknown, (), d).text for d in np.linspace(0, 1, 30))


def test_clues_to_the_motive_get_their_share_and_no_more():
    """They are heard as often as the design says."""
    lines = builtin.signals()["answer_warm"].lines
    clues = {line.key for line in lines if line.motive}
    speech = Speech("answer_warm", motive="neighbour", fact="the cat", answering="ask_about_them", words=WORDS)
    share = np.mean([choose(lines, speech, (), d).key in clues for d in (np.arange(1000) + 0.5) / 1000])
    assert share == pytest.approx(CLUE_SHARE, abs=0.01)


def test_a_line_for_another_motive_is_never_said():
    """A clue is never false."""
    motive_of = {line.key: line.motive for s in builtin.signals().values() for line in s.lines}
    for speech, is_move, draw in random_speeches(600, seed=3):
        if not is_move:
            wanted = motive_of[choose(lines_of(speech, is_move), speech, (), draw).key]
            assert not wanted or speech.motive in wanted


def test_the_scenarios_own_lines_are_heard_among_the_built_in_ones():
    """Now and then, from the person they are written for alone."""
    own = Line(key="own.buys.0", text="At last!", by=("mara",))
    lines = (*builtin.signals()["buys"].lines, own)
    draws = [i / 200 for i in range(200)]
    hers = [choose(lines, Speech("buys", follower="mara", words=WORDS), (), d).text for d in draws]
    others = [choose(lines, Speech("buys", follower="omar", words=WORDS), (), d).text for d in draws]
    assert 0.2 < hers.count("At last!") / 200 < 0.5
    assert "At last!" not in others


def test_when_all_was_said_lately_the_oldest_comes_back():
    """There is always something to say."""
    lines = tuple(Line(key=f"k.{i}", text=f"Line {i}.") for i in range(3))
    assert choose(lines, Speech("k"), ("k.1", "k.0", "k.2"), 0.9).key == "k.1"


def test_what_a_person_heard_lately_gives_way_to_a_line_that_fits_less():
    """Nobody is told the same twice while another line will do."""
    lines = (Line("k.1", "About rye.", topic=("rye",)), Line("k.2", "About nothing."))
    assert choose(lines, Speech("k", topic="rye"), (), 0.5).key == "k.1"
    assert choose(lines, Speech("k", topic="rye"), ("k.1",), 0.5, lately=("k.1",)).key == "k.2"


def test_what_was_done_beside_it_decides_the_words():
    """A line for two things at once comes where both happened, and there alone."""
    lines = (Line("k.1", "Gone quiet."), Line("own.k.0", "Silence."), Line("k.2", "A last word.", beside=("thanks",)))
    assert {choose(lines, Speech("k", beside="thanks"), (), d).key for d in (0.1, 0.5, 0.9)} == {"k.2"}
    assert {choose(lines, Speech("k"), (), d).key for d in (0.1, 0.9)} == {"k.1", "own.k.0"}


def test_values_are_not_expanded_again():
    """A name with braces in it stays what it is, and reaches no code."""
    line = (Line(key="k.1", text="{first} greets {friend}."),)
    speech = Speech("k", words={"first": "{friend}", "friend": "{first.__class__}"})
    assert choose(line, speech, (), 0.5).text == "{friend} greets {first.__class__}."


def test_a_sentence_that_begins_with_a_value_begins_with_a_capital():
    """Within a sentence the value keeps its small letter."""
    assert fill("{x}. {x}! “{x}” and {x}", {"x": "rye"}) == "Rye. Rye! “Rye” and rye"


def test_a_title_that_ends_in_a_question_mark_needs_no_full_stop():
    """Punctuation does not come twice."""
    assert (
        fill("Read “{x}”. And “{x}”, too.", {"x": "Crust or crumb?"})
        == "Read “Crust or crumb?” And “Crust or crumb?”, too."
    )


def test_lines_without_a_value_for_their_placeholder_are_not_said():
    """A line about a topic waits until there is one."""
    lines = (Line(key="k.1", text="About {topic}."), Line(key="k.2", text="About nothing."))
    assert choose(lines, Speech("k"), ("k.2",), 0.0).text == "About nothing."
    assert {choose(lines, Speech("k", topic="rye_bread"), (), d).text for d in (0.1, 0.9)} == {
        "About rye bread.",
        "About nothing.",
    }


def test_no_line_that_can_be_said_is_an_error_that_says_so():
    """It names the kind of which there is none."""
    with pytest.raises(ValueError, match="expected a line for 'k'"):
        choose((Line(key="k.1", text="{topic}"),), Speech("k"), (), 0.5)


def test_several_words_are_drawn_from_by_the_draw():
    """A list of words for one thing is used to its last."""
    line = (Line(key="k.1", text="Make it {drink}."),)
    speech = Speech("k", words={"drink": ["an espresso", "a flat white", "a filter coffee"]})
    drawn = {choose(line, speech, (), d).text for d in np.linspace(0, 1, 50)}
    assert drawn == {"Make it an espresso.", "Make it a flat white.", "Make it a filter coffee."}


def test_the_scene_least_told_comes_first():
    """Among equals the seed decides."""
    assert scene_in_turn((0, 1), {}, 0) == 0
    assert scene_in_turn((0, 1), {}, 1) == 1
    assert scene_in_turn((0, 1), {0: 1}, 0) == 1
    assert scene_in_turn((4,), {4: 5}, 3) == 4


def test_scenes_can_be_told_to_anybody():
    """None has a placeholder that only some people fill."""
    for move in (*builtin.moves().values(), builtin.own_move()):
        for scene in move.dates:
            told = fill_scene(scene, values_of(WORDS, 0.5))
            assert "{" not in told.you + told.they + told.what + told.then
