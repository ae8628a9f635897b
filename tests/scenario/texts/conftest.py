"""A folder with a scenario and its translation."""

from pathlib import Path

import pytest

from tests.scenario.texts.translated import PO, SCENARIO


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "boat"
    (home / "lang").mkdir(parents=True)
    (home / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    (home / "lang" / "de.po").write_text(PO, encoding="utf-8")
    return home
