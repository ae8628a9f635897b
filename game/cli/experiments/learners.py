"""`courtship evidence learners`: simulated learners, and what each kind of debrief teaches them."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from game.cli.experiments.trials import loaded, progress_of
from game.cli.printing import fail, print_json, tell

if TYPE_CHECKING:
    from game.lab.signs.learning_trial import BeforeAfter, GroupTaught, KindTaught

NAME = "learners"
SCENARIO = "slow_roast"
FEWEST = 20
TOLD = {
    "nothing": "no debrief",
    "answers": "answers (no debrief, and the answers that play shows)",
    "score": "score (the score alone)",
    "debrief": "debrief (the debrief without the coach)",
    "coach": "coach (the decisions that the coach tells)",
}
HEADS = {
    "wrong weights": "began with wrong weights",
    "never ask": "began by never asking",
    "always ask": "began by always asking",
}


def teach(learners: int, games: int, seed: int, *, as_json: bool) -> None:
    """Runs the experiment and prints it.

    Args:
        learners: how many.
        games: that each plays and is told of.
        seed: of all of them.
        as_json: figures instead of text.
    """
    from game.lab.signs.learning_trial import learning_trial, trial_steps
    from game.scenario.compiling.compile import compile_scenario

    if learners < FEWEST:
        fail(
            f"There are {learners} learners; {FEWEST} or more are needed, since a tenth never asks and a tenth always."
        )
    compiled = compile_scenario(loaded(SCENARIO).playable())
    with progress_of(trial_steps(games), "teaching") as done:
        found = learning_trial(compiled, learners, games, seed, done)
    if as_json:
        print_json({"scenario": SCENARIO, "learners": learners, "games": games, "seed": seed,
                    "kinds": [asdict(kind) for kind in found]})  # fmt: skip
        return
    tell(f"{learners} simulated learners, {games} fresh games of {SCENARIO} each under every kind of debrief")
    tell(
        "d’: how well the ready are told from others, 0 by chance. criterion: above 0 asking too seldom, below 0 too "
        "often. Each before and after, with the change and its 95 % interval."
    )
    for kind in found:
        _tell(kind)


def _tell(kind: "KindTaught") -> None:
    tell(TOLD[kind.kind])
    for group in (kind.everybody, *kind.groups):
        tell(
            f"  {HEADS.get(group.group, group.group)} ({group.learners}): d’ {_told(group.discrimination)}, "
            f"criterion {_told(group.criterion)}, score {_told(group.score, 1)}{_extremes(group)}"
        )


def _told(value: "BeforeAfter", digits: int = 2) -> str:
    """A figure before and after, and its change with the interval: "0.10 to 0.90, +0.80 (0.70 to 0.90)"."""
    before, after, mean, low, high = (
        round(figure, digits) + 0.0
        for figure in (value.before.mean, value.after.mean, value.change.mean, value.change.low, value.change.high)
    )
    return f"{before:.{digits}f} to {after:.{digits}f}, {mean:+.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def _extremes(group: "GroupTaught") -> str:
    never, always = group.never, group.always
    return f"; ask nobody {never[0]} to {never[1]}, ask nearly everybody {always[0]} to {always[1]}"
