"""The rules of a turn: `after` gives the playthrough after a choice, or refuses.

Rule: every change is a choice; the same choices give the same playthrough. Nothing here is written down.
"""

from dataclasses import replace

import numpy as np

from game.engine.position import Position
from game.engine.timeline import answer, bring
from game.errors import Refused
from game.model.chance import TEXT_STREAM
from game.session.asides import Asides
from game.session.compared_days import compared_days
from game.session.entries import (
    ODDS_BANDS,
    SURENESS,
    AnswerEvent,
    AskWhatIf,
    BringEvent,
    Choice,
    EndDay,
    MarkRead,
    Note,
    PlanMove,
    SayOdds,
    TakeBack,
    TakeNudge,
)
from game.session.history import DayPlayed, to_all_age
from game.session.planning import check, plan_of, replaces
from game.session.playthrough import Playthrough
from game.session.story.claims import acts_of_day, true_claims
from game.session.story.concerned import concerned, made_to
from game.session.story.goals import DRAWS_BACK, moved, newly_reached
from game.session.story.story import last_title
from game.session.story.telling import Telling
from game.session.view import Guess, ThreadItem
from game.session.words.hours_text import change_told
from game.session.words.spoken import Occasion, Wordings, Written
from game.session.words.standing import near_of
from game.session.words.talking.under_posts import post_commented


def after(now: Playthrough, choice: Choice, morning: Position | None = None) -> Playthrough:
    """The playthrough after a choice; the very same one if the choice changes nothing.

    Args:
        now: as it stands.
        choice: of the player.
        morning: that follows the end of this day, where it was worked out beforehand.

    Raises:
        Refused: it cannot be done, with a sentence that says why and what to do instead.
    """
    following = _after(now, choice, morning)
    if following is now or now.hint is None:
        return following
    shown = now.hinted.get(now.hint.name, ())
    if now.day in shown:
        return following
    return replace(following, hinted={**now.hinted, now.hint.name: (*shown, now.day)})


def _after(now: Playthrough, choice: Choice, morning: Position | None) -> Playthrough:
    match choice:
        case PlanMove():
            return _with_move(now, choice)
        case TakeBack(planned):
            if planned not in now.plan:
                raise Refused("That is not in today’s plan any more. Choose a move that is.")
            return replace(now, plan={number: move for number, move in now.plan.items() if number != planned})
        case Note():
            return _with_note(now, choice)
        case AnswerEvent(name, number):
            return _with_answer(now, name, number)
        case BringEvent(name, day):
            return _with_brought(now, name, day)
        case MarkRead(who):
            read = replace(now, story=replace(now.story, unread={**now.story.unread, who: 0}))
            return read if now.story.unread.get(who) else now
        case TakeNudge() | AskWhatIf() | SayOdds():
            return _with_aside(now, choice)
        case EndDay():
            return _next_morning(now, morning)


def words_of(now: Playthrough, planned: PlanMove) -> tuple[Written, Wordings]:
    """The words of a move today with the talk they belong to, and the wordings used with these.

    Raises:
        Refused: there is no such move, follower or content.
    """
    compiled, story, who = now.compiled, now.story, planned.who
    known = planned.move in compiled.rules.moves.ids and (not who or who in now.people)
    if not known or (planned.content and planned.content not in compiled.contents):
        raise Refused("There is no such move, follower or content. Choose one from the lists.")
    column = compiled.ids.index(who) if who else 0
    content = compiled.scenario.content.get(planned.content)
    loved = story.known[who].topics if who else ()
    shared = [topic for topic in content.about if not who or topic in loved] if content else list(loved)
    speaker = now.setup.speaker
    draw = float(speaker.draws(now.position.day, TEXT_STREAM)[0][column])
    occasion = Occasion(
        near=near_of(now.position, column) if who else "stranger",
        content=content.title if content else "", format=content.format if content else "",
        topic=shared[0] if shared else "", post=last_title(story.feed),
        their_post=post_commented(planned.move, now.people[who].page, story.threads[who], now.day) if who else "",
        other=now.people[planned.other].name if planned.other in now.people else "",
        true=true_claims(
            acts_of_day(now.position, column, story.threads[who], story.feed, planned), speaker.claims(planned.move)
        ) if who else frozenset(),
    )  # fmt: skip
    talk = story.talks[compiled.ids[column]]
    return speaker.move(planned.move, now.people.get(who), talk, occasion, draw, now.morning, story.wordings)


def _with_move(now: Playthrough, planned: PlanMove) -> Playthrough:
    check(now.position, now.plan, planned, now.people)
    moves = now.compiled.rules.moves
    to_all = bool(moves.columns["to_all"][moves.index(planned.move)] > 0)
    written, wordings = words_of(now, planned)
    plan = {number: move for number, move in now.plan.items() if not replaces(move, to_all, planned.who)}
    return replace(
        now,
        plan={**plan, now.next_id: planned},
        said={**now.said, now.next_id: written},
        next_id=now.next_id + 1,
        moves_made={**now.moves_made, planned.move: now.position.day},
        story=replace(now.story, wordings=wordings),
    )


def _with_note(now: Playthrough, note: Note) -> Playthrough:
    _ensure_follows(now, note.who)
    if not note.sure:
        return replace(now, guesses={who: guess for who, guess in now.guesses.items() if who != note.who})
    if note.motive not in now.compiled.rules.motives.ids or note.sure not in SURENESS:
        raise Refused("Choose one of the motives, and 25, 50, 75 or 100 per cent.")
    return replace(now, guesses={**now.guesses, note.who: Guess(note.motive, note.sure)})


def _with_aside(now: Playthrough, choice: TakeNudge | AskWhatIf | SayOdds) -> Playthrough:
    match choice:
        case TakeNudge(_, who):
            if who:
                _ensure_follows(now, who)
            asides = now.asides.with_nudge(now.day, choice)
        case AskWhatIf():
            asides = _what_if_asked(now, choice)
        case SayOdds(who, move, band):
            _ensure_follows(now, who)
            if move not in now.compiled.rules.moves.ids or not -1 <= band < len(ODDS_BANDS):
                raise Refused(
                    "There is no such question or answer. Choose a move from the list, and one of the answers."
                )
            asides = now.asides.with_odds(now.day, choice)
    return now if asides is now.asides else replace(now, asides=asides)


def _ensure_follows(now: Playthrough, who: str) -> None:
    if who not in now.people:
        raise Refused(f"There is no follower “{who}”. Choose one from the list.")


def _what_if_asked(now: Playthrough, asked: AskWhatIf) -> Asides:
    if not now.practice:
        raise Refused("This run was begun without practice mode. Begin another one with it to ask “What if?”.")
    compared_days(now.position, now.plan, asked, now.people)
    return now.asides.with_what_if(now.day, asked)


def _with_answer(now: Playthrough, name: str, number: int) -> Playthrough:
    timeline = now.compiled.scenario.timeline
    if name not in timeline:
        raise Refused(f"There is no event “{name}”. Answer one of this morning’s.")
    described = timeline[name]
    if name not in now.waiting_events():
        raise Refused(f"“{described.title}” does not wait for an answer. Answer one of this morning’s.")
    if not 0 <= number < len(described.choices):
        raise Refused(f"“{described.title}” has {len(described.choices)} answers. Choose one of them.")
    chosen = described.choices[number]
    threads = now.story.threads
    reply = chosen.reply or f"You chose: {chosen.label}."
    trace = ThreadItem(now.day, "note", "event", f"{described.title}. {reply}")
    here = [who for who, there in zip(now.people, now.position.ledger.present[0], strict=True) if there > 0.5]
    about = concerned(described, chosen, {who: now.people[who].first for who in here})
    met = {who: (*threads[who], replace(trace, by_event=made_to(chosen, who))) for who in about if who in threads}
    position = answer(now.position, list(timeline).index(name), np.array([number]))
    told = " ".join(filter(None, (reply, *_hours_told(now.position, position))))
    story = replace(now.story, threads={**threads, **met})
    replies, answers = {**now.replies, name: told}, {**now.answers, name: number}
    return replace(now, story=story, position=position, replies=replies, answers=answers)


def _hours_told(before: Position, after: Position) -> tuple[str, str]:
    """What an answer takes of every day from now on, and what of today alone."""
    lasting = change_told(float(before.hours[0]), float(after.hours[0]))
    if (before.besides == after.besides).all():
        return lasting, ""
    return lasting, change_told(float(before.hours_today[0]), float(after.hours_today[0]), today=True)


def _with_brought(now: Playthrough, name: str, day: int) -> Playthrough:
    timeline, days = now.compiled.scenario.timeline, now.compiled.scenario.days
    if name not in timeline:
        raise Refused(f"There is no event “{name}”. Choose one of the scenario’s.")
    number, title = list(timeline).index(name), timeline[name].title
    if now.position.happened[0, number]:
        raise Refused(f"“{title}” has happened already. Choose another event.")
    if not now.position.day <= day <= days:
        raise Refused(f"On day {day} no event can be brought any more. Choose a day from {now.day} to {days}.")
    if any(event == number for _, event in now.position.brought):
        raise Refused(f"“{title}” is on its way already. Choose another event.")
    following = bring(now.position, number, day)
    return replace(now, position=following, morning=bring(now.morning, number, day))


def _next_morning(now: Playthrough, morning: Position | None) -> Playthrough:
    if now.finished:
        raise Refused("The game is over. Look at the debrief.")
    waiting = now.waiting_events()
    if waiting:
        title = now.compiled.scenario.timeline[waiting[0]].title
        raise Refused(f"“{title}” wants an answer before the day can end. Choose one.")
    before, telling = now.position, Telling(now.story, now.people, now.setup.speaker)
    for number, planned in now.plan.items():
        telling.send(planned, now.said[number], before)
    plan = plan_of(before, now.plan.values())
    following = morning or now.setup.batch.play_day(before, plan)
    telling.overnight(before, following, tuple(now.plan.values()), plan)
    reached = newly_reached(following, now.reached, now.setup.goals_to_keep)
    titles = {name: goal.title for name, goal in now.compiled.scenario.goals.items()}
    still_open = {name: title for name, title in titles.items() if name not in {*now.reached, *reached}}
    drew_back = {item.follower for item in telling.nights[-1].items if item.signal in DRAWS_BACK}
    nearer = moved(before, following, still_open, {who: each.first for who, each in now.people.items()}, drew_back)
    telling.note_goals({name: titles[name] for name in reached}, nearer)
    return replace(
        now,
        position=following,
        morning=following,
        story=telling.story(),
        history=(*now.history, DayPlayed(before, plan, tuple(now.plan.values()), to_all_age(now.history))),
        plan={},
        said={},
        reached={**now.reached, **dict.fromkeys(reached, before.day)},
    )
