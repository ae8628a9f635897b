"""Which small changes of a file can be made: one mutant each, told by file, operator and number.

The operators are those of Cosmic Ray that a tired programmer may make by mistake, and two of ours: a fraction that is a
little larger or smaller, and a text that says something else. Annotations, docstrings and messages of errors stay out,
and so does what can change nothing to anybody; docs/decisions/007 has each rule with its reason.
"""

import ast
import difflib
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

Spot = tuple[int, int]  # line from 1, column from 0

SWAPS = {
    "ReplaceBinaryOperator": "Add_Sub Sub_Add Mul_Div Div_Mul Mod_Mul BitAnd_BitOr BitOr_BitAnd",
    "ReplaceComparisonOperator": "Lt_LtE LtE_Lt Gt_GtE GtE_Gt Lt_GtE Gt_LtE Eq_NotEq NotEq_Eq Is_IsNot IsNot_Is",
    "ReplaceUnaryOperator": "USub_UAdd Delete_Not",
}
OTHERS = (
    "AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "ZeroIterationForLoop",
    "NumberReplacer",
)  # fmt: skip
MISTAKES = (*(f"{kind}_{swap}" for kind, swaps in SWAPS.items() for swap in swaps.split()), *OTHERS)
"""Operators by their names in Cosmic Ray. Others make what no one writes by mistake, such as `+` into `<<`."""

WHOLE = frozenset({
    "present", "bought", "buys", "human", "happy", "elsewhere", "looked", "compliment", "mutual",
    "to_all", "faux_pas", "reads",
})  # fmt: skip
"""Figures that are whole numbers, mostly 0 or 1: whether one is above a half, or above 0.55, is the same question."""
BORDER_MOVED = (
    "FractionShifted",
    *(f"ReplaceComparisonOperator_{swap}" for swap in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
)
"""Operators that move a border by little, or only onto itself."""
LARGE = 1_000
"""Of a number so large one more or less is a thousandth at most: other dice perhaps, but no other rule."""


class FractionShifted:
    """A fraction a tenth larger, and a tenth smaller: the size of change that is made when numbers are tuned."""

    SHARES = (1.1, 0.9)

    def mutation_positions(self, node: Any) -> Iterator[tuple[Spot, Spot]]:
        """One for each share, at a number with a point and another value than 0."""
        if node.type == "number" and "." in node.value and float(node.value) != 0.0:
            for _ in self.SHARES:
                yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Changes the number."""
        node.value = f"{float(node.value) * self.SHARES[index]:.6g}"
        return node


class TextChanged:
    """A text that says something else: one more word at its beginning."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Spot, Spot]]:
        """Texts that are plain and have more than one word; a single word is mostly a name."""
        if node.type == "string" and " " in node.value.strip() and node.value[0] in "'\"":
            yield node.start_pos, node.end_pos
        if node.type == "fstring_string" and " " in node.value.strip():
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Puts a word in front."""
        del index
        if node.type == "fstring_string":
            node.value = "Oops " + node.value
        else:
            quotes = 3 if node.value[:3] in {"'''", '"""'} else 1
            node.value = node.value[:quotes] + "Oops " + node.value[quotes:]
        return node


OURS = {"FractionShifted": FractionShifted, "TextChanged": TextChanged}


@dataclass(frozen=True)
class Mutant:
    """One small change of one file."""

    path: str  # of the file, from the root of the checkout
    source: str  # the first of its SHA-256, so that a changed file has other mutants
    operator: str
    occurrence: int  # 0.., in the order of the file
    line: int  # 1..

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.path} {self.source} {self.operator} {self.occurrence}"


def _operator(name: str) -> Any:
    """An operator by its name: ours, or one of Cosmic Ray."""
    if name in OURS:
        return OURS[name]()
    from cosmic_ray.plugins import get_operator

    return get_operator(f"core/{name}")()


def mutants_of(root: Path, path: str) -> list[Mutant]:
    """All mutants of a file, in the order of its lines.

    Args:
        root: of the checkout.
        path: of the file, from there.
    """
    from cosmic_ray.ast import ast_nodes, get_ast

    text = (root / path).read_text(encoding="utf-8")
    source = hashlib.sha256(text.encode()).hexdigest()[:12]
    nodes, outside, halves = list(ast_nodes(get_ast(text))), _left_out(text), _halves(text)
    found = []
    for name in (*OURS, *MISTAKES):
        operator, occurrence = _operator(name), -1
        for node in nodes:
            for number, (start, _) in enumerate(operator.mutation_positions(node)):
                occurrence += 1
                if _is_the_same(name, node, number):
                    continue
                if name in BORDER_MOVED and any(first <= start < last for first, last in halves):
                    continue
                if not any(first <= start < last for first, last in outside):
                    found.append(Mutant(path, source, name, occurrence, start[0]))
    return sorted(found, key=lambda m: (m.line, m.operator, m.occurrence))


def _is_the_same(operator: str, node: Any, number: int) -> bool:
    """Whether a change is none: the first of one episode, `[0, column]`, is also the last; or of no weight."""
    if operator != "NumberReplacer":
        return False
    first = node.value == "0" and node.parent.type in {"subscriptlist", "trailer"}
    return bool(number == 1 and first) or (node.value.replace("_", "").isdecimal() and int(node.value) >= LARGE)


def _left_out(text: str) -> list[tuple[Spot, Spot]]:
    """From where to where nothing is changed: annotations, docstrings, what is raised or asserted, what no one sees."""
    found: list[tuple[Spot, Spot]] = []
    lines = text.encode("utf-8").splitlines()
    for node in ast.walk(ast.parse(text)):
        parts: list[ast.AST | None] = []
        match node:
            case ast.AnnAssign() | ast.arg():
                parts = [node.annotation]
            case ast.FunctionDef():
                parts = [node.returns]
            case ast.ClassDef():  # flags such as `frozen` guard those who write code
                parts = [part for part in node.decorator_list if isinstance(part, ast.Call)]
            case ast.keyword(arg="strict" | "maxsize"):  # of zip: lengths never differ; of a cache: the same, sooner
                parts = [node.value]
            case ast.If(test=ast.Compare(comparators=[ast.Constant(value="win32")])):  # runs on other systems only
                parts = [node.test, *(node.orelse if sys.platform == "win32" else node.body)]
            case ast.Raise() | ast.Assert():
                parts = [node]
            case ast.Expr(value=ast.Constant(value=str())):
                parts = [node]
        found += [_reach(part, lines) for part in parts if part is not None]
    return found


def _halves(text: str) -> list[tuple[Spot, Spot]]:
    """From where to where a whole number is compared with a half."""
    lines = text.encode("utf-8").splitlines()
    return [
        _reach(node, lines) for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Compare) and _names_in(node.left) & WHOLE
        and all(isinstance(part, ast.Constant) and part.value == 0.5 for part in node.comparators)
    ]  # fmt: skip


def _names_in(node: ast.AST) -> set[str]:
    """Names of fields and keys in an expression."""
    found = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    return found | {str(part.value) for part in ast.walk(node) if isinstance(part, ast.Constant)}


def _reach(node: Any, lines: list[bytes]) -> tuple[Spot, Spot]:
    """From where to where a node stands, in characters; `ast` counts bytes."""

    def spot(line: int, column: int) -> Spot:
        return line, len(lines[line - 1][:column].decode("utf-8"))

    return spot(node.lineno, node.col_offset), spot(node.end_lineno, node.end_col_offset)


@lru_cache(maxsize=8)
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def mutated(root: Path, mutant: Mutant) -> str:
    """The text of the file with the change."""
    from cosmic_ray.mutating import mutate_code

    changed = mutate_code(_text(root / mutant.path), _operator(mutant.operator), mutant.occurrence)
    assert isinstance(changed, str)
    return changed


def change(root: Path, mutant: Mutant) -> tuple[str, str]:
    """The lines that differ, as they were and as they are in the mutant."""
    lines = difflib.ndiff(_text(root / mutant.path).splitlines(), mutated(root, mutant).splitlines())
    both = [line for line in lines if line[:2] in {"- ", "+ "}]
    old, new = ([line[2:].strip() for line in both if line[0] == sign] for sign in "-+")
    return " ".join(old), " ".join(new)
