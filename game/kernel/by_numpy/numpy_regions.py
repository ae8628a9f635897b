"""Regions as Python text: skipped where the condition holds nowhere, and, among many values, done for the few alone."""

from game.kernel.by_numpy.expressions import value_of
from game.kernel.by_numpy.numpy_writer import Writer
from game.kernel.graph.graph import CONSTANT, EPISODE, FOLLOWER, INPUT
from game.kernel.graph.regions import GuardedRegion

FEW = 4  # up to one value in so many, picking them out costs less than doing them all


def write_region(writer: Writer, region: GuardedRegion) -> None:
    """Writes a region into the day.

    Args:
        writer: of the day.
        region: what is skipped together.
    """
    graph, condition = writer.graph, writer.name(region.condition)
    for number in region.steps:
        if graph.nodes[number].operation == INPUT and number not in writer.names:
            writer.step(number)
    names, outer, known = dict(writer.names), writer.lines, set(writer.masks.known) if writer.masks else set()
    writer.lines = []
    for number in region.steps:
        if graph.nodes[number].operation != INPUT:
            writer.step(number)
    whole, writer.lines = writer.lines, outer
    if writer.masks:
        writer.masks.leave(known)
    if writer.masks and graph.nodes[region.condition].axes & FOLLOWER:
        writer.lines += [
            f"some = flatnonzero({condition})",
            f"if some.size * {FEW} > {condition}.size:",
            *(f"    {line}" for line in whole),
            "elif some.size:",
            *(f"    {line}" for line in _few(writer, region, names)),
        ]
    else:
        writer.lines += [f"if worth_asking({condition}):", *(f"    {line}" for line in whole)]


def _few(writer: Writer, region: GuardedRegion, names: dict[int, str]) -> list[str]:
    """The region for those alone for whom the condition holds."""
    graph, found, lines = writer.graph, dict[int, str](), list[str]()

    def name(number: int) -> str:
        node = graph.nodes[number]
        if node.operation == CONSTANT or not node.axes:
            return writer.name(number)
        if number not in found:
            found[number] = f"z{number}"
            at = {EPISODE: "some % width", FOLLOWER: "some // width"}.get(node.axes, "some")
            lines.append(f"z{number} = {names[number]}.take({at})")
        return found[number]

    for number in region.steps:
        node = graph.nodes[number]
        if node.operation != INPUT:
            arguments = [name(a) for a in node.arguments]
            lines.append(f"z{number} = {value_of(node, arguments)}")
            found[number] = f"z{number}"
    if any(" width" in line for line in lines):
        lines.insert(0, "width = before.shape[-1]")
    lines += [f"{writer.names[n]}.reshape(-1)[some] = z{n}" for n in region.results]
    return lines
