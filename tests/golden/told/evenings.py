"""What the session tells beside talks: evenings, the mirror, people, refusals, hints, and what a save changed."""

import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from game.bots.registry import bots
from game.coach.nudges import KINDS, nudge_of, told_nudge
from game.engine.legal import Obstacle
from game.scenario import load
from game.session.date_lines import DateLine
from game.session.entries import AnswerEvent, EndDay, Note, PlanMove
from game.session.live.differences import DID, parts_changed, visible
from game.session.live.left_out import LeftOut
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.seen.after_the_move import as_it_was, met_in, taken_told
from game.session.seen.night.evening import Evening, Met
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.night.night_folds import SMALL, folded
from game.session.session import ScenarioSource, Session
from game.session.view import Nudge, View
from game.session.words.hours_text import change_told, hours_text, left_words, range_text, sentence_hours, weekday_of
from game.session.words.refusal_words import why_not
from tests.golden.told.sheets import Told
from tests.plays import bot_plays_a_day, example, played, session
from tests.ui.fakes.fake_game import FakeGame
from tests.ui.fakes.fake_nights import NIGHTS

GAMES = (("first_hello", "spammer", 3), ("first_hello", "pushy", 4), ("slow_roast", "random", 5))


def evenings_told() -> Iterator[Told]:
    """Every evening of some games, and of the made-up nights in which all that can happen happens."""
    views = [(f"{name}, {bot}", played(name, bot, seed, days=12).view(None)) for name, bot, seed in GAMES]
    for kind in NIGHTS:
        game = FakeGame(night=kind)
        game.do(EndDay())
        views.append((f"made up: {kind}", game.view(None)))
    for which, view in views:
        for number, night in enumerate(view.nights):
            yield from ((f"{which}, night {night.day}", line) for line in _evening(evening_seen(view, night)))
            rows, folds = folded(night, view.nights[:number])
            kept = [" + ".join(i.signal for i in row.items) for row in rows]
            small = {fold.signal: len(fold.items) for fold in folds}
            yield f"{which}, night {night.day}", f"in full {kept}, in a strip {small}"


def _evening(told: Evening) -> Iterator[str]:
    yield f"{told.met} met, {told.came} came by. {told.quiet} {told.alone}"
    yield from (f"table: {_met(met)}" for met in told.tables)
    yield from (f"bar: {_met(met)}" for met in told.bar)
    if told.whisper:
        yield f"whisper: {told.whisper.looks} {told.whisper.poses} {told.whisper.text}"
    for moment in told.moments:
        yield f"{moment.kind}: {moment.name}. {moment.title} {moment.text} {moment.trail} {moment.cry}"
        yield from (f"in the room: {_met(met)}" for met in (*([moment.who] if moment.who else []), *moment.crowd))


def _met(met: Met) -> str:
    return f"{met.name} ({met.look}, {met.step}, {met.pose}, {met.face}) {met.did} | {met.does} | {met.wrote!r}"


def mirror_told() -> Iterator[Told]:
    """All moves to one follower on some mornings, and how yesterday's came out."""
    game = session("first_hello", 6)
    while not game.finished:
        view = game.view(None)
        who = view.followers[view.day % len(view.followers)].id
        view = game.view(who)
        for move in (*view.moves, *view.posts) if view.day % 2 == 0 else ():
            yield f"day {view.day}, {move.id}", f"{move.title}: {_date(move.date)}"
            if move.date and view.nights:
                met = met_in(evening_seen(view, view.nights[-1]), who)
                yield f"day {view.day}, {move.id}", f"as it was: {_date(as_it_was(move.date, met, 'Mara'))}"
                yield f"day {view.day}, {move.id}", taken_told(move.id, "Mara", met)
        bot_plays_a_day(game, bots()["patient"])


def _date(date: DateLine | None) -> str:
    return " ".join(str(value) for value in vars(date).values() if value) if date else ""


def people_told() -> Iterator[Told]:
    """Everybody of some games, with all that is found out or told at the end."""
    for name, seeds in (("first_hello", (1, 2)), ("slow_roast", (1, 2, 3))):
        for seed in seeds:
            people = session(name, seed).playthrough.people
            for person in people.values():
                yield f"{name}, {seed}", ", ".join(f"{value}" for value in vars(person).values() if value)


def refusals_told() -> Iterator[Told]:
    """Why a move cannot be made, and hours in words."""
    for obstacle, (cost, left), said in product(Obstacle, ((0.5, 0.0), (1.0, 1 / 60)), (False, True)):
        yield f"{obstacle.name}, {cost}, {left:.2f}, {said=}", why_not(obstacle, "Mara", cost, left, 4, said=said)
    yield "no obstacle", why_not(0, "Mara")
    for hours in (0.0, 1 / 60, 0.008, 0.25, 1.0, 2.75):
        yield (
            f"{hours:.3f}",
            f"{hours_text(hours)}; {sentence_hours(hours)}; {left_words(hours)}; {range_text(0.25, hours)}",
        )
        yield f"2 to {hours:.3f}", change_told(2.0, hours)
    yield "weekdays", ", ".join(weekday_of(day) for day in range(1, 10))


def hints_told() -> Iterator[Told]:
    """Hints that are asked for: on every morning of some games, and of each kind."""
    for name, bot, seed in GAMES:
        game = session(name, seed)
        while not game.finished and game.playthrough.day < 12:
            view = game.view(None)
            told = told_nudge(view, nudge_of(view))
            yield f"{name}, {bot}, day {view.day}", f"{nudge_of(view).about}: {told.question} {told.more} ({told.who})"
            yield from _around(view)
            bot_plays_a_day(game, bots()[bot])


def _around(view: View) -> Iterator[Told]:
    """For whom each kind would fit that morning, and what would be said of the first."""
    for name, kind in KINDS.items():
        fits = [f.id for f in view.followers if kind.fits(view, f)]
        first = told_nudge(view, Nudge(name, fits[0])).more if fits else ""
        yield f"day {view.day}", f"{name}: {fits} {first}"


SHY = "    name: Ada Quist\n    pace: shy\n    trust: 5\n"
BEN = "  ben:\n    name: Ben Tal\n    loves: {rye: 20}\n    motive: seller\n"
ROLL = "content:\n  roll: {title: A roll, format: photo, about: [rye], hours: 0.5, text: Small.}\n  loaf:"
CHANGES = {
    "nothing": (), "another name": (("Ben Tal", "Ben Toll"),), "shy": (("    name: Ada Quist\n", SHY),),
    "fewer hours": (("hours_per_day: 3", "hours_per_day: 2"),), "fewer people": (("count: 3", "count: 2"),),
    "more days": (("days: 6", "days: 9"),), "later": (("    day: 2\n", "    day: 3\n"),),
    "never": (("    day: 2\n", "    day: 6\n"),), "no Ben": ((BEN, ""), ("    knows: [ben]\n", "")),
    "another order": (("content:\n  loaf:", ROLL),),
}  # fmt: skip
GOAL = "goals:\n  there: {title: Everybody is here, need: {followers: {stage: lost, at_most: 0}}, by_day: DAY}\n"


def saves_told() -> Iterator[Told]:
    """What differs for a player after three days, where a file was saved otherwise; and words of each reaction."""
    runs = {name: _bakery(*changes) for name, changes in CHANGES.items()}
    runs |= {f"a goal by day {day}": _bakery(more=GOAL.replace("DAY", day)) for day in "236"}
    for (one, before), (other, after) in product(runs.items(), runs.items()):
        if "nothing" in (one, other) or ("goal" in one and "goal" in other) or {one, other} == {"later", "never"}:
            yield from ((f"{one} → {other}", words) for words in visible(before, after))
            changed = parts_changed(before.compiled.scenario, after.compiled.scenario)
            yield f"{one} → {other}", f"changed: {list(changed)}"
    yield from (*DID.items(), *SMALL.items())
    yield from _left_out_told(runs)


def _bakery(*changes: tuple[str, str], more: str = "") -> Playthrough:
    """The bakery, changed, after three days."""
    with tempfile.TemporaryDirectory() as folder:
        path = example(Path(folder))
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text + more, encoding="utf-8")
        game = Session(begun(compiled_of(load(path)), 4), source=ScenarioSource("bakery"))
    for _ in range(3):
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 0))
        game.do(PlanMove("ask_about_them", "ada"))
        game.do(EndDay())
    return game.playthrough


def _left_out_told(runs: dict[str, Playthrough]) -> Iterator[Told]:
    """Choices that cannot be made again, of one day and of many."""
    before = runs["nothing"]
    event = next(iter(before.compiled.scenario.timeline.values()))
    for (name, new), days in product(
        ((name, runs[name]) for name in ("nothing", "no Ben")), ((2,), (1, 2), tuple(range(1, 11)))
    ):
        left = LeftOut(before, new)
        for day in days:
            for who in ("ada", "ben", ""):
                left.move(PlanMove("like", who), day, "There is no time left. Wait.")
            left.move(PlanMove("serenade", "ada"), day, "Why.")
            left.move(PlanMove("share_resource", "ada", "cake"), day, "Why.")
            left.note(Note("ben", "seller", 75), day, "It was so")
            for known, choice in (("landlord", -1), ("landlord", 1), ("tenant", 1)):
                left.answer(AnswerEvent(known, choice), day, event if known == "landlord" else None)
        yield from ((f"{name}, {len(days)} days", words) for words in left.sentences())
