"""Writes the reference of the scenario format into its page. Run it with the Python of the environment."""

from pathlib import Path

from game.authoring.reference import reference

PAGE = Path(__file__).resolve().parent.parent / "docs" / "scenario-format.md"
BEGIN, END = "<!-- reference -->\n\n", "\n\n<!-- end of the reference -->"

text = PAGE.read_text(encoding="utf-8")
before, _, rest = text.partition(BEGIN)
_, _, after = rest.partition(END)
PAGE.write_text(before + BEGIN + reference() + END + after, encoding="utf-8")
