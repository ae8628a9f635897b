"""Words in braces: what they stand for, where they are filled in, and what nobody uses."""

import re
from collections.abc import Iterator

from game.scenario.format.vocabulary import SIGNALS
from game.scenario.lint.bounds import possible_motives
from game.scenario.lint.rules.filled_texts import filled_as, filled_texts
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.phrases import did_you_mean, listed, meant
from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.quoting import short
from game.scenario.reading.tree import Node
from game.scenario.texts.texts import PLACEHOLDERS

_BRACED = re.compile(r"\{([^{}\n]*)\}")
_DOUBLED = re.compile(r"\{\{([^{}\n]*)\}\}")
_FILLED = re.compile(r"[a-z_]+")  # what the game takes for a word between braces
_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"\s*[^\W\d][\w -]*")
_OPENED = re.compile(r"\{([^\W\d]\w*)(?![^{}\n]*\})")
_TYPED = ("", "")  # what `filled_as` says of a text that is not filled in
_SHORTEST = 3  # words of a matter that say nothing: the, for, of
_NOT_IN_TALKS = ("news", "content", "post", "quote", "need", "day", "topic", "move")
_ONLY_IN_MOVES = ("move",)
_NOWHERE_YET = ("day",)


def _mark(node: Node, part: str, code: str, message: str, hint: str = "", answer: str = "") -> Problem:
    """A problem at a part of a text, where it can be found on one of its lines; else at the whole of it.

    Args:
        node: the text.
        part: what is wrong in it.
        code: of the problem.
        message: what is wrong.
        hint: what to do.
        answer: what should stand in place of the part, where that is known.
    """
    for number in range(node.line, node.end_line + 1):
        start = node.column - 1 if number == node.line else 0
        column = node.source.line(number).find(part, start)
        if column >= 0:
            line = node.source.line(number)
            repair = line[:column] + answer + line[column + len(part) :] if answer else ""
            return problem(code, node.source, number, column + 1, message, width=len(part), hint=hint, repair=repair)
    return node.problem(code, message, hint=hint)


def unknown_words(subject: Subject) -> Iterator[Problem]:
    """`word-unknown`, `brace-open`: braces in lines must hold a word the game or the file knows."""
    known = (*PLACEHOLDERS, *subject.written.words)
    for _, node in filled_texts(subject, "lines", "talks"):
        doubled = dict.fromkeys(_DOUBLED.findall(node.value))
        for name in doubled:
            part, hint = f"{{{{{name}}}}}", f"One pair is enough: {{{name}}}"
            yield _mark(node, part, "brace-open", f"'{short(part)}' has its braces twice.", hint, f"{{{name}}}")
        rest = _BRACED.sub("", _DOUBLED.sub("", node.value))
        for brace in sorted(set(rest) & set("{}")):
            which = "opened and not closed" if brace == "{" else "closed and not opened"
            hint = "Write a word between two braces, such as {name}."
            yield _mark(node, brace, "brace-open", f"A brace is {which} here.", hint)
        for name in dict.fromkeys(_BRACED.findall(node.value)):
            part = f"{{{name}}}"
            if name in known and not _FILLED.fullmatch(name):
                hint = "Words between braces have small letters and _ only; give the entry another id."
                yield _mark(node, part, "word-unknown", f"'{part}' is not filled in.", hint)
            elif name not in known:
                answer = meant(name, known)
                hint = did_you_mean(name, known, "{{{}}}")
                hint = hint or f"Known: {listed([f'{{{k}}}' for k in known], near=part)}."
                message = f"'{short(part)}' stands for nothing."
                yield _mark(node, part, "word-unknown", message, hint, f"{{{answer}}}" if answer else "")


def nested_words(subject: Subject) -> Iterator[Problem]:
    """`word-loop`, `word-nested`: what is drawn from `words` is not filled in again."""
    words = subject.written.words
    leads = {name: {w for text in texts for w in _BRACED.findall(text)} & set(words) for name, texts in words.items()}
    for name, node in filled_texts(subject, "words"):
        for inner in dict.fromkeys(_BRACED.findall(node.value)):
            part = f"{{{inner}}}"
            if inner in words and name in _reached(inner, leads):
                hint = "Write the words out."
                yield _mark(node, part, "word-loop", f"'{{{name}}}' leads back to itself.", hint)
            else:
                message = f"'{short(part)}' is shown as typed: what is drawn from words is not filled in again."
                hint = "Write it out, or put both words into the line."
                yield _mark(node, part, "word-nested", message, hint)


def _reached(start: str, leads: dict[str, set[str]]) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        for inner in leads.get(todo.pop(), set()) - found:
            found.add(inner)
            todo.append(inner)
    return found


def words_elsewhere(subject: Subject) -> Iterator[Problem]:
    """`word-elsewhere`: only lines, talks and clues are filled in; elsewhere braces are shown, misspelt or not.

    The one exception is the first name in a hint that waits for what can be seen: there, `word-unknown` tells a slip.
    """
    for shape, node, path in subject.values:
        if shape.kind != "text" or node.kind != "text" or "{" not in node.value:
            continue
        if shape.ref or shape.picture or path[-1] == "notes" or path[0] == "words" or filled_as(path) != _TYPED:
            continue
        about_somebody = path[0] == "tutorial" and subject.written.tutorial[path[1]].seen
        for part, name in _meant_as_words(subject, node.value):
            if not about_somebody:
                hint = "Only texts under lines:, talks: and clues: are filled in. Write out what is meant."
                yield _mark(node, part, "word-elsewhere", f"'{short(part)}' is shown as typed here.", hint)
            elif part != "{first}":
                answer = "{first}" if meant(name, ["first"]) else ""
                hint = "Did you mean '{first}'?" if answer else "A hint knows {first} only. Write out what is meant."
                yield _mark(node, part, "word-unknown", f"'{short(part)}' stands for nothing here.", hint, answer)


def _meant_as_words(subject: Subject, text: str) -> Iterator[tuple[str, str]]:
    """What looks like a word to be filled in, as it is written and without its braces: closed, or not closed and known.

    Sums and signs between braces are none.
    """
    known = {*PLACEHOLDERS, *subject.written.words}
    for name in dict.fromkeys(_BRACED.findall(text)):
        if _WORDS.fullmatch(name):
            yield f"{{{name}}}", name
    for name in dict.fromkeys(_OPENED.findall(text)):
        if meant(name, known):
            yield f"{{{name}", name


def unused_words(subject: Subject) -> Iterator[Problem]:
    """`word-unused`: entries of `words` that no line draws from."""
    texts = filled_texts(subject, "lines", "talks", "words")
    used = {name for _, node in texts for name in _BRACED.findall(node.value)}
    for name in subject.written.words:
        if name not in used and name not in PLACEHOLDERS:  # lines of the game draw from those
            hint = f"Write {{{name}}} in a line, or take the entry out."
            yield subject.key("words", name).problem("word-unused", f"No line draws from '{name}'.", hint=hint)


def dead_lines(subject: Subject) -> Iterator[Problem]:
    """`line-dead`: lines for somebody who is not here, on an occasion that never comes, or with a word never given."""
    here = _speakers(subject) if subject.written.lines else frozenset()
    for kind, lines in subject.written.lines.items():
        for number, line in enumerate(lines):
            why = _no_value(kind, line.text)
            if line.by and here.isdisjoint(line.by):
                why = f"nobody here is {' or '.join(line.by)}"
            elif not why and line.when is not None:
                about = [name for name in line.by if name in subject.written.followers]
                if not subject.reach.may(line.when, about).any():
                    why = "its 'when' never holds"
            if why:
                node = subject.key("lines", kind, number)
                yield node.problem("line-dead", f"This line is never said: {why}.", hint="Mend it, or take it out.")


def _talk_words_missing(subject: Subject) -> Iterator[Problem]:
    for _, node in filled_texts(subject, "talks"):
        for name in dict.fromkeys(_BRACED.findall(node.value)):
            if name in _NOT_IN_TALKS:
                why = f"there may be no word for '{{{name}}}' in a talk"
                hint = "Write out what is meant."
                yield _mark(node, f"{{{name}}}", "line-dead", f"This line is never said: {why}.", hint)


def dead_talks(subject: Subject) -> Iterator[Problem]:
    """`line-dead`: talks that nobody here can have."""
    here = _speakers(subject) if subject.written.talks else frozenset()
    yield from _talk_words_missing(subject)
    topics = {topic for who in subject.scenario.followers.values() for topic in who.loves}
    topics |= set(subject.reach.compiled.topics)
    for name, talk in subject.written.talks.items():
        why = ""
        if talk.by and here.isdisjoint(talk.by):
            why = f"nobody here is {' or '.join(talk.by)}"
        elif talk.about and topics.isdisjoint(talk.about):
            why = f"nobody here loves {' or '.join(talk.about)}"
        elif talk.when is not None:
            about = [who for who in talk.by if who in subject.written.followers]
            why = "" if subject.reach.may(talk.when, about).any() else "its 'when' never holds"
        if why:
            hint = "Mend it, or take it out."
            yield subject.key("talks", name).problem("line-dead", f"This talk is never begun: {why}.", hint=hint)


def unnamed_talks(subject: Subject) -> Iterator[Problem]:
    """`talk-unnamed`: a later turn that does not say what it comes back to."""
    for name, talk in subject.written.talks.items():
        words = {word for word in _WORD.findall(talk.fact.lower()) if len(word) > _SHORTEST} or {talk.fact.lower()}
        for number, turn in enumerate(talk.turns[1:], 1):
            for place, line in enumerate(turn.you):
                said = line.text.lower()
                if "{fact}" not in said and not any(word in said for word in words):
                    node = subject.key("talks", name, "turns", number, "you", place)
                    message = f"This turn comes days later and does not name '{talk.fact}'."
                    yield node.problem("talk-unnamed", message, hint="Name it, or write {fact}.")


def _speakers(subject: Subject) -> frozenset[str]:
    """Whom a line may be for: followers, motives and archetypes that somebody here has or may have."""
    table = subject.reach.compiled.rules.motives
    possible = possible_motives(subject.reach.compiled).T
    motives = {name for name, may_be in zip(table.ids, possible, strict=True) if may_be.any()}
    bases = {who.based_on for who in subject.scenario.followers.values()} | set(subject.reach.compiled.archetypes)
    return frozenset({*subject.scenario.followers, *motives, *bases} - {""})


def _no_value(kind: str, text: str) -> str:
    """Why the game never has a word for one of a line's braces; empty if it may."""
    never = (*_NOWHERE_YET, *(_ONLY_IN_MOVES if kind in SIGNALS else ()))
    found = next((name for name in _BRACED.findall(text) if name in never), "")
    return f"there is never a word for '{{{found}}}' here" if found else ""


def repeated_lines(subject: Subject) -> Iterator[Problem]:
    """`line-repeats`: one wording only for something said often."""
    once = {"buys", "buys_elsewhere", "unfollows", "blocks", "accepts"}
    for kind, lines in subject.written.lines.items():
        if len(lines) == 1 and kind not in once:
            message = f"'{kind}' has one wording of your own only; players will meet it again and again."
            yield subject.key("lines", kind).problem("line-repeats", message, hint="Write two or three more.")


RULES: tuple[Rule, ...] = (
    unknown_words,
    nested_words,
    words_elsewhere,
    unused_words,
    dead_lines,
    dead_talks,
    unnamed_talks,
    repeated_lines,
)
