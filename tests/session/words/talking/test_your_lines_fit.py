"""Your own words fit what they stand under or answer: a post, a need, good news, an ask that was welcome."""

import re
from dataclasses import replace

import pytest

from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.texts import builtin
from game.scenario.texts.evening_words import posts_and_comments
from game.session.entries import PlanMove, TakeBack
from game.session.story.claims import CAN_BE_NAMED, HOLDS, acts_before
from game.session.turns import words_of
from game.session.view import PagePost, ThreadItem
from game.session.words.personas import topic_words
from game.session.words.spoken import Talk, Wordings, in_quotes
from game.session.words.talking.stock import Stock
from game.session.words.talking.talk_lines import NAMES_A_NEED, first_words, lines_to_write, need_in
from game.session.words.talking.under_posts import post_commented, under_their_post
from tests.plays import SHIPPED, compiled, played, session

POSTS = posts_and_comments()
SMALL = frozenset(
    re.findall(
        r"\w+",
        """the and one two that this with from have has had not for you are was were his her its their they them who
        what there where when than then like said each all but out been into over under again more most some such once
        only will would could should just also very well good day today time thing things people about after before
        somebody nobody everybody come came goes went made make does did say says see seen own know knows""",
    )
)
"""Words that any post and any comment may share."""


def stems_of(text: str) -> set[str]:
    """The words of a text by their first five letters, without those that any text may have."""
    return {w[:5] for w in re.findall(r"[a-zé]{3,}", text.lower().replace("’", "")) if w not in SMALL}


@pytest.mark.parametrize("post", list(POSTS), ids=lambda post: post[:24])
def test_every_post_of_the_house_has_a_comment_that_takes_something_of_it_up(post):
    """It names a thing that stands in the post, asks nothing, and is said under no other."""
    assert POSTS[post]
    for comment in POSTS[post]:
        assert stems_of(post) & stems_of(comment), (post, comment)
        assert "?" not in comment
        assert sum(comment in comments for comments in POSTS.values()) == 1


@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_comment_is_written_for_the_post_that_the_mirror_names(scenario):
    """Whoever comments writes under the newest post, with words made for it; under an author's with words for any."""
    game, found = played(scenario, "sleeper", 3, 2), 0
    anywhere = {line.text for line in builtin.moves()["comment"].say}
    for seen in game.view().followers:
        if seen.left or not seen.since_day or seen.since_day > game.playthrough.day:
            continue
        game.do(PlanMove("comment", seen.id))
        now = game.playthrough
        number = next(n for n, item in now.plan.items() if item.who == seen.id)
        text = now.said[number].text
        post = post_commented("comment", now.people[seen.id].page, now.story.threads[seen.id], now.day)
        assert text in (POSTS.get(post) or anywhere), (post, text)
        found += post in POSTS
        game.do(TakeBack(number))
    assert found


def test_who_has_had_the_comment_on_a_post_gets_one_for_any_post():
    """Nobody reads the same words under the same post twice."""
    post = next(iter(POSTS))
    first = under_their_post(post, ())
    assert first
    assert under_their_post(post, tuple(line.key for line in first)) == ()
    assert under_their_post("A post of an author.", ()) == ()


def test_nothing_is_written_under_a_post_but_a_comment():
    """A question has a post of theirs on no page."""
    page = (PagePost(0, "A post."),)
    assert post_commented("comment", page, (), 1) == "A post."
    assert post_commented("ask_about_them", page, (), 1) == ""


NEEDS = [line.text for line in builtin.signals()["need_shows"].lines]
NEEDS += [b.text for name in SHIPPED for b in compiled(name).scenario.lines.get("need_shows", ())]
COME_OF_IT = r"thanks to you|you have helped|your (message|advice|help)|since you wrote|know what I do not\b"


@pytest.mark.parametrize("text", NEEDS, ids=lambda text: text[:30])
def test_what_is_quoted_as_a_need_names_one(text):
    """“You have helped me to the right question” is nothing that an offer answers."""
    quoted = need_in(text)
    assert not quoted or NAMES_A_NEED.search(quoted)
    assert not re.search(COME_OF_IT, quoted, re.IGNORECASE), quoted
    assert not re.search("[“”]", quoted)


def test_enough_needs_can_be_quoted():
    """Half of them at least, or the lines with a quotation are hardly ever said."""
    assert len([text for text in NEEDS if need_in(text)]) > 0.5 * len(NEEDS)


def test_what_is_quoted_in_a_quotation_stands_in_single_quotes():
    """Two pairs of the same quotes cannot be told apart."""
    assert first_words("They call it “Sunrise” now. Well.") == "They call it ‘Sunrise’ now."
    assert in_quotes("They call it “Sunrise”.") == "“They call it ‘Sunrise’.”"


def test_good_wishes_fit_luck_as_well_as_work_on_any_day():
    """An all-clear from the doctor is nothing well done, and the news may be some days old."""
    for line in builtin.moves()["congratulate"].say:
        assert not re.search(r"\bwell done\b|\btoday\b|\bearned\b|\byou did it\b", line.text, re.IGNORECASE), line.text


OF_THEIRS = (
    r"\blive ten|\{friend\} asked me\b|\bhas begun\b|\bYou both\b|knows more|understands you"
    r"|(?<!think )(?<!that )\b[Yy]ou (laugh|and \{friend\} ask)"
)
"""What a line would know of two people."""


def test_an_introduction_says_nothing_of_two_people_but_what_you_think_or_do():
    """Where they live, what they ask and what they laugh about is not known."""
    for line in builtin.moves()["introduce"].say:
        assert not re.search(OF_THEIRS, line.text), line.text


OF_HANDIWORK = r"\bold first\b|\bgood piece\b|\bsmallest part\b|\bsmall plan\b|\bdrawn you\b"


def test_what_is_said_of_a_topic_fits_each():
    """Nobody tries lighthouses on something old first."""
    lines = [line for words in builtin.moves().values() for line in words.say if "{topic}" in line.text]
    assert lines
    assert not [line.text for line in lines if re.search(OF_HANDIWORK, line.text)]


@pytest.mark.parametrize("scenario", SHIPPED)
def test_what_is_sent_is_said_to_be_about_what_it_is_about(scenario):
    """Nobody gets “Wheat paste” as the most useful thing there is on letters, though letters were talked of."""
    now, named = played(scenario, "patient", 2).playthrough, 0
    for who, talk in now.story.talks.items():
        for name, content in now.compiled.scenario.content.items():
            text, _ = words_of(now, PlanMove("share_resource", who, name))
            said = text.text.replace(f"“{content.title}”", "").lower()
            others = {*now.people[who].topics, talk.topic} - {*content.about, ""}
            named += any(topic_words(topic) in said for topic in content.about)
            assert not [topic for topic in others if f" {topic_words(topic)}" in said], (text.text, content.about)
    assert named


def test_nobody_is_met_who_was_written_to_before():
    """“Nice to meet you” is for the very first message."""
    greets = r"nice to meet|thank you for following|looked at your profile"
    lines = [line for line in builtin.moves()["propose"].say if re.search(greets, line.text, re.IGNORECASE)]
    assert lines
    assert all("unspoken" in line.claims for line in lines)


ANY_QUESTION = [line.text for line in builtin.moves()["answer"].say if line.last_signal == ("question",)]


def test_an_answer_to_any_question_says_nothing_of_its_subject():
    """“I did not know either” is none to “What have you moved?”."""
    assert len(ANY_QUESTION) >= 6
    assert not [t for t in ANY_QUESTION if re.search(r"\b(either|with us|for you|the third|somebody who)\b", t)]


def answering_a_need() -> list[str]:
    lines = builtin.moves()["answer"].say
    return [line.text for line in lines if line.last_signal == ("need_shows",) and "bought" not in line.claims]


def test_an_answer_to_a_need_hurries_nobody_and_holds_nobody_back():
    """Some needs are for tomorrow and some for a good while: neither “it cannot wait” nor “not tonight” fits each."""
    assert len(answering_a_need()) >= 6
    told = r"should wait|tonight|to be decided|what you have now|that search"
    assert not [text for text in answering_a_need() if re.search(told, text)]


def yes(kind: str) -> ThreadItem:
    return ThreadItem(4, "them", kind, "Yes.")


@pytest.mark.parametrize(
    ("move", "kind", "claim"),
    [("propose", "buys", "asked_to_buy"), ("small_offer", "accepts", "pushed"), ("propose", "buys", "pushed"),
     ("ask_to_share", "accepts", "asked_favour")],
)  # fmt: skip
def test_nobody_is_sorry_for_having_asked_what_was_welcome(move, kind, claim):
    """After a yes no apology calls the question too much; after none it does."""
    asked = ThreadItem(4, "me", move, "Would you?")
    assert HOLDS[claim](acts_before(5, (asked,), ()))
    assert not HOLDS[claim](acts_before(5, (asked, yes(kind)), ()))
    again = replace(asked, day=5)
    assert HOLDS[claim](acts_before(5, (asked, yes(kind), again), ()))


NEGLECT = {"unspoken", "waited", "question_waited", "posted_meanwhile", "silent_since_order"}
"""Claims of a complaint of too little from you, and not of too much."""
COMPLAINTS = builtin.signals()["complaint"].lines


def test_every_complaint_has_answers_of_its_own():
    """Whoever says that not a word came reads no promise to be quieter, and of a mood nobody makes a confession."""
    assert not [line.text for line in COMPLAINTS if not line.answers]
    for name in SHIPPED:
        written = load(SCENARIOS / f"{name}.yaml").scenario.lines.get("complaint", ())
        assert not [line.text for line in written if not line.answers]


OWNS_UP = re.compile(r"\b(sorry|ashamed|you are right|i ought|was not right|mistake)\b", re.IGNORECASE)
ACCUSES = re.compile(r"not at home here|at ease here|all right\.$|felt better here|sit well with me|you used to be")


def test_what_a_complaint_does_not_name_nobody_owns_up_to():
    """A complaint names what was done, as a claim; a mood accuses nobody and can be answered without a confession."""
    moods = [line for line in COMPLAINTS if not set(CAN_BE_NAMED) & {*line.claims} and not NAMED & {*line.claims}]
    assert len(moods) > 5
    for line in moods:
        assert line.claims == ("blameless",) or line.beside, line.text
        assert not ACCUSES.search(line.text), line.text
        assert not [answer for answer in line.answers if OWNS_UP.search(answer)], line.text


NAMED = {"asked_often", "posted_meanwhile", "question_waited"}
"""Deeds of a kind with one that can be named: whoever asked often wrote, and a question that waited was a message."""


@pytest.mark.parametrize("claim", [*CAN_BE_NAMED, "blameless"])
def test_whatever_can_be_named_has_a_complaint_that_names_it(claim):
    """So that there is a complaint for every history."""
    assert [line for line in COMPLAINTS if line.claims == (claim,) and not line.beside and not line.answering]


def test_every_complaint_can_be_said():
    """They come unprompted: one that answers a move would never be heard."""
    assert not [line.text for line in COMPLAINTS if line.answering]


def test_nobody_who_was_neglected_is_promised_more_quiet():
    """Nor is anybody who had enough promised more words."""
    for line in COMPLAINTS:
        for answer in line.answers:
            if NEGLECT & {*line.claims}:
                assert not re.search(r"quieter|write less|some air|you shall have it", answer), answer
            else:
                assert not re.search(r"went quiet|was silent|so quiet|lay here", answer), answer


def test_an_answer_to_a_complaint_is_written_with_the_complaint():
    """It is the one that is sent."""
    now = session(SHIPPED[0]).playthrough
    stock, person = Stock(builtin.texts(), tuple(now.people.values()), now.position), next(iter(now.people.values()))
    for line in COMPLAINTS:
        talk = Talk(waits=line.key, waits_signal="complaint")
        lines, after = lines_to_write(stock, "answer", person, talk, 0.5, now.position, Wordings())
        if line.answers:
            assert tuple(said.text for said in lines) == line.answers
        assert after.answered_signal == "complaint"
