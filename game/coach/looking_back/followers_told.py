"""What the debrief reveals of each follower: who they were, how trust moved, how it stands."""

import numpy as np

from game.coach.knowing_when import sentence, spells_of
from game.coach.looking_back.debrief import MILESTONES, DayMark, FollowerDebrief, Milestone
from game.coach.looking_back.month.left_by_themselves import expected_to_leave, left_by_themselves
from game.coach.looking_back.questions.verdict import quality_of, verdict_of
from game.engine.position import Position
from game.engine.timeline import happy_end_of
from game.model import trust
from game.model.arrays import Array
from game.session.history import move_made
from game.session.playthrough import Playthrough
from game.session.seen.night.between_you import GONE
from game.session.words.line_choice import fill
from game.session.words.numbers_told import counted

UNFOLLOWS = "unfollows"
IN_MOST_GAMES, FEWEST = 0.7, 0.01  # expected farewells from which they are counted by people, and the fewest told
MUCH_PUSHED = 0.4  # resistance, above which whoever leaves has been pushed once too often


def trust_by_day(now: Playthrough) -> Array:
    """Trust of each follower (days + 1, F), 0..100: the morning of day 1, then each evening."""
    params = now.compiled.rules.params
    mornings = [*(d.morning for d in now.history), now.position]
    points = [100.0 * trust(m.dawn, m.people, params)[0] for m in mornings]
    return np.array(points)


def day_marks(now: Playthrough, column: int) -> tuple[DayMark, ...]:
    """What was done with a follower and with everybody, and whether trust rose or fell by it.

    Of a day the move to them comes first. What they saw done to others counts with a post of that day.
    """
    who, params, found = now.compiled.ids[column], now.compiled.rules.params, []
    for played in now.history:
        if played.morning.ledger.present[0, column] < 0.5:
            continue
        direct, day = move_made(played.items, who), played.morning.day
        if direct is not None:
            quality = verdict_of(now, played, column, direct.move).quality
            found.append(DayMark(day, direct.move, now.setup.speaker.title(direct.move), quality))
        post = next((item for item in played.items if not item.who), None)
        if post is not None:
            states = (played.day.after_direct, played.day.after_post)
            before, after = (float(trust(state, played.morning.people, params)[0, column]) for state in states)
            found.append(DayMark(day, post.move, now.setup.speaker.title(post.move), quality_of(after - before)))
    return tuple(found)


def _milestones(now: Playthrough, who: str) -> tuple[Milestone, ...]:
    """Sales, purchases elsewhere, farewells of somebody, in their order."""
    thread = now.story.threads[who]
    column = now.compiled.ids.index(who)
    return tuple(
        Milestone(item.day, item.kind, item.kind == UNFOLLOWS and left_by_themselves(now, column, item.day))
        for item in thread
        if item.kind in MILESTONES
    )


def _arrived(now: Playthrough, column: int) -> int:
    """The day on which somebody came, 0 when there from the beginning."""
    days = (d.morning.day for d in now.history if d.morning.ledger.present[0, column] > 0.5)
    first = next(days, 0)
    return first if first > 1 else 0


def _standing(now: Playthrough, final: Position, column: int, came: bool, happy_end: str) -> str:
    """How it stands with a follower on the last day, in a sentence."""
    person = now.people[now.compiled.ids[column]]
    words = {"first": person.first, "name": person.name, "end": now.setup.texts.ends.get(happy_end, happy_end)}
    told = _ended(now, final, column, came, words)
    if final.ledger.bought[0, column] < 0.5 or (came and happy_end == "customer"):
        return told
    return f"{told} {sentence(now, 'bought_too', column, **words)}"


def _ended(now: Playthrough, final: Position, column: int, came: bool, words: dict[str, str]) -> str:
    """The same without a purchase that is no happy end of theirs."""
    who = now.compiled.ids[column]
    if final.people.human[0, column] < 0.5:
        return sentence(now, "nothing_to_win", column, **words)
    if final.ledger.present[0, column] < 0.5 and final.people.arrives[0, column] <= len(now.history):
        gone, how = next(((t.day, t.kind) for t in reversed(now.story.threads[who]) if t.kind in GONE), (0, ""))
        if how == UNFOLLOWS and left_by_themselves(now, column, gone):
            share = share_that_leaves(expected_to_leave(now), len(now.compiled.ids))
            return sentence(now, "left_unprompted", column, **words, day=str(gone), share=share)
        pushed = final.state.reactance[0, column] > MUCH_PUSHED
        return sentence(now, "left_pushed" if pushed else "left", column, **words, day=str(gone))
    if came:
        return sentence(now, "happy_end_came", column, **words)
    if final.state.elsewhere[0, column] > 0.5:
        return sentence(now, "bought_elsewhere", column, **words)
    if trust(final.state, final.people, now.compiled.rules.params)[0, column] >= 0.55:
        return sentence(now, "on_good_terms", column, **words)
    return sentence(now, "happy_end_missed", column, **words)


def share_that_leaves(expected: float, people: int) -> str:
    """How many people leave by themselves in a game, as a clause.

    >>> share_that_leaves(0.31, 17), share_that_leaves(2.2, 17)
    ('In one such game out of three somebody goes like that', 'In such a game about two of 17 people go like that')

    Args:
        expected: how many were to be expected to.
        people: in the game.
    """
    if expected >= IN_MOST_GAMES:
        several = max(1, round(expected))
        some = f"{counted(several)} of {people} people go{'' if several > 1 else 'es'}"
        return f"In such a game about {some} like that"
    return f"In one such game out of {counted(max(2, round(1.0 / max(expected, FEWEST))))} somebody goes like that"


def _why_followed(now: Playthrough, column: int) -> str:
    """Why somebody followed, and that it may be another reason in another game where they have several lives."""
    person = now.people[now.compiled.ids[column]]
    words = now.setup.texts.motives.get(person.motive)
    names = {"first": person.first, "name": person.name}
    why = fill(words.why_followed, names) if words else now.setup.speaker.motive(person.motive).text
    return f"{why} {sentence(now, 'other_lives', column, **names)}" if person.life else why


def follower_told(now: Playthrough, final: Position, column: int, points: Array, ready: Array) -> FollowerDebrief:
    """What is told of one follower.

    Args:
        now: the playthrough.
        final: the last morning.
        column: of the follower.
        points: (days + 1,) trust, 0..100.
        ready: (days,) boolean, whether they would have bought so likely that waiting gained nothing.
    """
    who = now.compiled.ids[column]
    person = now.people[who]
    words = now.setup.texts.motives.get(person.motive)
    end = happy_end_of(final, column)
    came = bool(final.state.happy[0, column] > 0.5 and final.ledger.present[0, column] > 0.5)
    guess = now.guesses.get(who)
    spells = spells_of(ready) if final.people.buys[0, column] > 0.5 else ()
    return FollowerDebrief(
        id=who,
        name=person.name,
        look=person.look,
        motive=person.motive,
        motive_title=now.setup.speaker.motive(person.motive).title,
        why_followed=_why_followed(now, column),
        wants=person.wants,
        guess=now.setup.speaker.motive(guess.motive).title if guess else "",
        guess_sure=guess.sure if guess else 0,
        guess_right=guess is not None and guess.motive == person.motive,
        happy_end=now.setup.texts.ends.get(end, end),
        happy_end_text=words.happy_end_text if words and words.happy_end == end else "",
        came=came,
        end=_standing(now, final, column, came, end),
        ready_spells=spells,
        trust=tuple(float(v) for v in points),
        marks=day_marks(now, column),
        milestones=_milestones(now, who),
        arrived=_arrived(now, column),
    )
