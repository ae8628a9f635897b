"""What `freshness` and `legibility` come to stands first, and is what stands below the figures."""

import re

import pytest

from game.resources import ASSETS
from tests.cli.test_commands import courtship


@pytest.mark.parametrize("command", ["freshness", "legibility"])
def test_the_first_line_counts_the_things_to_mend(command):
    """As many as are told at the end, by their codes; where there are none, it says what is good."""
    more = ("--plays", "2") if command == "freshness" else ()
    told = courtship(command, str(ASSETS / "starters" / "bakery.yaml"), "-n", "40", *more, COLUMNS="160").stdout
    first, rest = told.split("\n", 1)
    codes = re.findall(r"\[([a-z-]+)\]", rest)

    if codes:
        assert first.startswith(f"{len(codes)} thing")
        assert {code.strip(" .") for code in first.split(":", 1)[1].split(",")} == set(codes)
    else:
        assert first.endswith(("are new.", "to ask."))
