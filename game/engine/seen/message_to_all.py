"""What the faces of those show who got a message to everybody: a tell for each, by the rule of direct moves.

The rules of the model draw a tell from a move to one person. A message that goes to everybody is met by a face as well;
nothing follows from it, so it is worked out here, from the chance of that very day.
"""

from collections.abc import Iterator

import numpy as np

from game.engine.days import choices_of
from game.engine.position import DayPlan, Position
from game.model import Signals, draw
from game.model.arrays import Array
from game.model.overnight.tells import bounds, felt, shown
from game.model.signals import TELLS
from game.model.step import daytime
from game.scenario.compiling.compiled_timeline import Imposed

TO_ALL = "blast_dm"
"""The message that stands in every thread and is no visit to anybody."""


def sent_by_events(morning: Position) -> Iterator[tuple[int, Imposed]]:
    """What the events of a morning, and the answers that were given to them, sent in your name: event, what was sent.

    Args:
        morning: of the day, in a single game, with its events as they were answered.
    """
    for number, event in enumerate(morning.compiled.events):
        answer = int(morning.chosen[0, number])
        for effect in (event.effect, *event.answers[answer : answer + 1]) if morning.fresh[0, number] else ():
            if effect.imposed is not None:
                yield number, effect.imposed


def faces_of_all(before: Position, plan: DayPlan, signals: Signals) -> Array:
    """The tells (F,) of those who got the day's message to everybody, as numbers of `Signal`; 0 where there is none.

    It was sent as the day's post, or else by the answer to an event of the morning.

    Args:
        before: the morning of the day, of a single game.
        plan: of the day.
        signals: what they said and did that night, with which a face agrees.
    """
    people, rules = before.people, before.compiled.rules
    noise = draw(before.seed, before.episodes, before.day, before.shape[1])
    done = daytime(before.state, before.ledger, choices_of(plan, people, before.kernel), noise, people, rules)
    by_post = plan.post[0] == rules.moves.index(TO_ALL) if TO_ALL in rules.moves.ids else False
    earlier, later = (done.after_direct, done.after_post) if by_post else (before.dawn, before.state)
    feeling = felt(earlier, later, before.ledger, people, rules.params)
    within = bounds(signals.reaction, signals.initiative)
    steps = shown(feeling, within, people, noise, rules.params)
    here = (before.ledger.present > 0.5) & (people.human > 0.5)
    found: Array = np.where(here, TELLS[0] - 1 + steps, 0.0)[0].astype(np.int64)
    return found
