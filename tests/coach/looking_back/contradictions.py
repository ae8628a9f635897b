"""What sentences of the coach hold of a move, and what cannot be held at once."""

from game.coach.looking_back.debrief import Debrief
from game.coach.looking_back.explained import reasons
from game.session.playthrough import Playthrough

EARLY, RIGHT, LATE, NO_USE = "it came too early", "it came at the right time", "it came too late", "no use for it"
MEANT, NOT_MEANT = "it was meant for them", "it had nothing to do with them"
PEACE, WAITS = "peace did them good", "they waited for a word"
SOMETHING, NOTHING = "something was done", "nothing was done"
WELL, COST, CHEAP = "it did good", "it cost trust", "it cost hardly any trust"
HAD, SOLD = "they were glad to be sold to", "they did not want to be sold to"
YES, NO = "they said yes", "they said no"
AGAIN = "it was asked again soon after a no"
A_DAY_TO_ASK, NO_DAY_TO_ASK = "that day was one for a question", "that day was better without a question"
NEVER, ONCE = "they were asked on no day at all", "they were asked on some day"

HOLDS = {
    "asked_ready": {RIGHT, YES},
    "favour_in_time": {RIGHT, YES},
    "favour_in_time_refused": {RIGHT, NO},
    "favour_again": {RIGHT, YES, AGAIN},
    "favour_again_refused": {RIGHT, NO, AGAIN},
    "favour_too_soon": {EARLY, NO, COST},
    "favour_too_soon_mildly": {EARLY, NO, CHEAP},
    "favour_too_soon_accepted": {EARLY, YES},
    "favour_well": {RIGHT},
    "favour_well_at_a_price": {RIGHT},
    "favour_luckily": {EARLY},
    "asked_ready_refused": {RIGHT, NO},
    "asked_again": {RIGHT, YES, AGAIN},
    "asked_again_refused": {RIGHT, NO, AGAIN},
    "asked_too_soon": {EARLY, NO, COST},
    "asked_too_soon_mildly": {EARLY, NO, CHEAP},
    "asked_too_soon_accepted": {YES},
    "asked_not_buyer_accepted": {NO_USE, YES},
    "asked_a_little_early": {EARLY, YES},
    "asked_a_little_early_refused": {EARLY, NO},
    "asked_open": {YES},
    "asked_by_signs": {YES},
    "asked_by_signs_refused": {NO},
    "asked_by_signs_no_use": {NO_USE, YES},
    "asked_by_signs_no_use_refused": {NO_USE, NO},
    "favour_open": {YES},
    "favour_by_signs": {YES},
    "favour_by_signs_refused": {NO},
    "asked_by_the_look": set(),
    "asked_late": {LATE, NO},
    "asked_not_buyer": {NO_USE, NO},
    "asked_well": {RIGHT},
    "asked_well_at_a_price": {RIGHT},
    "asked_luckily": {EARLY},
    "asked_rather_early": {EARLY},
    "too_soon": {EARLY},
    "too_soon_need": {EARLY},
    "too_soon_refused": {EARLY},
    "too_soon_pushed": {EARLY},
    "too_soon_elsewhere": {EARLY},
    "too_soon_chance": {EARLY},
    "no_trace": {SOMETHING},
    "asked_past": {LATE},
    "asked_for_nothing": {NO_USE},
    "propose_good": {RIGHT},
    "propose_bad": {EARLY, NO},
    "small_offer_bad": {EARLY, NO},
    "ask_to_share_good": {RIGHT},
    "ask_to_share_bad": {EARLY, NO},
    "fits": {MEANT},
    "share_resource_good": {MEANT},
    "share_resource_bad": {NOT_MEANT},
    "irrelevant": {NOT_MEANT},
    "give_space_good": {PEACE},
    "give_space_bad": {WAITS},
    "waiting": {WAITS},
    "forgetting": {NOTHING},
    "post_promotion_good": {HAD},
    "post_selling": {SOLD},
    "post_selling_liked": {HAD},
    "mark good": {WELL},
    "mark bad": {COST},
    "a move": {SOMETHING},
    "in time": {RIGHT},
    "missed": {"nobody asked then"},
    "asked then": {"somebody asked then"},
    "review_asked": {SOMETHING},
    "review_asked_early": {SOMETHING, EARLY},
    "review_not_asked": {"nobody asked then", A_DAY_TO_ASK},
    "review_not_asked_by_signs": {"nobody asked then"},
    "review_moved": {SOMETHING},
    "review_rested": {NOTHING},
    "review_sale": {RIGHT, YES, SOMETHING},
    "review_asked_well": {SOMETHING},
    "review_rested_well": {NOTHING, NO_DAY_TO_ASK},
    "review_posted_well": {NO_DAY_TO_ASK},
    "review_moved_well": {SOMETHING},
    "review_was_early": {EARLY},
    "passed_never_asked": {"nobody asked then", NEVER},
    "passed_asked_otherwise": {"nobody asked then", ONCE},
    "passed_known": {RIGHT, A_DAY_TO_ASK},
    "passed_likely": {RIGHT},
    "passed_unknown": {RIGHT},
    "asked some day": {ONCE},
    "asked no day": {NEVER},
}
"""By occasion of a sentence, by mark, and by what the screens say in figures."""

PAIRS = (
    (EARLY, RIGHT), (EARLY, LATE), (RIGHT, LATE), (EARLY, NO_USE), (RIGHT, NO_USE), (MEANT, NOT_MEANT), (PEACE, WAITS),
    (SOMETHING, NOTHING), (WELL, COST), (COST, CHEAP), (HAD, SOLD), (YES, NO), (EARLY, WELL),
    ("nobody asked then", "somebody asked then"), (A_DAY_TO_ASK, NO_DAY_TO_ASK), (NEVER, ONCE),
)  # fmt: skip
"""What cannot both be held of one move of one day."""


def told_of(now: Playthrough, told: Debrief, follower: str, day: int) -> set[str]:
    """Everything that is told of what was done with one person on one day: sentences, marks, figures."""
    person = next(f for f in told.followers if f.id == follower)
    found = {reason.occasion for reason in reasons(now, follower, day) if reason.shown}
    marks = [mark for mark in person.marks if mark.day == day]
    asks = [ask for ask in told.asks if (ask.follower, ask.day) == (follower, day)]
    found |= {ask.occasion for ask in asks} | {"in time" for ask in asks if ask.in_time}
    if marks:
        found.add("a move")
    if asks and marks:  # of the move that asked; what stands beside it is a post
        found.add(f"mark {marks[0].quality}")
    return found


def contradictions(occasions: set[str]) -> list[tuple[str, str]]:
    """The pairs that are held at once."""
    held = set().union(*(HOLDS.get(occasion, set()) for occasion in occasions))
    return [pair for pair in PAIRS if set(pair) <= held]
