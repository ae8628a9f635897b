"""A part of the contact sheets can be drawn by the name of a sheet or of a picture."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from contact_sheet import Sheet, chosen

SHEETS = [
    Sheet("faces", 4, (40, 40), [("0 calm", "<svg/>"), ("1 warm", "<svg/>")]),
    Sheet("stills", 4, (40, 40), [("laptop", "<svg/>"), ("street", "<svg/>")]),
]


@pytest.mark.parametrize(
    ("only", "drawn"),
    [
        ([], {"faces": ["0 calm", "1 warm"], "stills": ["laptop", "street"]}),
        (["faces"], {"faces": ["0 calm", "1 warm"]}),
        (["lap*"], {"stills": ["laptop"]}),
        (["faces", "street"], {"faces": ["0 calm", "1 warm"], "stills": ["street"]}),
        (["s*"], {"stills": ["laptop", "street"]}),
        (["nobody"], {}),
    ],
)
def test_sheets_and_pictures_are_chosen_by_name(only, drawn):
    """The name of a sheet takes it whole, that of a picture the picture; no name takes everything."""
    assert {sheet.title: [name for name, _ in sheet.pictures] for sheet in chosen(SHEETS, only)} == drawn
