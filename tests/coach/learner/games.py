"""Made-up games of a learner."""

from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleEvidence, PrincipleSeen, RunEvidence


def game(day=1, *, asked=0, in_time=0, missed=0, pushed=0, gave_in=0, scenario="bakery", run="", **principles):
    """A game of January with questions, and what it shows of further principles."""
    asking = PrincipleSeen(asked=asked, asked_in_time=in_time, missed=missed)
    found = (PrincipleEvidence(KNOW_WHEN, "Ask in time.", asking),
             *(PrincipleEvidence(name, f"Text of {name}.", seen) for name, seen in principles.items()))  # fmt: skip
    return RunEvidence(
        run or f"{scenario}-{day}.jsonl", f"2026-01-{day:02}T12:00:00+00:00", scenario, f"The {scenario}", found,
        pushed, gave_in,
    )  # fmt: skip
