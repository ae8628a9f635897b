"""What of a night is told in full and what is folded; nothing is lost."""

from game.session.seen.night_folds import SMALL, folded
from game.session.view import NightItem, NightReport
from tests.ui.fakes.fake_nights import NIGHTS

NAMES = {who: who.title() for who in ("wil", "mara", "tom", "priya", "sunniva", "omar", "jae", "leo", "ade", "ines")}


def night(day: int, *did: tuple[str, str]) -> NightReport:
    weights = {"buys": 3, "question": 2}
    items = tuple(NightItem(who, who.title(), signal, f"{who} {signal}", weights.get(signal, 0)) for who, signal in did)
    return NightReport(day, items, 0, (), (), ())


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
    rows, folds = folded(night(9, ("tom", "question"), ("tom", "tell_read"), ("ade", "tell_read"), ("leo", "like")))
    assert [[item.signal for item in row.items] for row in rows] == [["question", "tell_read"]]
    assert [(fold.signal, [item.follower for item in fold.items]) for fold in folds] == [
        ("tell_read", ["ade"]),
        ("like", ["leo"]),
    ]


def test_a_look_that_changed_since_the_last_one_is_told_in_full():
    """Two steps of a body are news, one is not."""
    before = night(7, ("ade", "tell_read"), ("leo", "tell_lit_up"))
    tonight = night(9, ("ade", "tell_closed"), ("leo", "tell_warmed"))
    rows, folds = folded(tonight, (before, tonight))
    assert [row.items[0].follower for row in rows] == ["ade"]
    assert [fold.signal for fold in folds] == ["tell_warmed"]


def test_a_decision_is_never_small():
    """Purchases, answers to an offer and blocks are rows."""
    assert not {"buys", "accepts", "declines_kindly", "declines_coldly", "blocks", "question"} & set(SMALL)
