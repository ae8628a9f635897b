"""Followers: what they love and in which form, whom they know, what they are called, and what hints at their motive."""

import re
from collections import Counter
from collections.abc import Iterator

from game.scenario.compiling.defaults import TOPICS
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.phrases import did_you_mean, listed, meant, nearest
from game.scenario.problems.problems import Problem
from game.scenario.texts.first_names import first_name

_SMALL = frozenset(
    re.findall(
        r"\w+",
        """about after again all also and another any anybody anything are been before but can does each else even every
        everybody everything for from good have here how into just like more most much never nobody not nothing one
        other over own people some somebody something such than that the their them then there these they thing this
        too very want what when where which who whom will with without would you your""",
    )
)


def topics(subject: Subject) -> Iterator[Problem]:
    """`follower-no-topic`: nothing to share is about anything they love."""
    content = subject.written.content
    if not content:
        return  # the game makes it from what they love
    known = {topic for item in content.values() for topic in item.about}
    for name, who in subject.followers.items():
        loved = [topic for topic, love in who.loves.items() if love > 0]
        if loved and not known & set(loved):
            node = subject.key("followers", name, "loves")
            near = [topic for topic in loved if nearest(topic, known)]
            message = f"No content touches anything {who.name} loves ({listed(loved, 4)})."
            if len(near) == 1 and (told := meant(near[0], known)):
                yield _misspelt(subject, name, near[0], told, message)
                continue
            hint = did_you_mean(near[0], known) if near else ""
            hint = hint or f"Name one of these topics under about: of some content: {listed(loved, 4)}."
            yield node.problem("follower-no-topic", message, hint=hint)


def faint_loves(subject: Subject) -> Iterator[Problem]:
    """`love-faint`: a love of 1 or less, which may be meant as a share of one."""
    for block in ("followers", "archetypes"):
        for name, who in getattr(subject.written, block).items():
            for topic, love in who.loves.items():
                if 0 < love <= 1:
                    message = f"'{topic}' is loved by {love:g} of 100, which is hardly at all."
                    hint = f"Loves run from 0 to 100. Did you mean {100 * love:g}?"
                    yield subject.value(block, name, "loves", topic).problem("love-faint", message, hint=hint)


def _misspelt(subject: Subject, name: str, loved: str, told: str, message: str) -> Problem:
    """One topic in two spellings: the rarer one is the slip; where both are as rare, both places are shown.

    Args:
        subject: the scenario.
        name: the follower who loves it.
        loved: how it is written there.
        told: how it is written at the content.
        message: what is told of the follower.
    """
    uses = Counter(
        [topic for who in subject.written.followers.values() for topic in who.loves]
        + [topic for who in subject.written.archetypes.values() for topic in who.loves]
        + [topic for item in subject.written.content.values() for topic in item.about]
    )
    here = subject.value("followers", name, "loves").key(loved) or subject.key("followers", name, "loves")
    item, number = next(
        (item, one.about.index(told)) for item, one in subject.written.content.items() if told in one.about
    )
    there = subject.value("content", item, "about", number)
    if (uses[loved] > uses[told] or loved in TOPICS) and told not in TOPICS:
        also = here.place(f"what {subject.written.followers[name].name} loves")
        hint = f"Did you mean '{loved}'?"
        return there.problem("follower-no-topic", message, hint=hint, repair=there.instead(loved), also=also)
    if uses[told] > uses[loved] or told in TOPICS:
        return here.problem("follower-no-topic", message, hint=f"Did you mean '{told}'?", repair=here.instead(told))
    hint = f"If '{loved}' and '{told}' are one topic, write it the same way in both places."
    return here.problem("follower-no-topic", message, hint=hint, also=there.place("the other spelling"))


def formats(subject: Subject) -> Iterator[Problem]:
    """`follower-no-format`: nothing to share comes in a form they enjoy."""
    content = subject.written.content
    known = {item.format for item in content.values()}
    for name, who in subject.followers.items():
        if content and who.formats and not known & set(who.formats):
            node = subject.key("followers", name, "formats")
            message = f"No content comes as {' or '.join(who.formats)}, which {who.name} likes."
            yield node.problem("follower-no-format", message, hint="Add one, or change what they like.")


def alone(subject: Subject) -> Iterator[Problem]:
    """`follower-alone`: nobody sees what is done to them, and they see nothing."""
    cast = subject.reach.compiled.cast
    there = subject.scenario.crowd
    crowd = "the scenario a crowd, as in crowd: {count: 8}" if there and not there.count else "the crowd ties: some"
    for i, (name, who) in enumerate(subject.scenario.followers.items()):
        if not cast.tie_weight[i].any():
            message = f"Nobody knows {who.name} and they know nobody; word of mouth cannot reach them."
            yield subject.key("followers", name).problem(
                "follower-alone", message, hint=f"Write knows: [an id], or give {crowd}."
            )


def names(subject: Subject) -> Iterator[Problem]:
    """`name-twice`: two followers players cannot tell apart."""
    seen: dict[str, str] = {}
    for name, who in subject.written.followers.items():
        first = seen.setdefault(who.name.casefold(), name)
        if first != name:
            also = subject.value("followers", first, "name").place("the other one")
            node = subject.value("followers", name, "name")
            message = f"Two followers are called {who.name}."
            yield node.problem("name-twice", message, hint="Call one of them something else.", also=also)


def motives(subject: Subject) -> Iterator[Problem]:
    """`motive-missing`: whom the debrief can only call what chance made them."""
    for name, who in subject.followers.items():
        if not who.motive and not who.lives:
            message = f"{who.name} has no motive of their own; chance draws one for each game."
            hint = "Write motive: and one of the motives, so that the debrief can tell why they came."
            yield subject.key("followers", name).problem("motive-missing", message, hint=hint)


def clues(subject: Subject) -> Iterator[Problem]:
    """`motive-no-clue`: words in common between what players read and what is hidden."""
    scenario = subject.written
    events = " ".join(f"{event.title} {event.text}" for event in scenario.timeline.values())
    speakers = {name for lines in scenario.lines.values() for line in lines for name in line.by}
    for name, who in subject.followers.items():
        if not who.motive or who.motive in {"courtesy", "bot"} or name in speakers or who.based_on in speakers:
            continue
        own = scenario.motives.get(who.motive)
        hidden = " ".join([who.wants, *((own.title or "", own.text) if own else ())])
        hidden += f" {scenario.business.trade} {scenario.business.offer} {' '.join(who.loves)}"
        first = first_name(who.name)
        if who.bio and not _stems(who.bio) & _stems(hidden) and not re.search(rf"\b{re.escape(first)}\b", events):
            message = f"Nothing in bio, lines or events seems to hint at {who.name}'s motive ({who.motive})."
            hint = "Only words are compared; this may well be wrong. If not, let the bio or a line give it away."
            yield subject.key("followers", name).problem("motive-no-clue", message, hint=hint)


def _stems(text: str) -> set[str]:
    """The beginnings of the words of a text that carry meaning."""
    words = re.findall(r"[^\W\d_]{4,}", text.lower().replace("_", " "))
    return {word[:5] for word in words if word not in _SMALL}


RULES: tuple[Rule, ...] = (topics, faint_loves, formats, alone, names, motives, clues)
