"""What an answer to an event sent to many at once: a question in the eyes of whoever gets it, counted as none."""

from collections import Counter
from collections.abc import Iterable

from game.model.moves import ASKS_FROM
from game.session.playthrough import Playthrough


def asked_by_events(games: Iterable[Playthrough]) -> tuple[str, ...]:
    """Sentences on events whose answer sent people something that asks; none where nothing was sent.

    Args:
        games: of a room, as they were played.
    """
    found: Counter[str] = Counter()
    count = 0
    for now in games:
        count += 1
        for (name, event), compiled in zip(now.compiled.scenario.timeline.items(), now.compiled.events, strict=True):
            made = compiled.answers[now.answers[name]].imposed if name in now.answers else None
            if made is not None and now.compiled.rules.moves.row(int(made.move)).ask >= ASKS_FROM:
                found[event.title] += 1
    return tuple(
        f"By the answer to “{title}”{f' in {sent} of {count} games' if count > 1 else ''} people were sent something "
        "that asks them, too. It is no question to one of them, and is not counted here."
        for title, sent in found.items()
    )
