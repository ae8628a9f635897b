"""Every word an author can use, on one page: signals, moves, placeholders, bots and the rest, with what each means."""

from collections.abc import Iterable, Mapping

from game.authoring.meanings import FORMAT, PACE, STAGE, WORDS, shipped
from game.model.moves import BUILT_IN
from game.model.outcome import PEOPLE_SHARE
from game.scenario.format.vocabulary import ENDS, STAGES
from game.scenario.texts import builtin
from game.scenario.texts.texts import PLACEHOLDERS


def every_word() -> str:
    """The page as Markdown, without its title."""
    return "\n\n".join(
        (
            _section("Signals", "What followers say or do. Lines are written for them, and rule cards wait for them.",
                     _signals()),
            _section("Moves", "What the player does: towards one follower, or, where it says so, to all. Lines may be "
                     "written for them too, and `do` and `until_move` name them.", _moves()),
            "## Names of lines\n\nUnder `lines:` stand signals and moves, those above and your own.",
            _section("Placeholders", "What is filled in between braces in a line, besides your own `words`.",
                     {f"{{{name}}}": meaning for name, meaning in PLACEHOLDERS.items()}),
            _section("Formats", "Of content, and what followers like.", FORMAT),
            _section("Paces", "How fast a follower comes near.", PACE),
            _section("Stages", "How near somebody has come; each counts those who came further.",
                     {name: STAGE[name] for name in STAGES}),
            _section("Ends", "What can come of somebody.", {name: STAGE[name] for name in ENDS}),
            _section("Motives", "Why somebody follows; hidden until the debrief.", shipped("motive")),
            _section("Archetypes", "What `based_on` may name, besides your own.", shipped("archetype")),
            _section("Bots", "Who plays for the contract, for `--as` and for `--bot`.", shipped("bot")),
            _section("Dials", "Under `model:`; 1 is as tested.", shipped("dial")),
            _section("Words for several", "Where a condition, a change or a promise may name more than one.", WORDS),
            _score(),
        )
    )  # fmt: skip


def _section(title: str, about: str, rows: Mapping[str, str]) -> str:
    lines: Iterable[str] = (f"| `{name}` | {_safe(meaning)} |" for name, meaning in rows.items())
    return f"## {title}\n\n{about}\n\n| word | meaning |\n| --- | --- |\n" + "\n".join(lines)


def _safe(text: str) -> str:
    return text.replace("|", "\\|")


def _signals() -> dict[str, str]:
    told = {"them": "They say, for example: ", "note": "It is told, for example: "}
    return {s.id: f"{told[s.who]}“{s.lines[0].text}”" for s in builtin.signals().values()}


def _moves() -> dict[str, str]:
    rows = {move.id: move for move in BUILT_IN}
    found = {}
    for name, about in shipped("move").items():
        row = rows[name]
        found[name] = f"{about} Takes {row.hours:g} h, asks {100 * row.ask:.0f}{', to all' if row.to_all else ''}."
    return found


def _score() -> str:
    people, business = round(100 * PEOPLE_SHARE), round(100 * (1 - PEOPLE_SHARE))
    return (
        "## The score\n\n"
        f"From 0 to 100: {people} of a hundred parts are the people, {business} are the business.\n\n"
        "- **People**: how everybody fares in the end. Half of it is a happy end, half is trust; both count less the "
        "more somebody was pressed or wearied, and not at all for those who left.\n"
        "- **Business**: the customers won, of all who wanted to buy and all questions that met a no. Where nobody "
        "ever wanted to buy, it is the same as the people."
    )
