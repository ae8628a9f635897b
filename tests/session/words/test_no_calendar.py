"""No line says which day of the week it is: it can be said on any, and the page beside it shows the real one."""

import re

import pytest

from game.resources import ASSETS, SCENARIOS

FILES = [*SCENARIOS.rglob("*.yaml"), *(ASSETS / "builtin").glob("*.yaml"), *(ASSETS / "starters").glob("*.yaml")]
DAY = r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_line_names_the_day_it_is(path):
    """Neither “It is Tuesday” nor “Today is Friday”, nor a post that begins with a day and its weather."""
    text = path.read_text(encoding="utf-8")

    found = re.search(rf"\b([Ii]t is|[Tt]oday is|[Tt]his is a) {DAY}\b|\b{DAY}, (rain|sun|snow)\b", text)
    assert found is None, found
