"""What can be noticed of somebody, in words: never more than a line of theirs bears out, and by turns."""

from collections.abc import Mapping, Sequence

from game.scenario.texts.texts import NoticeWords
from game.session.words.line_choice import fill, scene_in_turn
from game.session.words.personas import Persona, pronoun_words
from game.session.words.spoken import Clue


def noticed(
    words: NoticeWords,
    person: Persona,
    extra: Mapping[str, str],
    line: str,
    used: Sequence[str] = (),
    seed: int = 0,
) -> Clue | None:
    """A clue in words, those first that were least told of others; nothing where a line of theirs does not bear it out.

    Args:
        words: of the clue.
        person: of whom it is noticed.
        extra: what placeholders stand for, besides the name.
        line: what was said; "" where the clue is something they did, or stands on their page.
        used: keys of the wordings of the run so far.
        seed: of the run; the same person is noticed in other words in another.
    """
    values = {"name": person.name, "first": person.first, **pronoun_words(person.pronouns), **extra}
    texts = {words.every_text.index(text): fill(text, values) for text in words.borne_out(line)}
    told = {number: text for number, text in texts.items() if "{" not in text} or texts
    if not told:
        return None
    keys = {number: f"notice.{words.id}.{number}" for number in told}
    number = scene_in_turn(list(told), {number: used.count(key) for number, key in keys.items()}, person.look + seed)
    return Clue(words.icon, fill(words.title, values), told[number], keys[number])
