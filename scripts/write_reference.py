"""Writes the reference of the scenario format and the page of words. Run it with the Python of the environment."""

from pathlib import Path

from game.authoring.every_word import every_word
from game.authoring.reference import reference

DOCS = Path(__file__).resolve().parent.parent / "docs"


def write(page: Path, what: str, text: str) -> None:
    """Puts a text between the two marks of a page."""
    begin, end = f"<!-- {what} -->\n\n", f"\n\n<!-- end of the {what} -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(before + begin + text + end + after, encoding="utf-8")


write(DOCS / "scenario-format.md", "reference", reference())
write(DOCS / "words.md", "words", every_word())
