"""The way of a run from page to page: title, choice, day, night, debrief."""

from dataclasses import replace
from typing import Any

from game.session.entries import Undo
from game.session.seen.night.evening_seen import evening_seen
from game.ui.common.run_protocol import OpenRun
from game.ui.common.shared_actions import Start
from game.ui.common.ui_model import Model, Page
from game.ui.play.day_choices import run_of, select, view_of
from game.ui.play.play_actions import DeleteRun, Explain, ReadNight, Resume, Select
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import (
    ChoosePage,
    DebriefPage,
    EventBox,
    NightPage,
    NoticeBox,
    OpeningBox,
    PlayPage,
    RunsBox,
    TitlePage,
)

READ_AT_ONCE = 40
"""Runs that the first page reads before it shows; the others are read when they are asked for."""


def turned_to(model: Model, page: Page, **changes: Any) -> Model:
    """Another page, without a dialog, read from its beginning."""
    return replace(model, page=page, dialog=None, **{"scrolls": {}, **changes})


def to_title(model: Model, services: RunServices) -> Model:
    """The first page; no run is open."""
    runs = services.saved_runs(READ_AT_ONCE)
    hosting = services.hosted_room() is not None
    title = TitlePage(runs, services.number_of_runs() - len(runs), services.timing_due(runs), hosting)
    return turned_to(model, title, run=None, saved=None, ahead=0, view=None, debrief=None, workshop="")


def read_older_runs(model: Model, services: RunServices) -> Model:
    """All runs in the list, those too that were left out for the sake of a quick first picture."""
    runs = services.saved_runs()
    return replace(model, page=TitlePage(runs, 0, services.timing_due(runs), services.hosted_room() is not None))


def delete_run(model: Model, action: DeleteRun, services: RunServices) -> Model:
    """The list of runs without the one that is put away."""
    services.delete_run(action.path)
    model = to_title(model, services)
    return replace(model, dialog=RunsBox()) if isinstance(model.page, TitlePage) and model.page.runs else model


def to_choose(model: Model, services: RunServices) -> Model:
    """The page on which a scenario is chosen, turned to the first that plays."""
    cards = services.scenarios()
    first = next((c.id for c in cards if not c.problems), cards[0].id if cards else "")
    done = frozenset(run.title for run in services.saved_runs(READ_AT_ONCE) if run.finished)
    return turned_to(model, ChoosePage(cards, first, done, new_here=services.number_of_runs() == 0))


def start(model: Model, action: Start, services: RunServices) -> Model:
    """A new run of a scenario."""
    seed = int(action.seed) if action.seed else None
    more: dict[str, Any] = {"episode": action.episode} if action.episode else {}
    more |= {"practice": True} if action.practice else {}
    run = services.start(action.scenario, seed, action.difficulty, **more)
    return _begun(replace(model, workshop=action.workshop), run, services)


def resume(model: Model, action: Resume, services: RunServices) -> Model:
    """Goes on with a run where it was left."""
    run = services.resume(action.path)
    return _begun(replace(model, workshop=""), run, services)


def again(model: Model, services: RunServices) -> Model:
    """A new run of the same scenario."""
    return _begun(model, services.again(run_of(model)), services)


def _begun(model: Model, run: OpenRun, services: RunServices) -> Model:
    model = replace(model, run=run, saved=None, mirrored=frozenset(), events_told=frozenset())
    model = to_debrief(model, services) if run.finished else to_day(model, services)
    view = model.view
    if view is not None and view.opening and not run.finished:
        waiting = model.events_told - {e.id for e in view.events}
        return replace(model, events_told=waiting, dialog=OpeningBox(view.opening))
    if view is not None and view.notice:
        return replace(model, dialog=NoticeBox("Please note", view.notice))
    return model


def to_day(model: Model, services: RunServices, follower: str = "") -> Model:
    """The morning of a day, turned to the follower who waits; the debrief once the last day is over."""
    run = run_of(model)
    view = run.view(None)
    if run.finished:
        return to_debrief(model, services)
    people = [f for f in view.followers if f.following]
    ranked = sorted(people, key=lambda f: (not f.unread, not f.waiting))
    first = follower or (ranked[0].id if ranked else "")
    page = PlayPage(order=tuple(f.id for f in view.followers), selected=first)
    return event_told(select(turned_to(model, page, view=view, debrief=None), Select(first)))


def event_told(model: Model) -> Model:
    """The next event that has not shown itself yet, on top of the page."""
    for event in view_of(model).events:
        if event.id not in model.events_told and not event.reply:
            return replace(model, events_told=model.events_told | {event.id}, dialog=EventBox(event.id))
    return model


def read_night(model: Model, action: ReadNight) -> Model:
    """Looks back at the night after a day; the same page when there was none."""
    view = view_of(model)
    report = next((night for night in view.nights if night.day == action.day), None)
    return model if report is None else turned_to(model, NightPage(report, evening_seen(view, report), back=True))


def undo(model: Model, entry: Undo, services: RunServices) -> Model:
    """Goes back to the morning of a day."""
    run_of(model).do(entry)
    return to_day(model, services)


def to_debrief(model: Model, services: RunServices) -> Model:
    """What is told after the last day, turned to the follower whose trust moved most, and to the day it did."""
    run = run_of(model)
    debrief = services.debrief(run)
    first = max(debrief.followers, key=lambda f: max(f.trust) - min(f.trust), default=None)
    endings = services.endings(run, debrief)
    page = DebriefPage(
        tab="lessons", follower=first.id if first else "", scale=services.largest_reason(run), endings=endings
    )
    model = turned_to(model, page, view=run.view(None), debrief=debrief)
    if first is None:
        return model
    steps = [abs(b - a) for a, b in zip(first.trust, first.trust[1:], strict=False)]
    return explain(model, Explain(first.id, 1 + steps.index(max(steps)) if steps else 1), services)


def explain(model: Model, action: Explain, services: RunServices) -> Model:
    """Why the trust of a follower changed on a day."""
    page, debrief = model.page, model.debrief
    if not isinstance(page, DebriefPage) or debrief is None:
        return model
    follower = action.follower or page.follower
    day = min(max(action.day or page.day, 1), debrief.days)
    reasons = services.reasons(run_of(model), follower, day)
    return replace(model, page=replace(page, follower=follower, day=day, reasons=reasons), show=f"person.{follower}")
