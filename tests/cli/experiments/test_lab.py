"""The lab's commands, as a person types them."""

import json

import pytest
from typer.testing import CliRunner

from game.bots.registry import bots
from game.cli.app import app
from tests.cli.test_commands import courtship
from tests.plays import example
from tests.stopped import stopped


@pytest.fixture
def bakery(tmp_path):
    """A scenario with an event and a content that nobody can come to."""
    path = example(tmp_path)
    text = path.read_text(encoding="utf-8")
    text = text.replace("timeline:\n", "timeline:\n  miracle:\n    title: A miracle\n    text: All love you.\n"
                        "    when: {trust: {everyone: {at_least: 100}}}\n    change: {unlock: [secret]}\n")  # fmt: skip
    text = text.replace("content:\n", "content:\n  secret: {title: A secret, format: text, about: [rye]}\n")
    path.write_text(text + "contract:\n  upside_down: {better: spammer, than: [patient], by: 5}\n", encoding="utf-8")
    return path


def test_playtest_tells_goals_dead_ends_and_the_lesson(bakery, tmp_path):
    """Every bot with its goals; what never came; a broken promise with its figure and a game."""
    csv = str(tmp_path / "games.csv")
    table = courtship("playtest", str(bakery), "-n", "3", "--csv", csv, COLUMNS="160").stdout
    figures = json.loads(courtship("playtest", str(bakery), "-n", "3", "--csv", csv, "--json").stdout)

    games = 3 * len(bots())
    assert f"never happened: miracle (0 of {games} games); it waits until everyone's trust is 100 or more." in table
    assert "never posted or shared: secret" in table
    assert "BROKEN upside_down: spammer leads patient by -" in table
    assert figures["complete"]
    assert figures["games"] == 3 * len(bots())
    assert figures["never_used"] == ["secret"]
    assert 0 <= figures["bots"]["patient"]["goals"]["first_regulars"]["share"] <= 1
    assert [v["kept"] for v in figures["contract"]] == [False]


@pytest.mark.slow
def test_playtest_is_the_same_with_two_workers_and_from_a_file(bakery, tmp_path):
    """JSON of one process, of two, and of a file that has all games already."""
    arguments = ("playtest", str(bakery), "-n", "40", "--lines", "2", "-b", "patient,random", "--json")
    csv = str(tmp_path / "games.csv")
    alone, two, again = (
        courtship(*arguments, *more).stdout for more in ((), ("-w", "2", "--csv", csv), ("--csv", csv))
    )

    assert alone == two == again
    assert json.loads(alone)["hash"] in (tmp_path / "games.csv").read_text(encoding="utf-8")


def test_duel_prints_difference_and_interval():
    """The differences of the table are those of the JSON, and the means differ by them."""
    table = courtship("duel", "first_hello", "patient", "spammer", "-n", "20", COLUMNS="120").stdout
    score = json.loads(courtship("duel", "first_hello", "patient", "spammer", "-n", "20", "--json").stdout)
    lead = score["leads"]["score"]

    assert f"{lead['mean']:+.2f}" in table
    assert "patient scores" in table
    assert lead["wins"] + lead["ties"] + lead["losses"] == 20
    assert lead["low"] < lead["mean"] < lead["high"]
    assert score["means"]["score"][0] - score["means"]["score"][1] == pytest.approx(lead["mean"])


def test_exploit_says_whether_it_wins_and_keeps_its_best_game(tmp_path):
    """The best routine in a sentence, the rival's score, a verdict; the exit code and the record say the same."""
    arguments, tried = (
        ("exploit", "first_hello", "-n", "1000", "--family-games", "24"),
        ("--out", str(tmp_path / "tried.jsonl")),
    )
    done = courtship(*arguments, "--json", *tried, home=tmp_path)
    figures = json.loads(done.stdout)
    named = tmp_path / "best.jsonl"
    text = courtship(*arguments, *tried, "--record", str(named), home=tmp_path).stdout
    told = json.loads(courtship("replay", str(named), "--json", home=tmp_path).stdout)

    families = figures["families"]

    assert done.returncode == (1 if figures["beats"] or any(f["beats"] for f in families) else 0)
    assert all(f"{f['id']}: {f['does']}" in text and f"{f['lead']['mean']:+.1f}" in text for f in families)
    assert {"three_lines", "badger", "by_heart_six", "tuned_patient", "oracle"} <= {f["id"] for f in families}
    assert figures["story"] in text
    assert ("It beats the patient bot" in text) == figures["beats"]
    assert (told["seed"], told["episode"], told["finished"]) == (0, figures["episode"], True)
    assert json.loads(courtship("replay", "last", "--json", home=tmp_path).stdout) == told
    assert "There is a file" in courtship(*arguments, "--record", str(named), home=tmp_path).stderr


def test_habits_tells_what_each_is_worth_with_its_interval():
    """Every habit stands in the text with the figures of the JSON; a verdict is said where the interval is clear."""
    from game.bots.habits import HABITS

    figures = json.loads(courtship("habits", "first_hello", "-n", "24", "--json").stdout)["habits"]
    text = courtship("habits", "first_hello", "-n", "24", COLUMNS="160").stdout

    assert {h["id"] for h in figures} == set(HABITS)
    for habit in figures:
        assert f"{habit['mean']:+.1f}" in text
        assert f"{habit['id']}: {habit['does']}" in text
        clear = habit["low"] > 0 or habit["high"] < 0
        assert (habit["verdict"] == "not clear") == (not clear)


def test_rule_cards_take_part_in_a_duel_and_a_simulation(tmp_path):
    """A file of cards stands where a bot may stand; its name and a fingerprint stand in the results."""
    path = tmp_path / "team.yaml"
    path.write_text("cards:\n  - {when: question, move: answer}\n  - {move: comment, rest: 1}\n", encoding="utf-8")
    duel = json.loads(courtship("duel", "first_hello", str(path), "spammer", "-n", "8", "--json").stdout)
    simulated = json.loads(courtship("simulate", "first_hello", "-b", str(path), "-n", "8", "--json").stdout)

    assert duel["one"].startswith("team@")
    assert list(simulated["bots"]) == [duel["one"]]
    assert simulated["bots"][duel["one"]]["score"]["mean"] == pytest.approx(duel["means"]["score"][0])
    assert duel["leads"]["score"]["wins"] == 8


def test_sweep_plays_every_combination():
    """Two hours and two lengths make four settings; more hours help the patient; the JSON has the same means."""
    arguments = ("sweep", "first_hello", "--vary", "business.hours_per_day=0.5:3:2", "--vary", "days=5,7", "-n", "12")
    table, figures = courtship(*arguments, COLUMNS="120").stdout, json.loads(courtship(*arguments, "--json").stdout)
    score = {tuple(c["setting"].values()): c["figures"]["score"]["mean"] for c in figures["cells"]}

    assert set(score) == {(0.5, 5), (0.5, 7), (3, 5), (3, 7)}
    assert score[3, 7] > score[0.5, 7]
    assert all(f"{mean:.1f}" in table for mean in score.values())


@pytest.mark.slow
def test_sensitivity_tells_what_moves_the_score():
    """The number at the top moves the score most; the days move it more than a weak dial."""
    figures = json.loads(courtship("sensitivity", "first_hello", "-n", "8", "--json").stdout)
    keys = [e["key"] for e in figures["effects"]]
    largest = [max(abs(d["score"]["mean"]) for d in e["turned"].values()) for e in figures["effects"]]

    assert largest == sorted(largest, reverse=True)
    assert {"days", "business.hours_per_day", "model.forgetting", "followers.edda.trust"} <= set(keys)
    assert keys.index("days") < keys.index("model.favours")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("exploit", "first_hello", "-n", "10"), "--games"),
        (("playtest", "first_hello", "-b", "nowhere.yaml"), "nowhere.yaml"),
        (("sweep", "first_hello"), "Say what is to be varied"),
        (("sweep", "first_hello", "--vary", "days"), "“days” cannot be read"),
        (("sweep", "first_hello", "--vary", "dyas=5"), "Did you mean “days”"),
        (("sweep", "first_hello", "--vary", "days=2"), "days=2 is not allowed"),
        (("sweep", "first_hello", "--vary", "followers.edda.lives.last_pages.ready.until=1"), "is not allowed"),
        (("sweep", "first_hello", "--vary", "model.leaving=9"), "dials go from 0.25 to 4"),
        (("sweep", "first_hello", "--vary", "days=5", "--vary", "days=6"), "varied twice"),
        (("sweep", "first_hello", "--vary", "crowd.count=64"), "1 to 64 followers"),
        (("playtest", "first_hello", "-b", "patent"), "There is no bot “patent”"),
        (("playtest", "first_helo"), "Did you mean “first_hello”"),
        (("duel", "first_hello", "patient", "patient"), "two different bots"),
        (("duel", "first_hello", "patient", "nobody"), "There is no bot “nobody”"),
    ],
)
def test_misuse_of_the_lab_is_told(arguments, words, tmp_path):
    """Exit code 2 and a sentence with a way out."""
    done = courtship(*arguments, home=tmp_path)

    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_results_of_something_else_are_not_overwritten(tmp_path):
    """A file that is no table of games: a sentence, exit code 1, and the file as it was."""
    path = tmp_path / "diary.csv"
    path.write_text("dear diary\n", encoding="utf-8")

    done = courtship("playtest", "first_hello", "-n", "2", "-b", "sleeper", "--csv", str(path))

    assert done.returncode == 1
    assert "Choose another file" in done.stderr
    assert path.read_text(encoding="utf-8") == "dear diary\n"


LOAVES = "{text: Ten loaves., when: {trust: {everyone: {at_least: 100}}}}"


@pytest.mark.slow
def test_playtest_counts_what_is_said_and_places_what_is_wrong(bakery, tmp_path):
    """Wordings, answers and signals with their counts; a line nobody says, with its place in file and JSON."""
    text = bakery.read_text(encoding="utf-8")
    bakery.write_text(f"{text}lines:\n  thanks:\n    - Much obliged.\n  buys:\n    - {LOAVES}\n", encoding="utf-8")
    arguments = ("playtest", str(bakery), "-n", "12", "--lines", "10")
    figures = json.loads(courtship(*arguments, "--json").stdout)
    table = courtship(*arguments, COLUMNS="100").stdout
    line = 1 + bakery.read_text(encoding="utf-8").split("\n").index(f"    - {LOAVES}")
    by_text = {one["text"]: one for one in figures["words"]["lines"]}
    answers = {one["label"]: one["times"] for one in figures["words"]["answers"]}

    assert figures["words"]["games"] == 10 * len(bots())
    assert by_text["Ten loaves."]["times"] == 0
    assert by_text["Ten loaves."]["occasions"] == figures["words"]["signals"]["buys"]
    assert sum(answers.values()) == 10 * len(bots())
    assert min(answers.values()) > 0
    told = {p["code"]: p for p in figures["problems"]}
    assert told["line-never"]["line"] == line
    assert f"bakery.yaml:{line}:" in table
    assert f"note: This was said in none of {10 * len(bots())} games" in table
    assert "[line-never]" in table
    assert "1 of 2 never" in table or "2 of 2 never" in table


@pytest.mark.slow
def test_what_is_said_does_not_depend_on_workers(bakery):
    """Two processes count the same as one."""
    arguments = ("playtest", str(bakery), "-n", "8", "--lines", "8", "-b", "patient,random", "--json")

    assert courtship(*arguments).stdout == courtship(*arguments, "-w", "2").stdout


def test_playtest_and_sweep_write_pictures(tmp_path):
    """Each command says which files it has written, and they are there."""
    folder = tmp_path / "pictures"
    one = courtship("playtest", "first_hello", "-n", "4", "-b", "patient,pushy", "--lines", "0",
                    "--pictures", str(folder), COLUMNS="200")  # fmt: skip
    two = courtship("sweep", "first_hello", "--vary", "days=5,7", "-n", "4", "--pictures", str(folder), COLUMNS="200")

    names = {"trust.svg", "outcomes.svg", "goals.svg", "sweep-days.svg"}
    assert {path.name for path in folder.iterdir()} == names
    assert all(f"Written: {folder / name}" in one.stderr + two.stderr for name in names)


def test_contract_goes_on_from_a_file_and_uses_workers(tmp_path):
    """The same verdicts from one process, from two with a file, and from the file alone; one scenario for one file."""
    arguments = ("contract", "first_hello", "-n", "20", "--json")
    file = str(tmp_path / "games.csv")
    alone, two, again = (courtship(*arguments, *more).stdout for more in ((), ("-w", "2", "--out", file),
                                                                          ("--out", file)))  # fmt: skip

    assert alone == two == again
    assert json.loads(alone)["first_hello"][0]["promise"]
    assert courtship("contract", "--out", file).returncode == 2


def test_a_stopped_simulation_says_how_far_it_came(tmp_path):
    """Ctrl-C: exit 130, a sentence, figures of the games done, and a file to go on from."""
    path = tmp_path / "games.csv"
    arguments = ("simulate", "slow_roast", "-n", "50000", "-b", "patient", "-b", "pushy", "--out", str(path), "--json")
    code, told, says = stopped(arguments, path)

    assert code == 130
    assert "of 100000 games" in says
    assert "the same command goes on from there" in says
    assert "Traceback" not in says
    assert not json.loads(told)["complete"]
    assert "patient" in json.loads(told)["bots"]


def test_simulate_is_the_same_with_two_workers():
    """The same figures from one process and from two."""
    arguments = ("simulate", "first_hello", "-b", "patient", "-b", "random", "-n", "40", "--json")

    assert courtship(*arguments).stdout == courtship(*arguments, "-w", "2").stdout


def test_simulate_plays_as_hard_as_it_is_told():
    """The answer names the difficulty; two workers play the same one."""
    arguments = ("simulate", "first_hello", "-b", "patient", "-n", "40", "--json")
    fair, hard = (json.loads(courtship(*arguments, *more).stdout) for more in ((), ("--difficulty", "hard")))

    assert (fair["difficulty"], hard["difficulty"]) == ("fair", "hard")
    assert hard["bots"]["patient"]["people"]["mean"] < fair["bots"]["patient"]["people"]["mean"]
    assert json.loads(courtship(*arguments, "--difficulty", "hard", "-w", "2").stdout) == hard


def test_a_contract_that_is_stopped_says_whose_promises_are_left_out(monkeypatch):
    """Ctrl-C after the games, while what they show is looked up: exit 130 and a sentence."""

    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("game.bots.contract.check_contract", stopped)
    done = CliRunner().invoke(app, ["contract", "first_hello", "-n", "2"])

    assert done.exit_code == 130
    assert "Stopped while the promises of first_hello were tested" in done.output.replace("\n", " ")
