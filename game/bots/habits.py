"""Habits: the numbers of the patient bot and its customs. Left out one at a time, they tell what each is worth."""

from dataclasses import dataclass

from game.model.arrays import Array

NEED_DAYS = 10.0  # how long a need that has shown is taken to last
HELP_DAYS = 3.0  # days for which a need that waits is answered by help
AFTER_NO_DAYS = 5.0  # days of peace after a no
TALKED_DAYS = 3.0  # days for which something that was said is worth taking up
REST_DAYS = 2.0  # days of peace after a message that got no answer
POST_EVERY_DAYS = 7  # days from one post to the next; whoever is met in person needs few posts

HabitNumber = float | Array
"""A number, or one for each episode of a batch (B, 1)."""


@dataclass(frozen=True, eq=False)
class Habits:
    """How somebody courts who courts as the patient bot does."""

    prior: HabitNumber = -1.6  # log odds of "wants to buy" before anything is known: one in six
    needs: HabitNumber = 2.2  # and by what each signal says for it: a need of their own,
    prices: HabitNumber = 1.6  # a question for the price,
    asked_how: HabitNumber = 0.2  # a question of the curious,
    errands: HabitNumber = -0.8  # a question for a friend,
    baits: HabitNumber = -3.0  # the promise of a large order,
    pitches: HabitNumber = -3.0  # an offer of theirs,
    shares: HabitNumber = -0.3  # a share
    gloomy: HabitNumber = -0.6  # running mean of tells from which somebody seems put off
    sure: HabitNumber = 0.5  # log odds from which somebody is taken for a buyer
    met: HabitNumber = 3.0  # contacts before a question, and one less on the last day
    fits: HabitNumber = 0.55  # what a content must seem to be worth to somebody before it is shared
    need_days: HabitNumber = NEED_DAYS
    help_days: HabitNumber = HELP_DAYS
    after_no_days: HabitNumber = AFTER_NO_DAYS
    talked_days: HabitNumber = TALKED_DAYS
    rest_days: HabitNumber = REST_DAYS
    without: frozenset[str] = frozenset()  # names of `HABITS` that are left out

    def has(self, habit: str) -> bool:
        """Whether something is done as a rule.

        >>> Habits().has("thanks"), Habits(without=frozenset({"thanks"})).has("thanks")
        (True, False)
        """
        if habit not in HABITS:
            raise KeyError(habit)
        return habit not in self.without


HABITS = {
    "answers": "answers what waits",
    "help": "helps where a need has just shown",
    "congratulations": "congratulates on good news",
    "thanks": "thanks for a share, and asks for the view of whoever praised",
    "follow_ups": "takes up what was said",
    "profile": "reads the profile",
    "gifts": "shares what fits",
    "posts": "posts once a week",
    "space": "gives space to whoever wants it",
    "tells": "leaves those in peace for longer who seem put off, and does not ask",
    "silence": "leaves the quiet and those who did not answer in peace for longer",
    "peace": "leaves people in peace between messages",
    "meetings": "asks nobody who has hardly been met",
    "after_a_no": "leaves people in peace after a no",
    "nearness": "gives the hours that are left to those who warm or want to buy",
}
"""What the patient bot does as a rule, in words. Each can be left out."""

PATIENT = Habits()
