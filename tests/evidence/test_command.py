"""The command, the runner, the report."""

import json
from dataclasses import replace

import pytest
import typer
from typer.testing import CliRunner

from game.evidence import Band, Falling
from game.evidence.command import register
from game.evidence.finding import REGISTRY, finding
from game.evidence.findings_report import page
from game.evidence.robust import MECHANISMS, perturbed, shaken
from game.evidence.runner import BadFile, Plan, load_findings, verdicts
from game.model.parameters import Params, parameters

QUICK = ("loss-gain", "boasting-flips", "stranger-half")
FILE = """
from game.evidence import Band, Panel, finding

@finding({id!r}, claim="Help <helps>.", source="A test", grade="C", published="more", must_hold=True,
         expects=(Band("gain", {low}, 1.0),))
def helped(seed: int) -> dict[str, float]:
    panel = Panel(seed=seed)
    before = panel.trust.mean()
    panel.do("help")
    return {{"gain": panel.trust.mean() - before}}
"""


@pytest.fixture
def own(tmp_path):
    """Writes files of findings, and forgets what they declared."""
    load_findings()
    built_in = dict(REGISTRY)

    def write(text: str):
        path = tmp_path / "mine.py"
        path.write_text(text, encoding="utf-8")
        return str(path)

    yield write
    REGISTRY.clear()
    REGISTRY.update(built_in)


def courtship(*words: str):
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, [*words, "--workers", "1", "--followers", "500", "--seeds", "2"])


def test_the_table_names_each_finding_and_says_whether_it_holds():
    result = courtship(*QUICK)

    assert result.exit_code == 0
    assert "3 of 3 findings hold." in result.stdout


def test_a_finding_of_ones_own_runs_from_a_file(own):
    result = courtship(own(FILE.format(id="help-helps", low=0.0)), "--json")
    report = json.loads(result.stdout)

    assert result.exit_code == 0
    assert [f["id"] for f in report["findings"]] == ["help-helps"]
    assert report["findings"][0]["held"] == 2


def test_a_finding_that_must_hold_and_does_not_ends_with_1(own):
    result = courtship(own(FILE.format(id="help-works-wonders", low=0.9)))

    assert result.exit_code == 1
    assert "missed gain 0.9 to 1" in result.stdout


def test_an_unknown_finding_is_told_with_the_nearest():
    result = courtship("loss-gian")

    assert result.exit_code == 2
    assert "Did you mean “loss-gain”?" in result.stderr


def test_a_file_that_does_not_load_is_told(own):
    with pytest.raises(BadFile, match="SyntaxError"):
        load_findings([own("def broken(:")])
    with pytest.raises(BadFile, match="no such Python file"):
        load_findings(["nowhere.py"])


def test_an_experiment_that_fails_does_not_stop_the_others(own):
    text = FILE.format(id="broken-off", low=0.0).replace('panel.do("help")', "1 / 0")
    result = courtship(own(text), "broken-off", "loss-gain")

    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.stdout
    assert "1 of 2 findings hold." in result.stdout


def test_two_processes_measure_what_one_does():
    plan = Plan(QUICK, (0, 1), 300)
    alone, together = verdicts(plan, 1), verdicts(plan, 2)

    assert [v.simulated for v in alone] == [v.simulated for v in together]


def test_the_report_has_a_picture_for_each_finding_and_escapes_its_words(own):
    load_findings([own(FILE.format(id="escaped", low=0.0))])
    html = page(verdicts(Plan((*QUICK, "escaped"), (0,), 300)), 300)

    assert html.count("<svg") == 4
    assert "Help &lt;helps&gt;." in html
    assert "<script" not in html
    assert "http" not in html


def test_the_report_is_written(tmp_path):
    result = courtship("loss-gain", "--html", str(tmp_path / "report.html"))

    assert result.exit_code == 0
    assert "holds" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_pictures_of_the_curves_are_made(tmp_path):
    result = courtship("--curves", str(tmp_path / "curves"))

    assert result.exit_code == 0
    assert len(list((tmp_path / "curves").glob("*.svg"))) == 6


def test_the_numbers_of_the_model_are_shown_with_what_they_rest_on():
    result = courtship("--parameters", "--json")
    shown = json.loads(result.stdout)["parameters"]

    assert {row["name"] for row in shown} == {f.name for f in parameters()}
    assert next(row for row in shown if row["name"] == "loss_weight")["findings"] == ["loss-gain"]


def test_bands_and_orders_say_what_they_mean():
    band, order, loose = Band("x", 1.0, 2.0), Falling("a", "b"), Falling("a", "b", slack=0.1)

    assert band.holds({"x": 2.0})
    assert not band.holds({"x": 2.1})
    assert not band.holds({"x": float("nan")})
    assert band.miss({"x": 2.5}) == pytest.approx(0.5)
    assert order.holds({"a": 1.0, "b": 0.9})
    assert not order.holds({"a": 1.0, "b": 1.0})
    assert loose.holds({"a": 1.0, "b": 1.05})
    assert not loose.holds({"a": 1.0, "b": 1.2})


def test_an_id_cannot_be_taken_twice():
    load_findings()
    with pytest.raises(ValueError, match="a finding 'loss-gain' already"):
        finding("loss-gain", claim="", source="", grade="A", published="", expects=())(lambda _: {})
    with pytest.raises(ValueError, match="grade A, B or C for 'x', got 'D'"):
        finding("x", claim="", source="", grade="D", published="", expects=())


def test_a_perturbation_stays_within_a_fifth_and_is_always_the_same():
    first, shipped = perturbed(3), Params()
    factors = [getattr(first, f.name) / getattr(shipped, f.name) for f in parameters() if getattr(shipped, f.name)]

    assert first == perturbed(3)
    assert first != perturbed(4)
    assert min(factors) >= 0.8
    assert max(factors) <= 1.2
    assert max(factors) - min(factors) > 0.3


@pytest.mark.parametrize(
    ("mechanism", "lost"),
    [("boasting", "boasting-flips"), ("losses weigh more", "loss-gain"), ("stain of deception", "lapse-deception"),
     ("earned thanks", "late-thanks"), ("reading by expectation", "confirmation"), ("promptness", "quick-answer")],
)  # fmt: skip
def test_without_a_mechanism_its_finding_is_lost(mechanism, lost):
    load_findings()
    variants = [("as shipped", Params()), (mechanism, replace(Params(), **MECHANISMS[mechanism]))]
    with_it, without = shaken(variants, [lost, "stranger-half"], [0], 1000, 1)

    assert lost in with_it.held
    assert without.held == {"stranger-half"}
