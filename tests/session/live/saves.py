"""Saving a changed scenario while it is played, as an author does."""

from datetime import UTC, datetime
from pathlib import Path

from game.session.entries import AnswerEvent, EndDay, PlanMove, TakeBack
from game.session.runs.saved_file import Broken, Taken, WatchedScenario
from game.session.session import Session

NOW = datetime(2026, 5, 4, 14, 3, 0, tzinfo=UTC)


def play_days(game: Session, days: int) -> None:
    for _ in range(days):
        for event in game.view().events:
            if event.choices:
                game.do(AnswerEvent(event.id, 1))
        game.do(PlanMove("comment", "ada"))
        game.do(PlanMove("like", "ben"))
        game.do(PlanMove("like", "crowd_1"))
        game.do(TakeBack(game.view().plan[-1].id))
        game.do(PlanMove("ask_about_them", "crowd_2"))
        game.do(EndDay())


def edited(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def saved(game: Session, file: Path, *changes: tuple[str, str]) -> Taken | Broken:
    """What the game makes of a save."""
    live = WatchedScenario(game, lambda: NOW)
    edited(file, *changes)
    return looked(live)


def looked(live: WatchedScenario) -> Taken | Broken:
    live.saved()
    found = live.saved()
    assert found is not None
    assert live.saved() is None
    return found


def taken(game: Session, file: Path, *changes: tuple[str, str]) -> Taken:
    found = saved(game, file, *changes)
    assert isinstance(found, Taken)
    return found


SHY = ("    name: Ada Quist\n", "    name: Ada Quist\n    pace: shy\n    trust: 5\n")
