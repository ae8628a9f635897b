"""Opening the game: `courtship`, `courtship play`, `courtship replay`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.difficulty_option import DifficultyOption, difficulty_named
from game.cli.listed_runs import RECORD_HELP, repeated_record
from game.cli.printing import fail, out, plain, print_json, tell
from game.desk.given import Given
from game.desk.launch import open_window, require_display
from game.desk.outside import chance_seed, now
from game.desk.places import is_own, runs_folder, scenario_path
from game.files import is_there

if TYPE_CHECKING:
    from game.bots.bot import Bot
    from game.scenario import Loaded
    from game.scenario.compiling.compile import Compiled
    from game.session.playthrough import Playthrough
    from game.session.session import Session

DEFAULT_BOT = "patient"


def play(
    scenario: Annotated[
        str, typer.Argument(help="Name or path of a scenario. Left out: the one in this folder, or the title screen.")
    ] = "",
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="The same seed gives the same people.")] = None,
    episode: Annotated[
        int, typer.Option(min=0, max=2**32 - 1, help="Which of the lab’s games of that seed, by its number there.")
    ] = 0,
    day: Annotated[
        int | None, typer.Option(min=1, help=f"Begin on this day; a bot plays those before ({DEFAULT_BOT}, or --as).")
    ] = None,
    bot: Annotated[
        str, typer.Option("--as", help="The bot that plays the first days; without --day, all but the last.")
    ] = "",
    difficulty: DifficultyOption = "",
    lang: Annotated[str, typer.Option(help="A language it is translated into, such as de.")] = "",
    practice: Annotated[
        bool, typer.Option("--practice", help="Practice mode: ask “What if?” before a move; the debrief tells it.")
    ] = False,
) -> None:
    """Open the game, at once in a scenario if you name one.

    A scenario named by its path is watched: save the file, and the running game takes it, with all you did so far.
    With errors in the file the last good version goes on, and the messages lie over the game.

    What a bot plays is a run like yours: you can go back to any of its days, and Continue finds it.
    """
    if not scenario:
        if Path("scenario.yaml").is_file():
            scenario = "."
        elif seed is not None or day is not None or bot or lang or difficulty or practice:
            fail("Name a scenario too, for example: courtship play first_hello --seed 7 --day 3")
        else:
            raise typer.Exit(open_window())
    path, named_by_path = scenario_path(scenario), is_there(Path(scenario))
    from game.scenario import load
    from game.session.runs.recorded_scenario import compiled_of
    from game.ui.common.shared_actions import Start
    from game.ui.play.play_actions import Resume

    hardness = difficulty_named(difficulty)
    loaded = load(path, lang).at(hardness)
    compiled = compiled_of(loaded)
    if episode and seed is None:
        fail(f"A game of the lab needs its seed too: courtship play {scenario} --seed 0 --episode {episode}")
    if lang:
        _check_language(lang, path, loaded)
    if day is None and not bot and not lang and not episode:
        named = str(path.resolve()) if named_by_path else path.stem
        raise typer.Exit(open_window(Start(named, "" if seed is None else str(seed), hardness, practice=practice)))
    first = _first_day(day, bot, compiled)
    player = _bot(bot or DEFAULT_BOT, compiled.rules.moves.ids[1:])
    require_display()
    from game.bots.courted.telling_seed import telling_seed
    from game.session.runs.runs import start_loaded

    live = named_by_path or is_own(path)
    Given().keep(path)
    seed = telling_seed(compiled, chance_seed) if seed is None else seed
    session = start_loaded(
        loaded, compiled, path, seed, runs_folder(), now(), live=live, episode=episode,
        begun_by=player.id if first > 1 else "", practice=practice,
    )  # fmt: skip
    raise typer.Exit(open_window(Resume(str(_played(session, player, first)))))


def _played(session: "Session", player: "Bot", first: int) -> Path:
    """A run whose first days a bot has played; gives its record."""
    from game.lab.playing.through_session import play_session

    play_session(session, player, first)
    assert session.path is not None
    session.close()  # the window opens it anew
    return session.path


def _first_day(day: int | None, bot: str, compiled: "Compiled") -> int:
    """The day on which the person takes over."""
    days = compiled.scenario.days
    if day is not None and day > days:
        fail(f"{compiled.scenario.title} has {days} days; choose one from 1 to {days}.")
    return day if day is not None else days if bot else 1


def _bot(name: str, moves: tuple[str, ...]) -> "Bot":
    from game.bots.contract import ONLY, player_named
    from game.bots.registry import bots
    from game.scenario.problems.phrases import guessed

    known = bots()
    if name.startswith(ONLY) and name.removeprefix(ONLY) in moves:
        return player_named(name)
    if name not in known:
        fail(f"There is no bot “{plain(name)}”.{guessed(name, known)} There are: {', '.join(known)}.")
    return known[name]


def _check_language(lang: str, path: Path, loaded: "Loaded") -> None:
    """Ends the command when nothing of the scenario is translated; tells what of it is not."""
    from game.scenario.texts.translate import can_have_languages, languages

    assert loaded.scenario is not None
    if loaded.scenario.language == lang:
        missing = next((p.message for p in loaded.problems if p.code == "lang-missing"), "")
        if missing:
            out.print(plain(missing), markup=False, soft_wrap=True)
        return
    title = loaded.scenario.title
    if not can_have_languages(loaded.folder) or loaded.folder is None:
        place = f"lang/{plain(lang)}.po beside scenario.yaml"
        fail(f"{title} is one file, and translations have their place in a folder: {place}.")
    there = [loaded.scenario.language, *languages(loaded.folder)]
    if lang in there:
        fail(
            f"Nothing in lang/{lang}.po can be used yet. See how far it is: courtship translate --status {path}. "
            f"{title} can be played in: {', '.join(n for n in there if n != lang)}."
        )
    fail(
        f"{title} is not translated into “{plain(lang)}”. There is: {', '.join(there)}. "
        f"Begin a translation with: courtship translate {plain(lang)} {path}"
    )


def replay(
    record: Annotated[Path, typer.Argument(help=f"{RECORD_HELP} Or the code of a run.")],
    json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False,
) -> None:
    """Repeat a recorded run and tell it, day by day. The record is not changed.

    Of a run that is not finished only what could be seen is told.
    """
    if str(record).upper().startswith("COURT1-"):
        _replay_code(str(record))
        return
    session = repeated_record(record)
    run = session.playthrough
    if json:
        print_json(
            {
                "scenario": session.source.id, "seed": run.setup.seed, "episode": run.setup.episode,
                "difficulty": run.compiled.scenario.difficulty, "days_played": len(run.history),
                "finished": run.finished, "notice": session.notice, **_end_figures(run),
            }
        )  # fmt: skip
        return
    if session.notice:
        tell(session.notice)
    _tell_run(run)


def _end_figures(run: "Playthrough") -> dict[str, object]:
    """What is told of a run's end; of one that is not finished, who follows and no more."""
    from game.coach.looking_back.make_debrief import debrief

    if not run.finished:
        names = [{"id": who, "name": run.people[who].name} for who in run.compiled.ids]
        return {"score": None, "people": None, "business": None, "followers": names}
    told = debrief(run)
    return {
        "score": told.score, "people": told.people, "business": told.business,
        "followers": [
            {"id": f.id, "name": f.name, "motive": f.motive, "happy_end": f.came, "trust": list(f.trust)}
            for f in told.followers
        ],
    }  # fmt: skip


def _tell_run(run: "Playthrough") -> None:
    from game.coach.looking_back.make_debrief import debrief
    from game.session.transcript import transcript

    tell(transcript(run))
    if run.finished:
        told = debrief(run)
        out.print(f"Score {told.score:.1f} (people {told.people:.1f}, business {told.business:.1f})")


def _replay_code(text: str) -> None:
    """Plays the run of a code again, offline, and tells it."""
    from game.host.store.run_records import repeated_code, run_code_from
    from game.scenario import load
    from game.session.runs.recorded_scenario import compiled_of

    code = run_code_from(text)
    loaded = load(scenario_path(code.scenario))
    if not loaded.hash.startswith(code.text_hash):
        fail(f"That run was played with another text of “{plain(code.scenario)}”. Ask for its record instead.")
    run = repeated_code(code, compiled_of(loaded.at(code.difficulty)))
    _tell_run(run)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(play)
    app.command()(replay)
