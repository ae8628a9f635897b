"""Explanations that add up: the causes of a day's change of trust, with signs, for one follower.

Method: the day is replayed in steps, each adding one cause (first what the move means without asking, selling and
boasting, then these, then what was seen, the post, the night). Each cause is the difference of trust between two
steps, so the causes sum to the whole change by construction. The order is fixed and documented; another order
would share joint effects differently.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.model.acts import Act, absorb
from game.model.arrays import Array
from game.model.parameters import Params
from game.model.readings import trust
from game.model.state import Ledger, People, State
from game.model.step import Day

CAUSES = (
    "move",  # what the move showed of you, as far as it fitted
    "unasked",  # it came too soon after the last, and they had said nothing
    "irrelevant",  # it meant nothing to them
    "asked_too_soon",  # it demanded more than trust carried
    "seen_through",  # a selling purpose was suspected
    "boasting",  # it was about you
    "mending",  # an apology
    "others_good",  # what they saw you do for people they know
    "others_bad",  # what they saw you do to people they know
    "post",  # the day's post
    "post_irrelevant",  # which meant nothing to them
    "post_selling",  # which sold
    "event",  # something that happened
    "waiting",  # they were left waiting
    "forgetting",  # the night
)


@dataclass(frozen=True)
class Cause:
    """One cause of a change of trust."""

    id: str  # of `CAUSES`
    amount: float  # change of trust, −1..1


Steps = list[tuple[str, Array]]


def _act_steps(act: Act, names: dict[str, str], state: State, ledger: Ledger, people: People, p: Params) -> Steps:
    """Trust as the parts of an act are added one by one: each step names the part and gives the trust reached."""

    def reached(variant: Act) -> Array:
        return trust(absorb(variant, state, ledger, people, p), people, p)

    blind = replace(act, seen_good=np.zeros_like(act.fit), seen_bad=np.zeros_like(act.fit))
    fitting = replace(blind, fit=np.maximum(blind.fit, p.fit_floor))
    welcome = replace(fitting, unasked=np.zeros_like(act.fit))
    steps: Steps = []
    for cause, variant in (
        ("move", welcome.without("ask", "selling", "self_focus", "mends")),
        ("unasked", fitting.without("ask", "selling", "self_focus", "mends")),
        ("irrelevant", blind.without("ask", "selling", "self_focus", "mends")),
        ("asked_too_soon", blind.without("selling", "self_focus", "mends")),
        ("seen_through", blind.without("self_focus", "mends")),
        ("boasting", blind.without("mends")),
        ("mending", blind),
        ("others_good", replace(blind, seen_good=act.seen_good)),
        ("others_bad", act),
    ):
        steps.append((names.get(cause, cause), reached(variant)))
    return steps


_POST_NAMES = {
    "move": "post",
    "irrelevant": "post_irrelevant",
    "asked_too_soon": "post_selling",
    "seen_through": "post_selling",
    "boasting": "post_selling",
}


def explain(
    day: Day, before_events: State, ledger: Ledger, people: People, p: Params, episode: int, follower: int
) -> tuple[Cause, ...]:
    """Why trust changed on a day, largest cause first; causes of no effect are left out.

    Args:
        day: the day taken apart.
        before_events: the state of that morning before any event touched it (`day.morning` when none did).
        ledger: of that morning.
        people: traits.
        p: constants.
        episode: row, 0..B − 1.
        follower: column, 0..F − 1.

    Returns:
        Causes whose amounts sum to trust in the evening minus trust before the events, to 1e-12.
    """
    of_all = amounts(day, before_events, ledger, people, p)
    found = [Cause(name, float(some[episode, follower])) for name, some in of_all.items()]
    return tuple(sorted((c for c in found if c.amount != 0.0), key=lambda c: -abs(c.amount)))


def amounts(day: Day, before_events: State, ledger: Ledger, people: People, p: Params) -> dict[str, Array]:
    """The change of trust by each cause (B, F), −1..1, of everybody; arguments as for `explain`."""
    steps: Steps = [("event", trust(day.morning, people, p))]
    steps += _act_steps(day.direct, {}, day.morning, ledger, people, p)
    steps += _act_steps(day.post, _POST_NAMES, day.after_direct, ledger, people, p)
    steps.append(("waiting", trust(day.waited, people, p)))
    steps.append(("forgetting", trust(day.evening, people, p)))
    found: dict[str, Array] = {}
    last = trust(before_events, people, p)
    for cause, value in steps:
        found[cause] = found[cause] + (value - last) if cause in found else value - last
        last = value
    return found
