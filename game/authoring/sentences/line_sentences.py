"""What is said: lines, talks, words to draw from, and moves of the scenario's own."""

from collections.abc import Iterable, Iterator, Mapping

from game.authoring.sentences.plain_words import and_, further, or_, quotes, spaced
from game.files import stopped
from game.scenario.format.condition_words import in_words
from game.scenario.format.schema import WrittenMove
from game.scenario.format.schema_story import LineBlock
from game.scenario.format.schema_talks import WrittenTalk


def lines_said(lines: Mapping[str, Iterable[LineBlock]], names: Mapping[str, str]) -> Iterator[str]:
    """The wordings for each signal or move."""
    for kind, wordings in lines.items():
        for line in wordings:
            yield f"{_called(kind, names)}: {_wording(line, names)}"


def talk(one: WrittenTalk, names: Mapping[str, str]) -> str:
    """A talk with its turns."""
    whom = f" with {or_(names.get(who, spaced(who)) for who in one.by)}" if one.by else ""
    about = f" For those who love {or_(map(spaced, one.about))}." if one.about else ""
    when = f" Begun only when {in_words(one.when, names)}." if one.when else ""
    lines = [f"“{one.fact}”{whom}, begun by “{names.get(one.starts, one.starts)}”.{about}{when}"]
    for turn in one.turns:
        short = f" In few words: {_wordings(turn.short, names)}" if turn.short else ""
        lines.append(f"\n  - You: {_wordings(turn.you, names)} They: {_wordings(turn.warm, names)}{short}")
    if one.thanks:
        lines.append(f"\n  - Thanks: {_wordings(one.thanks, names)}")
    if one.notes:
        lines.append(f"\n  - For fellow trainers: {one.notes}")
    return "".join(lines)


def move(name: str, one: WrittenMove, names: Mapping[str, str]) -> str:
    """A move of the scenario's own, or what it changes of one."""
    text = f" {one.text}" if one.text else ""
    rest = further(one, ("title", "text"), names)
    return f"“{names.get(name, spaced(name))}” ({name}).{text}{f' {rest}' if rest else ''}"


def words(name: str, texts: Iterable[str]) -> str:
    """An entry of words to draw from."""
    return stopped(f"{{{name}}} is one of {quotes(texts)}")


def _called(kind: str, names: Mapping[str, str]) -> str:
    return f"With “{names[kind]}” you say" if kind in names else f"For {spaced(kind)}"


def _wordings(lines: Iterable[LineBlock], names: Mapping[str, str]) -> str:
    return " ".join(_wording(line, names) for line in lines)


def _wording(line: LineBlock, names: Mapping[str, str]) -> str:
    by = f" ({and_(names.get(who, spaced(who)) for who in line.by)})" if line.by else ""
    when = f" (when {in_words(line.when, names)})" if line.when else ""
    answers = stopped(f" You can answer {quotes(line.answers)}") if line.answers else ""
    replies = stopped(f" Warm replies to that: {quotes(line.replies)}") if line.replies else ""
    return f"“{line.text}”{by}{when}{answers}{replies}"
