"""The compiled yardstick: the day as one C function, compiled for this very machine.

The operations come from the kernel's own graph; loops, order of memory and vectors are left to the compiler, which is
told that nothing overlaps and that no rounding may change.
"""

import ctypes
import re
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bench.from_graph import Inputs, Language, lines
from game.kernel.draws import NOISE_OF_A_DAY
from game.kernel.frame import LANES, Frame, layout, table_order
from game.kernel.graph.graph import FOLLOWER, GATHER
from game.kernel.graph.schedule import Schedule, scheduled
from game.kernel.graph.traced_day import day_graph
from game.model.philox import MASK, MULTIPLIER, WEYL

FLAGS = ("-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math", "-fopenmp-simd",
         "-mprefer-vector-width=512", "-shared", "-fPIC", "-w")  # fmt: skip
ARGUMENTS = (
    "const double *restrict fixed, const double *restrict before, double *restrict after, "
    "const int64_t *restrict post, "
    "const uint64_t *restrict episodes, const double *restrict params, const double *restrict table, "
    "const int64_t *restrict ties, const double *restrict weights, double *restrict scratch, uint64_t seed, "
    "int64_t number, int64_t F, int64_t W, int64_t M"
)
TYPES = {"f": "double", "i": "int64_t", "b": "double"}  # a truth is 1.0 or 0.0: gcc mixes up masks of other widths


def _language(schedule: Schedule) -> Language:
    kept = [k for stage in schedule.stages for k in stage.kept]

    def constant(node: Any) -> str:
        return f"{float(node.what)!r}" if node.kind == "f" else str(int(node.what))

    def row(word: str) -> str:
        moving, number = layout().place(word)
        return f"{'r' if moving else 'x'}{number}[b]"

    return Language(
        constant=constant,
        input=Inputs(
            "number", "post[b]", weight="w{0}", whole="(int64_t){0}", noise=lambda word: word.replace(".", "_"), row=row
        ),
        gather=lambda name, rows: f"t{table_order().index(name)}[clip({rows}, M)]",
        tie=lambda number, _, value: f"s{kept.index(value)}_{number}[b]",
        operations={
            "add": "{0} + {1}", "subtract": "{0} - {1}", "multiply": "{0} * {1}", "divide": "{0} / {1}",
            "minimum": "{0} < {1} ? {0} : {1}", "maximum": "{0} > {1} ? {0} : {1}", "absolute": "__builtin_fabs({0})",
            "sign": "{0} > 0.0 ? 1.0 : {0} < 0.0 ? -1.0 : 0.0", "square_root": "__builtin_sqrt({0})",
            "floor": "__builtin_floor({0})", "negative": "-{0}", "less": "{0} < {1} ? 1.0 : 0.0",
            "less_equal": "{0} <= {1} ? 1.0 : 0.0", "equal": "{0} == {1} ? 1.0 : 0.0",
            "not_equal": "{0} != {1} ? 1.0 : 0.0", "and": "{0} * {1}", "or": "{0} > {1} ? {0} : {1}",
            "not": "1.0 - {0}", "where": "{0} != 0.0 ? {1} : {2}", "to_f": "(double){0}", "to_i": "(int64_t){0}",
            "shift_left": "(int64_t)((uint64_t){0} << {1})", "float_bits": "bits({0})",
        },
        assign="{kind} {name} = {value};",
    )  # fmt: skip


def source(ties: int) -> tuple[str, int]:
    """The C text, and how many rows of scratch it wants."""
    day = day_graph(ties)
    schedule = scheduled(day.graph, day.outputs)
    language = _language(schedule)
    kept = [k for stage in schedule.stages for k in stage.kept]
    known: dict[int, str] = {}
    head = lines(day.graph, schedule.settings, language, known)
    body = []
    for i, stage in enumerate(schedule.stages):
        own = tuple(n for n in stage.steps if day.graph.nodes[n].axes & FOLLOWER)
        looked_up = [n for n in (*schedule.by_episode, *own) if day.graph.nodes[n].operation == GATHER]
        here = dict(known)
        first = lines(day.graph, tuple(day.graph.needed(tuple(looked_up))), language, here)
        first += [f"g{n}[b] = v{n};" for n in looked_up]
        here = dict(known)
        inner = _draws()
        for number in looked_up:
            inner.append(f"double v{number} = g{number}[b];")
            here[number] = f"v{number}"
        inner += lines(day.graph, schedule.by_episode, language, here)
        for earlier in schedule.stages[:i]:
            for number in earlier.kept:
                if number not in here:
                    kind = TYPES[day.graph.nodes[number].kind]
                    inner.append(f"{kind} v{number} = s{kept.index(number)}[b];")
                    here[number] = f"v{number}"
        inner += lines(day.graph, own, language, here)
        inner += [f"s{kept.index(n)}[b] = v{n};" for n in stage.kept]
        if i == len(schedule.stages) - 1:
            for name, number in day.outputs.items():
                inner.append(f"a{layout().place(name)[1]}[b] = {here[number]};")
        buffers = "".join(f"double g{n}[W]; " for n in looked_up)
        body += ["for (int64_t f = 0; f < F; f++) {", *_pointers("\n".join([*first, *inner]), ties), buffers]
        body += ["for (int64_t b = 0; b < W; b++) {", *first, "}", "#pragma omp simd"]
        body += ["for (int64_t b = 0; b < W; b++) {", *inner, "}", "}"]
    start = "#include <stdint.h>\nstatic inline double bits(int64_t x) "
    start += "{ double y; __builtin_memcpy(&y, &x, 8); return y; }\n"
    start += "static inline int64_t clip(int64_t x, int64_t M) { x = x < M ? x : M - 1; return x > 0 ? x : 0; }"
    text = "\n".join([start, f"void day({ARGUMENTS}) {{", *head, *body, "}"])
    for kind, word in TYPES.items():
        text = text.replace(f"\n{kind} v", f"\n{word} v")
    return text, len(kept)


def _pointers(text: str, ties: int) -> list[str]:
    """Where the rows of one follower lie, for those that a text names."""
    found = []
    for name in sorted(set(re.findall(r"\b(?:[rxats]\d+(?:_\d+)?)(?=\[)", text))):
        number = name[1:]
        if name[0] == "t":
            found.append(f"const double *restrict {name} = table + {number} * M;")
        elif "_" in name:
            row, tie = number.split("_")
            found.append(f"const double *{name} = scratch + ({row} * F + ties[f * {ties} + {tie}]) * W;")
        else:
            base = {"r": "before", "x": "fixed", "a": "after", "s": "scratch"}[name[0]]
            constant = "const " if name[0] in "rx" else ""
            found.append(f"{constant}double *restrict {name} = {base} + ({number} * F + f) * W;")
    return found + [f"const double w{k} = weights[f * {ties} + {k}];" for k in range(ties)]


def _draws() -> list[str]:
    """Philox2x32-10, three times."""
    found = []
    for stream, (first, second) in enumerate(NOISE_OF_A_DAY):
        found += [
            f"uint64_t l{stream} = {stream * 65536} + number * 64 + f;",
            f"uint64_t q{stream} = episodes[b], k{stream} = seed, p{stream};",
        ]
        for _ in range(10):
            found.append(
                f"p{stream} = (l{stream} & {MASK}u) * {MULTIPLIER}u; "
                f"l{stream} = (p{stream} >> 32) ^ k{stream} ^ q{stream}; "
                f"q{stream} = p{stream} & {MASK}u; k{stream} = (k{stream} + {WEYL}u) & {MASK}u;"
            )
        found += [
            f"double {name.replace('.', '_')} = ((double)(int64_t){word}{stream} + 0.5) * {2.0**-32!r};"
            for name, word in ((first, "l"), (second, "q"))
        ]
    return found


@lru_cache(maxsize=4)
def _compiled(ties: int) -> tuple[Any, int]:
    text, kept = source(ties)
    folder = Path(tempfile.mkdtemp(prefix="courtship-bench-"))
    (folder / "day.c").write_text(text, encoding="utf-8")
    try:
        subprocess.run(["gcc", *FLAGS, "day.c", "-o", "day.so"], cwd=folder, check=True)
        function = ctypes.CDLL(str(folder / "day.so")).day
    finally:
        shutil.rmtree(folder)
    function.argtypes = [ctypes.c_void_p] * 10 + [ctypes.c_uint64] + [ctypes.c_int64] * 4
    function.restype = None
    return function, kept


class CDay:
    """Plays days of a frame."""

    lanes = LANES

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.day, kept = _compiled(frame.tie_count)
        self.scratch = np.zeros((kept, frame.followers, frame.width))

    def play(self, day: int) -> None:
        """From this morning to the next."""
        frame = self.frame
        before, after = frame.moving
        arrays = (frame.fixed, before, after, frame.post, frame.episodes, frame.params, frame.table, frame.ties,
                  frame.weights, self.scratch)  # fmt: skip
        sizes = (frame.seed, day, frame.followers, frame.width, frame.table.shape[1])
        self.day(*(a.ctypes.data for a in arrays), *sizes)
        frame.turn()
