"""The screens and dialogs of the Workshop, brought about through actions as an author would."""

from dataclasses import replace

from game.authoring.map import ScenarioMap
from game.ui.common import shared_actions as shared
from game.ui.workshop import workshop_actions as do
from game.ui.workshop.sandbox_values import MoveSlider, ToSandbox
from game.ui.workshop.workshop_state import TABS, ScenarioPage
from game.ui.workshop.workshop_values import AddedPackage, Trials
from tests.ui.fakes import fake_works
from tests.ui.fakes import fake_workshop as fake


def workshop(stage):
    stage.act(shared.ToWorkshop())


def chosen(path):
    def build(stage):
        workshop(stage)
        stage.act(shared.turn(selected=path))

    return build


def nothing(stage):
    stage.services.workshop.list = ()
    workshop(stage)


def only_shipped(stage):
    stage.services.workshop.list = (fake_works.SHIPPED,)
    workshop(stage)


def cannot_open(stage):
    workshop(stage)
    stage.act(do.ShowFolder(fake_works.FAR))


def bench(tab, path=fake_works.MINE.path):
    def build(stage):
        stage.act(do.OpenScenario(path))
        stage.act(do.Tab(tab))

    return build


def mended(stage):
    bench("messages", fake_works.FAR)(stage)
    stage.act(do.WriteMends())


def tried(stage):
    bench("playtest")(stage)
    stage.act(do.Try())


def trying(stage):
    stage.services.workshop.played = replace(
        fake_works.TRIALS, running=True, done=340, rows=fake_works.TRIALS.rows[:3], promises=(), lesson="testing"
    )
    tried(stage)


def beginning(stage):
    stage.services.workshop.played = Trials("v1", 100, 0, 1100, True, lesson="testing")
    tried(stage)


def stopped(stage):
    trying(stage)
    stage.act(do.StopTrying())


def stale(stage):
    tried(stage)
    page = stage.model.page
    assert isinstance(page, ScenarioPage)
    stage.model = replace(stage.model, page=replace(page, check=replace(page.check, version="v2")))


def promises_nothing(stage):
    stage.services.workshop.played = replace(fake_works.TRIALS, promises=(), goals=(), never_used=(), never_happened=())
    tried(stage)


def inverted(stage):
    stage.services.workshop.played = fake_works.INVERTED
    tried(stage)


def played_and_checked(stage):
    inverted(stage)
    stage.act(do.Tab("messages"))


def crashed(stage):
    stage.services.workshop.played = Trials(
        "v1", 100, 0, 1100, False, lesson="left out",
        problem="The playtest crashed (signal 11). That is a fault of the program itself; please report it. Nothing "
        "can be said of this run; try again.",
    )  # fmt: skip
    tried(stage)


def on_map(node):
    def build(stage):
        bench("map")(stage)
        stage.act(shared.turn(node=node))

    return build


def empty_map(stage):
    stage.services.workshop.map = ScenarioMap("Nothing", (), ())
    bench("map")(stage)


def no_tongues(stage):
    stage.services.workshop.refusal = "Translating needs Babel. Install it with: pip install 'courtship[translate]'"
    bench("tongues")(stage)


def single_tongues(stage):
    told = "Translations lie beside scenario.yaml in a folder of its own. A copy has such a folder."
    stage.services.workshop.refusal = told
    bench("tongues")(stage)


def language_made(stage):
    bench("tongues")(stage)
    stage.act(shared.Typed("language", "fr"))
    stage.act(do.MakeLanguage())


def said_by_you(stage):
    bench("say")(stage)
    stage.act(do.Hear("ask_about_them", "f1"))


def dialog(action, before=workshop):
    def build(stage):
        before(stage)
        stage.act(action)

    return build


def asked(stage):
    dialog(do.Begin())(stage)
    for name, text in (("name", "Bread"), ("trade", "bakery"), ("customer", "Zoë"), ("worry", "Whether " * 14)):
        stage.act(shared.Typed(f"new.{name}", text))
    stage.act(do.Like("bakery"))


def finding(words):
    def build(stage):
        dialog(do.Browse())(stage)
        stage.act(shared.Typed("browse.words", words))

    return build


def looked_up(words):
    def build(stage):
        dialog(do.ShowReference())(stage)
        stage.act(shared.Typed("reference.words", words))

    return build


def refused(stage):
    workshop(stage)
    stage.services.workshop.refusal = (
        "a.zip was not added. The scenario in it has errors: scenario.yaml, line 3: 'formatt' is not known. "
        "2 more besides."
    )
    stage.act(do.Drop("/downloads/a.zip"))


def taken_by_the_game(stage):
    workshop(stage)
    stage.services.workshop.add = lambda *_, **__: AddedPackage(taken="slow_roast", other="slow_roast_2")
    stage.act(do.Drop("/downloads/a.zip"))


def sandbox(stage):
    stage.act(ToSandbox())


def sandbox_moved(stage):
    sandbox(stage)
    stage.services.workshop.seen = fake.sandbox_at(1.5, 0.75, 1.0)
    stage.act(MoveSlider("ask-price", 1.5))
    stage.act(MoveSlider("memory", 0.75))


def sandbox_playing(stage):
    sandbox_moved(stage)
    stage.act(MoveSlider("crowd", 3.0))


def sandbox_lost(stage):
    stage.services.workshop.seen = replace(fake.SANDBOX, problem="The sandbox ended by itself. Leave it and come back.")
    sandbox(stage)


WORKSHOP_SCREENS = {
    "sandbox": sandbox,
    "sandbox_moved": sandbox_moved,
    "sandbox_playing": sandbox_playing,
    "sandbox_lost": sandbox_lost,
    "workshop": workshop,
    "workshop_broken": chosen(fake_works.FAR),
    "workshop_unseen": chosen(fake_works.UNSEEN.path),
    "workshop_shipped": chosen(fake_works.SHIPPED.path),
    "workshop_only_shipped": only_shipped,
    "workshop_nothing": nothing,
    "workshop_cannot_open": cannot_open,
    **{f"bench_{name}": bench(name) for name, _, _ in TABS},
    "bench_broken": bench("messages", fake_works.FAR),
    "bench_broken_map": bench("map", fake_works.FAR),
    "bench_shipped": bench("messages", fake_works.SHIPPED.path),
    "bench_mended": mended,
    "bench_refused": dialog(do.ShowFolder(fake_works.FAR), bench("messages")),
    "trial": tried,
    "trial_running": trying,
    "trial_beginning": beginning,
    "trial_stopped": stopped,
    "trial_stale": stale,
    "trial_promises_nothing": promises_nothing,
    "trial_inverted": inverted,
    "trial_inverted_messages": played_and_checked,
    "trial_crashed": crashed,
    "map_goal": on_map("goal.g"),
    "map_follower": on_map("follower.f0"),
    "map_empty": empty_map,
    "tongues_none": no_tongues,
    "tongues_single": single_tongues,
    "tongues_made": language_made,
    "say_you": said_by_you,
    "new": dialog(do.Begin()),
    "new_asked": asked,
    "browse": dialog(do.Browse()),
    "browse_finding": finding("sem"),
    "browse_nothing": finding("zzz"),
    "browse_path": finding("~/plays"),
    "explain": dialog(do.ExplainCode("text-cut"), bench("messages", fake_works.FAR)),
    "mends": dialog(do.ShowMends(), bench("messages", fake_works.FAR)),
    "packed": dialog(do.Pack(), bench("messages")),
    "copied": dialog(do.Copy(fake_works.SHIPPED.path)),
    "added": dialog(do.Add("/downloads/a.zip", "quay_street_2")),
    "taken": dialog(do.Drop("/downloads/a.zip")),
    "taken_by_the_game": taken_by_the_game,
    "not_added": refused,
    "reference": dialog(do.ShowReference()),
    "reference_found": looked_up("trust"),
    "reference_nothing": looked_up("zzz"),
}
