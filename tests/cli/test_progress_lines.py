"""Long work tells how far it is where no bar can be seen: a line now and then, as into a file."""

import io

import pytest

from game.terminal import SECONDS_BETWEEN_LINES, Terminal


@pytest.fixture
def lines():
    """What a bar of a hundred steps prints into a file, `seconds` a step."""

    def printed(seconds, *, disable=False):
        console = Terminal()
        console.file = io.StringIO()
        bar = console.progress(disable=disable)
        clock = [1000.0]
        bar.get_time = lambda: clock[0]
        with bar:
            task = bar.add_task("reading", total=100)
            for step in range(100):
                clock[0] += seconds
                bar.advance(task) if step % 2 else bar.update(task, advance=1)
        return [line for line in console.file.getvalue().splitlines() if line.strip()]

    return printed


def test_long_work_tells_how_far_it_is_and_how_long_it_will_take(lines):
    """A line for every half a minute, with the steps done and the minutes left."""
    told = lines(SECONDS_BETWEEN_LINES / 5)

    assert told[0].startswith("reading: 5 of 100, about ")
    assert told[0].endswith(" min left")
    assert [int(line.split()[1]) for line in told] == list(range(5, 100, 5))


def test_short_work_and_work_that_is_to_be_silent_tell_nothing(lines):
    """Nobody wants to be told of a second, nor whoever asked for silence."""
    assert lines(SECONDS_BETWEEN_LINES / 200) == []
    assert lines(SECONDS_BETWEEN_LINES, disable=True) == []
