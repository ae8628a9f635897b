"""What a night tells of your own day: what you found by looking around, and what your post brought."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.engine.seen.message_to_all import TO_ALL
from game.model.moves import MoveTable
from game.scenario.texts.evening_words import evening_words
from game.scenario.texts.first_names import first_name
from game.session.entries import PlanMove
from game.session.view import NightItem, PostItem
from game.session.words.line_choice import fill
from game.session.words.numbers_told import counted, listed
from game.session.words.personas import Persona, topic_words
from game.session.words.talking.talk import Speaker

PUBLIC_FROM = 0.15
"""How public a move is, 0..1, from which others can have seen it."""
LOVED = 2
"""How many topics of a page are named."""
POST_SIGNALS = ("answer_warm", "answer_short", "answer_cool", "thanks", "complaint")


def page_told(person: Persona, enjoys: str, friend: str) -> str:
    """What stands on somebody's page, in a sentence or two.

    Args:
        person: whose page you have read.
        enjoys: what they enjoy, "enjoys pictures", or "".
        friend: the name of somebody they know, or "".
    """
    words = evening_words().found
    topics = listed([topic_words(topic) for topic in person.topics[:LOVED]]) if person.topics else ""
    kinds = ["topics"] * bool(topics) + ["enjoys"] * bool(enjoys) + ["friend"] * bool(friend)
    values = {"first": person.first, "topics": topics, "enjoys": enjoys, "friend": friend}
    return " ".join(fill(words[kind], values) for kind in kinds or ["nothing"])


def found_told(
    day: int, items: Iterable[PlanMove], report: Iterable[NightItem], feed: Sequence[PostItem],
    people: Mapping[str, Persona], speaker: Speaker,
) -> tuple[str, ...]:  # fmt: skip
    """What the player found on pages today, and what the day's post brought.

    Args:
        day: that is over.
        items: its moves.
        report: what was done in the night.
        feed: the player's posts, the latest last.
        people: everybody, by id.
        speaker: who finds the words.
    """
    pages = [person for item in items if item.move == "look_around" and (person := people.get(item.who))]
    told = [_page(person, people, speaker) for person in pages]
    if feed and feed[-1].day == day and feed[-1].move != TO_ALL:
        told.append(post_told(feed[-1], feed[-1].title or speaker.title(feed[-1].move), report))
    return tuple(told)


def _page(person: Persona, people: Mapping[str, Persona], speaker: Speaker) -> str:
    enjoyed = speaker.notice(f"format_{person.formats[0]}", person, {}) if person.formats else None
    enjoys = enjoyed.title[:1].lower() + enjoyed.title[1:] if enjoyed else ""
    return page_told(person, enjoys, people[person.knows[0]].name if person.knows else "")


def post_told(post: PostItem, title: str, items: Iterable[NightItem]) -> str:
    """What a post brought in its first night.

    Args:
        post: the day's.
        title: what it is called.
        items: all that was done in the night.
    """
    words = evening_words().found
    parts = list(_brought(words, [item for item in items if item.to == post.move or title in item.text]))
    kind = "post_some" if parts else "post_none"
    return fill(words[kind], {"content": title, "brought": listed(parts) if parts else ""})


def _brought(found: Mapping[str, str], items: list[NightItem]) -> Iterator[str]:
    likes = sum(item.signal == "like" for item in items)
    if likes:
        yield fill(found["heart" if likes == 1 else "hearts"], {"n": counted(likes)})
    for kind, signals in (("said", POST_SIGNALS), ("passed_on", ("share_plain", "share_compliment"))):
        names = list(dict.fromkeys(first_name(item.name) for item in items if item.signal in signals))
        if names:
            yield fill(found[kind], {"names": listed(names)})


def shown_to_others(who: str, items: Iterable[PlanMove], moves: MoveTable, people: Mapping[str, Persona]) -> str:
    """What somebody saw you do to others, as it stands in a sentence: the most public of the moves.

    Args:
        who: saw it.
        items: the day's moves.
        moves: of the game.
        people: everybody, by id.
    """
    words, public = evening_words().shown, moves.columns["public"]
    found = [(float(public[moves.index(i.move)]), i) for i in items if who not in (i.who, i.other)]
    most = max((how for how, _ in found), default=0.0)
    loudest = [i for how, i in found if how == most]
    if most < PUBLIC_FROM:
        return words["talk" if found else "other"]  # a private affront is known by what is told of it
    item = loudest[0]
    if not item.who:
        return words.get(item.move, words["post"])
    return fill(words.get(item.move, words["other"]), {"first": people[item.who].first})
