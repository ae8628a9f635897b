"""What is offered for a move, and how long it takes: the same in every front end."""

from game.session.view import ContentView, MoveView, View

FORMATS_OF_POSTS = {
    "post_helpful": {"guide", "text", "video", "live"},
    "post_question": {"poll"},
    "post_story": {"story", "photo", "video", "text", "live"},
}
"""In which formats a post of each kind comes; other moves come in any."""


def suited(move: str, contents: tuple[ContentView, ...]) -> tuple[ContentView, ...]:
    """What is offered for a move: a how-to is no poll; all of it where nothing suits."""
    formats = FORMATS_OF_POSTS.get(move, set())
    return tuple(c for c in contents if c.format in formats) or contents


def hours_with(move: MoveView, content: ContentView | None, view: View) -> float:
    """Hours that a move takes with what it shares, as the plan will count them."""
    return min(move.hours + content.hours, view.hours_total) if content is not None else move.hours
