"""What is said: games played through a session, with all their words, to count every wording of a scenario's own.

Games of the lab say no words, so fewer of them are played here; each is a game of the lab to the last bit, but that a
bot that rolls dice gives every answer to an event in turn.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from game.bots.bot import Bot
from game.lab.playing.blocks import EpisodeBlock, Trial
from game.lab.playing.players import bot_of
from game.lab.playing.run import elsewhere
from game.lab.playing.stopping import heeding_interrupts
from game.lab.playing.through_session import play_session_day
from game.model.signals import Signal
from game.scenario.compiling.compile import Compiled
from game.session.entries import AnswerEvent
from game.session.playthrough import begun
from game.session.session import Session
from game.session.words.talking.stock import own_key

TOGETHER = 4  # games of a block


@dataclass
class SaidCounts:
    """How often everything was said, over some games."""

    games: int = 0
    wordings: Counter[str] = field(default_factory=Counter)  # by key, the game's own wordings too
    signals: Counter[str] = field(default_factory=Counter)  # by id
    answers: Counter[tuple[str, int]] = field(default_factory=Counter)  # by event and number of the answer
    moves: Counter[str] = field(default_factory=Counter)  # by id
    events: Counter[str] = field(default_factory=Counter)  # by id, in how many games each happened

    def add(self, other: "SaidCounts") -> None:
        """Counts what was said in more games."""
        self.games += other.games
        self.wordings.update(other.wordings)
        self.signals.update(other.signals)
        self.answers.update(other.answers)
        self.moves.update(other.moves)
        self.events.update(other.events)


@dataclass(frozen=True)
class LineSaid:
    """A wording of the scenario's own, and how often it was heard."""

    kind: str  # the signal or move under `lines:`
    number: int  # its place there, from 0
    text: str
    times: int
    occasions: int  # how often the signal or move came at all


@dataclass(frozen=True)
class ReplyGiven:
    """An answer to an event, and how often it was given, so that its reply was read."""

    event: str
    number: int
    label: str
    times: int
    occasions: int  # how often the event was answered at all


def lines_said(said: SaidCounts, compiled: Compiled) -> tuple[LineSaid, ...]:
    """Every wording under `lines:` in the order of the file."""
    return tuple(
        LineSaid(
            kind, number, line.text, said.wordings[own_key(kind, number)], said.signals[kind] + said.moves[kind]
        )
        for kind, lines in compiled.scenario.lines.items()
        for number, line in enumerate(lines)
    )  # fmt: skip


def replies_given(said: SaidCounts, compiled: Compiled) -> tuple[ReplyGiven, ...]:
    """Every answer of every event in the order of the file."""
    found = []
    for name, event in compiled.scenario.timeline.items():
        occasions = sum(said.answers[name, n] for n in range(len(event.choices)))
        found += [
            ReplyGiven(name, n, choice.label, said.answers[name, n], occasions)
            for n, choice in enumerate(event.choices)
        ]
    return tuple(found)


def signals_seen(said: SaidCounts) -> dict[str, int]:
    """How often each signal came."""
    return {s.id: said.signals[s.id] for s in Signal if s is not Signal.NONE}


def listen(compiled: Compiled, bot: Bot, seed: int, episode: int) -> SaidCounts:
    """One game with its words."""
    session = Session(begun(compiled, seed, episode))
    said = SaidCounts(games=1)
    while not session.finished:
        if bot.stochastic:
            _answer_in_turn(session, episode)
        play_session_day(session, bot)
        said.moves.update(item.move for item in session.playthrough.history[-1].items)
        night = session.playthrough.story.night
        if night is not None:
            said.signals.update(item.signal for item in night.items)
    said.wordings.update(session.playthrough.story.wordings.used)
    said.answers.update(session.playthrough.answers.items())
    happened = session.playthrough.position.happened[0].tolist()
    said.events.update(name for name, came in zip(compiled.scenario.timeline, happened, strict=True) if came)
    return said


def _answer_in_turn(session: Session, episode: int) -> None:
    timeline = session.playthrough.compiled.scenario.timeline
    for name in session.playthrough.waiting_events():
        session.do(AnswerEvent(name, episode % len(timeline[name].choices)))


def listen_to_block(block: EpisodeBlock) -> SaidCounts:
    """The games of a block with their words."""
    compiled = block.scenario.compiled(block.setting)
    bot, said = bot_of(block.player, compiled), SaidCounts()
    for episode in range(block.first, block.first + block.count):
        said.add(listen(compiled, bot, block.seed, episode))
    return said


def listen_to(
    trial: Trial, games: int, workers: int = 1, done: Callable[[int], None] = lambda _: None
) -> SaidCounts:  # fmt: skip
    """Plays the first games of a trial with their words; Ctrl-C ends it early, with what was heard so far.

    Args:
        trial: whose scenario, players and seed; its first setting only.
        games: of each player.
        workers: processes, this one among them.
        done: told how many games have just been played.
    """
    blocks = tuple(
        EpisodeBlock(trial.scenario, trial.settings[0], player, trial.seed, first, min(TOGETHER, games - first))
        for first in range(0, games, TOGETHER)
        for player in trial.players
    )
    said = SaidCounts()
    heard: Iterator[SaidCounts]
    heard = map(listen_to_block, blocks) if workers == 1 else elsewhere(blocks, workers, listen_to_block)
    try:
        with heeding_interrupts() as heed:
            for part in heard:
                said.add(part)
                done(part.games)
                heed()
    except KeyboardInterrupt:
        pass
    return said
