"""The date mirror: which scene a move is shown as, by what can be seen before it and by what was shown before."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from game.engine.situations import signs_of_one
from game.session.entries import PlanMove
from game.session.history import situation_before
from game.session.playthrough import Playthrough
from game.session.view import DateLine


class Mirror:
    """The scenes of one morning, towards one follower and towards all.

    A scene is chosen by its situation. Those of a situation come by turns, one for each time that the move was made
    in it before, so none comes back until all have been told.

    Args:
        now: the playthrough.
        follower: id of the follower; "" for nobody, of whom nothing is known.
    """

    def __init__(self, now: Playthrough, follower: str) -> None:
        self.now, self.follower = now, follower
        self.column = now.compiled.ids.index(follower) if follower else 0
        self.signs = signs_of_one(now.position.ledger, self.column)

    @cached_property
    def told(self) -> Counter[tuple[str, str]]:
        """How often each move was made in each situation on the days before, and is planned for others today."""
        today = (item for item in self.now.plan.values() if item.who != self.follower)
        told = Counter((item.move, situation_before(self.now.position, item)) for item in today)
        for day in self.now.history:
            told.update(day.situations)
        return told

    def line(self, move: str, near: str, values: Mapping[str, str], content: str = "") -> DateLine:
        """A move as what it would be on a date.

        Args:
            move: its id.
            near: how near the two seem.
            values: what placeholders stand for at the table.
            content: id of what goes with it, or "".
        """
        moves = self.now.compiled.rules.moves
        to_all = bool(moves.columns["to_all"][moves.index(move)] > 0.5)
        item = PlanMove(move, "" if to_all else self.now.compiled.ids[self.column], content)
        situation = situation_before(self.now.position, item, self.signs)
        scene = self.now.setup.speaker.date(move, situation, near, self.told[move, situation], values)
        return DateLine(move, scene.you, scene.they, scene.what, scene.then, scene.mood, scene.prop)

    def lines_with(self, move: str, near: str, values: Mapping[str, str]) -> tuple[tuple[str, DateLine], ...]:
        """The same with each content that could go along: content id, scene."""
        contents = self.now.compiled.scenario.content
        return tuple((content, self.line(move, near, values, content)) for content in contents)
