"""Each point of the essay the game teaches is a thing in the game: one test per row of the table in docs/design.md."""

from dataclasses import replace

import numpy as np
import pytest

from game.model import Choices, comply, draw, familiarity, fares_of, step, trust
from game.model.acts import worth
from game.model.cast.motives import BUILT_IN as MOTIVES
from game.model.signals import Signal
from game.model.step import direct_act
from tests.model.world import RULES, Moment, begin, cast
from tests.plays import session

P = RULES.params
MANY = 300


def mean_trust(here: Moment) -> float:
    return float(trust(here.state, here.people, P).mean())


def after(move: str, *, days: int = 1, fit: float = 0.8, start: Moment | None = None, **ledger: float) -> Moment:
    """Everybody gets a move (once), then days pass; ledger fields set beforehand."""
    here = start or begin(MANY, 3, cast(8, known=False))
    fields = {k: np.full(here.shape, v) for k, v in ledger.items()}
    here = replace(here, ledger=replace(here.ledger, **fields))
    here, _ = here.play(here.choices(move, fit=fit))
    return here.after(days - 1, lambda h: h.idle())


def courted(days: int = 12, trusting: float = -1.0) -> Moment:
    """A crowd that has been treated well for a while."""
    moves = ("ask_about_them", "nothing", "share_resource", "nothing")
    return begin(MANY, 3, cast(8, known=False, trust=trusting)).after(days, lambda h: h.choices(moves[h.day % 4]))


def test_someone_proposes_marriage_then_suggests_to_get_acquainted():
    """A proposal on day 1 is refused by nearly all and costs trust; the tutorial opens with one."""
    start = begin(MANY, 3, cast(8, known=False))
    here, signals = start.play(start.choices("propose"))

    assert (signals.reaction == Signal.BUYS).mean() < 0.1
    assert mean_trust(here) < mean_trust(after("nothing")) - 0.03
    assert session("first_hello").view().opening[0].prop == "ring"


def test_people_follow_back_for_reasons_of_their_own():
    """The five motives of the essay are there, and only one of the five is interest in what you sell."""
    rows = {m.id: m for m in MOTIVES}
    essay = ("courtesy", "curious", "neighbour", "seller", "buyer")

    assert [rows[m].need_share for m in essay] == [0, 0, 0, 0, 1]
    assert rows["seller"].sells > max(rows[m].sells for m in essay if m != "seller")


def test_businesses_assume_that_all_of_them_love_them():
    """In the default crowd fewer than one in four ever wants to buy."""
    here = begin(MANY, 5, cast(20))

    assert 0.05 < here.people.buys.mean() < 0.25


def test_an_impersonal_message_to_everybody_costs():
    """The e-book to all lowers trust at once, and it has not healed a week later."""
    here = begin(MANY, 3, cast(8, known=False))
    blasted, _ = here.play(here.choices(post="blast_dm"))
    quiet, _ = here.play(here.idle())
    a_week_later = [h.after(7, lambda h: h.idle()) for h in (blasted, quiet)]

    assert mean_trust(blasted) < mean_trust(quiet) - 0.03
    assert mean_trust(a_week_later[0]) < mean_trust(a_week_later[1]) - 0.02


def test_content_must_be_meaningful_to_them():
    """The same resource helps where it fits and bothers where it means nothing."""
    fitting, idle, useless = after("share_resource", fit=1.0), after("nothing"), after("share_resource", fit=0.0)

    assert mean_trust(fitting) > mean_trust(idle) > mean_trust(useless)


def test_when_they_are_ready_for_it():
    """What fits is worth less to somebody who has had too much of you."""
    here = begin(MANY, 3, cast(8, known=False))
    tired = replace(here.state, wear=np.full(here.shape, 4.0))
    noise = draw(here.seed, here.episodes, 1, here.shape[1])
    moves = np.full(here.shape, RULES.moves.index("share_resource"))
    act = direct_act(moves, np.full(here.shape, 0.9), here.state, here.ledger, here.people, noise, RULES)

    assert (worth(act, tired, here.ledger, P) < worth(act, here.state, here.ledger, P)).all()


def test_new_followers_are_reluctant_to_share_on_demand():
    """Asked to share, few of the strangers agree, more of those who trust you."""
    asked = RULES.moves.row("ask_to_share").ask
    strangers = begin(MANY, 3, cast(8, trust=0.3))
    friends = begin(MANY, 3, cast(8, trust=0.8))
    rates = [comply(asked, h.state, h.ledger, h.people, P).mean() for h in (strangers, friends)]

    assert rates[0] < 0.35
    assert rates[1] > rates[0] + 0.2


def test_an_exaggerated_share_makes_others_wonder():
    """Liking and retweeting a plain share lowers the trust of those who know the sharer and only saw it."""
    here = begin(MANY, 3, cast(8))
    shown, _ = here.play(here.choices("retweet_share", who=(slice(None), [2])))
    quiet, _ = here.play(here.idle())
    change = trust(shown.state, here.people, P) - trust(quiet.state, here.people, P)

    assert change[:, [1, 3]].mean() < -0.005
    assert np.abs(change[:, [5, 6]]).max() < 1e-12


@pytest.mark.parametrize("thanks", ["thank_publicly", "thank_privately"])
def test_a_share_wants_thanks_and_no_more(thanks):
    """After a plain share, thanks do more than retweeting it, and more than thanks for nothing."""
    shared = {"shared_age": 1.0, "compliment": 0.0}

    assert mean_trust(after(thanks, **shared)) > mean_trust(after("retweet_share", **shared)) + 0.02
    assert mean_trust(after(thanks, **shared)) > mean_trust(after(thanks)) + 0.01


def test_a_compliment_is_the_beginning_of_a_conversation():
    """Asking what they think is worth more after a share with a compliment than after a plain one."""
    plain = mean_trust(after("ask_their_view", shared_age=1.0, compliment=0.0))
    praised = mean_trust(after("ask_their_view", shared_age=1.0, compliment=1.0))

    assert praised > plain + 0.005


def test_shares_with_and_without_a_compliment_are_different_signals():
    """Compliments come from those who trust you; strangers share without a word."""
    counts = {}
    for name, start in (("strangers", 0.25), ("friends", 0.85)):
        here = begin(MANY, 3, cast(8, trust=start))
        found = []
        for _ in range(8):
            here, signals = here.play(here.choices(post="post_helpful"))
            found.append(signals.initiative)
        codes = np.array(found)
        plain, praised = (codes == Signal.SHARE_PLAIN).sum(), (codes == Signal.SHARE_COMPLIMENT).sum()
        counts[name] = praised / max(1, plain + praised)

    assert counts["friends"] > 0.5 > counts["strangers"]


def test_keep_your_ego_in_check():
    """Talking about yourself puts off those who do not trust you yet."""
    low = begin(MANY, 3, cast(8, trust=0.25, known=False))

    assert mean_trust(after("retweet_share", start=low)) < mean_trust(after("nothing", start=low)) - 0.02


def test_find_out_what_the_other_wants():
    """What they love is not known before the profile was read; asking builds trust and familiarity."""
    game = session("slow_roast")
    assert all(f.topics == () for f in game.view().followers)

    asked, idle = after("ask_about_them"), after("nothing")
    assert mean_trust(asked) > mean_trust(idle)
    assert familiarity(asked.state, P).mean() > familiarity(idle.state, P).mean()


def test_take_it_slow():
    """Eight kind contacts every third day leave people fonder and less worn than eight on eight days."""
    here = begin(MANY, 3, cast(8, known=False))
    slow = here.after(24, lambda h: h.choices("ask_about_them") if h.day % 3 == 0 else h.idle())
    fast = here.after(16, lambda h: h.idle()).after(8, lambda h: h.choices("ask_about_them"))

    assert slow.state.wear.mean() < fast.state.wear.mean()
    assert (
        fares_of(slow.state, slow.ledger, slow.people, P).mean()
        > fares_of(fast.state, fast.ledger, fast.people, P).mean()
    )


def test_give_with_no_expectation_of_return():
    """A favour raises what people agree to, and the claim on it fades."""
    gift, idle = after("help", need_age=1.0), after("nothing")
    much_later = gift.after(60, lambda h: h.idle())

    assert gift.state.debt.mean() > idle.state.debt.mean()
    assert much_later.state.debt.mean() < 0.1 * gift.state.debt.mean()


def test_be_human():
    """What could have gone to anybody shows no good will: impersonal faux pas carry none."""
    for name in ("pitch", "blast_dm"):
        row = RULES.moves.row(name)
        assert row.benevolence < 0
        assert row.personal < 0.3
    assert {p.bio for p in session("slow_roast").view().followers} != {""}


def test_patience_consistency_helpfulness():
    """A steady rhythm of fitting help beats the same days of silence, and a proposal then beats one on day 1."""
    steady = courted()
    idle = begin(MANY, 3, cast(8, known=False)).after(12, lambda h: h.idle())
    first_day = begin(MANY, 3, cast(8, known=False))

    def buyers_yes(h: Moment) -> float:
        wanting = replace(h.state, need=np.full(h.shape, 0.9))
        return float(comply(0.7, wanting, h.ledger, h.people, P).mean())

    assert mean_trust(steady) > mean_trust(idle) + 0.1
    assert buyers_yes(steady) > buyers_yes(first_day) + 0.2


def test_one_who_is_never_asked_buys_elsewhere():
    """Of those whose need came and passed without a question, most have bought elsewhere."""
    here = begin(MANY, 3, cast(8, motive="buyer", days=28)).after(30, lambda h: h.choices("comment"))
    passed = here.people.need_until < 26

    assert here.state.elsewhere[passed & (here.ledger.present > 0.5)].mean() > 0.8


def test_give_space_relieves():
    """Leaving somebody in peace on purpose takes weariness away faster than time alone."""
    tired = begin(20, 3, cast(8)).after(6, lambda h: h.choices("comment", post="post_helpful"))
    alone, _ = tired.play(tired.idle())
    space, _ = tired.play(tired.choices("give_space"))

    assert space.state.wear.mean() < alone.state.wear.mean()


def test_a_day_is_one_choice_per_follower():
    """The kernel takes one move per follower; a choice for somebody who has left does nothing."""
    here = begin(5, 3, cast(8))
    gone = replace(here, ledger=replace(here.ledger, present=np.zeros(here.shape)))
    noise = draw(3, here.episodes, 1, 8)
    choices: Choices = gone.choices("help")
    state, _, signals = step(gone.state, gone.ledger, choices, noise, gone.people, RULES, 1)

    assert (state.evidence == 0).all()
    assert (signals.reaction == 0).all()
