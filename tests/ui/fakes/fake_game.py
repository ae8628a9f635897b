"""A game without a model behind it: it says what it is told, and remembers what it was asked."""

from dataclasses import replace

from game.errors import Refused
from game.session.entries import (
    AnswerEvent,
    AskWhatIf,
    EndDay,
    MarkRead,
    Note,
    PlanMove,
    SayOdds,
    TakeBack,
    TakeNudge,
    Undo,
)
from game.session.story.goals import WHO_COUNTS
from game.session.view import (
    GoalView,
    Guess,
    MoveView,
    Nudge,
    OddsSaid,
    Planned,
    PostItem,
    View,
)
from tests.ui.fakes import fake_nights
from tests.ui.fakes.fake_moves import DAYS, LONG_COMMENT, MOTIVES, MOVES, date_of
from tests.ui.fakes.fake_people import CONTENTS, EVENT, NIGHT, OPENING, followers, item
from tests.ui.fakes.fake_saved import SAME


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
        self.practice = False
        self.odds: tuple[OddsSaid, ...] = ()

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
            practice=self.practice,
            odds_said=self.odds,
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
            goals=(
                GoalView(
                    "Win three regulars",
                    "Reached when at least 3 followers are regulars, by day 14.",
                    True,
                    WHO_COUNTS["regular"],
                    "So far three of three.",
                    "3 of 3",
                    "by day 14",
                ),
                GoalView(
                    "Sell two bread boxes",
                    "Reached when at least 2 followers are customers, by day 28.",
                    False,
                    WHO_COUNTS["customer"],
                    "So far one of two: Ade.",
                    "1 of 2",
                    "by day 28",
                ),
            ),
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
            case AskWhatIf():
                self.calls.append(("what_if", entry.who, entry.first, entry.second))
            case SayOdds():
                yes = next(m.date.forecast.yes for m in self.cards(entry.who, 99) if m.id == entry.move)
                self.odds = (*self.odds, OddsSaid(self.day, entry.move, entry.who, entry.band, yes))
                self.calls.append(("odds", entry.who, entry.move, entry.band))
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
