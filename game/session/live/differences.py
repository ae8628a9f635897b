"""What a player can see that went otherwise in two playthroughs, in sentences. Nothing hidden is compared."""

from collections.abc import Iterator, Mapping

from game.scenario.format.schema import Scenario
from game.session.playthrough import Playthrough
from game.session.words.personas import pronoun_words

DID = {
    "like": "liked what you did",
    "answer_warm": "answered warmly",
    "answer_short": "answered shortly",
    "answer_cool": "answered coolly",
    "question": "asked you something",
    "share_plain": "shared something of yours",
    "share_compliment": "shared something of yours and praised it",
    "thanks": "thanked you",
    "need_shows": "let a need show",
    "life_event": "had news",
    "complaint": "complained",
    "buys": "bought",
    "declines_kindly": "said no kindly",
    "declines_coldly": "said no coldly",
    "no_answer": "let the question stand, which is a no",
    "goes_quiet": "went quiet",
    "buys_elsewhere": "bought elsewhere",
    "unfollows": "stopped following",
    "blocks": "blocked you",
    "pitches_you": "tried to sell you something",
    "accepts": "said yes",
    "asks_price": "asked for the price",
    "asks_how": "asked how it is made",
    "dangles_order": "spoke of a large order",
    "asks_for_friend": "asked for a friend",
    "wonders": "wondered what it was for",
    "tell_closed": "closed it at once",
    "tell_turned_away": "looked elsewhere",
    "tell_skimmed": "skimmed it",
    "tell_read": "read it",
    "tell_lingered": "stayed with it",
    "tell_warmed": "warmed to it",
    "tell_lit_up": "lit up",
}
SILENT = "kept silent"
MOST_PARTS = 200  # parts of a file that are told one by one


def visible(before: Playthrough, after: Playthrough) -> tuple[str, ...]:
    """What differs for a player between two playthroughs, the weightiest first."""
    return (*_counts(before, after), *_people(before, after), *_events(before, after), *_goals(before, after),
            *_reactions(before, after))  # fmt: skip


def _counts(before: Playthrough, after: Playthrough) -> Iterator[str]:
    """Figures that a player sees."""
    hours = [float(p.position.hours[0]) for p in (before, after)]
    for word, old, new in (
        ("Days", before.compiled.scenario.days, after.compiled.scenario.days),
        ("Hours a day", *hours),
        ("Followers", _number(before, "present"), _number(after, "present")),
        ("Customers", _number(before, "bought"), _number(after, "bought")),
    ):
        if old != new:
            yield f"{word}: {old:g} → {new:g}."


def _number(run: Playthrough, what: str) -> int:
    return int((getattr(run.position.ledger, what)[0] > 0.5).sum())


def _people(before: Playthrough, after: Playthrough) -> Iterator[str]:
    """Who is new, who is gone, who has another name."""
    old, new = before.people, after.people
    for who in new:
        if who not in old:
            yield f"{new[who].name} is new among the people."
        elif old[who].name != new[who].name:
            yield f"{old[who].name} is called {new[who].name} now."
    for who in old:
        if who not in new:
            yield f"{old[who].name} is no longer among the people."


def _came(run: Playthrough) -> dict[str, int]:
    """The day on which each event came."""
    days: dict[str, int] = {}
    for position in (*(d.morning for d in run.history), run.position):
        for i, name in enumerate(run.compiled.scenario.timeline):
            if position.fresh[0, i]:
                days.setdefault(name, position.day)
    return days


def _events(before: Playthrough, after: Playthrough) -> Iterator[str]:
    old, new = _came(before), _came(after)
    titles = {n: e.title for p in (before, after) for n, e in p.compiled.scenario.timeline.items()}
    last = min(before.position.day, after.position.day)
    for name, title in titles.items():
        was, now = old.get(name, 0), new.get(name, 0)
        if was == now or min(d for d in (was, now) if d) > last:
            continue
        if not was:
            yield f"“{title}” came on day {now}; it had not come before."
        elif not now:
            yield f"“{title}” does not come on day {was} any more."
        else:
            yield f"“{title}” came on day {now}, where it was day {was} before."


def _goals(before: Playthrough, after: Playthrough) -> Iterator[str]:
    for name, goal in after.compiled.scenario.goals.items():
        was, now = before.reached.get(name), after.reached.get(name)
        if now is not None and was is None:
            yield f"The goal “{goal.title}” is reached, on day {now}."
        elif was is not None and now is None:
            yield f"The goal “{goal.title}” is not reached; it was, on day {was}."
        elif was != now:
            yield f"The goal “{goal.title}” is reached on day {now}, where it was day {was} before."


def _reactions(before: Playthrough, after: Playthrough) -> Iterator[str]:
    """For each follower the first night that went otherwise, and how many more did."""
    last = min(len(before.history), len(after.history))
    for who, person in after.people.items():
        if who not in before.people:
            continue
        old, new = _did(before, who), _did(after, who)
        days = [d for d in range(1, last + 1) if old.get(d) != new.get(d)]
        if not days:
            continue
        day, they = days[0], pronoun_words(person.pronouns)["they"]
        told = f"{person.name} {_told(new.get(day))} on day {day}, where {they} {_told(old.get(day))} before."
        more = len(days) - 1
        also = "1 more night went otherwise." if more == 1 else f"{more} more nights went otherwise."
        yield f"{told} {also}" if more else told


def _did(run: Playthrough, who: str) -> Mapping[int, tuple[str, ...]]:
    """What a follower visibly did, by day."""
    done: dict[int, tuple[str, ...]] = {}
    for item in run.story.threads[who]:
        if item.kind in DID and item.who != "me":
            done[item.day] = (*done.get(item.day, ()), item.kind)
    return done


def _told(kinds: tuple[str, ...] | None) -> str:
    return " and ".join(DID[kind] for kind in kinds) if kinds else SILENT


def parts_changed(before: Scenario, after: Scenario) -> tuple[str, ...]:
    """Which parts of a file have changed, such as `followers › mara › pace`: where, not how."""
    old, new = (s.model_dump(mode="python", by_alias=True) for s in (before, after))
    return tuple(_paths(old, new, ()))[:MOST_PARTS]


def _paths(old: object, new: object, way: tuple[str, ...]) -> Iterator[str]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            here = (*way, str(key))
            if key not in new or key not in old:
                yield f"{' › '.join(here)} ({'new' if key in new else 'gone'})"
            else:
                yield from _paths(old[key], new[key], here)
        if list(old) != list(new) and set(old) == set(new):
            yield f"{' › '.join(way)} (in another order)"
    elif old != new:
        yield " › ".join(way)
