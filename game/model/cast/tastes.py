"""What followers love and enjoy, and what each content is worth to them."""

from functools import lru_cache

import numpy as np

from game.model.arrays import Array, freeze
from game.model.cast.dealing import loved_anew
from game.model.cast.written import Cast, drawn_before
from game.model.chance import TRAIT_STREAM
from game.model.philox import pairs


def _loved(cast: Cast, favourite: Array, other: Array) -> Array:
    """What they love (F, X, T), 0..1, from a favourite topic and a second (X,): little of the rest; or as is known."""
    number = np.arange(cast.love.shape[1])
    drawn = np.where(number == favourite[:, None], 0.85, np.where(number == other[:, None], 0.55, 0.25))
    return np.where(cast.love[:, None] >= 0.0, cast.love[:, None], drawn)


def _enjoyed(cast: Cast, one: Array, other: Array) -> Array:
    """Which formats they enjoy (F, X, N), 0 or 1, from two of them (X,); or as is known."""
    number = np.arange(cast.likes_format.shape[1])
    drawn = ((number == one[:, None]) | (number == other[:, None])).astype(np.float64)
    return np.where(cast.likes_format[:, None] >= 0.0, cast.likes_format[:, None], drawn)


def _combination(pair: Array, number: int) -> Array:
    """Which two of so many things a pair of draws (2, ...) picks, as one number 0..number² − 1."""
    one, other = np.floor(pair * number)
    return np.asarray((one * number + other).astype(np.int64))


def _by_combination(number: int) -> tuple[Array, Array]:
    """The first and the second of two things, by the number of their combination."""
    return tuple(np.divmod(np.arange(number * number), max(1, number)))  # type: ignore[return-value]


def draw_tastes(cast: Cast, seed: int, episode: int) -> tuple[Array, Array]:
    """What the followers of one episode love (F, T), 0..1, and which formats they enjoy (F, N), 0 or 1."""
    followers, formats = cast.likes_format.shape
    episodes = np.array([episode])
    drawn = drawn_before(cast, seed, episodes, (TRAIT_STREAM + 9, TRAIT_STREAM + 10), pairs)
    love = _loved_by(cast, drawn[0], seed, episodes)[:, 0]
    return love, _enjoyed(cast, *_by_combination(formats))[np.arange(followers), _combination(drawn[1], formats)[:, 0]]


def _loved_by(cast: Cast, topics: Array, seed: int, episodes: Array) -> Array:
    """What each loves in each episode (F, B, T), 0..1, from a pair of draws (2, F, B)."""
    number = cast.love.shape[1]
    who = np.arange(len(cast.love))[:, None]
    love = _loved(cast, *_by_combination(number))[who, _combination(topics, number)]
    return love if cast.lives is None else loved_anew(cast.lives, love, seed, episodes)


def _worth(love: Array, about: Array) -> Array:
    """What the topics of each content are worth (..., C), 0..1, by what is loved (..., T).

    The best-loved topic of a content counts 70 %, the mean of its topics 30 %.
    """
    found = np.empty((*love.shape[:-1], len(about)))
    for content, topics in enumerate(about):
        chosen = np.flatnonzero(topics > 0.0)
        if len(chosen) == 0:
            best = mean = np.full(love.shape[:-1], 0.3)
        else:
            best = total = love[..., chosen[0]]
            for topic in chosen[1:]:
                best = np.maximum(best, love[..., topic])
                total = total + love[..., topic]
            mean = total / float(len(chosen))
        found[..., content] = 0.7 * best + 0.3 * mean
    return found


def _picked(table: Array, combination: Array) -> Array:
    """Rows of a table (F, X, C) by combinations (F, B): (F, B, C)."""
    followers, width, contents = table.shape
    rows = combination + (np.arange(followers) * width)[:, None]
    found: Array = np.take(table.reshape(followers * width, contents), rows, axis=0, mode="clip")
    return found


@lru_cache(maxsize=8)
def _tables(cast: Cast) -> tuple[Array, Array]:
    """Worth by what they love (F, T², C) and by what they enjoy (F, N², C); a format they do not enjoy leaves 65 %."""
    love = _loved(cast, *_by_combination(cast.love.shape[1]))
    enjoyed = _enjoyed(cast, *_by_combination(cast.likes_format.shape[1]))[:, :, cast.content_format]
    return freeze(_worth(love, cast.about)), freeze(0.65 + 0.35 * enjoyed)


def fit_of(cast: Cast, topics: Array, formats: Array, seed: int, episodes: Array) -> Array:
    """What each content is worth to each follower (F, B, C), 0..1: topic times format, from two pairs of draws."""
    by_topics, by_formats = _tables(cast)
    if cast.lives is not None and cast.lives.loves_vary > 0.0:
        found = _worth(_loved_by(cast, topics, seed, episodes), cast.about)
    else:
        found = _picked(by_topics, _combination(topics, cast.love.shape[1]))
    found *= _picked(by_formats, _combination(formats, cast.likes_format.shape[1]))
    return found
