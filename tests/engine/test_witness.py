"""What was seen is weighed by the chances that the night draws from, and leads where the night led."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.days import begin, choices_of, day_explained
from game.engine.witness import (
    WitnessedDay,
    blur_below,
    chance_of_initiative,
    chance_of_reaction,
    chance_of_tell,
    witness,
)
from game.model import Signal, State, draw
from game.model.chance import where_they_agreed
from game.model.remembering import note_acts
from game.model.signals import TELLS, YES
from game.model.step import Daytime, daytime, take_apart
from tests.plays import SHIPPED, compiled

GAMES = 6
NIGHTS = 1000  # by other dice, from one morning
SURPRISE = 5.0  # standard errors; less happens by chance, in one case of some millions


@pytest.fixture(scope="module", params=[(n, b) for n in SHIPPED for b in ("random", "pushy", "patient")], ids=str)
def days(request):
    """Mornings, plans and mornings after of some games."""
    name, bot = request.param
    found = []
    first = begin(compiled(name), 11, np.arange(GAMES))
    play(compiled(name), bots()[bot], 11, np.arange(GAMES), lambda *day: found.append(day), first=first)
    return found


def explained(morning, plan):
    """A day as it was, until evening."""
    day, _ = day_explained(morning, plan)
    return day, Daytime(day.direct, day.post, day.post.seen_good, day.post.seen_bad, day.after_direct, day.after_post)


def test_who_knows_everything_is_led_where_the_night_led(days):
    """From the true state and what was seen, the next morning follows to the bit, and what was seen was possible."""
    for morning, plan, after in days:
        _, done = explained(morning, plan)
        seen = WitnessedDay(
            morning.ledger, after.ledger.bought, after.signals, (done.seen_good, done.seen_bad), morning.day,
        )  # fmt: skip
        choices = choices_of(plan, morning.people, morning.kernel)

        evening, chance = witness(morning.state, seen, choices, morning.people, morning.compiled.rules)

        for field in fields(State):
            assert np.array_equal(getattr(evening, field.name), getattr(after.dawn, field.name)), field.name
        assert (chance > 0.0).all()
        assert (chance <= 1.0 + 1e-12).all()


def test_the_chances_of_all_that_could_be_seen_sum_to_one(days):
    """For everybody who is there, on each day: reactions, what is done of one's own accord, and tells."""
    for morning, plan, _ in days[::3]:
        day, done = explained(morning, plan)
        p, ledger, people = morning.compiled.rules.params, morning.ledger, morning.people
        here = ledger.present > 0.5
        touched = (plan.move > 0) & here
        move = plan.move * here
        book = note_acts(move, plan.post[:, None], day.direct, ledger, p)

        def everybody(code, shape=plan.move.shape):
            return np.full(shape, int(code), dtype=np.int8)

        codes = [code for code in Signal if code not in TELLS]
        asked = (day.direct.ask >= 0.25) & touched
        yes = np.where(
            day.direct.seeks_share > 0.5, Signal.SHARE_PLAIN,
            np.where(day.direct.ask >= 0.6, Signal.BUYS, Signal.ACCEPTS),
        )  # fmt: skip
        total = np.zeros(plan.move.shape)
        for code in codes:
            possible = np.where(
                asked & np.isin(code, (Signal.SHARE_PLAIN, Signal.BUYS, Signal.ACCEPTS)), yes == code, True
            )
            chance = chance_of_reaction(everybody(code), done, morning.state, ledger, people, touched, p)
            total += np.where(possible, chance, 0.0)
        assert np.allclose(total[here], 1.0)

        silent = replace(day.signals, reaction=everybody(Signal.NONE))
        total = sum(
            chance_of_initiative(replace(silent, initiative=everybody(code)), done, book, people, morning.day, p)
            for code in codes
        )
        assert np.allclose(total[here], 1.0)

        made = (day.direct.exposure > 0.0) & here & (people.human > 0.5)
        total = sum(
            chance_of_tell(replace(day.signals, tell=everybody(code)), done, morning.state, ledger, people, p)
            for code in TELLS
        )
        assert np.allclose(total[made], 1.0)


def surprises(days, chances_of):
    """How far what happened in many nights lies from its chances: of each signal, in standard errors over all days.

    Args:
        days: of one game each.
        chances_of: gives (code, what happened in many nights, its chance, of whom), for a morning, a plan and the dice.
    """
    happened, expected, spread = {}, {}, {}
    for dice, (morning, plan, _) in enumerate(days):
        for code, hit, chance, whom in chances_of(morning, plan, dice):
            weighed = np.broadcast_to(chance, hit.shape)[:, whom]
            happened[code] = happened.get(code, 0.0) + hit[:, whom].sum()
            expected[code] = expected.get(code, 0.0) + weighed.sum()
            spread[code] = spread.get(code, 0.0) + (weighed * (1.0 - weighed)).sum()
    assert sum(count > 0 for count in happened.values()) > 3  # signals that came at all
    return {code.name: (happened[code] - expected[code]) / max(1.0, spread[code] ** 0.5) for code in happened}


def many_nights(morning, plan, dice):
    """One evening of one game, and what came of it by many dice."""
    noise = draw(dice, np.arange(NIGHTS), morning.day, plan.move.shape[1])
    choices, rules = choices_of(plan, morning.people, morning.kernel), morning.compiled.rules
    night, _ = take_apart(morning.state, morning.ledger, choices, noise, morning.people, rules, morning.day)
    return night, choices


def done_by(night):
    return Daytime(
        night.direct, night.post, night.post.seen_good, night.post.seen_bad, night.after_direct, night.after_post
    )


def reactions(morning, plan, dice):
    """Each reaction, against the chance that it has before anything is known of the night."""
    night, choices = many_nights(morning, plan, dice)
    state, ledger, people, rules = morning.state, morning.ledger, morning.people, morning.compiled.rules
    here = ledger.present[0] > 0.5
    touched = (plan.move > 0) & here
    asked = (night.direct.ask >= 0.25) & touched
    for code in (code for code in Signal if code not in TELLS):
        noise = where_they_agreed(np.full(plan.move.shape, code in YES))
        done = daytime(state, ledger, choices, noise, people, rules)
        seen = np.full(plan.move.shape, int(code), dtype=np.int8)
        chance = chance_of_reaction(seen, done, state, ledger, people, touched, rules.params)
        yes = asked[0] & (code in YES)  # which yes it is, is told by the move
        yield code, night.signals.reaction == code, chance, here & ~yes


def own_accord(morning, plan, dice):
    """What each does of their own accord, against its chance once it is known how they have reacted."""
    night, _ = many_nights(morning, plan, dice)
    ledger, people, p = morning.ledger, morning.people, morning.compiled.rules.params
    here = ledger.present[0] > 0.5
    book = note_acts(plan.move * here, plan.post[:, None], night.direct, ledger, p)
    for code in (code for code in Signal if code not in TELLS):
        seen = replace(night.signals, initiative=np.full((NIGHTS, len(here)), int(code), dtype=np.int8))
        chance = chance_of_initiative(seen, done_by(night), book, people, morning.day, p)
        yield code, night.signals.initiative == code, chance, here


def tells(morning, plan, dice):
    """Each tell of those who were approached, against its chance once the rest of the night is known."""
    night, _ = many_nights(morning, plan, dice)
    ledger, people, p = morning.ledger, morning.people, morning.compiled.rules.params
    made = (night.direct.exposure > 0.0)[0] & (ledger.present[0] > 0.5) & (people.human[0] > 0.5)
    for code in TELLS:
        seen = replace(night.signals, tell=np.full((NIGHTS, len(made)), int(code), dtype=np.int8))
        chance = chance_of_tell(seen, done_by(night), morning.state, ledger, people, p)
        yield code, night.signals.tell == code, chance, made


@pytest.mark.parametrize("part", [reactions, own_accord, tells])
@pytest.mark.parametrize("name", SHIPPED)
def test_what_happens_in_many_nights_happens_as_often_as_is_weighed(name, part):
    """From the same mornings, thousands of nights by other dice: each signal comes as often as its chance says."""
    found = []
    for bot in ("random", "pushy", "patient"):
        begins = begin(compiled(name), 11, np.arange(1))
        play(compiled(name), bots()[bot], 11, np.arange(1), lambda *day: found.append(day), first=begins)

    assert {code: by for code, by in surprises(found[:: len(found) // 20], part).items() if abs(by) > SURPRISE} == {}


def test_the_blur_of_tells_is_that_of_three_even_draws():
    """The share of many draws below a bound is what the formula says."""
    draws = np.random.default_rng(4).random((3, 200_000)).sum(axis=0) * 2.0 - 3.0
    for bound in (-2.5, -1.0, 0.3, 1.7):
        assert blur_below(np.array([bound]))[0] == pytest.approx((draws < bound).mean(), abs=0.005)
