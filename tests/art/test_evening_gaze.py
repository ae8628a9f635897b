"""In an evening a body does what its words say: eyes on the clock find the clock, and you do not smile at a no."""

from dataclasses import replace

import pytest

from game.art.drawings import drawing, names
from game.art.evenings.evening_heads import HELD_UP, raised_hand_in_frame
from game.art.evenings.evening_places import STAGE, arranged, clock_on
from game.art.evenings.evening_scene import (
    CUPS,
    Seated,
    at_the_bar_svg,
    bodies,
    pieces,
    table_for_one_svg,
    table_for_two_svg,
    your_seat,
)

SMILES = {"warm", "beaming", "delighted", "smug", "hopeful"}
GLAD = {"leans_in", "lights_up", "reads_on", "listens", "smiles_over", "beams", "claps", "takes"}


@pytest.mark.parametrize("size", [STAGE, (1920.0, 901.0), (960.0, 421.0), (853.0, 361.0)])
@pytest.mark.parametrize("tables", [1, 2, 3])
def test_whoever_looks_at_the_clock_looks_to_where_it_hangs(size, tables):
    """At every table, in every window: to the right where the clock is right of them, else to the left."""
    places = arranged(*size, tables, next_table=False, bar=0)
    x, _, wide, _ = clock_on(*size)
    guests = [Seated(9 + 11 * n, "clock") for n in range(tables)]
    for place, svg in pieces(places, guests, you_look=0, dark=False, clock=x + wide / 2):
        guest = guests[place.number]
        seat = place.x + place.w * (470 / 600 if place.kind == "two" else 110 / 260)
        there = Seated(guest.look, "clock", looks=1 if x + wide / 2 > seat else -1)
        elsewhere = Seated(guest.look, "clock", looks=-there.looks)
        drawn = {
            who: table_for_two_svg(your_seat(0, who), who, False)
            if place.kind == "two"
            else table_for_one_svg(who, False)
            for who in (there, elsewhere)
        }
        assert svg == drawn[there] != drawn[elsewhere], (place, size)


@pytest.mark.parametrize("body", bodies())
@pytest.mark.parametrize("face", ["", "cool", "neutral", "glancing"])
def test_you_smile_only_at_those_who_are_glad(body, face):
    """Across from somebody who refuses, skims, or watches the clock your face is no friendly one."""
    seat = your_seat(0, Seated(3, body, face))
    yours = seat.face or drawing("bodies", seat.body).fact("expression")
    if body not in GLAD:
        assert yours not in SMILES, (body, face)


@pytest.mark.parametrize("size", [STAGE, (960.0, 421.0)])
def test_at_the_bar_a_glance_goes_to_the_clock_too(size):
    """Those left of the clock look right, those right of it look left."""
    places = arranged(*size, 0, next_table=False, bar=3)
    x, _, wide, _ = clock_on(*size)
    bar = [Seated(9 + n, "still", "glancing") for n in range(3)]
    drawn = pieces(places, (), you_look=0, dark=False, clock=x + wide / 2, bar=bar)
    at_bar = [(place, svg) for place, svg in drawn if place.kind == "guest"]
    assert len(at_bar) == 3
    for place, svg in at_bar:
        way = 1 if x + wide / 2 > place.x + 50 * place.scale else -1
        assert svg == at_the_bar_svg(replace(bar[place.number], looks=way), CUPS[place.number])


@pytest.mark.parametrize("body", names("bodies"))
def test_a_hand_that_is_held_up_is_known_to_the_bubbles(body):
    """What a drawing says of a raised hand is above the table and beside the head, on the side it looks to."""
    hands = [raised_hand_in_frame(body, side) for side in (1, -1)]
    held_up = not HELD_UP.isdisjoint(drawing("bodies", body).fact("shows").split())
    assert [hand is not None for hand in hands] == [held_up, held_up]
    if hands[0] and hands[1]:
        assert hands[0][1] + hands[0][3] < 330
        assert hands[0][0] > 150
        assert round(hands[0][0] + hands[0][2]) == round(300 - hands[1][0])
