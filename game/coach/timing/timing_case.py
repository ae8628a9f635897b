"""The cases of the timing test: somebody as they could be seen on one morning of a game that nobody has played.

A case holds what a player would have seen and the key. Two forms have other people in them and are meant to be equally
hard. They are kept as one JSON document, which `courtship timing write` makes from a seed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, TypeVar

from game.errors import CourtshipError
from game.session.view import FollowerView, Notice, ThreadItem, View
from game.session.words.personas import suiting_looks

_Value = TypeVar("_Value", ThreadItem, Notice)

FORMS = ("A", "B")
"""The forms by their names."""


class UnreadableFormsError(CourtshipError):
    """The cases of the timing test cannot be read."""


@dataclass(frozen=True)
class TimingCase:
    """One case: what could be seen, and the key with what is known of its difficulty."""

    id: str  # form and number, such as A3
    business: str
    offer: str
    day: int  # the morning on which it is asked
    days: int
    name: str
    handle: str
    pronouns: str
    bio: str
    look: int
    since_day: int
    thread: tuple[ThreadItem, ...]
    noticed: tuple[Notice, ...]
    ready: bool  # the key: what was true by the model
    pair: int  # number of the pair; the other one of it is alike in all that does not matter
    reader: float  # 0..1, P(ready) of a trained reader of signs
    perfect: float  # 0..1, P(ready) of a perfect reader of signs


@dataclass(frozen=True)
class TimingForms:
    """The forms, and what they were made of."""

    seed: int
    model: int  # version of the model's parameters whose truth the key is
    scenarios: tuple[str, ...]
    forms: Mapping[str, tuple[TimingCase, ...]]  # by name


def view_of(case: TimingCase) -> View:
    """A case as a view, so that it is drawn as while playing; it holds no key, no plan and no moves."""
    follower = FollowerView(
        id=case.id, name=case.name, handle=case.handle, pronouns=case.pronouns, bio=case.bio, look=case.look,
        picture="", picture_alt="", since_day=case.since_day, following=True, left="", customer=False, unread=0,
        preview="", last_day=case.thread[-1].day if case.thread else 0, waiting=False, shared="", news=False,
        thread=case.thread, noticed=case.noticed, topics=(), formats=(), knows=(), guess=None, planned="",
    )  # fmt: skip
    return View(
        scenario="", title="", summary="", business=case.business, trade="", offer=case.offer, about="",
        business_picture="", seed=0, day=case.day, days=case.days, weekday="", finished=False, hours_total=0.0,
        hours_left=0.0, followers=(follower,), moves=(), posts=(), contents=(), plan=(), events=(), feed=(), goals=(),
        motives=(), night=None, hint="", notice="",
    )  # fmt: skip


def with_faces_apart(cases: Sequence[TimingCase]) -> tuple[TimingCase, ...]:
    """The cases of a form, nobody with a face that somebody before has; faces suit pronouns and bios as in a game.

    The cases come from many games, in each of which faces differ; one form puts them side by side.
    """
    held = {case.look for case in cases}
    taken: set[int] = set()
    found = []
    for case in cases:
        look = case.look
        if look in taken:
            order = suiting_looks(case.pronouns, case.bio, look)
            look = next((other for other in order if other not in held | taken), look)
        taken.add(look)
        found.append(replace(case, look=look))
    return tuple(found)


def written(forms: TimingForms) -> str:
    """The forms as a JSON document; values that are as usual are left out."""
    found = {
        "seed": forms.seed,
        "model": forms.model,
        "scenarios": list(forms.scenarios),
        "forms": {name: [_written_case(case) for case in cases] for name, cases in forms.forms.items()},
    }
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def _written_case(case: TimingCase) -> dict[str, Any]:
    parts = {"thread": [_unusual(item) for item in case.thread], "noticed": [_unusual(n) for n in case.noticed]}
    return {**asdict(replace(case, thread=(), noticed=())), **parts}


def _unusual(value: ThreadItem | Notice) -> dict[str, Any]:
    return {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) != f.default}


def forms_from(text: str) -> TimingForms:
    """The forms of a JSON document.

    Raises:
        UnreadableFormsError: it is none.
    """
    try:
        found = json.loads(text)
        forms = {
            name: with_faces_apart([
                TimingCase(**{**case, "thread": _values(ThreadItem, case["thread"]),
                              "noticed": _values(Notice, case["noticed"])})
                for case in cases
            ])
            for name, cases in found["forms"].items()
        }  # fmt: skip
        return TimingForms(found["seed"], found["model"], tuple(found["scenarios"]), forms)
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise UnreadableFormsError(
            f"The cases of the timing test cannot be read ({wrong}). "
            "Install the game again, or make them anew with courtship timing write."
        ) from None


def _values(kind: type[_Value], items: list[dict[str, Any]]) -> tuple[_Value, ...]:
    return tuple(kind(**item) for item in items)
