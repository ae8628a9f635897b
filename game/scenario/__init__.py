"""Scenario files: YAML text to a checked, frozen `Scenario`, with every mistake told in the author's words."""

from game.scenario.loading import Loaded, check, content_hash, load, load_text
from game.scenario.problems import Problem
from game.scenario.schema import Scenario

__all__ = ["Loaded", "Problem", "Scenario", "check", "content_hash", "load", "load_text"]
