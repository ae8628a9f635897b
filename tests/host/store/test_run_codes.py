"""A code of a run comes from a stranger: whatever it says, it is played as it was, or refused with a sentence."""

import base64
import json
import zlib

import pytest

from game.errors import RecordError
from game.host.store.run_records import CODE, code_of_run, repeated_code, run_code_from
from tests.host.rooms import day_ended, started

ODD = (None, True, -1, 2**32, 1e308, float("inf"), "x", "9" * 300, [], {})
PLACES = ("/etc/passwd", "../../etc/passwd", "first_hello.yaml", "a b", "", "x" * 500)
ENTRIES = (
    [{"kind": "undo", "to": 1}],
    [{"kind": "reload", "days": 1}],
    [{"kind": "nothing"}],
    [{"kind": "plan", "move": "look_around", "who": "edda", "content": "", "other": "nobody"}, {"kind": "end_day"}],
    [{"kind": "plan", "move": "look_around", "who": "edda", "content": "x", "other": ""}],
    [{"kind": "end_day"}] * 50,
    [[[]]] * 3,
    "end_day",
    7,
)


@pytest.fixture(scope="module")
def room():
    return day_ended(started(1), "g1")


def body_of(room):
    packed = code_of_run(room, room.guests["g1"]).removeprefix(CODE)
    return json.loads(zlib.decompress(base64.b32decode(packed + "=" * (-len(packed) % 8))))


def coded(body) -> str:
    return CODE + base64.b32encode(zlib.compress(json.dumps(body).encode())).decode().rstrip("=")


def test_a_code_that_was_not_touched_is_played(room):
    body = body_of(room)

    assert repeated_code(run_code_from(coded(body)), room.begun.compiled).day == 2


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *((place, value) for place in (2, 3, 4) for value in ODD),
        *((0, value) for value in (*PLACES, None, 7, [])),
        *((place, value) for place in (1, 6) for value in (None, 7, [], {})),
        *((5, value) for value in ENTRIES),
    ],
    ids=repr,
)
def test_a_code_that_says_something_odd_is_refused(room, place, value):
    body = body_of(room)
    body[place] = value

    with pytest.raises(RecordError):
        repeated_code(run_code_from(coded(body)), room.begun.compiled)


@pytest.mark.parametrize("body", [[], {}, 7, "x", None, [1, 2], list(range(9))], ids=repr)
def test_a_code_of_another_shape_is_refused(body):
    with pytest.raises(RecordError):
        run_code_from(coded(body))
