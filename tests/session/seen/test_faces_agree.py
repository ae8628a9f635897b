"""No glad text stands beside a despairing face, and no cold one beside a beaming one, for every tell."""

import itertools

import pytest

from game.art.drawings import drawing, names
from game.art.evenings.moment_places import PLACES
from game.model import Signal
from game.model.signals import TELLS
from game.scenario.texts.builtin import moves
from game.scenario.texts.evening_words import evening_words
from game.session.seen.night.body import OF_SIGNALS, OF_TELLS, STILL, at_the_bar, body_of, contradicts, heaviest_of
from game.session.seen.night.lines_drawn import FREE, lines_and_poses, step_shown, told_beside
from game.session.seen.night.moment_kinds import moments_of
from game.session.seen.night.poses import AT_THE_BAR, FACES
from game.session.story.tells_told import in_keeping
from game.session.view import ThreadItem
from game.ui.play.screens.night.night_rows import mood_of

DARK = {"cool", "weary", "glancing", "downcast", "shocked", "searching", "impatient", "sorry", "taken_aback", "puzzled"}
BRIGHT = {"beaming", "delighted", "warm", "hopeful"}
PLAIN = {"neutral", "reading", "shouting", "smug"}
DAY = 5
DONE = [signal.id for signal in Signal if signal.id in OF_SIGNALS]
EVENINGS = [(), *((one,) for one in DONE), *itertools.combinations(DONE, 2)]
"""What somebody may do beside the body: nothing, a reaction, a matter of their own, or both."""
MOVES = ("", "answer", "apologise", "small_offer", "propose", "ask_to_share", "share_resource")


def test_every_face_is_glad_or_dark_or_neither():
    """A new drawing has to be sorted before it can stand beside a text."""
    assert {*names("faces")} == DARK | BRIGHT | PLAIN
    assert not (DARK & BRIGHT) | (DARK & PLAIN) | (BRIGHT & PLAIN)


def side_of_face(pose: str, face: str) -> int:
    mien = face or drawing("bodies", pose).fact("expression")
    return (mien in BRIGHT) - (mien in DARK)


def told(tell: Signal, done: tuple[str, ...], move: str) -> str:
    """The tell whose words are told of such an evening."""
    return in_keeping(tell, done, move).id


def faces(tell: str, done: tuple[str, ...], move: str, reads: bool) -> set[tuple[str, str]]:
    """Every drawing that may show such an evening: at a table, at the bar, in the picture of a moment."""
    signals = [*done, tell]
    step = body_of(signals)
    made = [ThreadItem(DAY, "me", move, "…")] if move in moves() else []
    came = [(signal, move) for signal in signals]
    found = set()
    for moment in (*moments_of(made, made, came, DAY), ""):
        if moment in PLACES:
            found.add((PLACES[moment].them.body, PLACES[moment].them.face))
            continue
        gesture = heaviest_of(signals)
        if (gesture in FREE) or contradicts(gesture, step, told=True):
            gesture = ""
        kinds = lines_and_poses(evening_words(), gesture, step_shown(step, moment), reads=reads, did=signals)
        for lines, poses in kinds:
            shown = [told_beside(lines, poses, turn, moment) for turn in range(len(lines) * len(poses))]
            if any(shown):
                found |= {pose for line in shown for _, pose in line}
                break
    if at_the_bar(signals) in OF_TELLS:
        found.add((AT_THE_BAR, FACES[step]))
    return found


@pytest.mark.parametrize("reads", [True, False], ids=["reads", "listens"])
@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("tell", TELLS, ids=[tell.id for tell in TELLS])
def test_no_text_stands_beside_the_contrary_face(tell, move, reads):
    """“Wrote your name on the calendar” is told of nobody who sits there with the head on one hand, weary."""
    for done in EVENINGS:
        words = told(tell, done, move)
        side = (OF_TELLS[words] > STILL) - (OF_TELLS[words] < STILL)
        shown = faces(words, done, move, reads)
        assert shown, (words, done)
        wrong = [pose for pose in shown if side * side_of_face(*pose) < 0]
        assert not wrong, (words, done, move, wrong)


@pytest.mark.parametrize("tell", TELLS, ids=[tell.id for tell in TELLS])
def test_the_small_face_beside_a_row_is_not_the_contrary_of_what_the_row_tells(tell):
    """Nor is the head of somebody in the list of the night."""
    for done in EVENINGS:
        words = told(tell, done, "")
        mood = mood_of([*done, words])
        side = OF_TELLS[words] - STILL
        assert not (side > 0 and mood == "weary"), (words, done)
        assert not (side < 0 and mood == "delighted"), (words, done)


def test_words_go_no_further_than_the_middle_where_they_must_give_way():
    """A tell is made milder beside a plain word, and never turned round."""
    for tell, done in itertools.product(TELLS, EVENINGS):
        before, after = OF_TELLS[tell.id] - STILL, OF_TELLS[told(tell, done, "")] - STILL
        assert after in {before, 0}
