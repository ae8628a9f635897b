"""What is said: the words of moves and signals in a thread, with the memory of a conversation.

Words are chosen by draws of their own (the text stream), so a wording never changes what happens.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.engine.position import Position
from game.model.arrays import Array
from game.model.chance import FACT_STREAM
from game.scenario.format.vocabulary import Claim
from game.scenario.texts.scenes import Scene
from game.scenario.texts.texts import Line, MoveWords, Texts
from game.session.words.line_choice import OWN_SHARE, Speech, choose, fill_scene, values_of
from game.session.words.personas import Persona
from game.session.words.spoken import Clue, Named, Occasion, Said, Talk, Wordings, Written, in_quotes
from game.session.words.talking.another_matter import said_before
from game.session.words.talking.good_news import news_in_turn, news_key
from game.session.words.talking.noticed_words import noticed
from game.session.words.talking.placeholder_words import words_about
from game.session.words.talking.slipped_out import kept, slipping, tails_of
from game.session.words.talking.stock import Stock
from game.session.words.talking.taken_up import THANKS, answered_by
from game.session.words.talking.talk_lines import (
    ANSWERS,
    WAITING,
    first_words,
    has_own_trade,
    lines_to_say,
    lines_to_write,
    need_in,
)  # fmt: skip
from game.session.words.talking.tell_words import tell_in_turn
from game.session.words.talking.trade_words import trade_of
from game.session.words.talking.under_posts import under_their_post
from game.session.words.talking.word_draws import word_draws
from game.session.words.talking.written_talks import OPENS


class Speaker:
    """Chooses words for one run. Nothing in it changes; which wordings were used is told by `Wordings`."""

    def __init__(self, texts: Texts, people: tuple[Persona, ...], first: Position) -> None:
        """A speaker for the people of a run.

        Args:
            texts: the words of the game.
            people: everybody, in the order of the columns.
            first: any position of the run; its scenario and its chance are used.
        """
        self._texts = texts
        self._people = people
        self._scenario, self._numbers = first.compiled.scenario, first.compiled.numbers
        self._seed, self._episode = first.seed, int(first.episodes[0])
        self._followers = first.shape[1]
        self._stock = Stock(texts, people, first)
        self._about = {person.id: words_about(person, people, self._scenario) for person in people}

    def draws(self, day: int, stream: int) -> tuple[Array, Array]:
        """Two draws for each follower's words of a day."""
        return word_draws(self._seed, self._episode, day, self._followers, stream)

    def fact_draws(self, day: int) -> tuple[Array, Array]:
        """The draws of a day for what followers tell of themselves, and for their news."""
        return self.draws(day, FACT_STREAM)

    def _words(self, person: Persona, extra: dict[str, str]) -> dict[str, str | Sequence[str]]:
        """The same with what this talk is about; without what stands for nothing."""
        return {name: value for name, value in (self._about[person.id] | extra).items() if value}

    def _say(
        self, lines: Sequence[Line], speech: Speech, draw: float, morning: Position, wordings: Wordings,
        own_share: float = OWN_SHARE, mine: bool = False,
    ) -> tuple[Said, Wordings]:  # fmt: skip
        column = self._numbers.columns.get(speech.follower, -1)
        lines = [line for line in lines if self._stock.may(line.key, morning, column)] or lines
        lately = wordings.lately(speech.follower, speech.day) if mine else wordings.ever(speech.follower)
        recent = (*(key for key in wordings.recent.get(speech.kind, ()) if key not in lately), *lately)
        wording = choose(lines, speech, recent, draw, lately, own_share)
        hint = wording.motive[0] if len(wording.motive) == 1 else ""
        after = wordings.remembering(speech.kind, wording.key, speech.follower, speech.day, wording.text)
        return Said(wording.text, hint, wording.key), after

    def move(
        self, move: str, person: Persona | None, talk: Talk, occasion: Occasion, draw: float, morning: Position,
        wordings: Wordings,
    ) -> tuple[Written, Wordings]:  # fmt: skip
        """What the player writes when making a move.

        Args:
            move: id of the move.
            person: to whom; None for everybody.
            talk: what has been talked about with that person.
            occasion: what is known of the moment.
            draw: chance, 0..1.
            morning: the morning by which conditions of the scenario's own lines are judged.
            wordings: used so far; they are avoided.

        Returns:
            The words with the talk as it will stand, and the wordings used with this one.
        """
        someone, day = person or self._people[0], morning.day
        lines, after = lines_to_write(self._stock, move, person, talk, draw, morning, wordings)
        lines = under_their_post(occasion.their_post, wordings.lately(someone.id, day)) or lines
        last = answered_by(move, talk, day)
        fact = self._stock.fact_in(move, talk, after)
        extra = {
            "content": occasion.content, "fact": fact, "news": talk.news, "move": self.title(move),
            "post": occasion.post, "quote": "" if talk.fact else talk.quote, "need": talk.need,
            **({"friend": occasion.other} if occasion.other else {}),
        }  # fmt: skip
        speech = Speech(
            kind=move,
            stage=occasion.near,
            topic=occasion.topic or ("" if occasion.content else talk.topic),  # read, told, or what is sent is about
            fact=fact,
            format=occasion.format,
            turn=2 if talk.turn else 1,
            last_signal=last,
            follower=person.id if person else "",
            day=day,
            true=occasion.true,
            words=self._words(someone, extra),
        )
        said, wordings = self._say(lines, speech, draw, morning, wordings, mine=True)
        if said.key in self._stock.replies:
            after = replace(after, answered=said.key)
        named = any(words and words in said.text.lower() for words in (fact.lower(), talk.quote.lower()))
        after = replace(after, thanked_on=day) if move in THANKS else after
        asks = self._stock.asks.get(said.key, "none")
        after = replace(after, asks="stands" if named and asks == "none" else asks)
        return Written(said.text, replace(after, named_on=day, quote="") if named else after), wordings

    def words(self, move: str) -> MoveWords:
        """Card, scenes and lines of a move; those lent to an author's own move where it has none."""
        return self._texts.moves.get(move) or self._texts.own_move

    def text(self, move: str) -> str:
        """What a move's card says."""
        own = self._scenario.moves.get(move)
        return (own.text or own.date if own else "") or self.words(move).text

    def motive(self, motive: str) -> Named:
        """A motive as it can be guessed."""
        own, words = self._scenario.motives.get(motive), self._texts.motives.get(motive)
        title = (own.title if own else "") or (words.title if words else motive.replace("_", " ").capitalize())
        return Named(title, (own.text if own else "") or (words.text if words else ""))

    def title(self, move: str) -> str:
        """The name of a move on its card."""
        own, words = self._scenario.moves.get(move), self._texts.moves.get(move)
        return (own.title if own else "") or (words.title if words else move.replace("_", " ").capitalize())

    def at_table(self, person: Persona, draw: float) -> Mapping[str, str]:
        """What placeholders stand for on a date with somebody."""
        return values_of(self._words(person, {}), draw)

    def date(self, move: str, scene: Scene, values: Mapping[str, str]) -> Scene:
        """The move as it would be on a real date, in the words of the scenario where it has its own.

        Args:
            move: its id.
            scene: of the game, for what can be seen before the move.
            values: of `at_table`.
        """
        own, scene = self._scenario.moves.get(move), fill_scene(scene, values)
        if own is None:
            return scene
        return replace(
            scene,
            what=own.date or scene.what,
            you=own.you or scene.you,
            they=own.they or scene.they,
            prop=own.prop or scene.prop,
            held="you" if own.prop else scene.held,
            around=() if own.date or own.you or own.they else scene.around,
            mood=own.mood or scene.mood,
        )

    def signal(
        self, signal: str, person: Persona, talk: Talk, occasion: Occasion, draw: float, morning: Position,
        wordings: Wordings,
    ) -> tuple[Said, Wordings, Talk]:  # fmt: skip
        """What a follower says, or what is told of them.

        Args:
            signal: id of the signal.
            person: who says it.
            talk: what has been talked about with that person.
            occasion: what is known of the moment.
            draw: chance, 0..1.
            morning: the morning by which conditions of the scenario's own lines are judged, the one after the night.
            wordings: used so far; they are avoided.

        Returns:
            The words with their hint, the wordings used with this one, and the talk as it stands after.
        """
        day = morning.day - 1
        named = talk.named_on == day
        chosen = lines_to_say(self._stock, signal, person, talk, occasion.answering, day, occasion.true)
        after = chosen.talk
        about = occasion.topic or talk.topic or person.favourite
        asked = occasion.answering in (*OPENS, "follow_up")
        extra = {"fact": after.fact, "news": talk.news, "content": occasion.content, "post": occasion.post}
        speech = Speech(
            kind=signal,
            motive=person.motive,
            mood=occasion.mood,
            stage=occasion.near,
            topic=about,
            fact=after.fact,
            format=occasion.format,
            turn=2 if (named if asked else talk.turn > 1) else 1,
            answering=occasion.answering,
            beside=occasion.beside,
            last_signal=talk.answered_signal if talk.answered_on == day else "",
            follower=person.id,
            trade=trade_of(person),
            asked=talk.asks,
            day=day,
            true=occasion.true,
            words=self._words(person, extra),
        )
        said, wordings = self._say(chosen.lines, speech, draw, morning, wordings, chosen.own_share)
        slips = slipping(self._stock, speech, after, said.key, draw, morning, wordings.ever(person.id))
        after = kept(self._stock, after, signal, said.key, slipped=bool(slips))
        if slips:
            besides = replace(speech, kind="besides")
            lead, wordings = self._say(self._texts.tails["besides"], besides, draw, morning, wordings)
            clue, wordings = self._say(slips, speech, draw, morning, wordings)
            said = replace(said, text=f"{said.text} {lead.text} {clue.text}")
        elif chosen.in_talk and not said.hint and person.motive in self._texts.motives and not has_own_trade(person):
            tails, chance = tails_of(self._texts, speech, draw)
            if tails:
                tail, wordings = self._say(tails, replace(speech, kind="tail"), chance, morning, wordings)
                said = replace(said, text=f"{said.text} {tail.text}", hint=tail.hint)
        tells = said.key.startswith("own.") or said.key in self._stock.of_themselves
        if signal in ANSWERS and not chosen.in_talk and not after.fact and tells:
            after = replace(after, quote=first_words(said.text))
        if signal == "need_shows":
            after = replace(after, need=need_in(said.text) or after.need, need_on=day)
        if kind := said_before(signal, occasion, chosen.lines, said.key):
            first, wordings = self._say(self._texts.tails[kind], replace(speech, kind=kind), draw, morning, wordings)
            said = replace(said, text=f"{first.text} {said.text}")
        if said.key in self._stock.asking or signal in WAITING:
            after = replace(after, waits=said.key, waits_signal=signal)
        return said, wordings, after

    def claims(self, kind: str) -> frozenset[Claim]:
        """What the lines of a move or signal claim of the player's acts."""
        of_the_house = self._texts.signals.get(kind) or self._texts.asides.get(kind) or self.words(kind)
        return of_the_house.claims | self._stock.claims(kind)

    def tell(
        self, signal: str, person: Persona, answering: str, draws: tuple[float, float], wordings: Wordings,
        true: frozenset[str], extra: Mapping[str, str], beside: frozenset[str] = frozenset(), form: str = "text",
    ) -> tuple[str, str, Wordings]:  # fmt: skip
        """A tell or an aside as it is seen online, and as it would be on a date: of what suits, that least used.

        Args:
            signal: id of the tell, or kind of the aside.
            person: whose it is.
            answering: id of the move that it answers; "" for somebody who saw what was done to others.
            draws: two chances, 0..1, that say where the turns begin.
            wordings: used so far; those with these are given back behind both texts.
            true: claims about the player's acts that hold.
            extra: what further placeholders stand for.
            beside: ids of what else they did that night.
            form: format of what they were given; a message without anything is a text.
        """
        values = {**self.at_table(person, draws[1]), **extra}
        words = self._texts.signals.get(signal) or self._texts.asides[signal]
        return tell_in_turn(words, answering, values, draws, wordings, true, beside, form)

    def is_invited(self, person: Persona, talk: Talk, day: int) -> bool:
        """Whether today’s question to somebody is of a talk written for them: their own page asks for it."""
        going = self._stock.talks.get(talk.going)
        return bool(going and person.id in going.by and talk.asked_on == day)

    def is_note(self, signal: str) -> bool:
        """Whether a signal is told of them rather than said by them."""
        return self._texts.signals[signal].who == "note"

    def notice(
        self, clue: str, person: Persona, extra: dict[str, str], line: str = "", used: Sequence[str] = ()
    ) -> Clue | None:
        """A clue in words, or nothing when there are no words for it, or a line of theirs does not bear it out."""
        words = self._texts.notices.get(clue)
        return noticed(words, person, extra, line, used, self._seed) if words else None

    def on_page(self, person: Persona, post: str) -> str:
        """What is found on somebody's own page, as a note."""
        return f"On {person.first}’s own page: {in_quotes(post)}"

    def new_news(self, person: Persona, draw: float, wordings: Wordings) -> tuple[str, Wordings]:
        """Good news that a follower tells, and the wordings used with it."""
        news = news_in_turn(self._texts.news, person, wordings.used, draw)
        return news.text, wordings.counting(news_key(news))
