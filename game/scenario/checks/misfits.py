"""What does not fit the format, told in the author's words: one function per kind of mistake.

Rule: no word of pydantic's reaches an author. Its error types choose the function; everything said is said here.
"""

import re
from collections.abc import Callable
from typing import Any

from game.scenario.checks.examples import example_for
from game.scenario.checks.joined_words import without_comma
from game.scenario.checks.kind_hints import as_list, kind_hint, number_hint
from game.scenario.checks.locate import Loc, Spot, spot
from game.scenario.checks.remarks import unglued, unglued_hint
from game.scenario.checks.spelled_ids import as_id
from game.scenario.checks.unknown_keys import cut_number, is_cut_by_colon, misspelt_keys, unknown_key
from game.scenario.format.vocabulary import MOVES, SIGNALS
from game.scenario.problems.phrases import asked, did_you_mean, listed, meant
from game.scenario.problems.problems import Problem
from game.scenario.problems.quoting import quoted, short, trail
from game.scenario.reading.tree import Node

MAX_ERRORS = 200
RANGE_HINTS: dict[tuple[bool, float | None], str] = {
    (False, 100.0): "Trust and the like run from 0 to 100.",
    (False, 24.0): "A day has 24 hours.",
    (True, 60.0): "Days are counted: 1, 2, 3, at most 60.",
}
NUMBER_WORDS = {"number": "a number", "choice": "one word", "text": "a text"}


def explain(root: Node, errors: list[dict[str, Any]]) -> list[Problem]:
    """The problems behind pydantic's errors, each at its place."""
    found: dict[tuple[int, int, str, str], Problem] = {}
    meant = misspelt_keys(root, errors[:MAX_ERRORS])
    for error in errors[:MAX_ERRORS]:
        if error["type"] == "missing" and error["loc"] in meant:
            continue  # it is there, only misspelt, and that is told
        at = spot(root, error["loc"])
        problem = _explain_one(at, error)
        if problem is not None:
            other = problem.message if problem.code == "missing-key" else ""
            found.setdefault((problem.line, problem.column, problem.code, other), problem)
    return list(found.values())


def _explain_one(at: Spot, error: dict[str, Any]) -> Problem | None:
    kind = error["type"]
    if at.node.kind in {"none", "hole"} and kind != "extra_forbidden":
        return None  # told as an empty value, or refused already
    return EXPLAIN.get(kind, _wrong_kind)(at, error)


def _missing(at: Spot, error: dict[str, Any]) -> Problem | None:
    name = str(error["loc"][-1])
    if at.node.kind != "map":
        return None
    if is_cut_by_colon(at.node, at.shape):
        return None  # told with its key
    field = at.shape.fields.get(name) if at.shape and at.shape.kind == "block" else None
    where = trail(at.names[:-1]) or "The scenario"
    return at.head.problem("missing-key", f"{where} needs '{name}'.", hint=example_for(name, field))


def _choice(at: Spot, _error: dict[str, Any]) -> Problem | None:
    if at.node.kind != "text":
        return _wrong_kind(at, _error)
    choices = at.shape.choices if at.shape else ()
    if several := without_comma(at.node, choices):
        hint = f"Put a comma between the words: {several}"
        message = f"'{short(at.node.value)}' is not one of the choices for {at.path}."
        return at.node.problem("bad-choice", message, hint=hint, repair=at.node.instead(several))
    if apart := unglued(at.node, choices):
        message = f"'{short(at.node.value)}' is not one of the choices for {at.path}."
        return at.node.problem("bad-choice", message, hint=unglued_hint(apart), repair=at.node.instead(apart))
    hint = f"{did_you_mean(at.node.value, choices)} Choices: {listed(choices, near=at.node.value)}.".strip()
    message = f"'{short(at.node.value)}' is not one of the choices for {at.path}."
    return at.node.problem("bad-choice", message, hint=hint, repair=at.node.instead(meant(at.node.value, choices)))


def _not_a_number(at: Spot, error: dict[str, Any]) -> Problem | None:
    if at.node.kind != "text":
        return _wrong_kind(at, error)
    value = at.node.value.strip()
    what = "a whole number" if error["type"] == "not_whole" or (at.shape and at.shape.whole) else "a number"
    hint, number = number_hint(value, at)
    message = f"{at.path} should be {what}, not '{short(value)}'."
    return at.node.problem("wrong-type", message, hint=hint, repair=at.node.instead(number))


def _wrong_kind(at: Spot, _error: dict[str, Any]) -> Problem | None:
    """A text where a block should be, a list where a text should be, and so on."""
    shape = at.shape
    kind = shape.kind if shape else "text"
    wanted = {"block": "a block of keys", "map": "a block of entries", "list": "a list"}
    wish = wanted.get(kind) or NUMBER_WORDS.get(kind, "a text")
    got = {"map": "a block", "list": "a list", "text": f"'{short(at.node.value)}'"}.get(at.node.kind, "nothing")
    where = at.path or "A scenario"
    code = "file-shape" if not at.names else "wrong-type"
    repair = at.node.instead(as_list(at)) if kind == "list" and at.node.kind == "text" else ""
    return at.node.problem(code, f"{where} should be {wish}, not {got}.", hint=kind_hint(at, kind), repair=repair)


def _range(at: Spot, error: dict[str, Any]) -> Problem | None:
    upper = error["type"] in {"less_than_equal", "less_than"}
    own = (at.shape.high if upper else at.shape.low) if at.shape else None  # the narrowest of several bounds
    bound = own if own is not None else next(iter(error.get("ctx", {}).values()), 0)
    limit = f"at most {bound:g}" if upper else f"at least {bound:g}"
    hint = RANGE_HINTS.get((at.shape.whole, at.shape.high) if at.shape else (False, None), "")
    says_least = bound == 1 or (at.shape is not None and (bound, at.shape.high) == (0, 100))
    if not upper and not (hint and says_least):
        hint = f"Write {bound:g} or more. {hint}".strip()
    if at.shape and at.shape.low is not None and at.shape.low < 0:
        hint = f"This adds or takes away: {at.shape.low:g} to {at.shape.high:g}."
    return at.node.problem("out-of-range", f"{at.path} is {short(at.node.value)}, but it must be {limit}.", hint=hint)


def _short_text(at: Spot, _error: dict[str, Any]) -> Problem | None:
    hint = example_for(at.names[-1], at.shape)
    return at.node.problem("empty-value", f"{at.path} is empty.", hint=hint)


def _long_text(at: Spot, error: dict[str, Any]) -> Problem | None:
    limit = error["ctx"]["max_length"]
    message = f"{at.path} has {len(at.node.value)} characters; there is room for {limit}."
    return at.node.problem("text-too-long", message, hint="Say it in fewer words.")


def _few(at: Spot, error: dict[str, Any]) -> Problem | None:
    if at.node.kind == "text":
        return _short_text(at, error)
    if at.node.items or at.node.pairs:
        return None  # there are entries, and what is wrong with them is told
    hint = example_for(at.names[-1], at.shape)
    return at.head.problem("empty-value", f"{at.path} needs at least one entry.", hint=hint)


def _many(at: Spot, error: dict[str, Any]) -> Problem | None:
    if at.node.kind == "text":
        return _long_text(at, error)
    count, limit = error["ctx"].get("actual_length") or _length(at.node), error["ctx"]["max_length"]
    message = f"{at.path} has {count} entries; at most {limit} can be used."
    return at.head.problem("too-many", message, hint="Take some out.")


def _length(node: Node) -> int:
    return len(node.pairs) or len(node.items)


def _pattern(at: Spot, _error: dict[str, Any]) -> Problem | None:
    message = f"'{short(at.node.value)}' is not a language as it is written here."
    return at.node.problem("bad-choice", message, hint="Write two small letters, such as en, de or pt-BR.")


OF_THE_GAME = {"moves": MOVES, "lines": (*SIGNALS, *MOVES)}
"""The words of the game that stand where elsewhere an author's own ids do."""


def _bad_id(at: Spot, error: dict[str, Any]) -> Problem | None:
    is_key = error["loc"][-1] == "[key]"
    node = at.head if is_key else at.node
    if error["type"] == "reserved_id":
        message = f"'{short(node.value)}' cannot be an id: it stands for several followers."
        return node.problem("bad-id", message, hint=f"Choose another word, such as {node.value}_1.")
    hint = "Ids are small letters, digits and _, and start with a letter."
    tidy = as_id(node.value)
    beside = {key.value for spot_ in (at, *at.parents) for key, _ in spot_.node.pairs if is_key}
    if tidy and tidy in beside:
        hint += f" There is '{tidy}' already, so it needs another word, such as {tidy[:38]}_2."
    elif tidy:
        known = OF_THE_GAME.get(at.names[0], ()) if is_key and at.names else ()
        near = did_you_mean(tidy, known) or asked(word for word in known if set(word.split("_")) < set(tidy.split("_")))
        hint = f"{near} {hint}" if near else f"{hint} For example: {tidy}"
    return node.problem("bad-id", f"'{short(node.value)}' cannot be an id.", hint=hint)


def _upside_down(at: Spot, error: dict[str, Any]) -> Problem | None:
    values = [value for key, value in at.node.pairs if key.value in {"from", "until", "to", "at_least", "at_most"}]
    repair = ""
    if len(values) == 2 and len({node.line for node in (at.head, *values)}) == 1:
        one, other = values
        line = at.node.source.line(one.line)
        between = line[one.end_column - 1 : other.column - 1]
        repair = line[: one.column - 1] + other.value + between + one.value + line[other.end_column - 1 :]
    return at.head.problem("upside-down", f"{at.path}: {error['msg']}.", hint="Swap the two.", repair=repair)


def _empty_mix(at: Spot, error: dict[str, Any]) -> Problem | None:
    return at.head.problem("out-of-range", f"{at.path}: {error['msg']}.", hint="Give at least one of them a share.")


EXPLAIN: dict[str, Callable[[Spot, dict[str, Any]], Problem | None]] = {
    "missing": _missing,
    "extra_forbidden": unknown_key,
    "literal_error": _choice,
    "not_a_number": _not_a_number,
    "not_whole": _not_a_number,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "string_too_short": _short_text,
    "string_too_long": _long_text,
    "too_short": _few,
    "too_long": _many,
    "string_pattern_mismatch": _pattern,
    "bad_id": _bad_id,
    "reserved_id": _bad_id,
    "upside_down": _upside_down,
    "empty_mix": _empty_mix,
}


def empty_values(root: Node, told: set[int]) -> list[Problem]:
    """Keys with nothing behind them, except inside values already told to be wrong.

    Args:
        root: the tree.
        told: identities of nodes a problem has been found with.
    """
    found: list[Problem] = []

    def visit(node: Node, loc: Loc) -> None:
        if id(node) in told:
            return
        if node.kind == "none":
            found.append(_empty_value(spot(root, loc)))
        for name, value in node.pairs:
            visit(value, (*loc, name.value))
        for number, item in enumerate(node.items):
            visit(item, (*loc, number))

    visit(root, ())
    return found


def _empty_value(at: Spot) -> Problem:
    path = at.path or "This file"
    number = cut_number(at.parents[-1].node, at.key) if at.parents and at.key else None
    if number:
        return number
    if at.node.cut:
        lost = short(at.node.cut)
        message = f"{path} has no value: “{lost}” is dropped, because YAML takes # as the start of a comment."
        hint = f"Put the text in quotes: {quoted(lost)}"
        return at.head.problem("empty-value", message, hint=hint, repair=_with_quotes(at))
    needed = at.shape is not None and at.shape.is_needed
    hint = "Write one behind the colon." if needed else "Write one behind the colon, or leave the line out."
    behind = at.node.source.line(at.head.end_line)[at.head.end_column - 1 :]
    if (remark := re.fullmatch(r"\s*:\s*(#\s*\S.*?)\s*", behind)) and at.shape and at.shape.kind == "text":
        text = quoted(short(remark[1]))
        hint = f"# begins a remark, which is not read. If it belongs to the text, put all in quotes: {text}"
        return at.head.problem("empty-value", f"{path} has no value.", hint=hint)
    repair = ""
    if tight := re.fullmatch(r"([^:]+):(\S.*)", at.names[-1] if at.names else ""):
        hint = f"Put a space behind the colon: {tight[1]}: {short(tight[2])}"
        repair = at.head.instead(f"{tight[1]}: {tight[2]}") if at.head.plain else ""
    elif at.shape and at.shape.choices:
        hint = f"Write one of these{'' if needed else ', or leave the line out'}: {listed(at.shape.choices)}."
    elif at.shape and at.shape.field and at.shape.field.examples:
        hint = f"{hint} {example_for(at.names[-1], at.shape)}"
    return at.head.problem("empty-value", f"{path} has no value.", hint=hint, repair=repair)


def _with_quotes(at: Spot) -> str:
    """The line of a key whose text a # takes away, with the text in quotes; "" where it may be a remark."""
    line = at.node.source.line(at.head.end_line)
    head, sign, text = line.partition("#")
    if not sign or at.head.end_column - 1 > len(head) or at.shape is None or at.shape.kind != "text":
        return ""
    return f"{head}{quoted(sign + text.rstrip())}"
