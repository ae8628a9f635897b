"""What the ledger keeps of a day: your acts, what followers did in the night, and how it grows older."""

from dataclasses import replace

import numpy as np

from game.model.acts import Act
from game.model.arrays import Array
from game.model.moves import SALE_FROM
from game.model.parameters import Params
from game.model.signals import LEAVES, MIDDLE_TELL, NEED_SIGNS, TELLS, WANTS_ANSWER, Signal, Signals, among
from game.model.state import HAPPENED, NEVER, TALK_DAYS, Ledger, People

WEIGHTS = ((Signal.COMPLAINT, 1.0), (Signal.QUESTION, 0.6), (Signal.WONDERS, 0.6), (Signal.PITCHES_YOU, 0.1))
"""How much messages want an answer; signs of a need `NEED_WAITS`."""
NEED_WAITS = 0.35

ANSWERED_FROM = 0.5  # exposure of a direct move from which it answers whatever waits: all words do, a like does not


def spoken_since(ledger: Ledger) -> Array:
    """Who has said or shared something since your last direct move, or waits for an answer (B, F), 0 or 1.

    A cool answer is no invitation.
    """
    lately = np.minimum(ledger.talk_age, ledger.shared_age)
    invites = (lately <= ledger.contact_age) & ((ledger.cool_age > ledger.contact_age) | (lately < ledger.cool_age))
    return np.where(invites | (ledger.waiting < HAPPENED), 1.0, 0.0)


def too_soon(ledger: Ledger, people: People, p: Params) -> Array:
    """How much too soon a direct move would come today by each one's pace (B, F), 0..1."""
    return np.maximum(0.0, 1.0 - (ledger.contact_age + 1.0) / (p.rest_days * people.sensitivity))


def again_of(moves: Array, pressure: Array, ledger: Ledger) -> Array:
    """How often a move was made to each of late (B, F), 0..20: the last move or the one before count."""
    before = np.where((moves == ledger.other_move) & (pressure > 0.0), ledger.other_repeats + 1.0, 0.0)
    again = np.where(moves == ledger.last_move, ledger.repeats + 1.0, before)
    return np.where(moves > 0, np.minimum(20.0, again), 0.0)


def note_acts(moves: Array, posts: Array, act: Act, ledger: Ledger, p: Params) -> Ledger:
    """The ledger after your acts of a day, before the night. The age of today's contact is −1: the night adds a day.

    Args:
        moves: (B, F) rows of the direct moves, 0 for none.
        posts: rows of the posts, 0 for none; (B, 1) or (B, F).
        act: the direct moves' attributes.
        ledger: of this morning.
        p: constants.
    """
    touched = moves > 0
    contacted = touched & (act.exposure > 0.0)
    answered = contacted & (act.exposure >= ANSWERED_FROM)
    words = np.where(contacted, np.minimum(1.0, 2.0 * act.exposure) * (0.3 + 0.7 * act.invites_reply), 0.0)
    another = contacted & (moves != ledger.last_move)
    fading = 1.0 - 1.0 / p.repeat_days
    return replace(
        ledger,
        waiting=np.where(answered, NEVER, ledger.waiting),
        unthanked=np.where(touched & (act.thanks + act.opens_on_share > 0.5), 0.0, ledger.unthanked),
        unheard=np.where(touched & (act.cheers > 0.5), 0.0, ledger.unheard),
        contact_age=np.where(contacted, -1.0, ledger.contact_age),
        contacts=ledger.contacts + contacted,
        standing=np.minimum(20.0, ledger.standing + words),
        sold=np.minimum(20.0, ledger.sold + act.selling * touched),
        apologies=np.minimum(20.0, ledger.apologies + act.mends * touched),
        last_move=np.where(contacted, moves, ledger.last_move),
        repeats=np.where(contacted, again_of(moves, act.pressure, ledger), ledger.repeats),
        other_move=np.where(another, ledger.last_move, ledger.other_move),
        other_repeats=np.where(another, ledger.repeats, ledger.other_repeats),
        post_repeats=np.minimum(20.0, ledger.post_repeats + np.where(posts > 0, 1.0 / fading, 0.0)),
        asks=ledger.asks + (touched & (act.ask >= SALE_FROM)),
        looked=np.where(touched & (act.reads > 0.5), 1.0, ledger.looked),
    )


def grow_older(day: int, ledger: Ledger, people: People, p: Params) -> Ledger:
    """The ledger a day later: every age grows, repetition is forgotten, newcomers arrive."""
    fading = 1.0 - 1.0 / p.repeat_days

    def older(age: Array) -> Array:
        return np.minimum(NEVER, age + 1.0)

    return replace(
        ledger,
        present=np.where(people.arrives == day + 1, 1.0, ledger.present),
        follow_age=np.where(ledger.present > 0.5, ledger.follow_age + 1.0, 0.0),
        waiting=np.where(ledger.waiting >= HAPPENED, NEVER, ledger.waiting + 1.0),
        shared_age=older(ledger.shared_age),
        news_age=older(ledger.news_age),
        need_age=older(ledger.need_age),
        turns=np.where(ledger.talk_age > TALK_DAYS, 0.0, ledger.turns),
        talk_age=older(ledger.talk_age),
        contact_age=older(ledger.contact_age),
        tell_age=older(ledger.tell_age),
        sold=ledger.sold * (1.0 - 1.0 / p.sold_days),
        apologies=ledger.apologies * (1.0 - 1.0 / p.hurt_days),
        repeats=np.where(ledger.contact_age < 0.0, ledger.repeats, ledger.repeats * fading),
        other_repeats=ledger.other_repeats * fading,
        post_repeats=ledger.post_repeats * fading,
        decline_age=older(ledger.decline_age),
        cool_age=older(ledger.cool_age),
    )


def note_signals(signals: Signals, ledger: Ledger) -> Ledger:
    """The ledger after what followers did: their ages start at 0, their counts grow."""
    reaction, initiative = signals.reaction, signals.initiative
    wonders = reaction == Signal.WONDERS
    spoke = wonders | among(reaction, (Signal.ANSWER_WARM, Signal.ANSWER_SHORT, Signal.ANSWER_COOL, Signal.THANKS))
    spoke_first = among(initiative, (*WANTS_ANSWER, Signal.LIFE_EVENT, Signal.SHARE_COMPLIMENT))
    shares = among(initiative, (Signal.SHARE_PLAIN, Signal.SHARE_COMPLIMENT)) | (reaction == Signal.SHARE_PLAIN)
    no = among(reaction, (Signal.DECLINES_KINDLY, Signal.DECLINES_COLDLY))
    yes = among(reaction, (Signal.BUYS, Signal.ACCEPTS))
    needy = among(initiative, (*NEED_SIGNS, Signal.COMPLAINT))
    waits = wonders | among(initiative, WANTS_ANSWER)
    weight = np.full((1, 1), NEED_WAITS)
    for signal, weighs in WEIGHTS:
        weight = np.where((initiative == signal) | (reaction == signal), weighs, weight)
    heard = spoke | spoke_first | shares | no | yes
    told = signals.tell > 0
    step = signals.tell - (TELLS[0] - 1.0)
    settled = (reaction == Signal.BUYS) | (initiative == Signal.BUYS_ELSEWHERE)
    return replace(
        ledger,
        present=np.where(among(initiative, LEAVES), 0.0, ledger.present),
        waiting=np.where(waits, 0.0, ledger.waiting),
        waits_for=np.where(waits, weight, ledger.waits_for),
        standing=np.where(
            heard, 0.0, np.maximum(0.0, ledger.standing - 0.5 * (reaction == Signal.LIKE).astype(np.float64))
        ),
        tell=np.where(told, step, ledger.tell),
        tell_age=np.where(told, 0.0, ledger.tell_age),
        glow=np.where(told, ledger.glow + (step - MIDDLE_TELL - ledger.glow) / 3.0, ledger.glow),
        shared_age=np.where(shares, 0.0, ledger.shared_age),
        unthanked=np.where(shares, 1.0, ledger.unthanked),
        compliment=np.where(shares, (initiative == Signal.SHARE_COMPLIMENT).astype(np.float64), ledger.compliment),
        news_age=np.where(initiative == Signal.LIFE_EVENT, 0.0, ledger.news_age),
        unheard=np.where(initiative == Signal.LIFE_EVENT, 1.0, ledger.unheard),
        need_age=np.where(needy, 0.0, np.where(settled, NEVER, ledger.need_age)),
        turns=np.where(spoke | spoke_first, np.minimum(20.0, ledger.turns + 1.0), ledger.turns),
        talk_age=np.where(spoke | spoke_first, 0.0, ledger.talk_age),
        decline_age=np.where(no, 0.0, ledger.decline_age),
        bought=ledger.bought + (reaction == Signal.BUYS),
        warm=ledger.warm + among(reaction, (Signal.ANSWER_WARM, Signal.THANKS)),
        short=ledger.short + (reaction == Signal.ANSWER_SHORT),
        cool_age=np.where(reaction == Signal.ANSWER_COOL, 0.0, ledger.cool_age),
        cool=ledger.cool + among(reaction, (Signal.ANSWER_COOL, Signal.DECLINES_COLDLY)),
        questions=ledger.questions + (initiative == Signal.QUESTION),
        needs=ledger.needs + (initiative == Signal.NEED_SHOWS),
        prices=ledger.prices + (initiative == Signal.ASKS_PRICE),
        asked_how=ledger.asked_how + (initiative == Signal.ASKS_HOW),
        baits=ledger.baits + (initiative == Signal.DANGLES_ORDER),
        errands=ledger.errands + (initiative == Signal.ASKS_FOR_FRIEND),
        pitches=ledger.pitches + (initiative == Signal.PITCHES_YOU),
        shares=ledger.shares + shares,
        likes=ledger.likes + (reaction == Signal.LIKE),
    )
