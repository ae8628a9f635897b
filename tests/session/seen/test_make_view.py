"""The view holds everything a player may know, and a walk through it finds nothing more."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from game.engine.sight import see
from game.model import State
from game.model.state import People
from game.session import date_lines, event_view
from game.session import view as view_module
from game.session.seen.make_view import make_view
from game.session.view import View
from tests.plays import SHIPPED, played, session

VIEWS = {view_module.__name__, date_lines.__name__, event_view.__name__}
HIDDEN = {f.name for cls in (State, People) for f in dataclasses.fields(cls)} - {"fit", "motive", "arrives"}


def walk(value, path="view", seen=None):
    """Every value reachable from a value through fields, items and attributes, with its path."""
    seen = seen if seen is not None else set()
    if id(value) in seen:
        return
    seen.add(id(value))
    yield path, value
    if dataclasses.is_dataclass(value):
        children = [(f.name, getattr(value, f.name)) for f in dataclasses.fields(value)]
    elif isinstance(value, dict):
        children = list(value.items())
    elif isinstance(value, tuple | list | set | frozenset):
        children = list(enumerate(value))
    else:
        children = list(getattr(value, "__dict__", {}).items())
    for name, child in children:
        yield from walk(child, f"{path}.{name}", seen)


ALLOWED = (str, int, float, bool, type(None), tuple)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("days", [0, 4, None])
def test_no_hidden_field_can_be_reached(name, days):
    """Only frozen view types, texts and numbers hang on a view, and no field is called like a hidden one."""
    game = played(name, "patient", days=days) if days != 0 else session(name)
    for follower in (None, *game.playthrough.compiled.ids):
        for path, value in walk(game.view(follower)):
            if dataclasses.is_dataclass(value):
                assert type(value).__module__ in VIEWS, path
            else:
                assert isinstance(value, ALLOWED), f"{path} is a {type(value)}"
            assert path.rsplit(".", 1)[-1] not in HIDDEN, path


def test_views_tell_nothing_of_motives_before_they_are_guessed():
    """Two runs that differ in nothing but hidden motives and needs look the same on the first morning."""
    game = session("slow_roast", 3)
    other = session("slow_roast", 3)
    people = other.playthrough.position.people
    swapped = dataclasses.replace(
        people, motive=np.zeros_like(people.motive), need_from=people.need_from + 3, happy_trust=people.happy_trust * 0
    )
    swapped_position = dataclasses.replace(other.playthrough.position, people=swapped)
    other.playthrough = dataclasses.replace(other.playthrough, position=swapped_position)

    for follower in game.playthrough.compiled.ids:
        assert game.view(follower) == other.view(follower)


def test_a_view_is_frozen():
    """A front end cannot change the game by writing into what it was shown."""
    view = session().view()

    with pytest.raises(dataclasses.FrozenInstanceError):
        view.day = 7


def test_view_types_use_nothing_of_the_game():
    """The files of view types import only each other and the standard library: nothing hidden can come in that way."""
    imported = [
        line.split()[1]
        for module in (view_module, date_lines, event_view)
        for line in Path(module.__file__).read_text(encoding="utf-8").splitlines()
        if line.startswith(("import", "from"))
    ]

    assert {*imported} == {"dataclasses", "typing", date_lines.__name__, event_view.__name__}


def test_bots_see_what_players_see():
    """A bot's sight has no array of the hidden state in it."""
    game = played("slow_roast", "patient", days=3)
    hidden = (game.playthrough.position.state, game.playthrough.position.people)
    arrays = {id(v) for part in hidden for v in vars(part).values()}

    for path, value in walk(see(game.playthrough.position)):
        assert id(value) not in arrays, path
        assert path.rsplit(".", 1)[-1] not in HIDDEN, path


def test_the_view_is_complete():
    """Every field of the view is filled at the end of a played game, goals and night report included."""
    view = played("slow_roast", "patient").view("tove")

    assert isinstance(view, View)
    assert view.finished
    assert view.night is not None
    assert all(f.name and f.handle.startswith("@") and f.bio for f in view.followers)
    assert {m.group for m in view.moves} == {"notice", "talk", "thank", "give", "ask"}
    assert len(view.moves) == 21
    assert len(view.posts) == 5


def test_a_move_towards_a_follower_asks_for_one_first():
    """With nobody chosen every direct move waits for a follower and says so; those to everybody do not."""
    game = session("slow_roast")
    nobody, somebody = game.view(), game.view(game.playthrough.compiled.ids[0])
    asking = {m.id for m in nobody.moves if m.why_not == "Choose a follower first."}

    assert not any(m.why_not == "Choose a follower first." for m in somebody.moves)
    assert {m.id for m in nobody.moves if not m.why_not} == {
        m.id for m in somebody.moves if not m.why_not and m.id not in asking
    }
    assert asking >= {"like", "ask_about_them", "propose"}


def test_a_view_of_a_playthrough_is_made_once_and_a_notice_is_told_once():
    """Many pages of a room look at one playthrough; what must be told of it once is not kept with its view."""
    now = session("first_hello", 7).playthrough

    assert make_view(now) is make_view(now)
    assert make_view(now, notice="Saved.").notice == "Saved."
    assert make_view(now).notice == ""
    assert make_view(now, now.compiled.ids[0]) != make_view(now)
