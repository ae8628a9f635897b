"""What there is to be seen is what came with the game."""

from game.desk.things_to_see import album_parts
from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.texts.builtin import moves


def test_every_scene_and_everybody_who_ships_has_a_frame():
    parts = album_parts()
    scenes = {key for part in parts if part.kind == "scene" for key in part.keys}
    assert scenes == {date.key for words in moves().values() for date in words.dates}
    people = {key for part in parts if part.kind == "person" for key in part.keys}
    written = {f"{p.stem}/{name}" for p in SCENARIOS.glob("*.yaml") for name in load(p).scenario.followers}
    assert people == written
    assert sum(len(part.keys) for part in parts if part.kind == "ending") == 4


def test_no_two_scenes_of_a_move_are_taken_for_one():
    for words in moves().values():
        assert len({date.key for date in words.dates}) == len(words.dates), words.id
