"""The contract of every file under assets/art, and what a wrong file is told."""

import itertools
import os
import re
from xml.etree import ElementTree

import pytest

from game.art import cast as people
from game.art import drawings
from game.art.avatar import tones_of
from game.art.cafe import EVENING
from game.art.cast import cast
from game.art.drawings import DrawingError, drawing, names
from game.art.evenings import evening_scene, moments
from game.art.icons import icon_svg
from game.errors import CourtshipError
from game.resources import ASSETS
from tests.art.drawn import everything, pixels

ART = ASSETS / "art"
FILES = sorted(path.relative_to(ART).as_posix() for path in ART.rglob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
PERSON = {
    "people",
    "faces",
    "noses",
    "hair",
    "headwear",
    "beards",
    "glasses",
    "earrings",
    "marks",
    "clothes",
    "poses",
    "bodies",
}
NUMBERED = {f"{word}_{n}" for word in ("share", "strength") for n in (1, 2, 3)} | {f"row_{n}" for n in (1, 2, 3, 4)}
SKY = {"top", "bottom", "sun", "far", "mid", "near", "light"}
VALUES = {
    "people": {"back"},
    "props": {"cup"},
    "bodies": {"cup"},
    "stills": SKY,
    "formats": {"ground", "main", "accent", "paper", "skin", "hair", "reach"} | NUMBERED,
    "app": SKY | {"sun_x", "lift"},
    "icons": {"ink", "pen", "dot"},
    "around": set(EVENING),
    "places": set(EVENING),
}
CONDITIONS = {
    **{kind: {"lashes", "dark_skin", "turned_left", "turned_right"} for kind in PERSON},
    "cafe": {"dark", "rain", "clock", "apart"},
    "places": {"dark"},
    "evening": {"dark", "rain"},
    "title": {"dark"},
    "formats": {"dark", *(f"{word}_{n}" for word in ("order", "bend") for n in range(3)), "best_1", "best_2", "best_3"},
}
LAYERS = {
    **{kind: {"back", "front"} for kind in ("hair", "headwear", "clothes")},
    "faces": {"cheeks", "face"},
    "poses": {"arms", "fingers"},
    "bodies": {"under", "arms", "thing", "fingers", "over"},
    "places": {"back", "front"},
    "props": {"arms", "saucer", "thing", "fingers"},
}


def root_of(file: str) -> ElementTree.Element:
    return ElementTree.fromstring((ART / file).read_bytes())


def values_of(kind: str) -> set[str]:
    """The names of values that the code gives to drawings of a kind, as docs/art.md tells them."""
    return VALUES.get(kind, set()) | (set(tones_of(cast()[0])) if kind in PERSON | {"props"} else set())


@pytest.mark.parametrize("file", FILES)
def test_a_file_holds_only_what_sdl_draws(file):
    """Known elements and attributes, plain colours, gradients in user space; no script, no reference to elsewhere."""
    root = root_of(file)
    assert root.tag == f"{SVG}svg"
    gradients = {element.get("id") for element in root.iter() if element.tag.endswith("Gradient")}
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        assert tag in drawings.SHAPES | drawings.CONTAINERS | {"svg"}
        plain = {name for name in element.attrib if not name.startswith("data-")}
        assert plain <= drawings.ATTRIBUTES | {"display", "viewBox"}
        for value in element.attrib.values():
            assert "://" not in value
            for reference in re.findall(r"url\((.*?)\)", value):
                assert reference.removeprefix("#") in gradients
        if tag.endswith("Gradient"):
            assert element.get("gradientUnits") == "userSpaceOnUse"


@pytest.mark.parametrize("file", FILES)
def test_a_file_asks_only_for_what_the_code_gives(file):
    """Values, conditions and layers are those that docs/art.md tells of its kind."""
    kind, name = file.removesuffix(".svg").split("/")
    read, root = drawing(kind, name), root_of(file)
    whens = {element.get("data-when", "").removeprefix("not ") for element in root.iter()} - {""}
    assert whens <= CONDITIONS.get(kind, set())
    if kind not in ("cafe", "title", "evening"):
        assert set(read.shown) <= values_of(kind)
    if kind in LAYERS:
        assert set(read.layers) <= LAYERS[kind]
        assert {element.get("id") in LAYERS[kind] for element in root} == {True}


@pytest.mark.parametrize("file", FILES)
def test_a_viewer_shows_something(file):
    """The file by itself, with the values it shows, leaves some colour."""
    text = (ART / file).read_text(encoding="utf-8")
    assert pixels(text, 256, 256)[..., 3].any()


def test_every_file_is_used_by_a_picture(monkeypatch):
    """All pictures together read every file: nothing lies there that nobody sees."""
    used = set()

    def noted(kind, name):
        used.add(f"{kind}/{name}.svg")
        return drawing(kind, name)

    for composed in vars(evening_scene).values(), vars(moments).values():
        for function in composed:
            getattr(function, "cache_clear", lambda: None)()
    for module in ("avatar", "cafe", "icons", "illustrations", "title_picture"):
        monkeypatch.setattr(f"game.art.{module}.drawing", noted)
    for module in (evening_scene, moments):
        monkeypatch.setattr(module, "drawing", noted)
    monkeypatch.setattr("game.art.avatar.worn", lambda kind, name: noted(kind, name) if name else drawings.NOTHING)
    everything()

    assert used == set(FILES)


def test_the_documented_values_of_a_person_are_those_given():
    """docs/art.md names every tone of a person."""
    page = (ASSETS.parent / "docs" / "art.md").read_text(encoding="utf-8")
    tones = {tone.removesuffix("_low").removesuffix("_high") for tone in tones_of(cast()[0])}
    assert tones <= set(re.findall(r"\w+", page[page.index("Values of a person") :]))


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    """Another folder of drawings: a function that writes one and reads it."""
    monkeypatch.setattr(drawings, "ASSETS", tmp_path)
    (tmp_path / "art" / "icons").mkdir(parents=True)
    drawing.cache_clear()
    names.cache_clear()

    def read(content: str):
        (tmp_path / "art" / "icons" / "mine.svg").write_text(content, encoding="utf-8")
        return drawing("icons", "mine")

    yield read
    drawing.cache_clear()
    names.cache_clear()


def svg(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n{inside}\n</svg>'


def test_a_new_file_is_a_new_choice(at_home):
    """An icon put into the folder is drawn in the colour asked for, without a line of Python."""
    at_home(svg('<path d="M4 4H20" fill="none" stroke="#231f33" data-stroke="ink" stroke-width="2"/>'))
    assert 'stroke="#b3304f"' in icon_svg("mine", "#b3304f")


def test_conditions_moves_and_layers(at_home):
    """A part is drawn if its condition holds, moves by its factor, and a layer stands for itself."""
    read = at_home(
        svg(
            '<g id="back"><rect width="1" height="1" fill="#111111"/></g>'
            '<g data-when="not dark"><rect width="2" height="1" fill="#222222"/></g>'
            '<g data-when="dark" data-move="0.5" display="none"><rect width="3" height="1" fill="#333333"/></g>'
        )
    )
    assert [c in read.svg({}, when={"dark"}, move=4) for c in ("#111111", "#222222", "#333333")] == [True, False, True]
    assert [c in read.svg({}) for c in ("#111111", "#222222", "#333333")] == [True, True, False]
    assert '<g transform="translate(2 0)"><rect width="3"' in read.svg({}, when={"dark"}, move=4)
    assert read.svg({}, "back") == '<rect width="1" height="1" fill="#111111"/>'
    assert read.svg({}, "front") == ""


def test_what_an_editor_adds_of_its_own_is_passed_over(at_home):
    """Titles, descriptions, metadata and elements with a colon leave no trace; neither do their attributes."""
    read = at_home(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:pen="pen:1"><title>Mine</title>'
        "<metadata><pen:x>1</pen:x></metadata>"
        '<pen:view zoom="1"/><g pen:label="one"><circle r="2" fill="#111111" pen:kind="arc"/></g></svg>'
    )
    assert read.svg({}) == '<circle r="2" fill="#111111"/>'


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<text>Hi</text>", r"mine\.svg:2: .*<text>.*cannot be drawn; use .*path"),
        ("<script/>", r"mine\.svg:2: .*<script>"),
        ('<use href="#a"/>', r"mine\.svg:2: .*<use>"),
        ('\n<rect style="fill:red"/>', r"mine\.svg:3: .*style.*docs/art\.md"),
        ('<rect fill="red"/>', r'mine\.svg:2: .*fill="red".*#rrggbb'),
        ('<rect data-fill="ink"/>', r"mine\.svg:2: .*data-fill without fill"),
        ('<rect data-when="dark"/>', r"mine\.svg:2: .*<g> around it"),
        ('<g data-move="far"/>', r'mine\.svg:2: .*data-move="far".*a number'),
        ('<g fill="#111111" data-fill="a"/><g fill="#222222" data-fill="a"/>', r"mine\.svg:2: .*'a'.*#222222.*#111111"),
        ("<g>", r"mine\.svg:\d: .*not well-formed XML"),
        ("<!-- a & b -->", r"mine\.svg holds one of the signs & \{ \}"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_line(at_home, inside, told):
    """The message says where, what was found and what is allowed, and is one of those meant for people."""
    with pytest.raises(DrawingError, match=told) as caught:
        at_home(svg(inside))
    assert isinstance(caught.value, CourtshipError)


def test_a_value_that_nobody_gives_is_told(at_home):
    """A misspelt name: the file and the names there are."""
    at_home(svg('<rect fill="#111111" data-fill="inck"/>'))
    with pytest.raises(
        DrawingError, match=r"icons/mine\.svg asks for a value called 'inck'\. Values here: dot, ink, pen"
    ):
        icon_svg("mine", "#000000")


def test_a_missing_file_and_a_missing_fact_are_told():
    """The message names what there is, or the attribute to add."""
    with pytest.raises(DrawingError, match=r"hair/mohawk\.svg cannot be read.*afro"):
        drawing("hair", "mohawk")
    with pytest.raises(DrawingError, match=r'app/logo\.svg: <svg> lacks data-lean="'):
        drawing("app", "logo").fact("lean")


@pytest.fixture
def other_cast(tmp_path, monkeypatch):
    """A copy of the cast with something in it replaced."""

    def write(old: str, new: str):
        text = (ART / "cast.csv").read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "cast.csv"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        monkeypatch.setattr(people, "_CAST", path)
        cast.cache_clear()

    yield write
    cast.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("long,black,kurta", "mohawk,black,kurta", r"cast\.csv:3: no hair is called 'mohawk'\. There are: afro"),
        ("skin,hair,", "skin,hairdo,", r"cast\.csv:1: the columns are skin, hairdo.*must be skin, hair, hair_colour"),
        ("studs,#f0bd4a,,yes", "studs,#f0bd4a,,yes,more", r"cast\.csv:2: more values than columns"),
        ("bindi", "bindi dot", r"cast\.csv:3: no marks is called 'dot'"),
    ],
)
def test_a_wrong_row_of_the_cast_is_told_with_its_line(other_cast, old, new, told):
    """Whoever edits the table reads where, what was found and what there is."""
    other_cast(old, new)
    with pytest.raises(DrawingError, match=told):
        cast()


def test_the_same_people_as_ever():
    """A look keeps its number: some rows by heart, first and last of women and men."""
    told = {n: (p.skin, p.hair, p.wear, p.top) for n, p in enumerate(cast()) if n in (0, 1, 26, 27, 55)}
    assert told == {
        0: ("bronze", "bald", "headwrap", "wrap"),
        1: ("tan", "long", "", "kurta"),
        26: ("porcelain", "bald", "hijab", "blazer"),
        27: ("brown", "crop", "", "tee"),
        55: ("tan", "bald", "turban", "kurta"),
    }
    assert [n for n, p in enumerate(cast()) if p.lashes] == [*range(27), 32, 50, 56, 58, 59]


def test_no_two_files_differ_only_in_case():
    """A checkout on a system that ignores case has all of them."""
    pairs = itertools.combinations(FILES, 2)
    assert not [pair for pair in pairs if os.path.normcase(pair[0]).lower() == pair[1].lower()]
