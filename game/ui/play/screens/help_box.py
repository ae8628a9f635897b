"""How to play, and the keys."""

from game.coach.looking_back.score_told import COUNTED
from game.ui.common.hand_keys import key_for
from game.ui.common.shared_actions import turn_dialog
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, SEMI
from game.ui.drawing.widgets import icon_tile, key_cap, segmented
from game.ui.play.play_state import HelpBox

ADVICE = (
    (
        "people",
        "People follow you for reasons of their own",
        "Some are polite, some are neighbours, some want to sell you something. Few want to buy. Find out who is who.",
    ),
    (
        "bolt",
        "Your time is short",
        (
            "Each day has a few hours. A follower gets at most one move a day; a post reaches everybody. You "
            "cannot court them all."
        ),
    ),
    (
        "moon",
        "Nothing is sent before the day ends",
        "Plan your moves, take them back, change your mind. When the day ends, the night shows how they took it.",
    ),
    (
        "look",
        "Read the signals",
        (
            "There is no meter for trust. Long answers, questions, shares with a kind word, silence: that is "
            "what you have."
        ),
    ),
    (
        "cup",
        "When in doubt, look into the date mirror",
        "It shows a move as it would be at a café table. What is odd there is odd online, too.",
    ),
    (
        "notebook",
        "Keep your notebook",
        (
            "Write down whom you take somebody for, and how sure you are. After the last day you see how well "
            "you read them."
        ),
    ),
    (
        "heart",
        "Ask when the time has come",
        (
            "Too early costs trust, and others see it. Too late, and they have bought elsewhere. For many, a "
            "sale is not the happy end."
        ),
    ),
    ("flag", "How it is counted", COUNTED),
)

KEYS = (
    ("1 … 6", "take up a move; in lists, choose"),
    ("D", "the date mirror of the move taken up"),
    ("Enter", "press what the ring is on; else plan the move, or go on"),
    ("P", "the plan of the day"),
    ("E", "end the day; there {D} and {F} let days pass, and {X} ends the game here"),
    ("↑ ↓", "another follower"),
    ("← →", "another group of moves; with the ring on a move, the next one"),
    ("N", "the notebook"),
    ("T", "the thread, or your posts"),
    ("G", "what this run is about, and its goals"),
    ("B", "back over the nights, to read one again"),
    ("Esc", "close, or drop what you began"),
    ("Ctrl Z", "undo the last step of the plan; else ask to go back a day"),
    ("Tab", "to the next spot or row; with Shift, back; arrows within a row"),
    ("PgUp PgDn", "scroll"),
    ("J", "the hint of the day, where the settings allow hints"),
    ("R", "what if: compare two choices for somebody, in practice mode"),
    ("M", "the menu and the settings"),
    ("F1", "this help, everywhere; on the title and in a day {H} as well"),
    ("V", "read the screen aloud, everywhere; again: stop"),
    ("Z", "sound off and on, everywhere"),
    ("Ctrl + −", "larger, smaller; Ctrl 0 as it was"),
    ("F11", "full screen"),
)


def guide(sheet: Sheet, model: Model) -> None:
    """Draw the advice to players, or the list of keys."""
    box = model.dialog
    if not isinstance(box, HelpBox):
        return
    body = dialog(sheet, 720, 620, "help_circle", "Help")
    tabs = Box(body.x, body.y, min(body.w, 320), 40)
    segmented(
        sheet,
        "help",
        tabs,
        (("play", "How to play", turn_dialog(tab="play")), ("keys", "Keys", turn_dialog(tab="keys"))),
        box.tab,
        role="tab",
        keys=("Left", "Right"),
    )
    area = Box(body.x, body.y + 52, body.w, body.h - 52)
    (_keys if box.tab == "keys" else _advice)(sheet, area)


def _advice(sheet: Sheet, area: Box) -> None:
    paint, theme = sheet.painter, sheet.theme
    width = area.w - 70
    heads = [paint.height(title, width, BODY, BOLD, leading=1.3) for _, title, _ in ADVICE]
    sizes = [head + 6 + paint.height(text, width, 14) + 16 for head, (_, _, text) in zip(heads, ADVICE, strict=True)]
    with sheet.scroll("help.play", area, sum(sizes)) as start:
        y = start
        for (icon, title, text), head, size in zip(ADVICE, heads, sizes, strict=True):
            icon_tile(sheet, icon, Box(area.x, y + 2, 40, 40), "soft")
            paint.paragraph(title, area.x + 54, y + 2, width, BODY, theme.text, BOLD, leading=1.3)
            paint.paragraph(text, area.x + 54, y + 4 + head, width, 14, theme.muted)
            y += size


def _keys(sheet: Sheet, area: Box) -> None:
    paint, theme = sheet.painter, sheet.theme
    listed = [(keys, text.format(**{key: key_for(sheet.hand, key) for key in "HDFX"})) for keys, text in KEYS]
    left = 118.0 if sheet.narrow else 184.0
    width = area.w - left - 10
    sizes = [max(62.0 if sheet.narrow and "PgDn" in keys else 36.0, paint.height(text, width, BODY, SEMI) + 15)
             for keys, text in listed]  # fmt: skip
    with sheet.scroll("help.keys", area, sum(sizes) + 8) as start:
        y = start
        for (keys, text), size in zip(listed, sizes, strict=True):
            x = area.x
            for number, key in enumerate(keys.split(" ")):
                if number and key.startswith("Pg") and sheet.narrow:
                    x = area.x
                    key_cap(sheet, key, x, y + 44, left=True)
                elif key != "…":
                    x += 6 + key_cap(sheet, key, x, y + 18, left=True, fixed=keys.startswith("Ctrl"))
                else:
                    paint.text(key, x + 2, y + 18, BODY, theme.muted, SEMI)
                    x += 20
            paint.paragraph(text, area.x + left, y + 18 - BODY * 0.69, width, BODY, theme.text, SEMI)
            y += size
