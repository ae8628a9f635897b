"""The debrief as a readable text: score and parts, who they were, asks, reasons day by day."""

from collections.abc import Iterator

from game.coach.adding_up import tenths, told_change
from game.coach.looking_back.debrief import Debrief, FollowerDebrief
from game.coach.looking_back.explained import reasons
from game.coach.looking_back.make_debrief import debrief
from game.session.playthrough import Playthrough

NOTABLE = 1.0  # points of trust; smaller changes of a day on which nothing was done are not told


def debrief_told(now: Playthrough) -> str:
    """All that is told after the last day of a run, in lines. Ends in a newline."""
    told = debrief(now)
    lines = [*_summary(told), "", "Their side"]
    for follower in told.followers:
        lines += _follower(follower)
        lines += _reasons(now, follower)
    return "\n".join(lines) + "\n"


def _summary(told: Debrief) -> Iterator[str]:
    yield "Debrief"
    parts = f"people {told.people:.2f}, business {told.business:.2f}, manners {told.manners:.2f}"
    yield f"  score {told.score:.2f}: {parts}"
    yield f"  notebook {told.reading:.2f}"
    figures = ""
    if told.discrimination is not None and told.criterion is not None:
        figures = f" d' {told.discrimination:.3f}, criterion {told.criterion:.3f}"
    yield f"  judgement{figures}: {told.judgement}"
    yield f"  {told.buyers_truth}"
    for goal in told.goals:
        detail = f" ({goal.detail})" if goal.detail else ""
        yield f"  goal, {'reached' if goal.reached else 'missed'}: {goal.title}{detail}"
    yield from (f"  manners {line}" for line in told.manners_why)
    for ask in told.asks:
        answer = "yes" if ask.accepted else "no"
        figures = f"{ask.badge.lower()}, chance {ask.likelihood:.3f}, {answer}, {ask.cost}"
        yield f"  day {ask.day}, {ask.title} to {ask.name}: {figures}. {ask.text}"
    yield from (f"  {sentence}" for sentence in told.missed)
    for life in told.epilogue:
        left = f", left in night {life.left}" if life.left else ""
        did = f", praised {life.praised}, complained {life.complained}" + (", bought elsewhere" * life.elsewhere)
        yield f"  a month later, {life.name}: trust {life.trust[0]:.1f} to {life.trust[-1]:.1f}{left}{did}"
    yield from (f"  {title}: {text}" for title, text in told.lessons)


def _follower(told: FollowerDebrief) -> Iterator[str]:
    yield f"  {told.name}, {told.motive_title}. {told.why_followed} Wants: {told.wants}"
    if told.guess:
        right = "right" if told.guess_right else "wrong"
        yield f"    your guess: {told.guess}, {told.guess_sure} %, {right}"
    if told.ready_spells:
        spells = (f"{first}" if first == last else f"{first} to {last}" for first, last in told.ready_spells)
        yield f"    ready on day {', '.join(spells)}"
    came = "which came" if told.came else "which did not come"
    yield f"    best end: {told.happy_end}, {came}. {told.happy_end_text} {told.end}"
    yield f"    trust {' '.join(f'{tenths(points):.1f}' for points in told.trust)}"


def _reasons(now: Playthrough, follower: FollowerDebrief) -> Iterator[str]:
    """The days on which something was done, or trust changed much, each with its causes."""
    marks = {day: [mark for mark in follower.marks if mark.day == day] for day in range(1, len(follower.trust))}
    for day in range(1, len(follower.trust)):
        change = told_change(follower.trust[day - 1], follower.trust[day])
        if not marks[day] and abs(change) < NOTABLE:
            continue
        done = " and ".join(f"{mark.title} ({mark.quality})" for mark in marks[day]) or "nothing done"
        causes = " · ".join(f"{r.words} {r.shown:+.1f}" for r in reasons(now, follower.id, day) if r.shown)
        yield f"    day {day}, {done}, {change:+.1f}: {causes}"
