"""Every test says in a sentence what a person can rely on; those that do not are counted, and become fewer."""

import ast
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
COUNTED = HERE / "without_a_docstring.txt"


def without() -> Counter[str]:
    """How many tests have no docstring, by folder."""
    found: Counter[str] = Counter()
    for path in sorted(HERE.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node):
                found[path.parent.relative_to(HERE).as_posix()] += 1
    return found


def allowed() -> dict[str, int]:
    """How many there may be, by folder."""
    lines = (line.split() for line in COUNTED.read_text(encoding="utf-8").splitlines())
    return {folder: int(number) for number, folder in lines}


def test_a_new_test_has_a_docstring():
    """No folder has more tests without one than `without_a_docstring.txt` says; write one for each new test."""
    most = allowed()

    assert {folder: number for folder, number in without().items() if number > most.get(folder, 0)} == {}


if __name__ == "__main__":
    COUNTED.write_text("".join(f"{number:4d} {folder}\n" for folder, number in sorted(without().items())), "utf-8")
