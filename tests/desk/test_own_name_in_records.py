"""Your name, figure and shop are no part of a game: the same seed gives the same game, and no record holds them."""

import json
from dataclasses import replace

from game.desk.desktop_services import DesktopServices
from game.session import entries
from game.ui.common import shared_actions as shared
from game.ui.common.settings import Settings
from game.ui.play import play_actions as act
from game.ui.update import first_model, update


def record_of(folder, settings: Settings) -> str:
    """The record of two days in which one page was read each day."""
    services = DesktopServices(folder / "runs")
    model = first_model(settings, services)

    def do(action):
        nonlocal model
        model, _ = update(model, action, services)

    do(shared.Start("first_hello", "7"))
    for _ in range(2):
        do(shared.Open(None))
        do(entries.PlanMove("look_around", model.page.order[0]))
        for event in model.view.events:
            if event.choices and not event.reply:
                do(entries.AnswerEvent(event.id, 0))
        do(shared.Open(None))
        do(entries.EndDay())
        assert model.said == ""
        do(act.Morning())
    (path,) = (folder / "runs").glob("*.jsonl")
    return path.read_text(encoding="utf-8")


def played(text: str) -> list[dict]:
    """The lines of a record behind its head, without times and sums."""
    lines = [json.loads(line.partition("\t")[0]) for line in text.splitlines()[1:]]
    return [{name: value for name, value in line.items() if name not in ("at", "sum", "after")} for line in lines]


def test_the_same_seed_is_the_same_game_whoever_you_are(tmp_path):
    nobody = record_of(tmp_path / "one", Settings())
    somebody = record_of(tmp_path / "two", replace(Settings(), name="Zebulon", shop="Zebulon’s", sign="key", figure=58))
    assert "Zebulon" not in somebody
    assert played(nobody) == played(somebody)
    assert len(played(nobody)) >= 4
