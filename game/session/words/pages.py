"""What people post on their own pages: some before you begin, and something new every few days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from game.scenario.texts.evening_words import own_posts
from game.session.view import PagePost, ThreadItem
from game.session.words.personas import Persona

OWN_POST_EVERY_DAYS = 7
"""So many days after a post the same person posts again; not all on the same day."""
ON_POSTS = frozenset({"like", "comment"})
"""Moves that are about a post of theirs."""
BEFORE = 2
"""How many posts stand on the page of somebody of whom a scenario tells none, when the game begins."""


def with_pages(people: Sequence[Persona], days: int) -> tuple[Persona, ...]:
    """The same people with their pages, oldest post first.

    What the scenario tells of them stands there from the first day. What comes later, and the pages of the others, are
    everyday posts; no two people post the same as long as there are enough.

    Args:
        people: all of an episode.
        days: that the game takes.
    """
    stock = _in_turn(sum(person.look for person in people))
    own = [
        [PagePost(0, text) for text in _from_another(person.posts, person.look)]
        or [PagePost(0, next(stock)) for _ in range(BEFORE)]
        for person in people
    ]
    for day in range(2, days + 1):
        for person, page in zip(people, own, strict=True):
            if (day + person.look) % OWN_POST_EVERY_DAYS == 0:
                page.append(PagePost(day, next(stock)))
    return tuple(replace(person, page=tuple(page)) for person, page in zip(people, own, strict=True))


def _in_turn(start: int) -> Iterator[str]:
    """The everyday posts one after the other, beginning at another place in each game."""
    posts = own_posts()
    return (posts[number % len(posts)] for number in count(start))


def _from_another(posts: tuple[str, ...], start: int) -> tuple[str, ...]:
    """Posts in another order of the same circle."""
    first = start % max(1, len(posts))
    return (*posts[first:], *posts[:first])


def posts_by(page: Sequence[PagePost], day: int) -> tuple[PagePost, ...]:
    """What can be read on a page, the newest first.

    Args:
        page: oldest post first.
        day: 1...
    """
    return tuple(post for post in reversed(page) if post.day <= day)


def reacted_to(page: Sequence[PagePost], days: Sequence[int]) -> tuple[str, ...]:
    """Which post each like or comment is about: the newest that has had neither yet, else the newest.

    Args:
        page: oldest post first.
        days: of the likes and comments, in their order.

    >>> page = (PagePost(0, "old"), PagePost(0, "older than the next"), PagePost(6, "new"))
    >>> reacted_to(page, (2, 3, 4, 6))
    ('older than the next', 'old', 'older than the next', 'new')
    """
    had: set[PagePost] = set()
    found = []
    for day in days:
        there = posts_by(page, day)
        post = next((post for post in there if post not in had), there[0] if there else PagePost(0, ""))
        had.add(post)
        found.append(post.text)
    return tuple(found)


def days_on_posts(thread: Sequence[ThreadItem]) -> list[int]:
    """The days of the likes and comments that a talk with somebody holds.

    Args:
        thread: of the talk.
    """
    return [item.day for item in thread if item.kind in ON_POSTS and item.who != "them"]


def post_in_turn(page: Sequence[PagePost], thread: Sequence[ThreadItem], day: int) -> str:
    """The post that a like or comment of a day is about.

    Args:
        page: oldest post first.
        thread: with whose page it is, up to that day.
        day: of the move.
    """
    return reacted_to(page, (*days_on_posts(thread), day))[-1]
