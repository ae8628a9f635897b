"""Hearing a line: the game's own way of choosing words, without a game."""

from game.engine.days import begin_one
from game.errors import Misused
from game.scenario import Loaded
from game.scenario.format.vocabulary import SIGNALS
from game.scenario.problems.phrases import did_you_mean, listed
from game.scenario.texts import builtin
from game.session.runs.recorded_scenario import compiled_of
from game.session.words.personas import personas
from game.session.words.spoken import Occasion, Talk, Wordings
from game.session.words.talking.talk import Speaker

AT_EASE, NEAR = "even", "acquaintance"  # the mood and the stage in which lines are drawn
SO_FAR = frozenset({"not_bought"})
"""What is true of whoever says a line: an author's words for a need are of somebody who has not bought yet."""

IN_WORDS = {
    "like": "A like", "answer_warm": "A warm answer", "answer_short": "A short answer", "answer_cool": "A cool answer",
    "question": "A question", "share_plain": "A plain share", "share_compliment": "A share with praise",
    "need_shows": "A need shows", "life_event": "News from their life", "complaint": "A complaint", "buys": "They buy",
    "declines_kindly": "A kind no", "declines_coldly": "A cold no", "goes_quiet": "They go quiet",
    "buys_elsewhere": "They buy elsewhere", "unfollows": "They unfollow", "blocks": "They block you",
    "pitches_you": "They want to sell", "accepts": "A yes",
    "asks_price": "They ask the price", "asks_how": "They ask how it is made", "dangles_order": "A large order",
    "asks_for_friend": "They ask for a friend", "wonders": "They wonder why", "tell_closed": "A tell: closed at once",
    "tell_turned_away": "A tell: looks away", "tell_skimmed": "A tell: skims it", "tell_read": "A tell: reads it",
    "tell_lingered": "A tell: stays", "tell_warmed": "A tell: warms to it", "tell_lit_up": "A tell: lights up",
}  # fmt: skip
"""Signals as authors read them; others by their id."""


class NotSaid(Misused):
    """Something that was asked for is not in the scenario; the message names what is near it, or all there is."""

    def __init__(self, kind: str, given: str, known: tuple[str, ...]) -> None:
        guess = did_you_mean(given, known) or f"There are: {listed(known, 60, given)}."
        super().__init__(f"There is no {kind} '{given}'. {guess}")


def sayable(loaded: Loaded) -> tuple[tuple[tuple[str, str], ...], ...]:
    """What can be heard in a scenario: signals, moves, and followers, each as (id, words)."""
    compiled = compiled_of(loaded)
    known = builtin.texts().moves
    own = compiled.scenario.moves
    moves: list[tuple[str, str]] = []
    for move in compiled.rules.moves.ids[1:]:
        if move in SIGNALS:
            continue  # heard as what followers do
        title = (own[move].title if move in own else None) or (known[move].title if move in known else move)
        moves.append((move, title))
    names = [(i, compiled.scenario.followers[i].name) for i in compiled.ids if i in compiled.scenario.followers]
    return tuple((s, IN_WORDS.get(s, s.replace("_", " ").capitalize())) for s in SIGNALS), tuple(moves), tuple(names)


def hear(loaded: Loaded, line: str, who: str | None, times: int, seed: int) -> list[tuple[str, str]]:
    """Draws a line, as the game would say it to an acquaintance in an even mood.

    Args:
        loaded: a scenario that can be played.
        line: a signal or a move.
        who: id of the follower who says it, or to whom it is written; left out, another one each time.
        times: how often, 1.. .
        seed: of the draws, 0..2**32 - 1.

    Returns:
        Who says it, or is written to, and the words.

    Raises:
        NotSaid: there is no such line or follower.
    """
    compiled = compiled_of(loaded)
    position = begin_one(compiled, seed)
    texts = builtin.texts()
    people = personas(position, texts)
    speaker = Speaker(texts, people, position)
    moves = compiled.rules.moves.ids[1:]
    if line not in SIGNALS and line not in moves:
        raise NotSaid("line", line, (*SIGNALS, *moves))
    if who is not None and who not in compiled.ids:
        raise NotSaid("follower", who, compiled.ids)
    speakers = [person for person in people if who is None or person.id == who]
    content = next(iter(compiled.scenario.content.values()), None)
    title, form = (content.title, content.format) if content else ("", "")
    said, used = [], Wordings()
    for number in range(times):
        person = speakers[number % len(speakers)]
        draws, facts = (float(d[number % compiled.followers]) for d in speaker.fact_draws(number))
        fact = texts.talks[int(facts * len(texts.talks))].fact
        news, used = speaker.new_news(person, facts, used)
        talk = Talk(topic=person.favourite, fact=fact, news=news, turn=1)
        occasion = Occasion(NEAR, AT_EASE, content=title, format=form, topic=person.favourite, post=title, true=SO_FAR)
        if line in SIGNALS:
            heard, used, _ = speaker.signal(line, person, talk, occasion, draws, position, used)
            words = heard.text
        else:
            written, used = speaker.move(line, person, talk, occasion, draws, position, used)
            words = written.text
        said.append((person.name, words))
    return said
