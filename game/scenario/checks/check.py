"""The layers of checking a tree: its format version, its shape, what names what."""

from pydantic import ValidationError

from game.scenario.checks.misfits import empty_values, explain
from game.scenario.checks.references import check_references
from game.scenario.format.schema import FORMAT, WrittenScenario
from game.scenario.problems.problems import Problem
from game.scenario.reading.tree import Node, plain


def check_shape(root: Node) -> tuple[WrittenScenario | None, list[Problem]]:
    """The scenario a tree describes, or what keeps it from being one."""
    version = _version(root)
    if version:
        return None, [version]
    try:
        scenario = WrittenScenario.model_validate(plain(root))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        problems = explain(root, [dict(e) for e in errors])
        problems += empty_values(root, _nodes_at_fault(root, problems))
        return None, problems
    return scenario, []


def faults_of(root: Node) -> tuple[int, ...]:
    """The lines on which a tree does not fit the format: they tell good repairs from bad ones."""
    scenario, found = check_shape(root)
    if scenario is not None:
        found = [p for p in check_references(root, None) if p.is_error or p.code == "line-unknown"]
    return tuple(p.line for p in found)


def _nodes_at_fault(root: Node, problems: list[Problem]) -> set[int]:
    """Identities of the nodes at which problems were found."""
    places = {(p.line, p.column) for p in problems}
    found = set()
    todo = [root]
    while todo:
        node = todo.pop()
        if (node.line, node.column) in places and node is not root:
            found.add(id(node))
        for key, value in node.pairs:
            if (key.line, key.column) in places and value.kind == "none":
                found.add(id(value))
            todo.append(value)
        todo.extend(node.items)
    return found


def _version(root: Node) -> Problem | None:
    node = root.get("scenario_format")
    if node is None or node.kind != "text" or not node.value.isascii() or not node.value.isdigit():
        return None  # missing or no number: told with the rest
    if node.value.lstrip("0") == str(FORMAT):
        return None
    message = f"Format {node.value[:12]} is not known to this version of the game (it reads format {FORMAT})."
    hint = "Update the game." if int(node.value[:12]) > FORMAT else f"Write scenario_format: {FORMAT}"
    return node.problem("format-version", message, hint=hint)
