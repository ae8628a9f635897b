"""All moves as cards: what each costs today, whether it can be made now, and if not, why not."""

from dataclasses import dataclass

import numpy as np

from game.engine.hours import grains
from game.engine.legal import Obstacle, needs_content, needs_partner, obstacles
from game.engine.timeline import usable_contents
from game.session.entries import PlanMove
from game.session.planning import first_day_of, has_asked, has_said, hours_left, hours_of, usable
from game.session.playthrough import Playthrough
from game.session.seen.mirror import Mirror
from game.session.seen.offered import FORMATS_OF_POSTS
from game.session.view import MoveView
from game.session.words.personas import Persona
from game.session.words.refusal_words import why_not


@dataclass(frozen=True)
class _Recipient:
    """Whom moves go to: somebody, everybody, or nobody chosen yet; and what that means for all of them alike."""

    person: Persona | None
    spare: float  # hours that a move may take, those of the one it replaces included


def _recipient(now: Playthrough, person: Persona | None, mine: PlanMove | None) -> _Recipient:
    position = now.position
    spare = hours_left(position, now.plan.values()) + (hours_of(position, mine.move, mine.content) if mine else 0.0)
    return _Recipient(person, spare)


def _takes(now: Playthrough, move: str, replaced: PlanMove | None) -> tuple[float, float] | None:
    """Least and most hours that a move takes with what can be shared today; None when there is nothing to share.

    What is made today for another move is made once.
    """
    position = now.position
    made_today = {other.content for other in now.plan.values() if other is not replaced}
    able = [c for c in now.compiled.contents if usable(position, c)]
    formats, written = FORMATS_OF_POSTS.get(move, set()), now.compiled.scenario.content
    able = [c for c in able if written[c].format in formats] or able
    hours = [hours_of(position, move, "" if c in made_today else c) for c in able]
    return (min(hours), max(hours)) if hours else None


def move_views(now: Playthrough, follower: str | None) -> list[MoveView]:
    """All moves as cards: direct ones towards `follower`, then posts."""
    position, compiled, speaker = now.position, now.compiled, now.setup.speaker
    columns = compiled.rules.moves.columns
    person = now.people.get(follower or "")
    mine = next((move for move in now.plan.values() if follower in {move.who, move.other}), None)
    post = next((move for move in now.plan.values() if not move.who), None)
    direct, to_all = _recipient(now, person, mine), _recipient(now, None, post)
    spare = np.where(columns["to_all"] > 0.5, grains(to_all.spare), grains(direct.spare))
    in_the_way = obstacles(
        position.ledger, compiled.rules, np.arange(len(spare))[:, None, None], position.day, spare=spare[:, None, None],
        sharing=np.array([[usable_contents(position).any()]]),
    )[:, 0, compiled.ids.index(person.id) if person else 0]  # fmt: skip
    who = person.id if person else ""
    said, asked = has_said(position, who), has_asked(position, who)
    found, sharing, mirror = [], needs_content(compiled.rules), Mirror(now, who)
    for number, move in enumerate(compiled.rules.moves.ids[1:], 1):
        words = speaker.words(move)
        recipient = to_all if columns["to_all"][number] else direct
        takes = _takes(now, move, mine if recipient is direct else post) if sharing[number] else None
        hours = hours_of(position, move, "")
        opens = first_day_of(position, move)
        obstacle, least = int(in_the_way[number]), takes[0] if takes else hours
        if obstacle in {Obstacle.NONE, Obstacle.TOO_FEW_HOURS} and grains(least) > grains(recipient.spare):
            obstacle = Obstacle.TOO_FEW_HOURS
        first = person.first if person else ""
        why = why_not(obstacle, first, least, recipient.spare, opens, said=said, asked=asked)
        if recipient is direct and person is None and opens <= position.day:
            why = "Choose a follower first."
        found.append(
            MoveView(
                id=move,
                title=speaker.title(move),
                text=speaker.text(move),
                group=words.group,
                hours=hours,
                needs_content=bool(sharing[number]),
                needs_other=needs_partner(move),
                faux_pas=bool(columns["faux_pas"][number] > 0.5),
                enabled=not why and not position.finished,
                why_not=why,
                date=mirror.line(move),
                dates_with=mirror.lines_with(move) if sharing[number] else (),
                opens=opens,
                hours_with=takes,
            )
        )
    return found
