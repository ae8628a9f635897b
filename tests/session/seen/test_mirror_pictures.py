"""The date mirror draws what its scene tells of: the thing in hand is named, and so is who has it."""

import re
from typing import get_args

import pytest

from game.art.cafe import surroundings
from game.art.drawings import drawing, names
from game.scenario.format.vocabulary import Surrounding
from game.scenario.texts.builtin import moves, own_move
from game.session.seen.mirror import Mirror
from game.session.seen.night.poses import PUSHING, UNWELCOME, your_face
from tests.plays import session

NAMED_BY = {
    "album": "album|all about me",
    "ring": "ring|marr|church|box|finger|hand",
    "megaphone": "megaphone|aloud|voice|listen|shout|announce|loud|room|all these people|everybody|all your friends|"
    "your friends|queue|share it",
    "flowers": "flower|garden",
    "book": "book|read|page|chapter|volume|contents|borrow|open",
    "mirror": "mirror|hat|look|how good",
    "clock": "clock|deadline",
    "gift": "gift|present|brought|give one|put something|unwrap|take it home|the first one|birthday",
    "menu": "menu|soup|order|price|half the",
    "phone": "phone|scroll|picture|number|pass it on|click|sent it|show|checked|see what|minutes",
    "letter": "letter|read|wr[io]t|page|form|note|card|contract|sign|recipe|text|list|numbered|reason|point one|"
    "advantages|number one|leaflet|lay it on|one of ours|questionnaire|pocket|framed|bill|tip|carry it",
    "leaflets": "leaflet|brochure|card|copies|pile|paper|dear guest|explain|presentation|you sell|it also comes",
    "cake": "cake|pie|plate|slice|spoon|bite|half|sample|cherry",
    "ticket": "ticket",
}
"""By thing: what at least one sentence of its scene must hold; a cup stands on every table and needs no word."""
PEOPLE = "room|queue|friend"
SEVERAL_TABLES = "next_table|room|apart|friend"
DRAWN_BY = {
    r"rain(s|ing)?": "rain",
    r"soup": "soup",
    r"spoon": "spoon|soup",
    r"fork": "fork|cake",
    r"coats?": "coats",
    r"napkins?": "napkin",
    r"diary": "diary",
    r"clocks?": "clock",
    r"umbrella": "umbrella",
    r"bill": "bill",
    r"salt": "salt",
    r"sugar": "sugar",
    r"plates?": "cake|fork",
    r"cake|slices?|cherry": "cake",
    r"glass(es)?|toast": "glasses|flowers",
    r"board": "board|notes",
    r"pencil|pen": "pencil|diary",
    r"balloons?": "balloon|party",
    r"party": "party",
    r"bench|trees?|path|lamp": "park",
    r"stall|crates?|oranges?|apples?|market": "market",
    r"screwdriver": "screwdriver",
    r"plaster": "plaster",
    r"pile": "pile|leaflets",
    r"waiter": "waiter",
    r"queue": "queue",
    r"menus?": "menu|board",
    r"box": "ring|gift",
    r"next table|neighbours": "next_table|room|apart",
    r"(another|two|every|third|other|from table to) tables?|the tables|to a table": SEVERAL_TABLES,
    r"(the|this|whole|quiet) room(?! for)|the café|all these people|you all|everybody|everyone|audience": PEOPLE,
    r"guests|strangers|heads turn|a few people|two people|friends who come": PEOPLE,
    r"\{friend\}|third person|you two": "friend",
    r"sun|sunny|snow|moon|newspaper|poster|parcel|stairs|kitchen|socket|tablecloth|slides|band|tiles": "",
    r"(tele)?phone": "phone",
    r"megaphone": "megaphone",
    r"thumbs?|purse|wallet|handbag|teapot|pour|kneel|knees?|biscuits?|horse|pole|candles?|hats? off": "",
    r"pictures? on the wall|posters?|gloves|laptop|keyboard|handkerchief|heart on": "",
    r"pie|roll|bag|bell|fishing|tasting|saucer|lunch|dinner|wine|window sill|counter|dishes|bandage|bottle": "",
}
"""By what a scene names: what must be drawn around it or be in hand; nothing where it cannot be drawn."""
OF_THEM = ("{first}", "{their}", "somebody who", "are offered")
SCENES = [(words.id, n, scene) for words in (*moves().values(), own_move()) for n, scene in enumerate(words.dates)]


def told(scene) -> str:
    return f"{scene.you} {scene.they} {scene.what} {scene.then}"


@pytest.mark.parametrize(("move", "number", "scene"), SCENES, ids=lambda value: value if isinstance(value, str) else "")
def test_the_thing_in_hand_is_named_by_the_scene(move, number, scene):
    """All but the cup of any table, and the ring of a proposal, which is one in whatever words."""
    if scene.prop != "cup" and (move, scene.prop) != ("propose", "ring"):
        assert re.search(NAMED_BY[scene.prop], told(scene), re.IGNORECASE), (move, number, scene.prop, told(scene))


def test_what_they_hold_is_spoken_of_as_theirs():
    """Where the thing is drawn in their hands, they name it, or it is told of them, or you speak to them of it."""
    theirs = [(move, n, scene) for move, n, scene in SCENES if scene.held == "them"]
    assert theirs
    for move, number, scene in theirs:
        told_of = [s for s in (scene.what, scene.then) if any(mark in s for mark in OF_THEM)]
        words = " ".join((scene.you, scene.they, *told_of))
        assert re.search(NAMED_BY[scene.prop], words, re.IGNORECASE), (move, number)
        assert scene.prop != "cup"


@pytest.mark.parametrize(
    ("named", "props"),
    [
        (r"\balbum", {"album"}),
        (r"\bmegaphone", {"megaphone"}),
        (r"\bticket", {"ticket"}),
        (r"\b(tele)?phone\b", {"phone"}),
        (r"\bflower", {"flowers"}),
        (r"\bslice|piece of cake|\bcherry", {"cake"}),
        (r"\bbook\b", {"book"}),
        (r"\ba mirror\b", {"mirror"}),
        (r"\bthis ring\b|\bthe ring\b", {"ring"}),
    ],
)
def test_a_thing_that_is_named_is_drawn(named, props):
    """Where the words put one of the drawn things on the table, no other thing is drawn in its place."""
    found = [(move, n, scene) for move, n, scene in SCENES if re.search(named, told(scene), re.IGNORECASE)]
    assert found
    assert [(move, n, scene.prop) for move, n, scene in found if scene.prop not in props] == []


def test_nobody_scowls_over_a_move_that_is_well_taken_or_open():
    """Haste, vanity and a shout are drawn on your face only where the other one has enough of them."""
    for move, number, scene in SCENES:
        face = your_face(move, scene.mood, scene.prop)
        if scene.mood not in UNWELCOME and scene.prop in PUSHING:
            assert face in {"warm", "sorry"}, (move, number)
        if move == "apologise":
            assert face == "sorry"


def test_you_do_not_smile_into_a_face_that_has_enough_unless_you_are_busy_with_yourself():
    """With a cup, a cake or a ring in hand you see how it is taken; behind a megaphone or an album you do not."""
    seen = 0
    for move, number, scene in SCENES:
        busy = scene.held == "you" and (scene.prop in PUSHING or scene.prop == "megaphone")
        if scene.mood in UNWELCOME and not busy and scene.prop not in PUSHING:
            seen += 1
            face = your_face(move, scene.mood, scene.prop) or drawing("props", scene.prop).fact("expression")
            assert face not in {"warm", "beaming", "delighted", "smug", "hopeful"}, (move, number)
    assert seen > 30


@pytest.mark.parametrize(("move", "number", "scene"), SCENES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_a_scene_names_is_drawn(move, number, scene):
    """Weather, things on the table and the wall, and people: named in the words, declared in the scene."""
    shown = {scene.prop, *scene.around}
    for named, drawn in DRAWN_BY.items():
        found = re.search(rf"(?<![a-z])({named})(?![a-z])", told(scene), re.IGNORECASE)
        if found:
            assert shown & set(drawn.split("|")), f"{move} {number} names “{found[0]}”; draw it ({drawn}) or reword it"


@pytest.mark.parametrize(("move", "number", "scene"), SCENES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_cup_that_is_named_stands_before_the_one_who_has_it(move, number, scene):
    """Whoever holds another thing has no cup: the picture gives it to the one whose hands are free."""
    if re.search(r"\bcup\b", scene.then) and "{first}" in scene.then:
        assert scene.held == "you", (move, number)
    if re.search(r"\b(your|own) cup\b", told(scene)):
        assert scene.prop == "cup" or scene.held == "them", (move, number)


HANDS = {
    r"middle of a sip|lifts? (a|the) cup|takes the cup|puts down the cup|not put the cup down": "cup_in_hands",
    r"turns the cup|has put down the cup": "cup_in_hands|cup_on_table",
    r"folds? (both|\{their\}) arms": "arms_folded",
    r"cheek on one hand": "cheek_on_hand",
    r"(raises|holds up|lifts) (a|one) hand|waves": "hand_raised",
    r"leans (in|back|forward)|leaning|finger goes up|two fingers|tell it with": "",
    r"shakes hands|pats your|on the table with": "",
}
"""By what is told of the other one’s hands and back: what the picture must show of it; nothing where none does."""


@pytest.mark.parametrize(("move", "number", "scene"), SCENES, ids=lambda value: value if isinstance(value, str) else "")
def test_hands_that_are_told_of_are_drawn(move, number, scene):
    """Nobody waves or draws on the table with both hands round a cup; what you hold up, you do not put down."""
    shows = set() if scene.held == "them" else set(drawing("poses", scene.mood).fact("shows").split())
    for said, facts in HANDS.items():
        for sentence in re.split(r"(?<=[.!?]) ", f"{scene.what} {scene.then}"):
            if "{first}" in sentence and re.search(said, sentence):
                assert shows & set(facts.split("|")), f"{move} {number}: “{sentence}” is not drawn"
    if scene.held == "you":
        assert not re.search(
            rf"put (the )?({NAMED_BY.get(scene.prop, 'cup')}) down|put down the {scene.prop}", scene.what
        )


def test_a_move_to_everybody_is_never_drawn_as_a_talk_of_two():
    """A post, a blast and praise from the stage are seen by others, and the picture shows them."""
    for move, number, scene in SCENES:
        if moves().get(move) and moves()[move].group == "all":
            assert {"room", "queue", "next_table"} & set(scene.around), (move, number)


@pytest.mark.parametrize("place", names("places"))
def test_elsewhere_nothing_of_the_cafe_is_named_or_drawn(place):
    """On a bench, at a party, at a stall: no window to rain at, no waiter, no wall with a clock."""
    there = [(move, n, scene) for move, n, scene in SCENES if place in scene.around]
    assert len(there) >= 8
    indoors = {n for n in names("around") if drawing("around", n).fact("place") in {"window", "wall", "waiter"}}
    for move, number, scene in there:
        assert not indoors & set(scene.around), (move, number)
        assert not re.search(r"\b(café|window|wall|waiter|menu|shelf)\b", told(scene)), (move, number)
        if place != "party":
            assert not re.search(r"\b(table|chairs?)\b", told(scene)), (move, number)


def test_every_surrounding_can_be_drawn_and_is_used():
    """What scenes have around the table is drawn, and nothing is drawn that no scene has."""
    used = {name for _, _, scene in SCENES for name in scene.around}
    assert set(get_args(Surrounding)) == set(surroundings())
    assert set(surroundings()) == used


def test_a_friend_who_is_named_is_the_one_who_is_drawn():
    """Whoever the words of an introduction name sits between the two, with their own face, in window and room."""
    game = session("first_hello", 3)
    now = game.playthrough
    named = {person.name: person.look for person in now.people.values()}
    seen = 0
    for follower in now.compiled.ids:
        for move in now.compiled.rules.moves.ids[1:]:
            line = Mirror(now, follower).line(move)
            if line.friend_look < 0:
                continue
            words = f"{line.you} {line.they} {line.what} {line.then}"
            assert line.friend_look in {look for name, look in named.items() if name in words}
            assert line.in_hand.endswith(f".{line.friend_look}")
            seen += 1
    assert seen
