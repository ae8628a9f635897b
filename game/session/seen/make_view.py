"""Making the view: the one place where what is true becomes what may be known."""

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from game.art.walls import walls_of
from game.engine.fresh_for_days import NEWS_DAYS, SHARE_DAYS
from game.engine.position import Position
from game.model.state import HAPPENED
from game.session.date_lines import OpeningScene
from game.session.entries import PlanMove
from game.session.planning import hours_left, hours_of, usable
from game.session.playthrough import Playthrough
from game.session.seen.events_seen import event_views
from game.session.seen.mirror import yesterday_line
from game.session.seen.moves_seen import move_views
from game.session.seen.odds_guessed import odds_said
from game.session.story.goals import goal_views
from game.session.story.story import Story
from game.session.view import (
    ContentView,
    FollowerView,
    MotiveView,
    PagePost,
    Planned,
    ThreadItem,
    View,
)
from game.session.words.hours_text import weekday_of
from game.session.words.pages import posts_by
from game.session.words.personas import Persona, topic_words
from game.session.words.spoken import NARRATED

EVERYBODY = "Everybody"
VIEWS_KEPT = 32  # of those that were looked at last
LEFT = {"unfollows": "unfollowed", "blocks": "blocked"}  # signal -> how somebody is gone


def follower_view(now: Playthrough, column: int) -> FollowerView:
    """One follower as the player sees them."""
    position, story, who = now.position, now.story, now.compiled.ids[column]
    person, known, ledger = now.people[who], story.known[who], position.ledger
    number = next((number for number, move in now.plan.items() if who in {move.who, move.other}), None)
    planned = now.plan[number] if number is not None else None
    thread = list(story.threads[who])
    if number is not None:
        thread.append(_planned_item(position, now.plan[number], now.said[number].text))
    following = bool(ledger.present[0, column] > 0.5)
    left = ""
    if not following:
        left = next((LEFT[t.kind] for t in reversed(story.threads[who]) if t.kind in LEFT), "")
    shared = ""
    if ledger.shared_age[0, column] <= SHARE_DAYS:
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
        waiting=bool(ledger.waiting[0, column] < HAPPENED),
        shared=shared,
        news=bool(ledger.news_age[0, column] <= NEWS_DAYS),
        thread=tuple(thread),
        noticed=tuple(replace(n, new=True) if day >= position.day - 1 else n for day, n in known.notices.values()),
        topics=tuple(topic_words(t) for t in known.topics),
        formats=known.formats,
        knows=known.knows,
        guess=now.guesses.get(who),
        planned=now.setup.speaker.title(planned.move) if planned else "",
        page=_page_of(now, person),
    )


def _page_of(now: Playthrough, person: Persona) -> tuple[PagePost, ...]:
    """What stands on somebody's own page today, oldest post first."""
    by_now = reversed(posts_by(person.page, now.day))
    return tuple(replace(post, text=now.setup.speaker.on_page(person, post.text)) for post in by_now)


def _planned_item(position: Position, item: PlanMove, text: str) -> ThreadItem:
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


def content_views(position: Position, story: Story, made_today: Collection[str]) -> tuple[ContentView, ...]:
    """Everything that can be shared or posted, the locked ones too. What is made for today's plan is made once."""
    return tuple(
        ContentView(
            id=name,
            title=c.title,
            format=c.format,
            topics=tuple(topic_words(t) for t in c.about),
            hours=0.0 if position.made[0, i] or name in made_today else c.hours,
            text=c.text,
            picture=c.picture,
            picture_alt=c.picture_alt,
            locked=not usable(position, name),
            used_on=story.used_on.get(name, ()),
        )
        for i, (name, c) in enumerate(position.compiled.scenario.content.items())
    )


def planned_views(now: Playthrough) -> tuple[Planned, ...]:
    """The plan of the day in words."""
    position, speaker, found = now.position, now.setup.speaker, []
    first_use: set[str] = set()
    for number, move in now.plan.items():
        content = now.compiled.scenario.content.get(move.content)
        fresh = "" if move.content in first_use else move.content
        first_use.add(move.content)
        name = now.people[move.who].name if move.who else EVERYBODY
        if move.other:
            name = f"{name} and {now.people[move.other].name}"
        hours = hours_of(position, move.move, fresh)
        title = content.title if content else ""
        found.append(
            Planned(
                id=number,
                move=move.move,
                title=speaker.title(move.move),
                who=move.who,
                name=name,
                content=title,
                hours=hours,
                text=now.said[number].text,
                content_id=move.content,
                other=move.other,
            )
        )
    return tuple(found)


def motive_views(now: Playthrough) -> tuple[MotiveView, ...]:
    """The motives a player can guess, as many as the scenario knows."""
    named = ((motive, now.setup.speaker.motive(motive)) for motive in now.compiled.rules.motives.ids)
    return tuple(MotiveView(motive, words.title, words.text) for motive, words in named)


def make_view(now: Playthrough, follower: str | None = None, notice: str = "") -> View:
    """Everything the player may know on this day.

    Args:
        now: the playthrough.
        follower: id of the follower towards whom moves are shown; None for nobody.
        notice: what the player must be told once.
    """
    view = _view_of(now, follower)
    return replace(view, notice=notice) if notice else view


@lru_cache(maxsize=VIEWS_KEPT)
def _view_of(now: Playthrough, follower: str | None) -> View:
    """What `make_view` gives; a playthrough never changes, and in a room many look at one."""
    position, scenario, story = now.position, now.compiled.scenario, now.story
    walls = walls_of(scenario.business.name)
    here = [
        c
        for c in range(position.shape[1])
        if position.people.arrives[0, c] <= position.day or position.ledger.present[0, c] > 0.5
    ]
    followers = sorted((follower_view(now, c) for c in here), key=lambda f: (not f.following, -f.unread, -f.last_day))
    cards = move_views(now, follower)
    untouched = position.day == 1 and not now.plan and not now.moves_made
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
        day=now.day,
        days=scenario.days,
        weekday=weekday_of(now.day),
        finished=now.finished,
        hours_total=float(position.hours_today[0]),
        hours_left=hours_left(position, now.plan.values()),
        followers=tuple(followers),
        moves=tuple(m for m in cards if m.group != "all"),
        posts=tuple(m for m in cards if m.group == "all"),
        contents=content_views(position, story, {move.content for move in now.plan.values()}),
        plan=planned_views(now),
        events=event_views(position, now.replies, followers),
        feed=tuple(reversed(story.feed)),
        goals=goal_views(position, now.reached, {who: person.first for who, person in now.people.items()}),
        motives=motive_views(now),
        night=story.night,
        nights=story.nights,
        hint=now.hint.text if now.hint else "",
        notice="",
        opening=tuple(
            OpeningScene(s.title, s.text, s.you, s.they, s.mood, s.prop or "cup", walls) for s in scenario.opening
        )
        if untouched
        else (),
        yesterday=yesterday_line(now, follower),
        nudge=None if now.finished else now.asides.nudges.get(now.day),
        practice=now.practice,
        odds_said=odds_said(now),
    )
