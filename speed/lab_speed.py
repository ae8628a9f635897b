"""What `courtship bench lab` prints: the kernel and its peers, in one run."""

import os
from importlib.util import find_spec
from statistics import median
from typing import Any

from rich.progress import Progress
from rich.table import Table

from game.cli.printing import out

NUMPY, MACHINE, YARDSTICK = "kernel, numpy", "kernel, machine code", "C, the yardstick"
AGAINST = ("Mesa 3", "Gymnasium SyncVectorEnv", "JAX, float32", YARDSTICK)


def measure(rounds: int, memory: int, games: int, *, quiet: bool) -> dict[str, Any]:
    """All figures of the lab on this machine.

    Args:
        rounds: how often each contestant plays, 1.. .
        memory: games for the figure of memory; 0 leaves it out.
        games: for the time of the lab, all bots together; 0 leaves it out.
        quiet: without a word about the progress.
    """
    from bench import measure as race_of
    from bench import whole

    figures: dict[str, Any] = {"rounds": rounds}
    with out.progress(disable=quiet) as progress:
        task = progress.add_task("10,000 games", total=None)
        figures |= _whole(whole, games, progress, task)
        if memory:
            progress.update(task, description=f"memory of {memory:,} games")
            figures["memory"] = {k: race_of.peak_memory(memory, k) for k in ("numpy", "machine") if _has(k)}
        race_of.one_core()
        figures["elementwise pass (ns)"] = race_of.elementwise()
        figures["operations"] = race_of.operations()
        from game.resources import SCENARIOS
        from game.scenario import load
        from game.session.runs.recorded_scenario import compiled_of

        compiled = compiled_of(load(SCENARIOS / "slow_roast.yaml"))
        race = race_of.race(compiled, rounds)
        while True:
            try:
                name, number = next(race)
            except StopIteration as end:
                figures["speeds"] = end.value
                break
            progress.update(task, description=f"round {number}: {name}" if number else f"warming up: {name}")
    return figures


def _has(kernel: str) -> bool:
    return kernel == "numpy" or find_spec("numba") is not None


def _whole(whole: Any, games: int, progress: Progress, task: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"step (us)": {}, "games (s)": {}, "bots (times bare days)": {}}
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    found["workers"], found["games"] = min(2, workers), games
    for kernel in ("numpy", "machine"):
        if not _has(kernel):
            continue
        progress.update(task, description=f"one game's day, {kernel}")
        found["step (us)"][kernel] = whole.step_microseconds(kernel)
        if games:
            progress.update(task, description=f"{games:,} games of five bots, {kernel}")
            whole.games_seconds(kernel, 20, 1)  # what has to be compiled is compiled
            found["games (s)"][kernel] = whole.games_seconds(kernel, games // 5, found["workers"])
            progress.update(task, description=f"whole games of bots against bare days, {kernel}")
            found["bots (times bare days)"][kernel] = whole.bots_over_days(kernel)
    found["day (ms)"] = whole.day_milliseconds()
    return found


def plain(figures: dict[str, Any]) -> dict[str, Any]:
    """The figures as JSON can hold them: speeds as numbers, with their ratios."""
    speeds = [{"name": s.name, "rounds": s.rounds, "skipped": s.skipped} for s in figures["speeds"]]
    return {**figures, "speeds": speeds, "ratios": _ratios(figures["speeds"])}


def _ratios(speeds: Any) -> dict[str, dict[str, tuple[float, float, float]]]:
    """How many times as fast each kernel is as each peer: the least, the median, the most of the rounds."""
    by_name = {s.name: s for s in speeds if not s.skipped}
    found: dict[str, dict[str, tuple[float, float, float]]] = {}
    for kernel in (NUMPY, MACHINE):
        for other in AGAINST:
            if kernel in by_name and other in by_name:
                rows = zip(by_name[kernel].rounds, by_name[other].rounds, strict=True)
                ratios = sorted(a / b for a, b in rows)
                found.setdefault(kernel, {})[other] = (ratios[0], median(ratios), ratios[-1])
    return found


def tell(figures: dict[str, Any]) -> None:
    """Prints the figures as tables."""
    table = Table("plays", "million follower-days/s", "rounds", title="One core, slow_roast, random choices")
    for speed in figures["speeds"]:
        if speed.skipped:
            table.add_row(speed.name, "skipped", speed.skipped)
        else:
            table.add_row(speed.name, f"{speed.typical:.3g}", f"{min(speed.rounds):.3g} to {max(speed.rounds):.3g}")
    out.print(table)
    ratios = Table("kernel", *AGAINST, title="How many times as fast: median (least to most of the rounds)")
    for kernel, row in _ratios(figures["speeds"]).items():
        cells = [f"{row[o][1]:.3g} ({row[o][0]:.3g} to {row[o][2]:.3g})" if o in row else "–" for o in AGAINST]
        ratios.add_row(kernel, *cells)
    out.print(ratios)
    rest = Table("figure", "value")
    numpy = next((s for s in figures["speeds"] if s.name == NUMPY and not s.skipped), None)
    if numpy is not None:
        least = figures["operations"] * figures["elementwise pass (ns)"]
        share = least * numpy.typical / 1e3
        rest.add_row(
            "numpy: share of the machine’s limit",
            f"{100 * share:.0f} % ({figures['operations']} operations × {figures['elementwise pass (ns)']:.2f} ns)",
        )
    for kernel, (peak, before) in figures.get("memory", {}).items():
        rest.add_row(f"memory at most, {kernel}", f"{peak:.0f} MB, of which {before:.0f} MB before the first game")
    for kernel, value in figures["step (us)"].items():
        rest.add_row(f"the kernel’s day of one game, {kernel}", f"{value:.0f} µs")
    day, disk, view = figures["day (ms)"]
    rest.add_row("a day of the game: night, texts, record", f"{day:.2f} ms, of which the disk {disk:.2f} ms")
    rest.add_row("the view of the morning after", f"{view:.2f} ms")
    for kernel, value in figures["games (s)"].items():
        rest.add_row(
            f"{figures['games']:,} games, five bots, {figures['workers']} workers, {kernel}",
            f"{value:.1f} s, starting the workers included",
        )
    for kernel, times in figures["bots (times bare days)"].items():
        rest.add_row(
            f"whole games of a bot against bare days, {kernel}",
            ", ".join(f"{name} {value:.1f}" for name, value in sorted(times.items(), key=lambda item: item[1])),
        )
    out.print(rest)
