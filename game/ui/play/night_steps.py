"""The steps of a night: which people, which moment, which words are shown together. Numbers of people, no pictures.

A step begins at a station: every person at a table or at the bar is one, every moment, the quiet, and the words at the
end. The page keeps the station, so that a window of another size shows the same people, grouped otherwise.
"""

from dataclasses import dataclass, replace

from game.session.seen.night.body import OF_TELLS
from game.session.seen.night.evening import Evening
from game.session.view import NightReport

WHOLE = 96  # characters of what somebody wrote, up to which a bubble holds it where there is room for three tables
ROOMY = 3  # tables side by side; where there are fewer, a bubble may be cut


@dataclass(frozen=True)
class NightStep:
    """What is shown at once."""

    start: int  # its first station
    kind: str  # evening, moment, quiet, words
    tables: tuple[int, int] = (0, 0)  # from, to
    bar: tuple[int, int] = (0, 0)  # from, to; of the words, those whom no picture had room for
    moment: int = 0


def steps_of(evening: Evening, report: NightReport, tables: int, bar: int) -> tuple[NightStep, ...]:
    """The steps of a night.

    Args:
        evening: the night.
        report: the same as a report; without anything in it there is nothing to read at the end.
        tables: how many people at tables the window shows at once.
        bar: how many at the bar.
    """
    seated, standing = len(evening.tables), len(evening.bar)
    found: list[NightStep] = []
    table = stood = 0
    while table < seated or (stood < standing and not found):
        start = table if table < seated else seated + stood
        upto, to_bar = min(seated, table + tables), min(standing, stood + bar)
        found.append(NightStep(start, "evening", (table, upto), (stood, to_bar)))
        table, stood = upto, to_bar
    people = seated + standing
    found += [NightStep(people + n, "moment", moment=n) for n in range(len(evening.moments))]
    start = people + len(evening.moments)
    if evening.quiet:
        found.append(NightStep(start, "quiet"))
        start += 1
    report = in_words(report, evening, tables)
    aside = report.notes or report.nearer or report.found or report.joined or report.left
    if stood < standing or report.items or aside or not found:
        found.append(NightStep(start, "words", bar=(stood, standing)))
    return tuple(found)


def in_words(report: NightReport, evening: Evening, tables: int) -> NightReport:
    """A report without what the pictures have told: words in a bubble that holds them whole, and bodies.

    Args:
        report: of the night.
        evening: the same in pictures.
        tables: how many people at tables the window shows at once.
    """
    told = [*evening.tables, *(moment.who for moment in evening.moments if moment.who is not None)]
    said = {
        (met.follower, text)
        for met in told
        if tables >= ROOMY and len(met.wrote) <= WHOLE
        for text in met.wrote.splitlines()
    }
    bodies = {met.follower for met in told}
    kept = (
        item for item in report.items
        if (item.follower, item.text) not in said and not (item.follower in bodies and item.signal in OF_TELLS)
    )  # fmt: skip
    return replace(report, items=tuple(kept))


def step_at(steps: tuple[NightStep, ...], station: int) -> int:
    """The number of the step that shows a station."""
    return max(number for number, step in enumerate(steps) if step.start <= station or number == 0)
