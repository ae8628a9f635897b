"""Making the view: the one place where what is true becomes what may be known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.engine.position import Position
from game.session.planning import Item, hours_left, hours_of, left_words, obstacle, sentence_hours, usable
from game.session.seen.goals import goal_views, hint_of
from game.session.seen.story import Story
from game.session.seen.view import (
    ContentView,
    DateLine,
    EventChoice,
    EventView,
    FollowerView,
    Guess,
    MotiveView,
    MoveView,
    OpeningScene,
    Planned,
    ThreadItem,
    View,
)
from game.session.words.personas import Persona, topic_words
from game.session.words.talk import NARRATED, visible_stage

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FRESH = 6.0  # days for which a share or good news stays fresh
GROUPS = ("notice", "talk", "thank", "give", "ask", "all")
EVERYBODY = "Everybody"
LEFT = {"unfollows": "unfollowed", "blocks": "blocked"}  # signal -> how somebody is gone


def near_of(position: Position, column: int) -> str:
    """How near a follower seems to the player."""
    ledger = position.ledger
    return visible_stage(
        float(ledger.warm[0, column]), float(ledger.contacts[0, column]), float(ledger.bought[0, column])
    )


def follower_view(
    position: Position, column: int, story: Story, items: Mapping[int, Item], texts_planned: Mapping[int, str],
    guess: Guess | None,
) -> FollowerView:  # fmt: skip
    """One follower as the player sees them."""
    who = position.compiled.ids[column]
    person, known, ledger = story.people[who], story.known[who], position.ledger
    item = next((i for i in items.values() if who in {i.who, i.other}), None)
    thread = list(story.threads[who])
    if item is not None:
        thread.append(_planned_item(position, item, texts_planned[item.id]))
    following = bool(ledger.present[0, column] > 0.5)
    left = ""
    if not following:
        left = next((LEFT[t.kind] for t in reversed(story.threads[who]) if t.kind in LEFT), "")
    shared = ""
    if ledger.shared_age[0, column] <= FRESH:
        shared = "compliment" if ledger.compliment[0, column] > 0.5 else "plain"
    return FollowerView(
        id=who,
        name=person.name,
        handle=person.handle,
        pronouns=person.pronouns,
        bio=person.bio,
        look=person.look,
        picture=person.picture,
        picture_alt=person.picture_alt,
        since_day=max(1, int(position.people.arrives[0, column])),
        following=following,
        left=left,
        customer=bool(ledger.bought[0, column] > 0.5),
        unread=story.unread[who],
        preview=_preview(thread, person),
        last_day=thread[-1].day if thread else 0,
        waiting=bool(ledger.waiting[0, column] < 900.0),
        shared=shared,
        news=bool(ledger.news_age[0, column] <= 5.0),
        thread=tuple(thread),
        noticed=tuple(replace(n, new=True) if day >= position.day - 1 else n for day, n in known.notices.values()),
        topics=tuple(topic_words(t) for t in known.topics),
        formats=known.formats,
        knows=known.knows,
        guess=guess,
        planned=story.speaker.title(item.move) if item else "",
    )


def _planned_item(position: Position, item: Item, text: str) -> ThreadItem:
    """A planned move at the end of a thread: not sent yet."""
    content = position.compiled.scenario.content.get(item.content)
    title, fmt = (content.title, content.format) if content else ("", "")
    who = "note" if item.move in NARRATED else "me"
    return ThreadItem(position.day, who, item.move, text, title, fmt, planned=True)


def _preview(thread: list[ThreadItem], person: Persona) -> str:
    if not thread:
        return person.bio
    last = thread[-1]
    return f"You: {last.text}" if last.who == "me" else last.text


@dataclass(frozen=True)
class _Towards:
    """Whom moves go to: somebody, everybody, or nobody chosen yet; and what that means for all of them alike."""

    person: Persona | None
    near: str  # how near they seem
    spare: float  # hours that a move may take, those of the one it replaces included
    draw: float  # of the date mirror, 0..1; the same all day
    values: Mapping[str, str]  # what placeholders stand for at the café table


def _towards(
    position: Position, story: Story, items: Mapping[int, Item], person: Persona | None, mine: Item | None
) -> _Towards:
    near = near_of(position, position.compiled.ids.index(person.id)) if person else "stranger"
    draw = ((person.look if person else 7) * 37 + position.day * 101) % 1000 / 1000.0
    spare = hours_left(position, items) + (hours_of(position, mine.move, mine.content) if mine else 0.0)
    return _Towards(person, near, spare, draw, story.speaker.at_table(person, draw))


def _date_line(move: str, towards: _Towards, story: Story) -> DateLine:
    """The date mirror of a move."""
    scene = story.speaker.date(move, towards.near, towards.draw, towards.values)
    return DateLine(move, scene.you, scene.they, scene.what, scene.then, scene.mood, scene.prop)


def move_views(position: Position, story: Story, items: Mapping[int, Item], follower: str | None) -> list[MoveView]:
    """All moves as cards: direct ones towards `follower`, then posts."""
    compiled, columns = position.compiled, position.compiled.rules.moves.columns
    person = story.people.get(follower or "")
    mine = next((i for i in items.values() if follower in {i.who, i.other}), None)
    post = next((i for i in items.values() if not i.who), None)
    direct = _towards(position, story, items, person, mine)
    to_all = _towards(position, story, items, None, post)
    something_to_share = any(usable(position, c) for c in compiled.contents)
    found = []
    for number, move in enumerate(compiled.rules.moves.ids[1:], 1):
        words = story.speaker.words(move)
        towards = to_all if columns["to_all"][number] else direct
        why = ""
        if towards is direct:
            why = obstacle(position, move, person, story.talks[person.id]) if person else "Choose a follower first."
        hours = hours_of(position, move, "")
        if not why and hours > towards.spare + 1e-9:
            why = f"Takes {sentence_hours(hours)}; {left_words(towards.spare)} left today."
        if not why and words.needs_content and not something_to_share:
            why = "There is nothing to share yet."
        found.append(
            MoveView(
                id=move,
                title=story.speaker.title(move),
                text=story.speaker.text(move),
                group=words.group,
                hours=hours,
                needs_content=words.needs_content,
                needs_other=words.needs_other,
                faux_pas=bool(columns["faux_pas"][number] > 0.5),
                enabled=not why and not position.finished,
                why_not=why,
                date=_date_line(move, towards, story),
            )
        )
    return found


def content_views(position: Position, story: Story) -> tuple[ContentView, ...]:
    """Everything that can be shared or posted, the locked ones too."""
    return tuple(
        ContentView(
            id=name,
            title=c.title,
            format=c.format,
            topics=tuple(topic_words(t) for t in c.about),
            hours=0.0 if position.made[0, i] else c.hours,
            text=c.text,
            picture=c.picture,
            picture_alt=c.picture_alt,
            locked=not usable(position, name),
            used_on=tuple(story.used_on.get(name, ())),
        )
        for i, (name, c) in enumerate(position.compiled.scenario.content.items())
    )


def event_views(position: Position, replies: Mapping[str, str]) -> tuple[EventView, ...]:
    """This morning's events."""
    return tuple(
        EventView(
            id=name,
            title=event.title,
            text=event.text,
            choices=()
            if position.answered[0, i]
            else tuple(EventChoice(n, choice.label) for n, choice in enumerate(event.choices)),
            reply=replies.get(name, ""),
        )
        for i, (name, event) in enumerate(position.compiled.scenario.timeline.items())
        if position.fresh[0, i]
    )


def planned_views(
    position: Position, story: Story, items: Mapping[int, Item], said: Mapping[int, str]
) -> tuple[Planned, ...]:
    """The plan of the day in words."""
    found = []
    first_use: set[str] = set()
    for item in items.values():
        content = position.compiled.scenario.content.get(item.content)
        fresh = "" if item.content in first_use else item.content
        first_use.add(item.content)
        name = story.people[item.who].name if item.who else EVERYBODY
        if item.other:
            name = f"{name} and {story.people[item.other].name}"
        hours = hours_of(position, item.move, fresh)
        title = content.title if content else ""
        found.append(
            Planned(item.id, item.move, story.speaker.title(item.move), item.who, name, title, hours, said[item.id])
        )
    return tuple(found)


def motive_views(story: Story, position: Position) -> tuple[MotiveView, ...]:
    """The motives a player can guess, as many as the scenario knows."""
    return tuple(story.speaker.motive(name) for name in position.compiled.rules.motives.ids)


def make_view(
    position: Position, story: Story, items: Mapping[int, Item], said: Mapping[int, str], guesses: Mapping[str, Guess],
    replies: Mapping[str, str], reached: Mapping[str, int], moves_made: Mapping[str, int], notice: str,
    follower: str | None,
) -> View:  # fmt: skip
    """Everything the player may know on this day."""
    scenario = position.compiled.scenario
    here = [
        c
        for c in range(position.shape[1])
        if position.people.arrives[0, c] <= position.day or position.ledger.present[0, c] > 0.5
    ]
    followers = [follower_view(position, c, story, items, said, guesses.get(position.compiled.ids[c])) for c in here]
    followers.sort(key=lambda f: (not f.following, -f.unread, -f.last_day))
    cards = move_views(position, story, items, follower)
    untouched = position.day == 1 and not items and not moves_made
    return View(
        scenario="",
        title=scenario.title,
        summary=scenario.summary,
        business=scenario.business.name,
        trade=scenario.business.trade,
        offer=scenario.business.offer,
        about=scenario.business.about,
        business_picture=scenario.business.picture,
        seed=position.seed,
        day=min(position.day, scenario.days),
        days=scenario.days,
        weekday=WEEKDAYS[(min(position.day, scenario.days) - 1) % 7],
        finished=position.finished,
        hours_total=float(position.hours[0]),
        hours_left=hours_left(position, items),
        followers=tuple(followers),
        moves=tuple(m for m in cards if m.group != "all"),
        posts=tuple(m for m in cards if m.group == "all"),
        contents=content_views(position, story),
        plan=planned_views(position, story, items, said),
        events=event_views(position, replies),
        feed=tuple(reversed(story.feed)),
        goals=goal_views(position, reached),
        motives=motive_views(story, position),
        night=story.night,
        hint=hint_of(position, moves_made),
        notice=notice,
        opening=tuple(OpeningScene(s.title, s.text, s.you, s.they, s.mood, s.prop or "cup") for s in scenario.opening)
        if untouched
        else (),
    )
