"""What can be shown in the window, and what `check` says cannot, is the same."""

import unicodedata

import pygame
import pytest

from game.resources import SCENARIOS
from game.scenario.lint.linting import examine
from game.scenario.texts.writing import can_be_shown, has_no_shape
from game.ui.drawing.lettering import NO_LETTER, Fonts, Lettering, printable

DEFECTIVE = {"Cn", "Co", "Cs", "Cc", "Cf"}


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    pygame.font.init()
    return Lettering()._font(16, 500)


def picture(font, letter):
    if not font.size(letter)[0]:
        return b""
    return pygame.image.tobytes(font.render(letter, False, (0, 0, 0)), "RGBA")


def test_the_fonts_have_every_letter_that_is_promised(fonts):
    """No character of which `check` says nothing is drawn as an empty box."""
    boxes = {font: picture(font, NO_LETTER) for font in (fonts.main, fonts.other)}
    missing = []
    for code in range(0x20, 0x3000):
        letter = chr(code)
        if can_be_shown(letter) and unicodedata.category(letter) not in DEFECTIVE:
            runs = list(fonts.runs(unicodedata.normalize("NFC", letter)))
            missing += [letter for font, run in runs if picture(font, run) == boxes[font]]
    assert not missing


@pytest.mark.parametrize(
    "words", ["Nguyễn Thị Hiền", "Кафе Утро", "Қазақ", "Ђорђе", "Ὦ φίλε", "Łódź", "İstanbul", "Straße", "₺ € ₽ ₴ → ≤"]
)
def test_writings_that_are_promised_are_shown_letter_for_letter(words):
    """Names of many peoples stay as they were written."""
    pygame.font.init()
    assert printable(words) == words
    assert all(can_be_shown(c) for c in words)


def test_accents_that_were_typed_apart_are_joined():
    """The font has letters with their accents, and no loose ones."""
    apart = unicodedata.normalize("NFD", "Nguyễn Ödön")
    assert printable(apart) == "Nguyễn Ödön"


def test_nothing_vanishes():
    """What has no picture keeps its place, so that a name is never empty; joiners and selectors have none to keep."""
    for letter in "東ع🙂あ한ไ":
        assert printable(f"a{letter}b") == f"a{letter}b"
        assert not can_be_shown(letter)
    assert printable("❤" + chr(0xFE0F)) == "❤"
    assert all(has_no_shape(chr(c)) for c in (0x200D, 0xFE0F, 0xE0101))


@pytest.mark.parametrize("text", ["\u034f", "\u200b", "\u0301", "a\u034f", "\u115f", "\x00", "\ud800", "\u2028"])
def test_no_text_is_too_odd_to_be_drawn(text):
    """Characters without a width, marks without a letter, halves of characters: the window goes on."""
    pygame.font.init()
    surface, _ = Lettering().render(text, 15, 700, "#000000")
    assert surface.get_height() > 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Ada 🚲 Quist", "“🚲” (U+1F6B2, bicycle) cannot be shown in the window."),
        ("カフェ", "“カ” (U+30AB, katakana letter ka) cannot be shown in the window; nor can 2 others in this text."),
        ("قهوة", "“ق” (U+0642, arabic letter qaf) cannot be shown in the window; nor can 3 others in this text."),
    ],
)
def test_check_says_what_cannot_be_shown(tmp_path, given, told):
    """The character, its name and its place, also when it stands in the middle of a line."""
    file = tmp_path / "scenario.yaml"
    file.write_text(
        f"scenario_format: 1\ntitle: X\nbusiness: {{name: A, trade: B}}\nfollowers:\n  ada: {{name: {given}}}\n",
        encoding="utf-8",
    )
    (found,) = [p for p in examine(file).problems if p.code == "text-glyph"]
    assert found.message == told
    assert (found.severity, found.line) == ("warning", 5)
    assert found.excerpt[found.column - 1] == told[1]


def test_check_is_silent_about_what_is_shipped():
    """No shipped text has a sign that the font lacks."""
    for file in (*SCENARIOS.glob("*.yaml"),):
        assert not [p for p in examine(file).problems if p.code == "text-glyph"], file
