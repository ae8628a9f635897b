"""What the date mirror says has not been, or has been once, is true of all that the player has seen."""

import re
from functools import cache

import pytest

from game.bots.registry import bots
from game.scenario.texts.builtin import moves
from game.scenario.texts.evening_words import glad_before
from game.session.seen.mirror import Mirror
from tests.plays import SHIPPED, bot_plays_a_day, session

BOTS = ("patient", "always_asks", "random", "pushy", "never_asks")
ABSOLUTE = re.compile(
    r"(have|has) not (yet |even )?(said|met|asked|heard|spoken|told|written|noticed|seen|talked|turned|answered)"
    r"|(have|has) never|not met|hardly (know|talk|met)|know (of )?(each other )?(a )?little|(said|talked) (a )?little"
    r"|not said|has not begun|nothing has|only thing|no reason|one warm|no warm|nobody has|not know yet|no need has"
    r"|no need of|no word|no answer|unanswered|waits for an|short while|so far|first time|silence",
    re.IGNORECASE,
)
"""Words by which a sentence of the mirror may deny what has been between two people."""
NO_ANSWER = (
    r"no answer\b|unanswered|(have|has) not (even )?answered|nobody has answered|waits for an answer"
    r"|before the last|answers that have not come|where none has come|last word (still )?(waits|is)"
)


def heard(thread, *kinds):
    return [item for item in thread if item.who == "them" and item.kind in kinds]


def made(now, thread):
    """Your moves to somebody: all but what cannot be noticed."""
    known = {*now.compiled.rules.moves.ids} - {"look_around", "give_space", "blast_dm"}
    return [item for item in thread if item.kind in known and not item.of_them]


def unanswered(now, thread):
    """Whether nothing of theirs has come since your last message; that they bought elsewhere is news, and no answer."""
    mine = made(now, thread)
    theirs = [item for item in thread if item.who == "them" and item.kind != "buys_elsewhere"]
    return bool(mine) and not any(item.day >= mine[-1].day for item in theirs)


def none_since_the_purchase(now, thread):
    since = max(item.day for item in heard(thread, "buys"))
    return not [item for item in heard(thread, "need_shows", "asks_price") if item.day > since]


OF_OTHERS = re.compile(
    r"it has not been taken back|nobody has (asked me|said that to me|begun there|to look)|has not told (that|you)"
    r"|hears it for the first time|understood it the first|first silence|silence (that good|have the)"
    r"|(fill|shares) the silence|annoyed you most so far|had not thought so far|no need of you|give no reason"
    r"|never put it like that|has not (decided|seen it)|have not said whom",
    re.IGNORECASE,
)
"""What such words say of other people and of the table itself, or of what the situation rests on."""
HOLDS = (
    (r"no warm answer yet to a message of yours, offers aside",
     lambda now, thread: not heard(thread, "answer_warm", "thanks")),
    (r"no need of their own has shown", lambda now, thread: not heard(thread, "need_shows", "asks_price")),
    (r"no need has shown since the purchase", none_since_the_purchase),
    (r"you have not turned to them before, events aside", lambda now, thread: not made(now, thread)),
    (r"you have turned to them once, events aside", lambda now, thread: len(made(now, thread)) == 1),
    (NO_ANSWER, unanswered),
)  # fmt: skip
"""Each such saying with when it is true of a thread."""


def sayings():
    """Every sentence of every scene of the mirror, and of its warnings."""
    for words in moves().values():
        for scene in words.dates:
            for text in (scene.you, scene.they, scene.what, scene.then):
                yield from re.split(r"(?<=[.!?…]) ", text)
    for text in glad_before().values():
        yield from re.split(r"(?<=[.!?…]) ", text)


def test_every_saying_that_denies_something_is_judged():
    """A new sentence with such a word is of the table alone, or has a row that says when it is true."""
    unjudged = [
        said
        for said in sayings()
        if ABSOLUTE.search(said)
        and not OF_OTHERS.search(said)
        and not any(re.search(row, said, re.IGNORECASE) for row, _ in HOLDS)
    ]
    assert not unjudged, unjudged


@cache
def mirrors(name):
    """Of each follower on each morning of some games: the run, the thread, all that the mirror says of each move."""
    found = []
    for bot in BOTS:
        game = session(name, 4)
        while not game.finished:
            now = game.playthrough
            for column, who in enumerate(now.compiled.ids):
                if now.position.ledger.present[0, column] < 0.5:
                    continue
                mirror = Mirror(now, who)
                for move in moves():
                    line = mirror.line(move)
                    if not mirror._goes_to_all(move):
                        told = f"{line.what} {line.then} {line.although} {line.forecast.counted}"
                        found.append((now, now.story.threads[who], move, told))
            bot_plays_a_day(game, bots()[bot])
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_denied_has_not_been(name):
    """Over whole games, against the thread that the player reads."""
    wrong, seen = [], dict.fromkeys((row for row, _ in HOLDS), 0)
    for now, thread, move, told in mirrors(name):
        for row, holds in HOLDS:
            if re.search(row, told, re.IGNORECASE):
                seen[row] += 1
                if not holds(now, thread):
                    wrong.append((now.day, move, row, told, [(i.day, i.who, i.kind) for i in thread][-6:]))
    print(name, {row[:30]: count for row, count in seen.items()})
    assert not wrong, (len(wrong), wrong[:3])
