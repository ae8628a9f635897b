"""Whatever a room has done: projector, phone, host's page, report and table say the same of it."""

import csv
import io
import re
from collections import Counter
from html import unescape

import pytest

from game.coach.looking_back.debrief import FAIR, LUCK, READY
from game.coach.looking_back.grade import score_sum
from game.coach.looking_back.make_debrief import debrief
from game.engine.seen.odds_seen import MORE_THAN_HALF
from game.host.debriefing.what_happened.courses import BOUGHT, NEVER
from game.host.debriefing.what_happened.courses_told import questions_counted
from game.host.debriefing.what_happened.game_lesson import UNSEEN_MORAL, one_game
from game.host.debriefing.what_happened.lesson_kinds import WAITED, kind_of
from game.host.debriefing.what_it_came_to.so_far import so_far
from game.host.exports.csv_files import guests_csv
from game.host.exports.room_report import report_html
from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.pictures.days_strip import days_strip
from game.host.pages.pictures.trust_picture import trust_picture
from game.host.pages.screen_pages import screen_page
from game.host.room.steps import Turned
from tests.host.bot_rooms import ASKS_BUYERS, ASKS_BUYERS_LATE, VOTES, each_room, voting_room
from tests.host.rooms import BEGAN, played, taken
from tests.plays import played as bot_played

ROOMS = [
    *((scenario, seed, "") for scenario, seed in (("first_hello", 1), ("first_hello", 2), ("slow_roast", 1))),
    *(("first_hello", seed, way) for seed, way in zip((1, 2, 7, 9, 21), VOTES, strict=True)),
    ("first_hello", 2, "asks at once"), ("first_hello", 7, "asks where a need shows"), ("slow_roast", 2, VOTES[1]),
    ("first_hello", 21, "leaves in peace"),
    *(("first_hello", seed, ASKS_BUYERS) for seed in (1, 9)),
    *(("first_hello", seed, ASKS_BUYERS_LATE) for seed in (7, 21)),
]  # fmt: skip
TRUST, ASKED, WOULD_HAVE = 1, 2, 3
FAULTS = re.compile(r'class="ask (early|late|no_use)"')


@pytest.fixture(params=ROOMS, ids=lambda one: "-".join(map(str, one)))
def of_room(request):
    """A room at its debrief, and what is told of it."""
    scenario, seed, way = request.param
    return voting_room(scenario, seed, way) if way else each_room(scenario, seed)


def plain(html):
    """A page as its words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def screen(room, told, page):
    """The projector's page of a step."""
    name, values = screen_page(played(room, taken(Turned(page))), "http://here", told)
    return rendered(name, **values, minutes_played=1)


def phones(room):
    """Each guest's own page at the end, with the debrief of the game that it tells of."""
    for guest in room.here:
        name, values = guest_page("/play", GuestRequest(room, guest, BEGAN, {}))
        yield plain(rendered(name, **values, command="c")), values["debrief"], guest.now or room.shared


def pages(room, told):
    """Every page that tells of questions to buy, as words."""
    yield from (plain(screen(room, told, page)) for page in (0, TRUST, ASKED, WOULD_HAVE))
    yield from (text for text, *_ in phones(room))
    yield plain(report_html(room, told, full=True).decode())


def test_nobody_is_told_that_nobody_came_to_buy_where_somebody_did(of_room):
    """In no game in which somebody bought, came to buy, or is ready in the trial of the run sheet."""
    room, told = of_room
    somebody = any(row.trial or any(c.buyer or c.ended == BOUGHT for c in row.courses) for row in told.courses)
    assert (told.lesson.title == "Nobody here came to buy") != somebody
    for text, game, now in phones(room):
        rows, _ = one_game(now, game)
        came = any(c.buyer or c.ended == BOUGHT for row in rows.values() for c in row.courses)
        assert not (came and "Nobody here came to buy" in text)


def test_what_was_bought_is_never_drawn_or_called_a_failure(of_room):
    """A yes is ready, fair or luck, in lists, charts and strips; a chart with yeses alone has no mark of a fault."""
    _, told = of_room
    for _, ask in told.asks:
        if ask.accepted:
            assert ask.kind in {READY, FAIR, LUCK}
    for row in told.courses:
        asks = [ask for one in row.courses for ask in one.asks]
        faults = {ask.kind for ask in asks} - {READY, FAIR, LUCK}
        assert set(FAULTS.findall(str(days_strip(row, told.days)))) == faults
        assert set(FAULTS.findall(str(trust_picture(told, row.who)))) == faults
        for one in row.courses:
            if one.ended == BOUGHT and one.asks and one.sold:
                assert one.asked in {READY, FAIR, LUCK}
                assert "too early" not in row.ended_said


def test_every_question_is_counted_once_and_everywhere_alike(of_room):
    """Steps, report, table, and the words of the judgement: the same questions by the same borders."""
    room, told = of_room
    kinds = Counter(ask.kind for _, ask in told.asks)
    rows = list(csv.DictReader(io.StringIO(guests_csv(room, told).decode("utf-8-sig"))))
    rows = rows if room.each else rows[:1]
    assert sum(int(row["purchase_asks"]) for row in rows) == kinds.total() == told.by_day.asks
    assert sum(int(row["purchase_asks_ready"]) for row in rows) == kinds[READY] == told.by_day.hits
    assert sum(int(row["purchase_asks_fair"]) for row in rows) == kinds[FAIR]
    for follower in told.followers:
        row = told.course(follower.id)
        mine = [
            [ask.kind for n, ask in told.asks if (n, ask.follower) == (g, follower.id)] for g in range(len(told.games))
        ]
        assert follower.asked[NEVER] == mine.count([])
        assert follower.asked.total() - follower.asked[NEVER] == sum(map(len, mine))
        if row is not None:
            assert follower.asked == questions_counted(row.courses)
            assert len(told.games) == 1 or told.asked_told(follower) == row.asked_said
    if room.each:
        best = so_far(room)["best"]
        assert sum(map(int, re.findall(r" (\d+)(?:,|$)", best))) == so_far(room)["asked"]
    for text in pages(room, told):
        assert not re.search(r"\bOne more was answered\b|\bBesides\b", text)
        assert "a little early" not in text


def test_a_yes_against_the_odds_is_called_luck_and_stands_with_its_cost(of_room):
    """Below half in truth and by the signs, or from somebody with no use for it; nothing else is called luck."""
    room, told = of_room
    for _, ask in told.asks:
        against = ask.likelihood < 0.5 and ask.seen <= 100 - MORE_THAN_HALF
        luck = ask.accepted and not ask.ready and (against or ask.timing == "no_use")
        assert (ask.kind == LUCK) == luck
        if not re.search(r"had bought on day|customer since|second order", ask.verdict):
            assert luck == bool(re.search(r"luck|lucky", ask.verdict)) or "bad luck" in ask.verdict
    lucky = [row for row in told.courses if any(one.by_luck for one in row.courses)]
    for row in lucky:
        assert "by luck" in row.ended_said
        assert re.search(r"cost those who saw it|nobody who saw it minded", row.ended_said)
    if lucky:
        assert "luck" in told.lesson.text.lower()
        assert "yes was luck" in told.judgement or "yeses were luck" in told.judgement
        everywhere = [plain(screen(room, told, page)) for page in (0, ASKED)]
        assert all("by luck" in text for text in everywhere)
    for decision in told.decisions:
        sold = decision.ended.startswith("A sale")
        mark = next((a for _, a in told.asks if sold and (a.day, a.follower) == (decision.day, decision.who)), None)
        if mark is not None:
            assert ("by luck" in decision.ended) == (mark.kind == LUCK)


def test_a_sign_that_is_quoted_was_said_in_the_game_that_is_told(of_room):
    """On a phone in the guest's own game; on the projector in so many of the room's games as it says."""
    room, told = of_room
    games = [now for _, _, now in phones(room)] if room.each else [room.shared]
    for row in told.courses:
        day, text, count = row.shown
        saw = [g for g in games if any(t.day == day and t.text == text for t in g.story.threads[row.who])]
        assert not text or count <= len(saw)
        if text and len(games) > 1:
            assert f"in {count} of {len(games)} games" in row.sign_said
    for question, _ in told.lesson.questions:
        if found := re.match(r"Day (\d+), .*?: “(.*?)( …)?”", question):
            quoted = [found[2] in t.text for g in games for th in g.story.threads.values() for t in th]
            assert 2 * sum(quoted) >= len(games)
    for _, game, now in phones(room):
        rows, _ = one_game(now, game)
        for who, row in rows.items():
            day, text, _ = row.shown
            assert not text or any(t.day == day and t.text == text for t in now.story.threads[who])


def test_points_add_up_wherever_they_are_told(of_room):
    """The sum on phone, projector and report; the columns of the table to a tenth."""
    room, told = of_room
    for text, game, _ in phones(room):
        said = score_sum(game.score, game.people, game.business)
        assert said.people + said.business - said.harm == said.score
        assert said.told in text
    for row in csv.DictReader(io.StringIO(guests_csv(room, told).decode("utf-8-sig"))):
        people, business, harm, score = (
            float(row[name]) for name in ("people_points", "business_points", "harm_points", "score")
        )
        assert people + business - harm == pytest.approx(score, abs=0.001)
        assert min(people, business, harm) >= 0.0
    for text in pages(room, told):
        assert "six tenths" not in text


def test_every_question_for_the_room_can_be_answered_and_the_host_has_an_answer(of_room):
    """What is printed stands on the host's page with a likely answer; nothing is asked of what did not happen."""
    room, told = of_room
    for page in range(5):
        _, values = host_page(played(room, taken(Turned(page))), BEGAN, lambda _: 0.0, "http://here", {}, told)
        assert all(answer for _, answer in values["hints"])
        asked = " ".join(question for question, _ in values["hints"])
        if page == ASKED:
            assert set(told.lesson.questions) <= set(values["hints"])
        if not told.asks:
            assert "ask first?" not in asked.replace("would you have asked first", "")
            assert "cost to ask too early" not in asked
        if not any(f.passed_over for f in told.followers):
            assert "Whom did you pass over?" not in asked
    for question, _ in told.lesson.questions:
        assert not question.startswith("What told you that")


def test_what_cost_most_was_not_made_good_and_advises_no_question_before_its_time(of_room):
    """No waiting for somebody who then bought; no question to somebody who was not ready; no praise of luck."""
    room, told = of_room
    if room.shared is None:
        return
    for text in told.weighed:
        kind, day, about, chosen = re.match(
            r"(What cost|What helped) you most: day (\d+), (.*?), “(.*?)”\.", text
        ).groups()
        decision = next(d for d in told.decisions if (d.day, d.name, d.chosen) == (int(day), about, chosen))
        row = told.course(decision.who)
        if kind == "What cost":
            assert row is None or row.courses[0].ended != BOUGHT
            option = re.search(r"\. “(.*?)” would have come to", text)[1]
            assert not next(o for o in decision.others if o.title == option).unadvised
        else:
            asks = [a for _, a in told.asks if (a.day, a.follower) == (decision.day, decision.who)]
            assert all(a.kind in {READY, FAIR} for a in asks)


@pytest.mark.parametrize(("scenario", "seed"), [("first_hello", 21), ("first_hello", 75), ("slow_roast", 1)])
def test_nobody_is_blamed_for_what_had_not_shown(scenario, seed):
    """Somebody let go by is told of who had shown a sign, where anybody had; else it is said that none showed."""
    for bot in ("never_asks", "thanker", "sleeper", "patient"):
        now = bot_played(scenario, bot, seed).playthrough
        rows, lesson = one_game(now, debrief(now))
        if lesson.kind != WAITED:
            continue
        unseen = not any(row.has_shown for row in rows.values() if WAITED in map(kind_of, row.courses))
        assert (UNSEEN_MORAL in lesson.text) == unseen
        assert any("showed nothing that said so" in asked for asked, _ in lesson.questions[:1]) == unseen
