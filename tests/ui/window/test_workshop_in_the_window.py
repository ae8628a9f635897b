"""The Workshop in the window: what happens by itself, by keyboard, by dropping; what is refused."""

import pygame
import pytest

from game.errors import Refused
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.workshop import workshop_actions as do
from game.ui.workshop.workshop_state import BrowseBox, NameBox, NewBox, ResultBox, ScenarioPage, WorkshopPage
from tests.ui.fakes import fake_works
from tests.ui.window.shop_hands import model, press, services


def test_the_title_leads_to_the_workshop_and_escape_back(make_app):
    """By one key each."""
    app = make_app()
    app.step()
    press(app, "w")
    assert isinstance(model(app).page, WorkshopPage)
    press(app, "Esc")
    assert isinstance(model(app).page, state.TitlePage)


def test_a_save_is_shown_without_a_key_being_pressed(shop):
    """Messages come and go with the file; the focus and what is open stay."""
    shop.act(do.OpenScenario(fake_works.MINE.path))
    shop.step()
    assert model(shop).page.check.problems == ()
    services(shop).problems[fake_works.MINE.path] = fake_works.PROBLEMS
    services(shop).saved = True
    shop.step()
    assert model(shop).page.check.problems == fake_works.PROBLEMS
    assert any(r.id == "explain.0" for r in shop.sheet.regions)


def test_nothing_is_painted_while_nothing_happens(shop):
    """A window at rest costs nothing."""
    for action in (shared.ToWorkshop(), do.OpenScenario(fake_works.MINE.path)):
        shop.act(action)
        for _ in range(4):
            shop.step()
        painted = shop.painted
        for _ in range(5):
            shop.step()
        assert shop.painted == painted


def test_the_list_fills_itself(shop):
    """What has not been looked at is looked at, and what changes on the disk changes in the list."""
    from dataclasses import replace

    known = replace(fake_works.UNSEEN, examined=True, errors=2)
    services(shop).list = tuple(known if w is fake_works.UNSEEN else w for w in fake_works.WORKS)
    shop.step()
    assert known in model(shop).page.works
    services(shop).list = (fake_works.SHIPPED,)
    for _ in range(3):
        shop.step()
    assert model(shop).page.works == (fake_works.SHIPPED,)
    assert model(shop).page.selected == fake_works.SHIPPED.path
    services(shop).list = ()
    for _ in range(3):
        shop.step()
    assert model(shop).page.selected == ""


def test_a_service_that_fails_by_itself_is_said_and_the_window_goes_on(shop):
    """An error on the disk ends nothing."""

    def fail():
        raise Refused("The folder cannot be read.")

    services(shop).works = fail
    shop.step()
    assert model(shop).said == "The folder cannot be read."
    press(shop, "n")
    assert isinstance(model(shop).dialog, NewBox)


def test_a_scenario_is_begun_by_keyboard_alone(shop):
    """The key that opens the questions is not typed into the first; Enter makes it from within a field."""
    press(shop, "n", "T", "h", "e")
    press(shop, "Tab", "b", "r", "e", "a", "d")
    assert (model(shop).dialog.wish.name, model(shop).dialog.wish.trade) == ("The", "bread")
    press(shop, "Enter")
    (called,) = [call for call in services(shop).calls if call[0] == "create"]
    assert (called[1].name, called[1].trade) == ("The", "bread")
    assert isinstance(model(shop).page, ScenarioPage)


def test_what_was_typed_stays_when_a_new_scenario_is_refused(shop):
    """One mends it and need not begin again."""

    def refuse(wish):
        raise Refused(f"You have {wish.name} already.")

    services(shop).create = refuse
    press(shop, "n", "T", "o", "Enter")
    assert model(shop).said == "You have To already."
    assert model(shop).dialog.wish.name == "To"


def test_folders_are_walked_by_typing(shop):
    """Typing finds, the arrows choose, Enter takes, Backspace goes up once nothing is typed."""
    press(shop, "o")
    assert isinstance(model(shop).dialog, BrowseBox)
    press(shop, "1", "2")
    press(shop, "Enter")
    assert model(shop).dialog.listing.path.endswith("Seminar 12")
    press(shop, "s", "Backspace", "Backspace")
    assert model(shop).dialog.listing.path == "/home"
    for _ in range(3):
        press(shop, "Down")
    assert model(shop).dialog.at == 3
    press(shop, "Up")
    assert model(shop).dialog.at == 2
    press(shop, "~", "/", "x", "Enter")
    assert model(shop).dialog.listing.path == "~/x"


def test_the_arrows_keep_what_they_choose_in_sight(shop):
    """However long the list is."""
    shop.act(shared.Tune("zoom", 1.5))
    press(shop, "o")
    for _ in range(14):
        press(shop, "Down")
    chosen = next(r for r in shop.sheet.regions if r.id.startswith("entry.") and r.chosen)
    assert chosen.rect.h >= chosen.full.h - 1


@pytest.mark.parametrize(
    ("path", "comes"), [("/x/a.zip", NameBox), (fake_works.FAR, type(None)), ("/x/photo.png", ResultBox)]
)  # fmt: skip
def test_what_is_dropped_onto_the_window_is_taken(shop, path, comes):
    """A package, a scenario, and of anything else a sentence."""
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=path))
    shop.step()
    assert isinstance(model(shop).dialog, comes)
    assert isinstance(model(shop).page, ScenarioPage) == (path == fake_works.FAR)


def test_what_is_dropped_in_the_middle_of_a_game_is_left_alone(make_app):
    """A file that falls on the window ends no game."""
    app = make_app()
    app.act(shared.Start("bakery"))
    page = model(app).page
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=fake_works.FAR))
    app.step()
    assert model(app).page == page


def test_a_refused_package_says_why_and_the_list_stays(shop):
    """What is safe and what is wrong with it."""
    services(shop).refusal = "a.zip was not added. “../x” leads out of the folder."
    shop.act(do.Add("/x/a.zip"))
    assert model(shop).dialog.title == "Not added"
    assert "leads out of the folder" in model(shop).dialog.text
    assert isinstance(model(shop).page, WorkshopPage)


def test_keeping_both_adds_under_the_free_name_and_replacing_under_the_same(shop):
    """Nothing is overwritten unasked."""
    shop.act(do.Add("/x/a.zip"))
    shop.step()
    press(shop, "Enter")
    assert services(shop).calls[-1] == ("add", "/x/a.zip", "quay_street_2", False)
    shop.act(do.Add("/x/a.zip"))
    shop.step()
    press(shop, "r")
    assert services(shop).calls[-1] == ("add", "/x/a.zip", "quay_street", True)


def test_shipped_scenarios_offer_a_copy_and_no_mending(shop):
    """What ships stays as it is."""
    services(shop).problems[fake_works.SHIPPED.path] = ()
    shop.act(do.OpenScenario(fake_works.SHIPPED.path))
    shop.step()
    ids = {r.id for r in shop.sheet.regions}
    assert "copy" in ids
    assert not {"edit", "mend"} & ids


def test_what_needs_a_good_scenario_waits_for_one(shop):
    """Play, Playtest and Pack cannot be pressed while there are errors, and say so."""
    shop.act(do.OpenScenario(fake_works.FAR))
    shop.step()
    for name in ("play", "try", "pack"):
        region = next(r for r in shop.sheet.regions if r.id == name)
        assert not region.enabled
        assert "errors, which come first" in region.why_not
    press(shop, "p", "t", "k")
    assert isinstance(model(shop).page, ScenarioPage)
    assert model(shop).dialog is None


def test_trying_out_a_scenario_leads_back_to_it(shop):
    """Not to the title, which an author did not come from."""
    shop.act(do.OpenScenario(fake_works.MINE.path))
    shop.step()
    press(shop, "p")
    assert isinstance(model(shop).page, state.PlayPage)
    shop.act(shared.Open(state.SettingsBox()))
    shop.step()
    assert any(r.label.startswith("To the Workshop") for r in shop.sheet.regions)
    press(shop, "t")
    assert isinstance(model(shop).page, ScenarioPage)
    assert model(shop).page.check.work.path == fake_works.MINE.path
    shop.act(act.Resume("runs/3"))
    shop.act(shared.Leave())
    assert isinstance(model(shop).page, state.TitlePage)


def test_tabs_turn_by_digit_and_by_arrow(shop):
    """The keyboard reaches every tab."""
    shop.act(do.OpenScenario(fake_works.MINE.path))
    shop.step()
    press(shop, "4")
    assert model(shop).page.graph == fake_works.MAP
    press(shop, "Right")
    assert model(shop).page.figures == fake_works.FIGURES
    press(shop, "Right")
    first = model(shop).page.said
    press(shop, "a")
    assert model(shop).page.said != first


def test_a_field_takes_what_was_copied_as_one_line_and_can_be_emptied(shop, monkeypatch):
    """By the keys that every field has."""
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "Bread\n& Butter\n")
    press(shop, "n")
    for key in (pygame.K_v, pygame.K_BACKSPACE):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=pygame.KMOD_CTRL, unicode=""))
        shop.step()
        assert model(shop).dialog.wish.name == ("Bread & Butter" if key == pygame.K_v else "")


def test_the_map_has_every_box_once_however_narrow_it_is():
    """With the goals at its end."""
    from game.ui.workshop.screens.scenario_map import fitting_columns

    for width in (200, 500, 800, 1200, 2000):
        columns = fitting_columns(fake_works.MAP, width)
        assert sorted(t.id for c in columns for t in c) == sorted(t.id for t in fake_works.THINGS)
        assert columns[-1][-1].kind == "goal"


def test_dashes_cover_half_of_a_line_however_it_is_cut():
    """Straight or curved, from end to end."""
    from game.ui.workshop.screens.strokes import bezier, dashed

    straight = dashed([(0.0, 0.0), (100.0, 0.0)], 5)
    assert sum(b[0] - a[0] for a, *_, b in straight) == pytest.approx(50)
    curve = bezier((0, 0), (40, 0), (60, 50), (100, 50))
    assert curve[0] == (0, 0)
    assert curve[-1] == (100, 50)
    assert 8 <= len(dashed(curve, 6)) <= 12
