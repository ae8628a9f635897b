"""The date mirror: which scene a move is shown as, by what can be seen before it and by what was shown before."""

from collections import Counter
from collections.abc import Mapping

from game.engine.situations import signs_of_one
from game.session.entries import PlanMove
from game.session.history import situation_before
from game.session.playthrough import Playthrough
from game.session.view import DateLine
from game.session.words.line_choice import scene_in_turn

TURN = 7919
"""By how much one run begins further on in the scenes than the one of the seed before."""


class Mirror:
    """The scenes of one morning, towards one follower and towards all.

    Of the scenes for a situation the one least told comes first: a scene counts as told when its move was made. So no
    scene comes back in a run until all those for its situation have been told.

    Args:
        now: the playthrough.
        follower: id of the follower; "" for nobody, of whom nothing is known.
        near: values for placeholders at the table with that follower.
        all_of_them: the same with everybody.
    """

    def __init__(
        self, now: Playthrough, follower: str, near: Mapping[str, str], all_of_them: Mapping[str, str]
    ) -> None:
        self.now, self.follower, self.near, self.all_of_them = now, follower, near, all_of_them
        self.who = follower or now.compiled.ids[0]
        self.signs = signs_of_one(now.position.ledger, now.compiled.ids.index(self.who))
        self._told: dict[str, Counter[int]] = {}
        self._lines: dict[tuple[str, str], DateLine] = {}
        today = (item for item in now.plan.values() if item.who != follower)
        planned = [(item.move, situation_before(now.position, item)) for item in today]
        for move, situation in [*(made for day in now.history for made in day.situations), *planned]:
            self._told.setdefault(move, Counter())[self._number(move, situation)] += 1

    def _number(self, move: str, situation: str) -> int:
        """The number of the scene whose turn it is."""
        dates = self.now.setup.speaker.words(move).dates
        return scene_in_turn(dates, situation, self._told.get(move, {}), self.now.position.seed * TURN)

    def line(self, move: str, content: str = "") -> DateLine:
        """A move as what it would be on a date.

        Args:
            move: its id.
            content: id of what goes with it, or "".
        """
        moves, speaker = self.now.compiled.rules.moves, self.now.setup.speaker
        to_all = bool(moves.columns["to_all"][moves.index(move)] > 0.5)
        situation = situation_before(self.now.position, PlanMove(move, "" if to_all else self.who, content), self.signs)
        found = self._lines.get((move, situation))
        if found is None:
            told = speaker.words(move).dates[self._number(move, situation)]
            scene = speaker.date(move, told, self.all_of_them if to_all else self.near)
            found = DateLine(move, scene.you, scene.they, scene.what, scene.then, scene.mood, scene.prop)
            self._lines[move, situation] = found
        return found

    def lines_with(self, move: str) -> tuple[tuple[str, DateLine], ...]:
        """The same with each content that could go along: content id, scene."""
        return tuple((content, self.line(move, content)) for content in self.now.compiled.scenario.content)
