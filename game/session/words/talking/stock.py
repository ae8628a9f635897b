"""All that can be said in a run: the lines and talks of the scenario with their conditions, and those of the house."""

from collections.abc import Sequence

from game.engine.position import Position
from game.engine.timeline import holds
from game.scenario.compiling.compiled_timeline import CompiledCondition
from game.scenario.format.schema_story import LineBlock
from game.scenario.format.vocabulary import Claim
from game.scenario.texts.texts import Line, Texts
from game.session.words.personas import Persona
from game.session.words.spoken import Talk
from game.session.words.talking.written_talks import own_talk

WANTS_FROM = 0.5
"""Above it somebody's happy end is to buy."""
OF_A_NEED = frozenset({"own.need_shows", "own.asks_price", "own.buys", "own.buys_elsewhere"})
"""Lines of a scenario's own that are of somebody who has not bought from you yet."""
OF_A_LIFE = frozenset({"own.answer_warm", "own.answer_short", "own.question"})
"""Lines with which those whose life is one of looking for it let that slip: likewise."""


def own_key(kind: str, number: int) -> str:
    """The key of a line of the scenario's own, by its place under `lines:`.

    >>> own_key("thanks", 0)
    'own.thanks.0'
    """
    return f"own.{kind}.{number}"


class Stock:
    """What can be said in one run. Nothing in it changes."""

    def __init__(self, texts: Texts, people: tuple[Persona, ...], first: Position) -> None:
        """The stock for the people of a run.

        Args:
            texts: the words of the game.
            people: everybody, in the order of the columns.
            first: any position of the run; its scenario is used.
        """
        scenario = first.compiled.scenario
        self.texts, self._people, self._motives = texts, people, {*texts.motives, *scenario.motives}
        wants = first.people.buys[0] > WANTS_FROM
        self._buyers = frozenset(who for who, buys in zip(first.compiled.ids, wants.tolist(), strict=True) if buys)
        self.numbers, self.has_price = first.compiled.numbers, "price" in scenario.words
        self._when: dict[str, CompiledCondition] = {}  # key of a line or talk of the scenario -> when it may be said
        self.of_lives: set[str] = set()  # keys of lines that are said in one life of somebody alone
        self.own = {kind: self._lines_of(f"own.{kind}", lines) for kind, lines in scenario.lines.items()}
        own = {}
        for name, written in scenario.talks.items():
            talk = own_talk(name, written, self._lines_of)
            own[talk.id] = talk
            self._when[talk.id] = self.numbers.condition(written.when)
        self.talks = own | {talk.id: talk for talk in texts.talks}
        self.of_themselves = frozenset(
            line.key for line in texts.signals["answer_warm"].lines if "ask_about_them" in line.answering
        )
        self.asks = {line.key: line.asks for words in (*texts.moves.values(), texts.own_move) for line in words.say}
        every = (*(signal.lines for signal in texts.signals.values()), *self.own.values())
        self.asking = {line.key: line for lines in every for line in lines if line.answers}
        self.replies = {
            f"{key}.a{n}": (line.replies[n],) if len(line.replies) == len(line.answers) else line.replies
            for key, line in self.asking.items()
            for n in range(len(line.answers))
        }

    def _lines_of(self, key: str, blocks: Sequence[LineBlock]) -> tuple[Line, ...]:
        found = []
        for number, block in enumerate(blocks):
            motives = tuple(name for name in block.by if name in self._motives)
            people = tuple(p.id for p in self._people if p.id in block.by or p.archetype in block.by)
            if block.by and not motives and not people:
                continue  # only for somebody who is not here
            line = Line(
                f"{key}.{number}", block.text, motive=motives, by=people, answers=block.answers, replies=block.replies,
                claims=("not_bought",) if self._of_a_first_need(key, block, people) else (),
            )  # fmt: skip
            self._when[line.key] = self.numbers.condition(block.when)
            if block.when is not None and block.when.lives:
                self.of_lives.add(line.key)
            found.append(line)
        return tuple(found)

    def _of_a_first_need(self, key: str, block: LineBlock, people: tuple[str, ...]) -> bool:
        """Whether an author's words are of somebody who has not bought: of a need, or of a life that leads to one."""
        of_a_life = block.when is not None and bool(block.when.lives)
        return key in OF_A_NEED or (key in OF_A_LIFE and of_a_life and not self._buyers.isdisjoint(people))

    def not_told(self, lines: Sequence[Line], talk: Talk) -> tuple[Line, ...]:
        """Those of an author's lines that do not begin anew with what a talk with them has told already."""
        facts = [self.talks[name].fact.lower() for name in talk.had if name in self.talks]
        return tuple(line for line in lines if not any(fact in line.text.lower() for fact in facts))

    def claims(self, kind: str) -> frozenset[Claim]:
        """What the scenario's own lines of a kind claim."""
        return frozenset(claim for line in self.own.get(kind, ()) for claim in line.claims)

    def fact_in(self, move: str, talk: Talk, after: Talk) -> str:
        """What a move to somebody may name: what they have told; for help, only where there is something to help with.

        Args:
            move: its id.
            talk: as it stood before the move.
            after: as it stands with the move, which may open a talk.
        """
        going = self.talks.get(after.going)
        if (going is not None and after.asked > talk.asked) or after.going != talk.going:
            return going.fact if going else ""
        return talk.fact if move != "help" or (going and going.thanks) else ""

    def may(self, key: str, morning: Position, column: int) -> bool:
        """Whether the condition of a line or talk holds for a follower; those of the house have none."""
        when = self._when.get(key)
        return when is None or bool(holds(when, morning, column)[0])
