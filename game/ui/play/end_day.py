"""The end of a day, and days that go by without a move: until something happens, or to the end of the game."""

from dataclasses import replace

from game.scenario.texts.first_names import first_name
from game.session.entries import EndDay
from game.session.live.differences import DID
from game.session.seen.night.body import OF_TELLS
from game.session.seen.night.evening_seen import evening_seen
from game.session.view import NightReport, View
from game.session.words.numbers_told import counted
from game.ui.common.ui_model import Model
from game.ui.play.day_choices import run_of, view_of
from game.ui.play.play_actions import AskToEndHere, EndHere, LetDaysPass
from game.ui.play.play_pages import to_day, turned_to
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import ConfirmBox, ConfirmWay, EventBox, NightPage

WEEK = 7
WAYS = (
    ConfirmWay("pass", "Let days pass until something happens", LetDaysPass(), "next", "D"),
    ConfirmWay("week", "Let a week pass, unless you lose somebody", LetDaysPass(WEEK), "moon", "F"),
    ConfirmWay("end_here", "End here, with the debrief", AskToEndHere(), "flag", "X"),
)
"""Ways on from a day besides ending it: they stand where a day is ended, and in the menu."""
NIGHT_FIRST = "the night of what is planned comes first"


def ways_of(view: View) -> tuple[ConfirmWay, ...]:
    """The ways on from a day, those for which there are days enough.

    Where something is planned, those that let days pass say that the night of it comes first.
    """
    left = view.days - view.day + 1
    least = {"pass": 2, "week": WEEK}
    ways = tuple(way for way in WAYS if left >= least.get(way.name, 1))
    if not view.plan:
        return ways
    starts = {"pass": "Let days pass", "week": "Let a week pass"}
    return tuple(
        replace(way, label=f"{starts[way.name]}; {NIGHT_FIRST}") if way.name in starts else way for way in ways
    )


PASSES = frozenset({"goes_quiet", "share_plain", *OF_TELLS})
"""Signals without a word, which nobody waits with."""
LOSSES = frozenset({"buys_elsewhere", "unfollows", "blocks"})
ANSWER_FIRST = "Answer this before the day can end."
SENT_FIRST = "First the night of what you sent."


def waiting_event(view: View) -> str:
    """Id of an event that wants an answer before the day can end, or ""."""
    return next((e.id for e in view.events if e.choices and not e.reply), "")


def happened(view: View, report: NightReport) -> bool:
    """Whether a night, or the morning after it, brought anything to read, to answer or to decide.

    Args:
        view: of the morning.
        report: of the night; a like, a plain share, somebody who goes quiet or is new are nothing of that kind.
    """
    spoke = any(item.weight and item.signal not in PASSES for item in report.items)
    return bool(spoke or report.left or report.notes or view.events)


def stopped_told(view: View, report: NightReport) -> str:
    """What ended the days that were let pass: who did what, the weightiest first; "" where it was nothing.

    Args:
        view: of the morning after.
        report: of the last night.
    """
    did = [item for item in report.items if item.signal in LOSSES]
    did += [item for item in report.items if item.weight and item.signal not in {*PASSES, *LOSSES}]
    people = list(dict.fromkeys(item.follower for item in did))
    if did:
        first = did[0]
        more = len(people) - 1
        others = f", and {counted(more)} more {'has' if more == 1 else 'have'} something to say" if more else ""
        return f"{first_name(first.name)} {DID.get(first.signal, 'has something to say')}{others}."
    event = next((e.title for e in view.events), "")
    return f"“{event}” has come up." if event else report.notes[0] if report.notes else ""


def lost(report: NightReport) -> bool:
    """Whether a night took somebody from you: to another shop, or away."""
    return bool(report.left) or any(item.signal in LOSSES for item in report.items)


def let_days_pass(model: Model, action: LetDaysPass, services: RunServices) -> Model:
    """Ends this day and those after it, up to the first night that brought something, or so many; the last is shown.

    So many days end sooner where somebody is lost, and after the night of what was planned: a turn of the game is never
    passed over unseen. An event that wants an answer stops it in any case: no day can end before that.
    """
    if event := waiting_event(view_of(model)):
        return replace(model, dialog=EventBox(event), said=ANSWER_FIRST)
    run, days, ended, sent = run_of(model), 0, False, bool(view_of(model).plan)
    while not run.finished:
        run.do(EndDay())
        days += 1
        view = run.view(None)
        ended = view.night is None or (lost(view.night) if action.days else happened(view, view.night))
        enough = ended or sent or days == action.days
        if enough or waiting_event(view):
            break
    view = run.view(None)
    if view.night is None:
        return to_day(model, services)
    stopped = stopped_told(view, view.night) if days > 1 or not action.days else ""
    if sent and not ended and days != action.days:
        stopped = SENT_FIRST
    page = NightPage(view.night, evening_seen(view, view.night), passed=days, stopped=stopped)
    return turned_to(model, page, view=view)


def ask_to_end_here(model: Model, services: RunServices) -> Model:
    """Asks whether the days that are left may go by without a move."""
    view = view_of(model)
    if waiting_event(view):
        return end_here(model, services)
    left = view.days - view.day + 1
    days = "The last day goes" if left == 1 else f"The {counted(left)} days that are left go"
    plan = " What is planned for tonight still goes out." if view.plan else ""
    text = (
        f"{days} by without another move of yours, and then you see what it came to.{plan} Where an event asks you "
        "something on the way, it waits for your answer. Every day can be gone back to afterwards."
    )
    return replace(model, dialog=ConfirmBox("End here?", text, "End here", EndHere(), "flag"))


def end_here(model: Model, services: RunServices) -> Model:
    """Ends all days that are left and shows the debrief; an event that wants an answer stops it."""
    run, days = run_of(model), 0
    while not run.finished:
        if event := waiting_event(run.view(None)):
            model = to_day(model, services) if days else model
            return replace(model, dialog=EventBox(event), said=ANSWER_FIRST)
        run.do(EndDay())
        days += 1
    return to_day(model, services)


def ask_to_end_day(model: Model, services: RunServices) -> Model:
    """Asks whether the night may come, each time alike: no key that was meant for a question skips a night."""
    view = view_of(model)
    if waiting_event(view):
        return end_day(model, services)
    count = len(view.plan)
    words = "Nothing is planned for tonight; a quiet day is a move, too."
    if count:
        words = f"{'One move goes' if count == 1 else f'{count} moves go'} out tonight."
    return replace(model, dialog=ConfirmBox("End the day?", words, "End the day", EndDay(), "moon", ways=ways_of(view)))


def end_day(model: Model, services: RunServices) -> Model:
    """Lets the night come and shows what it brought."""
    event = waiting_event(view_of(model))
    if event:
        return replace(model, dialog=EventBox(event), said=ANSWER_FIRST)
    run = run_of(model)
    run.do(EndDay())
    view = run.view(None)
    if view.night is None:
        return to_day(model, services)
    return turned_to(model, NightPage(view.night, evening_seen(view, view.night)), view=view)
