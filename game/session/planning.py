"""The plan of the day: what may be planned, what it costs, and why not. Pure functions over a position and a plan."""

from collections.abc import Iterable, Mapping

import numpy as np

from game.engine.hours import HOURS_GRAIN, grains
from game.engine.legal import Obstacle, needs_content, needs_partner, obstacles
from game.engine.position import DayPlan, Position, empty_plan
from game.engine.timeline import usable_contents
from game.errors import Refused
from game.session.entries import QUESTIONS, PlanMove
from game.session.words.personas import Persona
from game.session.words.refusal_words import why_not


def hours_of(position: Position, move: str, content: str) -> float:
    """What a move takes of the day: its own time, and the making of the content the first time it is used.

    A content that takes longer than a whole day takes the whole day.
    """
    rules = position.compiled.rules
    hours = float(rules.moves.columns["hours"][rules.moves.index(move)])
    if content and not position.made[0, position.compiled.contents.index(content)]:
        hours += position.compiled.scenario.content[content].hours
    return min(hours, float(position.hours_today[0])) if content else hours


def hours_left(position: Position, moves: Iterable[PlanMove]) -> float:
    """What is left of the day's attention, 0.."""
    used = 0
    first_use: set[str] = set()
    for item in moves:
        content = "" if item.content in first_use else item.content
        first_use.add(item.content)
        used += grains(hours_of(position, item.move, content))
    return max(0, grains(float(position.hours_today[0])) - used) * HOURS_GRAIN


def usable(position: Position, content: str) -> bool:
    """Whether a content is unlocked and its own condition holds."""
    return bool(usable_contents(position)[0, position.compiled.contents.index(content)])


def obstacle_to(position: Position, move: str, who: str) -> int:
    """What stands in the way of a move today, attention and contents aside: a number of `Obstacle`.

    Args:
        position: a single game.
        move: id of the move.
        who: id of the follower; "" for a post.
    """
    rules = position.compiled.rules
    found = obstacles(position.ledger, rules, np.array([[rules.moves.index(move)]]), position.day)
    return int(found[0, position.compiled.ids.index(who) if who else 0])


def first_day_of(position: Position, move: str) -> int:
    """The first day on which a move can be made in this scenario, 1.."""
    moves = position.compiled.rules.moves
    return int(moves.opens[moves.index(move)])


def has_said(position: Position, who: str) -> bool:
    """Whether a follower, "" for nobody, has said something that can be taken up this morning."""
    return bool(who) and obstacle_to(position, "follow_up", who) == Obstacle.NONE


def has_asked(position: Position, who: str) -> bool:
    """Whether one of your last two kinds of move to a follower, "" for nobody, was a question."""
    if not who:
        return False
    ledger, column = position.ledger, position.compiled.ids.index(who)
    last = (ledger.last_move[0, column], ledger.other_move[0, column])
    return any(position.compiled.rules.moves.ids[int(move)] in QUESTIONS for move in last if move >= 0)


def check(position: Position, plan: Mapping[int, PlanMove], planned: PlanMove, people: Mapping[str, Persona]) -> None:
    """Whether something can be added to the plan.

    Raises:
        Refused: with a sentence that says why not, and what can be done instead.
    """
    compiled, move, who = position.compiled, planned.move, planned.who
    if position.finished:
        raise Refused("The game is over. Look at the debrief, or try it otherwise from an earlier day.")
    if move not in compiled.rules.moves.ids or move == "nothing":
        raise Refused(f"There is no move “{move}”. There are: {', '.join(compiled.rules.moves.ids[1:])}.")
    row = compiled.rules.moves.row(move)
    if row.to_all:
        if who:
            raise Refused("This goes to everybody. Choose it without a follower.")
    elif who not in people:
        raise Refused(f"There is no follower “{who}”. Choose one from the list.")
    obstacle, opens = obstacle_to(position, move, who), first_day_of(position, move)
    why = why_not(
        obstacle,
        people[who].first if who else "",
        opens=opens,
        said=has_said(position, who),
        asked=has_asked(position, who),
    )
    if why:
        raise Refused(why)
    _check_content(position, move, planned.content)
    if needs_partner(move):
        _check_partner(position, plan.values(), planned, people)
    elif planned.other:
        raise Refused("This is between you and one person. Choose it without a second one.")
    kept = [other for other in plan.values() if not replaces(other, bool(row.to_all), who)]
    left = hours_left(position, kept)
    fresh = planned.content if planned.content not in {other.content for other in kept} else ""
    cost = hours_of(position, move, fresh)
    if grains(cost) > grains(left):
        raise Refused(why_not(Obstacle.TOO_FEW_HOURS, "", cost, left))


def _check_content(position: Position, move: str, content: str) -> None:
    compiled = position.compiled
    needs = bool(needs_content(compiled.rules)[compiled.rules.moves.index(move)])
    if content and content not in compiled.contents:
        raise Refused(f"There is no content “{content}”. There are: {', '.join(compiled.contents) or 'none'}.")
    if needs and not content and compiled.contents:
        raise Refused("Choose what to share first.")
    if content and not needs:
        raise Refused("Nothing is shared with this move. Choose it without a content.")
    if content and not usable(position, content):
        raise Refused(f"“{compiled.scenario.content[content].title}” cannot be used yet. Choose another content.")


def _check_partner(
    position: Position, plan: Iterable[PlanMove], planned: PlanMove, people: Mapping[str, Persona]
) -> None:
    who, other = planned.who, planned.other
    if other not in people or other == who:
        raise Refused("Choose whom to introduce them to.")
    if position.ledger.present[0, position.compiled.ids.index(other)] < 0.5:
        raise Refused(f"{people[other].first} no longer follows you. Choose somebody else.")
    if any(other in {move.who, move.other} for move in plan if who not in {move.who, move.other}):
        raise Refused(
            f"{people[other].first} has a move today already. Take it back first, or introduce somebody else."
        )


def replaces(item: PlanMove, to_all: bool, who: str) -> bool:
    """Whether a planned item gives way to a new one: one move per follower and day, one post a day."""
    return not item.who if to_all else bool(who) and who in {item.who, item.other}


def plan_of(position: Position, moves: Iterable[PlanMove]) -> DayPlan:
    """The plan as arrays for one episode."""
    compiled = position.compiled
    plan = empty_plan(1, compiled.followers)
    move, content, partner = plan.move.copy(), plan.content.copy(), plan.partner.copy()
    post, post_content = plan.post.copy(), plan.post_content.copy()
    for item in moves:
        row = compiled.rules.moves.index(item.move)
        what = compiled.contents.index(item.content) if item.content else -1
        if not item.who:
            post[0], post_content[0] = row, what
            continue
        column = compiled.ids.index(item.who)
        move[0, column], content[0, column] = row, what
        if item.other:
            second = compiled.ids.index(item.other)
            move[0, second], partner[0, column], partner[0, second] = row, second, column
    return DayPlan(np.asarray(move), np.asarray(content), post, post_content, partner)
