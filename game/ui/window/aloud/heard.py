"""What is heard when one model follows another: sounds by what comes to be seen, and the hum of the café by night.

Rule: a function of two models; nothing is heard that is not shown.
"""

from collections.abc import Iterator
from itertools import groupby

from game.session.seen.night.body import CLOCK, LEANS_IN
from game.session.seen.night.evening import Evening, Met
from game.session.view import NightReport
from game.sound.sounds import Sound
from game.ui.common.ui_model import Model
from game.ui.play.night_steps import NightStep, step_at, steps_of
from game.ui.play.play_state import NightPage, PlayPage

MOST_SOUNDS = 4  # sounds of one step of a night

OF_MOMENTS = {
    "sale": Sound.SALE,
    "kind_no": Sound.NO,
    "plain_no": Sound.NO,
    "cold_no": Sound.NO,
    "elsewhere": Sound.LEAVES,
    "farewell": Sound.LEAVES,
    "small_yes": Sound.WARM,
    "share_yes": Sound.WARM,
    "small_no": Sound.NO,
    "small_plain_no": Sound.NO,
    "small_cold_no": Sound.NO,
    "made_up": Sound.WARM,
    "back": Sound.LEAVES,
    "praise": Sound.WARM,
    "first_share": Sound.WARM,
    "thank_you": Sound.WARM,
    "news": Sound.WARM,
    "arrives": Sound.LEAVES,
    "blast": Sound.BLAST,
    "repost": Sound.COOL,
}


def hums(model: Model) -> bool:
    """Whether the café hums: by night."""
    return isinstance(model.page, NightPage)


def heard(before: Model, after: Model, tables: int, bar: int) -> tuple[Sound, ...]:
    """What is heard on the way from one model to the next, one after the other.

    Args:
        before: what was shown.
        after: what is shown now.
        tables: how many people at tables the window shows at once.
        bar: how many at the bar.
    """
    set_before, now = before.settings, after.settings
    if (now.volume, now.muted) != (set_before.volume, set_before.muted):
        return () if now.muted else (Sound.MESSAGE,)  # how loud it is now
    page, was = after.page, before.page
    if isinstance(page, NightPage):
        steps = steps_of(page.evening, page.report, tables, bar)
        at = step_at(steps, page.at)
        came = not isinstance(was, NightPage) or was.report is not page.report
        if not came and isinstance(was, NightPage) and step_at(steps, was.at) == at:
            return ()
        dusk = (Sound.NIGHT,) if came and not page.back else ()
        return (*dusk, *_of_step(page.evening, page.report, steps[at]))
    if isinstance(page, PlayPage) and not isinstance(was, PlayPage):
        return () if isinstance(was, NightPage) and was.back else (Sound.MORNING,)
    return ()


def _of_step(evening: Evening, report: NightReport, step: NightStep) -> tuple[Sound, ...]:
    """What is heard of one step of a night, no sound twice running."""
    if step.kind == "moment":
        return (OF_MOMENTS[evening.moments[step.moment].kind],)
    if step.kind == "words":
        wrote = (Sound.MESSAGE,) if any(item.weight for item in report.items) else ()
        return (*wrote, Sound.GOAL) if report.reached else wrote
    people = (*evening.tables[slice(*step.tables)], *evening.bar[slice(*step.bar)])
    return tuple(sound for sound, _ in groupby(_of_people(people)))[:MOST_SOUNDS]


def _of_people(people: tuple[Met, ...]) -> Iterator[Sound]:
    for met in people:
        if met.step >= LEANS_IN:
            yield Sound.WARM
        elif met.step <= CLOCK:
            yield Sound.COOL
        elif met.wrote:
            yield Sound.MESSAGE
