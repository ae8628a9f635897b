"""A run as a readable text: what was done, what was said, who they were. Golden playthroughs are made of it."""

from game.engine.timeline import happy_end_of
from game.model import trust
from game.session.playthrough import Playthrough
from game.session.words.spoken import NARRATED


def transcript(now: Playthrough) -> str:
    """The run, day by day; once all days are played, the followers revealed at its end. Ends in a newline."""
    scenario = now.compiled.scenario
    game = f", game {now.setup.episode}" if now.setup.episode else ""
    lines = [f"{scenario.title} · seed {now.setup.seed}{game}", ""]
    for played in now.history:
        lines.append(f"Day {played.morning.day}")
        lines += _day(now, played.morning.day)
    if not now.finished:
        return "\n".join([*lines, "", unfinished_told(now)]) + "\n"
    lines += ["", "Who they were"]
    final = now.position
    points = 100.0 * trust(final.state, final.people, now.compiled.rules.params)[0]
    for column, who in enumerate(now.compiled.ids):
        person = now.people[who]
        here = "following" if final.ledger.present[0, column] > 0.5 else "not following"
        came = "happy end" if final.state.happy[0, column] > 0.5 else "no happy end"
        lines.append(
            f"  {person.name}: {person.motive}, trust {points[column]:.1f}, {here}, {came} "
            f"({happy_end_of(final, column)})"
        )
    return "\n".join(lines) + "\n"


def unfinished_told(now: Playthrough) -> str:
    """That a run is not over yet, so that its end is not told, and how it is brought to one."""
    return (
        f"This run is not finished: it stands at day {now.day} of {now.compiled.scenario.days}. Who they are, and the "
        "score, are told when it is over. To finish it, open courtship and choose it from Your runs."
    )


def _day(now: Playthrough, day: int) -> list[str]:
    events = [
        f"  * {event.title}: {event.choices[now.answers[name]].label if name in now.answers else 'read'}"
        for i, (name, event) in enumerate(now.compiled.scenario.timeline.items())
        if now.history[day - 1].morning.fresh[0, i]
    ]
    posts = [f"  you, to everybody [{p.move}]: {p.text}" for p in now.story.feed if p.day == day]
    said = []
    for who in now.compiled.ids:
        name = now.people[who].name
        for item in now.story.threads[who]:
            if item.day == day:
                voice = f"you, to {name}" if item.who == "me" or item.kind in NARRATED else name
                said.append(f"  {voice} [{item.kind}]: {item.text}")
    return [*events, *posts, *said]
