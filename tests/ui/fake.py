"""A made-up game for the screens: long names, long texts, people who are gone, a full plan, four weeks."""

import math
from dataclasses import replace
from pathlib import Path

from game.coach.judgement import Judgement
from game.coach.looking_back.debrief import AskMark, DayMark, Debrief, FollowerDebrief, GoalTold, Reason
from game.coach.timing.timing_told import Sitting
from game.errors import Refused
from game.scenario import ScenarioCard
from game.scenario.problems.problems import Place, Problem
from game.session.entries import AnswerEvent, EndDay, MarkRead, Note, PlanMove, TakeBack, TakeNudge, Undo
from game.session.live.replay_in import Replayed
from game.session.runs.endings import RunEnding
from game.session.runs.runs import SavedRun
from game.session.runs.saved_file import Broken, Taken
from game.session.view import (
    ContentView,
    DateLine,
    EventChoice,
    EventView,
    FollowerView,
    GoalView,
    Guess,
    MotiveView,
    MoveView,
    NightItem,
    NightReport,
    Notice,
    Nudge,
    OpeningScene,
    Planned,
    PostItem,
    ThreadItem,
    View,
)
from game.ui.play.hosting.hosting_values import ANOTHER_PORT, ENDED, OPEN, HostedRoom
from tests.ui import fake_coach, fake_nights, fake_timing
from tests.ui.fake_workshop import FakeWorkshop

DAYS = 28
WHAT_IT_TOOK = "It would have taken two more talks about the school, and the bread box in the week before the party."
LONG_COMMENT = (
    "Priya Raman: I have been doing it wrong for years and nobody in my whole family ever told me about the paper bag"
)

MOTIVES = (
    MotiveView("courtesy", "Polite", "Follows everybody back who is no robot."),
    MotiveView("curious", "Curious", "Wants to see what you share, and nothing more for now."),
    MotiveView("neighbour", "Neighbour", "Lives round the corner and likes to know what goes on."),
    MotiveView("seller", "Seller", "Thinks that you may be a customer for what they sell."),
    MotiveView("buyer", "Buyer", "Is interested in what you make, and may buy it one day."),
    MotiveView("fan", "Fan", "Loves what you do and tells everybody."),
    MotiveView("deal_hunter", "Deal hunter", "Waits for a discount, and for nothing else."),
    MotiveView("peer", "Peer", "Does what you do, somewhere else, and compares notes."),
    MotiveView("bot", "Robot", "Nobody is there."),
)

# id, title, text, group, hours, content, other, faux pas
MOVES = (
    ("look_around", "Look around", "Read their profile and what they posted lately.", "notice", 0.25, 0, 0, 0),
    ("like", "Like a post", "A light touch: costs little, says little.", "notice", 0.1, 0, 0, 0),
    ("comment", "Comment", "Say something about what they posted themselves.", "notice", 0.25, 0, 0, 0),
    ("ask_about_them", "Ask about them", "A question about their life, and time for the answer.", "talk", 0.4, 0, 0, 0),
    ("follow_up", "Follow up", "Come back to what they told you the last time you talked.", "talk", 0.4, 0, 0, 0),
    ("ask_their_view", "Ask their view", "How do they feel about what they just shared?", "talk", 0.4, 0, 0, 0),
    ("answer", "Answer", "Reply to the message that is waiting for you.", "talk", 0.4, 0, 0, 0),
    ("give_space", "Give space", "Leave the thread open, and do not push.", "talk", 0.0, 0, 0, 0),
    ("thank_publicly", "Thank publicly", "Say thank you where the others can read it.", "thank", 0.25, 0, 0, 0),
    ("thank_privately", "Thank privately", "Say thank you, just between the two of you.", "thank", 0.25, 0, 0, 0),
    ("amplify", "Amplify", "Show everybody something good that they made.", "thank", 0.25, 0, 0, 0),
    ("congratulate", "Congratulate", "Be glad with them about their own good news.", "thank", 0.25, 0, 0, 0),
    ("apologise", "Apologise", "Say sorry for what went wrong, without an excuse.", "thank", 0.25, 0, 0, 0),
    (
        "retweet_share",
        "Repost their share",
        "Share their share of you with all of your followers.",
        "thank",
        0.1,
        0,
        0,
        1,
    ),
    ("share_resource", "Share something", "Give them something that fits what they care about.", "give", 0.5, 1, 0, 0),
    ("help", "Help", "Do something for them that takes you an hour.", "give", 1.0, 0, 0, 0),
    ("introduce", "Introduce", "Bring two people together who should know each other.", "give", 0.4, 0, 1, 0),
    ("small_offer", "Small offer", "Something small and easy to say yes or no to.", "ask", 0.5, 0, 0, 0),
    ("propose", "Propose", "Ask them to buy. Once asked, it cannot be unasked.", "ask", 0.75, 0, 0, 0),
    ("ask_to_share", "Ask for a share", "Ask them to share your page with their friends.", "ask", 0.25, 0, 0, 1),
    ("pitch", "Pitch", "Tell them everything about your product at once.", "ask", 0.4, 0, 0, 1),
    ("post_helpful", "Post something", "Something useful, for everybody who follows you.", "all", 0.75, 1, 0, 0),
    ("post_question", "Ask everybody", "A question that people like to answer.", "all", 0.5, 1, 0, 0),
    ("post_story", "Tell a story", "What happened behind the counter this week.", "all", 0.75, 1, 0, 0),
    ("post_promotion", "Promote", "Tell everybody what you sell and what it costs.", "all", 0.5, 1, 0, 0),
    ("blast_dm", "Message all", "The same private message to every follower.", "all", 0.5, 0, 0, 1),
)

DATES = {
    "propose": DateLine(
        "propose",
        "We have known each other for eleven minutes. Will you marry me?",
        "I … have a train to catch.",
        "You go down on one knee before the coffee has come.",
        "She looks for the waiter, then for her coat.",
        "shocked",
        "ring",
    ),
    "blast_dm": DateLine(
        "blast_dm",
        "Look! Four hundred pictures of my baby. Everybody here gets the album!",
        "Oh. That is … a lot of baby.",
        "You pull out the baby album before the coffee has come, and hand a copy to every other table as well.",
        "She turns the pages faster and faster, and asks for the bill.",
        "weary",
        "album",
    ),
}
GOOD_DATE = DateLine(
    "ask_about_them",
    "How did you get into baking with rye?",
    "Oh! My gran had an oven in the yard.",
    "You ask about the thing she brought up, then you wait.",
    "She puts the cup down and tells you a story.",
    "delighted",
    "cup",
)


def date_of(move: str, faux_pas: bool) -> DateLine:
    if move in DATES:
        return DATES[move]
    return replace(DATES["blast_dm"], move=move) if faux_pas else replace(GOOD_DATE, move=move)


def item(day: int, who: str, kind: str, text: str, **more) -> ThreadItem:
    return ThreadItem(day, who, kind, text, **more)


MARA = (
    item(1, "note", "event", "Mara Lind follows you back."),
    item(2, "me", "look_around", "You read her profile: rye bread, early mornings, a dog called Biscuit."),
    item(2, "note", "page", "On Mara’s own page: “First loaf of the year. The dog has seen it, and so has the cat.”"),
    item(2, "note", "page", "On Mara’s own page: “Nobody asked, and I told them all the same.”"),
    item(4, "me", "ask_about_them", "How did you get into baking with rye? Your crumb looks like my grandmother’s."),
    item(4, "them", "answer_warm", "Oh! My gran had an oven in the yard, and I was allowed to carry the wood."),
    item(4, "them", "question", "Do you bake with a starter of your own?"),
    item(6, "me", "answer", "I do. It is eleven years old and has its own shelf in the fridge."),
    item(
        8,
        "me",
        "share_resource",
        "I thought of you when I found this.",
        title="Keeping a rye starter alive through a long holiday",
        format="guide",
    ),
    item(9, "them", "thanks", "This is exactly what I needed, thank you. I leave on Friday."),
    item(
        11,
        "note",
        "share_compliment",
        "Mara shared your post and wrote: “The best crust in town, and the kindest people.”",
        public=True,
    ),
    item(11, "them", "life_event", "I got the place at the bakery school!", good_news=True),
)

BIOS = (
    (
        "mara",
        "Mara Lind",
        "@maralind",
        "Bakes at five, walks the dog at six. Rye, rain and radio plays.",
        "I got the place at the bakery school!",
    ),
    (
        "omar",
        "Omar Haddad",
        "@omar.haddad",
        "Street photographer. Talks to strangers for a living.",
        "That crust! How long did it rest?",
    ),
    (
        "wil",
        "Wilhelmina Featherstonehaugh-Cholmondeley",
        "@wilhelmina_featherstonehaugh_official",
        (
            "Lady of the manor, patron of seventeen village fêtes, judge of marrows. Opinions are entirely my "
            "own and there are a great many of them."
        ),
        "One does wonder whether a Victoria sponge could ever be improved upon",
    ),
    ("jae", "Jae Lindqvist", "@jae", "Night shifts, cold noodles.", "ok"),
    ("priya", "Priya Raman", "@priya.reads", "Reading list longer than my arm.", "You: loved the reading list!"),
    (
        "leo",
        "Leo Marchetti",
        "@leomarchetti",
        "Espresso machines, sold and repaired. Ask me for a quote!",
        "Can we talk about your coffee corner?",
    ),
    ("sunniva", "Sunniva Berg", "@sunniva", "Two children, one garden, no time.", "Thanks for asking first :)"),
    ("ade", "Ade Bello", "@adebello", "Runs. Eats. Runs again.", "Is the walnut loaf back on Saturday?"),
    ("tom", "Tom Hale", "@tomhale", "Just here for the bread.", "haha ok that’s fair"),
    ("ines", "Inês Gonçalves", "@ines.g", "Lisbon, now here. Pastéis de nata snob.", "Liked your post"),
    (
        "bakery",
        "The Other Bakery on the Other Side of the River",
        "@otherbakery",
        "We bake, too.",
        "How do you handle flour prices?",
    ),
    ("deal", "Best Deals Daily", "@bestdeals", "50 % off everything.", "Any coupon code?"),
    ("gone1", "Gregor Samsa", "@gsamsa", "Travelling salesman.", "Unfollowed you"),
    ("gone2", "Patience Worthington", "@patience", "Quiet.", "Blocked you after the third message in a row"),
)

NOTICED = (
    Notice("topic", "Loves rye", "She comes back to rye bread again and again.", new=True),
    Notice("pace", "Answers at night", "Usually replies after six in the evening, and it is not about you."),
    Notice("format", "Enjoys guides", "She saves guides and does not watch videos to the end."),
    Notice("tie", "Knows Omar Haddad", "They greet each other under your posts."),
    Notice("need", "Plans a party", "Forty people in May, and no cake yet."),
)


def thread_of(name: str, last: str) -> tuple[ThreadItem, ...]:
    return (
        item(2, "note", "event", f"{name} follows you back."),
        item(5, "me", "comment", "What a light in that picture! Where was it?"),
        item(5, "them", "answer_short", "By the river."),
        item(10, "them", "question", last),
    )


def followers() -> tuple[FollowerView, ...]:
    people = []
    for i, (key, name, handle, bio, preview) in enumerate(BIOS):
        gone = {"gone1": "unfollowed", "gone2": "blocked"}.get(key, "")
        thread = MARA if key == "mara" else () if key == "ines" else thread_of(name, preview)
        people.append(
            FollowerView(
                id=key,
                name=name,
                handle=handle,
                pronouns="she" if i % 2 == 0 else "he",
                bio=bio,
                look=i * 3 + 1,
                picture="",
                picture_alt="",
                since_day=1 + i % 4,
                following=not gone,
                left=gone,
                customer=key in {"ade", "tom"},
                unread={"omar": 1, "leo": 2, "wil": 12, "mara": 1}.get(key, 0),
                preview=preview,
                last_day={"mara": 11, "omar": 11, "leo": 10, "ines": 0}.get(key, 4 + i % 6),
                waiting=key in {"omar", "leo", "bakery"},
                shared="compliment" if key == "mara" else "",
                news=key == "mara",
                thread=thread,
                noticed=NOTICED if key == "mara" else NOTICED[: i % 3],
                topics=("rye", "dogs") if key == "mara" else (),
                formats=("guide",) if key == "mara" else (),
                knows=("omar",) if key == "mara" else (),
                guess=Guess("curious", 75) if key == "mara" else None,
                planned="Answer" if key == "wil" else "",
            )
        )
    return tuple(people)


CONTENTS = tuple(
    ContentView(f"c{i}", title, form, topics, hours, text, "", "", locked, used)
    for i, (title, form, topics, hours, text, locked, used) in enumerate(
        (
            (
                "Keeping a rye starter alive through a long holiday",
                "guide",
                ("rye", "baking at home"),
                0.5,
                "Four ways, from the fridge to the neighbour.",
                False,
                ("mara",),
            ),
            (
                "Five o’clock in the bakery",
                "video",
                ("behind the counter",),
                0.75,
                "Ninety seconds, no music.",
                False,
                (),
            ),
            ("Which loaf for which soup?", "poll", ("soup", "rye"), 0.25, "Three soups, four loaves.", False, ()),
            (
                "The mill by the river",
                "story",
                ("local history", "grain"),
                0.5,
                "How the flour comes to town, told by the miller.",
                False,
                ("everyone",),
            ),
            ("A cake for forty", "photo", ("parties",), 0.25, "The one with the figs.", False, ()),
            ("Ask the baker", "live", ("baking at home",), 1.0, "An hour of questions.", False, ()),
            ("Why bread goes stale", "text", ("science",), 0.25, "It is not about drying.", False, ()),
            (
                "The e-book: 100 reasons to order bread online, the complete and extended edition",
                "text",
                ("our shop",),
                0.25,
                "Head office made it.",
                True,
                (),
            ),
        )
    )
)

EVENT = EventView(
    "boss",
    "Your boss calls",
    "“Quarter’s end! Everybody is sending their followers the new e-book. I want it in every inbox by "
    "tonight, with the discount code, and a friendly word about the loyalty card. Can I count on you?”",
    (
        EventChoice(0, "Send it to everybody tonight, as ordered"),
        EventChoice(1, "Offer it in one post, to those who want it"),
        EventChoice(2, "Ask for a week, and show what the conversations have brought so far"),
        EventChoice(3, "Say no"),
    ),
    "",
)

NIGHT = NightReport(
    11,
    (
        NightItem("ade", "Ade Bello", "buys", "Ade ordered two walnut loaves for Saturday: “Finally!”", 3),
        NightItem(
            "gone2", "Patience Worthington", "blocks", "Patience blocked you after the third message in a row.", 3
        ),
        NightItem("omar", "Omar Haddad", "question", "“That crust! How long did it rest?”", 2),
        NightItem(
            "leo",
            "Leo Marchetti",
            "pitches_you",
            "“Can we talk about your coffee corner? I have a machine that would fit.”",
            2,
        ),
        NightItem(
            "wil",
            "Wilhelmina Featherstonehaugh-Cholmondeley",
            "answer_warm",
            "“One does wonder whether a Victoria sponge could ever be improved upon, but yours came dangerously "
            "close, and the vicar agrees.”",
            2,
        ),
        NightItem(
            "mara",
            "Mara Lind",
            "share_compliment",
            "Mara shared your post: “The best crust in town, and the kindest people.”",
            2,
        ),
        NightItem("tom", "Tom Hale", "answer_short", "“haha ok that’s fair”", 1),
        NightItem("priya", "Priya Raman", "thanks", "“Thank you for the list!”", 1),
    ),
    7,
    ("Inês Gonçalves",),
    ("Patience Worthington", "Gregor Samsa"),
    (
        "Goal reached: three regulars by day 12.",
        "A share with a compliment is an open door: ask how they feel about it.",
    ),
)


OPENING = (
    OpeningScene(
        "A table for two",
        "You have just sat down. The coffee has not come yet, and you have known each other for as long as "
        "it takes to hang up a coat.",
        "Will you marry me?",
        "Sorry … what was your name again?",
        "shocked",
        "ring",
    ),
    OpeningScene(
        "Once more, from the beginning",
        "This time you begin with a question.",
        "What brought you here?",
        "",
        "warm",
        "cup",
    ),
)


class FakeGame:
    """A game that plans, takes back, notes and counts, and whose nights are always the same."""

    def __init__(
        self, *, event: bool = False, finished: bool = False, hint: str = "", opening: bool = False, night: str = "full"
    ) -> None:
        self.day = 12
        self.finished = finished
        self.hint = hint
        self.opening = OPENING if opening else ()
        self.plan: list[Planned] = [
            Planned(
                1,
                "answer",
                "Answer",
                "wil",
                "Wilhelmina Featherstonehaugh-Cholmondeley",
                "",
                0.4,
                "I would not dare to improve on yours!",
            ),
            Planned(
                2,
                "post_question",
                "Ask everybody",
                "",
                "Everybody",
                "Which loaf for which soup?",
                0.5,
                "Three soups, four loaves: what goes with what?",
            ),
        ]
        self.guesses: dict[str, Guess] = {"mara": Guess("curious", 75)}
        self.read: set[str] = set()
        self.events = (EVENT,) if event else ()
        self.calls: list[tuple] = []
        self.night = NIGHT
        self.kind_of_night = night
        self.slept = finished
        self.nudge: Nudge | None = None

    def view(self, follower: str | None = None) -> View:
        seen = self._view(follower)
        return fake_nights.NIGHTS[self.kind_of_night].on(seen, self.day - 1) if self.slept else seen

    def _view(self, follower: str | None) -> View:
        left = 5.5 - sum(p.hours for p in self.plan) + 0.9
        planned = {p.who: p.title for p in self.plan if p.who}
        people = tuple(
            replace(
                f,
                unread=0 if f.id in self.read else f.unread,
                planned=planned.get(f.id, ""),
                guess=self.guesses.get(f.id),
                thread=f.thread
                + tuple(item(self.day, "me", p.move, p.text, planned=True) for p in self.plan if p.who == f.id),
            )
            for f in followers()
        )
        return View(
            scenario="bakery",
            title="The bakery on the corner",
            summary="Four weeks, fourteen followers, one oven.",
            business="Crumb & Corner",
            trade="bakery",
            offer="a weekly bread box",
            about="A small bakery with a big oven.",
            business_picture="",
            seed=7,
            day=self.day,
            days=DAYS,
            weekday=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[(self.day - 1) % 7],
            finished=self.finished,
            hours_total=6.0,
            hours_left=left,
            followers=people,
            moves=tuple(self.moves(follower, left, planned)),
            posts=tuple(m for m in self.cards("", left) if m.group == "all"),
            contents=CONTENTS,
            plan=tuple(self.plan),
            events=self.events,
            nudge=self.nudge,
            feed=(
                PostItem(
                    3,
                    "post_story",
                    "Five o’clock in the bakery",
                    "video",
                    "This is what five in the morning looks like here.",
                    9,
                    ("Omar Haddad: That light!", "Tom Hale: respect"),
                ),
                PostItem(
                    8,
                    "post_helpful",
                    "Why bread goes stale",
                    "text",
                    "It is not about drying out. It is about starch.",
                    14,
                    (LONG_COMMENT,),
                ),
            ),
            goals=(GoalView("Three regulars", "by day 14", True), GoalView("Two bread boxes sold", "by day 28", False)),
            motives=MOTIVES,
            night=self.night,
            hint=self.hint,
            notice="",
            opening=self.opening,
        )

    def cards(self, follower: str, left: float):
        off = {
            "answer": "No message of theirs waits for an answer.",
            "apologise": "There is nothing to be sorry for.",
            "follow_up": "Talk first: there is nothing to come back to.",
        }
        for key, title, text, group, hours, content, other, faux in MOVES:
            why = off.get(key, "") if follower != "omar" else ""
            why = why or ("" if hours <= left else f"That takes {hours:g} h, and {max(left, 0):.1f} h are left today.")
            yield MoveView(
                key,
                title,
                text,
                group,
                hours,
                bool(content),
                bool(other),
                bool(faux),
                not why,
                why,
                date_of(key, bool(faux)),
            )

    def moves(self, follower, left, planned):
        for card in self.cards(follower or "", left):
            if card.group == "all":
                continue
            why = "One move a day: take today’s back to choose another."
            yield replace(card, enabled=False, why_not=why) if follower in planned else card

    def do(self, entry):
        match entry:
            case PlanMove():
                self.choose(entry.move, entry.who, entry.content, entry.other)
            case TakeBack():
                self.take_back(entry.id)
            case Note():
                self.note(entry.who, entry.motive, entry.sure)
            case AnswerEvent():
                self.answer_event(entry.event, entry.choice)
            case MarkRead():
                self.mark_read(entry.who)
            case TakeNudge():
                self.nudge = Nudge(entry.about, entry.who)
                self.calls.append(("nudge", entry.about, entry.who))
            case EndDay():
                self.end_day()
            case Undo():
                self.undo(entry.to)

    def choose(self, move, who="", content="", other=""):
        self.calls.append(("choose", move, who, content, other))
        card = next(m for m in self.cards(who, 99) if m.id == move)
        if any(p.who == who for p in self.plan if who):
            raise Refused("You have planned something for them today. Take it back first.")
        name = next((f.name for f in followers() if f.id == who), "Everybody")
        title = next((c.title for c in CONTENTS if c.id == content), "")
        key = max((p.id for p in self.plan), default=0) + 1
        self.plan.append(
            Planned(key, move, card.title, who, name, title, card.hours, self.say(move, who, content, other))
        )

    def take_back(self, planned_id):
        self.calls.append(("take_back", planned_id))
        self.plan = [p for p in self.plan if p.id != planned_id]

    def note(self, follower, motive, sure):
        self.calls.append(("note", follower, motive, sure))
        self.guesses[follower] = Guess(motive, sure)

    def answer_event(self, event_id, index):
        self.calls.append(("answer", event_id, index))
        self.events = (replace(EVENT, reply="“A week, then. But I want to see something on Monday.” She hangs up."),)

    def mark_read(self, follower_id):
        self.read.add(follower_id)

    days_ahead = 0

    def catch_up(self):
        self.calls.append(("catch_up",))
        return SAME.replayed

    def end_day(self):
        self.calls.append(("end_day",))
        self.day += 1
        self.plan = []
        self.night = replace(NIGHT, day=self.day - 1)
        self.slept = True

    def undo(self, day):
        self.calls.append(("undo", day))
        self.day, self.plan, self.finished, self.slept = day, [], False, False

    def say(self, move, who, content="", other=""):
        words = {
            "ask_about_them": "You wrote about the bakery school. What will you learn first?",
            "pitch": "Our weekly bread box is fresh, regional and now 20 % off, with free delivery within five "
            "kilometres, and you can cancel at any time! Order by Sunday and get a jar of jam for free. Shall I "
            "sign you up?",
            "give_space": "You leave them in peace today.",
            "look_around": "You read what they posted lately.",
        }
        return words.get(move, "I thought of you when I saw this, and wondered what you would say about it.")


def _trust(i: int) -> tuple[float, ...]:
    return tuple(
        round(min(96, max(3, 22 + 5 * (i % 4) + (1.9 - 0.42 * i) * d + 6 * math.sin(d / 2.3 + i * 1.7))), 1)
        for d in range(DAYS + 1)
    )


MARKS = (
    ("look_around", "Look around", "neutral"),
    ("ask_about_them", "Ask about them", "good"),
    ("share_resource", "Share something", "good"),
    ("pitch", "Pitch", "bad"),
    ("give_space", "Give space", "good"),
    ("propose", "Propose", "bad"),
    ("answer", "Answer", "good"),
)


def revealed() -> tuple[FollowerDebrief, ...]:
    out = []
    for i, f in enumerate(followers()):
        motive = MOTIVES[(i * 2 + 1) % len(MOTIVES)]
        guess = MOTIVES[(i * 2 + (1 if i % 3 else 4)) % len(MOTIVES)].title if i % 5 != 3 else ""
        marks = tuple(DayMark(2 + i % 3 + 3 * k, *MARKS[(k + i) % len(MARKS)]) for k in range(8))
        out.append(
            FollowerDebrief(
                id=f.id,
                name=f.name,
                look=f.look,
                motive=motive.id,
                motive_title=motive.title,
                why_followed="She walks past your window every morning and wanted to know what smells so good.",
                wants="A place to talk about rye, and somebody who remembers what she said the last time.",
                guess=guess,
                guess_sure=75 if guess else 0,
                guess_right=guess == motive.title,
                happy_end=("a customer", "an advocate", "a regular face", "a partner")[i % 4],
                happy_end_text=WHAT_IT_TOOK,
                came=i % 3 == 1,
                end="An acquaintance who still reads along" if f.following else "Gone since day 9",
                ready_spells=((12, 15), (18, 19)) if i % 2 == 0 else (),
                trust=_trust(i),
                marks=marks,
            )
        )
    return tuple(out)


def reasons(follower: str, day: int) -> tuple[Reason, ...]:
    person = next(f for f in revealed() if f.id == follower)
    change = round(person.trust[day] - person.trust[day - 1], 1)
    parts = (
        ("talk", "You asked about her and waited for the answer.", 6.4),
        ("fit", "What you shared was about rye, in a format she enjoys.", 3.1),
        ("wear", "It was the third message in four days, and she had not answered the second one yet.", -4.2),
        ("ties", "Omar told her how you had helped him.", 1.3),
    )
    rest = round(change - sum(p[2] for p in parts), 1)
    fade = Reason("fade", "Days without a word let things fade a little.", rest)
    return (*(Reason(*p, "other", p[2]) for p in parts), replace(fade, shown=rest))


DEBRIEF = Debrief(
    title="The bakery on the corner",
    days=DAYS,
    score=68.4,
    people=74.0,
    business=50.0,
    manners=88.0,
    epilogue=(),
    reading=63.5,
    by_day=Judgement(1.24, 0.2, 5, 40, 4, 160),
    by_spell=Judgement(1.1, 0.35, 4, 9, 3, 14),
    judgement="You told those who were ready from those who were not quite well, and you leaned towards not asking.",
    followers=revealed(),
    asks=(
        AskMark(
            9,
            "ade",
            "Ade Bello",
            "small_offer",
            "Small offer",
            False,
            True,
            0.81,
            True,
            "Ade had asked for the walnut loaf twice: a small offer was welcome.",
            "asked_ready",
        ),
        AskMark(
            12,
            "wil",
            "Wilhelmina Featherstonehaugh-Cholmondeley",
            "propose",
            "Propose",
            True,
            False,
            0.08,
            False,
            "Nobody had talked with her yet; the question came out of nowhere and two of her friends saw it happen.",
            "asked_ready",
        ),
        AskMark(
            14,
            "mara",
            "Mara Lind",
            "propose",
            "Propose",
            True,
            True,
            0.72,
            False,
            "She was ready and said no all the same: it happens in one of four such cases.",
            "asked_ready",
        ),
        AskMark(
            15,
            "tom",
            "Tom Hale",
            "ask_to_share",
            "Ask for a share",
            False,
            False,
            0.22,
            True,
            "He said yes out of kindness. It was early.",
            "asked_ready",
        ),
        AskMark(
            21,
            "leo",
            "Leo Marchetti",
            "pitch",
            "Pitch",
            True,
            False,
            0.02,
            False,
            "Leo wants to sell to you, not to buy.",
            "asked_ready",
        ),
    ),
    missed=(
        "Priya Raman was ready from day 12 to 19 and was never asked.",
        "Sunniva Berg was ready from day 20 to 26 and bought elsewhere.",
    ),
    lessons=(
        (
            "Ask when the door is open",
            (
                "A share with a compliment, a question about what you make, a need that shows: these are the days to "
                "ask. The same words a week earlier cost trust."
            ),
        ),
        (
            "Most people do not follow you to buy",
            (
                "2 of 14 followed you for what you sell. The others are neighbours, readers, sellers; each has a "
                "happy end of their own."
            ),
        ),
        ("Thank, and no more", "A plain share wants a plain thank-you. Making a show of it looks like a show."),
    ),
    goals=(
        GoalTold("Three regulars by day 14", True, "3 of 3 by day 11: Mara, Ade, Wilhelmina"),
        GoalTold("Two bread boxes sold by day 28", False, "1 of 2 by day 28: Ade"),
        GoalTold("Nobody blocks you", False, ""),
    ),
    buyers_truth="2 of 14 followed you for what you sell; you took 7 for buyers.",
)

COACHED = fake_coach.coached(revealed(), DAYS)

SCENARIOS = (
    ScenarioCard(
        "first",
        "The first coffee",
        "A tutorial: seven days, four followers, and everything that can go wrong on a first date.",
        7,
        3.0,
        "Bean There",
        "café",
        "",
        "The authors",
        "scenarios/first",
    ),
    ScenarioCard(
        "bakery",
        "The bakery on the corner",
        "Four weeks, fourteen followers, one oven. Most of them do not want to buy bread; all of them want something.",
        28,
        6.0,
        "Crumb & Corner",
        "bakery",
        "",
        "The authors",
        "scenarios/bakery",
    ),
    ScenarioCard(
        "physio",
        "A physiotherapist’s patience",
        "Thirty days among people in pain, two of whom follow you for your exercises and the rest out of "
        "courtesy, and a boss who counts appointments by the week and wants more of them.",
        30,
        5.0,
        "Backs & Knees",
        "physiotherapy",
        "",
        "The authors",
        "scenarios/physio",
    ),
    ScenarioCard(
        "broken",
        "My own scenario",
        "Could not be read.",
        14,
        4.0,
        "?",
        "",
        "",
        "",
        "/home/someone/scenarios/mine.yaml",
        problems=(
            "Line 12: expected one of courtesy, curious, neighbour; found “curius”. Did you mean “curious”?",
            "Line 40: days must be 1 to 60; found 99.",
        ),
    ),
    ScenarioCard(
        "winery",
        "The winery",
        "Two seasons among friends of wine.",
        60,
        4.0,
        "Sloping Hills",
        "winery",
        "",
        "A trainer",
        "scenarios/winery",
    ),
)

ENDINGS = (
    RunEnding(4_000, 47.2, 81.4, 50.9, 37.5, 92.0, -12.0, 4, 12, 5, 2),
    RunEnding(6_500, 68.4, 81.4, 55.0, 66.7, 96.5, 31.0, 6, 12, 4, 3),
)
RUNS = (
    SavedRun("runs/3", "The bakery on the corner", "Crumb & Corner", 12, 28, False, "Today, 18:40"),
    SavedRun(
        "runs/2",
        "A physiotherapist’s patience and the very long name of a scenario",
        "Backs & Knees",
        30,
        30,
        True,
        "Yesterday, 09:12",
        ending=ENDINGS[0],
    ),
    SavedRun("runs/0", "The bakery on the corner", "Crumb & Corner", 28, 28, True, "Monday, 20:15", ending=ENDINGS[1]),
    SavedRun(
        "runs/1",
        "The winery",
        "Sloping Hills",
        4,
        60,
        False,
        "12 November",
        "Written by a newer version: update the game to continue it.",
    ),
)


SAME = Taken("bakery.yaml", "14:03", Replayed(True, 11, ("followers › mara › bio",), (), (), ""))
OTHERWISE = Taken(
    "bakery.yaml",
    "14:04",
    Replayed(
        False,
        11,
        ("followers › mara › pace", "followers › wil › loves › sourdough (new)", "timeline › boss › day"),
        (
            "Customers: 2 → 1.",
            "“The boss wants numbers” came on day 9, where it was day 8 before.",
            "Mara Lind answered coolly on day 5, where she answered warmly before. 3 more nights went otherwise.",
            "Wilhelmina Featherstonehaugh-Cholmondeley bought on day 7, where she shared something of yours before.",
        ),
        (
            "“Ask about them” to Omar Haddad was left out on day 4: Omar no longer follows you.",
            "Ben Tal is no longer in the file: 3 choices of yours left out, on days 1, 2, 6.",
        ),
        "",
    ),
)
STOPPED = Taken(
    "bakery.yaml",
    "14:05",
    Replayed(
        False, 3, ("timeline › landlord (new)",), (), (),
        "“The landlord rings” wants an answer on day 4. Go on from that morning.",
    ),
)  # fmt: skip
BROKEN = Broken(
    "bakery.yaml",
    "14:06",
    (
        Problem("scenarios/bakery.yaml", 12, 5, "error", "unknown-key", "'formatt' is not known in followers › mara.",
                "Did you mean 'formats'?", "    formats: [photo, text]", "    formatt: [photo, text]", 7),
        Problem("scenarios/bakery.yaml", 213, 11, "error", "yaml-duplicate",
                "'text' is written twice in this block; only one can count.", "Keep one of them.", "",
                '    text: "“Forty followers and no sale. Send every one of them the brochure, with a personal '
                'greeting: Dear Friend. And do it before the end of the week, or else.”"', 4,
                Place("scenarios/bakery.yaml", 211, 5, 4, "    text: Once more", "first written here")),
        Problem("scenarios/bakery.yaml", 240, 130, "error", "bad-choice",
                "'Slwo' is not one of the choices for followers › omar › pace.",
                "Did you mean 'slow'? Choices: shy, slow, steady, quick.", "",
                "  omar: {name: Omar Haddad, bio: Bakes on Sundays. Will argue about crusts until somebody leaves the "
                "room., loves: {baking: 90}, pace: Slwo}", 4, None, 2),
    ),
)  # fmt: skip


SQUARES = tuple("".join(str((x * y + x + y * 3) % 5 % 2) for x in range(29)) for y in range(29))
NEW_ROOM = HostedRoom(
    OPEN, "http://192.168.178.123:8765", "http://127.0.0.1:8765/host?key=a", "http://192.168.178.123:8765/host?key=a"
)
FULL_ROOM = replace(
    NEW_ROOM, title="The Chronometer Maker of the Old Harbour Street", code="H7K M4P", squares=SQUARES,
    guests=tuple(f"{name} {number}" for number in range(1, 30) for name in ("Amber Fox", "Wolfeschlegelsteinhausen")),
)  # fmt: skip
NO_ROOM = HostedRoom(ENDED, problem="Port 8765 is taken, perhaps by a room that is open already.", way_out=ANOTHER_PORT)


class FakeServices:
    def __init__(self, **game) -> None:
        self.game = FakeGame(**game)
        self.runs = RUNS
        self.workshop = FakeWorkshop()
        self.coached = COACHED
        self.timing_book = fake_timing.book(FakeGame().view(None).followers)
        self.is_due = False
        self.room = None

    def scenarios(self):
        return SCENARIOS

    def saved_runs(self, most=None):
        return self.runs[:most]

    def number_of_runs(self):
        return len(self.runs)

    def timing_due(self, runs):
        return self.is_due

    def timing(self):
        return self.timing_book

    def keep_sitting(self, form, answers):
        sitting = Sitting("2026-05-04T11:00:00", form, answers)
        self.timing_book = replace(self.timing_book, sittings=(*self.timing_book.sittings, sitting))
        return self.timing_book

    def start(self, scenario_id, seed, difficulty):
        self.game.calls.append(("start", scenario_id, seed, *([difficulty] if difficulty else [])))
        return self.game

    def again(self, game):
        self.game.calls.append(("again",))
        return self.game

    def resume(self, path: str | Path):
        self.game.calls.append(("resume", str(path)))
        return self.game

    def saved(self, game):
        return None

    def debrief(self, game):
        return DEBRIEF

    def endings(self, game, told):
        return (replace(ENDINGS[1], score=told.score),)

    def delete_run(self, path):
        self.runs = tuple(run for run in self.runs if run.path != path)

    def reasons(self, game, follower, day):
        return reasons(follower, day)

    def largest_reason(self, game):
        return 16.0

    def coach(self, game):
        return self.coached

    def hosted_room(self):
        return self.room

    def open_room(self, way_out=""):
        self.game.calls.append(("open_room", way_out))
        self.room = HostedRoom()
        return self.room

    def end_room(self):
        self.room = None

    def close(self):
        self.workshop.close()
