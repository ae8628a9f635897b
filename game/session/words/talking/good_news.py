"""Which good news somebody tells: what suits their life, and nobody else has told as long as there is more."""

from collections.abc import Sequence

from game.scenario.texts.texts import News
from game.session.words.line_choice import key_in_turn
from game.session.words.personas import Persona, says_old


def suits(news: News, person: Persona) -> bool:
    """Whether a piece of news is true to what is written of somebody.

    Args:
        news: any.
        person: who would tell it.
    """
    old = says_old(person.bio)
    if news.kind == "new_life":
        return not person.written and old is not True
    return news.kind == "anybody" or (not person.written and old is not False)


def news_key(news: News) -> str:
    """The key by which it is remembered that news was told."""
    return f"news.{news.text}"


def news_in_turn(all_news: Sequence[News], person: Persona, used: tuple[str, ...], draw: float) -> News:
    """The news that somebody tells: of what suits them, what was told least in this run, by turns.

    Args:
        all_news: of the game.
        person: who tells it.
        used: keys of all wordings of the run, oldest first.
        draw: chance, 0..1.
    """
    apt = [news for news in all_news if suits(news, person)]
    return apt[key_in_turn([news_key(news) for news in apt], used, draw)]
