"""A move has one manner: its card, its drafts and its scenes are as pushy or as gentle as each other, and about it."""

import re

import pytest

from game.scenario.texts import builtin

PRESSES = re.compile(
    r"\b(today only|last chance|this week only|order (now|today)|right now|immediately|do not miss|sign here|yes or yes"
    r"|while it lasts|first come|in capital letters|the price goes up|everybody (does|shares)|giant leap|it takes just"
    r"|thank you in advance|for ever grateful|so much to us)\b"
    r"|(^|[.!?:] )(Tag|Share|Stand up|Sign|Order|Reply|Repost|Click|Buy|Tell everybody|Be a dear)\b",
    re.IGNORECASE,
)
"""Words with which somebody is pressed for something."""
SELLS = re.compile(
    r"!|\b(reasons?|advantages?|prices?|quality|capital letters|today only|order|records show|pencil for nothing|"
    r"with feeling|so clever|have it already|not yet ordered|goes up|solvent|needs me|by Friday|what I cost|"
    r"one chooses|reliable|read it out|brochure|explain it again|my offer|while it lasts)\b",
    re.IGNORECASE,
)
TO_ALL = re.compile(r"!|\b(dear|follower|please do not reply|page forty|you too)\b", re.IGNORECASE)
LOUD = re.compile(r"!|\blikes us too\b")
FAVOUR = re.compile(r"\?|\bif you\b")
NOTHING = re.compile(r"^$")

SPEAKS, ASKS = ("speaks", None, PRESSES), ("asks", None, re.compile(f"{PRESSES.pattern}|!", re.IGNORECASE))
MANNERS = {
    **dict.fromkeys(
        ("look_around", "like", "comment", "ask_about_them", "follow_up", "ask_their_view", "answer", "thank_publicly",
         "thank_privately", "share_resource", "help", "introduce", "amplify", "congratulate", "apologise", "give_space",
         "post_helpful", "post_question", "post_story"),
        SPEAKS,
    ),
    **dict.fromkeys(("small_offer", "propose"), ASKS),
    "ask_to_share": ("asks a favour", FAVOUR, ASKS[2]),
    "pitch": ("sells", SELLS, None),
    "retweet_share": ("shows off", LOUD, None),
    "post_promotion": ("advertises", LOUD, None),
    "blast_dm": ("sends to all", TO_ALL, None),
}  # fmt: skip
"""For each move its manner: what each draft and each of your words at the table holds, and what none does."""


@pytest.mark.parametrize("move", sorted(builtin.moves()))
def test_drafts_and_scenes_of_a_move_speak_in_one_manner(move):
    """“Tag five friends” never stands beside “You ask, with a way out”: what is plain in one is plain in the other."""
    manner, shows, lacks = MANNERS[move]
    words = builtin.moves()[move]
    for where, text in (
        *(("draft", line.text) for line in words.say),
        *(("scene", scene.you) for scene in words.dates if scene.you.strip("…")),
    ):
        assert shows is None or shows.search(text), f"{move} {manner}, and this {where} does not: {text}"
        assert lacks is None or not lacks.search(text), f"{move} {manner}, and this {where} presses: {text}"


def test_the_card_of_a_move_that_presses_nobody_does_not_press():
    """Nor does the sentence on the card, which is read before both."""
    told = {move: words.text for move, words in builtin.moves().items() if MANNERS[move][2] is not None}
    assert not {move: text for move, text in told.items() if re.search(r"everybody they know|all of it\b", text)}


@pytest.mark.parametrize(
    "text",
    ["Tag five friends and pass it on, would you?", "Sharing is caring! So show that you care, and share us.",
     "Share it! Share it! Share it!", "Stand up and say how nice I am."],
)  # fmt: skip
def test_a_pushy_request_is_none_that_a_favour_may_be(text):
    """The drafts that stood beside gentle scenes would be found again."""
    assert MANNERS["ask_to_share"][2].search(text)


OF_OTHER_MATTERS = re.compile(
    r"\b(uncles?|aunts?|brothers?|sisters?|mother|father|grand\w+|gulls?|goats?|dogs?|cats?|ferry|pier|roof|recipe|"
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|weather|garden|tyres|jam)\b",
    re.IGNORECASE,
)
"""Families, animals, journeys and weekdays, which no message on the table is about."""
OF_YOURSELF = re.compile(
    r"\b(my|your) own (mistake|story)|I (made|got) (that|it) (mistake|wrong)|years ago|for years\b"
)
OFFERS = {"small_offer", "propose", "pitch", "post_promotion", "blast_dm"}
"""What is held out on a date is yours to name."""
DIRECT = [(move, scene) for move, words in builtin.moves().items() if move not in OFFERS for scene in words.dates]


def test_your_words_at_the_table_are_about_what_is_done():
    """No scene is about a gull, a ferry or somebody's aunt while the message is about something else."""
    assert len(DIRECT) > 300
    assert not [(move, s.you, s.what) for move, s in DIRECT if OF_OTHER_MATTERS.search(f"{s.you} {s.what}")]


def test_an_answer_is_about_what_was_asked_and_not_about_you():
    """“I got that wrong for years” is no scene of somebody else's question."""
    told = [(s.you, s.what) for s in builtin.moves()["answer"].dates]
    assert not [each for each in told if OF_YOURSELF.search(" ".join(each))]


def test_a_comment_at_the_table_names_no_form_of_the_post():
    """What stands above it may be a line about the weather: no scene praises a picture of it."""
    told = [f"{s.you} {s.they} {s.what}" for s in builtin.moves()["comment"].dates]
    assert not [each for each in told if re.search(r"\b(picture|photo\w*|film|song|paragraph|chapter)\b", each)]


NOT_SEEN = {
    "waits": r"\b(asked you|a question|put a question)\b",  # a complaint or a need may wait as well
    "unanswered": r"\b(second|first|last|other) question\b",  # what stands there may have asked nothing
    "crowded": r"\b(new|second|first|last) questions?\b|you asked me (that|before)",
    "ready": r"\b(told you twice|more than once)\b",  # one sign may do
    "any": r"\b(three times|as always)\b",
    "refused": r"\bno to the (large|small)|made up|owe you\b",  # the no may have been to another thing
    "plain": r"\b(five|four|three) (people|customers)\b",  # what a share brought is not known
}
"""By situation: what the state does not say, though it might have happened."""


@pytest.mark.parametrize("situation", sorted(NOT_SEEN))
def test_a_scene_asserts_nothing_that_its_situation_does_not_say(situation):
    """It holds in every case for which it is drawn."""
    scenes = [s for words in builtin.moves().values() for s in words.dates if situation in s.situation]
    assert scenes
    told = [f"{s.you} {s.they} {s.what} {s.then}" for s in scenes]
    assert not [text for text in told if re.search(NOT_SEEN[situation], text, re.IGNORECASE)]
