"""A player's habits in three plain sentences, each of which they may deny; what the choices do not say is told so."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.coach.forward.asking_rule import AskingRule, nearest_rule
from game.coach.forward.asking_signs import NAMES, NEED, SIGNS
from game.coach.forward.player_policy import ASKING, MANNER, PACE, REST, PlayerPolicy
from game.coach.forward.seen_choices import SITUATIONS, UNSAID, SeenChoices
from game.coach.judgement import FEWEST_ASKS
from game.model.arrays import Array
from game.model.state import HAPPENED

FEWEST_MESSAGES = 10
"""Fewer unasked messages than this do not tell how long somebody waits; nor do fewer mornings tell what they do."""
FEWEST_CHANCES = 60
"""So many mornings without a question, or a message, tell that none is made."""
HARDLY = 0.03  # share of mornings
APART = 2.0  # times as often; below, a need makes no difference
SILENT = ("", REST, "look_around")
"""What nobody hears of."""
CHANCE = "one person on one morning each"

MoveTitle = Callable[[str], str]


@dataclass(frozen=True)
class HabitTold:
    """One habit, as the player is told it."""

    id: str  # of `HABITS_TOLD`
    claim: str  # what is claimed, in a short name; a denial holds for this very claim
    sentence: str
    choices: int  # from how many it is told
    known: bool  # whether the choices say
    denied: bool = False


def habits_told(
    choices: SeenChoices, policy: PlayerPolicy, title: MoveTitle, denied: frozenset[str] = frozenset()
) -> tuple[HabitTold, HabitTold, HabitTold]:
    """The three sentences: when somebody asks, how long they wait, what they do otherwise.

    Args:
        choices: of the player.
        policy: fitted to them.
        title: of a move, by its id: "Ask about them".
        denied: claims that the player has denied.
    """
    told = (_asking_told(choices, policy), _pace_told(choices), _manner_told(choices, title))
    one, two, three = (_with_denial(habit, denied) for habit in told)
    return one, two, three


def _with_denial(habit: HabitTold, denied: frozenset[str]) -> HabitTold:
    return HabitTold(habit.id, habit.claim, habit.sentence, habit.choices, habit.known, habit.claim in denied)


def _asking_told(choices: SeenChoices, policy: PlayerPolicy) -> HabitTold:
    asks, mornings = choices.asks, int(choices.free.sum())
    if not asks and mornings >= FEWEST_CHANCES:
        said = f"You ask nobody to buy: in {mornings} chances ({CHANCE}) you did not do it once."
        return HabitTold(ASKING, "asking: nobody", said, mornings, known=True)
    if asks < FEWEST_ASKS:
        said = (
            f"You have asked {_times(asks) if asks else 'nobody'} so far. That is too few choices to tell when you "
            f"ask; from {FEWEST_ASKS} questions on it can be tried."
        )
        return HabitTold(ASKING, "asking: too few", said, asks, known=False)
    rows = choices.free & ~choices.signs[:, NAMES.index("no")]  # after a no one waits for its sake, not for signs
    signs, chance = choices.signs[rows], policy.asks(choices.columns[rows])
    rule = nearest_rule(signs, chance)
    if rule is None:
        said = (
            f"You ask whatever has shown: {asks} questions in {mornings} chances ({CHANCE}), and no sign tells much "
            "of when."
        )
        return HabitTold(ASKING, "asking: whatever has shown", said, asks, known=True)
    said = f"You ask once {_rule_words(rule)}{_need_words(rule, signs, chance)}."
    return HabitTold(ASKING, f"asking: {rule.name}", said, asks, known=True)


def _rule_words(rule: AskingRule) -> str:
    return " and ".join(SIGNS[sign].words for sign in rule.signs)


def _need_words(rule: AskingRule, signs: Array, chance: Array) -> str:
    """Whether a need makes a difference where the rule holds; nothing where the rule speaks of it, or too few tell."""
    if any(SIGNS[sign].family == "need" for sign in rule.signs):
        return ""
    within = signs[:, list(rule.signs)].all(axis=1)
    needed, other = chance[within & signs[:, NEED]], chance[within & ~signs[:, NEED]]
    if len(needed) < FEWEST_MESSAGES or len(other) < FEWEST_MESSAGES:
        return ""
    more = float(needed.mean()) / max(1e-9, float(other.mean()))
    if more >= APART:
        return ", and more readily when a need has shown"
    return ", and less readily when a need has shown" if more <= 1.0 / APART else ", whether or not a need has shown"


def _pace_told(choices: SeenChoices) -> HabitTold:
    unsaid = np.isin(choices.situation, [SITUATIONS.index(name) for name in UNSAID])
    chances = unsaid & (choices.pause < HAPPENED) & ~choices.asked
    wrote = chances & (choices.move != "") & (choices.move != REST)
    count, mornings = int(wrote.sum()), int(chances.sum())
    if mornings >= FEWEST_CHANCES and count <= HARDLY * mornings:
        said = f"You hardly ever write again to somebody who says nothing: {_times(count)} on {mornings} mornings."
        return HabitTold(PACE, "pace: hardly ever", said, mornings, known=True)
    if count < FEWEST_MESSAGES:
        said = (
            f"You wrote again to somebody who had said nothing {_times(count)}. That is too few choices to tell how "
            f"long you wait; from {FEWEST_MESSAGES} on it can be told."
        )
        return HabitTold(PACE, "pace: too few", said, count, known=False)
    days = choices.pause[wrote] + 1.0  # on the morning after a message its age is 0
    low, middle, high = (round(float(day)) for day in np.quantile(days, (0.25, 0.5, 0.75)))
    spread = f" (half of {count} times: {low} to {high} days)" if low < high else f" ({count} times)"
    said = f"When somebody says nothing, you write again {_after(middle)}{spread}."
    return HabitTold(PACE, f"pace: {middle}", said, count, known=True)


def _manner_told(choices: SeenChoices, title: MoveTitle) -> HabitTold:
    waits = choices.situation == SITUATIONS.index("waits")
    met, waiting = int((waits & (choices.move != "") & (choices.move != REST)).sum()), int(waits.sum())
    moved = ~np.isin(choices.move, SILENT) & ~choices.asked & ~waits
    names, times = np.unique(choices.move[moved], return_counts=True)
    count = int(times.sum())
    if count + waiting < FEWEST_MESSAGES:
        said = (
            f"You made {count} other moves, and {waiting} messages waited for you. That is too few choices to tell "
            f"what you do between questions; from {FEWEST_MESSAGES} on it can be told."
        )
        return HabitTold(MANNER, "manner: too few", said, count + waiting, known=False)
    if not count:
        said = f"You say nothing between questions, in {int((~choices.asked).sum())} chances ({CHANCE})."
        return HabitTold(MANNER, "manner: nothing", said, count + waiting, known=True)
    usual = str(names[int(times.argmax())])
    mostly = f"unasked, what you do most is “{title(usual)}” ({int(times.max())} of {count} times)"
    if not waiting:
        return HabitTold(MANNER, f"manner: {usual}", f"{mostly[0].upper()}{mostly[1:]}.", count, known=True)
    share = met / waiting
    level = "nearly always" if share >= 0.9 else "mostly" if share > 0.5 else "seldom" if share > 0.1 else "hardly ever"
    said = f"When a message waits for you, you {level} write that day ({met} of {waiting} mornings); {mostly}."
    return HabitTold(MANNER, f"manner: {level}, {usual}", said, count + waiting, known=True)


def _times(count: int) -> str:
    return "once" if count == 1 else "never" if not count else f"{count} times"


def _after(days: int) -> str:
    return "on the next day" if days <= 1 else f"after {days} days"
