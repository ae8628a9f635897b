"""Words and icons of the pages of play."""

from game.art.icon_names import (
    FORMATS,
    GROUP_ICONS,
    MOVES,
    NOTICED,
    SIGNALS,
    format_icon,
    icon_of,
    noticed_icon,
    signal_icon,
)
from game.art.icons import icon_svg
from game.session.words.hours_text import hours_text


def test_every_icon_that_is_named_exists():
    names = {*MOVES.values(), *SIGNALS.values(), *NOTICED.values(), *FORMATS, *GROUP_ICONS.values()}
    names |= {icon_of("new"), signal_icon("new"), noticed_icon("new"), format_icon("new")}
    for name in names:
        assert icon_svg(name, "#000000").startswith("<svg")


def test_words_for_hours():
    assert [hours_text(h) for h in (0.0, 0.1, 0.4, 1.0, 1.25, 2.5)] == [
        "Free",
        "6 min",
        "24 min",
        "60 min",
        "75 min",
        "150 min",
    ]
