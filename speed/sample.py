"""A made-up day and debrief, as full as a real one: to measure the drawing without a game behind it."""

import math

from game.coach.judgement import Judgement
from game.coach.looking_back.debrief import AskMark, DayMark, Debrief, FollowerDebrief, GoalTold, Reason
from game.session.date_lines import DateLine
from game.session.seen.night.evening_seen import evening_seen
from game.session.view import (
    ContentView,
    FollowerView,
    Guess,
    MotiveView,
    MoveView,
    NightItem,
    NightReport,
    Notice,
    Planned,
    PostItem,
    ThreadItem,
    View,
)
from game.ui.common.settings import Settings
from game.ui.common.ui_model import Model
from game.ui.play import play_state as state

NAMES = ("Ada", "Ben", "Cleo", "Dov", "Eda", "Finn", "Gita", "Hugo", "Ines", "Jun", "Kaya", "Luc", "Mina", "Nils")
MOVES = ("look_around", "like", "comment", "ask_about_them", "follow_up")
DAYS = 28
WORDS = "As long as people write them here. "
DATE = DateLine(
    "propose", "Will you marry me?", "I have a train to catch.", "You kneel.", "They leave.", "shocked", "ring"
)


def _follower(i: int, name: str) -> FollowerView:
    talk = tuple(
        ThreadItem(
            2 + n // 2, ("me", "them")[n % 2], "comment", "A sentence as long as people write them here. " * (1 + n % 2)
        )
        for n in range(12)
    )
    noticed = tuple(Notice("topic", f"Loves thing {n}", "A line about it, and another.", new=not n) for n in range(4))
    return FollowerView(
        id=name,
        name=f"{name} Sample",
        handle=f"@{name.lower()}",
        pronouns="they",
        bio="Early mornings, long walks.",
        look=i * 3,
        picture="",
        picture_alt="",
        since_day=1,
        following=i < 12,
        left="" if i < 12 else "unfollowed",
        customer=i == 3,
        unread=i % 3,
        preview="A sentence as people write them.",
        last_day=9,
        waiting=i % 4 == 0,
        shared="",
        news=i == 2,
        thread=talk,
        noticed=noticed,
        topics=(),
        formats=(),
        knows=(),
        guess=Guess("buyer", 75),
        planned="Comment" if i == 1 else "",
    )


def view() -> View:
    """The twelfth of 28 days."""
    moves = tuple(
        MoveView(
            m,
            m.replace("_", " ").capitalize(),
            "A sentence about it, sixty letters at the most.",
            "notice",
            0.5,
            False,
            False,
            False,
            i != 3,
            "" if i != 3 else "Not today.",
            DATE,
        )
        for i, m in enumerate(MOVES)
    )
    contents = tuple(ContentView(str(i), "To share", "photo", ("walks",), 0.5, "", "", "", False, ()) for i in range(8))
    post = PostItem(3, "post_story", "A story", "story", "What happened.", 7, ("Ada: Oh!",))
    return View(
        scenario="sample",
        title="A sample",
        summary="",
        business="Sample & Sons",
        trade="",
        offer="",
        about="",
        business_picture="",
        seed=1,
        day=12,
        days=DAYS,
        weekday="Friday",
        finished=False,
        hours_total=6.0,
        hours_left=4.5,
        followers=tuple(_follower(i, n) for i, n in enumerate(NAMES)),
        moves=moves,
        posts=(),
        contents=contents,
        plan=(Planned(1, "comment", "Comment", "Ben", "Ben Sample", "", 0.5, "What a light!"),),
        events=(),
        feed=(post,) * 4,
        goals=(),
        motives=(MotiveView("buyer", "Buyer", "May buy one day."),),
        night=None,
        hint="",
        notice="",
    )


def report() -> NightReport:
    """A busy night."""
    items = tuple(NightItem(n, f"{n} Sample", "answer_warm", "A kind answer, and a question.", 2) for n in NAMES[:9])
    return NightReport(11, items, 7, (), (), ("A note.",))


def _revealed(i: int, name: str) -> FollowerDebrief:
    return FollowerDebrief(
        id=name,
        name=f"{name} Sample",
        look=i * 3,
        motive="buyer",
        motive_title="Buyer",
        why_followed="For the bread.",
        wants="A place to talk.",
        guess="Buyer",
        guess_sure=75,
        guess_right=True,
        happy_end="a customer",
        happy_end_text="Two more talks.",
        came=bool(i % 2),
        end="Still here",
        ready_spells=((12, 19),),
        trust=tuple(30 + i + d + 8 * math.sin(d / 3 + i) for d in range(DAYS + 1)),
        marks=tuple(DayMark(d, "comment", "Comment", ("good", "bad", "neutral")[d % 3]) for d in range(2, DAYS, 3)),
    )


def debrief() -> Debrief:
    """The end of a run."""
    asks = tuple(
        AskMark(d, "Ada", "Ada Sample", "propose", "Propose", True, d % 2 == 0, 0.5, False, "Why.", "asked_ready")
        for d in range(5, 15)
    )
    return Debrief(
        title="A sample",
        days=DAYS,
        score=60.0,
        people=60.0,
        business=50.0,
        manners=90.0,
        epilogue=(),
        reading=70.0,
        by_day=Judgement(1.0, 0.1, 5, 40, 5, 160),
        by_spell=Judgement(0.9, 0.2, 4, 9, 4, 14),
        judgement="Quite well.",
        followers=tuple(_revealed(i, n) for i, n in enumerate(NAMES)),
        asks=asks,
        missed=(),
        lessons=(("One", "Text. " * 20),) * 3,
        goals=(GoalTold("A goal", True, "2 of 2"),),
        buyers_truth="One of many.",
    )


def models(settings: Settings) -> dict[str, Model]:
    """The pages and some dialogs, by name."""
    day, told = view(), debrief()
    page = state.PlayPage(selected="Ada", move="comment", words="What a light in that picture! Where was it?")
    playing = Model(page, settings, view=day)
    why = tuple(
        Reason(str(i), "A cause in a sentence that is quite long.", 3.0 - i, "other", 3.0 - i) for i in range(6)
    )
    after = state.DebriefPage(follower="Ada", day=12, reasons=why)
    ended = Model(after, settings, view=day, debrief=told)
    return {
        "title": Model(state.TitlePage(), settings),
        "play": playing,
        "posts": Model(state.PlayPage(selected="Ada", tab="posts"), settings, view=day),
        "night": Model(state.NightPage(report(), evening_seen(day, report())), settings, view=day),
        "date mirror": Model(page, settings, state.MirrorBox(DATE, "Propose", 0.75, 5, "Ada"), view=day),
        "content": Model(page, settings, state.ContentBox("comment"), view=day),
        "debrief, trust": ended,
        **{
            f"debrief, {tab}": Model(state.DebriefPage(tab, "Ada"), settings, view=day, debrief=told)
            for tab in ("people", "asks", "lessons")
        },
    }
