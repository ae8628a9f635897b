"""Everybody's trust in one picture: thin lines, the room's middle, the reachable band, and who asked when.

Words stand outside the lines alone, at the axes; what the lines are stands in the legend below.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from markupsafe import Markup

from game.coach.looking_back.debrief import AskMark
from game.host.debriefing.conditions_told import ConditionTold
from game.host.debriefing.own_debrief import bold_at, sharp_at
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.what_happened.courses import Course
from game.host.pages.pictures.ask_kinds import ask_dot
from game.model.arrays import Array

WHOLE, HALF = 1180, 980
"""Widths: of one chart, and of each of two beside each other."""
LOW, HIGH = 440, 640
"""Heights: of one chart, beside which legends and lists stand, and of each of two."""
LEFT, TOP, BELOW = 150, 20, 80
LEVELS = ((12.5, "Guarded"), (50.0, "Open"), (87.5, "Trusting"))
MOST_LINES = 120
MOST_HIGH = 8  # dots on each other
NEAR = 0.5  # points of trust that nobody sees in a chart
_DOT = 9.0


@dataclass(frozen=True)
class DayAxis:
    """The days from left to right, and trust from the foot up."""

    count: int
    right: float  # where the last one ends
    foot: float  # where no trust lies

    def x(self, day: float) -> float:
        """Where an evening lies."""
        return LEFT + (self.right - LEFT) * day / self.count

    def noon(self, day: int) -> float:
        """Where a day has its place: its number, what was done on it, and the middle of its band."""
        return self.x(day - 0.5)

    def y(self, points: float) -> float:
        """Where trust lies, of 100 points."""
        return self.foot - (self.foot - TOP) * float(points) / 100.0


def trust_picture(told: RoomDebrief, follower: str, half: ConditionTold | None = None) -> Markup:
    """The chart about one follower as SVG that takes its colours from the page.

    Args:
        told: the debrief of the room.
        follower: id.
        half: the condition whose games are shown; all games without one.
    """
    column = told.column(follower)
    width, height, reach = (WHOLE, LOW, told.reach) if half is None else (HALF, HIGH, half.reach)
    days = DayAxis(told.curves.shape[1] - 1, width - 20, height - BELOW)
    low, high = reach.low[:, column], reach.high[:, column]
    shown = tuple(range(len(told.games))) if half is None else half.games
    lines = told.curves[list(shown), :, column]
    parts = [*_ready(ready_shares(told, follower, shown), days), *_frame(days), _band(low, high, days)]
    parts += [
        f'<path class="event" d="M{days.noon(day):.1f} {TOP}V{days.foot}"/>'
        for day in (event.day for event in told.brought)
        if day <= days.count
    ]
    parts += [f'<path class="one" d="{_curve(_points(line, days))}"/>' for line in lines[:MOST_LINES] if len(lines) > 1]
    middle = np.array([_middle(row) for row in lines.T])
    parts.append(f'<path class="middle" d="{_curve(_points(middle, days))}"/>')
    parts += _lost(middle, days) if most_lost(told, follower, shown) else []
    who = told.followers[column].id
    asked = [(told.curves[n, :, column], ask) for n, ask in told.asks if ask.follower == who and n in shown]
    parts += _marks(asked, days)
    svg = f'<svg class="trust" viewBox="0 0 {width} {height}" aria-hidden="true">{"".join(parts)}</svg>'
    return Markup(svg)  # noqa: S704 - numbers and our own words


def ready_shares(told: RoomDebrief, follower: str, shown: Sequence[int] = ()) -> dict[int, float]:
    """In which share of the games somebody was ready to be asked, by day; only days on which it was so in one.

    Args:
        told: the debrief of the room.
        follower: id.
        shown: numbers of the games; left out, all.
    """
    courses = _courses(told, follower, shown)
    days = Counter(day for one in courses for first, last in one.ready for day in range(first, last + 1))
    return {day: count / len(courses) for day, count in sorted(days.items())}


def most_lost(told: RoomDebrief, follower: str, shown: Sequence[int] = ()) -> bool:
    """Whether somebody was lost in at least half of the games: the line of the middle ends there, with a cross.

    Args:
        told: the debrief of the room.
        follower: id.
        shown: numbers of the games; left out, all.
    """
    courses = _courses(told, follower, shown)
    return bool(courses) and 2 * sum(one.lost for one in courses) >= len(courses)


def _courses(told: RoomDebrief, follower: str, shown: Sequence[int]) -> list[Course]:
    """How somebody fared in some games, or in all; nothing where it was not followed through each of them."""
    row = told.course(follower)
    if row is None or len(row.courses) != len(told.games):
        return []
    return [row.courses[number] for number in sorted(set(shown or range(len(told.games))))]


def band_told(told: RoomDebrief, follower: str, half: ConditionTold | None = None) -> str:
    """What the band of a chart is, and where the room came to beside it, in sentences; "" where nothing is known of it.

    Args:
        told: the debrief of the room.
        follower: id.
        half: the condition whose games are shown; all games without one.
    """
    reach, column = told.reach if half is None else half.reach, told.column(follower)
    if not reach.ways:
        return ""
    what = f"Within the dashed lines: the same game, played in {reach.ways} other ways."
    games = list(range(len(told.games)) if half is None else half.games)
    ends = [line[~np.isnan(line)][-1] for line in told.curves[games, :, column] if not np.isnan(line).all()]
    if half is not None or not ends:
        return what
    end, low, high = float(np.median(ends)), reach.low[-1, column], reach.high[-1, column]
    place = "above all of them" if end > high + NEAR else "below all of them" if end < low - NEAR else "among them"
    return f"{what} {'The middle of the room' if len(games) > 1 else 'The room'} ends {place}."


def _points(line: Array, days: DayAxis) -> list[tuple[float, float]]:
    return [(days.x(day), days.y(p)) for day, p in enumerate(line) if not np.isnan(p)]


def _curve(points: Sequence[tuple[float, float]], *, begun: bool = False) -> str:
    """A smooth path through points: level at each of them."""
    parts = [f"{'L' if begun else 'M'}{points[0][0]:.1f} {points[0][1]:.1f}"] if points else []
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) / 2
        parts.append(f"C{half:.1f} {y:.1f} {half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}")
    return "".join(parts)


def _frame(days: DayAxis) -> list[str]:
    lines = [f'<path class="grid" d="M{LEFT} {days.y(p):.0f}H{days.right}"/>' for p in (25.0, 75.0)]
    lines += [
        f'<path class="grid" d="M{days.x(day):.1f} {days.foot}V{days.foot + 10:g}"/>' for day in range(days.count + 1)
    ]
    words = [f'<text class="level" x="{LEFT - 18}" y="{days.y(p) + 8:.0f}">{name}</text>' for p, name in LEVELS]
    axis = [
        f'<path class="axis" d="M{LEFT} {days.foot}H{days.right}"/>',
        f'<text class="level" x="{LEFT - 18}" y="{days.foot + 38}">Day</text>',
    ]
    step = max(1, round(days.count / 12))
    shown = range(step, days.count + 1, step)
    numbers = [f'<text class="day" x="{days.noon(day):.1f}" y="{days.foot + 38}">{day}</text>' for day in shown]
    return [*lines, *axis, *words, *numbers]


def _ready(shares: dict[int, float], days: DayAxis) -> list[str]:
    """The days on which a question would have been welcome, the darker the more games; each from morning to evening."""
    return [
        f'<rect class="ready-days" x="{days.x(day - 1):.1f}" y="{TOP}" width="{days.x(day) - days.x(day - 1):.1f}" '
        f'height="{days.foot - TOP}" fill-opacity="{0.06 + 0.16 * share:.2f}"/>'
        for day, share in shares.items()
        if day <= days.count
    ]


def _band(low: Array, high: Array, days: DayAxis) -> str:
    over, under = _points(high, days), _points(low, days)
    area = _curve(over) + _curve(under[::-1], begun=True) + "Z"
    return (
        f'<path class="band" d="{area}"/><path class="rim" d="{_curve(over)}"/><path class="rim" d="{_curve(under)}"/>'
    )


def _middle(evening: Array) -> float:
    """The middle of the games on an evening; not a number where fewer than half of them still have a figure."""
    known = evening[~np.isnan(evening)]
    return float(np.median(known)) if len(known) and 2 * len(known) >= len(evening) else np.nan


def _lost(line: Array, days: DayAxis) -> list[str]:
    """A cross at the end of a line, if there is one."""
    points = _points(line, days)
    if not points:
        return []
    x, y = points[-1]
    return [
        f'<path class="lost" d="M{x - _DOT} {y - _DOT}l{2 * _DOT} {2 * _DOT}m0 {-2 * _DOT}l{-2 * _DOT} {2 * _DOT}"/>'
    ]


def _marks(asks: list[tuple[Array, AskMark]], days: DayAxis) -> list[str]:
    """A dot for each ask in the middle of its day, above or below its neighbours where they would lie on each other."""
    placed: list[tuple[int, float]] = []
    found = []
    for line, ask in sorted(asks, key=lambda a: a[1].day):
        known = line[: ask.day][~np.isnan(line[: ask.day])]
        height = known[-1] if len(known) else 50.0
        on_line = y = days.y(height)
        for tries in range(1, 2 * MOST_HIGH):
            if all(day != ask.day or abs(y - b) >= 1.7 * _DOT for day, b in placed):
                break
            y = on_line + (-1) ** tries * 1.8 * _DOT * ((tries + 1) // 2)
        y = min(days.foot - _DOT, max(TOP + _DOT, y))
        placed.append((ask.day, y))
        found.append(ask_dot(ask.kind, days.noon(ask.day), y, _DOT))
    return found


def knowing_when(told: RoomDebrief) -> tuple[Markup, Markup]:
    """How sharp and how bold the room was: a dot for each game, a knob for all together; empty after too few asks."""
    if told.discrimination is None or told.criterion is None:
        return Markup(), Markup()
    sharp = _dots([sharp_at(d) for d in told.each_discrimination], sharp_at(told.discrimination))
    return sharp, _dots([bold_at(c) for c in told.each_criterion], bold_at(told.criterion), even=True)


def _dots(values: Sequence[float], mark: float, *, even: bool = False) -> Markup:
    """Places 0..1 on a line as one dot each, stacked where they meet, and a larger one for all together."""
    width, step = 560, 14.0
    heights: dict[int, int] = {}
    for value in values:
        place = round((14 + value * (width - 28)) / step)
        heights[place] = min(MOST_HIGH, heights.get(place, 0) + 1)
    foot = 14.0 + 13.0 * max(heights.values(), default=1)
    parts = [
        f'<circle class="dot" cx="{place * step:.0f}" cy="{foot - 14 - 13 * n:.0f}" r="6"/>'
        for place, height in heights.items()
        for n in range(height)
    ]
    bar = f'<rect class="track" x="1" y="{foot}" width="{width - 2}" height="12" rx="6"/>'
    line = f'<path class="even" d="M{width / 2} {foot - 8}v28"/>' if even else ""
    knob = f'<circle class="knob" cx="{14 + mark * (width - 28):.0f}" cy="{foot + 6}" r="13"/>'
    box = f"0 0 {width} {foot + 22:.0f}"
    return Markup(f'<svg class="dots" viewBox="{box}" aria-hidden="true">{"".join(parts)}{bar}{line}{knob}</svg>')  # noqa: S704
