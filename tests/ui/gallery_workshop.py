"""The screens and dialogs of the Workshop, brought about through actions as an author would."""

from dataclasses import replace

from game.ui.play import play_actions as act
from game.ui.workshop import workshop_actions as do
from game.ui.workshop.workshop_state import TABS, BenchPage
from tests.ui import fake_workshop as fake


def workshop(control):
    control.apply(do.ToWorkshop())


def chosen(path):
    def build(control):
        workshop(control)
        control.apply(act.turn(selected=path))

    return build


def nothing(control):
    control.services.workshop.list = ()
    workshop(control)


def only_shipped(control):
    control.services.workshop.list = (fake.SHIPPED,)
    workshop(control)


def cannot_open(control):
    workshop(control)
    control.apply(do.ShowFolder(fake.FAR))


def bench(tab, path=fake.MINE.path):
    def build(control):
        control.apply(do.Work(path))
        control.apply(do.Tab(tab))

    return build


def old(control):
    control.services.workshop.old = "Written for format 0; the game reads format 1 today."
    bench("messages", fake.FAR)(control)


def mended(control):
    bench("messages", fake.FAR)(control)
    control.apply(do.WriteMends())


def tried(control):
    bench("playtest")(control)
    control.apply(do.Try())


def trying(control):
    control.services.workshop.trials = replace(
        fake.TRIALS, running=True, done=340, rows=fake.TRIALS.rows[:3], promises=(), lesson="testing"
    )
    tried(control)


def beginning(control):
    control.services.workshop.trials = fake.Trials("v1", 100, 0, 1100, True, lesson="testing")
    tried(control)


def stopped(control):
    trying(control)
    control.apply(do.StopTrying())


def stale(control):
    tried(control)
    page = control.model.page
    assert isinstance(page, BenchPage)
    control.model = replace(control.model, page=replace(page, check=replace(page.check, version="v2")))


def promises_nothing(control):
    control.services.workshop.trials = replace(
        fake.TRIALS, promises=(), lesson="none", goals=(), never_used=(), never_happened=()
    )
    tried(control)


def on_map(node):
    def build(control):
        bench("map")(control)
        control.apply(act.turn(node=node))

    return build


def empty_map(control):
    control.services.workshop.map = fake.Map("Nothing", (), ())
    bench("map")(control)


def no_tongues(control):
    control.services.workshop.refusal = "Translating needs Babel. Install it with: pip install 'courtship[translate]'"
    bench("tongues")(control)


def language_made(control):
    bench("tongues")(control)
    control.apply(act.Typed("language", "fr"))
    control.apply(do.MakeLanguage())


def said_by_you(control):
    bench("say")(control)
    control.apply(do.Hear("ask_about_them", "f1"))


def dialog(action, before=workshop):
    def build(control):
        before(control)
        control.apply(action)

    return build


def asked(control):
    dialog(do.Begin())(control)
    for name, text in (("name", "Bread"), ("trade", "bakery"), ("customer", "Zoë"), ("worry", "Whether " * 14)):
        control.apply(act.Typed(f"new.{name}", text))
    control.apply(do.Like("bakery"))


def finding(words):
    def build(control):
        dialog(do.Browse())(control)
        control.apply(act.Typed("browse.words", words))

    return build


def looked_up(words):
    def build(control):
        dialog(do.ShowReference())(control)
        control.apply(act.Typed("reference.words", words))

    return build


def refused(control):
    workshop(control)
    control.services.workshop.refusal = (
        "a.zip was not added. The scenario in it has errors: scenario.yaml, line 3: 'formatt' is not known. "
        "2 more besides."
    )
    control.apply(do.Drop("/downloads/a.zip"))


def taken_by_the_game(control):
    workshop(control)
    control.services.workshop.add = lambda *_, **__: fake.Added(taken="slow_roast", other="slow_roast_2")
    control.apply(do.Drop("/downloads/a.zip"))


WORKSHOP_SCREENS = {
    "workshop": workshop,
    "workshop_broken": chosen(fake.FAR),
    "workshop_unseen": chosen(fake.UNSEEN.path),
    "workshop_shipped": chosen(fake.SHIPPED.path),
    "workshop_only_shipped": only_shipped,
    "workshop_nothing": nothing,
    "workshop_cannot_open": cannot_open,
    **{f"bench_{name}": bench(name) for name, _, _ in TABS},
    "bench_broken": bench("messages", fake.FAR),
    "bench_broken_map": bench("map", fake.FAR),
    "bench_shipped": bench("messages", fake.SHIPPED.path),
    "bench_old": old,
    "bench_mended": mended,
    "bench_refused": dialog(do.ShowFolder(fake.FAR), bench("messages")),
    "trial": tried,
    "trial_running": trying,
    "trial_beginning": beginning,
    "trial_stopped": stopped,
    "trial_stale": stale,
    "trial_promises_nothing": promises_nothing,
    "map_goal": on_map("goal.g"),
    "map_follower": on_map("follower.f0"),
    "map_empty": empty_map,
    "tongues_none": no_tongues,
    "tongues_made": language_made,
    "say_you": said_by_you,
    "new": dialog(do.Begin()),
    "new_asked": asked,
    "browse": dialog(do.Browse()),
    "browse_finding": finding("sem"),
    "browse_nothing": finding("zzz"),
    "browse_path": finding("~/plays"),
    "explain": dialog(do.ExplainCode("text-cut"), bench("messages", fake.FAR)),
    "mends": dialog(do.ShowMends(), bench("messages", fake.FAR)),
    "migration": dialog(do.ShowMends(migration=True), old),
    "packed": dialog(do.Pack(), bench("messages")),
    "copied": dialog(do.Copy(fake.SHIPPED.path)),
    "added": dialog(do.Add("/downloads/a.zip", "quay_street_2")),
    "taken": dialog(do.Drop("/downloads/a.zip")),
    "taken_by_the_game": taken_by_the_game,
    "not_added": refused,
    "reference": dialog(do.ShowReference()),
    "reference_found": looked_up("trust"),
    "reference_nothing": looked_up("zzz"),
}
