"""One word, one thing: no two public classes or types of the game share a name."""

import ast
from collections import defaultdict
from pathlib import Path

import game

ROOT = Path(game.__file__).parent


def types_of(path: Path) -> list[str]:
    """The public classes of a file, and what it gives a name like a class: unions, literals, callables."""
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name) | ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
                if name[0].isupper() and not name.isupper():
                    found.append(name)
    return found


def test_no_two_types_share_a_name():
    """Whoever reads `Layout` or `Choices` in one file may look it up anywhere."""
    places = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        if "_data" not in path.parts:
            for name in types_of(path):
                places[name].append(path.relative_to(ROOT).as_posix())

    assert {name: where for name, where in places.items() if len(where) > 1} == {}
