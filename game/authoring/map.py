"""The map of a scenario: what leads to what, whom people know, what nobody can reach; as Mermaid text and as SVG."""

from dataclasses import dataclass, field
from html import escape

from game.scenario.compiling.compile import compile_scenario
from game.scenario.format.condition_words import in_words
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.schema import Scenario
from game.scenario.format.schema_story import Condition
from game.scenario.format.vocabulary import RESERVED
from game.scenario.lint.reach import Reach, changes_of, reach_of
from game.scenario.problems.quoting import short

COLOURS = {"event": "#dbe7f3", "content": "#e4efdc", "goal": "#f6e7c1", "follower": "#eee3f0", "need": "#f4f1e8"}
UNREACHABLE = "#f3c9c4"
INK, FAINT = "#22313f", "#c3ccd4"
_WIDE, _HIGH, _GAP_X, _GAP_Y, _EDGE = 210, 44, 70, 18, 24  # of the drawing, in its own units


_LOVED = 50.0  # of a topic, from which on a link is drawn
_FIRST = {"follower": 0, "event": 1, "need": 1, "content": 2, "goal": 3}  # the leftmost column of each kind
_ARROW = (
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    f'<path d="M 0 0 L 8 4 L 0 8 z" fill="{INK}"/></marker></defs>'
)


@dataclass(frozen=True)
class Thing:
    """A box of the map: a follower, event, content or goal; or what one hangs on that has no entry of its own."""

    id: str  # "event.flood"
    kind: str  # event, content, goal, follower, need
    title: str
    reachable: bool


@dataclass(frozen=True)
class Link:
    """A line of the map, from what leads to what it leads to."""

    start: str
    end: str
    words: str  # opens, then, if chosen, needed, unless, trust, loves, knows


@dataclass(frozen=True)
class ScenarioMap:
    """A scenario as boxes and lines: what leads to what."""

    title: str
    things: tuple[Thing, ...]
    links: tuple[Link, ...]


def map_of(scenario: Scenario) -> ScenarioMap:
    """The map of a complete scenario: everything that can be named in it, with all it hangs on."""
    reach = reach_of(compile_scenario(scenario))
    drawn = _Drawn(reach)
    for name, who in scenario.followers.items():
        drawn.add("follower", name, who.name, who.arrives <= scenario.days)
        drawn.links += [Link(f"follower.{name}", f"follower.{o}", "knows") for o in who.knows if name < o]
    for name, event in scenario.timeline.items():
        day = f"{event.days_said}: " if event.days_said else ""
        end = drawn.add("event", name, day + event.title, reach.event[name] <= scenario.days)
        drawn.hang(event.when, end, "then")
        opened = dict.fromkeys(item for change in changes_of(event) for item in change.unlock)
        drawn.links += [Link(end, f"content.{item}", "opens") for item in opened]
    for name, goal in scenario.goals.items():
        last = min(goal.by_day or scenario.days, scenario.days)
        may = reach.may(goal.need, evening=True)[2 : last + 2]
        drawn.hang(goal.need, drawn.add("goal", name, goal.title, bool(may.any())), "needed")
    for name, item in scenario.content.items():
        end = drawn.add("content", name, item.title, reach.content[name] <= scenario.days)
        drawn.hang(item.when, end, "then")
        loving = [who for who, f in scenario.followers.items() if any(f.loves.get(t, 0) >= _LOVED for t in item.about)]
        drawn.links += [Link(f"follower.{who}", end, "loves") for who in loving]
    return ScenarioMap(scenario.title, tuple(drawn.things), tuple(dict.fromkeys(drawn.links)))


@dataclass
class _Drawn:
    """Boxes and lines while they are collected."""

    reach: Reach
    things: list[Thing] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def add(self, kind: str, name: str, title: str, reachable: bool) -> str:
        """A box; gives its id."""
        self.things.append(Thing(f"{kind}.{name}", kind, title, reachable))
        return self.things[-1].id

    def hang(self, condition: Condition | None, end: str, words: str) -> None:
        """Links to a box from all that a condition asks for."""
        if condition is None:
            return
        links = [Link(f"event.{name}", end, words) for name in condition.happened]
        links += [Link(f"event.{name}", end, "unless") for name in condition.not_happened]
        links += [Link(f"event.{self.reach.answers[name]}", end, "if chosen") for name in condition.chosen]
        links += [Link(f"content.{name}", end, words) for name in condition.published]
        links += [Link(f"follower.{name}", end, "trust") for name in condition.trust if name not in RESERVED]
        links += [Link(f"follower.{name}", end, "follows") for name in condition.following]
        for part in _nameless(condition):
            title = in_words(part)
            known = next((thing.id for thing in self.things if (thing.kind, thing.title) == ("need", title)), "")
            number = sum(thing.kind == "need" for thing in self.things) + 1
            start = known or self.add("need", str(number), title, bool(self.reach.may(part)[1:].any()))
            links.append(Link(start, end, words))
        self.links += links
        for part in condition.any_of:
            self.hang(part, end, words)
        for part in condition.none_of:
            self.hang(part, end, "unless")


def _nameless(condition: Condition) -> list[Condition]:
    """The parts of a condition that name no entry of the file: days, counts, the trust of several."""
    several = {name: span for name, span in condition.trust.items() if name in RESERVED}
    found = [Condition(trust=FrozenMap({name: span})) for name, span in several.items()]
    if condition.followers is not None:
        found.append(Condition(followers=condition.followers))
    return [*found, Condition(day=condition.day)] if condition.day is not None else found


def mermaid(one: ScenarioMap) -> str:
    """The map as Mermaid text, to be put into a page or an issue."""
    shapes = {"event": ("[", "]"), "content": ("[/", "/]"), "goal": ("([", "])"), "follower": ("((", "))"),
              "need": ("{{", "}}")}  # fmt: skip
    lines = ["flowchart LR"]
    for thing in one.things:
        left, right = shapes[thing.kind]
        state = "" if thing.reachable else "_lost"
        lines.append(f'  {_name(thing.id)}{left}"{_safe(thing.title)}"{right}:::{thing.kind}{state}')
    for link in one.links:
        arrow = "---" if link.words == "knows" else "-.->" if link.words == "unless" else "-->"
        lines.append(f"  {_name(link.start)} {arrow}|{link.words}| {_name(link.end)}")
    for kind, colour in COLOURS.items():
        lines.append(f"  classDef {kind} fill:{colour},stroke:{INK},color:{INK}")
        lines.append(f"  classDef {kind}_lost fill:{UNREACHABLE},stroke:{INK},color:{INK},stroke-dasharray:4")
    return "\n".join(lines) + "\n"


def _name(thing: str) -> str:
    return thing.replace(".", "_")


def _safe(text: str) -> str:
    """A text that ends no box and starts no mark-up."""
    return "".join(c if c.isalnum() or c in " ,.-–:;!?'’“”()" else f"#{ord(c)};" for c in short(text, 60))


def svg(one: ScenarioMap) -> str:
    """The map as a picture: columns from causes on the left to goals on the right."""
    columns = columns_of(one)
    place: dict[str, tuple[int, int]] = {}
    for number, column in enumerate(columns):
        for row, thing in enumerate(column):
            place[thing.id] = (_EDGE + number * (_WIDE + _GAP_X), _EDGE + row * (_HIGH + _GAP_Y))
    wide = 2 * _EDGE + len(columns) * (_WIDE + _GAP_X) - _GAP_X
    high = 2 * _EDGE + max((len(column) for column in columns), default=1) * (_HIGH + _GAP_Y) - _GAP_Y
    title = escape(f"Map of {one.title}")
    size = f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="sans-serif" font-size="13">',
        f"<title>{title}</title>",
        _ARROW,
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>',
        *(_line(link, place) for link in one.links if link.start in place and link.end in place),
        *(_box(thing, *place[thing.id]) for column in columns for thing in column),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def columns_of(one: ScenarioMap) -> list[list[Thing]]:
    """Boxes by kind and by how many steps lead to them at the most, goals last; a circle is cut after eight steps."""
    rank = {thing.id: _FIRST[thing.kind] for thing in one.things}
    for _ in range(min(len(rank), 8)):
        for link in one.links:
            if link.words != "knows" and link.start in rank and link.end in rank:
                rank[link.end] = min(8, max(rank[link.end], rank[link.start] + 1))
    last = max(rank.values(), default=0)
    rank |= {thing.id: last for thing in one.things if thing.kind == "goal"}
    used = sorted(set(rank.values()))
    return [[thing for thing in one.things if rank[thing.id] == step] for step in used]


def _box(thing: Thing, x: int, y: int) -> str:
    fill = COLOURS[thing.kind] if thing.reachable else UNREACHABLE
    dashes = "" if thing.reachable else ' stroke-dasharray="4"'
    round_ = {"event": 4, "content": 0, "goal": 22, "follower": 22, "need": 12}[thing.kind]
    full = escape(f"{thing.kind}: {thing.title}{'' if thing.reachable else ' (out of reach)'}")
    return (
        f'<g><title>{full}</title><rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="{round_}" fill="{fill}" '
        f'stroke="{INK}"{dashes}/><text x="{x + _WIDE // 2}" y="{y + _HIGH // 2 + 5}" text-anchor="middle" '
        f'fill="{INK}">{escape(short(thing.title, 28))}</text></g>'
    )


def _line(link: Link, place: dict[str, tuple[int, int]]) -> str:
    (x1, y1), (x2, y2) = place[link.start], place[link.end]
    middle = _HIGH // 2
    marks = "" if link.words == "knows" else ' marker-end="url(#arrow)"'
    marks += {"knows": ' stroke-dasharray="2 4"', "unless": ' stroke-dasharray="6 4"'}.get(link.words, "")
    if x1 == x2:  # the same column: a bow on its left side
        x1 = x2 = x1 + 6
        bow = x1 - min(_EDGE, 14 + abs(y2 - y1) // 20)
        path = f"M {x1} {y1 + middle} C {bow} {y1 + middle} {bow} {y2 + middle} {x2} {y2 + middle}"
    else:
        start, end = (x1 + _WIDE, x2) if x1 < x2 else (x1, x2 + _WIDE)
        half = (start + end) // 2
        path = f"M {start} {y1 + middle} C {half} {y1 + middle} {half} {y2 + middle} {end} {y2 + middle}"
    ink = FAINT if link.words == "loves" else INK
    return f'<path d="{path}" fill="none" stroke="{ink}"{marks}><title>{escape(link.words)}</title></path>'
