"""A browser for each module, and rooms to look at with it."""

import pytest


@pytest.fixture(scope="module")
def browser():
    from tests.host.web.browsing import launched

    with launched() as found:
        yield found


@pytest.fixture(params=["each", "together"])
def any_room(tmp_path, request):
    from tests.host.web.browsing import running

    with running(tmp_path, request.param) as room:
        yield room


@pytest.fixture
def together(tmp_path):
    from tests.host.web.browsing import running

    with running(tmp_path, "together") as room:
        yield room


@pytest.fixture
def each(tmp_path):
    from tests.host.web.browsing import running

    with running(tmp_path, "each") as room:
        yield room
