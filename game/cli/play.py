"""Opening the game: `courtship`, `courtship play`, `courtship replay`."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.places import runs_folder, scenario_path
from game.cli.say import fail, out, plain, print_json
from game.cli.window import now, open_window, require_display


def play(
    scenario: Annotated[str, typer.Argument(help="Name or path of a scenario; left out, the title screen opens.")] = "",
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="The same seed gives the same people.")] = None,
    episode: Annotated[
        int, typer.Option(min=0, max=2**32 - 1, help="Which of the lab’s games of that seed, by its number there.")
    ] = 0,
) -> None:
    """Open the game, at once in a scenario if you name one."""
    if not scenario:
        if seed is not None:
            fail("A seed needs a scenario: courtship play first_hello --seed 7")
        raise typer.Exit(open_window())
    path = scenario_path(scenario)
    from game.scenario import load
    from game.session.runs import compiled_of

    compiled_of(load(path))
    if episode:
        if seed is None:
            fail(f"A game of the lab needs its seed too: courtship play {scenario} --seed 0 --episode {episode}")
        raise typer.Exit(_open_episode(path, seed, episode))
    from game.ui.actions import Start

    raise typer.Exit(open_window(Start(str(path), "" if seed is None else str(seed))))


def _open_episode(path: Path, seed: int, episode: int) -> int:
    """A run with the people and the chance of one of the lab's games."""
    from game.session.runs import start
    from game.ui.actions import Resume

    require_display()
    session = start(path, seed, runs_folder(), now(), episode)
    return open_window(Resume(str(session.path)))


def replay(
    record: Annotated[Path, typer.Argument(help="A record; “last” for the run played last.")],
    json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False,
) -> None:
    """Repeat a recorded run and tell it: every day, and how it ended. The record is not changed."""
    from game.coach.review import debrief
    from game.session.runs import replayed, saved_runs
    from game.session.transcript import transcript

    if str(record) == "last":
        runs = saved_runs(runs_folder())
        if not runs:
            fail("There is no run yet. Play one with: courtship play")
        record = Path(runs[0].path)
    if not record.is_file():
        fail(f"There is no record “{record}”. Records are kept in {runs_folder()}; “last” stands for the newest.")
    session = replayed(record)
    told = debrief(session)
    if json:
        print_json(
            {
                "scenario": session.scenario_id, "seed": session.seed, "episode": session.episode,
                "days_played": len(session.history),
                "finished": session.finished, "score": told.score, "people": told.people, "business": told.business,
                "followers": [
                    {"id": f.id, "name": f.name, "motive": f.motive, "happy_end": f.came, "trust": list(f.trust)}
                    for f in told.followers
                ],
            }
        )  # fmt: skip
        return
    if session.notice:
        out.print(plain(session.notice), markup=False, soft_wrap=True)
    out.print(plain(transcript(session)), markup=False, soft_wrap=True)
    out.print(f"Score {told.score:.1f} (people {told.people:.1f}, business {told.business:.1f})")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(play)
    app.command()(replay)
