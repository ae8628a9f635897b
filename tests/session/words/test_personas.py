"""A motive of an author's own tells what its people wish for, unless they have wishes of their own."""

import pytest

from game.scenario import load_text
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from tests.plays import SHIPPED, compiled, session

TEXT = """\
scenario_format: 1
title: The Corner Bakery
days: 6
business: {name: Crumb and Crust, trade: bakery, hours_per_day: 3}
followers:
  ada:
    name: Ada Brand
    bio: Counts crusts.
    loves: {bread: 80}
    formats: [photo]
    motive: critic
  ben:
    name: Ben Cole
    bio: Counts crumbs.
    loves: {bread: 60}
    formats: [photo]
    motive: critic
    wants: A loaf without holes.
crowd: {count: 3, mix: {critic: 1}}
motives:
  critic: {title: Critic, text: Writes about bread., wants: To find something worth a page., talkative: 70}
"""


def test_followers_and_crowd_have_the_wishes_of_their_motive():
    """Ada and the crowd wish what critics wish; Ben says himself what he wishes."""
    loaded = load_text(TEXT, "bakery.yaml")
    people = begun(compiled_of(loaded), 3).people

    assert people["ben"].wants == "A loaf without holes."
    others = {person.wants for name, person in people.items() if name != "ben"}
    assert others == {"To find something worth a page."}


@pytest.mark.parametrize("name", SHIPPED)
def test_whoever_the_file_names_has_one_face_in_all_games(name):
    """Another life is the same person; and nobody who comes by chance has the face of somebody named."""
    games = [{f.name: f.look for f in session(name, seed).playthrough.people.values()} for seed in range(1, 9)]
    named = {who.name for who in compiled(name).scenario.followers.values()}
    looks = {who: {game[who] for game in games if who in game} for who in named}
    assert all(len(found) == 1 for found in looks.values()), looks
    faces = set().union(*looks.values())
    assert all(look not in faces for game in games for who, look in game.items() if who not in named)
