"""Which sentences suit a cause of a day's change of trust."""

from dataclasses import dataclass

from game.coach.looking_back.questions.largest_lack import largest_lack
from game.coach.looking_back.questions.verdict import MoveVerdict
from game.engine.position import Position
from game.model import Cause, MoveTable, trust
from game.model.readings import RATHER_YES
from game.model.state import HAPPENED, LATELY
from game.session.entries import PlanMove
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough

FITTING = 0.6
"""Worth of a content, 0..1, from which no words say that it had nothing to do with them."""
STRANGE = 0.45
"""Trust, 0..1, below which words may say that somebody hardly knows you."""
EARLY_OR_NOT = {"early": "too_soon", "late": "asked_past", "no_use": "asked_for_nothing", "none": "wants_a_little"}


@dataclass(frozen=True)
class DayOfOne:
    """A day as one follower lived it: what was done, and what is held of it."""

    now: Playthrough
    played: DayPlayed
    column: int
    move: PlanMove | None  # to them
    post: PlanMove | None
    verdict: MoveVerdict | None
    causes: dict[str, float]  # as the model takes the day apart, −1..1

    @property
    def morning(self) -> Position:
        """The morning of the day."""
        return self.played.morning


def occasion_of(cause: Cause, one: DayOfOne, moves: MoveTable) -> str:
    """Which sentences suit a cause: the same cause reads differently after thanks, an answer, or a good question."""
    good = cause.amount > 0.0
    if cause.id == "move":
        return _of_move(good, one, moves)
    if cause.id == "post":
        return _of_post(good, one)
    if cause.id == "asked_too_soon":
        return _of_asking(good, one)
    if cause.id == "waiting":
        return "waiting" if not good else "other"
    if cause.id == "forgetting":
        return "warming" if good else "fading" if one.move or one.post else "forgetting"
    if cause.id == "event":
        return "event"
    if cause.id == "unasked" and one.verdict is not None and one.verdict.timing != "none":
        return "unasked_question"
    if cause.id == "unasked":
        return "unasked_cool" if _had_spoken(one) else "unasked"
    return {
        "seen_through": "seen_through",
        "boasting": "boasting_liked" if good else "boasting",
        "mending": "apology" if good else "apology_empty",
        "others": "bystander_good" if good else "bystander_bad",
        "post_selling": "post_selling_liked" if good else "post_selling",
    }.get(cause.id, "other")


def _had_spoken(one: DayOfOne) -> bool:
    """Whether they had said or shared anything since the last direct move, in whatever tone."""
    ledger, column = one.morning.ledger, one.column
    spoke = min(ledger.talk_age[0, column], ledger.shared_age[0, column])
    return bool(spoke < HAPPENED and spoke <= ledger.contact_age[0, column])


def _of_move(good: bool, one: DayOfOne, moves: MoveTable) -> str:
    if one.move is None or one.verdict is None:
        return "other"
    ledger, row, column = one.morning.ledger, moves.row(one.move.move), one.column
    if one.verdict.timing != "none":
        return _of_question(good, one, one.verdict)
    if row.thanks:
        if good and ledger.shared_age[0, column] <= one.morning.compiled.rules.params.thanks_days:
            return "thanks_earned"
        return "thanks_small" if good else "thanks_unearned"
    if row.cheers and good:
        return "congratulated"
    if row.answers and good:
        return "answered"
    if row.follows_up:
        return "follow_up" if good else "bad"
    if good and row.opens_on_share and ledger.compliment[0, column] > 0.5 and ledger.shared_age[0, column] <= LATELY:
        return "opened"
    if row.uses_fit:
        if one.played.day.direct.fit[0, column] >= FITTING:
            return "fits" if good else "badly_put"
        return "good" if good else "irrelevant"
    if not good and row.personal < 0.3:
        return "impersonal"
    if good and "waiting" in one.causes and row.exposure == 0.0:
        return "other"  # peace is no gift to somebody who waits for a word
    return "good" if good else "bad"


def _of_question(good: bool, one: DayOfOne, verdict: MoveVerdict) -> str:
    """What a question showed of you; whether it came at its time is told apart, and never otherwise here."""
    if good:
        return "good" if verdict.timing == "right" else "well_put"
    params = one.now.compiled.rules.params
    trusted = float(trust(one.played.day.morning, one.morning.people, params)[0, one.column])
    return "bad" if verdict.timing == "early" and not verdict.accepted and trusted < STRANGE else "badly_put"


def _of_post(good: bool, one: DayOfOne) -> str:
    if one.post is None:
        return "other"
    if good:
        return "post_good_although" if one.causes.get("post_selling", 0.0) < 0.0 else "post_good"
    if one.played.day.signals.reaction[0, one.column] == 0 and abs(sum(one.causes.values())) < 0.004:
        return "other"
    return "post_badly_put" if one.post.content and one.played.day.post.fit[0, one.column] >= FITTING else "post_bad"


def _of_asking(good: bool, one: DayOfOne) -> str:
    verdict = one.verdict
    if verdict is None:
        return "other"
    if verdict.timing == "right":
        kind = "asked_well" if verdict.for_sale else "favour_well"
        return kind if good else f"{kind}_at_a_price"
    if good:
        if verdict.timing == "none":
            return "good"
        if verdict.looked_likely and verdict.likelihood < RATHER_YES:
            return "asked_by_the_look"
        if not verdict.for_sale:
            return "favour_luckily"
        return "asked_rather_early" if verdict.likelihood >= RATHER_YES else "asked_luckily"
    found = EARLY_OR_NOT[verdict.timing]
    if found != "too_soon" or one.move is None:
        return found
    lack = largest_lack(one.morning, one.column, one.now.compiled.rules.moves.row(one.move.move).ask)
    return found if lack == "trust" else f"{found}_{lack}"
