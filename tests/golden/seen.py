"""What a player could see of a run, morning by morning, as a readable text: a part of each golden playthrough."""

from game.session.entries import Note
from game.session.session import Session
from game.session.view import FollowerView, View


def morning_told(view: View) -> list[str]:
    """One morning, with the followers in the order of the list."""
    lines = [f"Morning {view.day}, {view.weekday}: {view.hours_left:.2f} of {view.hours_total:.2f} hours"]
    lines += [f"  hint: {view.hint}"] if view.hint else []
    lines += [f"  event: {event.title}" for event in view.events]
    lines += [f"  goal reached: {goal.title}" for goal in view.goals if goal.reached]
    lines += [f"  can be shared: {c.title} ({c.hours:g} h)" for c in view.contents if not c.locked]
    if view.night is not None:
        lines.append(
            f"  night: {view.night.likes} likes, joined {list(view.night.joined)}, left {list(view.night.left)}"
        )
        lines += [f"    {item.weight} {item.name} {item.signal}" for item in view.night.items]
        lines += [f"    note: {note}" for note in view.night.notes]
    lines += [f"  {_follower(follower)}" for follower in view.followers]
    return lines


def _follower(seen: FollowerView) -> str:
    marks = {
        "unread": seen.unread, "waiting": seen.waiting, "shared": seen.shared, "news": seen.news,
        "customer": seen.customer, "left": seen.left, "loves": list(seen.topics), "formats": list(seen.formats),
        "noticed": [notice.title + ("*" if notice.new else "") for notice in seen.noticed],
    }  # fmt: skip
    told = ", ".join(f"{name} {value}" for name, value in marks.items() if value)
    return f"{seen.name}: {told}" if told else seen.name


def cards_told(view: View) -> list[str]:
    """The moves towards one follower that cannot be made, and why; and what each would be on a date."""
    refused = [f"    {move.id}: {move.why_not}" for move in (*view.moves, *view.posts) if not move.enabled]
    dates = [f"    {move.id} on a date: {move.date.mood}, {move.date.what}" for move in view.moves if move.faux_pas]
    return [*refused, *dates]


def keep_notebook(game: Session) -> None:
    """Writes a guess about each follower, by turns of all motives and degrees of sureness."""
    motives = game.playthrough.compiled.rules.motives.ids
    for number, who in enumerate(game.playthrough.people):
        game.do(Note(who, motives[number % len(motives)], (25, 50, 75, 100)[number % 4]))
