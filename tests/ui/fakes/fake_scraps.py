"""A scrapbook with something in it: scenes, people, an end, and much that was not seen."""

from game.desk.learning.things_to_see import HAPPY
from game.scenario.texts.builtin import ends, moves
from game.session.date_lines import DateLine
from game.session.runs.scrapbook import AlbumPart, Scrap

PARTS = (
    *(AlbumPart("scene", words.title, tuple(d.key for d in words.dates)) for words in moves().values()),
    AlbumPart("person", "The first coffee", tuple(f"coffee/{n}" for n in range(7))),
    AlbumPart("person", "The bakery on the corner", tuple(f"bakery/{n}" for n in range(14))),
    AlbumPart("ending", "Happy ends", tuple(ends()[end] for end in HAPPY)),
)


def _scenes():
    for number, (move, words) in enumerate(list(moves().items())[:4]):
        for turn, date in enumerate(words.dates[: 5 - number]):
            look = (number * 11 + turn * 7 + 1) % 50
            filled = [text.replace("{first}", "Mara") for text in (date.you, date.they, date.what, date.then)]
            line = DateLine(move, *filled, date.mood, date.prop, date.held, "", look, date.around, key=date.key)
            yield Scrap("scene", date.key, "The bakery on the corner", turn + 2, "Mara Lind", look, words.title, line,
                        "2026-05-04")  # fmt: skip


PROBLEM = "3 lines of /home/ada/.local/share/courtship/scrapbook.jsonl cannot be read, and stay as they are."
NAMES = ("Mara Lind", "Omar Haddad", "Wilhelmina Featherstonehaugh-Cholmondeley", "Jae Lindqvist")
SCRAPS = (
    *_scenes(),
    *(
        Scrap("person", f"bakery/{n}", "The bakery on the corner", n + 1, name, n * 9 + 1,
              "Bakes at five, walks the dog at six. Rye, rain and radio plays.", None, "2026-05-04")
        for n, name in enumerate(NAMES)
    ),
    Scrap("person", "mine/ada", "My own scenario", 3, "Ada", 12, "Keeps bees.", None, "2026-05-05"),
    Scrap("ending", next(iter(ends().values())), "The bakery on the corner", 28, "Mara Lind", 1,
          next(iter(ends().values())), None, "2026-05-06"),
)  # fmt: skip
