"""The date mirror of a question before it answers: how many of ten would say yes?"""

from dataclasses import replace

from game.session.date_lines import DateLine
from game.session.entries import ODDS_BANDS
from game.session.seen.odds_guessed import band_told
from game.session.seen.odds_told import NO_VERDICT
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY
from game.ui.drawing.widgets import button
from game.ui.play.play_actions import SayHowMany

ASKING = "Shall I ask now?"
GO_BY = "Go by what you have seen and heard: what is needed, how warm it has been, and how long ago that was."
SHOW, BETWEEN = 150.0, 8.0


def before_it_answers(date: DateLine) -> DateLine:
    """A scene that gives nothing away: the two at the table, and what you ask yourself.

    Args:
        date: the scene that will answer.
    """
    return replace(
        date, you=ASKING, they="", what="", then="", mood=NO_VERDICT, prop="cup", held="you", face="", around=(),
        friend_look=-1, although="",
    )  # fmt: skip


def guessing_texts(first: str) -> tuple[str, str]:
    """What is asked, and what to go by.

    Args:
        first: name of the one who is to be asked.
    """
    return f"Of ten people who have shown what {first} has shown, how many would say yes?", GO_BY


def guessing_foot(sheet: Sheet, foot: Box) -> None:
    """Draw the answers to choose from, and the way past them."""
    row = foot.moved(0, -52)._replace(h=44) if sheet.narrow else foot._replace(w=foot.w - SHOW - 2 * BETWEEN)
    for band, spot in enumerate(columns(row, len(ODDS_BANDS), BETWEEN)):
        label = "–".join(map(str, ODDS_BANDS[band]))
        button(sheet, f"mirror.band.{band}", spot, label, SayHowMany(band), key=str(band + 1), size=BODY,
               show_key=not sheet.narrow and spot.w > 84, spoken=f"{band_told(band)} of ten".capitalize())  # fmt: skip
    show = foot if sheet.narrow else Box(foot.right - SHOW, foot.y, SHOW, foot.h)
    button(sheet, "mirror.show", show, "Show me", SayHowMany(), style="primary", icon="cup", key="Enter", show_key=True,
           spoken="Show me how it would be, without an answer")  # fmt: skip
