"""A topic reads well wherever a line names it, and the player names none that could not be known."""

import re
from functools import cache

import pytest

from game.resources import ASSETS, SCENARIOS
from game.scenario import load
from game.scenario.texts import builtin
from game.session.words.line_choice import fill
from game.session.words.personas import topic_words
from tests.plays import SHIPPED, played

FILES = [*(SCENARIOS / f"{name}.yaml" for name in SHIPPED), *sorted((ASSETS / "starters").glob("*.yaml"))]
STANDS_BEHIND = (
    r"(?:^|[.,:;?!(“|] ?|\b(?:about|on|of|to|by|with|touches|comes to|to do with|like|likes|loves|through|for a|"
    r"believe in|interested in|club for|and|days,))\s*$"
)
"""What may stand before a topic: most are plural or a clause, so a verb of trade or a measure fits few of them."""
VERB_BEHIND = r"^\s+(?:is|was|has|does|had|works|helps|needs|means|makes|takes|comes|goes|fits|evenings?|lovers?)\b"
"""What may not stand behind one: a verb in the singular, or a noun that it would have to describe."""
CLASHES = (
    r"\b(?:lighthouses|tools|letters|origins|clocks|ovens|suppers|rooms|hours) (?:is|was|has|does|works|helps)\b",
    r"\b(?:some|much|less|a little|one|each) (?:lighthouses|tools|letters|ovens)\b",
    r"\b(?:a|an|the|my|your|our) the street\b",
    r"\bsomebody from\b|\bbecause of\b|\bknowing\b",
)


@cache
def topics() -> list[str]:
    found = set()
    for path in FILES:
        scenario = load(path).scenario
        people = (*scenario.followers.values(), *scenario.archetypes.values())
        found |= {topic for person in people for topic in person.loves}
        found |= {topic for content in scenario.content.values() for topic in content.about}
    return sorted(found)


def lines_that_name() -> list[str]:
    said = [line.text for words in builtin.signals().values() for line in words.lines]
    asked = [text for words in builtin.signals().values() for line in words.lines for text in line.answers]
    written = [line.text for words in builtin.moves().values() for line in words.say]
    bios = [bio for words in builtin.motives().values() for bio in words.bios]
    noticed = [text for words in builtin.notices().values() for text in (words.title, *words.every_text)]
    talks = [line.text for t in builtin.talks() for turn in t.turns for line in (*turn.you, *turn.warm, *turn.short)]
    every = (*said, *asked, *written, *bios, *noticed, *talks)
    return sorted({text for text in every if "{topic}" in text})


@pytest.mark.parametrize("line", lines_that_name())
def test_a_line_reads_well_with_every_topic(line):
    """Each topic can stand where a line names one."""
    for place in re.finditer(r"\{topic\}", line):
        before, behind = line[: place.start()], line[place.end() :]
        assert re.search(STANDS_BEHIND, before, re.IGNORECASE), (before, line)
        assert not re.search(VERB_BEHIND, behind), (behind, line)
    for topic in topics():
        text = fill(line, {"topic": topic_words(topic)})
        for clash in CLASHES:
            assert not re.search(clash, text, re.IGNORECASE), text


def test_there_are_topics_of_every_kind():
    """Of one thing and of several, with an article, and a whole clause: the test above is of something."""
    assert {"lighthouses", "local_history", "the_street", "how_it_is_done"} <= set(topics())


def threads(name, bot, seed):
    return played(name, bot, seed).playthrough


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["random", "thanker", "pushy"])
@pytest.mark.parametrize("seed", [1, 2])
def test_you_name_a_topic_only_once_it_can_be_known(name, bot, seed):
    """Their profile was read, they spoke of it, or something of yours was about it."""
    now = threads(name, bot, seed)
    contents = {content.title: content.about for content in now.compiled.scenario.content.values()}
    lines = [line.text for words in builtin.moves().values() for line in words.say if "{topic}" in line.text]
    escaped = [re.sub(r"\\\{(?!topic)[a-z_]+\\\}", ".+", re.escape(line)) for line in lines]
    patterns = [re.compile(each.replace(r"\{topic\}", "(.+)"), re.IGNORECASE) for each in escaped]
    for who, items in now.story.threads.items():
        for place, item in enumerate(items):
            named = next((m.group(1) for p in patterns if (m := p.fullmatch(item.text))), "")
            if item.who != "me" or not named:
                continue
            before = items[:place]
            read = any(i.kind == "look_around" for i in before)
            told = any(named.lower() in i.text.lower() for i in before)
            mine = {t for post in now.story.feed if post.day <= item.day for t in contents.get(post.title, ())}
            mine |= {t for i in (*before, item) for t in contents.get(i.title, ())}
            assert read or told or named.lower() in {topic_words(t) for t in mine}, (who, item)
