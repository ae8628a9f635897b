"""A room that votes can ask whoever showed that they need what is sold, and is told what came of the question."""

from dataclasses import replace

from game.host.debriefing.room_debrief import room_debrief
from game.host.pages.pictures.night_scenes import night_of
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
    """Seed 6: Farah gave no answer on day 4, and had told of her need; on day 5 the question can be put again."""
    room = day_voted(voting(6, 4), (FIRST, "Look around"))
    scene = next(s for s in night_of(room) if s.who == "crowd_1")

    assert scene.move == "propose"
    assert [signal for signal, _, _ in scene.answers].count("no_answer") == 1
    assert scene.silent_no == "It can be asked again another day."
    assert replace(scene, answers=()).silent_no.startswith("No answer from Farah, a no for now.")
    assert "crowd_1" in spotlight_of(room.shared)
    assert "propose" in offers_of(room.shared, "crowd_1")


def test_a_yes_or_a_no_closes_the_question():
    """Nobody who said yes or no is told to have given no answer."""
    scene = next(s for s in night_of(day_voted(voting(6, 4), (FIRST, "Look around"))) if s.who == "crowd_1")
    for signal in ("accepts", "buys", "declines_kindly", "declines_coldly"):
        assert not replace(scene, answers=((signal, "No.", True),)).silent_no


def test_waiting_is_not_advised_for_who_bought_elsewhere_instead():
    """Walter was asked on days 4 and 5, and bought elsewhere the night after: no wait would have cost less."""
    room = voting(8, 7, (FIRST, "Look around"))
    told = room_debrief(room)
    asked = [ask.day for _, ask in told.asks if ask.follower == "walter"]

    assert asked == [4, 5]
    assert not any(ask.ready for _, ask in told.asks)
    assert "Waiting a little longer" not in told.judgement


def test_whoever_speaks_of_a_need_is_on_the_next_ballot_with_the_plain_question():
    """Over whole games: from the day on which one can ask, up to three of those who spoke of a need last week."""
    spoke = 0
    for seed in (1, 3, 7):
        room = voting(seed, 4, ("Look around",))
        while not room.shared.finished:
            now = room.shared
            said = {
                who
                for who in now.people
                for item in now.story.threads[who]
                if item.kind in {"need_shows", "asks_price"} and now.day - item.day <= 7
            }
            gone = {who for who in said for item in now.story.threads[who] if item.kind == "buys_elsewhere"}
            there = now.position.ledger.present[0]
            here = {who for who in said - gone if there[now.compiled.ids.index(who)] > 0.5}
            asked = [who for who in spotlight_of(now) if who in here]
            spoke += len(here)
            assert len(asked) == min(3, len(here))
            assert all("propose" in offers_of(now, who) for who in here)
            room = day_voted(room, ("Look around",))
            if not room.shared.finished:
                room = played(room, taken(Went("vote", room.scene)))
    assert spoke


def test_nobody_takes_a_place_on_every_ballot_without_a_need():
    """A whole week of talks: whoever was voted on yesterday and has nothing new stands back for somebody else."""
    room = voting(7, 7)
    people = [who for who in room.shared.people if need_shown(room.shared, who) is False]
    days = {who: {c.question.day for c in room.counts if c.question.who == who} for who in people}

    assert all(len(on) < 6 for on in days.values())
