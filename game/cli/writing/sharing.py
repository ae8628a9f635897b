"""For authors: beginning, completing, sharing and keeping up to date, from `courtship new` to `courtship add`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from game.cli.printing import fail, out, plain, print_json, tell, write_result
from game.desk.places import named_or_here, scenario_folders, scenario_path
from game.errors import FAILED
from game.local_time import local_now


@contextmanager
def _hindrance_ends_it() -> Iterator[None]:
    """Ends the command with a sentence when something keeps it from being done."""
    from game.errors import ScenarioError

    try:
        yield
    except ScenarioError as hindrance:
        fail(str(hindrance), FAILED)


def _as_it_is(text: str) -> None:
    out.print(plain(text), markup=False, soft_wrap=True)


def new(
    name: Annotated[str, typer.Argument(help="What to call it; a folder of that name is made here.")],
    like: Annotated[
        str, typer.Option(help="Begin with coffee, bakery, bicycle, shop or empty; left out, what fits trade or name.")
    ] = "",
    business: Annotated[str, typer.Option(help="What the business is called.")] = "",
    trade: Annotated[str, typer.Option(help="What it is, in a word or two.")] = "",
    customer: Annotated[str, typer.Option(help="The name of one who may buy.")] = "",
    worry: Annotated[str, typer.Option(help="What that customer wishes, or worries about.")] = "",
) -> None:
    """Make a new scenario that plays at once.

    It is a folder with a commented file, set up for the editor.
    """
    import shlex

    from game.authoring.starter import StarterOptions, create, folder_name, starter_for, title_of

    given = Path(name)
    if not given.is_absolute() and not given.parent.is_dir():
        given = Path(name.replace("/", " "))  # the stroke belongs to the name: “Green & Blue/2”
    called = folder_name(given.name)
    if not called:
        fail(f"A folder cannot be called “{name}”. Use some letters or digits, for example: courtship new slow_roast")
    wishes = StarterOptions(title_of(given.name), business, trade, customer, worry)
    with _hindrance_ends_it():
        file = create(given.parent / called, like, wishes)
    if like != (used := starter_for(like, wishes)) and like:
        tell(f"The story of “{like}” is about another trade, so it begins with “{used}”, which suits any.")
    if called != given.name:
        tell(f"Its folder is called {called}, as names of folders have small letters, digits and _ only.")
    tell(f"{file} plays already. Change it, and look:")
    for verb, does in (("check", "what is wrong with it"), ("play", "play it")):
        tell(f"  courtship {verb} {shlex.quote(str(file.parent))}  {does}")
    tell("In Visual Studio Code, open the folder and accept the YAML extension: it completes keys and ids.")


def schema(
    scenario: Annotated[str, typer.Argument(help="Name or path; left out, the one in this folder.")] = "",
) -> None:
    """Write the schema by which an editor completes ids.

    Where no scenario is named and none is in this folder, the format itself is printed as a JSON Schema.
    """
    from game.authoring.editor import modeline, put_schemas
    from game.authoring.schema_json import clean_schema
    from game.scenario.reading.folder import MAIN

    if not scenario and not Path(MAIN).is_file():
        print_json(clean_schema())
        return
    path = _here(scenario)
    with _hindrance_ends_it():
        written = put_schemas(path)
    tell(f"{written} is up to date. An editor finds it by the first line of the file:")
    _as_it_is(f"  {modeline(MAIN if path.is_dir() else path.name)}")


def reference(
    words: Annotated[
        bool, typer.Option("--words", help="Signals, moves, placeholders, bots and the rest, with what each means.")
    ] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file to write instead of printing.")] = None,
) -> None:
    """Print every key of the format, or every word, as Markdown."""
    from game.authoring.every_word import every_word
    from game.authoring.reference import reference as made

    text = f"# Every word\n\n{every_word()}\n" if words else f"# Every key of a scenario\n\n{made()}\n"
    if output is None:
        _as_it_is(text.rstrip("\n"))
        return
    write_result(output, text.encode())
    tell(f"{output} holds the reference.")


def _here(scenario: str) -> Path:
    """The scenario named, or the one in the current folder."""
    return scenario_path(named_or_here(scenario))


def pack(
    scenario: Annotated[str, typer.Argument(help="Name or path; left out, the one in this folder.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The zip file to make.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite that file if it is there.")] = False,
) -> None:
    """Make one zip file of a scenario, to be sent to others."""
    from game.authoring.sharing.packing import pack as packed

    with _hindrance_ends_it():
        made = packed(_here(scenario), output, replace=replace)
    files = "1 file" if len(made.files) == 1 else f"{len(made.files)} files"
    tell(f"{made.path} holds {files}, {made.bytes / 1000:,.0f} KB unpacked.")
    if made.left_out:
        tell(f"Left out, as no part of a scenario: {', '.join(made.left_out[:10])}")
    tell(f"Others take it in with: courtship add {made.path.name}")


def add(
    package: Annotated[Path, typer.Argument(help="A zip file made with pack.")],
    name: Annotated[str, typer.Option(help="What to call it; left out, what the package calls it.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Replace your scenario of that name.")] = False,
) -> None:
    """Take in somebody's scenario; it is checked first."""
    from game.authoring.sharing.unpacking import add as added

    shipped, own = scenario_folders()
    taken = {path.stem for path in shipped.iterdir()} if shipped.is_dir() else set()
    with _hindrance_ends_it():
        new_one = added(package, own, name=name, taken=taken, replace=replace)
    tell(f"“{new_one.title}” is among your scenarios now. Play it: courtship play {new_one.id}")
    if new_one.problems:
        count = len(new_one.problems)
        told = "1 warning; see it" if count == 1 else f"{count} warnings; see them"
        tell(f"It has {told} with: courtship check {new_one.id}")


def translate(
    language: Annotated[str, typer.Argument(help="A language, such as de or pt-BR.")] = "",
    scenario: Annotated[str, typer.Argument(help="Name or path; left out, the one in this folder.")] = "",
    status: Annotated[bool, typer.Option("--status", help="Only tell how far each translation is.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False,
) -> None:
    """Make or update the file for translators of a language.

    With --status, name the scenario only: courtship translate --status slow_boat
    """
    from game.desk import catalogues
    from game.scenario.problems.report import render
    from game.scenario.texts.translate import language as state_of
    from game.scenario.texts.translate import languages

    with _hindrance_ends_it():
        if not status:
            if not language:
                fail("Name a language, such as: courtship translate de. With --status, see how far each is.")
            made = catalogues.update(_here(scenario), language, local_now())
            if not json:
                does = "written" if made.changed else "up to date"
                tell(f"{made.path} is {does}. Open it with a program for translations, such as Poedit.")
            states = [made.state]
        else:
            loaded = catalogues.loaded_for_translation(_here(scenario or language))
            assert loaded.root is not None
            assert loaded.folder is not None
            states = [state_of(loaded.root, loaded.folder, name) for name in languages(loaded.folder)]
    if json:
        facts = ("total", "done", "stale", "missing")
        print_json({state.id: {fact: getattr(state, fact) for fact in facts} for state in states})
        return
    for state in states:
        tell(f"{state.id}: {state.done} of {state.total} texts done, {state.stale} stale, {state.missing} missing")
        for problem in state.problems:
            if problem.code not in {"lang-missing", "lang-stale"}:
                _as_it_is(render(problem, out.width))
    if not states:
        tell("There is no translation yet. Begin one with: courtship translate de")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    for command in (new, schema, reference, translate, pack, add):
        app.command()(command)
