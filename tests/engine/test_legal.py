"""What may be done is one rule: over a batch, for a bot, and at the door of a session."""

import ast
import re
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

import game.session
from game.engine.fresh_for_days import NEWS_DAYS, SHARE_DAYS
from game.engine.legal import Obstacle, needs_content, obstacles
from game.errors import Refused
from game.model import NEVER, Ledger
from game.session.entries import PlanMove
from game.session.planning import check
from game.session.words.refusal_words import why_not
from tests.plays import SHIPPED, bot_plays_a_day, bots, compiled, session

RULES = compiled("first_hello").rules


def ledger(**figures: float) -> Ledger:
    """One follower who follows, and of whom nothing has been seen."""
    ages = {"waiting", "shared_age", "news_age", "need_age", "talk_age", "contact_age", "decline_age"}
    plain = {f.name: NEVER if f.name in ages else 0.0 for f in fields(Ledger)} | {"present": 1.0}
    return Ledger(**{name: np.array([[value]]) for name, value in (plain | figures).items()})


@pytest.mark.parametrize(
    ("move", "figures", "expected"),
    [
        ("like", {}, Obstacle.NONE),
        ("like", {"present": 0.0}, Obstacle.NOT_FOLLOWING),
        ("answer", {}, Obstacle.NOTHING_WAITS),
        ("answer", {"waiting": 0.0}, Obstacle.NONE),
        ("answer", {"waiting": 0.0, "present": 0.0}, Obstacle.NOT_FOLLOWING),
        ("congratulate", {"news_age": NEWS_DAYS + 1}, Obstacle.NO_NEWS),
        ("congratulate", {"news_age": NEWS_DAYS}, Obstacle.NONE),
        ("follow_up", {"cool": 3.0}, Obstacle.NOTHING_TOLD),
        ("follow_up", {"warm": 1.0}, Obstacle.NONE),
        ("follow_up", {"short": 1.0}, Obstacle.NONE),
        ("retweet_share", {"shared_age": SHARE_DAYS + 1}, Obstacle.NOTHING_SHARED),
        ("retweet_share", {"shared_age": SHARE_DAYS}, Obstacle.NONE),
        ("look_around", {"looked": 1.0}, Obstacle.PROFILE_READ),
        ("look_around", {}, Obstacle.NONE),
        ("post_helpful", {"present": 0.0}, Obstacle.NONE),
        ("nothing", {"present": 0.0}, Obstacle.NONE),
    ],
)
def test_a_move_wants_its_occasion(move, figures, expected):
    """An answer a message, good wishes news, a follow-up something told, and all of them somebody who follows."""
    assert obstacles(ledger(**figures), RULES, np.array([[RULES.moves.index(move)]]), 60).tolist() == [[expected]]


def test_attention_and_contents_are_asked_for_where_they_are_given():
    """Sharing takes its hours and a content; the first thing that stands in the way is told."""
    move = np.array([[RULES.moves.index("share_resource")]])
    cost = round(RULES.moves.row("share_resource").hours / 0.05)

    def found(spare: float, sharing: bool) -> int:
        return int(obstacles(ledger(), RULES, move, 60, spare=np.array([[spare]]), sharing=np.array([[sharing]]))[0, 0])

    assert found(cost, True) == Obstacle.NONE
    assert found(cost - 1, False) == Obstacle.TOO_FEW_HOURS
    assert found(cost, False) == Obstacle.NOTHING_TO_SHARE


WAYS_OUT = {"Answer", "Ask", "Begin", "Choose", "Give", "Go", "Look", "Take", "There"}
"""Words with which a sentence begins that says what can be done instead; "There are: …" lists it."""


def says_a_way_out(told: str) -> bool:
    """Whether one of the sentences says what can be done."""
    return any(sentence.split()[0].strip("“,") in WAYS_OUT for sentence in re.split(r"(?<=[.:]) ", told) if sentence)


@pytest.mark.parametrize("obstacle", [o for o in Obstacle if o is not Obstacle.NONE])
def test_every_obstacle_is_told_with_a_way_out(obstacle):
    """Whatever stands in the way is said in one sentence, and what can be done about it in another."""
    told = why_not(obstacle, "Ada", 0.5, 0.25)

    assert len(told.split(". ")) == 2
    assert says_a_way_out(told)
    assert "{" not in told


def test_every_refusal_of_a_session_says_what_can_be_done():
    """Each sentence that refuses a plan, a note, an answer or a way back has a way out, or tells an obstacle."""
    found = []
    for path in sorted(Path(game.session.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                parts = getattr(node.args[0], "values", [node.args[0]])
                text = "".join(part.value if isinstance(part, ast.Constant) else "…" for part in parts)
                found.append(text)

    assert len(found) > 10
    assert [text for text in found if text != "…" and not says_a_way_out(text)] == []


@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_session_refuses_exactly_what_the_batch_does_not_allow(scenario):
    """Every move to every follower, each morning of a game: allowed by both or by neither, follow-ups included."""
    game, told = session(scenario, 4), set()
    while not game.finished:
        now = game.playthrough
        here, position = now.compiled, now.position
        rows = np.arange(len(here.rules.moves))[:, None, None]
        ample = replace(position, hours=np.full(1, 24.0), unlocked=np.ones_like(position.unlocked))
        found = obstacles(position.ledger, here.rules, rows, position.day)[:, 0]
        told |= set(found.ravel().tolist())
        content = next((c for c, when in zip(here.contents, here.content_when, strict=True) if when is None), "")
        for number, move in enumerate(here.rules.moves.ids[1:], 1):
            if here.rules.moves.row(move).to_all or move == "introduce":
                continue
            for column, who in enumerate(here.ids):
                planned = PlanMove(move, who, content if needs_content(here.rules)[number] else "", "")
                try:
                    check(ample, {}, planned, now.people)
                    allowed = True
                except Refused:
                    allowed = False
                assert allowed == (found[number, column] == Obstacle.NONE), (position.day, move, who)
        for who, talk in now.story.talks.items():
            book, column = position.ledger, here.ids.index(who)
            told_something = book.warm[0, column] + book.short[0, column] >= 1.0
            assert told_something or not talk.fact, (position.day, who)
            assert talk.last_signal or not told_something, (position.day, who)
        bot_plays_a_day(game, bots()["patient"])

    assert told >= {Obstacle.NONE, Obstacle.NOTHING_WAITS, Obstacle.NOTHING_TOLD, Obstacle.PROFILE_READ}
