"""The findings that carry the game hold on its kernel; all of them run with `courtship evidence`."""

import numpy as np
import pytest

from game.evidence import Panel
from game.evidence.sizes import cohens_d, pearson
from game.model.moves import Move

SEEDS = (0, 1, 2)
FOLLOWERS = 2000


def twenty_contacts(seed: int, breach_at: int | None) -> float:
    """Mean trust after twenty daily contacts, two of them breaches."""
    panel = Panel(FOLLOWERS, seed)
    for contact in range(1, 21):
        broken = breach_at is not None and breach_at <= contact <= breach_at + 1
        panel.do("breach" if broken else "fair_act")
        panel.wait(1)
    return float(panel.trust.mean())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_breach_at_the_start_does_lasting_damage(seed):
    """Lount, Zhong, Sivanathan, Murnighan 2008: the same breach after ten good contacts is mostly overcome."""
    start, sixth, eleventh, never = (twenty_contacts(seed, at) for at in (1, 6, 11, None))

    assert start < sixth < eleventh < never
    assert sixth - start >= 0.08
    assert never - sixth <= 0.10


@pytest.mark.parametrize("seed", SEEDS)
def test_losses_weigh_about_twice_gains(seed):
    """Brown, Imai, Vieider, Camerer 2024: 1.955 on average."""
    praised = Panel(FOLLOWERS, seed, trust=0.5)
    blamed = praised.fork()
    praised.do(Move("good_news", 0.0, 0.2, 0.2, 0.2))
    blamed.do(Move("bad_news", 0.0, -0.2, -0.2, -0.2))

    assert 1.3 <= (0.5 - blamed.trust.mean()) / (praised.trust.mean() - 0.5) <= 2.6


@pytest.mark.parametrize("seed", SEEDS)
def test_boasting_flips_with_trust(seed):
    """Packard, Gershoff, Wooten 2016: distrusted, it costs; trusted, it reads as expertise."""
    change = {}
    for trust in (0.25, 0.75):
        panel = Panel(FOLLOWERS, seed, trust=trust)
        before = panel.comply(0.4).mean()
        panel.do("retweet_share")
        change[trust] = panel.comply(0.4).mean() / before - 1.0

    assert -0.5 <= change[0.25] <= -0.1
    assert 0.0 <= change[0.75] <= 0.25


@pytest.mark.parametrize("seed", SEEDS)
def test_following_by_itself_changes_nothing(seed):
    """John, Emrich, Gupta, Norton 2017: induced followers are no fonder; those who choose to stay are."""
    strangers = Panel(FOLLOWERS, seed)
    strangers.leave(np.full(FOLLOWERS, True))
    induced = strangers.fork()
    induced.join(np.full(FOLLOWERS, True))
    strangers.wait(14)
    induced.wait(14)

    assert abs(cohens_d(induced.trust, strangers.trust)) < 0.05
    assert abs(cohens_d(induced.comply(0.7), strangers.comply(0.7))) < 0.05

    for _ in range(30):
        induced.do("neutral_post")
        induced.wait(2)
    assert pearson(induced.following, induced.trust) > 0.0


def test_a_canned_message_drives_new_followers_away():
    """Respondents think less of the sender, about 31 to 1; a trial speaks of far more unfollowing."""
    loss = {}
    for seed in range(4):
        for greeted in (False, True):
            panel = Panel(FOLLOWERS, seed)
            before = panel.trust
            if greeted:
                panel.do("blast_dm")
                assert np.mean(panel.trust < before) >= 0.55
                assert np.mean(panel.trust > before) <= 0.10
            for _ in range(10):
                panel.do("neutral_post")
                panel.wait(1)
            loss[greeted] = loss.get(greeted, 0.0) + 1.0 - panel.following.mean()

    assert 1.5 <= loss[True] / loss[False] <= 5.0
