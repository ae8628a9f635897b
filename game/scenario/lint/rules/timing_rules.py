"""What comes too early, too late, or takes longer than there is: hints, changes, hours, needs."""

from collections.abc import Iterator

from game.scenario.format.schema_people import Follower, Life
from game.scenario.format.schema_story import Change, Do, Event
from game.scenario.lint.bounds import need_may_show
from game.scenario.lint.reach import changes_of
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem

_ENDS = {
    "advocate": "to speak up for you", "partner": "to become a partner", "community": "to belong, not to buy",
    "none": "none at all",
}  # fmt: skip


def absent(subject: Subject) -> Iterator[Problem]:
    """`who-absent`: something is done to a follower, or makes a move towards one, before they have come."""
    arrives = {name: who.arrives for name, who in subject.followers.items()}
    for name, event in subject.written.timeline.items():
        last = _last_day(event)
        for way, what in _deeds(event):
            for who in what.who:
                if last < arrives.get(who, 0):
                    message = (
                        f"'{name}' happens on day {last} at the latest, and {subject.followers[who].name} arrives on "
                        f"day {arrives[who]}; nothing is done to them."
                    )
                    hint = f"Let it happen from day {arrives[who]} on, or let them arrive earlier."
                    yield subject.value("timeline", name, *way, "who").problem("who-absent", message, hint=hint)


def _last_day(event: Event) -> int:
    """The last day on which an event can happen, as far as its own words say; far off where they say nothing."""
    if event.latest is not None:
        return event.latest
    if event.when is not None and event.when.day is not None and event.when.day.end is not None:
        return event.when.day.end
    return 10_000


def _deeds(event: Event) -> Iterator[tuple[tuple[str | int, ...], Change | Do]]:
    """The changes and moves of an event and its answers, each with the way to it."""
    for deed, key in ((event.change, "change"), (event.do, "do")):
        if deed is not None:
            yield (key,), deed
    for number, choice in enumerate(event.choices):
        for deed, key in ((choice.change, "change"), (choice.do, "do")):
            if deed is not None:
                yield ("choices", number, key), deed


def late_hints(subject: Subject) -> Iterator[Problem]:
    """`hint-late`: a hint of the tutorial for a day after the last one."""
    days = subject.written.days
    for name, hint in subject.written.tutorial.items():
        if hint.day > days:
            message = f"'{name}' is shown from day {hint.day} on, and the game ends on day {days}."
            node = subject.value("tutorial", name, "day")
            yield node.problem("hint-late", message, hint=f"Write day: {days} or less.")


def late_moves(subject: Subject) -> Iterator[Problem]:
    """`move-late`: a move that opens after the last day, or a hint that ends before its move opens."""
    days, opens = subject.written.days, {}
    for name, move in subject.written.moves.items():
        opens[name] = move.start or 1
        if opens[name] > days:
            message = f"'{name}' can be made from day {opens[name]} on, and the game ends on day {days}."
            yield subject.value("moves", name, "from").problem(
                "move-late", message, hint=f"Write from: {days} or less."
            )
    for name, hint in subject.written.tutorial.items():
        last = hint.when.day.end if hint.when is not None and hint.when.day is not None else None
        first = opens.get(hint.until_move, 1)
        if last is not None and last < first <= days:
            message = f"'{name}' tells of '{hint.until_move}' until day {last}, which opens on day {first}."
            node = subject.value("tutorial", name, "until_move")
            yield node.problem(
                "move-late", message, hint=f"Show the hint on day {first} or later, or open the move earlier."
            )


def long_content(subject: Subject) -> Iterator[Problem]:
    """`content-too-long`: content that takes more hours than any day has."""
    scenario = subject.written
    gains = sum(max([0.0, *(c.hours_per_day for c in changes_of(event))]) for event in scenario.timeline.values())
    most = min(24.0, scenario.business.hours_per_day + gains)
    for name, item in scenario.content.items():
        if item.hours > most:
            message = f"'{name}' takes {item.hours:g} hours, and a day has {most:g} at most; it takes a whole day."
            node = subject.value("content", name, "hours")
            yield node.problem("content-too-long", message, hint=f"Write hours: {most:g} or less, or give days more.")


def lost_hours(subject: Subject) -> Iterator[Problem]:
    """`hours-gone`: events that together may take all hours of a day."""
    scenario = subject.written
    losses = {
        name: min([0.0, *(c.hours_per_day for c in changes_of(event))]) for name, event in scenario.timeline.items()
    }
    left = scenario.business.hours_per_day + sum(losses.values())
    if losses and left <= 0.0:
        worst = min(losses, key=lambda name: losses[name])
        message = (
            f"A day has {scenario.business.hours_per_day:g} hours, and events may take {-sum(losses.values()):g} of "
            "them: then nothing can be done any more."
        )
        hint = "Let events take fewer hours, or write more hours_per_day under business:."
        yield subject.key("timeline", worst).problem("hours-gone", message, hint=hint)


def hidden_needs(subject: Subject) -> Iterator[Problem]:
    """`need-hidden`: a motive with a need that can never grow so far that it shows."""
    table = subject.reach.compiled.rules.motives
    for name, motive in subject.written.motives.items():
        row = {column: float(values[table.index(name)]) for column, values in table.columns.items()}
        if motive.need is None or need_may_show(row["interest"], row["need_last"]):
            continue
        message = (
            f"A need of '{name}' never shows: with interest {100 * row['interest']:g} it does not grow far enough."
        )
        node = subject.value("motives", name, "interest" if motive.interest is not None else "need")
        yield node.problem("need-hidden", message, hint="Write interest: 50 or more, or leave need: out.")


def needs_of_no_buyer(subject: Subject) -> Iterator[Problem]:
    """`ready-no-buyer`: a time for a yes where no good end is to buy, so that no ask comes at the right time."""
    for name, who in subject.followers.items():
        people: list[tuple[tuple[str, ...], Follower | Life]] = [(("followers", name), who)]
        people += [(("followers", name, "lives", life), one) for life, one in who.lives.items()]
        for place, one in people:
            end = _good_end(subject, one)
            if one.ready is not None and end not in {"", "customer"}:
                motive = one.motive.replace("_", " ")
                message = f"{who.name} has ready:, and a good end for them, whose motive is {motive}, is {_ENDS[end]}."
                hint = "Leave ready: out, or write motive: buyer."
                if isinstance(one, Follower):
                    hint = "Leave ready: out, or write motive: buyer, or happy_end: customer beside it."
                written = place if subject.has(*place, "ready") else ("archetypes", who.based_on)
                yield subject.key(*written, "ready").problem("ready-no-buyer", message, hint=hint)


def _good_end(subject: Subject, one: Follower | Life) -> str:
    """What a good end is for somebody; empty where a motive that is drawn says it."""
    if isinstance(one, Follower) and one.happy_end is not None:
        return one.happy_end
    if not one.motive:
        return ""
    table = subject.reach.compiled.rules.motives
    if table.columns["buys"][table.index(one.motive)] > 0.5:
        return "customer"
    return table.happy_ends[table.index(one.motive)]


RULES: tuple[Rule, ...] = (
    absent, late_hints, late_moves, long_content, lost_hours, hidden_needs, needs_of_no_buyer,
)  # fmt: skip
