"""What you write under a post of theirs: what is written for that post, and answers no other."""

from collections.abc import Collection, Sequence
from functools import cache

from game.scenario.texts.evening_words import posts_and_comments
from game.scenario.texts.texts import Line
from game.session.view import PagePost, ThreadItem
from game.session.words.pages import post_in_turn

COMMENT = "comment"


@cache
def _comments() -> dict[str, tuple[Line, ...]]:
    """For each post of the house the comments that are written for it."""
    return {
        post: tuple(Line(f"{COMMENT}.post.{number}.{n}", text) for n, text in enumerate(texts))
        for number, (post, texts) in enumerate(posts_and_comments().items())
    }


def under_their_post(post: str, lately: Collection[str]) -> tuple[Line, ...]:
    """The comments that are written for a post, and that you have not made yet; none for a post of a scenario.

    Args:
        post: of theirs; "" where nothing is written under one.
        lately: keys of what you have written to the same person.
    """
    return tuple(line for line in _comments().get(post, ()) if line.key not in lately)


def post_commented(move: str, page: Sequence[PagePost], thread: Sequence[ThreadItem], day: int) -> str:
    """The post of theirs that a move is written under; "" for a move that writes under none.

    Args:
        move: its id.
        page: theirs, oldest post first.
        thread: with them, up to the day.
        day: of the move.
    """
    return post_in_turn(page, thread, day) if move == COMMENT else ""
