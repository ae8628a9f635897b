"""Letting a bot play a session, day by day, through the same door as a person: its moves are refused as a person's are.

What it does goes into the session's record, so a game that a bot has played can be opened, undone and gone on with.
"""

from dataclasses import dataclass

from game.bots.bot import Bot, wanted_answers
from game.bots.play import bot_day
from game.engine.position import DayPlan
from game.engine.sight import see
from game.errors import Refused
from game.session.entries import AnswerEvent, EndDay, MarkRead, PlanMove, TakeBack
from game.session.session import Session


@dataclass(frozen=True)
class SetAside:
    """A move that a bot wished to make and a player is refused."""

    day: int
    move: str
    who: str  # id of the follower; "" for a post
    why: str  # the sentence a player would have read


def play_session(session: Session, bot: Bot, until_day: int | None = None) -> tuple[SetAside, ...]:
    """Lets a bot play from where the session stands.

    What had been planned for today is taken back first: the bot plays its own day. It reads what was written to it, so
    that only last night's messages are new on the morning on which it stops.

    Args:
        session: any session; it is played on.
        bot: who plays.
        until_day: the morning on which to stop, 1..days; left out, or later than the last day, to the end of the game.

    Returns:
        The moves that were refused; the game went on without them.

    Raises:
        RecordError: the record cannot be written; what was played before is safe in it.
    """
    refused: list[SetAside] = []
    while not session.finished and (until_day is None or session.playthrough.day < until_day):
        refused += play_session_day(session, bot)
    return tuple(refused)


def play_session_day(session: Session, bot: Bot) -> tuple[SetAside, ...]:
    """One day of a session that is not over: reads, answers this morning's events, plans, ends the day."""
    for planned in tuple(session.playthrough.plan):
        session.do(TakeBack(planned))
    compiled = session.playthrough.compiled
    for who in compiled.ids:
        session.do(MarkRead(who))
    for event, choice in _answers(session, bot):
        session.do(AnswerEvent(event, choice))
    _, plan = bot_day(session.playthrough.position, bot)
    day, refused = session.playthrough.day, []
    for planned_move in planned_moves(compiled.rules.moves.ids, compiled.ids, compiled.contents, plan):
        try:
            session.do(planned_move)
        except Refused as told:
            refused.append(SetAside(day, planned_move.move, planned_move.who, str(told)))
    session.do(EndDay())
    return tuple(refused)


def _answers(session: Session, bot: Bot) -> list[tuple[str, int]]:
    """This morning's events that wait for an answer, each with the bot's."""
    now = session.playthrough
    wanted = wanted_answers(bot, see(now.position))
    numbers = {name: number for number, name in enumerate(now.compiled.scenario.timeline)}
    return [(name, int(wanted[numbers[name]])) for name in now.waiting_events()]


def planned_moves(
    moves: tuple[str, ...], followers: tuple[str, ...], contents: tuple[str, ...], plan: DayPlan
) -> tuple[PlanMove, ...]:
    """A plan of one game as what a player would choose: the post first, then followers in their order."""
    found = []
    if plan.post[0]:
        what = int(plan.post_content[0])
        found.append(PlanMove(moves[int(plan.post[0])], "", contents[what] if what >= 0 else "", ""))
    for column, who in enumerate(followers):
        if plan.move[0, column]:
            what, other = int(plan.content[0, column]), int(plan.partner[0, column])
            if other >= 0 and other < column:
                continue  # the introduction stands with the first of the two
            found.append(
                PlanMove(moves[int(plan.move[0, column])], who, contents[what] if what >= 0 else "",
                     followers[other] if other >= 0 else "")
            )  # fmt: skip
    return tuple(found)
