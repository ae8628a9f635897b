"""Counts meet their charts, an end has its colour, and nobody is scolded for what had not shown."""

import re
from collections import Counter

import numpy as np
import pytest

from game.coach.looking_back.debrief import EARLY, NO_USE
from game.host.debriefing.debrief_questions import COST, COST_NO_USE
from game.host.debriefing.sent_to_many import asked_many, sent_so_far
from game.host.debriefing.what_happened.courses import WENT_ELSEWHERE, shown_before
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.pictures.days_strip import days_strip
from game.host.pages.pictures.trust_picture import most_lost, trust_picture
from game.host.room.room_state import COUNTED, VOTE
from game.host.room.steps import Turned, Voted, Went
from tests.host.bot_rooms import each_room, voting_room
from tests.host.debriefing.test_ways_of_telling_agree import ROOMS, WOULD_HAVE, plain, screen
from tests.host.rooms import BEGAN, played, started, taken

DRAWN = re.compile(r'class="ask (\w+)"[^>]*/>(?:<text class="many"[^>]*>(\d+)<)?')


@pytest.fixture(params=ROOMS, ids=lambda one: "-".join(map(str, one)))
def of_room(request):
    """A room at its debrief, and what is told of it."""
    scenario, seed, way = request.param
    return voting_room(scenario, seed, way) if way else each_room(scenario, seed)


def drawn(svg):
    """The questions that a chart shows, by kind; a figure beside a mark says how many it stands for."""
    found = Counter()
    for kind, many in DRAWN.findall(str(svg)):
        found[kind] += int(many or 1)
    return found


def test_every_mark_of_a_chart_is_in_the_counts_beside_it(of_room):
    """Chart, strip and words: the same questions, in the same numbers."""
    _, told = of_room
    for row in told.courses:
        follower = told.followers[told.column(row.who)]
        asks = Counter(ask.kind for one in row.courses for ask in one.asks)
        assert drawn(trust_picture(told, row.who)) == drawn(days_strip(row, told.days)) == asks
        if len(row.courses) > 1:
            said = {kind: int(many) for kind, many in re.findall(r"(?:: |, )([\w ]+?) (\d+)", row.asked_said)}
            assert sum(said.values()) == asks.total()
        assert sum(follower.asked.values()) - follower.asked["never"] == asks.total()


def test_a_sale_is_never_drawn_as_a_loss(of_room):
    """Each part of how it ended has its own colour, and together they are the whole sentence."""
    _, told = of_room
    for row in told.courses:
        assert "".join(said for said, _ in row.ended_parts) == row.ended_said
        for said, tone in row.ended_parts:
            own = said.strip(", ").lower()
            bought = own.startswith("bought") and "elsewhere" not in own
            assert tone != ("bad" if bought else "good")


def test_what_is_quoted_was_said_while_it_could_be_acted_upon(of_room):
    """No sign is of the night after which somebody was lost or had bought, nor of the last one."""
    _, told = of_room
    for row in told.courses:
        for one in row.courses:
            assert not one.sign or one.sign_day < (one.ended_on or told.days)


def test_trust_ends_where_somebody_is_lost(of_room):
    """No curve runs on, and where most games lost somebody a cross stands at the end."""
    _, told = of_room
    for row in told.courses:
        column = told.column(row.who)
        for number, one in enumerate(row.courses):
            if one.lost:
                assert np.isnan(told.curves[number, one.ended_on + 1 :, column]).all()
                assert not np.isnan(told.curves[number, one.ended_on, column])
        assert ('class="lost"' in trust_picture(told, row.who)) == most_lost(told, row.who)


def test_why_somebody_bought_elsewhere_agrees_with_what_would_have_been(of_room):
    """Nobody is called far away to whom a fair question would have sold; nor blamed for what had not shown."""
    _, told = of_room
    for row in told.courses:
        for one in row.courses:
            if one.ended != WENT_ELSEWHERE or one.asks or len(row.courses) > 1:
                continue
            assert ("nobody had asked" in row.ended_said) == bool(one.nearly or (one.ready and one.sign))
            assert "near enough" not in row.ended_said
            assert not (one.ready and one.nearly)


def test_a_sale_outranks_trust_and_nobody_is_told_to_have_missed_what_had_not_shown(of_room):
    """In every vote: sales first and in green, no points beside them; nobody is blamed for what had not shown."""
    room, told = of_room
    page = plain(screen(room, told, WOULD_HAVE))
    for decision in told.decisions:
        people = [other.people for other in decision.others]
        assert people == sorted(people, reverse=True)
        for other in decision.others:
            assert ("trust" in other.told) == (not other.ended)
            if other.people > 0:
                assert other.tone == ("warn" if other.unadvised else "good")
            if decision.who and other.unseen:
                assert not shown_before(room.shared, decision.who, decision.day)
                assert other not in decision.advised
    for text in told.weighed:
        if found := re.match(r"What cost you most: day (\d+), (.*?), “.*?”\. “(Propose|Pitch)”", text):
            who = next(d.who for d in told.decisions if d.name == found[2])
            assert shown_before(room.shared, who, int(found[1]))
    assert "something that asks" not in page


def test_what_went_to_many_says_what_to_whom_and_what_it_cost(of_room):
    """The move by its name, how many it reached, in how many games or when, and points of trust."""
    room, told = of_room
    games = [guest.now for guest in room.here] if room.each else [room.shared]
    sent = [one for now in games for one in sent_so_far(now) if one.asks and one.to_each]

    assert bool(sent) == bool(told.asked_many)
    assert told.asked_many == asked_many(games)
    for text in told.asked_many:
        one = next(one for one in sent if f"“{one.title}”" in text and (one.by_event in text))
        assert re.search(r" to (everybody \(\d+ people\)|up to \w+ people|[A-Z]\w+)", text), text
        assert re.search(r"in \d+ of \d+ games|on days? \d", text)
        assert re.search(r"It cost (\d+ points|next to no trust)", text)
        assert one.label in text or text.startswith("You sent")


def test_the_host_asks_about_nothing_that_did_not_happen(of_room):
    """What a question too early cost only where one came too early, and so with questions of no use."""
    room, told = of_room
    kinds = {ask.kind for _, ask in told.asks}
    for page in range(5):
        _, values = host_page(played(room, taken(Turned(page))), BEGAN, lambda _: 0.0, "http://here", {}, told)
        assert COST not in values["hints"] or EARLY in kinds
        assert COST_NO_USE not in values["hints"] or NO_USE in kinds
        assert re.match(r"About [\d.]+ minutes?\. ", values["step_said"])
        assert "voted</span>" not in rendered(
            "host.html", **values, command="c", unsaved="", screen_link="/screen", may_open_more=False
        )


def test_how_many_voted_is_told_as_long_as_the_vote_or_its_count_is_shown():
    """By night neither the figure nor the word beside a name stays."""
    room = started(2, "together")
    room = played(room, *(taken(Voted(room.question.number, "a"), guest) for guest in ("g1", "g2")))
    nights = 0
    while not room.shared.finished and nights < 2:
        name, values = host_page(room, BEGAN, lambda _: 0.0, "http://here", {})
        page = rendered(name, **values, command="c", unsaved="", screen_link="/screen", may_open_more=False)
        shown = room.stage in {VOTE, COUNTED}
        nights += not shown
        assert ("voted</span>" in page) == shown
        assert shown or all(row.words == "Here" for row in values["rows"])
        to = "counted" if room.stage == VOTE else "vote" if room.spotlight or not shown else "night"
        room = played(room, taken(Went(to, room.scene)))
    assert nights == 2
