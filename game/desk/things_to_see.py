"""What there is to be seen in the scenarios that came with the game: scenes, people and kinds of end."""

from functools import cache

from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.texts.builtin import ends, moves
from game.session.runs.scrapbook import AlbumPart

HAPPY = ("customer", "advocate", "partner", "community")
"""Ends that are happy, as motives name them."""


@cache
def album_parts() -> tuple[AlbumPart, ...]:
    """All of it: scenes by their move, people by their scenario, kinds of end."""
    scenes = [
        AlbumPart("scene", words.title, tuple(dict.fromkeys(date.key for date in words.dates)))
        for words in moves().values()
    ]
    people = []
    for path in sorted(SCENARIOS.glob("*.yaml")):
        scenario = load(path).scenario
        if scenario is not None:
            keys = tuple(f"{path.stem}/{follower}" for follower in scenario.followers)
            people.append(AlbumPart("person", scenario.title, keys))
    return (*scenes, *people, AlbumPart("ending", "Happy ends", tuple(ends()[end] for end in HAPPY)))
