"""What is told of records, of runs that can be gone on with, of a run in its midst, and a score in words."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from game import __version__
from game.bots.registry import bots
from game.coach.looking_back.grade import GRADES, grade
from game.coach.looking_back.lessons_told import lessons_told
from game.coach.nudges import KINDS, NOBODY, told_nudge
from game.errors import CourtshipError
from game.session.entries import AnswerEvent, AskWhatIf, PlanMove, TakeNudge
from game.session.playthrough import begun
from game.session.record.lines import header_line, told_of_run
from game.session.record.reading import before_told, read
from game.session.runs.named_record import find_record
from game.session.runs.recorded_scenario import ELSEWHERE, change_since
from game.session.runs.resuming import resume, why_not_opened
from game.session.runs.runs import run_played_last, saved_runs, start
from game.session.session import Session
from game.session.transcript import transcript
from game.session.view import Nudge
from game.session.words.personas import YOUR_LOOKS, says_old, suiting_looks
from tests.golden.told.sheets import Told
from tests.plays import bot_plays_a_day, compiled, example
from tests.records import change_lines, lines_of, write_lines
from tests.ui.fakes.fake_game import FakeGame

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)


def _run(folder: Path) -> Session:
    """Two days of the bakery and a move of the third, closed."""
    game = start(example(folder), 4, folder / "runs", NOW)
    for _ in range(2):
        bot_plays_a_day(game, bots()["patient"])
    game.do(PlanMove("like", "ada"))
    game.close()
    return game


def _line_changed(path: Path, number: int) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    lines[number] = (
        lines[number].replace(b'"day":', b'"day": ', 1) if number else lines[0].replace(b"Crumb", b"Krumb", 1)
    )
    path.write_bytes(b"".join(lines))


def _without_states(lines) -> None:
    for line in lines:
        line.pop("state", None)


def _changed_scenario(path: Path) -> None:
    example(path.parent.parent).write_text("title: Other\n", encoding="utf-8")


DAMAGES = {
    "whole": lambda path: None,
    "torn": lambda path: path.write_bytes(path.read_bytes()[:-5]),
    "changed in line 2": lambda path: _line_changed(path, 1),
    "changed in line 4": lambda path: _line_changed(path, 3),
    "changed in its last line": lambda path: _line_changed(path, -1),
    "changed in line 1": lambda path: _line_changed(path, 0),
    "of a newer format": lambda path: _head(path, format=9),
    "of no format": lambda path: _head(path, format="two"),
    "of other rules": lambda path: _head(path, parameters=1),
    "of another scenario": lambda path: _head(path, hash="0" * 64),
    "without states": lambda path: change_lines(path, _without_states),
    "empty": lambda path: path.write_bytes(b""),
    "of words": lambda path: path.write_text("Dear diary\n", encoding="utf-8"),
    "gone": lambda path: path.unlink(),
    "of a scenario that is gone": lambda path: (path.parent.parent / "bakery.yaml").unlink(),
    "of a scenario that has changed": _changed_scenario,
}  # fmt: skip


def _head(path: Path, **changes: object) -> None:
    lines = lines_of(path)
    write_lines(path, [{**lines[0], **changes}, *lines[1:]])


def damages_told() -> Iterator[Told]:
    """What reading, listing, finding and resuming say of a record, whatever has become of it or of its scenario."""
    for name, damage in DAMAGES.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            path = _run(folder).path
            damage(path)
            for what, words in _asked_of(path, folder / "runs"):
                told = (
                    words.replace(__version__, "VERSION")
                    .replace(str(folder), "FOLDER")
                    .replace(path.stem, "RECORD")
                    .replace("\\", "/")
                )
                yield f"{name}, {what}", told


def _asked_of(path: Path, runs: Path) -> Iterator[Told]:
    ways = {
        "read": lambda: f"{len(read(path).entries)} {read(path).repaired}",
        "resumed": lambda: _resumed(path),
        "found": lambda: str(find_record("last", runs, NOW, lambda _: True)),
        "another": lambda: str(find_record("other", runs, NOW, lambda _: True)),
    }
    for what, tried in ways.items():
        try:
            yield what, tried()
        except CourtshipError as error:
            yield what, str(error)
    listed = saved_runs(runs, NOW)
    for run in listed:
        yield "listed", f"{run.title}: day {run.day} of {run.days}, {run.problem} {run.note} {run.finished}"
    yield "listed", f"goes on with {'one' if run_played_last(listed, finished_too=False) else 'none'}"


def _resumed(path: Path) -> str:
    game = resume(path)
    game.close()
    return f"day {game.playthrough.day}: {game.notice}"


def headers_told() -> Iterator[Told]:
    """Who played a run, and why it cannot be opened or goes on in a copy."""
    with tempfile.TemporaryDirectory() as place:
        header = read(_run(Path(place)).path).header
        heads = {
            "own": header, "a bot's": replace(header, played_by="patient"),
            "begun by a bot": replace(header, begun_by="pushy"), "practice": replace(header, practice=True),
            "practice of a bot": replace(header, played_by="patient", practice=True),
            "live": replace(header, live=True), "of other rules": replace(header, parameters=1, game="0.0.1"),
        }  # fmt: skip
        for name, head in heads.items():
            yield name, f"{told_of_run(head)}; {why_not_opened(head, 'RECORD')}"
            yield name, ", ".join(sorted(header_line(head)))
            yield name, f"{change_since(head, lambda _: True).told}; {change_since(head, lambda _: False).told}"
            Path(header.path).write_text("title: Other\n", encoding="utf-8")
            yield f"{name}, changed", change_since(head, lambda _: True).told
    yield "elsewhere", ELSEWHERE
    for kept in range(3):
        yield f"{kept} choices", before_told(kept)


def midst_told() -> Iterator[Told]:
    """A practice run in its midst: what its transcript says at the end, and which lessons are told so far."""
    game = Session(begun(compiled("first_hello"), 3, practice=True))
    for day in range(1, 8):
        lessons = lessons_told(game.playthrough)
        yield from ((f"before day {day}", f"{title}: {text}") for title, text in lessons)
        yield f"before day {day}", transcript(game.playthrough).splitlines()[-1]
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 0))
        if day in {3, 5}:
            game.do(AskWhatIf(game.playthrough.compiled.ids[1], "", "ask_about_them"))
        if day in {3, 4}:
            game.do(TakeNudge("nobody", ""))
        bot_plays_a_day(game, bots()["spammer"])
    yield from (("in the end", f"{title}: {text}") for title, text in lessons_told(game.playthrough, "the room"))
    yield from (
        ("in the end", item.text) for item in game.playthrough.story.threads["walter"] if item.kind == "blast_dm"
    )


def words_of_tables() -> Iterator[Told]:
    """Scores in words, your portraits, ages that a bio tells, and each kind of hint."""
    for share in (*(least for least, _ in GRADES), 0.949, 0.699, 0.449, 0.199, 1.0):
        yield (
            f"{share:.3f}",
            f"{grade(60.0 * share, 60.0, 1.0)}; {grade(60.0 * share, 60.0, 0.0)}; {grade(share, 0.0, 1.0)}",
        )
    yield from ((f"portrait {number}", words) for number, words in YOUR_LOOKS.items())
    bios = (
        "Retired.", "On a pension.", "Grandmother of four.", "A widower.", "Since 1974.", "Forty years at sea.",
        "Seventy-two.", "Student.", "Apprentice.", "Two small children.", "Twins.", "First flat.", "Thirty-one.",
        "Great-aunt.", "In training.", "Sings bass.", "Maternity leave.", "Intern.", "Sixty-one years.", "Eighty.",
    )  # fmt: skip
    for bio in bios:
        yield bio, f"old {says_old(bio)}: {[suiting_looks(p, bio, 5)[:4] for p in ('she', 'he', 'they')]}"
    view = FakeGame().view(None)
    for name, kind in KINDS.items():
        told = told_nudge(view, Nudge(name, view.followers[0].id))
        yield name, f"{told.question} {told.more} {kind.question == told.question}"
    yield "nobody", f"{NOBODY.question} {NOBODY.more} {told_nudge(view, Nudge('nobody', '')) == NOBODY}"
