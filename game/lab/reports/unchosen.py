"""Events that hang on an answer which no bot gives, so that no number of games brings them."""

from collections.abc import Collection
from functools import lru_cache

from game.engine.sight import answers_of_bots
from game.scenario.compiling.compile import Compiled
from game.scenario.compiling.compiled_timeline import CompiledCondition

BY_HAND = "in these games no bot gives the answer that it hangs on"


@lru_cache(maxsize=8)
def hanging_on_people(compiled: Compiled) -> frozenset[str]:
    """Ids of the events that only somebody can bring who answers another event as no bot does; those that follow, too.

    Args:
        compiled: the scenario.
    """
    given = {(event, int(number)) for answers in answers_of_bots(compiled) for event, number in enumerate(answers)}
    found: set[int] = set()
    while True:
        more = {
            number for number, event in enumerate(compiled.events)
            if number not in found and event.days[0] == 0 and _hangs(event.when, given, found)
        }  # fmt: skip
        if not more:
            return frozenset(name for i, name in enumerate(compiled.scenario.timeline) if i in found)
        found |= more


def _hangs(when: CompiledCondition, given: Collection[tuple[int, int]], hanging: Collection[int]) -> bool:
    if any(answer not in given for answer in when.chosen) or any(event in hanging for event in when.happened):
        return True
    return bool(when.any_of) and all(_hangs(part, given, hanging) for part in when.any_of)
