"""The map of the Workshop has words for every kind of link that a scenario can have."""

import inspect
import re

from game.authoring import map as scenario_map_module
from game.ui.workshop.screens.scenario_map import WORDS


def test_every_link_of_a_map_can_be_told():
    """Kinds of links as they are made: a new one without words would end the window."""
    made = inspect.getsource(scenario_map_module)
    kinds = set(re.findall(r'Link\([^)]*, "([a-z ]+)"\)', made)) | set(
        re.findall(r'self\.hang\([^)]*"([a-z ]+)"\)', made)
    )
    kinds |= set(re.findall(r'\.hang\([^)]*"([a-z ]+)"\)', made))

    assert {"follows", "unless", "if chosen", "knows"} <= kinds
    assert kinds <= WORDS.keys()
