"""For authors: `courtship explain`, `show`, `stats`, `say`, `map`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from game.cli.printing import err, fail, out, plain, print_json, tell, write_result
from game.desk.places import named_or_here, scenario_path
from game.errors import FAILED
from game.files import is_there
from game.scenario.loading import Loaded

Which = Annotated[str | None, typer.Argument(help="Name or path of a scenario; left out, the one in this folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print as JSON.")]


def _opened(given: str | None) -> Loaded:
    """A scenario without errors of reading; ends the command when there is none."""
    from game.scenario import load

    path = scenario_path(named_or_here(given))
    loaded = load(path)
    if not loaded.ok:
        fail(f"{path} has errors, which come first. “courtship check” shows each with its place.", FAILED)
    return loaded


def explain(
    code: Annotated[str | None, typer.Argument(help="A code, as it stands behind a message; left out, all.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Tell what a message of `check` means, with examples."""
    from game.authoring.code_pages import as_text, likely, page
    from game.scenario.problems.codes import CODES

    if code is None:
        if json:
            print_json({c.id: {"severity": c.severity, "meaning": c.meaning} for c in CODES.values()})
            return
        width = max(map(len, CODES))
        for known in CODES.values():
            out.print(f"{known.id:<{width}}  {known.severity:<7}  {known.meaning}", markup=False, soft_wrap=True)
        return
    code = code.strip("[]")
    if code not in CODES:
        guess = likely(code)
        fail(f"There is no code “{code}”.{f' Did you mean “{guess}”?' if guess else ''} “courtship explain” lists all.")
    one = page(code)
    if json:
        facts = ("code", "severity", "meaning", "text", "wrong", "right")
        print_json({fact: getattr(one, fact) for fact in facts})
        return
    out.print(as_text(one, out.width), markup=False, soft_wrap=True)


def show(
    scenario: Which = None,
    entry: Annotated[
        str | None, typer.Argument(help="Id of a follower, event, move or other entry; left out, all.")
    ] = None,
    filled: Annotated[bool, typer.Option("--filled", help="Print the file with its defaults written out.")] = False,
    json: AsJson = False,
) -> None:
    """Tell a scenario in plain sentences, or one entry of it."""
    from game.authoring.sentences.scenario_sentences import entries, entry_in_sentences, scenario_in_sentences
    from game.authoring.written_out import as_file
    from game.scenario.problems.phrases import did_you_mean, listed
    from game.scenario.reading.folder import MAIN

    if scenario is not None and entry is None and Path(MAIN).is_file() and not is_there(Path(scenario)):
        inside = _opened(None).scenario
        if inside is not None and scenario in entries(inside):
            scenario, entry = None, scenario
    loaded = _opened(scenario)
    assert loaded.written is not None
    assert loaded.scenario is not None
    one = loaded.scenario if filled else loaded.written
    if entry is not None and not (text := entry_in_sentences(one, entry, loaded.scenario)):
        guess = did_you_mean(entry, entries(one)) or f"There are: {listed(entries(one), 20, entry)}."
        fail(f"There is no '{plain(entry)}' in {one.title}. {guess}")
    if entry is None:
        text = as_file(one) if filled else scenario_in_sentences(one, loaded.scenario)
    if json:
        print_json({"title": one.title, "entry": entry, "text": text})
        return
    if filled and entry is None:
        out.print(plain(text).rstrip("\n"), markup=False, soft_wrap=True)
    else:
        tell(text)


def stats(scenario: Which = None, json: AsJson = False) -> None:
    """Count texts, words and minutes of a scenario.

    By part, follower and lesson.
    """
    from game.authoring.stats import stats as count

    loaded = _opened(scenario)
    assert loaded.scenario is not None
    assert loaded.root is not None
    figures = count(loaded.root, loaded.scenario)
    if json:
        print_json(figures)
        return
    tell(
        f"{figures['title']}: {figures['texts']} texts, {figures['words']} words, about {figures['minutes']:g} "
        f"minutes to read; {figures['days']} days with {figures['hours']:g} hours in all, content for "
        f"{figures['content_hours']:g}."
    )
    for title, rows in (("part", "parts"), ("follower", "followers"), ("lesson", "lessons")):
        if not figures[rows]:
            continue
        table = Table(title)
        columns = next(iter(figures[rows].values()))
        for column in columns:
            table.add_column(column, justify="right")
        for name, row in figures[rows].items():
            table.add_row(name, *(str(value) for value in row.values()))
        out.print(table)


def say(
    line: Annotated[str, typer.Argument(help="A signal such as thanks, or a move.")],
    scenario: Which = None,
    who: Annotated[str | None, typer.Option("--as", help="Id of the follower who says it, or is written to.")] = None,
    times: Annotated[int, typer.Option("--times", "-n", min=1, max=200, help="How often to draw.")] = 5,
    seed: Annotated[int, typer.Option(min=0, max=2**32 - 1, help="The seed of the draws.")] = 0,
    json: AsJson = False,
) -> None:
    """Draw a line a few times, to hear how it sounds."""
    from game.desk.hearing import hear

    said = hear(_opened(scenario), line, who, times, seed)
    lines = [words if who else f"{name}: {words}" for name, words in said]
    if json:
        print_json({"line": line, "as": who, "said": lines})
        return
    for text in lines:
        tell(text)


def draw_map(
    scenario: Which = None,
    svg: Annotated[Path | None, typer.Option("--svg", help="Write a picture to this file instead.")] = None,
    json: AsJson = False,
) -> None:
    """Print or draw what leads to what in a scenario.

    As Mermaid text, or as a picture; what nobody can reach is marked.
    """
    from game.authoring import map as graph

    one = _opened(scenario).scenario
    assert one is not None
    found = graph.map_of(one)
    if svg is not None:
        write_result(svg, graph.svg(found).encode())
        err.print(f"Written: {svg}", markup=False, soft_wrap=True)
    elif json:
        things = [vars(thing) for thing in found.things]
        print_json({"title": found.title, "things": things, "links": [vars(link) for link in found.links]})
    else:
        out.print(graph.mermaid(found).rstrip("\n"), markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(explain)
    app.command()(show)
    app.command()(stats)
    app.command()(say)
    app.command("map")(draw_map)
