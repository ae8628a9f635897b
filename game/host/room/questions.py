"""What a room that plays together is asked on a day: people in the spotlight, and closed options from real choices.

Everything is made of the view: what no player may know plays no part; new moves and signals take part by themselves.
"""

import hashlib
from dataclasses import dataclass

from game.coach.forward.asking_signs import NAMES, signs_seen
from game.coach.knowing_when import asking_opens
from game.coach.looking_back.questions.sign_lesson import SIGNS
from game.errors import Refused
from game.scenario.texts.texts import GROUPS
from game.session.entries import AnswerEvent, Choice, PlanMove
from game.session.playthrough import Playthrough
from game.session.seen.make_view import make_view
from game.session.story.invitations import INVITED_DAYS
from game.session.turns import words_of
from game.session.view import ContentView, FollowerView, MoveView, View
from game.session.words.hours_text import sentence_hours

SPOTLIGHT = 3  # people a day
MOST_VOTES = SPOTLIGHT + 1  # a day: more are too much for the minutes that a day has
LETTERS = "abcdefgh"
FREE = "free"
EVENT = "event:"  # before the id of an event in the spotlight
BOUGHT = 0.5  # above it somebody has bought from the player
NEEDS, RESTS = 12, 3  # what a need counts for, and how much less somebody counts on the day after
PLAIN_QUESTION = "propose"
"""Of several questions to buy the one that is offered first: it says what it asks."""
FIRST_TALK = ("answer", "congratulate", "follow_up", "ask_about_them", "ask_their_view")
"""What fits best where it can be done at all; of these the first."""


@dataclass(frozen=True)
class Option:
    """Something the room can choose."""

    id: str  # "a", "b", ...
    title: str
    said: str  # the words, or ""
    cost: str  # "Talk · 24 minutes"
    choice: Choice | None  # None: nothing is done


@dataclass(frozen=True)
class Question:
    """A vote: whom it is about and what can be chosen."""

    number: int  # of the vote, 1..
    day: int
    place: int  # of the day's votes, 1..
    of: int  # how many there are that day
    who: str  # id of a follower, or "" for an event
    event: str  # id of an event, or ""
    title: str
    text: str
    options: tuple[Option, ...]


def spotlight_of(now: Playthrough) -> tuple[str, ...]:
    """What is to be decided on a morning: its events one after the other, then the people who matter most today.

    Where several events come, there are so many fewer people that the day has no more votes than with one event.
    Once somebody can be asked to buy, those come first whose own signs speak for it, and then who else has
    spoken of a need. Then those who wait for an answer,
    have news, shared something or wrote last night, less so where something was done for them only yesterday; then
    those that nothing has been done with for longest. Chance decides between equals, the same for everybody.
    """
    view = make_view(now)
    events = tuple(EVENT + event.id for event in view.events if event.choices)
    opens = asking_opens(now)
    touched = {item.who: day.morning.day for day in now.history for item in day.items}

    def order(follower: FollowerView) -> tuple[float, ...]:
        matters = 4 * follower.waiting + 3 * follower.news + 2 * bool(follower.shared) + 2 * bool(follower.unread)
        if view.day >= opens and need_shown(now, follower.id):
            matters += NEEDS * (1 + signs_speak(now, follower.id))
        elif touched.get(follower.id, 0) == view.day - 1:
            matters -= RESTS
        return -matters, touched.get(follower.id, 0), drawn(now, view.day, follower.id)

    people = sorted((f for f in view.followers if f.following), key=order)
    return events + tuple(f.id for f in people[: max(1, min(SPOTLIGHT, MOST_VOTES - len(events)))])


def events_asking(now: Playthrough) -> tuple[str, ...]:
    """Ids of the events of a morning that want an answer, answered or not, in the order in which they are put."""
    fresh = zip(now.compiled.scenario.timeline.items(), now.position.fresh[0].tolist(), strict=True)
    return tuple(name for (name, event), happened in fresh if happened and event.choices)


def signs_speak(now: Playthrough, who: str) -> bool:
    """Whether what somebody showed speaks for asking them to buy, by what everybody can see.

    That is a need of their own, or a question about the price, in the last ten days, and no fresh no.

    Args:
        now: the game as it stands.
        who: id of a follower.
    """
    seen = _signs(now, who)
    return seen["own need"] and not seen["no"] and not _has_bought(now, who)


def need_shown(now: Playthrough, who: str) -> bool:
    """Whether somebody has shown or spoken of a need, of their own or not, and has bought neither here nor elsewhere.

    The room decides what it makes of it: a vote that keeps the question to buy from it would decide in its place.
    """
    said = (item for item in now.story.threads[who] if item.kind in SIGNS)
    spoke = any(now.day - item.day <= INVITED_DAYS for item in said)
    return (spoke or _signs(now, who)["need"]) and not _has_bought(now, who)


def _has_bought(now: Playthrough, who: str) -> bool:
    """Whether somebody has bought, from the player or, as could be read, from somebody else."""
    elsewhere = any(item.kind == "buys_elsewhere" for item in now.story.threads[who])
    return elsewhere or bool(now.position.ledger.bought[0, now.compiled.ids.index(who)] > BOUGHT)


def _signs(now: Playthrough, who: str) -> dict[str, bool]:
    ledger, column = now.position.ledger, now.compiled.ids.index(who)
    return dict(zip(NAMES, signs_seen(ledger, now.day, now.compiled.scenario.days)[0, column].tolist(), strict=True))


def drawn(now: Playthrough, number: int, word: str, count: int = 2**32) -> int:
    """A number 0..count-1 that looks random, and follows from the game's seed, a number and a word."""
    text = f"{now.setup.seed} {now.setup.episode} {number} {word}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6]) % count


def question_of(now: Playthrough, about: str, number: int, place: int, of: int) -> Question:
    """The question about one of the spotlight.

    Args:
        now: the game as it stands, with what was decided today.
        about: an element of `spotlight_of`.
        number: of the vote.
        place: of the day's votes, 1.. `of`.
        of: how many there are.
    """
    if about.startswith(EVENT):
        view = make_view(now)
        event = next(e for e in view.events if EVENT + e.id == about)
        options = tuple(
            Option(LETTERS[c.index], c.label, "", c.cost, AnswerEvent(event.id, c.index)) for c in event.choices[:8]
        )
        return Question(
            number=number, day=view.day, place=place, of=of, who="", event=event.id, title=event.title,
            text=event.text, options=options,
        )  # fmt: skip
    view = make_view(now, about)
    follower = next(f for f in view.followers if f.id == about)
    first = now.people[about].first
    options = tuple(
        Option(LETTERS[i], title, said, cost, choice)
        for i, (title, said, cost, choice) in enumerate(_offered(now, view, follower, first))
    )
    title = f"What do we do for {first} today?"
    return Question(
        number=number, day=view.day, place=place, of=of, who=about, event="", title=title,
        text=open_words(follower) or follower.bio, options=options,
    )  # fmt: skip


def open_words(follower: FollowerView) -> str:
    """What a follower wrote last, as long as it is open: it waits for an answer, or nothing of yours came after it."""
    sent = [item for item in follower.thread if item.who in {"me", "them"} and not item.planned]
    last = next((item.text for item in reversed(sent) if item.who == "them"), "")
    return last if follower.waiting or (sent and sent[-1].who == "them") else ""


def _offered(
    now: Playthrough, view: View, follower: FollowerView, first: str
) -> list[tuple[str, str, str, Choice | None]]:
    cards = [m for m in view.moves if m.enabled and not m.needs_other and m.id != "give_space"]
    found: list[tuple[str, str, str, Choice | None]] = []
    for group in _groups(cards, follower):
        card = _chosen(now, [c for c in cards if c.group == group], follower.id)
        offered = _offer(now, view, card, follower) if card else None
        if offered:
            found.append(offered)
    space = next((m for m in view.moves if m.id == "give_space"), None)
    found.append((f"Give {first} the day", "Nothing is sent.", f"{space.title} · {FREE}" if space else FREE, None))
    return found


def _groups(cards: list[MoveView], follower: FollowerView) -> tuple[str, ...]:
    """The groups of moves that an option is made of, in the order in which they are shown."""
    known = {card.group for card in cards}
    looked = any(card.id == "look_around" for card in cards)  # can be done once
    second = "thank" if follower.shared or follower.news else "notice" if looked else "give"
    return tuple(g for g in dict.fromkeys(("talk", second, "ask")) if g in known)


def _chosen(now: Playthrough, cards: list[MoveView], who: str) -> MoveView | None:
    """The card of a group: what fits best, else one by chance; a question to buy where a need has shown."""
    for_sale = [c for c in cards if now.compiled.rules.moves.row(c.id).for_sale]
    if for_sale and need_shown(now, who):
        return next((c for c in for_sale if c.id == PLAIN_QUESTION), for_sale[0])
    for move in (*FIRST_TALK, "look_around"):
        if card := next((c for c in cards if c.id == move), None):
            return card
    return cards[drawn(now, now.day, who, len(cards))] if cards else None


def _offer(
    now: Playthrough, view: View, card: MoveView, follower: FollowerView
) -> tuple[str, str, str, Choice | None] | None:
    content = _content(view.contents, follower) if card.needs_content else None
    if card.needs_content and content is None:
        return None
    planned = PlanMove(card.id, follower.id, content.id if content else "")
    try:
        said = words_of(now, planned)[0].text
    except Refused:
        return None
    title = f"{card.title}: {content.title}" if content else card.title
    hours = card.hours + (content.hours if content else 0.0)
    if hours > view.hours_left:
        return None
    return title, said, f"{group_named(card.group)} · {sentence_hours(hours) if hours else FREE}", planned


def group_named(group: str) -> str:
    """A group of moves in a word or two, as phones, votes and the window call it.

    >>> group_named("ask"), group_named("our_own")
    ('Offer', 'Our own')
    """
    return GROUPS.get(group, group.replace("_", " ").capitalize()).split(" &")[0]


def _content(contents: tuple[ContentView, ...], follower: FollowerView) -> ContentView | None:
    """What is known to be nearest to a follower and has not been shared with them."""
    free = [c for c in contents if not c.locked and follower.id not in c.used_on]
    return max(free, key=lambda c: len(set(c.topics) & set(follower.topics)), default=None)
