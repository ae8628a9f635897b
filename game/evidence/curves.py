"""Pictures of the model's curves, computed by the kernel itself: `courtship evidence --curves DIR`."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from game.evidence.panel import Panel
from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel
from game.files import write_over
from game.model.moves import Move

Curve = tuple[str, Iterable[float], Iterable[float]]  # label, x, y


def chart(title: str, across: str, up: str, curves: Sequence[Curve]) -> str:
    """A line chart as SVG; lines differ by dash and marker as well as colour."""
    lines = [ChartLine(label, list(x), list(y), look=n) for n, (label, x, y) in enumerate(curves)]
    return sheet("", [line_panel(title, lines, width=520, height=320, across=across, up=up)])


def gains_and_losses() -> str:
    """What the same evidence does, for and against, at each level of trust."""
    levels = np.linspace(0.1, 0.9, 17)
    up: list[float] = []
    down: list[float] = []
    for level in levels:
        for kind, result in ((1.0, up), (-1.0, down)):
            panel = Panel(200, trust=float(level), propensity=0.0)
            before = panel.facets.mean()
            panel.do(Move("news", 0.0, 0.2 * kind, 0.2 * kind, 0.2 * kind))
            result.append(abs(float(panel.facets.mean() - before)))
    return chart("One act of evidence 0.2", "trust before", "change of the facets",
                 [("good news", levels, up), ("bad news", levels, down)])  # fmt: skip


def exposure() -> str:
    """Liking, familiarity and wear under one neutral post a day."""
    panel = Panel(500)
    days, liked, known, worn = range(41), [], [], []
    for _ in days:
        liked.append(float(panel.liking.mean()))
        known.append(float(panel.familiarity.mean()) / 5.0)
        worn.append(float(panel.wear.mean()) / 5.0)
        panel.do("neutral_post")
        panel.wait(1)
    return chart("A neutral post a day", "posts", "", [
        ("liking", days, liked), ("familiarity / 5", days, known), ("wear / 5", days, worn)])  # fmt: skip


def asking() -> str:
    """Readiness for asks of three sizes, by trust."""
    levels = np.linspace(0.05, 0.95, 19)
    lines = []
    for name, size in (("an answer (.05)", 0.05), ("a share (.4)", 0.4), ("a purchase (.7)", 0.7)):
        lines.append((name, levels, [float(Panel(500, trust=float(t)).comply(size).mean()) for t in levels]))
    return chart("Readiness for an ask", "trust", "probability", lines)


def leaving() -> str:
    """Daily risk of leaving by trust, for ties one way and both ways, and right after a canned message."""
    levels = np.linspace(0.05, 0.95, 19)
    lines = []
    for name, mutual, message in (("one way", 0, ""), ("both ways", 1, ""), ("one way, pushed", 0, "blast_dm")):
        risk = []
        for level in levels:
            panel = Panel(500, trust=float(level), mutual=mutual)
            if message:
                panel.do(message)
            risk.append(float(panel.hazard.mean()))
        lines.append((name, levels, risk))
    return chart("Risk of leaving on the first day", "trust before", "per day", lines)


def path_of(title: str, *plans: tuple[str, str, Sequence[int]]) -> str:
    """Trust over six weeks under moves on given days."""
    lines = []
    for name, move, days in plans:
        panel, trust = Panel(500), []
        for day in range(43):
            trust.append(float(panel.trust.mean()))
            if day in days:
                panel.do(move)
            panel.wait(1)
        lines.append((name, range(43), trust))
    return chart(title, "days", "trust", lines)


def write_curves(folder: Path) -> list[Path]:
    """Writes all pictures into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    spaced = range(0, 40, 4)
    pictures = {
        "gains-and-losses": gains_and_losses(),
        "exposure": exposure(),
        "asking": asking(),
        "leaving": leaving(),
        "contacts": path_of("A contact every fourth day", ("share_resource", "share_resource", spaced),
                            ("ask_about_them", "ask_about_them", spaced), ("pitch", "pitch", spaced)),
        "one-mistake": path_of("One act on the first day", ("blast_dm", "blast_dm", [1]), ("propose", "propose", [1]),
                               ("lie", "lie", [1]), ("help", "help", [1])),
    }  # fmt: skip
    written = []
    for name, svg in pictures.items():
        path = folder / f"{name}.svg"
        write_over(path, svg.encode())
        written.append(path)
    return written
