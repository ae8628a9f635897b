"""The report: a table for the terminal, JSON, and a page of small pictures."""

from collections.abc import Sequence
from html import escape
from math import isfinite
from typing import Any

from game.evidence.finding import Band
from game.evidence.runner import Verdict
from game.intervals import Interval

WIDTH, ROW, LEFT = 560, 26, 190


def number(value: float) -> str:
    """Three digits at most."""
    if not isfinite(value):
        return "–"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.0f}"


def simulated_text(verdict: Verdict) -> str:
    """The headline number with its interval."""
    found = verdict.simulated.get(verdict.finding.headline.name)
    if verdict.error:
        return verdict.error
    return f"{number(found.mean)} ({number(found.low)} to {number(found.high)})" if found else "–"


def as_json(verdicts: Sequence[Verdict], followers: int) -> dict[str, Any]:
    """Everything, for other programs."""
    return {
        "followers": followers,
        "held": sum(v.holds for v in verdicts),
        "findings": [
            {
                "id": v.finding.id, "theme": v.finding.theme, "claim": v.finding.claim, "source": v.finding.source,
                "grade": v.finding.grade, "must_hold": v.finding.must_hold, "note": v.finding.note,
                "published": v.finding.published, "expected": [str(e) for e in v.finding.expects],
                "simulated": {k: {"mean": i.mean, "low": i.low, "high": i.high} for k, i in v.simulated.items()},
                "held": v.held, "seeds": v.seeds, "holds": v.holds, "missed": list(v.missed), "error": v.error,
                "seconds": round(v.seconds, 3),
            }
            for v in verdicts
        ],
    }  # fmt: skip


def _line(band: Band, found: Interval, top: int) -> str:
    """One band with what was simulated, as SVG."""
    ends = [e for e in (band.low, band.high, found.low, found.high, 0.0) if isfinite(e)]
    low, high = min(ends), max(ends)
    room = (high - low or 1.0) * 0.08
    low, high = low - room, high + room

    def x(value: float) -> float:
        value = min(max(value, low), high)
        return LEFT + (value - low) / (high - low) * (WIDTH - LEFT - 70)

    y = top + ROW / 2
    inside = band.low <= found.mean <= band.high
    colour = "#1b6e3c" if inside else "#b3261e"
    shape = (
        f'<circle cx="{x(found.mean):.1f}" cy="{y}" r="4.5" fill="{colour}"/>'
        if inside
        else f'<path d="M{x(found.mean) - 5:.1f} {y - 5} l10 10 m0 -10 l-10 10" stroke="{colour}" stroke-width="2.5"/>'
    )
    return (
        f'<text x="0" y="{y + 4}">{escape(band.name)}</text>'
        f'<rect x="{x(band.low):.1f}" y="{top + 5}" width="{max(1.0, x(band.high) - x(band.low)):.1f}" '
        f'height="{ROW - 10}" rx="3" fill="#d9c8a9"/>'
        f'<line x1="{x(0.0):.1f}" x2="{x(0.0):.1f}" y1="{top + 2}" y2="{top + ROW - 2}" stroke="#9a8f80"/>'
        f'<line x1="{x(found.low):.1f}" x2="{x(found.high):.1f}" y1="{y}" y2="{y}" stroke="{colour}" '
        f'stroke-width="2.5"/>{shape}<text x="{WIDTH - 60}" y="{y + 4}">{number(found.mean)}</text>'
    )


def picture(verdict: Verdict) -> str:
    """The bands of a finding (sand) with simulated means and intervals (a dot inside, a cross outside), as SVG."""
    bands = [e for e in verdict.finding.expects if isinstance(e, Band) and e.name in verdict.simulated]
    lines = "".join(_line(band, verdict.simulated[band.name], n * ROW) for n, band in enumerate(bands))
    told = "; ".join(f"{b.name}: {number(verdict.simulated[b.name].mean)}, expected {b}" for b in bands)
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {max(1, len(bands)) * ROW}" width="{WIDTH}" '
        f'aria-label="{escape(told, quote=True)}">{lines}</svg>'
    )


PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Courtship: the evidence</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#2b2521;
background:#fdfaf4}}section{{border-top:1px solid #d9cfbf;padding:.7rem 0}}h3{{margin:.2rem 0}}svg{{max-width:100%;
font:13px system-ui,sans-serif}}.source{{color:#6a5f54;font-size:.85rem}}.no{{color:#b3261e;font-weight:600}}
.yes{{color:#1b6e3c;font-weight:600}}</style><h1>The evidence</h1>
<p>{held} of {total} findings hold, each with {seeds} seeds and {followers} simulated followers an arm.
Sand: the published band. Line and dot: the simulated mean with its 95 % interval over seeds; a cross lies
outside.</p>{sections}</html>
"""


def page(verdicts: Sequence[Verdict], followers: int) -> str:
    """The whole report as one HTML page without scripts or links to other hosts."""
    sections = []
    for v in verdicts:
        f = v.finding
        mark = '<span class="yes">holds</span>' if v.holds else '<span class="no">does not hold</span>'
        orders = "; ".join(str(e) for e in f.expects if not isinstance(e, Band))
        sections.append(
            f'<section id="{escape(f.id)}"><h3>{escape(f.id)}: {mark} ({v.held} of {v.seeds} seeds)</h3>'
            f"<p>{escape(f.claim)} <em>Published: {escape(f.published)}.</em>"
            + (f" Order: {escape(orders)}." if orders else "")
            + (f" Missed: {escape('; '.join(v.missed))}." if v.missed else "")
            + (f" Failed: {escape(v.error)}." if v.error else "")
            + f'</p>{picture(v)}<p class="source">Grade {f.grade}. {escape(f.source)}.'
            + (f" Note: {escape(f.note)}." if f.note else "")
            + "</p></section>"
        )
    seeds = max((v.seeds for v in verdicts), default=0)
    held = sum(v.holds for v in verdicts)
    return PAGE.format(held=held, total=len(verdicts), seeds=seeds, followers=followers, sections="".join(sections))
