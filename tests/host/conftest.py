"""Rooms to test with, each in a folder of its own, and clients of their pages."""

import pytest

from tests.host.servers import Clock, hall_in, served


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def hall(tmp_path, clock):
    """A room that plays together."""
    return hall_in(tmp_path, "together", clock=clock)


@pytest.fixture
def client(hall, clock):
    """A browser's requests to `hall`."""
    with served(hall, clock) as client:
        yield client


@pytest.fixture
def each(tmp_path, clock):
    """A room in which each plays their own game, and its client."""
    hall = hall_in(tmp_path, "each", clock=clock)
    with served(hall, clock) as client:
        yield hall, client


@pytest.fixture
def together(hall, client):
    """A room that plays together, and its client."""
    return hall, client
