"""Sentences of the session and the coach stand where the design page says: whoever looks for words finds them."""

import ast
import re
from pathlib import Path

import game
from tests.test_layers import table_below

ROOT = Path(game.__file__).parent
NAMED_FOR_WORDS = re.compile(r"_(told|texts?|words)$")
SENTENCE = re.compile(r"\S+( \S+){3,}[.?!][”\"]?")  # four words or more, and its end


def sentences_of(text: str) -> list[str]:
    """Whole sentences in a file's code; docstrings, refusals and other errors left out.

    >>> sentences_of("def f():\\n    \'It does this and that.\'\\n    raise Refused(\'This is not to be done.\')")
    []
    >>> sentences_of("TOLD = \'They would not have bought.\'")
    ['They would not have bought.']
    """
    tree = ast.parse(text)
    left_out = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise | ast.Assert)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Refused", "MalformedEntryError"})
        for part in ast.walk(node)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out
        and SENTENCE.fullmatch(node.value.strip())
    ]  # fmt: skip


def test_sentences_stand_where_the_page_says():
    """In modules that are called for words, or in the table; and no module stands in it that has none."""
    listed = {name.strip("`") for name, *_ in table_below("| module | what its sentences tell |")}
    found = {
        path.relative_to(ROOT).as_posix()
        for layer in ("session", "coach")
        for path in sorted((ROOT / layer).rglob("*.py"))
        if not NAMED_FOR_WORDS.search(path.stem) and sentences_of(path.read_text(encoding="utf-8"))
    }

    assert found == listed
