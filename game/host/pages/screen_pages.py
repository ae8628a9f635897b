"""What the projector shows: how to join, the vote, the night, the debrief. It reads and does nothing."""

from collections import Counter
from statistics import median
from typing import Any

import numpy as np
from markupsafe import Markup

from game.coach.looking_back.grade import HOW_COUNTED, score_sum
from game.host.debriefing.conditions_told import ConditionTold
from game.host.debriefing.parts_left_out import left_out_said
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.ways_told import way_said, without_score
from game.host.debriefing.what_happened.courses import KINDS, NEVER
from game.host.debriefing.what_happened.courses_told import ASKED_WORDS
from game.host.debriefing.what_it_came_to.done_well import done_well
from game.host.debriefing.what_it_came_to.points_reached import points_bars, why_of_room
from game.host.pages.debrief_parts import WOULD_HAVE, in_telling_order, part_of, with_looking
from game.host.pages.events_told import place_told, rest_of_night
from game.host.pages.nights_told import sent_yesterday, yesterday_said
from game.host.pages.page_tools import PageValues
from game.host.pages.pictures.ask_kinds import legend_of
from game.host.pages.pictures.days_strip import day_numbers, days_strip
from game.host.pages.pictures.night_scenes import as_it_came_out, night_of
from game.host.pages.pictures.qr_pictures import qr_svg
from game.host.pages.pictures.trust_picture import band_told, knowing_when, trust_picture
from game.host.pages.plan_told import days_planned
from game.host.room.bringing import events_of_today
from game.host.room.questions import open_words
from game.host.room.room_codes import code_said
from game.host.room.room_state import COUNTED, DEBRIEF, LOBBY, NIGHT, PAGES, PLAY, Room
from game.session.seen.events_seen import people_named, shown_words
from game.session.seen.make_view import make_view
from game.session.seen.night.body import body_of
from game.session.view import FollowerView, View
from game.session.words.hours_text import weekday_of
from game.session.words.numbers_told import figure_told

MOST_DOTS = 120
MOST_BROUGHT = 2  # events in the short form of the debrief
MOODS = ("cool", "weary", "neutral", "neutral", "neutral", "warm", "warm")
"""By the step of a body, from turning away to lighting up."""
SHOWN_WAYS = ("patient", "never_asks", "sleeper", "always_asks", "pushy")  # a projector holds five beside the room's


def stamp_of(room: Room, told: RoomDebrief | None = None, *, failed: bool = False) -> str:
    """Changes when the screen should be made anew: with the room, and once the debrief is there."""
    many = len(room.here) if room.stage == LOBBY else len(room.counts)
    places: object = where(room) if room.each and not room.hold else 0
    words = sum(g.own_words > 0 for g in room.here)
    through = room.stage == PLAY and all_through(room)
    return (
        f"{room.scene}-{room.stage}-{room.page}.{room.part}-{room.shown}-{room.code}-{room.locked}-{many}-{places}-{room.hide_names}-{room.short}-"
        f"{room.clock:.0f}-{words}-{told is not None}-{failed}-{through}"
    )


def _ended(room: Room) -> int:
    """How many have come to the end of the day that is open."""
    return sum(g.now is not None and g.now.position.day > room.released for g in room.here)


def all_through(room: Room) -> bool:
    """Whether everybody has come to the end of the day that is open, and the host holds them there."""
    return room.each and room.hold and 0 < len(room.here) <= _ended(room)


def live_of(room: Room) -> dict[str, int]:
    """Figures that change too often for a new page."""
    return {"voted": len(room.votes), "here": len(room.here), "ended": _ended(room) if room.each else 0}


def minutes_played(room: Room, at: float) -> int:
    """Whole minutes from the start to now, or to the debrief; 0 before the start."""
    return int(max(0.0, (room.ended or at) - room.started) / 60) if room.started else 0


def join_card(room: Room, origin: str) -> dict[str, Any]:
    """How one comes in."""
    address = origin.removeprefix("http://")
    return {"qr": qr_svg(f"{origin}/j/{room.code}"), "address": address, "code": code_said(room.code)}


def screen_page(room: Room, origin: str, told: RoomDebrief | None, *, failed: bool = False) -> PageValues:
    """The page of the screen.

    Args:
        room: as committed.
        origin: what guests type or scan.
        told: the debrief, once there is one.
        failed: whether there can be none.
    """
    shared = room.shared
    here = len(room.here)
    values: dict[str, Any] = {
        "room": room, "stamp": stamp_of(room, told, failed=failed), "role": "screen", "here": here,
        **join_card(room, origin),
        "scenario": room.begun.compiled.scenario, "dots": min(here, MOST_DOTS), "told": "",
        "steers": (), "command": "", "failed": failed, "days_planned": days_planned(room),
    }  # fmt: skip
    if room.stage == DEBRIEF:
        return _debrief(room, told, values)
    if room.stage == LOBBY:
        return "screen_lobby.html", values
    if shared is None:
        view = make_view(room.begun)
        weekday = weekday_of(room.day)
        ended = _ended(room)
        return "screen_play.html", values | {
            "view": view,
            "weekday": weekday,
            "ended": ended,
            "through": all_through(room),
            "days": days_planned(room),
            "today": _of_today(room, view),
            "yesterday": yesterday_said(room),
            "sent": sent_yesterday(room),
            "today_events": [room.begun.compiled.scenario.timeline[n].title for n in events_of_today(room)],
            "where": where(room),
        }
    view = make_view(shared)
    values |= {"view": view, "question": room.question, "voted": len(room.votes)}
    if room.stage == NIGHT:
        assert room.evening is not None
        scenes = night_of(room)
        place = min(room.page, max(0, len(scenes) - 1))
        scene = as_it_came_out(scenes[place], view) if scenes else None
        day = room.evening.position.day
        return "screen_night.html", values | {
            "scene": scene, "place": place + 1, "of": len(scenes), "day": day, "weekday": weekday_of(day),
            **rest_of_night(room.evening, shared),
        }  # fmt: skip
    assert room.question is not None
    person = next((f for f in view.followers if f.id == room.question.who), None)
    card = None
    if person is not None and person.following:
        cards = make_view(shared, person.id).moves
        card = next((m for m in cards if m.id in {"ask_about_them", "answer"}), cards[0])
    count = room.counts[-1] if room.stage == COUNTED else None
    mood = "neutral" if count or person is None else mood_now(view, person.id)
    voters = sum(count.tally.values()) if count else 0.0
    asked = room.question.event
    event = shared.compiled.scenario.timeline[asked] if asked else None
    values |= {
        "which": place_told(shared, asked), "named": people_named(event, view.followers)[:2] if event else (),
        "shows": shown_words(event) if event else "",
    }  # fmt: skip
    return "screen_vote.html", values | {"person": person, "card": card, "count": count, "voters": voters, "mood": mood,
        "abstained": sum(not option for option in count.votes.values()) if count else 0,
        "said": person is not None and open_words(person) == room.question.text,
    }  # fmt: skip


def _of_today(room: Room, view: View) -> FollowerView:
    """Whom the picture of an open day shows: whom its event names, else everybody by turns."""
    timeline = room.begun.compiled.scenario.timeline
    named = [person for name in events_of_today(room) for person in people_named(timeline[name], view.followers)]
    return named[0] if named else view.followers[(room.day - 1) % len(view.followers)]


def mood_now(view: View, who: str) -> str:
    """How somebody looks at the table this morning: as last night left them, never gladder than that."""
    night = view.night.items if view.night is not None else ()
    signals = [item.signal for item in night if item.follower == who]
    return MOODS[body_of(signals)] if signals else "neutral"


def where(room: Room) -> list[tuple[int, int]]:
    """How many guests are on which day."""
    days = [g.now.day for g in room.here if g.now is not None]
    return [(day, days.count(day)) for day in sorted(set(days))]


def _debrief(room: Room, told: RoomDebrief | None, values: dict[str, Any]) -> PageValues:
    if told is None:
        return "screen_wait.html", values
    values |= {"pages": [(n, PAGES[n]) for n in room.pages], "page": room.page, "debrief": told}
    part = part_of(room, told)
    decisions = list(part.of_list(in_telling_order(told)))
    follower, (sharp, bold) = chosen_follower(told, room.shown), knowing_when(told)
    return "screen_debrief.html", values | {
        "follower": follower,
        "chart": "" if told.conditions else trust_picture(told, follower.id),
        "band": band_told(told, follower.id, told.conditions[0] if told.conditions else None),
        "halves": halves_of(room, told, follower.id),
        "sharp": sharp,
        "bold": bold,
        "decisions": decisions, "looks": with_looking(decisions), "part": part,
        "wrote": sum(g.own_words > 0 for g in room.here), "games": len(told.games),
        "strips": [(row, days_strip(row, told.days)) for row in part.of_list(told.courses)],
        "legend_of": legend_of, "asked_words": ASKED_WORDS,
        "would": any(row.trial and not any(one.ready for one in row.courses) for row in part.of_list(told.courses)),
        "weighed": told.weighed, "brought_brief": brought_brief(room, told),
        "left_out": left_out_said(told.left_out),
        "look_of": {f.id: f.look for f in told.followers},
        "day_numbers": day_numbers(told.days),
        "done_well": done_well(room, told),
        **standing(room, told),
    }  # fmt: skip


def brought_brief(room: Room, told: RoomDebrief) -> tuple[str, ...]:
    """What the events did that the host brought, where the form has no step that tells it at length; few of them."""
    if WOULD_HAVE in room.pages:
        return ()
    names = [follower.first for follower in told.followers]
    most = sorted(told.brought, key=lambda one: -float(np.abs(one.that_night).sum()))[:MOST_BROUGHT]
    return tuple(one.brief(names) for one in told.brought if one in most)


Half = tuple[ConditionTold, Markup, list[tuple[str, str]]]
"""A condition, its chart, and its figures as words."""


def halves_of(room: Room, told: RoomDebrief, follower: str) -> list[Half]:
    """Each condition of a room with its chart about a follower, and its figures as words; none where there is one."""
    return [
        (half, trust_picture(told, follower, half), _figures_of(room, told, half, told.column(follower)))
        for half in told.conditions
    ]


def _figures_of(room: Room, told: RoomDebrief, half: ConditionTold, column: int) -> list[tuple[str, str]]:
    last = [line[~np.isnan(line)][-1] for line in told.curves[list(half.games), :, column] if not np.isnan(line).all()]
    points = None if without_score(told.days, room) else half.middle_score
    return [
        ("played", str(len(half.games))),
        ("trust, middle", f"{median(last):.0f}" if last else "–"),
        ("points, middle", "–" if points is None else f"{points:.0f}"),
        ("asked when ready", f"{half.ready} of {half.asks}{f', {half.fair} fair' if half.fair else ''}"),
        ("d′", "–" if half.discrimination is None else figure_told(half.discrimination)),
    ]


def chosen_follower(told: RoomDebrief, shown: str = "") -> Any:
    """Whom the chart is about: whom the host chose, else whom the lesson names.

    Where it names nobody, it is who was ready to buy, was asked most, and changed most.
    """
    for who in (shown, *told.lesson.about):
        if found := next((f for f in told.followers if f.id == who), None):
            return found
    moved = np.nanmax(np.abs(told.curves - told.curves[:, :1]), axis=(0, 1))
    return max(
        told.followers, key=lambda f: (f.wants_to_buy, f.asked.total() - f.asked[NEVER], moved[told.column(f.id)])
    )


def standing(room: Room, told: RoomDebrief) -> dict[str, Any]:
    """The room's points beside those of others after the same days, or why there are none."""
    return {
        "middle_score": median(g.score for g in told.games), "points_told": points_told(told),
        "without_score": without_score(told.days, room),
        "ways": [(way_said(bot), score) for bot, score in told.reach.scores if bot in SHOWN_WAYS],
        "after": "" if told.days >= room.days else f", after {told.days} of {room.days} days",
        "bars": points_bars(told.games, told.reach),
        "points_why": why_of_room((one for row in told.courses for one in row.courses), told.reach),
    }  # fmt: skip


def points_told(told: RoomDebrief) -> str:
    """What the points are made of: of one game its sum, of many how they are counted."""
    if len(told.games) > 1:
        return HOW_COUNTED
    game = told.games[0]
    return score_sum(game.score, game.people, game.business).told


def ask_days(told: RoomDebrief, days: int) -> list[tuple[int, list[tuple[str, int]]]]:
    """For each day how many questions of each kind were put: the words of the kind, and the number."""
    by_day = Counter((ask.day, ask.kind) for _, ask in told.asks)
    return [(day, [(ASKED_WORDS[kind], by_day[day, kind]) for kind in KINDS]) for day in range(1, days + 1)]
