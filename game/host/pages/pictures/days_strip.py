"""Days from left to right, of one person: when they were ready, when they were asked, and when they were lost."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from game.host.debriefing.what_happened.courses import KINDS, Course
from game.host.debriefing.what_happened.courses_told import CourseTold
from game.host.pages.pictures.ask_kinds import ask_dot

WIDTH, HEIGHT, TOP, DEEP = 280.0, 44.0, 8.0, 28.0
LARGEST, LEAST = 9.0, 4.5  # radius of the mark of a question that all games put, and of one
LOST = "lost"
MOST_NUMBERS = 10  # days of which each has its number


def days_strip(row: CourseTold, days: int) -> Markup:
    """The strip of a person as SVG that takes its colours from the page.

    Args:
        row: the person in all games.
        days: that were played.
    """
    a_day, games = WIDTH / max(1, days), len(row.courses)
    parts = [f'<rect class="all" x="0" y="{TOP:g}" width="{WIDTH:g}" height="{DEEP:g}" rx="6"/>']
    parts += [_could(spell, a_day, days) for spell in ([] if any(c.ready for c in row.courses) else row.trial)]
    parts += _ready(row.courses, a_day)
    parts += _marks(row.courses, games, a_day)
    return _drawn(f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}"', parts)


def day_numbers(days: int) -> Markup:
    """The numbers of the days, above the strips."""
    a_day = WIDTH / max(1, days)
    step = 1 if days <= MOST_NUMBERS else 7
    shown = [1, *range(step, days + 1, step)] if step > 1 else list(range(1, days + 1))
    parts = [f'<text x="{(day - 0.5) * a_day:.1f}" y="18">{day}</text>' for day in shown]
    return _drawn(f'viewBox="0 0 {WIDTH:g} 24"', parts)


def _drawn(box: str, parts: Sequence[str]) -> Markup:
    return Markup(f'<svg class="strip-of-days" {box} aria-hidden="true">{"".join(parts)}</svg>')  # noqa: S704 - numbers


def _ready(courses: Sequence[Course], a_day: float) -> list[str]:
    """Whole spells of a single game; of many, each day by the share of games."""
    if len(courses) == 1:
        return [_band("could-buy", first, last, a_day) for first, last in courses[0].ready]
    days = Counter(day for one in courses for first, last in one.ready for day in range(first, last + 1))
    shares = [(day, count / len(courses)) for day, count in sorted(days.items())]
    return [_band("could-buy", day, day, a_day, f' fill-opacity="{0.25 + 0.75 * share:.2f}"') for day, share in shares]


def _could(spell: tuple[int, int], a_day: float, days: int) -> str:
    first, last = spell
    return _band("would-buy", first, min(last, days), a_day) if first <= days else ""


def _band(name: str, first: int, last: int, a_day: float, more: str = "") -> str:
    x, wide = (first - 1) * a_day, (last - first + 1) * a_day
    return (
        f'<rect class="{name}" x="{x + 1:.1f}" y="{TOP + 1:g}" width="{wide - 2:.1f}" '
        f'height="{DEEP - 2:g}" rx="5"{more}/>'
    )


def _marks(courses: Sequence[Course], games: int, a_day: float) -> list[str]:
    """What was asked and who was lost, each in the middle of its day; several marks of a day stand above each other."""
    asked = Counter((ask.day, ask.kind) for one in courses for ask in one.asks)
    lost = Counter(one.ended_on for one in courses if one.lost)
    by_day: dict[int, list[str]] = {}
    for day, kind in sorted(asked, key=lambda one: (one[0], KINDS.index(one[1]))):
        by_day.setdefault(day, []).append(kind)
    for day, count in lost.items():
        if 2 * count >= games:
            by_day.setdefault(day, []).append(LOST)
    found = []
    for day, kinds in by_day.items():
        x, room = (day - 0.5) * a_day, DEEP / len(kinds)
        for place, kind in enumerate(kinds):
            y, most = TOP + (place + 0.5) * room, min(a_day, room) / 2
            radius = min(LEAST + (LARGEST - LEAST) * asked[day, kind] / games, most)
            found.append(_lost(x, y, min(6.0, most)) if kind == LOST else ask_dot(kind, x, y, radius))
            if asked[day, kind] > 1:
                found.append(f'<text class="many" x="{x + radius + 3:.1f}" y="{y + 4:.1f}">{asked[day, kind]}</text>')
    return found


def _lost(x: float, y: float, arm: float) -> str:
    return (
        f'<path class="lost" d="M{x - arm:.1f} {y - arm:.1f}l{2 * arm} {2 * arm}m0 {-2 * arm}l{-2 * arm} {2 * arm}"/>'
    )
