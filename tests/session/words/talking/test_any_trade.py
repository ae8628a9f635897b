"""What the house lets people say of what you sell fits a roastery, a bindery, a baker, a book and a dog walker."""

import re

from game.scenario.texts import builtin

LASTING = (
    r"\b(we|you|I) (would )?mend (them|the old one|it)\b|keep theirs|\bhold (one|it first)|"
    r"come and hold it|\bhow heavy|"
    r"\bhow one holds|\ba weight\b|\bseams?\b|(?<!drawn )\bby hand\b|\bscratch(ed)?\b|crooked ones|bottom shelf|"
    r"second polish|dishwasher|comes apart|keeps its shape|for the shelf\b(?! with| above)|"
    r"in your cupboard|makes your paper|\blend you one|\bborrow (it\b|yours|mine)|something drying|the string\b|"
    r"with her hands|things that last|what lasts|how long things last|be made to last|with one in your hand|"
    r"to be new\b|could be mended|one for the shelf|ones that go wrong|"
    r"have last year|measured everything|\bours is brown|we have one here"
)
"""Words that only go with things which are made by hand, held, kept for years and mended."""


def said_of_goods() -> list[tuple[str, str]]:
    """Where, and what: lines, answers and replies of signals and moves, scenes of the mirror, and what is noticed."""
    kinds = {**builtin.signals(), **builtin.moves()}
    found = []
    for name, words in kinds.items():
        if name.startswith("tell_"):
            continue  # what they do with a message
        lines = getattr(words, "lines", None) or words.say
        found += [(line.key, text) for line in lines for text in (line.text, *line.answers, *line.replies)]
    for name, words in builtin.moves().items():
        found += [(f"dates.{name}", f"{s.you} {s.they} {s.what} {s.then}") for s in words.dates]
    asked = [line for talk in builtin.talks() for turn in talk.turns for line in turn.you]
    found += [(line.key, line.text) for line in asked if re.search(r"\b(we|ours?)\b", line.text, re.IGNORECASE)]
    found += [(line.key, line.text) for lines in builtin.tails().values() for line in lines]
    found += [(f"notice.{name}", text) for name, words in builtin.notices().items() for text in words.every_text]
    found += [
        (f"motive.{name}", text) for name, words in builtin.motives().items() for text in (*words.wants, *words.bios)
    ]
    return found


def test_no_line_of_the_house_presumes_that_lasting_goods_are_sold():
    """What only a binder or a potter could say stands in a scenario, not in the house's own lines."""
    caught = [(key, text) for key, text in said_of_goods() if re.search(LASTING, text, re.IGNORECASE)]

    assert caught == []


OWN_HISTORY = re.compile(r"\b[Oo]ur story with\b|\b[Ww]e (came to|nearly|gave up|began|started|once)\b")
"""What would tell how your shop came to a topic, which may be somebody else's: the neighbour's cows."""
A_PLACE_OF_OURS = re.compile(r"\bat the \w+['’]s\b|\bcoffee\b|\bcafé\b|\bbaker")


def test_a_post_tells_no_history_of_yours_with_a_topic():
    """A photo about the neighbour's cows is not how you came to cows."""
    lines = [line.text for name in ("post_helpful", "post_story") for line in builtin.moves()[name].say]
    about = [text for text in lines if "{topic}" in text]

    assert about
    assert [text for text in about if OWN_HISTORY.search(text)] == []


def test_what_is_put_behind_an_author_s_own_answer_names_no_place():
    """Behind a short answer that an author wrote stands no coffee and no baker whom the scenario does not have."""
    tails = [line.text for kind in ("warm", "short", "besides", "since_you_ask") for line in builtin.tails()[kind]]

    assert tails
    assert [text for text in tails if A_PLACE_OF_OURS.search(text)] == []
