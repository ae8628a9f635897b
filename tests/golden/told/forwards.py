"""What is told of habits and of where they lead: sentences, and the policies that are read from choices."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from game.bots.play import bot_day
from game.coach.forward.asking_rule import nearest_rule
from game.coach.forward.asking_signs import NAMES, SIGNS
from game.coach.forward.forward_text import check_told, earlier_told, lead_told, text_forward
from game.coach.forward.forward_values import (
    HABIT_IDS,
    CopyChecked,
    EarlierSelf,
    HabitTold,
    LookedForward,
    SidesCompared,
    WentOn,
)
from game.coach.forward.habits_told import habits_told
from game.coach.forward.player_policy import PlayerPolicy, fitted_policy, policy_bot
from game.coach.forward.seen_choices import CUES, SeenChoices
from game.coach.forward.went_on import as_active, play_forward, went_on
from game.engine.batch import Batch
from game.engine.days import begin
from game.intervals import Interval
from tests.coach.forward.own_games import choices_of
from tests.golden.told.sheets import Told
from tests.plays import compiled

PLAYERS = ("warm 2", "contacts 4 + need", "patient", "spammer", "never_asks", "random", "poster")


def policies_told() -> Iterator[Told]:
    """Of each player two games: what was chosen, by cue; the policy that is read from it; the three sentences."""
    for name in PLAYERS:
        choices = choices_of(name, 2)
        policy = fitted_policy(choices)
        yield name, f"{len(choices.move)} occasions, {choices.asks} asked, {int(choices.free.sum())} free"
        for number, cue in enumerate(CUES):
            rows = choices.cue == number
            yield (
                name,
                f"{cue}: {int(rows.sum())}, moves {_counts(choices.move[rows])}, kinds {_counts(choices.kind[rows])}",
            )
        yield name, f"signs {choices.signs.sum(axis=0).tolist()}, columns {_rounded(choices.columns.mean(axis=0))}"
        yield name, f"last {_counts(choices.last)}, pauses {_counts(choices.pause)}, posts {_counts(choices.posts)}"
        yield from ((name, words) for words in _policy(policy))
        for habit in habits_told(choices, policy, lambda move: move.replace("_", " ")):
            yield name, f"{habit.sentence} ({habit.claim}, {habit.choices}, {'known' if habit.known else 'not known'})"
        rows = choices.free & ~choices.signs[:, NAMES.index("no")]
        rule = nearest_rule(choices.signs[rows], policy.asks(choices.columns[rows]))
        told = rule and f"{rule.name}: {rule.inside:.3f} inside, {rule.outside:.3f} outside, {rule.told:.3f} told"
        yield name, f"the nearest rule {told}"
        few = choices.of_runs([1])
        yield name, f"of the second game {len(few.move)} occasions and {len(few.posts)} days, {few.asks} asked"


def _policy(policy: PlayerPolicy) -> Iterator[str]:
    yield f"asks by {policy.ask}, weights {_rounded(policy.weights)}"
    yield f"moves {policy.moves}, again {policy.again:.2f}, active {policy.active:.3f}, eager {policy.eager:.2f}"
    yield f"contact {_rounded(policy.contact)}"
    if policy.moves:
        yield f"manner {_rounded(policy.manner.max(axis=1))} {policy.manner.argmax(axis=1).tolist()}"
    yield f"posts { {name: round(share, 3) for name, share in policy.posts.items()} }"


def _counts(values) -> dict[str, int]:
    names, times = np.unique(np.asarray(values), return_counts=True)
    return {str(name): int(count) for name, count in zip(names, times, strict=True)}


def _rounded(values) -> list[float]:
    return [float(value) + 0.0 for value in np.asarray(values).ravel().round(2)]


def copies_told() -> Iterator[Told]:
    """What the copy of some players does in a game of its own, whole and with each habit denied."""
    here = compiled("first_hello")
    for name in ("patient", "spammer", "random"):
        policy = fitted_policy(choices_of(name, 2))
        for denied in (frozenset(), *(frozenset({habit}) for habit in HABIT_IDS), frozenset(HABIT_IDS)):
            bot = policy_bot(replace(policy, denied=denied, eager=2.0), here.rules, 0.3)
            position = begin(here, 5, np.arange(6))
            batch, ids = Batch(position), here.rules.moves.ids
            while not position.finished:
                morning, plan = bot_day(position, bot)
                made = [
                    f"{ids[move]}{'' if content < 0 else f' {content}'}"
                    for move, content in zip(plan.move.ravel(), plan.content.ravel(), strict=True)
                    if move
                ]
                posts = [ids[post] for post in plan.post if post]
                yield f"{name}, denied {sorted(denied)}", f"day {position.day}: {_counts(made)}, posts {_counts(posts)}"
                position = batch.play_day(morning, plan)


def ways_on_told() -> Iterator[Told]:
    """Where some players' habits lead in eight games, and how eager a copy must be."""
    here = compiled("first_hello")
    for name in ("patient", "pushy"):
        policy = as_active(fitted_policy(choices_of(name, 2)), here, 5)
        yield name, f"eager {policy.eager:.4f}"
        played = play_forward(here, policy_bot(policy, here.rules), 5, 8)
        yield name, f"score {_rounded(played.score)}, won {played.won}, pushed {played.pushed}, missed {played.missed}"
    told = went_on(here, policy_bot(policy, here.rules), 5, 8)
    for side in (told.you, told.patient):
        for figure, value in vars(side).items():
            yield "pushy went on", f"{figure} {_rounded((value.mean, value.low, value.high))}"
    yield "pushy went on", f"in reach {_rounded((told.reach.mean, told.reach.low, told.reach.high))}"


LEADS = {"above": Interval(3.14, 0.04, 6.2), "below": Interval(-3.14, -6.2, -0.04),
         "neither": Interval(-0.04, -2.0, 1.9),
         "hardly": Interval(1.0, 0.0, 2.0), "hardly below": Interval(-1.0, -2.0, 0.0)}  # fmt: skip


def texts_forward() -> Iterator[Told]:
    """The lines of the command line, and every sentence on a lead and on the copy."""
    for name, lead in LEADS.items():
        yield name, lead_told(lead)
        yield name, earlier_told(lead)
    for games, you, copy in ((1, 40.0, 44.99), (1, 40.0, 45.0), (3, 45.0, 40.0), (2, 45.0, 40.04)):
        yield f"{games} games, {you} and {copy}", check_told(CopyChecked(games, you, copy))
    figures = [Interval(mean, mean - 1.0, mean + 1.25) for mean in (41.2, 2.5, 0.4, 1.6)]
    side = SidesCompared(*figures, LEADS["above"])
    habits = tuple(HabitTold(habit, habit, f"You do {habit}.", 9, True, habit == "pace") for habit in HABIT_IDS)
    whole = LookedForward("First Hello", 1, 1, 1, habits, WentOn(1, side, side, figures[0]), None, None)
    earlier = EarlierSelf(1, 2, figures[0], figures[1], LEADS["below"], "You asked early.", "You ask late.")
    more = replace(whole, runs=4, days=28, choices=90, went=replace(whole.went, games=200),
                   checked=CopyChecked(3, 40.0, 41.0), earlier=earlier)  # fmt: skip
    for name, found in (("of one day", whole), ("of four runs", more)):
        yield from ((name, line.strip()) for line in text_forward(found).splitlines())


def habits_of_made_up_choices() -> Iterator[Told]:
    """How often something was done, and of how many occasions, around the borders at which it is told otherwise."""
    for sign in SIGNS:
        yield sign.id, f"once {sign.words} ({sign.family}, {'leads' if sign.leads else 'holds back'})"
    for need in (0.02, 0.11, 0.13, 0.2, 0.39, 0.41, 0.9):
        choices = _made_up(need)
        policy = fitted_policy(choices)
        for habit in habits_told(choices, policy, str.title, frozenset({"pace: hardly ever"})):
            yield (
                f"asked in {need} of the cases of need",
                f"{habit.sentence} ({habit.claim}{', denied' * habit.denied})",
            )


def _made_up(need: float) -> SeenChoices:
    """Occasions on which somebody asks one in five of those who answered twice, and other shares of those in need."""
    count = 800
    number = np.arange(count)
    signs = np.zeros((count, len(NAMES)), dtype=bool)
    signs[:, NAMES.index("answers 1")] = signs[:, NAMES.index("answers 2")] = number % 4 == 0
    signs[:, NAMES.index("need")] = number % 8 == 0
    inside = np.where(signs[:, NAMES.index("need")], need, 0.2) * (number % 4 == 0)
    asked = (number // 8 % 100) < 100 * inside
    return SeenChoices(
        run=np.zeros(count, dtype=int), signs=signs, columns=signs.astype(float),
        cue=np.full(count, CUES.index("quiet")),
        kind=np.zeros(count, dtype=int), last=np.full(count, ""), pause=np.full(count, 2.0),
        free=np.ones(count, dtype=bool),
        asked=asked, move=np.where(asked, "propose", "").astype("<U20"), posts=("",), post_runs=(0,),
    )  # fmt: skip
