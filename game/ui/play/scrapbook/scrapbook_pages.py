"""The way to the scrapbook, and what of a step of the game goes into it."""

from collections.abc import Iterator
from dataclasses import replace

from game.art.avatar import moods
from game.art.cafe import surroundings
from game.art.drawings import names
from game.session.runs.scrapbook import Scrap
from game.session.view import View
from game.ui.common.ui_model import Model
from game.ui.play.play_pages import turned_to
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import DebriefPage, MirrorBox, NightPage
from game.ui.play.scrapbook.scrapbook_state import ScrapbookPage


def to_scrapbook(model: Model, services: RunServices) -> Model:
    """What was seen; scenes that this version cannot draw are left out."""
    album = services.album()
    return turned_to(model, ScrapbookPage(replace(album, scraps=tuple(filter(can_be_drawn, album.scraps)))))


def empty_scrapbook(model: Model, services: RunServices) -> Model:
    """The scrapbook without anything in it.

    Raises:
        OSError: its file cannot be deleted.
    """
    services.empty_scrapbook()
    return to_scrapbook(model, services)


def can_be_drawn(scrap: Scrap) -> bool:
    """Whether there are drawings for all of a scene; a file may hold anything."""
    date = scrap.date
    if date is None:
        return True
    return (
        date.mood in moods()
        and date.prop in names("props")
        and date.held in ("you", "them")
        and date.face in ("", *names("faces"))
        and date.body in ("", *names("bodies"))
        and date.their_face in ("", *names("faces"))
        and set(date.around) <= set(surroundings())
    )


def noted(before: Model, after: Model, services: RunServices) -> Model:
    """The model after a step, when what it showed for the first time is kept; a scenario that is tried out is not."""
    if after.view is not None and not after.workshop:
        seen = tuple(seen_between(before, after, after.view))
        if seen:
            services.keep_scraps(seen)
    return after


def seen_between(before: Model, after: Model, view: View) -> Iterator[Scrap]:
    """What a step has shown: a scene of the mirror, those who sat at a table, happy ends that came."""
    box, page, told = after.dialog, after.page, after.debrief
    if isinstance(box, MirrorBox) and box is not before.dialog and box.date.key:
        with_whom = next((f.name for f in view.followers if f.look == box.date.look), box.name)
        day = view.day - bool(box.past)
        yield Scrap(
            kind="scene",
            key=box.date.key,
            game=view.title,
            day=day,
            name=with_whom,
            look=box.date.look,
            told=box.title,
            date=box.date,
        )
    if isinstance(page, NightPage) and page is not before.page and not page.back:
        bios = {f.id: f.bio for f in view.followers}
        for met in (*page.evening.tables, *(moment.who for moment in page.evening.moments)):
            if met is not None:
                key = f"{view.scenario}/{met.follower}"
                yield Scrap("person", key, view.title, page.evening.day, met.name, met.look, bios.get(met.follower, ""))
    if isinstance(page, DebriefPage) and told is not None and told is not before.debrief:
        for follower in told.followers:
            if follower.came:
                words = follower.happy_end
                yield Scrap("ending", words, view.title, told.days, follower.name, follower.look, words)
