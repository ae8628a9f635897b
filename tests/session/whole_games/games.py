"""Whole games of every scenario, played in several ways, night by night: what one person and the player said."""

from dataclasses import dataclass
from functools import cache
from itertools import product

from game.errors import Refused
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.session import Session
from game.session.view import NightItem, ThreadItem
from tests.plays import SHIPPED, played, session

BOTS = ("random", "patient", "reader", "thanker", "pushy", "always_asks")
SUITORS = {
    "offers": ("small_offer",),
    "asks and offers": ("ask_about_them", "small_offer", "ask_their_view", "small_offer"),
    "talks": ("ask_about_them", "answer", "congratulate", "follow_up", "thank_privately", "small_offer"),
    "answers and asks": ("answer", "propose", "ask_about_them", "answer", "help", "propose"),
}
"""Players who post nothing, and make these moves by turns to one follower after the other, as far as they may."""
SEEDS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Evening:
    """What passed between one follower and the player on one day of a game."""

    game: tuple[str, str, int]  # scenario, who played, seed
    who: str
    day: int
    mine: tuple[ThreadItem, ...]
    theirs: tuple[ThreadItem, ...]  # in their words
    items: tuple[NightItem, ...]  # of the night's report
    thread: tuple[ThreadItem, ...]  # up to this night, included

    @property
    def signals(self) -> frozenset[str]:
        """Ids of what they did."""
        return frozenset(item.signal for item in self.items)

    def text(self, *signals: str) -> str:
        """What is told of some signals, or of all."""
        return " ".join(item.text for item in self.items if not signals or item.signal in signals)


@cache
def suitor_plays(name: str, suitor: str, seed: int) -> Session:
    """A game of somebody who makes the same moves by turns."""
    game, moves = session(name, seed), SUITORS[suitor]
    ids = game.playthrough.compiled.ids
    while not game.finished:
        day = game.playthrough.day
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 0))
        for n in range(len(ids)):
            who = ids[(n + day) % len(ids)]
            for turn in range(len(moves)):
                try:
                    game.do(PlanMove(moves[(day + n + turn) % len(moves)], who))
                    break
                except Refused:
                    continue
        game.do(EndDay())
    return game


@cache
def games() -> dict[tuple[str, str, int], Session]:
    """Every game that the tests of this folder read."""
    found = {(n, bot, seed): played(n, bot, seed) for n, bot, seed in product(SHIPPED, BOTS, SEEDS)}
    return found | {(n, way, seed): suitor_plays(n, way, seed) for n, way, seed in product(SHIPPED, SUITORS, SEEDS)}


@cache
def evenings() -> tuple[Evening, ...]:
    """Every evening of those games on which somebody said or did something, or was told something."""
    found = []
    for key, game in games().items():
        story = game.playthrough.story
        for night in story.nights:
            for who, thread in story.threads.items():
                today = [item for item in thread if item.day == night.day]
                items = tuple(item for item in night.items if item.follower == who)
                if today or items:
                    mine, theirs = (tuple(i for i in today if i.who == side) for side in ("me", "them"))
                    so_far = tuple(item for item in thread if item.day <= night.day)
                    found.append(Evening(key, who, night.day, mine, theirs, items, so_far))
    return tuple(found)
