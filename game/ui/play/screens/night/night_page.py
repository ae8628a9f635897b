"""A night, step by step: the evening at the café, its moments, and what was written."""

from game.art.evenings.evening_places import bar_in, tables_in
from game.session.seen.night.evening import Evening
from game.session.words.numbers_told import counted
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import scenery_of
from game.ui.drawing.sheet import Sheet
from game.ui.play.night_steps import NightStep, step_at, steps_of
from game.ui.play.play_state import NightPage
from game.ui.play.screens.night.evening_page import evening
from game.ui.play.screens.night.moment_page import moment, quiet
from game.ui.play.screens.night.night_frame import foot, head, stage_of
from game.ui.play.screens.night.night_words import written

ALL = 99
LEGEND = "Bubble: what they wrote. Cloth: what it looked like."


def night(sheet: Sheet, model: Model) -> None:
    """Draw the step of the night that is shown."""
    page, view = model.page, model.view
    if not isinstance(page, NightPage) or view is None:
        return
    told, stage = page.evening, stage_of(sheet)
    steps = steps_of(told, page.report, tables_in(stage.w, stage.h), bar_in(stage.w))
    at = step_at(steps, page.at)
    step = steps[at]
    lit = ALL if model.settings.reduced_motion else page.lit
    days = "One day" if page.passed == 1 else f"{counted(page.passed).capitalize()} days"
    gone = f"{days} went by. {page.stopped}".strip() if page.passed > 1 or page.stopped else ""
    head(sheet, view, page.report, gone if gone and not at else _subtitle(told, step))
    if step.kind == "evening":
        evening(sheet, told, step, stage, lit, scenery_of(view.seed, told.day, view.business))
    elif step.kind == "moment":
        moment(sheet, told.moments[step.moment], stage, lit, scenery_of(view.seed, told.day, view.business))
    elif step.kind == "quiet":
        quiet(sheet, told.quiet, stage, scenery_of(view.seed, told.day, view.business))
    else:
        written(sheet, view, page, stage, told.bar[slice(*step.bar)])
    spoken = step.kind == "evening" and any(met.wrote for met in told.tables[slice(*step.tables)])
    foot(sheet, page, view, steps, at, LEGEND if spoken else "")


def _where(told: Evening, step: NightStep, met: int) -> str:
    """Where those who met you are in a picture that does not show all of them at its tables; else ""."""
    sit, stand = len(told.tables[slice(*step.tables)]), met - len(told.tables)
    if sit == met:
        return ""
    at_the_bar = f", {counted(stand)} at the bar" if stand else ""
    return f" ({counted(sit)} at the tables here{at_the_bar})"


def _subtitle(told: Evening, step: NightStep) -> str:
    """What the head says of a step."""
    if step.kind == "moment":
        return told.moments[step.moment].name
    if step.kind == "quiet":
        return "Quiet"
    if step.kind == "words":
        return "What was said, and what came of the day"
    apart = told.met_apart + told.came_apart if told.tables else 0  # of them the pictures that follow tell
    met = told.met - told.met_apart if told.tables else told.met
    came = told.came - told.came_apart
    people = "person" if met == 1 else "people"
    did = "met you" if told.tables else "heard from you"  # whose evenings are moments, they sit at no table
    words = f"{counted(met).capitalize()} {people} {did} today" if met else "You met nobody today"
    words += _where(told, step, met) if told.tables else ""
    by = f"{', and' if met else '; but'} {counted(came)} came by" if came else ""
    return f"{words}{by}; of {counted(apart)} more you see next" if apart else words + by
