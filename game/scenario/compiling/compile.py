"""A checked scenario as arrays for the model: the cast, the rules, and which column is who."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.model import Cast, Params, Rules, moves
from game.model.arrays import Array, freeze
from game.model.cast import motives
from game.model.cast.written import LEFT_TO_CHANCE
from game.model.philox import MAX_FOLLOWERS
from game.scenario.checks.references import CROWD
from game.scenario.compiling.compiled_lives import lives_table
from game.scenario.compiling.compiled_timeline import (
    CompiledCondition,
    CompiledEvent,
    CompiledGoal,
    Ending,
    Numbers,
    compiled_events,
    compiled_goals,
    endings_of,
    locked_contents,
    numbered_answers,
)
from game.scenario.format.difficulty import DOSES, hours_at
from game.scenario.format.schema import Scenario
from game.scenario.format.schema_people import Archetype, Follower
from game.scenario.format.vocabulary import FORMATS

SENSITIVITY = {"shy": 1.6, "slow": 1.25, "steady": 1.0, "quick": 0.75}
"""How soon contact becomes too much, by pace."""

TIES = {"none": 0, "few": 1, "some": 2, "many": 4}
"""How many of the crowd each member of the crowd knows."""

UNNAMED = 22.0
"""What people feel for a topic that their `loves` does not name, 0 to 100: who follows is not wholly bored."""

DIALS: dict[str, tuple[str, ...]] = {
    "pushiness_cost": ("k_ask_gap", "k_sell_gap"),
    "selling_pressure": ("k_sell",),
    "bad_news": ("loss_weight",),
    "forgetting": ("forgetting",),
    "weariness": ("wear_days",),
    "forgiveness": ("mend_ability", "mend_benevolence", "mend_integrity"),
    "favours": ("b_debt",),
    "word_of_mouth": ("spill",),
    "leaving": ("h0",),
    "legibility": ("legibility",),
}
"""Which constants of the model each dial multiplies."""

_MOVE_FEELINGS = (
    "ask", "favour", "personal", "public", "self_focus", "selling", "exposure", "invites_reply", "pressure", "ability",
    "benevolence", "integrity",
)  # fmt: skip
_MOTIVE_FEELINGS = ("talkative", "sharing", "curious", "sells", "interest", "bargains")


@dataclass(frozen=True, eq=False)
class Compiled:
    """A scenario ready to be played: all that a batch of games reads stands here; `scenario` is for its words."""

    scenario: Scenario
    rules: Rules
    cast: Cast
    ids: tuple[str, ...]  # F ids: the written followers in the order of the file, then crowd_1, crowd_2 ...
    written: int  # how many of them are written
    topics: tuple[str, ...]  # T
    contents: tuple[str, ...]  # C ids
    archetypes: tuple[str, ...]  # F: archetype of a crowd member, or ""
    days: int
    hours: float  # of attention a day, at the beginning
    numbers: Numbers  # columns of followers, numbers of events and contents, by id
    events: tuple[CompiledEvent, ...]  # E, in the order of the file
    goals: tuple[CompiledGoal, ...]  # G, in the order of the file
    content_hours: Array  # (C,) hours that making each takes
    content_when: tuple[CompiledCondition | None, ...]  # C: when each can be used; None: always
    locked: Array  # (C,) boolean, those that can be used only after an event
    own_ends: tuple[str, ...]  # F: happy end that the file gives somebody, or "" where it is that of the motive
    endings: Mapping[str, Ending]  # by the name of the end

    @property
    def followers(self) -> int:
        """How many there are, written and crowd."""
        return len(self.ids)


def params_of(scenario: Scenario, base: Params) -> Params:
    """The model's constants with the scenario's dials turned, at its difficulty."""
    changes: dict[str, float] = {}
    for dial, factor in scenario.dials.items():
        for name in DIALS[dial]:
            changes[name] = changes.get(name, getattr(base, name)) * factor
    shown = changes.get("legibility", base.legibility) * DOSES[scenario.difficulty].legibility
    changes["legibility"] = shown
    return replace(base, **changes)


def move_table(scenario: Scenario) -> moves.MoveTable:
    """The built-in moves as the scenario tunes them, and its own."""
    changes = {}
    for name, move in scenario.moves.items():
        given = {key: getattr(move, key) / 100.0 for key in _MOVE_FEELINGS if getattr(move, key) is not None}
        if move.hours is not None:
            given["hours"] = move.hours
        if name not in {m.id for m in moves.BUILT_IN}:
            given = {"hours": 0.5, "exposure": 0.8, "invites_reply": 0.5, "pressure": 0.12} | given
        changes[name] = given
    opens = {name: move.start for name, move in scenario.moves.items() if move.start is not None}
    return moves.table(moves.tuned(moves.BUILT_IN, changes), opens)


def motive_table(scenario: Scenario) -> motives.MotiveTable:
    """The built-in motives as the scenario tunes them, and its own."""
    rows = {m.id: m for m in motives.BUILT_IN}
    for name, motive in scenario.motives.items():
        row = rows.get(name, motives.Motive(name, 0.0))
        given: dict[str, float | str] = {
            key: getattr(motive, key) / 100.0 for key in _MOTIVE_FEELINGS if getattr(motive, key) is not None
        }
        if motive.need is not None:
            given |= {"need_share": motive.need.chance / 100.0, "need_rise": float(motive.need.rise)}
            given |= {"need_last": float(motive.need.last)}
        if motive.happy_end is not None:
            given |= {"happy_end": motive.happy_end, "buys": 1.0 if motive.happy_end == "customer" else 0.0}
        if motive.trust is not None:
            given["warmth"] = (motive.trust - 50.0) / 100.0
        rows[name] = replace(row, **given)  # type: ignore[arg-type]
    return motives.table(tuple(rows.values()))


def _topics(scenario: Scenario) -> tuple[str, ...]:
    """Every topic somebody loves or a content touches, in the order of the file."""
    seen: dict[str, None] = {}
    for person in (*scenario.followers.values(), *scenario.archetypes.values()):
        seen.update(dict.fromkeys(person.loves))
    for content in scenario.content.values():
        seen.update(dict.fromkeys(content.about))
    return tuple(seen) or ("business",)


def _crowd(scenario: Scenario) -> tuple[int, dict[str, float], list[str]]:
    """Size of the crowd, weights of the motives, and the archetypes of those of its members that have one."""
    crowd = scenario.crowd
    if crowd is None:
        return CROWD, {m.id: m.share for m in motives.BUILT_IN if m.share > 0.0}, []
    mix = dict(crowd.mix) or {m.id: m.share for m in motives.BUILT_IN if m.share > 0.0}
    total = sum(mix.values())
    known = set(motive_table(scenario).ids)
    shaped: list[str] = []
    for name, share in mix.items():
        if name not in known:
            shaped += [name] * round(crowd.count * share / total)
    return crowd.count, {k: v for k, v in mix.items() if k in known}, shaped[: crowd.count]


def _ring(ids: tuple[str, ...], written: int, scenario: Scenario) -> tuple[Array, Array]:
    """Who watches whom: what the file says both ways, and a ring through the crowd."""
    known: list[list[int]] = [[] for _ in ids]
    place = {name: i for i, name in enumerate(ids)}

    def tie(a: int, b: int) -> None:
        if a != b and b not in known[a]:
            known[a].append(b)
            known[b].append(a)

    for name, follower in scenario.followers.items():
        for other in follower.knows:
            tie(place[name], place[other])
    size = len(ids) - written
    reach = TIES[scenario.crowd.ties if scenario.crowd else "some"]
    for i in range(size):
        for step in range(1, reach // 2 + reach % 2 + 1):
            if reach == 1 and i % 2:
                continue
            tie(written + i, written + (i + step) % size)
    if size and reach >= 2:
        for i in range(written):
            tie(i, written + (3 * i) % size)
    width = max(1, *(len(k) for k in known)) if known else 1
    ties = np.array([k + [i] * (width - len(k)) for i, k in enumerate(known)], dtype=np.int64).reshape(-1, width)
    weights = np.array([[1.0] * len(k) + [0.0] * (width - len(k)) for k in known]).reshape(-1, width)
    return ties, weights


def _cast(
    scenario: Scenario, people: list[Follower | Archetype | None], rules: Rules, mix: dict[str, float],
    topics: tuple[str, ...], ids: tuple[str, ...],
) -> Cast:  # fmt: skip
    """What the file fixes of each follower, column by column; the rest is left to chance."""

    def column(of: dict[int, float]) -> Array:
        return np.array([of.get(i, LEFT_TO_CHANCE) for i in range(len(people))])

    def given(i: int, name: str) -> bool:
        person = people[i]
        return person is not None and name in person.model_fields_set

    who = {i: person for i, person in enumerate(people) if person is not None}
    love = np.full((len(people), len(topics)), LEFT_TO_CHANCE)
    formats = np.full((len(people), len(FORMATS)), LEFT_TO_CHANCE)
    for i, person in who.items():
        if person.loves:
            love[i] = [person.loves.get(topic, UNNAMED) / 100.0 for topic in topics]
        if person.formats:
            formats[i] = [1.0 if name in person.formats else 0.0 for name in FORMATS]
    weights = np.array([mix.get(name, 0.0) for name in rules.motives.ids])
    ties, tie_weight = _ring(ids, len(scenario.followers), scenario)
    seed = scenario.crowd.seed if scenario.crowd is not None and scenario.crowd.seed is not None else -1
    return Cast(
        motive=np.array(
            [rules.motives.index(who[i].motive) if i in who and who[i].motive else -1 for i in range(len(people))]
        ),
        mix=weights if weights.sum() > 0.0 else rules.motives.columns["share"],
        love=love,
        likes_format=formats,
        sensitivity=column({i: SENSITIVITY[p.pace] for i, p in who.items() if given(i, "pace")}),
        trust=column({i: (p.trust or 0.0) / 100.0 for i, p in who.items() if given(i, "trust")}),
        need_from=column({i: float(p.ready.start) for i, p in who.items() if p.ready is not None}),
        need_until=column({i: float(p.ready.until) for i, p in who.items() if p.ready is not None}),
        buys=column({i: float(p.happy_end == "customer") for i, p in who.items() if p.happy_end is not None}),
        arrives=np.array([float(p.arrives) if isinstance(p, Follower) else 1.0 for p in people]),
        mutual=np.ones(len(people)),
        ties=ties,
        tie_weight=tie_weight,
        about=np.array(
            [[float(topic in scenario.content[c].about) for topic in topics] for c in scenario.content]
        ).reshape(len(scenario.content), len(topics)),
        content_format=np.array([FORMATS.index(scenario.content[c].format) for c in scenario.content], dtype=np.int64),
        days=scenario.days,
        seed=seed,
        lives=lives_table(scenario, len(people), rules.motives),
    )


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _lives(scenario: Scenario) -> dict[str, dict[str, int]]:
    return {name: _numbered(who.lives) for name, who in scenario.followers.items() if who.lives}


def compile_scenario(scenario: Scenario, base: Params | None = None) -> Compiled:
    """Arrays for the model.

    Args:
        scenario: checked, with its defaults filled in.
        base: constants of the model; the shipped ones when left out.

    Raises:
        ValueError: more than 64 followers.
    """
    rules = Rules(params_of(scenario, base or Params()), move_table(scenario), motive_table(scenario))
    count, mix, shaped = _crowd(scenario)
    written = tuple(scenario.followers)
    ids = written + tuple(f"crowd_{i + 1}" for i in range(count))
    if not 1 <= len(ids) <= MAX_FOLLOWERS:
        raise ValueError(f"expected 1 to {MAX_FOLLOWERS} followers, the crowd included, got {len(ids)}")
    topics = _topics(scenario)
    contents = tuple(scenario.content)
    people: list[Follower | Archetype | None] = [*scenario.followers.values()]
    people += [scenario.archetypes.get(name) for name in shaped]
    people += [None] * (len(ids) - len(people))

    cast = _cast(scenario, people, rules, mix, topics, ids)
    numbers = Numbers(
        _numbered(ids), _numbered(scenario.timeline), numbered_answers(scenario), _numbered(contents), _lives(scenario),
        scenario.difficulty,
    )  # fmt: skip
    events = compiled_events(scenario, numbers, rules.moves)
    own_ends = tuple(p.happy_end or "" if isinstance(p, Follower) else "" for p in people)
    return Compiled(
        scenario, rules, cast, ids, len(written), topics, contents,
        tuple(shaped[i - len(written)] if 0 <= i - len(written) < len(shaped) else "" for i in range(len(ids))),
        days=scenario.days,
        hours=hours_at(scenario.difficulty, scenario.business.hours_per_day),
        numbers=numbers,
        events=events,
        goals=compiled_goals(scenario, numbers),
        content_hours=freeze(np.array([scenario.content[c].hours for c in contents], dtype=np.float64)),
        content_when=tuple(
            None if scenario.content[c].when is None else numbers.condition(scenario.content[c].when)
            for c in contents
        ),
        locked=locked_contents(events, len(contents)),
        own_ends=own_ends,
        endings=endings_of(own_ends, rules.motives.happy_ends),
    )  # fmt: skip
