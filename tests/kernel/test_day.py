"""The fused day is the day of the model: every bit, with numpy and with machine code, alone and in any company."""

from dataclasses import fields, replace
from importlib.util import find_spec

import numpy as np
import pytest

from game.kernel.by_numpy.numpy_day import WIDE, NumpyDay
from game.kernel.frame import LANES, Frame, layout
from game.kernel.graph.traced_day import WHOLE, day_graph
from game.kernel.kernels import VARIABLE, UnknownKernelError, kernel_name
from game.model import Choices, Ledger, State, draw, no_choices, step
from tests.model.test_identity import mixed_choices
from tests.model.world import RULES, Moment, begin

DAYS = 16


def _machine():
    from game.kernel.by_machine.machine_day import MachineDay

    return MachineDay


KERNELS = [
    pytest.param(lambda: NumpyDay, 1, id="numpy"),
    pytest.param(
        _machine, LANES, id="machine",
        marks=pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed: courtship[fast]"),
    ),
]  # fmt: skip


def fused(here: Moment, frame: Frame, player, choices: Choices):
    frame.put(here.state, here.ledger)
    frame.choose(choices)
    player.play(here.day)
    return frame.morning()


def differing(one: object, other: object) -> list[str]:
    """Fields whose kind, shape or bits differ."""
    found = []
    for field in fields(one):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if a.dtype != b.dtype or a.shape != b.shape or a.tobytes() != b.tobytes():
            found.append(field.name)
    return found


def played_alike(here: Moment, frame: Frame, player, choices: Choices) -> Moment:
    """The next morning, which is the same to the bit by the fused day and by the plain one."""
    state, ledger, signals = fused(here, frame, player, choices)
    after, plainly = here.play(choices)

    assert differing(state, after.state) == []
    assert differing(ledger, after.ledger) == []
    assert differing(signals, plainly) == []
    return after


@pytest.mark.parametrize(("kind", "lanes"), KERNELS)
@pytest.mark.parametrize("episodes", [1, 3, 8, 37])
def test_a_fused_day_has_the_bits_of_the_plain_one(kind, lanes, episodes):
    """Sixteen days of every kind of move: state, ledger and signals are the same to the bit."""
    here = begin(np.arange(episodes), seed=5)
    frame = Frame(here.people, RULES, here.seed, here.episodes, lanes)
    player = kind()(frame)
    for _ in range(DAYS):
        here = played_alike(here, frame, player, mixed_choices(here))


@pytest.mark.parametrize(("kind", "lanes"), KERNELS)
@pytest.mark.parametrize("lasting", [True, False])
@pytest.mark.parametrize("every", [0, 40, 3, 1])
def test_what_is_left_out_where_nobody_needs_it_changes_no_bit(kind, lanes, lasting, every):
    """Moves to nobody, to few, to many, to all; posts in as many episodes; enough values for selections by bits."""
    here = begin(np.arange(256), seed=8)
    frame = Frame(here.people, RULES, here.seed, here.episodes, lanes, lasting=lasting)
    player = kind()(frame)
    assert frame.followers * frame.width >= WIDE
    for day in range(6):
        choices = mixed_choices(here)
        acted = (np.arange(here.shape[0] * here.shape[1]).reshape(here.shape) + day) % (every or 1) == 0
        posted = (np.arange(here.shape[0]) + day) % (every or 1) == 0
        choices = replace(
            choices, move=np.where(acted & (every > 0), choices.move, 0),
            post=np.where(posted & (every > 0), choices.post, 0),
        )  # fmt: skip
        here = played_alike(here, frame, player, choices)


@pytest.mark.parametrize(("kind", "lanes"), KERNELS)
def test_a_frame_goes_on_from_what_it_handed_out(kind, lanes):
    """Days played on end, without anything put in between, end where single days end."""
    here = begin(np.arange(9), seed=6)
    frame = Frame(here.people, RULES, here.seed, here.episodes, lanes)
    player = kind()(frame)
    state, ledger = here.state, here.ledger
    for _ in range(DAYS):
        frame.put(state, ledger)
        frame.choose(mixed_choices(here))
        player.play(here.day)
        state, ledger, _ = frame.morning()
        here, _ = here.play(mixed_choices(here))

    assert differing(state, here.state) == []
    assert differing(ledger, here.ledger) == []


@pytest.mark.parametrize(("kind", "lanes"), KERNELS)
def test_mornings_of_a_lasting_frame_stay_as_they_were(kind, lanes):
    """What was handed out on the second day is the same after the tenth."""
    here = begin(np.arange(4), seed=6)
    frame = Frame(here.people, RULES, here.seed, here.episodes, lanes, lasting=True)
    player = kind()(frame)
    mornings, copies = [], []
    frame.put(here.state, here.ledger)
    for day in range(1, 11):
        frame.choose(no_choices(*here.shape))
        player.play(day)
        state, _, _ = frame.morning()
        mornings.append(state)
        copies.append(state.facets.copy())

    assert all(m.facets.tobytes() == c.tobytes() for m, c in zip(mornings, copies, strict=True))


@pytest.mark.parametrize(("kind", "lanes"), KERNELS)
def test_an_event_of_the_morning_leaves_the_evening_as_it_was(kind, lanes):
    """A state that is put in changed is played from; what was handed out before it stays."""
    here = begin(np.arange(4), seed=6)
    frame = Frame(here.people, RULES, here.seed, here.episodes, lanes, lasting=True)
    player = kind()(frame)
    state, ledger, _ = fused(here, frame, player, here.idle())
    evening, wear = state.facets.copy(), state.wear.copy()
    moved = replace(state, facets=state.facets * 0.5)
    frame.put(moved, ledger)
    frame.choose(no_choices(*here.shape))
    player.play(2)
    after, _, _ = frame.morning()
    plainly, _, _ = step(
        moved, ledger, here.idle(), draw(here.seed, here.episodes, 2, here.shape[1]), here.people, RULES, 2
    )

    assert state.facets.tobytes() == evening.tobytes()
    assert state.wear.tobytes() == wear.tobytes()
    assert differing(after, plainly) == []


@pytest.mark.parametrize(("kind", "lanes"), KERNELS)
@pytest.mark.parametrize("seed", [0, 1, 2**32 - 1])
def test_draws_are_those_of_the_model(kind, lanes, seed):
    """Nobody is done anything to, so what happens is chance alone: it is the model's chance, for any seed."""
    episodes = np.array([0, 5, 2**32 - 1])
    here = begin(episodes, seed=seed)
    frame = Frame(here.people, RULES, seed, episodes, lanes)
    _, _, signals = fused(here, frame, kind()(frame), here.idle())
    _, _, plainly = step(
        here.state, here.ledger, here.idle(), draw(seed, episodes, 1, here.shape[1]), here.people, RULES, 1
    )

    assert differing(signals, plainly) == []


def test_whole_numbers_of_the_model_are_known_as_such():
    """A field of whole numbers that the kernel took for fractions would come back as another kind."""
    here = begin(np.arange(1))
    whole = {
        f.name
        for shape, value in ((State, here.state), (Ledger, here.ledger), (Choices, here.idle()))
        for f in fields(shape)
        if getattr(value, f.name).dtype.kind == "i"
    }

    assert whole == WHOLE - {"motive"}


def test_every_row_that_a_day_changes_is_written():
    """State, ledger and signals come out of the graph complete."""
    assert set(day_graph(4).outputs) == set(layout().moving)


@pytest.mark.parametrize("value", ["fortran", "Machine"])
def test_an_unknown_kernel_is_refused_with_what_there_is(monkeypatch, value):
    """A misspelt environment variable says what it may be."""
    monkeypatch.setenv(VARIABLE, value)

    with pytest.raises(UnknownKernelError, match="numpy or machine"):
        kernel_name()


def test_machine_code_without_numba_says_what_to_install(monkeypatch):
    """Asking for machine code where numba is missing names the extra."""
    monkeypatch.setenv(VARIABLE, "machine")
    monkeypatch.setattr("game.kernel.kernels._numba_is_here", lambda: False)

    with pytest.raises(UnknownKernelError, match=r"courtship\[fast\]"):
        kernel_name()
