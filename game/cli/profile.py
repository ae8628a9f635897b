"""`courtship profile`: what finished games show of each principle, when to see it again, and what to play next."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.printing import Json, err, fail, out, plain, print_json, tell, write_result
from game.desk.places import known_scenarios, profiles_path, runs_folder
from game.errors import Refused

if TYPE_CHECKING:
    from game.desk.learning.profile_file import ProfileBook, ProfileFile


def profile(
    name: Annotated[str, typer.Argument(help="Whose profile; left out, the one that was named last.")] = "",
    new: Annotated[bool, typer.Option("--new", help="Begin a profile of that name.")] = False,
    take: Annotated[
        bool, typer.Option("--take", help="Take in the finished games here that are in no profile yet.")
    ] = False,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write the profile to a JSON file.")
    ] = None,
    delete: Annotated[
        bool, typer.Option("--delete", help="Delete the profile; its games stay, and go into no other.")
    ] = False,
    json: Json = False,
) -> None:
    """Tell what your finished games show, and what to play next.

    Whoever is alone on this machine needs no name, and finished games go into the profile by themselves. With several
    profiles, name yours, and take in your games with --take.
    """
    from game.desk.learning.profile_file import ProfileFile

    kept = ProfileFile(profiles_path())
    book = kept.book()
    if delete:
        _delete(kept, book, name)
        return
    name = _begun(kept, book, name, new=new)
    _take_in(kept, name, take=take)
    if export is not None:
        _export(kept.book(), name, export)
        return
    _tell(kept, name, json=json)


def _delete(kept: "ProfileFile", book: "ProfileBook", name: str) -> None:
    from game.desk.learning.profile_keeping import delete_profile

    found = book.named(name or book.chosen)
    if not found:
        fail(f"There is no profile “{name}”. {_known(book)}" if name else f"There is no profile. {_known(book)}")
    delete_profile(kept, found, runs_folder())
    told = f"Deleted the profile “{found}” from {kept.path}."
    out.print(plain(f"{told} Its games stay in {runs_folder()}, and go into no other profile."), soft_wrap=True)


def _begun(kept: "ProfileFile", book: "ProfileBook", name: str, *, new: bool) -> str:
    """The name of the profile that is meant, begun if need be."""
    if new and not name.strip():
        fail("A new profile needs a name, such as Ada: courtship profile --new Ada")
    if name and book.names and not book.named(name) and not new:
        fail(f"There is no profile “{name}”. {_known(book)} Begin it with: courtship profile --new {name}")
    try:
        return kept.opened(name)
    except Refused as refused:
        found = book.named(name or book.chosen)
        if new or not found:
            raise
        tell(str(refused), err)  # what is kept can be read for all that
        return found


def _known(book: "ProfileBook") -> str:
    return f"There are: {', '.join(book.names)}." if book.names else "None has been begun."


def _take_in(kept: "ProfileFile", name: str, *, take: bool) -> None:
    from game.desk.given import Given
    from game.desk.learning.profile_keeping import take_in

    try:
        with err.progress() as bar:
            task = bar.add_task("reading your games", total=None)
            take_in(
                kept, name, runs_folder(), Given().may_open, take=take,
                looked=lambda done, total: bar.update(task, completed=done, total=total),
            )  # fmt: skip
    except Refused as refused:
        if take:
            raise
        tell(str(refused), err)


def _export(book: "ProfileBook", name: str, file: Path) -> None:
    from game.desk.learning.profile_file import exported

    write_result(file, exported(name, book.of(name)))
    out.print(plain(f"Wrote the profile “{name}” to {file}."), soft_wrap=True)


def _tell(kept: "ProfileFile", name: str, *, json: bool) -> None:
    from dataclasses import asdict, replace

    from game.coach.learner.profile_told import profile_lines, profile_told
    from game.desk.learning.profile_keeping import offered_next
    from game.desk.outside import now
    from game.desk.own_runs import left_out_told, played_by_bots

    book, bots = kept.book(), played_by_bots(runs_folder())
    told = profile_told(name, book.names, book.of(name), now().date(), book.notices)
    told = replace(told, case=offered_next(told, known_scenarios()))
    if json:
        print_json({"file": str(kept.path), "of_bots_left_out": bots, **asdict(told)})
        return
    tell(profile_lines(told, str(kept.path)))
    if bots:
        tell(left_out_told(bots))


def register(app: typer.Typer) -> None:
    """Adds the command of this file."""
    app.command()(profile)
