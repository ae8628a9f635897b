"""From an action while playing to the next model. Knows runs, not the window: no drawing, no events, no clock."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.coach.hindsight.coached import Coached
from game.session.entries import AnswerEvent, AskWhatIf, EndDay, MarkRead, Note, PlanMove, TakeBack, Undo
from game.ui.common.shared_actions import Start
from game.ui.common.ui_model import Model
from game.ui.play import day_choices, end_day, play_pages, practice_choices, saving
from game.ui.play import play_actions as act
from game.ui.play.forward import forward_state as ahead
from game.ui.play.forward import forward_update
from game.ui.play.hosting import hosting_update
from game.ui.play.hosting.hosting_values import HostPage
from game.ui.play.learner import learner_pages
from game.ui.play.learner import learner_state as learner
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import (
    SEED_DIGITS,
    ChoosePage,
    ConfirmBox,
    DebriefPage,
    EventBox,
    HelpBox,
    NightPage,
    NoticeBox,
    OpeningBox,
    PlayPage,
)
from game.ui.play.scrapbook import scrapbook_pages
from game.ui.play.scrapbook.scrapbook_state import ScrapbookPage
from game.ui.play.timing import timing_pages
from game.ui.play.timing import timing_state as timing

PARTS, PART_SECONDS = 5, 0.45  # of a night's picture that comes in part by part

HANDLERS: dict[type, Callable[[Model, Any, RunServices], Model]] = {
    Start: play_pages.start,
    act.ToChoose: lambda model, _, services: play_pages.to_choose(model, services),
    act.Resume: play_pages.resume,
    act.ReadOlderRuns: lambda model, _, services: play_pages.read_older_runs(model, services),
    act.DeleteRun: play_pages.delete_run,
    act.ToHostedRoom: lambda model, _, services: hosting_update.to_hosted_room(model, services),
    act.OpenRoom: hosting_update.open_room,
    act.EndRoom: lambda model, _, services: hosting_update.end_room(model, services),
    act.Again: lambda model, _, services: play_pages.again(model, services),
    act.Select: lambda model, action, _: day_choices.select(model, action),
    act.Group: lambda model, action, _: day_choices.turn_to_group(model, action),
    act.Pick: lambda model, action, _: day_choices.pick(model, action),
    act.AskToEndDay: lambda model, _, services: end_day.ask_to_end_day(model, services),
    act.LetDaysPass: end_day.let_days_pass,
    act.AskToEndHere: lambda model, _, services: end_day.ask_to_end_here(model, services),
    act.EndHere: lambda model, _, services: end_day.end_here(model, services),
    act.Morning: lambda model, action, services: play_pages.to_day(model, services, action.follower),
    act.ReadNight: lambda model, action, _: play_pages.read_night(model, action),
    act.CatchUp: lambda model, _, services: saving.catch_up(model, services),
    act.Explain: play_pages.explain,
    timing.ToTiming: lambda model, _, services: timing_pages.to_timing(model, services),
    timing.BeginTiming: lambda model, _, __: timing_pages.begin(model),
    timing.NextCase: lambda model, _, services: timing_pages.next_case(model, services),
    timing.EarlierCase: lambda model, _, __: timing_pages.earlier_case(model),
    act.ToScrapbook: lambda model, _, services: scrapbook_pages.to_scrapbook(model, services),
    act.EmptyScrapbook: lambda model, _, services: scrapbook_pages.empty_scrapbook(model, services),
    ahead.ToForward: lambda model, _, services: forward_update.to_forward(model, services),
    ahead.DenyHabit: forward_update.deny_habit,
    learner.ToLearner: learner_pages.to_learner,
    learner.DeleteProfile: learner_pages.delete_profile,
    act.AskNudge: lambda model, _, __: day_choices.ask_nudge(model),
    act.SayHowMany: lambda model, action, _: day_choices.say_how_many(model, action),
    act.OpenWhatIf: lambda model, _, services: practice_choices.open_what_if(model, services),
    AskWhatIf: practice_choices.ask_what_if,
    PlanMove: lambda model, entry, _: day_choices.plan(model, entry),
    TakeBack: lambda model, entry, _: day_choices.take_back(model, entry),
    MarkRead: lambda model, entry, _: day_choices.mark_read(model, entry),
    Note: lambda model, entry, _: day_choices.note(model, entry),
    AnswerEvent: lambda model, entry, _: day_choices.answer(model, entry),
    EndDay: lambda model, _, services: end_day.end_day(model, services),
    Undo: play_pages.undo,
}
"""What follows from which action; each takes the model, the action and the services."""


def update(model: Model, action: object, services: RunServices) -> Model:
    """The next model.

    Raises:
        CourtshipError: the game refuses; nothing has changed.
        OSError: a file cannot be read or written.
        KeyError: the action is none of playing.
    """
    return HANDLERS[type(action)](model, action, services)


def close(model: Model, services: RunServices) -> Model:
    """Closes the dialog; without one, drops what was begun, or goes back a page. The menu has a key of its own."""
    if model.dialog is not None:
        read = isinstance(model.dialog, OpeningBox | NoticeBox | EventBox)
        model = replace(model, dialog=saving.under(model.dialog))
        if model.dialog is not None or not isinstance(model.page, PlayPage):
            return model
        model = play_pages.event_told(model)
        return replace(model, focus=day_choices.first_move(model)) if read and model.dialog is None else model
    if isinstance(model.page, PlayPage) and model.page.move:
        return day_choices.laid_down(model)
    if isinstance(model.page, ChoosePage | HostPage | ScrapbookPage | learner.LearnerPage):
        return play_pages.to_title(model, services)
    if isinstance(model.page, ahead.ForwardPage):
        return forward_update.back(model, services)
    if isinstance(model.page, timing.TimingPage):
        return timing_pages.back(model, services)
    return model


def with_help(model: Model, services: RunServices) -> Model:
    """The help on top of what is open, and that again when it closes."""
    if isinstance(model.dialog, HelpBox):
        return close(model, services)
    return replace(model, dialog=HelpBox(under=model.dialog))


def step_back(model: Model) -> Model:
    """The plan without its last step; where nothing is planned, the question whether to go back to the day before."""
    page, view = model.page, model.view
    if view is None or model.dialog is not None:
        return model
    if isinstance(page, PlayPage):
        return day_choices.step_back(model) if page.steps else _asked_for_yesterday(model, view.day - 1)
    if isinstance(page, NightPage) and not page.back:
        return _asked_for_yesterday(model, page.report.day)
    return model


def _asked_for_yesterday(model: Model, day: int) -> Model:
    if day < 1:
        return replace(model, said="Nothing is planned yet, and this is the first day.")
    text = (
        f"You go back to the morning of day {day}. What you did before stays; what came after is played anew, "
        "with the same chance."
    )
    return replace(model, dialog=ConfirmBox(f"Back to day {day}?", text, f"Back to day {day}", Undo(day), "undo"))


def typed(model: Model, name: str, text: str) -> Model:
    """A field of these pages gets a new value."""
    if isinstance(model.page, ChoosePage) and name == "seed":
        digits = "".join(c for c in text if c.isascii() and c.isdigit())[:SEED_DIGITS]
        return replace(model, page=replace(model.page, seed=digits))
    return model


def in_sight(model: Model) -> str:
    """The region that must be in sight after a small turn, or ""."""
    return f"scenario.{model.page.selected}" if isinstance(model.page, ChoosePage) else ""


def with_next_part(model: Model, now: float) -> Model:
    """The model with one more part of the night's picture, if one is due; the same one when none is."""
    page = model.page
    if (
        not isinstance(page, NightPage)
        or page.lit >= PARTS
        or model.settings.reduced_motion
        or model.dialog is not None
    ):
        return model
    if not page.since:
        return replace(model, page=replace(page, since=now))
    return (
        replace(model, page=replace(page, lit=page.lit + 1, since=now)) if now >= page.since + PART_SECONDS else model
    )


COACHED = ("people", "review")
"""Tabs of the debrief that show what the coach finds."""


def with_coach(model: Model, services: RunServices) -> Model:
    """The model with what the coach has found by now; the same one when nothing has come."""
    page = model.page
    if not isinstance(page, DebriefPage) or model.run is None:
        return model
    if page.tab not in COACHED if page.coached is None else not page.coached.running:
        return model
    found = services.coach(model.run)
    if found == page.coached:
        return model
    return replace(model, page=replace(page, coached=found, decision=_same_decision(page, found)))


def _same_decision(page: DebriefPage, found: Coached) -> int:
    """The number in what has been found now of the decision that is shown; the first where it is told no more."""
    before = page.coached.decisions if page.coached is not None else ()
    if page.decision >= len(before):
        return page.decision
    shown = before[page.decision]
    places = [i for i, d in enumerate(found.decisions) if (d.day, d.follower) == (shown.day, shown.follower)]
    return places[0] if places else 0


def with_days_ahead(model: Model) -> Model:
    """The model with the number of days that a save has interrupted, as it is now."""
    ahead = model.run.days_ahead if model.run is not None and model.saved is not None else 0
    return replace(model, ahead=ahead) if ahead != model.ahead else model
