"""What lies before a game and around it: title, choice, rooms, settings, runs, scrapbook."""

from dataclasses import replace

from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.play.hosting.hosting_values import HostedRoom
from game.ui.play.listed_runs import deletion
from game.ui.play.reading_views import FIRST, begin_of
from game.ui.play.scrapbook.scrapbook_state import ScrapBox
from tests.ui.fakes import fake_saved, fake_scraps
from tests.ui.gallery.day_screens import play


def title(stage):
    stage.act(shared.Leave())


def first_start(stage):
    stage.services.runs = ()
    stage.act(shared.Leave())


def choose(stage):
    stage.act(act.ToChoose())
    stage.act(shared.turn(selected="bakery"))


def yourself(stage):
    choose(stage)
    stage.act(shared.Open(state.YouBox()))


def yourself_named(stage):
    play(stage)
    stage.act(shared.Open(state.YouBox(under=state.SettingsBox())))
    for action in (
        shared.Tune("figure", 58),
        shared.Tune("sign", "spool"),
        shared.Typed("name", "Philippa-Marie Ådlerskjöld-Featherstone"),
        shared.Typed("shop", "東 Needle & Thread of Märchenwald"),
    ):
        stage.act(action)


def choose_new(stage):
    """Somebody's first start, at another scenario than the one that teaches."""
    first, *others = stage.services.scenarios()
    stage.services.runs, stage.services.scenarios = (), lambda: (replace(first, id=FIRST), *others)
    choose(stage)
    page = stage.model.page
    stage.act(begin_of(page, next(card for card in page.cards if card.id == "bakery")))


def choose_broken(stage):
    stage.act(act.ToChoose())
    stage.act(shared.turn(selected="broken"))


def choose_none(stage):
    stage.services.scenarios = lambda: ()
    stage.act(act.ToChoose())


def room_as(room):
    """The page of a room that this machine hosts."""

    def build(stage):
        title(stage)
        stage.services.room = room
        stage.act(act.ToHostedRoom())

    return build


def title_while_hosting(stage):
    stage.services.room = fake_saved.FULL_ROOM
    title(stage)


def quit_while_hosting(stage):
    title_while_hosting(stage)
    stage.act(shared.Quit())


def runs(stage):
    title(stage)
    stage.act(shared.Open(state.RunsBox()))


def scrapbook_of(tab="scene", problem=""):
    """The scrapbook with something in it, turned to a tab."""

    def build(stage):
        stage.services.scraps, stage.services.scrap_problem = fake_scraps.SCRAPS, problem
        title(stage)
        stage.act(act.ToScrapbook())
        stage.act(shared.turn(tab=tab))

    return build


def scrapbook_nothing(stage):
    title(stage)
    stage.act(act.ToScrapbook())


def scrap_again(stage):
    scrapbook_of()(stage)
    stage.act(shared.Open(ScrapBox(fake_scraps.SCRAPS[1])))


def runs_beside(stage):
    """A finished run is chosen, and another is wanted to compare it to."""
    title(stage)
    stage.act(shared.Open(state.RunsBox("runs/0")))


def delete_run(stage):
    runs(stage)
    stage.act(shared.Open(deletion(stage.model.page.runs[1])))


def compared(stage):
    runs_beside(stage)
    first, second = reversed(fake_saved.ENDINGS)
    names = (f"{stage.model.page.runs[2].title}, Monday, 20:15", f"{stage.model.page.runs[1].title}, Yesterday, 09:12")
    stage.act(shared.Open(state.CompareBox(first, second, names, state.RunsBox())))


def many_runs(stage):
    runs(stage)
    stage.model = replace(stage.model, page=replace(stage.model.page, runs=stage.model.page.runs[:2], older=361))


def settings_title(stage):
    title(stage)
    stage.act(shared.Open(state.SettingsBox()))


def title_due(stage):
    """The title when the timing test is offered."""
    stage.services.is_due = True
    stage.services.runs = ()
    title(stage)


FRONT_SCREENS = {
    "title": title,
    "first_start": first_start,
    "choose": choose,
    "yourself": yourself,
    "yourself_named": yourself_named,
    "choose_new": choose_new,
    "choose_broken": choose_broken,
    "choose_none": choose_none,
    "room_opening": room_as(HostedRoom()),
    "room_new": room_as(fake_saved.NEW_ROOM),
    "room_full": room_as(fake_saved.FULL_ROOM),
    "room_one": room_as(replace(fake_saved.FULL_ROOM, guests=("Ann",))),
    "room_not_open": room_as(fake_saved.NO_ROOM),
    "title_while_hosting": title_while_hosting,
    "quit_while_hosting": quit_while_hosting,
    "settings_title": settings_title,
    "runs": runs,
    "scrapbook": scrapbook_of(),
    "scrapbook_people": scrapbook_of("person"),
    "scrapbook_endings": scrapbook_of("ending"),
    "scrapbook_nothing": scrapbook_nothing,
    "scrapbook_bad": scrapbook_of("person", fake_scraps.PROBLEM),
    "scrap_again": scrap_again,
    "many_runs": many_runs,
    "runs_beside": runs_beside,
    "delete_run": delete_run,
    "compared": compared,
    "title_due": title_due,
}
