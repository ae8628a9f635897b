"""A run as a readable text: what was done, what was said, who they were. Golden playthroughs are made of it."""

from game.engine.timeline import happy_end_of
from game.model import trust
from game.session.session import Session
from game.session.words.talk import NARRATED


def transcript(session: Session) -> str:
    """The whole run, day by day, and the followers revealed at its end. Ends in a newline."""
    scenario = session.compiled.scenario
    game = f", game {session.episode}" if session.episode else ""
    lines = [f"{scenario.title} · seed {session.seed}{game}", ""]
    for played in session.history:
        lines.append(f"Day {played.morning.day}")
        lines += _day(session, played.morning.day)
    lines += ["", "Who they were"]
    final = session.position
    points = 100.0 * trust(final.state, final.people, session.compiled.rules.params)[0]
    for column, who in enumerate(session.compiled.ids):
        person = session.story.people[who]
        here = "following" if final.ledger.present[0, column] > 0.5 else "not following"
        came = "happy end" if final.state.happy[0, column] > 0.5 else "no happy end"
        lines.append(
            f"  {person.name}: {person.motive}, trust {points[column]:.1f}, {here}, {came} "
            f"({happy_end_of(final, column)})"
        )
    return "\n".join(lines) + "\n"


def _day(session: Session, day: int) -> list[str]:
    events = [
        f"  * {event.title}: {event.choices[session.answers[name]].label if name in session.answers else 'read'}"
        for i, (name, event) in enumerate(session.compiled.scenario.timeline.items())
        if session.history[day - 1].morning.fresh[0, i]
    ]
    posts = [f"  you, to everybody [{p.move}]: {p.text}" for p in session.story.feed if p.day == day]
    said = []
    for who in session.compiled.ids:
        name = session.story.people[who].name
        for item in session.story.threads[who]:
            if item.day == day:
                voice = f"you, to {name}" if item.who == "me" or item.kind in NARRATED else name
                said.append(f"  {voice} [{item.kind}]: {item.text}")
    return [*events, *posts, *said]
