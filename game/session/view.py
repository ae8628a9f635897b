"""Everything a player may know, and nothing more: frozen values that any front end can draw.

Rule: this file, `date_lines.py` and `event_view.py` import nothing of the game. What is not in here cannot be shown
during play: `tests/session/seen/test_make_view.py` walks through real views to prove that no hidden field got in.
"""

from dataclasses import dataclass

from game.session.date_lines import DateLine, OpeningScene
from game.session.event_view import EventView


@dataclass(frozen=True)
class Guess:
    """A notebook entry: whom the player takes a follower for, and how sure they are."""

    motive: str  # a motive id
    sure: int  # 25, 50, 75 or 100 per cent


@dataclass(frozen=True)
class OddsSaid:
    """What the player said of a question before the date mirror answered: how many of ten would say yes."""

    day: int
    move: str  # id of the question
    who: str  # id of the follower
    band: int  # number of the answer that was chosen; −1 for rather being shown
    yes: int  # of a hundred who look like that, how many say yes


@dataclass(frozen=True)
class ThreadItem:
    """One thing that happened between the player and a follower, in the order it happened."""

    day: int  # 1..days
    who: str  # "me", "them" or "note" (something seen, said by the narrator)
    kind: str  # a move id, a signal id, or "event"
    text: str  # what is said or seen, ready to show
    title: str = ""  # for shared content: its title
    format: str = ""  # for shared content: photo, video, story, text, poll, live, guide
    public: bool = False  # everybody can read it
    planned: bool = False  # chosen today, not yet sent: it can still be taken back
    good_news: bool = False  # the follower's own day, such as a life event
    table: str = ""  # for a tell: what it would be on a date
    of_them: bool = False  # a note of what they did: their like, and not yours
    by_event: str = ""  # of an event's trace: id of the move that your answer made to them, or ""


@dataclass(frozen=True)
class Notice:
    """Something the player has found out about a follower."""

    icon: str  # topic, format, pace, tie, share, need, event, pitch, work
    title: str
    text: str
    new: bool = False  # found out last night or today


@dataclass(frozen=True)
class PagePost:
    """Something that somebody posted on their own page."""

    day: int  # 0 for before you began
    text: str


@dataclass(frozen=True)
class FollowerView:
    """One follower as the player sees them."""

    id: str
    name: str
    handle: str  # "@maralind"
    pronouns: str  # "she", "he", "they"
    bio: str
    look: int  # a number that picks the drawn avatar; equal numbers look equal
    picture: str  # path of a picture from the scenario folder, or "" for the drawn avatar
    picture_alt: str
    since_day: int
    following: bool
    left: str  # "" while following, else "unfollowed" or "blocked"
    customer: bool  # has bought from the player: the player saw it happen
    unread: int  # items from them that came last night
    preview: str  # last line of the thread
    last_day: int  # day of the last item, 0 when there is none
    waiting: bool  # their last message waits for an answer
    shared: str  # "" or "plain" or "compliment": a share of theirs that is still fresh
    news: bool  # a life event that is still fresh
    thread: tuple[ThreadItem, ...]
    noticed: tuple[Notice, ...]
    topics: tuple[str, ...]  # topics, in words, that the player knows this follower to love
    formats: tuple[str, ...]  # formats the player knows this follower to enjoy
    knows: tuple[str, ...]  # ids of followers this one is known to know
    guess: Guess | None
    planned: str  # title of today's planned move, or ""
    page: tuple[PagePost, ...] = ()  # what stands on their own page today, oldest post first


@dataclass(frozen=True)
class MoveView:
    """A move as a card: what it is, what it costs, whether it can be made now."""

    id: str
    title: str  # at most 30 characters, the game's own 18
    text: str  # one sentence, at most 240 characters, the game's own 60
    group: str  # notice, talk, thank, give, ask, all
    hours: float
    needs_content: bool
    needs_other: bool  # introduce: a second follower must be chosen
    faux_pas: bool  # known to be one (its date mirror shows unasked the first time)
    enabled: bool
    why_not: str  # "" when enabled, else a sentence with the way out
    date: DateLine  # by what can be seen; without a content chosen for a move that shares one
    opens: int = 1  # the first day on which it can be made; front ends leave it out until then
    hours_with: tuple[float, float] | None = None  # of a move that shares: least and most, the making included
    dates_with: tuple[tuple[str, DateLine], ...] = ()  # for a move that shares something: content id, the same with it

    @property
    def takes(self) -> tuple[float, float]:
        """Least and most hours that it takes today, all in."""
        return self.hours_with or (self.hours, self.hours)

    def date_with(self, content: str) -> DateLine:
        """The move on a date, with a content that goes along; "" for none."""
        return dict(self.dates_with).get(content, self.date)


@dataclass(frozen=True)
class ContentView:
    """Something to share or post."""

    id: str
    title: str
    format: str
    topics: tuple[str, ...]  # in words
    hours: float
    text: str
    picture: str
    picture_alt: str
    locked: bool
    used_on: tuple[str, ...]  # ids of followers it was shared with; "everyone" when posted


@dataclass(frozen=True)
class Planned:
    """One line of the plan of the day."""

    id: int  # to take it back with
    move: str
    title: str  # "Ask about them"
    who: str  # follower id, or "" for a post to everybody
    name: str  # "Mara Lind", or "Everybody"
    content: str  # content title or ""
    hours: float
    text: str  # what will be said
    content_id: str = ""
    other: str = ""  # follower id of the second one of an introduction


@dataclass(frozen=True)
class Nudge:
    """A hint that was asked for: what it is about, and whom."""

    about: str  # name of its kind
    who: str  # a follower id, or ""


@dataclass(frozen=True)
class NightItem:
    """One thing a follower did overnight."""

    follower: str  # id
    name: str
    signal: str  # a signal id
    text: str
    weight: int  # 3 = decisive (buys, leaves), 2 = wants something, 1 = small talk, 0 = a like
    to: str = ""  # id of the move of yours that it answers, a post's too; "" when of their own accord
    aside: str = ""  # a sentence beside a tell: another cause that it may have, or what could be seen of what you sent


@dataclass(frozen=True)
class NightReport:
    """What the night brought, most important first."""

    day: int  # the day that ended
    items: tuple[NightItem, ...]
    likes: int
    joined: tuple[str, ...]  # names of followers who arrived
    left: tuple[str, ...]  # names of followers who went
    notes: tuple[str, ...]  # lessons, goals reached, what an event brought
    found: tuple[str, ...] = ()  # what you found on pages that you read, and what your post brought
    reached: tuple[str, ...] = ()  # ids of the goals that were reached with this day
    nearer: tuple[str, ...] = ()  # what the night changed in the count of goals, a sentence each


@dataclass(frozen=True)
class GoalView:
    """A goal of the scenario."""

    title: str
    text: str  # what must hold, and by which day
    reached: bool
    counts: str = ""  # who counts, and in what it shows
    progress: str = ""  # how far it has come, as far as that shows, and with whom
    count: str = ""  # the same in a few letters: "3 of 6"
    until: str = ""  # "by day 7", of a limit "until day 7"

    @property
    def standing(self) -> str:
        """What to do, how much is done and until when: "Get to know five people: 2 of 5, by day 7"."""
        if self.reached:
            return self.title
        stands = ", ".join(filter(None, (self.count, self.until)))
        return f"{self.title}: {stands}" if stands else self.title


@dataclass(frozen=True)
class MotiveView:
    """A motive a player can guess."""

    id: str
    title: str  # "Polite", "Neighbour", ...
    text: str  # "Follows everybody back who is no robot."


@dataclass(frozen=True)
class PostItem:
    """A post the player made to everybody."""

    day: int
    move: str
    title: str
    format: str
    text: str
    likes: int
    comments: tuple[str, ...]  # "Omar Haddad: That crust!"


@dataclass(frozen=True)
class View:
    """The whole game as the player sees it on one day."""

    scenario: str  # id
    title: str
    summary: str
    business: str
    trade: str
    offer: str
    about: str
    business_picture: str
    seed: int
    day: int  # 1..days while playing
    days: int
    weekday: str  # "Tuesday"
    finished: bool
    hours_total: float
    hours_left: float
    followers: tuple[FollowerView, ...]
    moves: tuple[MoveView, ...]  # moves towards the follower asked for in `view(follower)`
    posts: tuple[MoveView, ...]  # moves towards everybody
    contents: tuple[ContentView, ...]
    plan: tuple[Planned, ...]
    events: tuple[EventView, ...]  # today's; those with choices and no reply must be answered
    feed: tuple[PostItem, ...]
    goals: tuple[GoalView, ...]
    motives: tuple[MotiveView, ...]
    night: NightReport | None  # last night's report
    hint: str  # a sentence of the tutorial, or ""
    notice: str  # something the player must be told once: a repaired record, a changed scenario
    nights: tuple[NightReport, ...] = ()  # of all days that are over, the first one first
    yesterday: DateLine | None = None  # the mirror of the move made yesterday to the follower this view is for
    opening: tuple[OpeningScene, ...] = ()  # on the first morning, until the first choice; the ui shows them once
    nudge: Nudge | None = None  # the hint that was asked for today
    practice: bool = False  # whether “What if?” can be asked
    odds_said: tuple[OddsSaid, ...] = ()  # of questions, in this run
