"""What is said of something that was shared is true of whatever it may be: nobody reads a film or watches a text."""

import re

import pytest
import yaml

from game.resources import ASSETS

ONE_FORMAT = re.compile(
    r"\b(reads?|reading|printed|margin|leaf(ed)?|paragraph|watch(ed)?|listen(ed)?|a picture|pages? of it)\b",
    re.IGNORECASE,
)
SHARED = {"share_resource", "post_helpful", "post_story"}
MESSAGES = {"wrote_again"}  # claims that speak of messages, and not of what was shared


def said_of_shares():
    """Lines that answer something shared, whatever its format."""
    signals = yaml.safe_load((ASSETS / "builtin" / "signals.yaml").read_text(encoding="utf-8"))

    def lines(value, path=""):
        if isinstance(value, dict) and "say" in value:
            when = value.get("when", {})
            if (
                SHARED & set(when.get("answering", ()))
                and "format" not in when
                and not MESSAGES & set(when.get("claims", ()))
            ):
                yield from ((path, line) for line in value["say"])
        elif isinstance(value, dict):
            for name, inner in value.items():
                yield from lines(inner, path or name)
        elif isinstance(value, list):
            for inner in value:
                yield from lines(inner, path)

    return list(lines(signals))


def test_no_line_that_suits_any_format_names_one():
    found = said_of_shares()

    assert len(found) > 100
    assert [(signal, line) for signal, line in found if ONE_FORMAT.search(line)] == []


@pytest.mark.parametrize("step", range(7))
def test_what_somebody_does_with_it_at_the_table_suits_any_format(step):
    """The body's words are the same for a film, a picture and a page."""
    evening = yaml.safe_load((ASSETS / "builtin" / "evening.yaml").read_text(encoding="utf-8"))

    assert not [line for line in evening["reading"][step] if ONE_FORMAT.search(line)]
