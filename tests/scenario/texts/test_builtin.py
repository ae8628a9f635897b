"""The words that ship: complete, within the space there is, and free of what cannot be shown."""

import re

import pytest

from game.engine.seen.situations import moods_of_move
from game.model.cast.motives import BUILT_IN as MOTIVES
from game.model.moves import DIRECT, POSTS
from game.model.signals import WANTS_ANSWER, Signal
from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.format.vocabulary import FORMATS
from game.scenario.texts import builtin
from game.scenario.texts.texts import GROUPS, PLACEHOLDERS

RARE = ("buys", "buys_elsewhere", "blocks", "pitches_you", "accepts", "answer_cool")
TOLD = ("look_around", "like", "give_space")
TEXTS = builtin.texts()
LONG_NAME = "Bartholomew"
REASON_WORDS = {
    *PLACEHOLDERS,
    "end",
    "more",
    "after",
    "without",
    "low",
    "high",
    "no_use",
    "from_day",
    "until_day",
    "buyers",
    "count",
    "guessed",
    "right",
    "asks",
    "fair",
    "luck",
} | {
    "no_use",
    "when",
    "post",
    "events",
    "share",
    "yes",
    "bought",
    "more",
    "deeds",
}


def all_moves():
    return [*TEXTS.moves.values(), TEXTS.own_move]


def all_lines():
    return [
        line for words in (*all_moves(), *TEXTS.signals.values()) for line in getattr(words, "say", ()) or words.lines
    ]


def lines_of(talk):
    return [line for turn in talk.turns for line in (*turn.you, *turn.warm, *turn.short)] + list(talk.thanks)


def all_strings():
    """Every text of the shipped words."""
    for move in all_moves():
        yield from (move.title, move.text)
        for s in move.dates:
            yield from (s.you, s.they, s.what, s.then)
    yield from (line.text for line in all_lines())
    for m in TEXTS.motives.values():
        yield from (m.title, m.text, m.why_followed, m.happy_end_text, *m.wants, *m.bios)
    for n in TEXTS.notices.values():
        yield from (n.title, *n.texts)
    for sentences in (*TEXTS.reasons.values(), *TEXTS.debrief.values()):
        yield from sentences
    yield from (*TEXTS.ends.values(), *(news.text for news in TEXTS.news))
    for talk in TEXTS.talks:
        yield talk.fact
        yield from (line.text for line in lines_of(talk))
    yield from (line.text for lines in TEXTS.tails.values() for line in lines)
    for line in all_lines():
        yield from (*line.answers, *line.replies)
    yield from (p.name for p in TEXTS.people)


def test_every_move_of_the_model_has_words_and_no_other_has():
    """And its group tells whether it goes to all."""
    assert set(TEXTS.moves) == {move.id for move in (*DIRECT, *POSTS)}
    assert all((TEXTS.moves[m.id].group == "all") == bool(m.to_all) for m in (*DIRECT, *POSTS))


def test_every_signal_and_motive_of_the_model_has_words():
    """With the happy end that the model gives each motive."""
    assert set(TEXTS.signals) == {s.id for s in Signal if s is not Signal.NONE}
    assert {i: m.happy_end for i, m in TEXTS.motives.items()} == {m.id: m.happy_end for m in MOTIVES}
    assert {m.happy_end for m in MOTIVES} <= set(TEXTS.ends)


@pytest.mark.parametrize("move", all_moves(), ids=lambda m: m.id)
def test_a_card_and_its_scenes_fit_their_space(move):
    """The longest names included, no title, text or bubble is cut."""
    assert len(move.title) <= 18
    assert len(move.text) <= 60
    assert move.text.endswith(".")
    assert move.group in GROUPS
    assert len(move.dates) >= 3
    for scene in move.dates:
        assert len(scene.you.replace("{first}", LONG_NAME).replace("{friend}", LONG_NAME)) <= 60
        assert len(scene.they.replace("{first}", LONG_NAME)) <= 48


@pytest.mark.parametrize("move", all_moves(), ids=lambda m: m.id)
def test_every_scene_has_a_situation_of_its_move_and_a_mood_that_it_allows(move):
    """No scene is unsorted, and each situation has two at least."""
    allowed = moods_of_move(move.id)
    for scene in move.dates:
        assert scene.situation
        assert all(scene.mood in allowed[name] for name in scene.situation), scene.what
    for name in allowed:
        assert len([s for s in move.dates if name in s.situation]) >= 2, name


def test_there_are_scenes_enough_and_no_two_alike():
    """Three hundred at least, and hardly a sentence twice."""
    scenes = [scene for move in all_moves() for scene in move.dates]
    assert len(scenes) >= 300
    for part in ("they", "what", "then"):
        said = [getattr(s, part) for s in scenes if getattr(s, part) != "…"]
        assert len(set(said)) > 0.97 * len(said), part


@pytest.mark.parametrize("move", all_moves(), ids=lambda m: m.id)
def test_there_are_six_ways_to_say_a_move_and_one_needs_no_topic(move):
    """Something can be said to people of whom nothing is known."""
    assert len(move.say) >= 6
    free = [line for line in move.say if not re.search(r"\{(topic|fact|news)\}", line.text)]
    assert free


@pytest.mark.parametrize("signal", TEXTS.signals.values(), ids=lambda s: s.id)
def test_there_are_enough_ways_to_say_a_signal(signal):
    """Six, or four of rare ones, that suit everybody; two that name nothing."""
    unconditional = [line for line in signal.lines if not line.motive]
    assert len(unconditional) >= (4 if signal.id in RARE else 6)
    always = [x for x in signal.lines if not (x.motive or x.answering or x.topic or x.turn or x.format)]
    assert len([x for x in always if not re.search(r"\{(topic|fact|news|content)\}", x.text)]) >= 2


def test_lines_with_a_key_of_their_own_and_known_conditions():
    """Each line can be told from all others, and waits for what can happen."""
    keys = [line.key for line in all_lines()]
    assert len(keys) == len(set(keys))
    assert not any(line.own for line in all_lines())
    for line in all_lines():
        assert set(line.motive) <= set(TEXTS.motives)
        assert set(line.answering) <= {*TEXTS.moves, "nothing", "own_move"}
        assert set(line.last_signal) <= {*TEXTS.signals, "nothing"}
        assert set(line.beside) <= set(TEXTS.signals)
        assert set(line.format) <= set(FORMATS)


def test_every_move_has_a_reason_of_its_own_for_better_and_for_worse():
    """The debrief has a sentence for each, both ways."""
    moves = {f"{move}_{side}" for move in TEXTS.moves for side in ("good", "bad")}
    assert moves | {"good", "bad", "other"} <= set(TEXTS.reasons)
    assert all(sentences for sentences in (*TEXTS.reasons.values(), *TEXTS.debrief.values()))


def test_every_placeholder_is_known():
    """Nothing in braces reaches the screen."""
    known = {*PLACEHOLDERS}
    for text in all_strings():
        names = set(re.findall(r"\{([^}]*)\}", text))
        assert names <= REASON_WORDS, text
    for line in all_lines():
        assert set(re.findall(r"\{([^}]*)\}", line.text)) <= known, line


def test_no_sign_that_the_font_lacks():
    """And quotes are typographic, and nothing begins or ends with a space."""
    for text in all_strings():
        assert all(ord(c) < 0x250 or c in "“”‘’…–" for c in text), text
        assert '"' not in text
        assert text == text.strip()


def test_no_line_is_there_twice():
    """Beyond a few words, nobody hears the same sentence from two entries."""
    every = [*all_lines(), *(line for talk in TEXTS.talks for line in lines_of(talk))]
    texts = [line.text for line in every if len(line.text) > 24]
    assert sorted({t for t in texts if texts.count(t) > 1}) == []


def test_notices_fit_their_space():
    """Titles and texts with long names in them are not cut."""
    for notice in TEXTS.notices.values():
        assert len(notice.title.replace("{topic}", "night shift").replace("{friend}", "Omar Haddad")) <= 24, notice
        for text in notice.texts:
            full = (
                text.replace("{first}", LONG_NAME).replace("{friend}", "Omar Haddad").replace("{news}", "the new flat")
            )
            assert len(full.replace("{topic}", "night shift")) <= 70, text


def test_news_suit_whoever_tells_them():
    """They read well after “I have to tell you of”, whoever speaks."""
    for news in (each.text for each in TEXTS.news):
        assert news.startswith("the "), news
        assert not re.search(r"\b(my|your|his|her|their|our|I)\b", news), news


def test_a_crowd_finds_names():
    """Eighty people with first names of their own, of all pronouns."""
    names = [p.name for p in TEXTS.people]
    assert len(names) >= 80
    assert len(names) == len(set(names))
    assert len({name.split()[0] for name in names}) >= 0.95 * len(names)
    assert {p.pronouns for p in TEXTS.people} == {"she", "he", "they"}


@pytest.mark.parametrize("name", ["first_hello", "slow_roast"])
def test_the_written_scenarios_load_without_a_complaint(name):
    """What ships has not even a warning."""
    loaded = load(SCENARIOS / f"{name}.yaml")
    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert loaded.scenario.followers


def test_first_hello_begins_with_a_ring_and_goes_on_to_a_hello():
    """The tutorial opens with the proposal to a stranger, and teaches the moves of courting."""
    scenario = load(SCENARIOS / "first_hello.yaml").scenario
    assert scenario is not None
    assert scenario.opening[0].prop == "ring"
    assert "marry" in scenario.opening[0].you
    taught = {hint.until_move for hint in scenario.tutorial.values()} - {""}
    assert {"look_around", "ask_about_them", "answer", "share_resource", "propose", "give_space"} <= taught


def test_no_note_names_somebody_twice():
    """“Edda read Edda's page” is a machine's sentence: the second time a pronoun stands, or nothing."""
    told = [line.text for words in builtin.signals().values() for line in words.lines]
    told += [line.text for move in ("look_around", "like", "give_space") for line in builtin.moves()[move].say]
    told += [text for words in builtin.notices().values() for text in words.every_text]
    assert [text for text in told if text.count("{first}") + text.count("{name}") > 1] == []


ANSWERABLE = {signal.name.lower() for signal in (*WANTS_ANSWER, Signal.WONDERS)}


@pytest.mark.parametrize("name", sorted(TEXTS.signals))
def test_only_who_waits_for_an_answer_ends_with_a_question(name):
    """Whoever is asked something wants to answer; after these lines the game offers no answer."""
    words = TEXTS.signals[name]
    if words.who == "them" and name not in ANSWERABLE:
        assert not [line.text for line in words.lines if line.text.rstrip('”"').endswith("?")]


@pytest.mark.parametrize("talk", TEXTS.talks, ids=lambda talk: talk.id)
def test_no_answer_of_a_talk_is_a_question(talk):
    """The same for what people tell of themselves: the next thing said is a move of yours, and no answer."""
    said = [line.text for turn in talk.turns for line in (*turn.warm, *turn.short)] + [t.text for t in talk.thanks]
    assert not [text for text in said if text.endswith("?")]


@pytest.mark.parametrize("move", ["like", "comment"])
def test_what_is_written_under_a_post_is_true_of_any_post(move):
    """The mirror shows the post: a line on another topic, a joke or a picture would be about something else."""
    lines = TEXTS.moves[move].say
    assert len(lines) >= 12
    assert not [line.text for line in lines if line.topic or "{topic}" in line.text]
    assert not [line.text for line in lines if re.search(r"\b(picture|joke|laugh|smell|somebody else)", line.text)]


@pytest.mark.parametrize("move", ["answer", "small_offer", "propose"])
def test_no_scene_of_an_answer_or_a_question_names_a_price(move):
    """What is sent may name none: only the sales talk always speaks of what it costs."""
    for scene in TEXTS.moves[move].dates:
        if scene.mood in {"warm", "delighted", "neutral"}:
            assert not re.search(r"\bwith (its|the) price|what it costs\b", f"{scene.you} {scene.what}"), scene
