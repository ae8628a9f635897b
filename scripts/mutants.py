"""Which small changes of a file can be made: one mutant each, told by file, operator and number.

The operators are those of Cosmic Ray that a tired programmer may make by mistake, and two of ours: a fraction that is a
little larger or smaller, and a text that says something else. Annotations, docstrings and messages of errors stay out.
"""

import ast
import difflib
import hashlib
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
    nodes, outside = list(ast_nodes(get_ast(text))), _left_out(text)
    found = []
    for name in (*OURS, *MISTAKES):
        operator, occurrence = _operator(name), -1
        for node in nodes:
            for number, (start, _) in enumerate(operator.mutation_positions(node)):
                occurrence += 1
                if _is_the_same(name, node, number):
                    continue
                if not any(first <= start < last for first, last in outside):
                    found.append(Mutant(path, source, name, occurrence, start[0]))
    return sorted(found, key=lambda m: (m.line, m.operator, m.occurrence))


def _is_the_same(operator: str, node: Any, number: int) -> bool:
    """Whether a change is none: the first of one episode, `[0, column]`, is also the last."""
    first = node.type == "number" and node.value == "0" and node.parent.type in {"subscriptlist", "trailer"}
    return bool(operator == "NumberReplacer" and number == 1 and first)


def _left_out(text: str) -> list[tuple[Spot, Spot]]:
    """From where to where nothing is changed: annotations, docstrings, what is raised or asserted."""
    found: list[tuple[Spot, Spot]] = []
    lines = text.encode("utf-8").splitlines()
    for node in ast.walk(ast.parse(text)):
        parts: list[ast.AST | None] = []
        match node:
            case ast.AnnAssign() | ast.arg():
                parts = [node.annotation]
            case ast.FunctionDef():
                parts = [node.returns]
            case ast.Raise() | ast.Assert():
                parts = [node]
            case ast.Expr(value=ast.Constant(value=str())):
                parts = [node]
        found += [_reach(part, lines) for part in parts if part is not None]
    return found


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
