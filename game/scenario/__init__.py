"""Scenario files: YAML text to a checked, frozen `Scenario`, with every mistake told in the author's words."""

from game.scenario.catalogue import ScenarioCard, catalogue
from game.scenario.conditions import in_words
from game.scenario.defaults import filled
from game.scenario.loading import Loaded, check, content_hash, load, load_text
from game.scenario.problems import Problem
from game.scenario.report import render, report
from game.scenario.schema import Scenario

__all__ = [
    "Loaded",
    "Problem",
    "Scenario",
    "ScenarioCard",
    "catalogue",
    "check",
    "content_hash",
    "filled",
    "in_words",
    "load",
    "load_text",
    "render",
    "report",
]
