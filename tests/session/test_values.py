"""What a session hands out are values: nobody who holds one can change it under somebody else's hands."""

import dataclasses
import importlib
import pkgutil
from types import ModuleType

import pytest

import game.coach
import game.engine
import game.session


def _modules(package: ModuleType) -> list[str]:
    return [m.name for m in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]


MODULES = [name for package in (game.session, game.coach, game.engine) for name in _modules(package)]


@pytest.mark.parametrize("name", MODULES)
def test_every_dataclass_is_frozen(name):
    """Of the session, the coach and the engine; what a module builds with inside is its own."""
    module = importlib.import_module(name)
    found = [
        value.__name__
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == name and dataclasses.is_dataclass(value)
        and not value.__name__.startswith("_") and not value.__dataclass_params__.frozen
    ]  # fmt: skip
    assert found == []
