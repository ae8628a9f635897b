"""In every picture with bubbles: no bubble hides a face or the clock, each hangs at its speaker, and nothing is cut."""

from dataclasses import replace

import pytest

from game.scenario.texts.builtin import moves
from game.session import entries
from game.session.date_lines import DateLine
from game.session.seen.night.poses import POSES, READING, your_face
from game.session.words.line_choice import fill_scene
from game.ui.common import shared_actions as shared
from game.ui.drawing.geometry import Box
from game.ui.play.play_state import NightPage
from tests.ui.conftest import open_app
from tests.ui.faces import taken_down
from tests.ui.gallery import SCREENS
from tests.ui.gallery.day_screens import playing

pytestmark = pytest.mark.usefixtures("nothing_painted")

SIZES = [((1280, 720), 1.0), ((1920, 1080), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.5)]
each_size = pytest.mark.parametrize(("size", "zoom"), SIZES)
TALKING = [name for name in SCREENS if name.startswith(("night", "mirror", "opening"))]
LEAST_FACE = 0.4  # of a head: smaller faces are at tables further back
WORDS = ("Yes.", "I shall have to see to it before the month is over, or so my sister says.")


def check(places, app) -> None:
    """The rule of this file, on a screen that was drawn."""
    window = app.sheet.window
    for said in places.said:
        for face in places.faces:
            assert not said.box.overlaps(face, 1.5), ("a bubble hides a face", said, face)
        for clock in places.clocks:
            assert not said.box.overlaps(clock, 1.5), ("a bubble hides the clock", said, clock)
        x, y = said.end
        at_hand = [face for face in places.faces if face.h >= said.head.h * LEAST_FACE]
        near = min(at_hand, key=lambda face: (face.cx - x) ** 2 + (face.cy - y) ** 2)
        assert near.overlaps(said.head, min(near.w, near.h) * 0.6), ("its head is not where it is drawn", said, near)
        away = max(near.x - x, 0, x - near.right), max(near.y - y, 0, y - near.bottom)
        assert 0 < max(away) <= near.h * 0.6, ("its tail ends in a face, or far from one", said, near)
        regions = [r for r in app.sheet.regions if r.id.startswith("met.") and said.text in r.label]
        assert not regions or any(r.rect.inset(-30).holds(near.cx, near.cy) for r in regions), ("at another", said)
    for one in places.said:
        for other in places.said:
            assert one is other or not one.box.overlaps(other.box, 1.5), (one, other)
    for box in places.people:
        assert box.x >= window.x - 0.5, ("cut at the left", box)
        assert box.right <= window.right + 0.5, ("cut at the right", box)


@each_size
@pytest.mark.parametrize("name", TALKING)
def test_bubbles_hide_nobody_and_hang_at_their_speakers(name, size, zoom, tmp_path, monkeypatch):
    """In every scene with words, at every size."""
    app = open_app(tmp_path, size, zoom)
    SCREENS[name](app)
    with taken_down(monkeypatch) as places:
        app.paint()
    check(places, app)


@pytest.mark.parametrize("move", sorted(moves()))
def test_the_mirror_hides_nobody_in_any_scene_that_ships(move, tmp_path, monkeypatch):
    """Bubbles leave both faces free, and as far as words allow those of a friend, a queue, the next table."""
    app = open_app(tmp_path, (1280, 720), 1.0)
    SCREENS["mirror"](app)
    for number, told in enumerate(moves()[move].dates):
        scene = fill_scene(told, {"first": "Wilhelmina", "their": "her", "friend": "Bartholomew"})
        face = your_face(move, scene.mood, scene.prop)
        date = DateLine(
            move, scene.you, scene.they, scene.what, scene.then, scene.mood, scene.prop, scene.held, face, number,
            scene.around,
        )  # fmt: skip
        app.model = replace(app.model, dialog=replace(app.model.dialog, date=date, look=number))
        with taken_down(monkeypatch) as places:
            app.paint()
        both = sorted(places.faces, key=lambda face: -face.h)[: 1 if "apart" in scene.around else 2]
        for said in places.said:
            assert not any(said.box.overlaps(face, 1.5) for face in both), (move, number)
            if "friend" in scene.around:
                friend = sorted(places.faces, key=lambda face: -face.h)[2]
                eyes = Box(friend.x, friend.y + friend.h * 0.4, friend.w, friend.h * 0.6)
                assert not said.box.overlaps(eyes, 1.5), (move, number)
        assert [said.text for said in places.said] == [scene.you, scene.they]


@each_size
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("kind", ["full", "bar"])
def test_the_same_whatever_bodies_do_and_however_much_they_say(kind, words, size, zoom, tmp_path, monkeypatch):
    """Every pose at every table, with one, two and three people at tables, and at a bar of every length."""
    app = open_app(tmp_path, size, zoom)
    playing(app, night=kind)
    app.act(entries.EndDay())
    page = app.model.page
    assert isinstance(page, NightPage)
    heard = 0
    for number, pose in enumerate(sorted({pose for poses in (*POSES, *READING) for pose, _ in poses})):
        evening = page.evening
        tables = tuple(replace(m, pose=pose, wrote=words, look=m.look + 5 * number) for m in evening.tables)
        bar = tuple(replace(m, wrote=words, look=m.look + 5 * number) for m in evening.bar)
        told = replace(evening, tables=tables[: 1 + number % 3], bar=bar[: 1 + number % 4])
        app.model = replace(app.model, page=replace(page, evening=told))
        with taken_down(monkeypatch) as places:
            app.paint()
        check(places, app)
        heard += len(places.said)
    assert heard


@each_size
def test_your_words_hang_at_you_and_theirs_at_them(size, zoom, tmp_path, monkeypatch):
    """In every mood of the mirror."""
    app = open_app(tmp_path, size, zoom)
    SCREENS["mirror"](app)
    date = app.model.dialog.date
    for mood in ("delighted", "warm", "neutral", "puzzled", "weary", "shocked"):
        app.act(shared.turn_dialog(date=replace(date, mood=mood, prop="letter", you=WORDS[1], they=WORDS[1] + " So.")))
        with taken_down(monkeypatch) as places:
            app.paint()
        check(places, app)
        yours, theirs = places.said
        you, them = sorted(places.faces[-2:], key=lambda face: face.x)
        assert yours.head.overlaps(you, 20)
        assert theirs.head.overlaps(them, 20)
