"""What is said and found in a run belongs to the life that was dealt; the view does not tell which it is."""

from pathlib import Path

from game.coach.looking_back.make_debrief import debrief
from game.scenario import load
from game.scenario.compiling.compile import compile_scenario
from game.session.entries import EndDay, PlanMove
from game.session.playthrough import Playthrough, begun
from game.session.seen.make_view import make_view
from game.session.turns import after

LIVES = Path(__file__).parents[2] / "scenario" / "valid" / "lives.yaml"
COMPILED = compile_scenario(load(LIVES).playable())


def played(seed: int) -> Playthrough:
    """A week in which Jonas is looked at and asked again and again."""
    now = begun(COMPILED, seed)
    now = after(after(now, PlanMove("look_around", "jonas")), EndDay())
    while not now.finished:
        now = after(after(now, PlanMove("ask_about_them" if now.day % 2 else "ask_their_view", "jonas")), EndDay())
    return now


def texts_of(life: str) -> set[str]:
    written = load(LIVES).written
    assert written is not None
    found = written.followers["jonas"].lives[life]
    return {*found.clues, *found.posts, *(line.text for lines in found.lines.values() for line in lines)}


def test_clues_posts_and_lines_are_those_of_the_life_that_was_dealt() -> None:
    """Nothing of the life that was not dealt is ever heard."""
    heard: dict[str, set[str]] = {"rain": set(), "street": set()}
    for seed in range(8):
        now = played(seed)
        said = " ".join(item.text for item in now.story.threads["jonas"])
        own = now.people["jonas"].life
        other = {"rain": "street", "street": "rain"}[own]
        heard[own] |= {text for text in texts_of(own) if text in said}

        assert not [text for text in texts_of(other) if text in said]
        assert any(text in said for text in now.people["jonas"].posts)
    assert len(heard["rain"]) >= 3
    assert len(heard["street"]) >= 3


def test_on_the_first_morning_no_life_can_be_told_from_another() -> None:
    """Name, bio, face and all else that is shown are the same for two games that differ in their lives only."""
    runs = {begun(COMPILED, seed).people["jonas"].life: begun(COMPILED, seed) for seed in range(12)}
    one, two = (
        next(f for f in make_view(run).followers if f.id == "jonas") for run in (runs["rain"], runs["street"])
    )  # fmt: skip

    assert (one.name, one.bio, one.thread, one.noticed) == (two.name, two.bio, two.thread, two.noticed)


def test_the_debrief_tells_who_they_were_and_that_it_may_be_otherwise() -> None:
    """The wants of the life that was dealt, and that the next game may deal another."""
    now = played(3)
    told = next(f for f in debrief(now).followers if f.id == "jonas")

    assert told.wants == now.compiled.scenario.followers["jonas"].lives[now.people["jonas"].life].wants
    assert any(words in told.why_followed for words in ("another reason", "need not be this"))
