"""The night of one follower in plain floats: the rules of `game.model.night`, written once more."""

from bench.scalar_follower import Constants, Follower
from bench.scalar_rules import hazard, trust_of, worth
from game.model import NEVER, Params, Signal
from game.model.moves import Move
from game.model.night import ASKS_FROM, SALE_FROM

# Members of an enumeration are slow to look up; plain numbers are not.
NONE, LIKE, ANSWER_WARM, ANSWER_SHORT, ANSWER_COOL, QUESTION = (int(s) for s in list(Signal)[:6])
SHARE_PLAIN, SHARE_COMPLIMENT, THANKS, NEED_SHOWS, LIFE_EVENT, COMPLAINT = (int(s) for s in list(Signal)[6:12])
BUYS, DECLINES_KINDLY, DECLINES_COLDLY, GOES_QUIET, BUYS_ELSEWHERE = (int(s) for s in list(Signal)[12:17])
UNFOLLOWS, BLOCKS, PITCHES_YOU, ACCEPTS = (int(s) for s in list(Signal)[17:21])


def react(f: Follower, move: Move, fit: float, post: Move, post_fit: float, chance: list[float], p: Params) -> int:
    """What they do in answer to the direct move, or to the post where there was none; a number of `Signal`."""
    _, reaction, tone, _, _, _ = chance
    now, reactance = f.trust, f.reactance
    if f.row and move.ask >= ASKS_FROM:
        if f.accepted:
            return SHARE_PLAIN if move.seeks_share > 0.5 else BUYS if move.ask >= SALE_FROM else ACCEPTS
        if tone < min(0.97, max(0.03, 1.5 * now - 0.15 - 0.5 * reactance)):
            return DECLINES_KINDLY
        return NONE if reaction > 0.55 + 0.4 * f.talkative else DECLINES_COLDLY
    if f.accepted:
        return BUYS
    direct = f.row and (move.exposure > 0.0 or move.ask > 0.0)
    rested = 1.0 / (1.0 + 0.3 * max(0.0, f.wear - 1.0))
    inviting = move.invites_reply if direct else post.invites_reply * post_fit * 1.2
    replying = inviting * f.talkative * (0.35 + 0.9 * now) * rested
    if reaction >= replying:
        seen = move.exposure if direct else post.exposure * post_fit
        liking = replying + 0.45 * min(1.0, seen) * (0.15 + 0.7 * now) * rested
        return LIKE if reaction < liking else NONE
    value = post_fit
    if direct:  # of all that makes the worth, a day changes the weariness alone
        value = worth(f, move, fit, p) if move.uses_fit else f.value
    warm = min(0.95, max(0.03, 1.6 * (now - 0.28) + 0.3 * (value - 0.6) - 0.5 * reactance))
    if tone < warm:
        return THANKS if direct and tone < 0.6 * warm and move.favour * value >= 0.22 else ANSWER_WARM
    cool = min(0.7, max(0.01, 0.7 - 1.25 * now + 0.5 * reactance))
    return ANSWER_COOL if tone > 1.0 - cool * (1.0 - warm) else ANSWER_SHORT


def of_their_own_accord(f: Follower, posted: float, bought: bool, draw: float) -> int:
    """Which of the seven things they may begin comes up, if any."""
    now = f.trust
    reached = f.sells * 0.08 * (0.4 + now)
    if draw < reached:
        return PITCHES_YOU
    if f.need > 0.4 and not bought:
        reached += 0.55 * f.need * (0.25 + now)
        if draw < reached:
            return NEED_SHOWS
    reached += f.curious * 0.09 * (0.25 + now) * (1.0 + posted)
    if draw < reached:
        return QUESTION
    reached += 0.004 * f.human + 0.03 * max(0.0, f.reactance - 0.3)
    if draw < reached:
        return COMPLAINT
    reached += f.sharing * 0.07 * (0.2 + now) * (0.6 + 1.4 * posted) * min(1.0, 0.1 + 1.2 * f.fast)
    if draw < reached:
        return SHARE_PLAIN
    if f.human:
        reached += 0.025 * f.talkative * f.human
        if draw < reached:
            return LIFE_EVENT
        if f.wear > 1.5 and draw < reached + 0.15 * min(1.0, f.wear - 1.5) * f.human:
            return GOES_QUIET
    return NONE


def initiate(f: Follower, day: int, posted: float, bought: bool, chance: list[float], p: Params) -> int:
    """What they do of their own accord, one thing a night at most; a number of `Signal`."""
    _, _, _, initiative, detail, leave = chance
    if leave < hazard(f, p) * f.human:
        return BLOCKS if detail < min(0.7, f.reactance - 0.6) else UNFOLLOWS
    if f.buys and day > f.need_until and not f.bought and not f.elsewhere and not bought and detail < 0.75:
        return BUYS_ELSEWHERE
    found = of_their_own_accord(f, posted, bought, initiative)
    if found == SHARE_PLAIN and detail < min(0.9, 1.7 * (f.trust - 0.36) - 0.4 * f.reactance) * f.human:
        return SHARE_COMPLIMENT
    return found


def note_act(f: Follower, move: Move) -> None:
    """The ledger after a direct move."""
    row = f.row
    if move.exposure > 0.0:
        if move.exposure >= 0.5:
            f.waiting = NEVER
        f.contact_age = -1.0
        f.contacts += 1
        if row != f.last_move:
            f.other_move, f.other_repeats = f.last_move, f.repeats
        f.last_move, f.repeats = row, f.again
    elif move.pressure >= 0.0:
        f.looked = 1.0
    if move.ask >= SALE_FROM:
        f.asks += 1


def conclude(f: Follower, met: bool, p: Params) -> None:
    """What their own deeds change in themselves. `met`: in person, and answered warmly, before tonight."""
    bought, elsewhere = f.reaction == BUYS, f.initiative == BUYS_ELSEWHERE
    if f.buys:
        close = bought
    else:
        close = met and f.human > 0.5 and f.reactance <= 0.6 and f.trust >= f.happy_trust
        close = close and f.slow + p.fast_share * f.fast >= f.happy_familiarity
    if close:
        f.happy = 1.0
    if elsewhere:
        f.elsewhere, f.need = 1.0, 0.0
    elif bought:
        f.need *= 0.3
    if bought or f.initiative in {SHARE_PLAIN, SHARE_COMPLIMENT}:
        f.debt *= 0.5


def grow_older(f: Follower, day: int, repeat_keeps: float) -> None:
    """The ledger a day later."""
    f.follow_age = f.follow_age + 1.0 if f.present else 0.0
    if f.arrives == day + 1:
        f.present = 1.0
    if f.waiting < 900.0:
        f.waiting += 1.0
    if f.talk_age > 5.0:
        f.turns = 0.0
    if f.contact_age >= 0.0:
        f.repeats *= repeat_keeps
    f.other_repeats *= repeat_keeps
    f.post_repeats *= repeat_keeps
    if f.shared_age < NEVER:
        f.shared_age += 1.0
    if f.news_age < NEVER:
        f.news_age += 1.0
    if f.need_age < NEVER:
        f.need_age += 1.0
    if f.talk_age < NEVER:
        f.talk_age += 1.0
    if f.contact_age < NEVER:
        f.contact_age += 1.0
    if f.decline_age < NEVER:
        f.decline_age += 1.0


def note_reaction(f: Follower, reaction: int) -> None:
    """The ledger after an answer."""
    if reaction == LIKE:
        f.likes += 1
    elif reaction == BUYS:
        f.bought += 1
        f.need_age = NEVER
    elif reaction == SHARE_PLAIN:
        note_share(f, 0.0)
    elif reaction in {DECLINES_KINDLY, DECLINES_COLDLY}:
        f.decline_age = 0.0
        f.cool += reaction == DECLINES_COLDLY
    elif reaction in {ANSWER_WARM, THANKS, ANSWER_SHORT, ANSWER_COOL}:
        f.turns, f.talk_age = min(20.0, f.turns + 1.0), 0.0
        if reaction == ANSWER_SHORT:
            f.short += 1
        elif reaction == ANSWER_COOL:
            f.cool += 1
        else:
            f.warm += 1


def note_share(f: Follower, compliment: float) -> None:
    """The ledger after they have shared."""
    f.shared_age, f.compliment = 0.0, compliment
    f.shares += 1


def note_initiative(f: Follower, initiative: int, *, shared: bool, spoke: bool) -> None:
    """The ledger after what they did of their own accord; a night counts one share and one turn of talk at most."""
    if initiative in {UNFOLLOWS, BLOCKS}:
        f.present = 0.0
        return
    if initiative == BUYS_ELSEWHERE:
        f.need_age = NEVER
        return
    if initiative == GOES_QUIET:
        return
    if initiative in {SHARE_PLAIN, SHARE_COMPLIMENT}:
        f.shares -= shared
        note_share(f, 1.0 if initiative == SHARE_COMPLIMENT else 0.0)
        if initiative == SHARE_PLAIN:
            return
    elif initiative == LIFE_EVENT:
        f.news_age = 0.0
    else:
        f.waiting = 0.0
        if initiative == QUESTION:
            f.questions += 1
        elif initiative == PITCHES_YOU:
            f.pitches += 1
        else:
            f.need_age = 0.0
            f.needs += initiative == NEED_SHOWS
    if not spoke:
        f.turns, f.talk_age = min(20.0, f.turns + 1.0), 0.0


def forget(f: Follower, keeps: tuple[float, ...]) -> None:
    """What a night takes away; `keeps` as `kept_overnight` gives it."""
    facets, hurt, fast, slow, wear, reactance, debt, commitment = keeps
    f.ability *= facets
    f.benevolence *= facets
    f.integrity *= facets
    f.evidence *= facets
    f.hurt_ability *= hurt
    f.hurt_benevolence *= hurt
    f.hurt_integrity *= hurt
    f.fast *= fast
    f.slow *= slow
    f.wear *= wear
    f.reactance *= reactance
    f.debt *= debt
    f.commitment *= commitment


def grow_need(f: Follower, day: int) -> None:
    """The need of the next morning."""
    if f.bought:
        level = 0.3
    elif f.elsewhere:
        level = 0.05
    else:
        level = 1.0 if f.need_from <= day <= f.need_until else 0.12
    f.need += 0.4 * (f.interest * level - f.need)


def sleep(
    f: Follower,
    day: int,
    fit: float,
    post_row: int,
    post_fit: float,
    chance: list[float],
    constants: Constants,
) -> None:
    """The third stage of a day: answers, what they begin themselves, needs, forgetting.

    Args:
        f: whose night.
        day: 1..1023.
        fit: worth of the direct move's content, 0..1.
        post_row: row of the post, 0 for none.
        post_fit: its worth to them, 0..1.
        chance: the draws of their day.
        constants: of the scenario.
    """
    p, move, post = constants.params, constants.moves[f.row], constants.moves[post_row]
    met = f.contacts >= 3.0 and f.warm >= 2.0
    reaction = react(f, move, fit, post, post_fit, chance, p) if f.present and (f.row or post_row) else NONE
    if f.row:
        note_act(f, move)
    if post_row:
        f.post_repeats = min(20.0, f.post_repeats + 1.0 / constants.repeat_keeps)
    initiative = NONE
    if f.present:
        initiative = initiate(f, day, post_fit if post.exposure > 0.0 else 0.0, reaction == BUYS, chance, p)
    f.reaction, f.initiative = reaction, initiative
    conclude(f, met, p)
    grow_older(f, day, constants.repeat_keeps)
    if reaction:
        note_reaction(f, reaction)
    if initiative:
        spoke = reaction in {ANSWER_WARM, THANKS, ANSWER_SHORT, ANSWER_COOL}
        note_initiative(f, initiative, shared=reaction == SHARE_PLAIN, spoke=spoke)
    forget(f, constants.keeps)
    grow_need(f, day)
    f.trust = trust_of(f, p)
