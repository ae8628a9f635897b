"""A bot plays days of a real run: it decides as always, and every choice goes through the session's own door."""

from game.bots.bot import Bot
from game.bots.play import bot_day
from game.session.errors import Refused
from game.session.session import Session
from game.session.sight import see


def play_until(session: Session, bot: Bot, day: int) -> None:
    """Plays until the morning of a day, or until all is over.

    Args:
        session: a run; its record keeps what the bot does as if a person had done it.
        bot: who decides.
        day: the first day that the bot does not play, 1..
    """
    while not session.finished and session.day < day:
        play_one_day(session, bot)


def play_one_day(session: Session, bot: Bot) -> None:
    """Answers, plans, and ends the day. What a person would be refused, the bot is refused too, and does without."""
    answered, plan = bot_day(session.position, bot)
    for i, (name, event) in enumerate(session.compiled.scenario.timeline.items()):
        if answered.answered[0, i] and not session.position.answered[0, i]:
            session.answer_event(name, _answer(session, bot, i, len(event.choices)))
    moves, contents = session.compiled.rules.moves.ids, session.compiled.contents
    post, what = int(plan.post[0]), int(plan.post_content[0])
    if post:
        _choose(session, moves[post], "", contents[what] if what >= 0 else "")
    for column, who in enumerate(session.compiled.ids):
        move, what = int(plan.move[0, column]), int(plan.content[0, column])
        if move:
            _choose(session, moves[move], who, contents[what] if what >= 0 else "")
    session.end_day()


def _choose(session: Session, move: str, who: str, content: str) -> None:
    try:
        session.choose(move, who, content)
    except Refused:
        return


def _answer(session: Session, bot: Bot, event: int, count: int) -> int:
    """The bot's answer to an event, as in a batch."""
    sight = see(session.position)
    wanted = sight.tempting[event] if bot.gives_in and sight.tempting[event] >= 0 else sight.upright[event]
    return min(int(wanted), count - 1)
