"""What of a night is told in full and what is folded; nothing is lost."""

import pytest

from game.session.seen.night.night_folds import SMALL, folded
from game.session.view import NightItem, NightReport
from tests.plays import played
from tests.ui.fakes.fake_nights import NIGHTS

NAMES = {who: who.title() for who in ("wil", "mara", "tom", "priya", "sunniva", "omar", "jae", "leo", "ade", "ines")}


def night(day: int, *did: tuple[str, str]) -> NightReport:
    weights = {"buys": 3, "question": 2}
    items = tuple(NightItem(who, who.title(), signal, f"{who} {signal}", weights.get(signal, 0)) for who, signal in did)
    return NightReport(day, items, 0, (), (), ())


SEEN = night(1, *((who, signal) for who in NAMES for signal in SMALL if signal != "silent"))
"""A night on which everybody did every small thing, so that none of it is new."""


def test_everything_that_happened_stands_in_one_place():
    """No item is lost, and nobody stands in two places."""
    for fake in NIGHTS.values():
        report = fake.report(12, NAMES)
        rows, folds = folded(report)
        told = [item for group in (*rows, *folds) for item in group.items]
        assert sorted(told, key=repr) == sorted(report.items, key=repr)
        people = [{item.follower for item in group.items} for group in (*rows, *folds)]
        assert sum(map(len, people)) == len({item.follower for item in report.items})


def test_a_word_is_never_folded_and_looks_without_one_are():
    """A question is a row with all else they did; looks and likes stand in strips."""
    before = (SEEN, night(7, ("tom", "tell_read"), ("ade", "tell_read")))
    tonight = night(9, ("tom", "question"), ("tom", "tell_read"), ("ade", "tell_read"), ("leo", "like"))
    rows, folds = folded(tonight, before)
    assert [[item.signal for item in row.items] for row in rows] == [["question", "tell_read"]]
    assert [(fold.signal, [item.follower for item in fold.items]) for fold in folds] == [
        ("tell_read", ["ade"]),
        ("like", ["leo"]),
    ]


def test_a_look_that_changed_since_the_last_one_is_told_in_full():
    """Two steps of a body are news, one is not."""
    before = night(7, ("ade", "tell_read"), ("leo", "tell_lit_up"))
    tonight = night(9, ("ade", "tell_closed"), ("leo", "tell_warmed"))
    rows, folds = folded(tonight, (SEEN, before, tonight))
    assert [row.items[0].follower for row in rows] == ["ade"]
    assert [fold.signal for fold in folds] == ["tell_warmed"]


def test_a_decision_is_never_small():
    """Purchases, answers to an offer and blocks are rows."""
    assert not {"buys", "accepts", "declines_kindly", "declines_coldly", "blocks", "question"} & set(SMALL)


@pytest.mark.parametrize("signal", [signal for signal in SMALL if signal != "silent"])
def test_the_first_look_of_its_kind_and_the_first_of_a_person_stand_in_full(signal):
    """On the first night all are new; later the first of a kind is, and whoever was never seen before."""
    first = night(1, ("ade", signal), ("leo", signal))
    rows, folds = folded(first, (first,))
    assert [row.items[0].follower for row in rows] == ["ade", "leo"]
    assert folds == ()

    other = "like" if signal != "like" else "tell_read"
    before = night(2, ("ade", other), ("leo", other), ("tom", other))
    second = night(3, ("ade", signal), ("leo", signal), ("ines", signal))
    rows, _ = folded(second, (before,))
    assert {"ade", "ines"} <= {row.items[0].follower for row in rows}


@pytest.mark.parametrize("bot", ["patient", "never_asks"])
def test_nobody_and_nothing_is_folded_when_it_is_seen_first(bot):
    """Over a whole run of the long scenario."""
    view = played("slow_roast", bot).view()
    people, kinds = set(), set()
    for report in view.nights:
        rows, folds = folded(report, view.nights)
        in_full = {item.follower for row in rows for item in row.items}
        assert {item.follower for fold in folds for item in fold.items} <= people
        for fold in folds:
            assert fold.signal in kinds | {item.signal for row in rows for item in row.items}
        people |= in_full | {item.follower for item in report.items}
        kinds |= {item.signal for item in report.items}
