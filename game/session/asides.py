"""What a player asked for, or said, beside the game: it changes nothing that happens, and is told in the debrief."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.session.entries import AskWhatIf, SayOdds, TakeNudge
from game.session.view import Nudge


@dataclass(frozen=True)
class Asides:
    """Hints, questions “What if?”, and how many would say yes, by the day on which they were asked for or said."""

    nudges: Mapping[int, Nudge] = field(default_factory=dict)  # day -> the hint that was asked for
    what_ifs: Mapping[int, tuple[AskWhatIf, ...]] = field(default_factory=dict)  # day -> what was asked in practice
    odds: Mapping[int, tuple[SayOdds, ...]] = field(default_factory=dict)  # day -> said before the mirror answered

    def with_nudge(self, day: int, taken: TakeNudge) -> "Asides":
        """With the hint of a day; a second one on that day is none."""
        if day in self.nudges:
            return self
        return replace(self, nudges={**self.nudges, day: Nudge(taken.about, taken.who)})

    def with_what_if(self, day: int, asked: AskWhatIf) -> "Asides":
        """With a question “What if?”; the same one twice on a day is one."""
        before = self.what_ifs.get(day, ())
        return self if asked in before else replace(self, what_ifs={**self.what_ifs, day: (*before, asked)})

    def with_odds(self, day: int, said: SayOdds) -> "Asides":
        """With how many would say yes to a question; of the same question on the same day the first answer stands."""
        before = self.odds.get(day, ())
        if any((one.who, one.move) == (said.who, said.move) for one in before):
            return self
        return replace(self, odds={**self.odds, day: (*before, said)})

    def band_said(self, day: int, who: str, move: str) -> int | None:
        """Which of `ODDS_BANDS` was said of a question on a day; None where none was.

        Args:
            day: 1..
            who: id of the follower.
            move: id of the question.
        """
        bands = (one.band for one in self.odds.get(day, ()) if (one.who, one.move) == (who, move) and one.band >= 0)
        return next(bands, None)
