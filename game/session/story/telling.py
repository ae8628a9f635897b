"""Telling what happens: from one story to the next, by a day's moves and by its night."""

from collections.abc import Mapping
from dataclasses import replace

from game.engine.position import DayPlan, Position
from game.engine.seen.message_to_all import TO_ALL, faces_of_all
from game.engine.seen.odds_seen import UNSEEN_MOVES
from game.model import Signal
from game.model.chance import TELL_WORD_STREAM, WORDING_STREAM
from game.model.state import TALK_DAYS
from game.session.entries import PlanMove
from game.session.story.claims import BUYING, acts_of_day, asks_something, true_claims
from game.session.story.clues_of_signals import ANSWERS, CLUES, HINTS, OVER, SHARING, WEIGHTS
from game.session.story.concerned import sent_to_all
from game.session.story.night_found import found_told, shown_to_others
from game.session.story.story import FoundOut, Story, last_title
from game.session.story.tells_told import TellOccasion, done_beside, tell_told
from game.session.story.unanswered_asks import NO_ANSWER, asks_for_a_yes
from game.session.story.withdrawn_told import WITHDRAWS, withdrawn_told
from game.session.view import NightItem, NightReport, Notice, PostItem, ThreadItem
from game.session.words.pages import posts_by
from game.session.words.personas import Persona, is_theirs, topic_words
from game.session.words.spoken import NARRATED, Occasion, Said, Talk, Written, in_quotes
from game.session.words.standing import moods_of, stages_of
from game.session.words.talking.talk import Speaker

TAKEN_WARMLY = (Signal.ANSWER_WARM, Signal.THANKS, Signal.QUESTION)
NOT_AMISS = frozenset({"nothing_amiss"})  # a claim that is false where it can be told since when somebody drew back
PAGE = "page"
"""The kind of item that tells what stands on somebody's own page."""
ON_PAGE = 2
"""How many posts of theirs are found by whoever looks around."""


class Telling:
    """A story that is being told on. What is written here is copied first, so that the story before stays as it was.

    Args:
        story: as it stands.
        people: everybody, by id.
        speaker: who finds the words.
    """

    def __init__(self, story: Story, people: Mapping[str, Persona], speaker: Speaker) -> None:
        self.people, self.speaker = people, speaker
        self.threads = dict(story.threads)
        self.talks = dict(story.talks)
        self.known = dict(story.known)
        self.unread = dict(story.unread)
        self.feed = story.feed
        self.used_on = dict(story.used_on)
        self.nights = story.nights
        self.wordings = story.wordings

    def story(self) -> Story:
        """The story as it stands now."""
        return Story(
            threads=self.threads, talks=self.talks, known=self.known, unread=self.unread, feed=self.feed,
            used_on=self.used_on, nights=self.nights, wordings=self.wordings,
        )  # fmt: skip

    # --- the day -------------------------------------------------------------------------------------------------

    def send(self, item: PlanMove, written: Written, position: Position) -> None:
        """Writes a planned move into the thread, or a post into the feed."""
        scenario = position.compiled.scenario
        text = written.text
        content = scenario.content[item.content] if item.content else None
        title, fmt = (content.title, content.format) if content else ("", "")
        if item.content:
            self.used_on[item.content] = (*self.used_on.get(item.content, ()), item.who or "everyone")
        if not item.who:
            self.feed = (*self.feed, PostItem(position.day, item.move, title, fmt, text, 0, ()))
            if item.move == TO_ALL:
                self._to_each(position, text)
            return
        moves = position.compiled.rules.moves
        public = bool(moves.columns["public"][moves.index(item.move)] > 0.4)
        silent = item.move in NARRATED
        self.talks[item.who] = written.talk
        for who in filter(None, (item.who, item.other)):
            self._write(who, ThreadItem(position.day, "note" if silent else "me", item.move, text, title, fmt, public))
        if moves.columns["reads"][moves.index(item.move)] > 0.5:
            self._look(item.who, position.day)

    def _to_each(self, position: Position, text: str) -> None:
        """A message to everybody stands in the thread with each of those who got it."""
        note = ThreadItem(position.day, "note", TO_ALL, f"You sent this to everybody: {in_quotes(text)}")
        for who, here in zip(position.compiled.ids, position.ledger.present[0].tolist(), strict=True):
            if here > 0.5:
                self._write(who, note)

    def _write(self, who: str, item: ThreadItem) -> None:
        """One more item at the end of a thread."""
        self.threads[who] = (*self.threads[who], item)

    def _look(self, who: str, day: int) -> None:
        """Reading a profile shows topics, formats and ties."""
        person = self.people[who]
        self.known[who] = replace(self.known[who], topics=person.topics, formats=person.formats, knows=person.knows)
        topics = " and ".join(topic_words(t) for t in person.topics[:2])
        self._notice(who, "topic", day, {"topic": topics})
        if person.formats:
            self._notice(who, f"format_{person.formats[0]}", day)
        if person.knows:
            self._notice(who, "tie", day, {"friend": self.people[person.knows[0]].name})
        for post in posts_by(person.page, day)[:ON_PAGE]:
            self._write(who, ThreadItem(day, "note", PAGE, self.speaker.on_page(person, post.text)))

    def _notice(self, who: str, clue: str, day: int, extra: Mapping[str, str] | None = None, line: str = "") -> None:
        known: FoundOut = self.known[who]
        if clue in known.notices:
            return
        words = {"news": self.talks[who].news or "good news", **(extra or {})}
        found = self.speaker.notice(clue, self.people[who], words, line, self.wordings.used)
        if found is not None:
            self.wordings = self.wordings.counting(found.key)
            notice = Notice(found.icon, found.title, found.text)
            self.known[who] = replace(known, notices={**known.notices, clue: (day, notice)})

    # --- the night -----------------------------------------------------------------------------------------------

    def overnight(self, before: Position, after: Position, items: tuple[PlanMove, ...], plan: DayPlan) -> None:
        """Writes what the followers did, and makes the night report.

        Args:
            before: the morning of the day that is over.
            after: the morning that follows, by which conditions of lines are judged.
            items: what was done on that day.
            plan: the same as arrays.
        """
        assert after.signals is not None
        day = before.day
        stages, moods = stages_of(after), moods_of(after)
        first, second = self.speaker.draws(day, WORDING_STREAM)
        news = self.speaker.fact_draws(day)[1]
        reactions, initiatives = after.signals.reaction[0].tolist(), after.signals.initiative[0].tolist()
        tells = after.signals.tell[0].tolist()
        to_all = faces_of_all(before, plan, after.signals).tolist() if sent_to_all(before, items) else []
        glances, seats = self.speaker.draws(day, TELL_WORD_STREAM)
        was_here, is_here = before.ledger.present[0].tolist(), after.ledger.present[0].tolist()
        made_to = {i.who: i for i in items if i.who}
        made_to |= {i.other: i for i in items if i.other}
        post = next((i for i in items if not i.who), None)
        report: list[NightItem] = []
        likes = 0
        for column, who in enumerate(before.compiled.ids):
            item = made_to.get(who)
            self._age_talk(who, day)
            face = to_all[column] if to_all and (item is None or item.move in UNSEEN_MOVES) else 0
            reaction, tell = Signal(int(reactions[column])), Signal(int(face or tells[column]))
            done = done_beside(reaction, Signal(int(initiatives[column])))
            chance = float(glances[column]), float(seats[column])
            if tell:
                shown = "" if face else shown_to_others(who, items, before.compiled.rules.moves, self.people)
                told_of = PlanMove(TO_ALL) if face else item
                also = frozenset({reaction.id, Signal(int(initiatives[column])).id})
                report.append(self._tell(who, tell, told_of, before, chance, shown, done, also))
            if item and not reaction and was_here[column] > 0.5 and asks_for_a_yes(item, before):
                report.append(self._no_answer(who, item, before, chance))
            coming = Signal(int(initiatives[column])).id
            for number, own, draw in ((reactions[column], False, first), (initiatives[column], True, second)):
                if number == Signal.NONE:
                    continue
                signal = Signal(int(number))
                cause, since = None if own else item or post, self._since(who, signal, day, report)
                occasion = Occasion(
                    stages[column], moods[column], beside=(reaction or tell).id if own else tell.id,
                    asked=asks_something(self.threads[who], item), wrote=bool(item and item.move not in NARRATED),
                    true=self._true(signal.id, who, before, item, cause, "" if own else coming)
                    - (NOT_AMISS if since else frozenset()),
                )  # fmt: skip
                draws = (float(draw[column]), float(news[column]))
                said = self._told(who, signal, cause, before, after, occasion, draws, since)
                likes += signal is Signal.LIKE
                if not own and item is None and post is not None:
                    self._on_post(who, signal, said.text)
                self._clues(who, signal, said, day)
                name, weight, to = self.people[who].name, WEIGHTS.get(signal, 1), cause.move if cause else ""
                report.append(NightItem(who, name, signal.id, said.text, weight, to, since))
        names = [self.people[who].name for who in before.compiled.ids]
        moved = list(zip(names, was_here, is_here, strict=True))
        joined = tuple(name for name, was, now in moved if now > was)
        left = tuple(name for name, was, now in moved if now < was)
        report.sort(key=lambda n: -n.weight)
        found = found_told(day, items, report, self.feed, self.people, self.speaker)
        self.nights = (*self.nights, NightReport(day, tuple(report), likes, joined, left, (), found))

    def _since(self, who: str, signal: Signal, day: int, so_far: list[NightItem]) -> str:
        """Since when somebody has drawn back who does so tonight, as far as it could be seen, or ""."""
        nights = (*self.nights, NightReport(day, tuple(so_far), 0, (), (), ()))
        return withdrawn_told(who, nights, self.threads, self.people) if signal in WITHDRAWS else ""

    def note_goals(self, goals: Mapping[str, str], nearer: tuple[str, ...]) -> None:
        """Adds goals that were reached, their titles by their ids, and those that moved to the last night's report."""
        notes = tuple(f"Goal reached: {title}." for title in goals.values())
        self.nights = (*self.nights[:-1], replace(self.nights[-1], notes=notes, reached=tuple(goals), nearer=nearer))

    def _age_talk(self, who: str, day: int) -> None:
        talk: Talk = self.talks[who]
        if talk.turn and day - talk.last_day > TALK_DAYS:
            self.talks[who] = replace(talk, turn=0)

    def _told(
        self, who: str, signal: Signal, cause: PlanMove | None, before: Position, after: Position, occasion: Occasion,
        draws: tuple[float, float], since: str = "",
    ) -> Said:  # fmt: skip
        """The words of a signal, with the memory of the talk moved on."""
        person, talk, day = self.people[who], self.talks[who], before.day
        scenario = before.compiled.scenario
        content = scenario.content[cause.content] if cause and cause.content else None
        topic = content.about[0] if content else talk.topic or person.favourite
        if signal is Signal.LIFE_EVENT:
            news, self.wordings = self.speaker.new_news(person, draws[1], self.wordings)
            talk = replace(talk, news=news)
        if signal in ANSWERS or signal is Signal.QUESTION:
            talk = replace(talk, turn=talk.turn + 1, topic=topic, last_day=day)
        if signal in SHARING:
            talk = replace(talk, share=signal.id, share_day=day)
        occasion = replace(
            occasion, answering=cause.move if cause else "", content=content.title if content else "",
            format=content.format if content else "", topic=topic, post=last_title(self.feed),
        )  # fmt: skip
        said, self.wordings, talk = self.speaker.signal(
            signal.id, person, talk, occasion, draws[0], after, self.wordings
        )
        if signal is Signal.LIFE_EVENT and talk.news not in said.text:
            talk = replace(talk, news="")  # they were glad without saying why
        told = topic_words(topic) in said.text.lower() or (content is not None and signal in TAKEN_WARMLY)
        kept = topic if told else self.talks[who].topic  # what nobody has named cannot be named by you either
        self.talks[who] = replace(talk, topic=kept, last_signal=signal.id, last_on=day)
        narrated, said = self.speaker.is_note(signal.id), replace(said, text=f"{said.text} {since}".strip())
        item = ThreadItem(
            day, "note" if narrated else "them", signal.id, said.text, good_news=signal is Signal.LIFE_EVENT,
            public=signal in SHARING, of_them=narrated,
        )  # fmt: skip
        self._write(who, item)
        if signal is not Signal.LIKE:
            self.unread[who] += 1
        return said

    def _true(
        self, signal: str, who: str, before: Position, made: PlanMove | None, given: PlanMove | None = None,
        tonight: str = "",
    ) -> frozenset[str]:  # fmt: skip
        """What is true of the claims that lines of a signal make about your acts; last, what else comes tonight."""
        claims = self.speaker.claims(signal)
        if not claims:
            return frozenset()
        column, content = before.compiled.ids.index(who), given.content if given else ""
        acts = acts_of_day(before, column, self.threads[who], self.feed, made)
        fits = not content or is_theirs(before.compiled.scenario.content[content], self.people[who])
        invited = made is not None and self.speaker.is_invited(self.people[who], self.talks[who], before.day)
        return true_claims(replace(acts, fits=fits, invited_by_page=invited, tonight=tonight), claims)

    def _tell(
        self, who: str, tell: Signal, item: PlanMove | None, before: Position, draws: tuple[float, float], shown: str,
        done: frozenset[str], also: frozenset[str],
    ) -> NightItem:  # fmt: skip
        """The words of a tell, as it was seen online and as it would be at a table. It is no turn of a talk."""
        known, bought = self.known[who], next((signal for signal in BUYING if signal in also), "")
        occasion = TellOccasion(
            draws=draws, shown=shown, done=done, fact=self.talks[who].fact, topics=known.topics,
            formats=known.formats, made=item, before=before,
            true=lambda kind: self._true(kind, who, before, item, tonight=bought), also=also,
        )  # fmt: skip
        told, thread, self.wordings = tell_told(tell, self.people[who], occasion, self.speaker, self.wordings)
        self._write(who, thread)
        return told

    def _no_answer(self, who: str, item: PlanMove, before: Position, draws: tuple[float, float]) -> NightItem:
        """What is told of an ask to which no word came: that this is a no."""
        person, true = self.people[who], self._true(NO_ANSWER, who, before, item)
        text, _, self.wordings = self.speaker.tell(NO_ANSWER, person, item.move, draws, self.wordings, true, {})
        self._write(who, ThreadItem(before.day, "note", NO_ANSWER, text))
        self.unread[who] += 1
        return NightItem(who, person.name, NO_ANSWER, text, 2, item.move)

    def _on_post(self, who: str, signal: Signal, text: str) -> None:
        """A reaction to the day's post also stands under it."""
        post = self.feed[-1]
        if signal is Signal.LIKE:
            post = replace(post, likes=post.likes + 1)
        elif signal in ANSWERS:
            post = replace(post, comments=(*post.comments, f"{self.people[who].name}: {text}"))
        self.feed = (*self.feed[:-1], post)

    def _clues(self, who: str, signal: Signal, said: Said, day: int) -> None:
        """What a signal lets the player notice: never more than was visibly said or done."""
        known: FoundOut = self.known[who]
        over = {clue for clue, signals in OVER.items() if signal in signals}
        if over & known.notices.keys():
            self.known[who] = replace(known, notices={k: v for k, v in known.notices.items() if k not in over})
        if clue := CLUES.get(signal) or HINTS.get(said.hint):
            self._notice(who, clue, day, line=said.text)
        answers = [i for i in self.threads[who] if i.kind in {"answer_warm", "answer_short"}]
        if len(answers) == 3 and self.people[who].pace in {"shy", "slow", "quick"}:
            self._notice(who, f"pace_{self.people[who].pace}", day)
