"""What the date mirror says of a move before it is made: how it is taken, and by how many who look like that.

Figures decide the words: of two moves that are taken alike by as many people, one hears the same.
"""

from game.engine.seen.odds_asked import AGREED, BASE, agreed_by
from game.engine.seen.odds_seen import FEW, MORE_THAN_HALF, PRICED, TAKEN_BY_ALL, UNSEEN_MOVES, taken_by
from game.engine.seen.seen_conditions import Signs
from game.engine.seen.situations import WELL
from game.session.date_lines import Forecast
from game.session.seen.asking_signs_told import OF_A_NEED, asking_signs_told
from game.session.words.numbers_told import in_tens, tens_told

COSTS_THE_SCORE = "That is harm done to all of them at once, and can cost most of the final score."
"""What is said before a message to everybody."""
NOTHING_TO_MEND = {("apologise", "unhurt"): "No hurt shows just now"}
"""What is said in the place of a verdict where a move has nothing that it could be for."""
KIND_WORD = "It is the kind word that they take well, and not the apology."
NO_VERDICT = "neutral"
"""The mood of a scene without a verdict."""
LIKELY, SELDOM = 75, 25
"""Of a hundred: so many make it likely, so few make it unlikely."""


def forecast_of(
    move: str, situation: str, mood: str, signs: Signs | None = None, *, last_day: bool = False, elsewhere_on: int = 0
) -> Forecast:
    """How a move is taken by people who look alike.

    Args:
        move: its id.
        situation: of the follower before it.
        mood: of the scene, which is all there is to go by where no figures are known: a post, a move of an author.
        signs: all that can be seen of the follower; left out, no reasons are told.
        last_day: whether there is no day after this one, so that nothing can wait.
        elsewhere_on: the day on which they bought in another shop, if no need has shown since; 0 if not.

    >>> forecast_of("follow_up", "talk", "warm").told, forecast_of("like", "spoke", "warm").told
    ('Likely well taken', 'May light up, may turn away')
    >>> forecast_of("propose", "ready", "neutral").told, forecast_of("propose", "needs", "neutral").told
    ('Likely a yes', 'More often a yes')
    >>> forecast_of("follow_up", "talk", "warm").counted
    'By this alone, of ten people about eight light up, and about one turns away.'
    """
    if move in UNSEEN_MOVES:
        return Forecast("Mostly nothing shows")
    taken, agreed = taken_by(move, situation), agreed_by(move, situation, signs)
    if taken is None:
        return _by_mood(mood)
    if agreed is not None:
        reasons = asking_signs_told(move, signs, elsewhere_on) if signs is not None else ""
        priced, can_wait = situation in PRICED.get(move, ()), move in OF_A_NEED and not last_day
        return _asked(agreed, AGREED[move][BASE], reasons, priced=priced, can_wait=can_wait)
    well, ill = in_tens(taken.glad, "lights up", "light up"), in_tens(taken.ill, "turns away", "turn away")
    counted = f"By this alone, of ten people {well}, and {ill}."
    if move in TAKEN_BY_ALL:
        counted = f"{counted} {COSTS_THE_SCORE}"
    if (move, situation) in NOTHING_TO_MEND:
        return Forecast(NOTHING_TO_MEND[move, situation], "open", f"{counted} {KIND_WORD}")
    if taken.glad >= MORE_THAN_HALF:
        likely = taken.glad >= LIKELY and taken.ill <= FEW
        return Forecast(f"{'Likely' if likely else 'Mostly'} well taken", "well", counted)
    if taken.ill >= MORE_THAN_HALF:
        likely = taken.ill >= LIKELY and taken.glad <= FEW
        return Forecast(f"{'Likely' if likely else 'Mostly'} badly taken", "ill", counted)
    both = ("May light up", "may turn away") if taken.glad >= taken.ill else ("May turn away", "may light up")
    return Forecast(", ".join(both), "open", counted)


def _by_mood(mood: str) -> Forecast:
    if mood == NO_VERDICT:
        return Forecast()
    return Forecast("Mostly well taken", "well") if mood in WELL else Forecast("Mostly badly taken", "ill")


PRICE = "Yes or no, the question costs trust now."
WAIT = "A warm word first may make it surer; but a need goes stale within days."
"""What waiting brings those whose need has shown: measured by `tests/lab/signs/test_waiting.py`."""


def _asked(agreed: int, strangers: int, reasons: str, *, priced: bool, can_wait: bool) -> Forecast:
    """What is asked of people: how many say yes, of strangers too, what makes the difference, and what asking costs.

    A tick stands only where nothing speaks for another day.
    """
    early = can_wait and MORE_THAN_HALF <= agreed < LIKELY
    of_strangers = in_tens(strangers, "", "").strip()
    alike = tens_told(strangers) == tens_told(agreed)
    beside = ", as of ten strangers" if alike else f"; of ten strangers, {of_strangers}"
    says = f"Of ten people with such signs, {in_tens(agreed, 'says yes', 'say yes')}{beside}."
    known = " ".join([says, *[PRICE] * priced, *[WAIT] * early])
    counted = f"{known}\n{reasons}".strip()
    if agreed >= MORE_THAN_HALF:
        told = "Likely a yes" if agreed >= LIKELY else "More often a yes"
        return Forecast(told, "open" if priced or early else "well", counted, agreed)
    if agreed >= 100 - MORE_THAN_HALF:
        return Forecast("A yes as often as a no", "open", counted, agreed)
    seldom = agreed < SELDOM
    return Forecast("Likely a no" if seldom else "More often a no", "ill" if seldom else "open", counted, agreed)
