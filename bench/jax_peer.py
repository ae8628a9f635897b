"""The day in JAX, in the style of gymnax: a pure step for one game, `vmap` over games, `scan` over days, jitted whole.

The operations come from the kernel's own graph; XLA orders and fuses them as it likes. Measured with float32, which is
what gymnax uses and what is fastest; checked with float64.
"""

from functools import lru_cache
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from bench.from_graph import Inputs, Language, exponentials_of, lines
from bench.script import Script, Trajectory
from game.kernel.frame import Frame, layout, table_order
from game.kernel.graph.schedule import scheduled
from game.kernel.graph.traced_day import day_graph
from game.model import draw, draw_people, first_ledger, first_state
from game.model.arrays import Array
from game.model.readings import trust_of
from game.scenario.compiling.compile import Compiled

NOISE = tuple(n for n in layout().fixed if n.startswith("noise."))
CHOICES = ("choices.move", "choices.fit", "choices.post_fit")
TRAITS = tuple(n for n in layout().fixed if n.startswith("people."))
WATCHED = ("state.facets.0", "state.facets.1", "state.facets.2", "state.stain", "state.wear", "state.reactance",
           "ledger.present")  # fmt: skip


def _language() -> Language:
    moving, fixed = {n: i for i, n in enumerate(layout().moving)}, (*TRAITS, *CHOICES)

    def constant(node: Any) -> str:
        return repr(node.what)

    def row(word: str) -> str:
        return f"before[{moving[word]}]" if word in moving else f"fixed[{fixed.index(word)}]"

    return Language(
        constant=constant,
        input=Inputs(
            "day", "post", weight="weights[{0}]", whole="{0}.astype(whole)",
            noise=lambda word: f"noise[{NOISE.index(word)}]", row=row,
        ),
        gather=lambda table, rows: f"table[{table_order().index(table)}][jnp.clip({rows}, 0, table.shape[1] - 1)]",
        tie=lambda number, value, _: f"{value}[ties[{number}]]",
        operations={
            "add": "{0} + {1}", "subtract": "{0} - {1}", "multiply": "{0} * {1}", "divide": "{0} / {1}",
            "minimum": "jnp.minimum({0}, {1})", "maximum": "jnp.maximum({0}, {1})", "absolute": "jnp.abs({0})",
            "sign": "jnp.sign({0})", "square_root": "jnp.sqrt({0})", "floor": "jnp.floor({0})", "negative": "-{0}",
            "less": "{0} < {1}", "less_equal": "{0} <= {1}", "equal": "{0} == {1}", "not_equal": "{0} != {1}",
            "and": "{0} & {1}", "or": "{0} | {1}", "not": "~{0}", "where": "jnp.where({0}, {1}, {2})",
            "to_f": "jnp.asarray({0}).astype(real)", "to_i": "jnp.asarray({0}).astype(whole)",
        },
    )  # fmt: skip


@lru_cache(maxsize=4)
def _step(ties: int) -> Any:
    """The step of one game: rows of its followers today (R, F) to those of tomorrow."""
    day = day_graph(ties)
    graph, schedule = day.graph, scheduled(day.graph, day.outputs)
    own = exponentials_of(graph)  # JAX may use its own
    language, known, body = _language(), {}, []
    steps = {*schedule.settings, *schedule.by_episode, *(n for stage in schedule.stages for n in stage.steps)}
    for number in sorted(steps):
        if graph.nodes[number].operation in {"shift_left", "float_bits"}:
            known[number] = "0"  # only the exponential needs them
        elif number in own:
            known[number] = f"jnp.exp({known[own[number]]})"
        else:
            body += lines(graph, (number,), language, known)
    rows = "".join(f"jnp.broadcast_to({known[day.outputs[n]]}, shape).astype(real), " for n in layout().moving)
    head = "def step(before, fixed, post, noise, day, params, table, ties, weights):"
    names = {"jnp": jnp}
    text = [head, "real, whole, shape = before[0].dtype, jnp.int32, before[0].shape", *body, f"return ({rows})"]
    exec(compile("\n    ".join(text), "<the day in JAX>", "exec"), names)
    return names["step"]


@lru_cache(maxsize=4)
def _game(ties: int, own_draws: bool) -> Any:
    """Many games: rows, traits, choices, posts, keys or noise, days, constants, to the watched rows of each day."""
    step = _step(ties)
    shown = [layout().moving.index(n) for n in WATCHED]

    def one(rows: Any, fixed: Any, choices: Any, posts: Any, chance: Any, days: Any, *constants: Any) -> Any:
        def day(carry: Any, today: Any) -> Any:
            rows, key = carry
            choice, post, noise, number = today
            if own_draws:
                key, mine = jax.random.split(key)
                noise = jax.random.uniform(mine, (len(NOISE), rows[0].shape[0]), rows[0].dtype)
            following = step(rows, (*fixed, *choice), post, noise, number, *constants)
            return (following, key), tuple(following[i] for i in shown)

        key = chance if own_draws else 0
        noise = None if own_draws else chance
        _, seen = jax.lax.scan(day, (rows, key), (choices, posts, noise, days))
        return seen

    many = jax.vmap(one, in_axes=(0, 0, 0, 0, 0, None, None, None, None, None))
    return jax.jit(many)


def play(
    compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool = True, precise: bool = False
) -> Trajectory:
    """Plays episodes by a script; the arguments are those of `bench.peers.Peer.play`, and one more.

    Args:
        precise: with float64 and the draws of the game, so that trajectories can be compared; else with float32 and
            the draws of JAX, as one would write it there.
    """
    people = draw_people(compiled.cast, compiled.rules, seed, episodes)
    frame = Frame(people, compiled.rules, seed, episodes)
    frame.put(first_state(compiled.cast, people, compiled.rules, seed, episodes), first_ledger(people))
    days = np.arange(1, len(script.move) + 1)
    real = np.float64 if precise else np.float32

    def side(rows: Array) -> tuple[Array, ...]:
        """Rows with episodes first."""
        return tuple(np.ascontiguousarray(row.T, dtype=real) for row in rows)

    traits = side(frame.fixed[: len(TRAITS)])
    choices = tuple(a.transpose(1, 0, 2).astype(real) for a in (script.move, script.fit, script.post_fit))
    with jax.enable_x64(precise):
        if precise:
            noise = [draw(seed, episodes, int(d), frame.followers) for d in days]
            chance = np.stack([[getattr(n, w.split(".")[1]) for w in NOISE] for n in noise]).transpose(2, 0, 1, 3)
        else:
            chance = jax.random.split(jax.random.key(seed), len(episodes))
        seen = _game(frame.tie_count, not precise)(
            side(frame.moving[0]), traits, choices, script.post.T, chance, days, frame.params.astype(real),
            frame.table.astype(real), np.ascontiguousarray(frame.ties.T), frame.weights.T.astype(real),
        )  # fmt: skip
        rows = np.array([s if every_day else s[:, -1:] for s in seen], dtype=np.float64).transpose(0, 2, 1, 3)
    now = trust_of(rows[:3], rows[3], people, compiled.rules.params)
    return Trajectory(np.stack([now, *rows[:3], rows[4], rows[5], rows[6]], axis=-1))
