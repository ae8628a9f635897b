"""Slips that authors make, one at a time, at a place chance chooses."""

import random
import re

SLIPS = ("indent", "outdent", "tab", "tabs", "colon space", "colon", "quote", "bracket", "dash space", "hash",
         "starter", "bullet", "equals", "nbsp", "line end", "backslash", "all tabs")  # fmt: skip


def slipped(text: str, slip: str, chance: random.Random) -> str:
    """The text with one slip; the same text where there is no place for it."""
    lines = text.split("\n")
    if slip == "all tabs":
        return "\n".join(re.sub(r"^( {2})+", lambda m: "\t" * (len(m.group()) // 2), line) for line in lines)
    able = [number for number, line in enumerate(lines) if _with(line, slip, random.Random(0)) != line]
    if not able:
        return text
    number = chance.choice(able)
    lines[number] = _with(lines[number], slip, chance)
    return "\n".join(lines)


def _with(line: str, slip: str, chance: random.Random) -> str:
    if not line.strip() or line.lstrip().startswith("#"):
        return line
    depth = len(line) - len(line.lstrip(" "))
    if slip == "indent":
        return " " * chance.choice((1, 2, 3)) + line
    if slip == "outdent":
        return line[chance.randint(1, depth) :] if depth else line
    if slip == "tab":
        return "\t" + line[2:] if depth >= 2 else line
    if slip == "tabs":
        return "\t" * (depth // 2) + line.lstrip(" ") if depth >= 2 else line
    if slip == "colon space":
        return _one(line, r"(?<=\w): (?=\S)", ":", chance)
    if slip == "colon":
        return _one(line, r"(?<=\w):(?= |$)", "", chance)
    if slip == "quote":
        return _one(line, r"[\"']", "", chance)
    if slip == "bracket":
        return _one(line, r"[\[\]{}]", "", chance)
    if slip == "dash space":
        return re.sub(r"^( *)- (?=\S)", r"\1-", line)
    if slip == "hash":
        return _one(line, r" (?=\w+$)", " #", chance)
    if slip == "starter":
        return re.sub(r": (?=[A-Za-z])", lambda _: ": " + chance.choice("@%`!&*|>"), line, count=1)
    if slip == "bullet":
        return re.sub(r"^( *)- (?=\S)", lambda m: f"{m[1]}{chance.choice('•–*')} ", line)
    if slip == "equals":
        return re.sub(r"^( *[a-z_]+): (?=\S)", r"\1 = ", line)
    if slip == "nbsp":
        return re.sub(r"^( *[a-z_]+:) (?=\S)", "\\1\u00a0", line)
    if slip == "line end":
        return _one(line, r"(?<=[a-z]) (?=[a-z])", "\u2028", chance)
    return _one(line, r"(?<=[a-z])(?=[a-z]+\")", "\\\\", chance)


def _one(line: str, pattern: str, new: str, chance: random.Random) -> str:
    found = list(re.finditer(pattern, line))
    if not found:
        return line
    one = chance.choice(found)
    return line[: one.start()] + new + line[one.end() :]
