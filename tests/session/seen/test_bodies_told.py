"""What is said of a body in an evening is what its drawing shows, for every line, every drawing and every night."""

import re

import pytest

from game.art.cast import cast
from game.art.drawings import drawing, names
from game.art.evenings.evening_scene import Seated, table_for_one_svg
from game.art.evenings.moment_places import PLACES
from game.art.shown import SHOWN, shown_at_the_bar, shown_by
from game.scenario.texts.evening_words import evening_words
from game.session.seen.night.body import OF_SIGNALS
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.night.poses import AT_THE_BAR, FACES, GESTURES, POSES, READING, SILENT_AT_TABLE
from tests.plays import SHIPPED, played

WORDS = evening_words()
NEVER = re.compile(
    r"\b(coats?|spoon|stirs|window|napkin|soup|thumb|heart,|coffee|goes cold|pocket|sleeve|waves|drums|taps|winks|ears"
    r"|hair|hat|beard|glasses|saucer|bag|shakes|half the room|finger)\b",
    re.IGNORECASE,
)
"""What no drawing of a body or of its table shows, or not every head that ships."""
NAMES = {
    r"\bcup\b": "cup_in_hands cup_on_table",
    r"hands round the cup|lifts the cup|[Nn]ods .*over the cup|[Hh]olds? (on to )?the cup": "cup_in_hands",
    r"cup (down|aside|away)|the cup aside|touched the cup|put down the cup": "cup_on_table",
    r"hand on \S+ heart": "hand_on_heart",
    r"[Ff]old\w* \S+ arms": "arms_folded",
    r"[Ff]olds \S+ hands|hands together": "hands_together",
    r"[Rr]aises a hand": "hand_raised",
    r"waiter|[Bb]eckons|[Oo]rders": "finger_raised",
    r"(head|cheek) on (a|the|one) hand|elbow down": "cheek_on_hand",
    r"[Cc]laps": "clapping",
    r"out an arm": "arm_out",
    r"[Ll]eans (in|over)|a little closer": "leans_in",
    r"[Ll]eans back|far back|moves back|Turns a shoulder": "leans_back",
    r"[Ll]aughs|[Bb]eams": "laugh smile",
    r"[Ss]mile(s|\b)": "smile",
    r"\bclock\b|the door, and|over your shoulder|past you at|everything but you|elsewhere": "looks_away",
    r"[Ll]ooks at you(?!, then)|in the eye|eyes on you|Turns towards you": "looks_at_you",
    r"at the floor|[Ss]huts|into the cup": "lowered_eyes",
    r"brochure|\b[Hh]olds it\b|page": "page_in_hands",
    r"head on one side": "head_tilted",
}
"""By what is named: the facts of which a line must ask for one."""
NOT_SHOWN = re.compile(r"Neither smiles nor|does not smile")
"""What is said not to be there need not be drawn."""
KINDS = {
    **{f"body {step}": (lines, POSES[step]) for step, lines in enumerate(WORDS.bodies)},
    **{f"reading {step}": (lines, READING[step]) for step, lines in enumerate(WORDS.reading)},
    "silent": (WORDS.silent[0], SILENT_AT_TABLE),
    "silent, reading": (WORDS.silent[1], READING[3]),
    **{
        f"gesture {signal}": (lines, (GESTURES[signal],) if signal in GESTURES else POSES[OF_SIGNALS[signal]])
        for signal, lines in WORDS.gestures.items()
    },
}
"""All lines about a body, with the drawings beside which they can stand."""
LINES = [(kind, line) for kind, (lines, _) in KINDS.items() for line in lines]
NEEDS = {
    re.compile(re.sub(r"\\\{\w+\\\}", r"\\w+", re.escape(line.text)), re.IGNORECASE): line.needs for _, line in LINES
}
"""What a sentence asks for, by a pattern of the sentence as it is told."""


@pytest.mark.parametrize(("kind", "line"), LINES, ids=lambda value: getattr(value, "text", value))
def test_a_line_asks_for_what_it_names(kind, line):
    """Cup, arms, eyes and page that a sentence names are among what it needs drawn, and nothing undrawn is named."""
    assert line.needs <= SHOWN
    assert not NEVER.search(line.text), line.text
    for named, facts in NAMES.items():
        if re.search(named, NOT_SHOWN.sub("", line.text)):
            assert line.needs & set(facts.split()), (line.text, facts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_has_a_drawing_and_every_drawing_lines(kind):
    """No sentence waits for a drawing that does not come, and no drawing is left with one sentence only."""
    lines, poses = KINDS[kind]
    for line in lines:
        assert any(line.needs <= shown_by(*pose) for pose in poses), line
    for pose in poses:
        told = [line for line in lines if line.needs <= shown_by(*pose)]
        assert len(told) >= min(2, len(lines)), (kind, pose)


@pytest.mark.parametrize("step", range(7))
def test_at_the_bar_and_in_every_moment_something_can_be_told(step):
    """The bar shows a face and a cup; a moment has one drawing; each leaves sentences for every step."""
    lines = WORDS.bodies[step]
    assert sum(line.needs <= shown_at_the_bar(FACES[step]) for line in lines) >= 4
    for place in PLACES.values():
        assert any(line.needs <= shown_by(place.them.body, place.them.face) for line in lines)


@pytest.mark.parametrize("name", names("bodies"))
def test_what_a_body_says_of_itself_is_drawn(name):
    """A cup, a page and fingers are in the file that claims them, and the vocabulary is the one of the code."""
    drawn = drawing("bodies", name)
    shows = set(drawn.fact("shows").split())
    assert shows <= SHOWN
    assert bool(shows & {"cup_in_hands", "cup_on_table"}) == ("cup" in drawn.shown)
    if shows & {"cup_in_hands", "page_in_hands"}:
        assert {"thing", "fingers"} <= set(drawn.layers)
    assert ("hand" in drawn.facts) == ("hand_on_heart" in shows)


@pytest.mark.parametrize("look", range(0, len(cast()), 5))
def test_every_head_can_sit_there_in_every_pose(look):
    """Whoever comes, the drawings of all steps are there for them."""
    for pose in {pose for _, poses in KINDS.values() for pose in poses}:
        assert table_for_one_svg(Seated(look, *pose), dark=False)


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "pushy", "reader", "poster"])
def test_no_night_says_of_a_body_what_is_not_drawn(scenario, bot):
    """Over whole games: at tables, at the bar, in moments and in the whole room."""
    view, seen = played(scenario, bot, 4).view(), 0
    for night in view.nights:
        evening = evening_seen(view, night)
        people = [(met, shown_by(met.pose, met.face)) for met in evening.tables]
        people += [(met, shown_at_the_bar(met.face)) for met in evening.bar]
        for moment in evening.moments:
            people += [(met, shown_by(met.pose, met.face)) for met in moment.crowd if met.does]
            if moment.who and moment.kind in PLACES:
                place = PLACES[moment.kind].them
                people.append(
                    (moment.who, shown_by(place.body, place.face) & shown_by(moment.who.pose, moment.who.face))
                )
        for met, shows in people:
            needs = [line for said, line in NEEDS.items() if said.match(met.does)]
            assert not needs or any(need <= shows for need in needs), (night.day, met, needs)
            seen += bool(needs)
        assert all(met.pose == AT_THE_BAR for met in evening.bar)
    assert seen


def test_a_hand_on_the_heart_lies_on_the_chest():
    """The hand is drawn below the collar and above the table, on the side where the heart is."""
    drawn = drawing("bodies", "lights_up")
    assert drawn.fact("hand") == "heart"
    palm = re.search(r'<ellipse cx="(\d+)" cy="(\d+)"', drawn.svg(drawn.shown, "arms"))
    assert palm
    assert 145 <= int(palm[1]) <= 200
    assert 265 <= int(palm[2]) <= 310
