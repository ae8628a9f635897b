"""The night in which something went to everybody: the whole room at once, with what lies on each table."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from game.engine.seen.message_to_all import TO_ALL
from game.host.debriefing.sent_to_many import SentToMany, sent_tonight
from game.session.playthrough import Playthrough
from game.session.seen.make_view import make_view
from game.session.seen.night.evening import Met
from game.session.seen.night.evening_seen import evening_seen
from game.session.view import NightItem
from game.session.words.numbers_told import listed

LEFT = frozenset({"unfollows", "blocks"})
TURNED_AWAY = frozenset({"declines_coldly", "tell_closed", "tell_turned_away"})
NO_HARM = "Nobody left tonight, and nobody was seen to turn away. Trust can fall without a sign."
MOST_WORDS = 4  # people of whom it is told at once what they said or did


@dataclass(frozen=True)
class WholeRoom:
    """The picture of a night in which everybody got the same."""

    title: str  # "The same message to everybody, at once."
    sent: str  # by what, and to whom
    mirror: str  # what it would be on a date
    text: str  # what came of the answer by which it was sent, or ""
    said: str  # how many said something to it
    harm: str  # who left on that night, and who turned away from it
    crowd: tuple[Met, ...]  # at most sixteen, those whom it hurt most first

    @property
    def picture(self) -> str:
        """The people of the picture, as they stand in its address."""
        return "~".join(f"{met.look}.{met.pose}.{met.face}" for met in self.crowd)

    @property
    def told_of(self) -> tuple[Met, ...]:
        """Those of whom it is told at once what they said or did, the hurt first."""
        return tuple(met for met in self.crowd if met.wrote or met.does)[:MOST_WORDS]

    @property
    def spoken(self) -> str:
        """The picture in words."""
        did = " ".join(f"{met.first} {met.does[:1].lower()}{met.does[1:]}" for met in self.crowd if met.does)
        return f"You with a megaphone among small tables, the same booklet on each. {did}".strip()


def whole_room_of(evening: Playthrough, morning: Playthrough) -> WholeRoom | None:
    """The picture of a night; None where nothing came to everybody like a letter.

    Args:
        evening: as the day ended, answers and all.
        morning: the one after.
    """
    sent = [one for one in sent_tonight(evening) if one.to_each and one.move == TO_ALL]
    view = make_view(morning)
    if not sent or view.night is None:
        return None
    by_event = any(one.by_event for one in sent)
    told = next(m for m in evening_seen(view, view.night, sent_to_all=by_event).moments if m.kind == "blast")
    text = _replies(evening, sent) if by_event else ""
    crowd = tuple(sorted(told.crowd, key=lambda met: met.step))
    talked_to = {item.who for item in evening.plan.values() if item.who}
    harm = harm_told(view.night.items, talked_to, {who: person.first for who, person in evening.people.items()})
    return WholeRoom(told.title, sent[0].told, told.mirror, text, told.text, harm, crowd)


def harm_told(items: Sequence[NightItem], talked_to: Collection[str], names: Mapping[str, str]) -> str:
    """Who left on the night of something that went to everybody, and who was seen to turn away from it.

    Args:
        items: of the night.
        talked_to: ids of those to whom something of their own was said that day: their turning away may be its answer.
        names: first names by id.
    """
    left = dict.fromkeys(names[i.follower] for i in items if i.signal in LEFT)
    turned = dict.fromkeys(
        names[i.follower]
        for i in items
        if i.signal in TURNED_AWAY and i.follower not in talked_to and names[i.follower] not in left
    )
    told = [f"{listed(list(who))} {did}." for who, did in ((left, "left"), (turned, "turned away")) if who]
    return " ".join(told) or NO_HARM


def _replies(evening: Playthrough, sent: Sequence[SentToMany]) -> str:
    """What is told of the answer by which it was sent."""
    titles = {one.by_event for one in sent}
    timeline = evening.compiled.scenario.timeline
    return " ".join(text for name, text in evening.replies.items() if timeline[name].title in titles)
