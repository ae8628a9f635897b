"""Scenario files: YAML text to a checked, frozen `Scenario`, with every mistake told in the author's words."""

from game.scenario.catalogue import ScenarioCard, catalogue
from game.scenario.format.condition_words import in_words
from game.scenario.format.schema import AnyScenario, Scenario, WrittenScenario
from game.scenario.loading import Loaded, check, content_hash, load, load_text
from game.scenario.problems.problems import Problem
from game.scenario.problems.report import render, report

__all__ = [
    "AnyScenario",
    "Loaded",
    "Problem",
    "Scenario",
    "ScenarioCard",
    "WrittenScenario",
    "catalogue",
    "check",
    "content_hash",
    "in_words",
    "load",
    "load_text",
    "render",
    "report",
]
