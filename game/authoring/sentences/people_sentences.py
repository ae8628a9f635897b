"""Who follows, in sentences: followers with their lives, the crowd, archetypes and motives."""

from collections.abc import Iterator, Mapping

from game.authoring.sentences.line_sentences import lines_said
from game.authoring.sentences.plain_words import and_, further, or_, quotes, spaced
from game.files import stopped
from game.scenario.format.schema import AnyScenario
from game.scenario.format.schema_people import Archetype, Follower, Life, WrittenMotive

_LOVES = ((75, "very much"), (45, ""), (0, "a little"))
_ENDS = {
    "customer": "to buy", "advocate": "to speak up for you", "partner": "to become a partner",
    "community": "to belong", "none": "none at all",
}  # fmt: skip
_SAID = ("name", "title", "bio", "loves", "formats", "pace", "motive", "wants", "ready", "trust", "happy_end", "knows",
         "arrives", "based_on", "lives", "clues", "posts", "lines")  # fmt: skip


def follower(name: str, who: Follower, names: Mapping[str, str]) -> str:
    """Who somebody is, what they love, why they follow, and how it may end."""
    from_day = f" from day {who.arrives} on" if who.arrives > 1 else ""
    lines = [f"{who.name} ({name}) follows{from_day}.{f' “{who.bio}”' if who.bio else ''}"]
    if who.based_on:
        lines.append(f"Based on {names.get(who.based_on, spaced(who.based_on))}.")
    lines += _loves(who)
    lines.append(
        f"Gets closer at a {who.pace} pace"
        + (f", and starts with a trust of {who.trust:g}." if who.trust is not None else ".")
    )
    if who.lives:
        lines.append(f"Each game draws one of {len(who.lives)} lives.")
        lines += [f"\n  - {spaced(name).capitalize()}: {_life(life, names)}" for name, life in who.lives.items()]
        lines.append("\n")
    else:
        lines.append(_why(who, names))
    if who.happy_end:
        lines.append(f"A good end: {_ENDS[who.happy_end]}.")
    if who.knows:
        lines.append(f"Knows {and_(names.get(other, other) for other in who.knows)}.")
    lines.append(further(who, _SAID, names))
    return " ".join(lines).replace(" \n", "\n").rstrip()


def crowd(scenario: AnyScenario, names: Mapping[str, str]) -> str:
    """Who follows beside those who are written."""
    one = scenario.crowd
    if one is None:
        return "Eight more follow, made up by the game."
    if not one.count:
        return ""
    total = sum(one.mix.values()) or 1.0
    mix = [f"{names.get(name, spaced(name))} {100 * share / total:.0f} %" for name, share in one.mix.items() if share]
    rest = further(one, ("count", "mix"), names)
    return f"{one.count} more follow, made up by the game{f': {and_(mix)}' if mix else ''}.{f' {rest}' if rest else ''}"


def archetype(name: str, who: Archetype, names: Mapping[str, str]) -> str:
    """A kind of person on whom followers are based."""
    bio = f" “{who.bio}”" if who.bio else ""
    lines = [f"{names.get(name, spaced(name))} ({name}).{bio}", *_loves(who), _why(who, names)]
    if who.happy_end:
        lines.append(f"A good end: {_ENDS[who.happy_end]}.")
    lines.append(further(who, set(_SAID) - {"pace", "trust"}, names))
    return " ".join(line for line in lines if line)


def motive(name: str, one: WrittenMotive, names: Mapping[str, str]) -> str:
    """A motive of the scenario's own, or what it changes of one."""
    end = f" A good end: {_ENDS[one.happy_end]}." if one.happy_end else ""
    text = f" {one.text}" if one.text else ""
    rest = further(one, ("title", "text", "happy_end"), names)
    return f"{names.get(name, spaced(name))} ({name}).{text}{end}{f' {rest}' if rest else ''}"


def _loves(who: Follower | Archetype) -> Iterator[str]:
    dearest = sorted(who.loves.items(), key=lambda pair: -pair[1])
    loves = [f"{spaced(topic)}{_how_much(love)} ({love:g})" for topic, love in dearest]
    if loves:
        yield f"Loves {and_(loves)}."
    if who.formats:
        yield f"Likes it as {or_(who.formats)}."


def _why(who: Follower | Archetype | Life, names: Mapping[str, str]) -> str:
    """Why somebody follows, what they wish for, and when they would say yes."""
    said = [f"Follows as {names.get(who.motive, spaced(who.motive))}." if who.motive else "Why, chance decides."]
    if who.wants:
        said.append(f"Wishes: {stopped(who.wants)}")
    if who.ready:
        shift = (
            f", {who.ready.shift} day{'s' if who.ready.shift != 1 else ''} earlier or later" if who.ready.shift else ""
        )
        said.append(f"Would say yes from day {who.ready.start} to {who.ready.until}{shift}.")
    return " ".join(said)


def _life(one: Life, names: Mapping[str, str]) -> str:
    said = [_why(one, names)]
    if one.clues:
        said.append(stopped(f"Lets slip {quotes(one.clues)}"))
    if one.posts:
        said.append(stopped(f"On their own page: {quotes(one.posts)}"))
    said += [f"{line}." if line.endswith(")") else line for line in lines_said(one.lines, names)]
    said.append(further(one, _SAID, names))
    return " ".join(part for part in said if part)


def _how_much(love: float) -> str:
    word = next(word for least, word in _LOVES if love >= least)
    return f" {word}" if word else ""
