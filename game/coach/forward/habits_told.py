"""A player's habits in three plain sentences, each of which they may deny; what the choices do not say is told so."""

from collections.abc import Callable

import numpy as np

from game.coach.forward.asking_rule import AskingRule, nearest_rule
from game.coach.forward.asking_signs import NAMES, NEED, SIGNS
from game.coach.forward.forward_values import ASKING, MANNER, PACE, HabitTold
from game.coach.forward.player_policy import REST, PlayerPolicy
from game.coach.forward.seen_choices import CUES, UNSAID, SeenChoices
from game.coach.judgement import FEWEST_ASKS
from game.model.arrays import Array
from game.model.state import HAPPENED

FEWEST_MESSAGES = 10
"""Fewer unasked messages than this do not tell how long somebody waits; nor do fewer moves tell what they do."""
FEWEST_OCCASIONS = 60
"""So many occasions without a question, or a message, tell that none is made."""
HARDLY = 0.03  # share of occasions
APART = 2.0  # times as often; below, a need makes no difference
SILENT = ("", REST, "look_around")
"""What nobody hears of."""
OTHERWISE_NOTHING = "otherwise you write to nobody, questions aside"
OCCASION = "one person on one morning each"

MoveTitle = Callable[[str], str]


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
    asks, occasions = choices.asks, int(choices.free.sum())
    if not asks and occasions >= FEWEST_OCCASIONS:
        said = f"You ask nobody to buy: on {occasions} occasions ({OCCASION}) you did not do it once."
        return HabitTold(ASKING, "asking: nobody", said, occasions, known=True)
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
            f"You ask whatever has shown: {asks} questions on {occasions} occasions ({OCCASION}), and no sign tells "
            "much of when."
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
    unsaid = np.isin(choices.cue, [CUES.index(name) for name in UNSAID])
    silent = unsaid & (choices.pause < HAPPENED) & ~choices.asked
    wrote = silent & ~np.isin(choices.move, SILENT)
    count, occasions = int(wrote.sum()), int(silent.sum())
    if occasions >= FEWEST_OCCASIONS and count <= HARDLY * occasions:
        seldom = f"You hardly ever write again to somebody who says nothing: {_times(count)}"
        never = "You never write again to somebody who says nothing: not once"
        said = f"{seldom if count else never} on {occasions} occasions ({OCCASION})."
        return HabitTold(PACE, "pace: hardly ever", said, occasions, known=True)
    if count < FEWEST_MESSAGES:
        again = f"You have written again {_times(count)}" if count else "You have not yet written again"
        said = (
            f"{again} to somebody who had said nothing. That is too few choices to tell how long you wait; from "
            f"{FEWEST_MESSAGES} on it can be told."
        )
        return HabitTold(PACE, "pace: too few", said, count, known=False)
    days = choices.pause[wrote] + 1.0  # on the morning after a message its age is 0
    low, middle, high = (round(float(day)) for day in np.quantile(days, (0.25, 0.5, 0.75)))
    spread = f" (half of {count} times: {low} to {high} days)" if low < high else f" ({count} times)"
    said = f"When somebody says nothing, you write again {_after(middle)}{spread}."
    return HabitTold(PACE, f"pace: {middle}", said, count, known=True)


def _manner_told(choices: SeenChoices, title: MoveTitle) -> HabitTold:
    waits = choices.cue == CUES.index("waits")
    met, waiting = int((waits & ~np.isin(choices.move, SILENT)).sum()), int(waits.sum())
    moved = ~np.isin(choices.move, SILENT) & ~choices.asked & ~waits
    names, times = np.unique(choices.move[moved], return_counts=True)
    count = int(times.sum())
    if count + waiting < FEWEST_MESSAGES:
        made = f"You made {_counted(count, 'move')} between questions, and {_waiting_told(waiting)}."
        said = (
            f"{made} That is too few choices to tell what you do between questions; from {FEWEST_MESSAGES} on it can "
            "be told."
        )
        return HabitTold(MANNER, "manner: too few", said, count + waiting, known=False)
    usual = str(names[int(times.argmax())]) if count else "nothing"
    unasked = _unasked_told(title(usual), int(times.max()), count) if count else OTHERWISE_NOTHING
    if not waiting:
        return HabitTold(MANNER, f"manner: {usual}", f"{unasked[0].upper()}{unasked[1:]}.", count, known=True)
    level = _level(met / waiting)
    said = f"When a message waits for you, you {level} write that day ({met} of {_counted(waiting, 'occasion')})"
    return HabitTold(MANNER, f"manner: {level}, {usual}", f"{said}; {unasked}.", count + waiting, known=True)


def _unasked_told(move: str, most: int, count: int) -> str:
    """What is done most where no message waits, in how many of `count` times, 1.. ."""
    if count == 1:
        return f"unasked, you have made one move, “{move}”"
    if most == 1:
        return f"unasked, you do now this, now that ({count} times, none of it twice)"
    return f"unasked, what you do most is “{move}” ({most} of {count} times)"


def _level(share: float) -> str:
    """How often, of a share 0..1."""
    if not share:
        return "never"
    return "nearly always" if share >= 0.9 else "mostly" if share > 0.5 else "seldom" if share > 0.1 else "hardly ever"


def _waiting_told(count: int) -> str:
    return f"a message waited for you on {_counted(count, 'occasion')}" if count else "no message waited for you"


def _counted(count: int, noun: str) -> str:
    """A count with its noun: "no move", "1 move", "2 moves"."""
    return f"{count} {noun}s" if count > 1 else f"{count or 'no'} {noun}"


def _times(count: int) -> str:
    """How often, of a count 1.. ."""
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _after(days: int) -> str:
    return "on the next day" if days <= 1 else f"after {days} days"
