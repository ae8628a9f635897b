"""Somebody who talks with people: asks, follows up, answers, thanks, helps. What is said then is a golden file."""

from game.errors import Refused
from game.model.signals import WANTS_ANSWER, Signal
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.session import Session
from game.session.view import FollowerView

ASKING = tuple(signal.id for signal in (*WANTS_ANSWER, Signal.WONDERS))
PAUSE = 2  # days between two of your messages to one person


def talk_all_day(game: Session) -> None:
    """One day: whoever wants an answer gets one, news and shares are heeded, talks go on, others are begun."""
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 0))
    followers = [seen for seen in game.view().followers if not seen.left]
    begun = game.playthrough.day * 3 % max(1, len(followers))
    for seen in (*followers[begun:], *followers[:begun]):
        if move := _wanted(game, seen):
            try:
                game.do(PlanMove(move, seen.id))
            except Refused:
                continue  # no time is left, or it cannot be made today
    game.do(EndDay())


def _wanted(game: Session, seen: FollowerView) -> str:
    thread, day = game.playthrough.story.threads[seen.id], game.playthrough.day
    mine = [item for item in thread if item.who == "me"]
    theirs = [item for item in thread if item.who == "them"]
    last = mine[-1] if mine else None
    if theirs and theirs[-1].day == day - 1 and theirs[-1].kind in ASKING:
        return "answer"
    if last and day - last.day < PAUSE:
        return ""
    if seen.news:
        return "congratulate" if not last or last.kind != "congratulate" else ""
    if seen.shared and last and last.kind not in {"thank_publicly", "ask_their_view"}:
        return "ask_their_view" if theirs and theirs[-1].kind == "share_compliment" else "thank_publicly"
    if theirs and last and last.kind in {"ask_about_them", "ask_their_view"} and theirs[-1].day >= last.day:
        return "follow_up"
    followed = [item.kind for item in mine[-2:]].count("follow_up")
    if theirs and last and last.kind == "follow_up" and followed < 2 and theirs[-1].day >= last.day:
        return "follow_up" if len(mine) % 3 else "help"
    return "ask_about_them" if len(mine) % 4 < 2 else "ask_their_view"


def thread_told(game: Session, who: str) -> list[str]:
    """What one person and you have said, as it can be read aloud; tells and pages are left out."""
    person = game.playthrough.people[who]
    told = [f"{person.name}: {person.bio}"]
    for item in game.playthrough.story.threads[who]:
        if item.kind.startswith("tell") or item.kind == "page":
            continue
        speaker = {"me": "you", "them": person.first}.get(item.who, "–")
        told.append(f"  {item.day:2} {speaker}: {item.text}")
    return told


def talks_told(scenario: str, game: Session, most: int) -> str:
    """The longest talks of a game that is played to its end, as many as make about `most` lines."""
    while not game.finished:
        talk_all_day(game)
    threads = [thread_told(game, who) for who in game.playthrough.people]
    lines = [f"{game.playthrough.compiled.scenario.title} · {scenario}"]
    for thread in sorted(threads, key=len, reverse=True):
        if len(lines) >= most:
            break
        lines += ["", *thread]
    return "\n".join(lines)
