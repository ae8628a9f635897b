"""What two choices for one follower make of a day: the moves with the one, and with the other."""

from collections.abc import Mapping
from contextlib import suppress

from game.engine.legal import needs_content, needs_partner
from game.engine.position import Position
from game.errors import Refused
from game.session.entries import AskWhatIf, PlanMove
from game.session.planning import check, usable
from game.session.words.personas import Persona

Moves = tuple[PlanMove, ...]
"""Of a day."""


def compared_days(
    position: Position, plan: Mapping[int, PlanMove], asked: AskWhatIf, people: Mapping[str, Persona]
) -> tuple[Moves, Moves]:
    """The moves of a day with the one choice and with the other; whatever else is planned stays.

    A choice that shares something takes what is planned with it, else what seems to fit best.

    Args:
        position: of the morning, a single game.
        plan: what is planned by number.
        asked: the two choices.
        people: everybody in words, by id.

    Raises:
        Refused: there are no two such choices today, with a sentence that says why.
    """
    if position.finished:
        raise Refused("The game is over. Look at the debrief, or try it otherwise from an earlier day.")
    if asked.who not in people:
        raise Refused(f"There is no follower “{asked.who}”. Choose one from the list.")
    if asked.first == asked.second:
        raise Refused("The two choices are the same. Choose two that differ.")
    waiting = position.fresh[0] & ~position.answered[0]
    if waiting.any():
        title = [event.title for event in position.compiled.scenario.timeline.values()][int(waiting.argmax())]
        raise Refused(f"“{title}” wants an answer first. Answer it, and ask again.")
    first, second = (_day_with(position, plan, asked.who, move, people) for move in (asked.first, asked.second))
    return first, second


def _day_with(
    position: Position, plan: Mapping[int, PlanMove], who: str, move: str, people: Mapping[str, Persona]
) -> Moves:
    kept = {number: item for number, item in plan.items() if who not in {item.who, item.other}}
    if not move:
        return tuple(kept.values())
    moves = position.compiled.rules.moves
    if move in moves.ids and (moves.row(move).to_all or needs_partner(move)):
        raise Refused("Choose moves that are between you and one person.")
    planned = next((item for item in plan.values() if (item.who, item.move) == (who, move)), None)
    contents = [planned.content] if planned else _fitting(position, who, move)
    for content in contents[:-1]:
        with suppress(Refused):  # it takes more hours than are left; the next one may take fewer
            check(position, kept, PlanMove(move, who, content), people)
            return (*kept.values(), PlanMove(move, who, content))
    last = PlanMove(move, who, contents[-1])
    check(position, kept, last, people)
    return (*kept.values(), last)


def _fitting(position: Position, who: str, move: str) -> list[str]:
    """The contents that can be shared, by how well they seem to fit by what a profile says; "" alone where none can."""
    compiled = position.compiled
    if move not in compiled.rules.moves.ids or not needs_content(compiled.rules)[compiled.rules.moves.index(move)]:
        return [""]
    seems = position.seems[0, compiled.ids.index(who)]
    able = [name for name in compiled.contents if usable(position, name)]
    return sorted(able, key=lambda name: -float(seems[compiled.contents.index(name)])) or [""]
