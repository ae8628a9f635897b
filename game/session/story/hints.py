"""Hints of the tutorial: which one fits a day best, by what a player can see.

Rule: a hint hangs on what is there, and on no other hint; so none hides another, and none says what the screen denies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

import numpy as np

from game.engine.fresh_for_days import NEWS_DAYS, SHARE_DAYS
from game.engine.legal import Obstacle, obstacles
from game.engine.position import Position
from game.engine.seen.seen_conditions import stages_seen
from game.engine.timeline import holds
from game.model.arrays import Array
from game.model.readings import STAGES
from game.model.signals import Signal
from game.model.state import HAPPENED, NEED_LATELY, TALK_DAYS
from game.scenario.format.schema_story import Hint
from game.session.story.claims import ANSWER
from game.session.view import ThreadItem
from game.session.words.spoken import NARRATED

MOST_DAYS = 2
"""On how many days one hint is shown at most."""

NEED = Signal.NEED_SHOWS.id
AFTER_CONTACT_DAYS = 2.0
"""So many days after a message of yours no hint asks you to write to the same person again."""
ANY_TIME = frozenset({"", "look_around", "give_space", "answer", "congratulate"})
"""Moves to which hints may point right after a message: those that are none, and those that they wait for."""
OFTEN = 2.0
"""So many messages of yours, by how much they invite words, stand without a word in return."""


@dataclass(frozen=True)
class HintShown:
    """A hint as it stands over the desk."""

    name: str  # its id in the scenario file
    text: str


@dataclass(frozen=True, eq=False)
class Known:
    """What the player has done, as far as hints go by it."""

    moves_made: Mapping[str, int]  # move -> day on which it was planned last
    guessed: frozenset[str]  # ids of followers of whom something stands in the notebook
    hinted: Mapping[str, tuple[int, ...]]  # hint -> days on which it was shown
    needs: frozenset[str] = frozenset()  # ids of followers who have said lately that they need something
    replied: frozenset[str] = frozenset()  # ids of those who since their last word have heard answers of yours alone


def needs_told(threads: Mapping[str, tuple[ThreadItem, ...]], day: int) -> frozenset[str]:
    """Who has said lately, in so many words, that something is missing.

    A question for the price or a word of a large order is no such sign: whoever is curious asks like that, too, and
    whoever wants to sell.
    """
    return frozenset(
        who
        for who, items in threads.items()
        if any(item.kind == NEED for item in takewhile(lambda item: item.day >= day - NEED_LATELY, reversed(items)))
    )


def only_answered(threads: Mapping[str, tuple[ThreadItem, ...]]) -> frozenset[str]:
    """Who has heard nothing of yours since their last word but an answer to it: that wants no word in return."""
    found = set()
    for who, items in threads.items():
        since = takewhile(lambda item: item.who != "them", reversed(items))
        if {item.kind for item in since if item.who == "me" and item.kind not in NARRATED} == {ANSWER}:
            found.add(who)
    return frozenset(found)


def known_by(
    moves_made: Mapping[str, int], guessed: Iterable[str], hinted: Mapping[str, tuple[int, ...]],
    threads: Mapping[str, tuple[ThreadItem, ...]], day: int,
) -> Known:  # fmt: skip
    """What a player knows on a morning, from what was done and said."""
    return Known(moves_made, frozenset(guessed), hinted, needs_told(threads, day), only_answered(threads))


@dataclass(frozen=True, eq=False)
class _Morning:
    """What can be seen this morning; each sign is looked for once, however many hints hang on it."""

    position: Position
    known: Known
    signs: dict[str, Array] = field(default_factory=dict)  # those that were asked for (F,) boolean, by name

    @cached_property
    def present(self) -> Array:
        """Who has come and not left (F,) boolean."""
        return np.asarray(self.position.ledger.present[0] > 0.5)

    @cached_property
    def free(self) -> Array:
        """To whom nothing stands in the way of a move (M, F) boolean."""
        compiled = self.position.compiled
        rows = np.arange(len(compiled.rules.moves))[:, None, None]
        found = obstacles(self.position.ledger, compiled.rules, rows, self.position.day)
        return np.asarray(found[:, 0] == Obstacle.NONE)

    def sees(self, sign: str) -> Array:
        """Of whom a sign can be seen (F,) boolean, whoever has left aside."""
        if sign not in self.signs:
            self.signs[sign] = _seen(self.position, sign, self.known) & self.present
        return self.signs[sign]


def _seen(position: Position, sign: str, known: Known) -> Array:
    """Of whom a sign can be seen this morning (F,) boolean."""
    book, ids = position.ledger, position.compiled.ids
    match sign:
        case "message_waits":
            return np.asarray(book.waiting[0] < HAPPENED)
        case "need_shows":
            told = np.array([who in known.needs for who in ids])
            return np.asarray(told & (book.need_age[0] <= NEED_LATELY) & (book.bought[0] < 0.5))
        case "something_told":
            return np.asarray((book.warm[0] + book.short[0] >= 1.0) & (book.talk_age[0] <= TALK_DAYS))
        case "plain_share" | "praised_share":
            praised = book.compliment[0] > 0.5
            return np.asarray((book.shared_age[0] <= SHARE_DAYS) & (praised if sign == "praised_share" else ~praised))
        case "good_news":
            return np.asarray(book.news_age[0] <= NEWS_DAYS)
        case "profile_read":
            return np.asarray(book.looked[0] > 0.5)
        case "heard_often":
            return np.asarray((book.standing[0] >= OFTEN) & np.array([who not in known.replied for who in ids]))
        case "acquaintance":
            return np.asarray(stages_seen(book.warm[0], book.contacts[0], book.bought[0]) > STAGES.index("stranger"))
        case _:
            return np.array([who not in known.guessed for who in ids])


def _whom(morning: _Morning, hint: Hint) -> Array | None:
    """Whom a hint is about today (F,) boolean; None where it does not fit today."""
    position, known = morning.position, morning.known
    due = position.day >= hint.day
    if not hint.until_move and not hint.seen and not hint.after_move and hint.when is None:
        due = position.day == hint.day  # it hangs on its day alone
    done = hint.until_move and hint.until_move in known.moves_made
    early = hint.after_move and hint.after_move not in known.moves_made
    if not due or done or early:
        return None
    if hint.when is not None and not holds(position.compiled.numbers.condition(hint.when), position)[0]:
        return None
    whom = morning.present
    for sign in hint.seen:
        whom = whom & morning.sees(sign)
    if hint.until_move not in ANY_TIME and "{first}" in hint.text:
        whom = whom & (position.ledger.contact_age[0] >= AFTER_CONTACT_DAYS)
    if hint.until_move and whom.any():
        whom = whom & morning.free[position.compiled.rules.moves.index(hint.until_move)]
    return whom if whom.any() else None


def hint_of(position: Position, known: Known, first_names: Mapping[str, str]) -> HintShown | None:
    """The hint that fits best today: what is seen comes before what was done, and that before the day alone.

    Among those that fit alike, one that is new comes before one that was shown on an earlier day.

    Args:
        position: this morning, of a single game.
        known: what the player has done.
        first_names: of the followers, by id.
    """
    if position.finished:
        return None
    morning, fitting = _Morning(position, known), []
    for number, (name, hint) in enumerate(position.compiled.scenario.tutorial.items()):
        before = sum(day != position.day for day in known.hinted.get(name, ()))
        whom = _whom(morning, hint) if before < MOST_DAYS else None
        if whom is not None:
            plain = not hint.after_move and hint.when is None
            first = position.compiled.ids[int(np.argmax(whom))]
            text = hint.text.replace("{first}", first_names[first])
            fitting.append(((not hint.seen, plain, before, number), HintShown(name, text)))
    return min(fitting, key=lambda each: each[0])[1] if fitting else None
