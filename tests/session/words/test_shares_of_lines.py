"""How often a line of the scenario's own, a clue or a plain line is said, and which of several comes by turns."""

from collections import Counter

import pytest

from game.scenario.texts.texts import Line
from game.session.words.line_choice import Speech, choose, fill, key_in_turn, scene_in_turn, values_of

OWN, CLUE, PLAIN, OTHER = (
    Line("own.k.0", "Own."), Line("k.1", "Clue.", motive=("fan",)), Line("k.2", "Plain."), Line("k.3", "Other."),
)  # fmt: skip
DRAWS = [(n + 0.5) / 4000 for n in range(4000)]


def shares(*lines, recent=(), **options):
    """How often each line is said, 0..1, over draws that lie evenly."""
    counts = Counter(choose(lines, Speech("k", motive="fan"), recent, draw, **options).text for draw in DRAWS)
    return {text: count / len(DRAWS) for text, count in counts.items()}


def test_each_kind_of_line_has_its_share():
    """Own lines 35 of a hundred; of the rest 40 of a hundred are clues; plain lines share what is left."""
    assert shares(OWN, CLUE, PLAIN, OTHER) == pytest.approx(
        {"Own.": 0.35, "Clue.": 0.26, "Plain.": 0.195, "Other.": 0.195}, abs=0.001
    )
    assert shares(CLUE, PLAIN) == pytest.approx({"Clue.": 0.4, "Plain.": 0.6}, abs=0.001)
    assert shares(OWN, PLAIN, own_share=0.9) == pytest.approx({"Own.": 0.9, "Plain.": 0.1}, abs=0.001)
    assert shares(OWN, CLUE) == pytest.approx({"Own.": 0.35, "Clue.": 0.65}, abs=0.001)
    assert shares(CLUE) == {"Clue.": 1.0}


def test_what_was_said_lately_waits_until_the_others_are_said():
    """Also where its whole kind was."""
    assert shares(PLAIN, OTHER, recent=("k.2", "x")) == {"Other.": 1.0}
    assert shares(CLUE, PLAIN, OTHER, recent=("k.1", "x")) == pytest.approx({"Plain.": 0.5, "Other.": 0.5}, abs=0.001)


def test_the_more_a_line_fits_the_rather_it_is_said():
    """Of each kind those with the most conditions that hold; no line said whose condition does not hold."""
    close = Line("k.4", "Close.", last_signal=("thanks",), answering=("like",))
    near, far = Line("k.5", "Near.", answering=("like",)), Line("k.6", "Far.", stage=("stranger",))
    speech = Speech("k", last_signal="thanks", answering="like")

    assert {choose((PLAIN, close, near, far), speech, (), draw).text for draw in DRAWS[::100]} == {"Close."}
    assert {choose((PLAIN, near, far), speech, (), draw).text for draw in DRAWS[::100]} == {"Near."}
    assert {choose((far,), speech, (), draw).text for draw in DRAWS[::100]} == {"Far."}, "better than silence"


@pytest.mark.parametrize(
    ("condition", "speech", "fits"),
    [
        ({"turn": 1}, {"turn": 0}, True), ({"turn": 1}, {"turn": 1}, True), ({"turn": 1}, {"turn": 2}, False),
        ({"turn": 2}, {"turn": 5}, True),
        ({"topic": ("any",)}, {"topic": "rye"}, True), ({"topic": ("any",)}, {"topic": ""}, False),
        ({"topic": ("none",)}, {"topic": ""}, True), ({"topic": ("none",)}, {"topic": "rye"}, False),
        ({"answering": ("nothing",)}, {"answering": ""}, True),
        ({"answering": ("nothing",)}, {"answering": "like"}, False),
        ({"last_signal": ("nothing",)}, {"last_signal": ""}, True),
        ({"last_signal": ("thanks",)}, {"last_signal": "thanks"}, True),
        ({"format": ("photo",)}, {"format": "photo"}, True), ({"format": ("photo",)}, {"format": "video"}, False),
        ({"by": ("mara",)}, {"follower": "mara"}, True), ({"by": ("mara",)}, {"follower": "omar"}, False),
    ],
)  # fmt: skip
def test_a_line_fits_its_occasion(condition, speech, fits):
    """The first turn is one, all later ones are two; no topic, no move and no signal have words of their own."""
    line = Line("k.9", "Fits.", **condition)

    assert ("Fits." in {choose((PLAIN, line), Speech("k", **speech), (), d).text for d in DRAWS[::100]}) is fits


def test_a_line_that_claims_is_said_where_it_is_true():
    """All that it claims must be."""
    line = Line("k.9", "Claims.", stage=("friend",), claims=("bought", "asked"))
    true = Speech("k", stage="friend", true=frozenset({"bought", "asked", "late"}))

    assert choose((PLAIN, line), true, (), 0.5).text == "Claims."
    assert choose((PLAIN, line), Speech("k", stage="friend", true=frozenset({"bought"})), (), 0.5).text == "Plain."


def test_what_somebody_heard_lately_is_not_said_again_by_key_or_text():
    """Though a line that fits less must do; where there is no other it is said."""
    same = Line("k.8", "Plain.")

    assert shares(PLAIN, OTHER, lately=("Plain.",)) == {"Other.": 1.0}
    assert shares(PLAIN, same, OTHER, lately=("k.3",)) == {"Plain.": 1.0}
    assert shares(PLAIN, lately=("Plain.",)) == {"Plain.": 1.0}


@pytest.mark.parametrize(
    ("apt", "told", "first", "number"),
    [
        ((3, 5, 8), {}, 0, 3), ((3, 5, 8), {}, 1, 5), ((3, 5, 8), {}, 4, 5), ((3, 5, 8), {5: 1}, 1, 8),
        ((3, 5, 8), {3: 2, 5: 1, 8: 1}, 0, 5), ((3, 5, 8), {3: 1, 5: 1, 8: 1}, 2, 8),
    ],
)  # fmt: skip
def test_scenes_come_by_turns(apt, told, first, number):
    """The one least told, of several the next from where the turns begin."""
    assert scene_in_turn(apt, told, first) == number


@pytest.mark.parametrize(("used", "draw", "place"), [((), 0.0, 0), ((), 0.99, 2), (("c",), 0.99, 0),
                                                     (("a", "a", "b", "c"), 0.0, 1)])  # fmt: skip
def test_wordings_come_by_turns(used, draw, place):
    """No wording comes again before the others were used."""
    assert key_in_turn(("a", "b", "c"), used, draw) == place


def test_topic_and_fact_are_those_of_the_talk_where_no_others_are_given():
    """A topic is told in words; what stands for nothing is as if it were not there."""
    line = Line("k.1", "On {topic} and {fact}.")

    assert choose((line,), Speech("k", topic="night_shift", fact="the roof"), (), 0.5).text == (
        "On night shift and the roof."
    )
    own = Speech("k", topic="night_shift", fact="the roof", words={"topic": "rye", "fact": "the cat"})
    assert choose((line,), own, (), 0.5).text == "On rye and the cat."
    assert values_of({"a": "", "b": []}, 0.5) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{x} and {x}", "Rye and rye"),
        ("So. {x} it is", "So. Rye it is"),
        ("So: {x}", "So: rye"),
        ("(“{x}”)", "(“Rye”)"),
        ("Why? {x}… {x}", "Why? Rye… Rye"),
        ("He said {y}", "He said {y}"),
    ],
)
def test_a_value_at_the_beginning_of_a_sentence_has_a_capital(text, told):
    """And nowhere else; what has no value stays as it is."""
    assert fill(text, {"x": "rye"}) == told
