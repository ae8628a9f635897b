"""The page for agents says what is so: its programs run, and every kind of number that is seen stands in it."""

import re
from pathlib import Path

from game.lab.gym.seeing import AGES, COUNTS, FLAGS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "agents.md").read_text(encoding="utf-8")


def test_its_programs_run(capsys):
    """The blocks of Python, one after the other; the first prints a score."""
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        exec(block, names)

    assert 0.0 <= float(capsys.readouterr().out) <= 100.0


def test_it_names_all_that_is_seen():
    """Flags, ages and counts of the observation."""
    assert [name for name in (*FLAGS, *AGES, *COUNTS) if f"`{name}`" not in PAGE] == []
