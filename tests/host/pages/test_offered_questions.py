"""A room that votes can ask whoever showed that they need what is sold, and is told what came of the question."""

from dataclasses import replace

from game.host.debriefing.room_debrief import room_debrief
from game.host.pages.night_scenes import night_of
from game.host.room.questions import need_shown, question_of, signs_speak, spotlight_of
from game.host.room.steps import Started, Voted, Went
from game.host.store.replaying import room_of
from game.session.entries import PlanMove
from tests.host.rooms import joined, opening, played, taken

FIRST = "Propose"


def voting(seed, until, wanted=(FIRST, "Look around")):
    """A room of one guest who votes for the first of some options that is offered, up to the morning of a day."""
    room = played(room_of(opening("together", seed=seed)), joined(1), taken(Started()))
    while room.shared.position.day < until:
        room = day_voted(room, wanted)
        room = played(room, taken(Went("vote", room.scene)))
    return room


def day_voted(room, wanted):
    """The room after the votes of a day, at its night."""
    while room.stage != "night":
        if room.stage == "vote":
            ids = {option.title: option.id for option in reversed(room.question.options)}
            pick = next((ids[title] for title in wanted if title in ids), "b" if room.question.event else "a")
            room = played(room, taken(Voted(room.question.number, pick), "g1"), taken(Went("counted", room.scene)))
        room = played(room, taken(Went("vote" if room.spotlight else "night", room.scene)))
    return room


def offers_of(now, who):
    """The moves that a vote on somebody offers."""
    options = question_of(now, who, 1, 1, 1).options
    return [o.choice.move for o in options if isinstance(o.choice, PlanMove)]


def test_whoever_showed_a_need_can_be_asked_by_the_plain_question():
    """Wherever the signs speak for it and asking is open, the vote offers the proposal, and the person is voted on."""
    spoke = 0
    for seed in range(1, 7):
        for day in (4, 5, 6):
            now = voting(seed, day, ("Look around",)).shared
            ready = [who for who in now.people if signs_speak(now, who)]
            spoke += len(ready)
            assert all("propose" in offers_of(now, who) for who in ready)
            assert set(ready[:1]) <= set(spotlight_of(now))
    assert spoke


def test_a_vote_keeps_the_question_to_buy_from_nobody_who_has_shown_a_need():
    """Their own need or not, after a no to something smaller or not: what to make of it is the room's to decide."""
    others = 0
    for seed in (1, 3, 7):
        for day in (4, 5, 6):
            now = voting(seed, day, ("Ask to share", "Look around")).shared
            shown = [who for who in now.people if need_shown(now, who)]
            others += sum(not signs_speak(now, who) for who in shown)
            assert all("propose" in offers_of(now, who) for who in shown)
    assert others


def test_a_question_without_an_answer_can_be_asked_again_the_next_day():
    """Seed 1: Dorian said neither yes nor no on day 4, and told of his need; on day 5 the question stands."""
    room = day_voted(voting(1, 4), (FIRST, "Look around"))
    scene = next(s for s in night_of(room) if s.who == "dorian")

    assert scene.move == "propose"
    assert scene.left_open == "Dorian has said neither yes nor no to it. The question stays open."
    assert "dorian" in spotlight_of(room.shared)
    assert "propose" in offers_of(room.shared, "dorian")


def test_a_yes_or_a_no_closes_the_question():
    """Nobody who refused is told to have said neither yes nor no."""
    scene = next(s for s in night_of(day_voted(voting(1, 4), (FIRST, "Look around"))) if s.who == "dorian")
    for signal in ("accepts", "buys", "declines_kindly", "declines_coldly"):
        assert not replace(scene, answers=((signal, "No.", True),)).left_open


def test_waiting_is_not_advised_for_who_bought_elsewhere_instead():
    """Dorian was asked on days 4 and 5, and bought elsewhere the night after: no wait would have cost less."""
    room = voting(1, 7, (FIRST, "Look around"))
    told = room_debrief(room)
    asked = [ask.day for _, ask in told.asks if ask.follower == "dorian"]

    assert asked == [4, 5]
    assert not any(ask.ready for _, ask in told.asks)
    assert "Waiting a little longer" not in told.judgement
