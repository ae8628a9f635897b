"""Nights of the fake game: one of each kind that the evening at the café can show."""

from dataclasses import dataclass, replace

from game.session.view import FollowerView, NightItem, NightReport, PostItem, ThreadItem, View

LONG = (
    "One does wonder whether a Victoria sponge could ever be improved upon, but yours came dangerously close, and "
    "the vicar agrees."
)
NOTES = (
    "Goal reached: three regulars by day 12.",
    "A share with a kind word is an open door: ask how they feel about it.",
)
WEIGHTS = {
    "buys": 3,
    "unfollows": 3,
    "blocks": 3,
    "buys_elsewhere": 3,
    "like": 0,
    "tell_read": 0,
    "tell_closed": 0,
    "tell_turned_away": 0,
    "tell_lingered": 0,
    "tell_skimmed": 0,
    "tell_lit_up": 0,
}
TO_ALL, FACES_TO_ALL = "blast_dm", {"tell_closed", "tell_turned_away", "tell_skimmed", "tell_lingered"}
SMALL_SIGNALS = ("like", "tell_skimmed", "tell_lit_up", "tell_read")
TOLD = {
    "tell_closed",
    "tell_turned_away",
    "tell_lingered",
    "tell_read",
    "tell_skimmed",
    "tell_lit_up",
    "like",
    "share_plain",
    "goes_quiet",
    "unfollows",
    "blocks",
}  # by the narrator


@dataclass(frozen=True)
class FakeNight:
    """What was done on a day, and what came of it."""

    made: tuple[tuple[str, str, str], ...] = ()  # who, move, title of what was shared
    came: tuple[tuple[str, str, str], ...] = ()  # who, signal, text
    posts: tuple[str, ...] = ()  # moves
    before: tuple[tuple[str, str], ...] = ()  # who, signal of the day before
    public: tuple[str, ...] = ()  # moves that everybody could see
    notes: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    known: bool = False  # whether everybody has done each small thing in a night before

    def report(self, day: int, names: dict[str, str]) -> NightReport:
        """The report of the night after a day."""
        items = [
            NightItem(
                who,
                names[who],
                kind,
                text,
                WEIGHTS.get(kind, 2),
                TO_ALL if kind in FACES_TO_ALL and TO_ALL in self.posts else "",
            )
            for who, kind, text in self.came
        ]
        items.sort(key=lambda item: -item.weight)
        likes = sum(kind == "like" for _, kind, _ in self.came)
        return NightReport(day, tuple(items), likes, self.joined, self.left, self.notes)

    def on(self, view: View, day: int) -> View:
        """A view in which this was the last night."""
        names = {f.id: f.name for f in view.followers}
        report = self.report(day, names)
        posts = tuple(
            PostItem(day, move, "Why bread goes stale", "text", "It is starch.", 3, ()) for move in self.posts
        )
        people = tuple(self._with(f, day) for f in view.followers)
        small = [NightItem(who, name, kind, "Before.", 0) for who, name in names.items() for kind in SMALL_SIGNALS]
        earlier = (NightReport(day - 1, tuple(small), 0, (), (), ()),) if self.known else ()
        return replace(view, night=report, nights=(*earlier, report), followers=people, feed=(*posts, *view.feed))

    def _with(self, who: FollowerView, day: int) -> FollowerView:
        before = [ThreadItem(day - 1, "note", kind, "Yesterday.") for name, kind in self.before if name == who.id]
        made = [
            ThreadItem(day, "me", move, "What was written.", title, public=move in self.public)
            for name, move, title in self.made
            if name == who.id
        ]
        came = [
            ThreadItem(day, "note" if kind in TOLD else "them", kind, text)
            for name, kind, text in self.came
            if name == who.id
        ]
        return replace(who, thread=(*who.thread, *before, *made, *came))


FULL = FakeNight(
    made=(
        ("wil", "answer", ""), ("mara", "ask_about_them", ""), ("tom", "share_resource", "Keeping a rye starter alive"),
        ("priya", "comment", ""), ("sunniva", "help", ""), ("omar", "thank_publicly", ""), ("jae", "follow_up", ""),
    ),
    came=(
        ("wil", "answer_warm", LONG), ("mara", "thanks", "Thank you! I leave on Friday."),
        ("mara", "question", "And you?"),
        ("tom", "answer_cool", "Is it a long story? My bus goes at nine."), ("priya", "answer_short", "haha ok"),
        ("sunniva", "need_shows", "I shall have to see to it before the month is over."),
        ("leo", "pitches_you", "Can we talk about your coffee corner?"), ("ade", "life_event", "I passed!"),
        ("ines", "like", "Inês liked your post."),
    ),
    before=(("mara", "thanks"), ("ade", "life_event")), public=("comment", "thank_publicly"), notes=NOTES,
    joined=("Inês Gonçalves",),
)  # fmt: skip

MOMENTS = FakeNight(
    made=(("ade", "propose", ""), ("ines", "propose", ""), ("jae", "pitch", ""), ("tom", "pitch", "")),
    came=(
        ("ade", "buys", "I will take it: a weekly bread box. You never pushed me, and that is why."),
        ("ines", "declines_kindly", "That is nice of you, but not now. Ask me again one day."),
        ("jae", "declines_coldly", "No."), ("tom", "declines_coldly", LONG),
        ("priya", "buys_elsewhere", "I needed it by Friday, so I took what there was."),
        ("omar", "unfollows", "Omar no longer follows you."), ("leo", "complaint", "That was not all right."),
    ),
    before=(("ade", "question"),), left=("Omar Haddad",),
)  # fmt: skip

SMALL_MOMENTS = FakeNight(
    made=(("ade", "small_offer", ""), ("ines", "small_offer", ""), ("jae", "ask_to_share", ""),
        ("tom", "apologise", "")),
    came=(
        ("ade", "accepts", "One loaf to try, then. Thursday, if that suits you."),
        ("ines", "declines_kindly", "That is kind, but there are two of us, and one loaf in the freezer already."),
        ("jae", "share_plain", "Jae passed it on."), ("tom", "answer_warm", "All right. It is forgotten."),
        ("mara", "thanks", "I made it, and it rose! Thank you."), ("omar", "share_compliment", "Go and look at this."),
        ("leo", "life_event", "I passed!"),
    ),
)  # fmt: skip

BLAST = FakeNight(
    came=(
        ("wil", "complaint", "Who asked?"), ("mara", "answer_cool", "I only said hello."),
        ("tom", "blocks", "Tom has gone."),
        ("omar", "declines_coldly", "No."), ("jae", "answer_short", LONG),
        ("wil", "tell_closed", "It was swept away with one thumb."), ("mara", "tell_turned_away", "Put with the rest."),
        ("omar", "tell_closed", "Opened at nine. At nine it was closed, too."), ("jae", "tell_skimmed", "Half read."),
        ("leo", "tell_turned_away", "Looked at in passing."), ("ade", "tell_lingered", "Taken kindly."),
    ),
    posts=("blast_dm",),
)  # fmt: skip

BOW = FakeNight(
    made=(("tom", "retweet_share", ""), ("mara", "retweet_share", "")), before=(("tom", "share_plain"),),
    came=(("tom", "answer_cool", "Oh. That."), ("omar", "answer_cool", "Are you all right?")),
    public=("retweet_share",),
)  # fmt: skip

BAR = FakeNight(
    came=(("leo", "pitches_you", "May I show you how?"), ("wil", "question", LONG), ("ade", "like", "A like."))
)
SMALL = FakeNight(
    known=True, made=FULL.made,
    came=(
        ("wil", "answer_warm", LONG), ("mara", "need_shows", "Say I could use fifty of them. What could you do?"),
        ("tom", "tell_read", "Tom read it, neither fast nor slowly."), ("tom", "like", "A like, from Tom."),
        ("priya", "tell_read", "Priya read it twice."), ("omar", "tell_read", "Omar read it on the bus."),
        ("jae", "tell_skimmed", "Two ticks, and the day went on."), ("leo", "like", "Leo liked what you wrote."),
        ("ines", "like", "Inês liked what you wrote."), ("wil", "like", "A like, from Wilhelmina."),
        ("sunniva", "tell_lit_up", "Sunniva came upon it, and smiled."),
    ),
)  # fmt: skip
QUIET = FakeNight()
POSTED = FakeNight(posts=("post_story",))
GROWING = FakeNight(joined=("Inês Gonçalves",), notes=NOTES)

NIGHTS = {
    "full": FULL, "moments": MOMENTS, "blast": BLAST, "bow": BOW, "bar": BAR, "quiet": QUIET, "posted": POSTED,
    "growing": GROWING, "small": SMALL, "small_moments": SMALL_MOMENTS,
}  # fmt: skip
