"""A scenario with its translation."""

from pathlib import Path

SCENARIO = """scenario_format: 1
title: The Boat
business: {name: Barge 4, trade: floating café, offer: breakfast on Sundays}
followers:
  mara:
    name: Mara Lind
    bio: Night nurse.
    notes: For trainers only.
    loves: {rivers: 80}
teaches: {listen: Listen first.}
content:
  dawn: {title: Dawn, format: photo, about: [rivers], text: "Fog, then geese."}
timeline:
  flood:
    title: The flood
    day: 3
    text: |
      The water rises.
      The boat does too.
    choices:
      - {label: Stay, reply: Good.}
      - {label: Leave, reply: Good.}
words: {drink: [a tea, a coffee]}
lines:
  thanks:
    - Thank you for {drink}.
    - {text: "{they} said thanks.", by: [mara]}
"""


PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "title"
msgid "The Boat"
msgstr "Das Boot"

msgctxt "timeline.flood.text"
msgid ""
"The water rises.\\n"
"The boat does too."
msgstr ""
"Das Wasser steigt.\\n"
"Das Boot auch."

msgctxt "timeline.flood.choices.label"
msgid "Stay"
msgstr "Bleiben"

msgctxt "lines.thanks"
msgid "Thank you for {drink}."
msgstr "Danke für {drink}."

msgctxt "lines.thanks"
msgid "{they} said thanks."
msgstr "Danke, hieß es."
"""


def edit_po(folder: Path, old: str, new: str) -> None:
    path = folder / "lang" / "de.po"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
