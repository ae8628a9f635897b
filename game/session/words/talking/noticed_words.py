"""What can be noticed of somebody, in words: never more than a line of theirs bears out."""

from collections.abc import Mapping

from game.scenario.texts.texts import NoticeWords
from game.session.words.line_choice import fill
from game.session.words.personas import Persona, pronoun_words
from game.session.words.spoken import Clue


def noticed(words: NoticeWords, person: Persona, extra: Mapping[str, str], line: str) -> Clue | None:
    """A clue in words; nothing where a line of theirs does not bear it out.

    Args:
        words: of the clue.
        person: of whom it is noticed.
        extra: what placeholders stand for, besides the name.
        line: what was said; "" where the clue is something they did, or stands on their page.
    """
    values = {"name": person.name, "first": person.first, **pronoun_words(person.pronouns), **extra}
    texts = [fill(text, values) for text in words.borne_out(line)]
    told = [text for text in texts if "{" not in text] or texts
    return Clue(words.icon, fill(words.title, values), told[person.look % len(told)]) if told else None
