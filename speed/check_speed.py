"""How long a check takes: a long scenario, read and linted again and again; the best of the tries counts."""

import time

from game.scenario.lint.linting import lint
from game.scenario.loading import load_text

LINES = 2_000
TRIES = 7


def long_scenario(lines: int = LINES) -> str:
    """A scenario of about so many lines without a problem, with something of everything."""
    business = "business: {name: Spoke and Chain, trade: bicycle workshop, hours_per_day: 3}\n"
    parts = [f"scenario_format: 1\ntitle: The long street\ndays: 60\n{business}followers:\n"]
    parts += [
        f"  person{n}:\n    name: Person Number{n}\n    bio: Rides past number {n} in any weather.\n"
        f"    loves:\n      topic{n % 12}: 80\n      topic{(n + 5) % 12}: 40\n    formats: [photo, text]\n"
        f"    pace: slow\n    motive: curious\n    wants: To ride past number {n} and be seen.\n"
        f"    knows: [person{(n + 1) % 50}]\n"
        for n in range(50)
    ]
    parts.append("content:\n")
    parts += [
        f"  item{n}:\n    title: Item number {n}\n    format: photo\n    about: [topic{n % 12}]\n    hours: 1\n"
        f'    text: "A picture of number {n}, as it was before the river came."\n'
        for n in range(60)
    ]
    parts.append("timeline:\n")
    parts += [
        f"  event{n}:\n    title: Event number {n}\n    when:\n      day: {{from: {n % 50 + 1}}}\n"
        f"      trust: {{person{n % 50}: {{at_least: 30}}}}\n    text: Somebody rings at number {n}.\n    choices:\n"
        f"      - label: Open\n        reply: It was the post.\n        change: {{who: [person{n % 50}], trust: 3}}\n"
        f"      - label: Wait\n        change: {{trust: -2}}\n"
        for n in range(60)
    ]
    parts.append("lines:\n  thanks:\n")
    count = sum(part.count("\n") for part in parts)
    parts += [f'    - "Number {n} thanks {{business}}, and rides on."\n' for n in range(lines - count)]
    return "".join(parts)


def measure() -> dict[str, float]:
    """Milliseconds to read and to lint a scenario of 2,000 lines, once everything is imported."""
    text = long_scenario()
    reading, linting = [], []
    for _ in range(TRIES):
        begun = time.perf_counter()
        loaded = load_text(text)
        read = time.perf_counter()
        lint(loaded)
        done = time.perf_counter()
        reading.append(read - begun)
        linting.append(done - read)
    best = [1000.0 * min(times) for times in (reading, linting)]
    return {
        "lines": float(text.count("\n")),
        "read (ms)": round(best[0], 1),
        "lint (ms)": round(best[1], 1),
        "check (ms)": round(sum(best), 1),
    }
