"""What the coach finds in whole games: beliefs, the marked review, what-ifs, late credit, and claims of lines."""

from collections.abc import Iterator
from itertools import product

from game.bots.registry import bots
from game.coach.hindsight.belief import believe
from game.coach.hindsight.coach_text import coach_told
from game.coach.hindsight.coached import Coached
from game.coach.hindsight.coaching import coach
from game.coach.hindsight.judged_guesses import judged_guesses
from game.coach.hindsight.review import review
from game.coach.hindsight.visible import visible_run
from game.coach.judgement import judge
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.questions.late_credit import with_late_credit
from game.coach.practice.what_if_today import known_morning, what_if_today
from game.coach.practice.what_if_told import ComparedWorth, chance_told, coincide, effect_told
from game.errors import Refused
from game.session.compared_days import compared_days
from game.session.entries import AnswerEvent, AskWhatIf
from game.session.session import Session
from game.session.story.claims import HOLDS, acts_before, acts_of_day
from tests.golden.seen import keep_notebook
from tests.golden.talking import talk_all_day
from tests.golden.told.sheets import Told
from tests.plays import bot_plays_a_day, played, session

LIVES, PAIRS = 60, 8


def _noted_game(bot: str, seed: int, days: int) -> Session:
    """A game whose player notes down everybody on day 3."""
    game = session("first_hello", seed)
    while not game.finished and len(game.playthrough.history) < days:
        if game.playthrough.day == 3:
            keep_notebook(game)
        bot_plays_a_day(game, bots()[bot])
    return game


def coach_lines() -> Iterator[Told]:
    """The coach in lines, on two games."""
    for bot, seed, days in (("pushy", 4, 7), ("never_asks", 7, 5)):
        game = _noted_game(bot, seed, days)
        now = game.playthrough
        mornings = frozenset(range(1, len(now.history) + 1))
        belief = believe(visible_run(now), LIVES, mornings=mornings, worlds=PAIRS)
        guesses = judged_guesses(now, game.mornings, belief)
        found = review(now, LIVES, PAIRS, belief)
        for line in coach_told(now, belief, found, LIVES, guesses).splitlines():
            yield f"{bot}, {seed}", line.strip()
        for d in found.decisions:
            known, true = ([round(v, 2) for v in (w.lost, w.low, w.high)] for w in (d.known, d.true))
            choices = f"{d.made or 'rest'}, best {d.known.best or 'rest'} {known} instead of {d.known.instead}"
            facts = f"by truth {true}, ready {d.said_ready:.3f} {d.ready}, early {d.early}, won {d.won}"
            yield f"{bot}, day {d.day}, {d.name}", f"{choices}, {facts}, alone {d.alone}"


def coach_in_the_window() -> Iterator[Told]:
    """What the window is told of a game, from the first look to the whole."""
    game = _noted_game("pushy", 4, 7)
    heard: list[Coached] = []
    told = coach(game.playthrough, game.mornings, heard.append, LIVES, PAIRS)
    for some in heard:
        yield "so far", f"{some.weighed} of {some.days}, {len(some.curves)} curves, {len(some.decisions)} decisions"
    yield "in the end", f"{told.notebook:.2f}, {told.reader:.2f}, {told.guesses}, {told.count}, {told.running}"
    for curve in told.curves:
        lines = [[round(p, 3) for p in line] for line in (curve.reader, curve.notebook)]
        yield curve.follower, f"{curve.motive_title} {lines} {curve.noted}: {curve.sentence} {curve.guesses}"
    for d in told.decisions:
        worths = [[round(v, 2) for v in vars(worth).values()] for worth in (d.known, d.true)]
        flags = (d.fine, d.is_sale, d.passed_over, d.unknowable)
        date = d.date.what if d.date else ""
        yield (
            f"day {d.day}, {d.name}",
            f"{d.made}; {d.other}; {d.sentence} {d.information} {worths} {flags} {d.date_title}: {date}",
        )
        for fans in d.fans:
            bands = [[[round(v, 1) for v in band] for band in some] for some in (fans.made, fans.other)]
            yield f"day {d.day}, {d.name}", f"{fans.title}, from day {fans.first_day}: {bands}"


def what_ifs_told() -> Iterator[Told]:
    """What two choices may bring today."""
    game = _noted_game("patient", 7, 4)
    who = game.playthrough.compiled.ids[0]
    refused = AskWhatIf(who, "like", "propose"), AskWhatIf(who, "like", "like"), AskWhatIf("nobody", "like", "")
    yield from ((f"{asked}", words) for asked in refused for words in _refusal(game, asked))
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 0))
    now = game.playthrough
    known = known_morning(now, LIVES, PAIRS)
    for who in now.compiled.ids[:4]:
        for first, second in (
            ("", "propose"),
            ("help", "ask_about_them"),
            ("like", ""),
            ("look_around", "share_resource"),
            ("introduce", "blast_dm"),
        ):
            try:
                for found in what_if_today(now, AskWhatIf(who, first, second), known, (4, PAIRS)):
                    figures = [round(v, 3) for v in (found.effect, found.low, found.high)]
                    fans = found.fans and [
                        [[round(v, 1) for v in b] for b in some] for some in (found.fans.made, found.fans.other)
                    ]
                    yield (
                        f"{who}, {first} or {second}",
                        f"{found.sentence} {figures} {found.pairs} {found.running} {found.more} {fans}",
                    )
            except Refused as refused:
                yield f"{who}, {first} or {second}", str(refused)


def _refusal(game: Session, asked: AskWhatIf) -> Iterator[str]:
    """Why a question cannot be put, if it cannot."""
    now = game.playthrough
    try:
        compared_days(now.position, now.plan, asked, now.people)
    except Refused as refused:
        yield str(refused)


def worths_told() -> Iterator[Told]:
    """What a choice means against another, around each border."""
    titles = ("Like", "Propose")
    ways = {
        "alike": (0.0, 0.9),
        "apart": (0.0, -1.0),
        "one more": (2.0, 1.4),
        "parted": (3.0, 0.9),
        "hardly parted": (-2.9, 0.0),
    }
    effects = (
        (0.6, -0.2, 1.4),
        (0.3, 0.05, 0.6),
        (0.29, 0.05, 0.6),
        (-0.3, -0.6, -0.05),
        (-2.3, -4.0, -0.04),
        (1.0, 0.04, 2.0),
    )
    for effect, (name, (on_the_way, end)) in product(effects, ways.items()):
        made, other = (
            (tuple((m - 9, m, m + 9) for m in some)) for some in ((50.0, 60.0), (50.0 + on_the_way, 60.0 + end))
        )
        for yes, teaches in (((None, None), False), ((None, 0.06), True), ((0.5, 0.97), False)):
            worth = ComparedWorth(effect, (made, other), yes, teaches)
            yield f"{effect}, {name}, {yes}, {teaches}", effect_told(titles, "Mara", worth)
        yield name, f"coincide {coincide(made, other)}"
    yield "no evening to come", effect_told(titles, "Mara", ComparedWorth(effects[0]))
    for chance in (0.0, 0.009, 0.01, 0.2, 0.35, 0.36, 0.5, 0.95, 0.96, 1.0):
        yield f"{chance}", chance_told(chance)


def late_credits_told() -> Iterator[Told]:
    """What won sales long before they were won."""
    for name, bot, seed in (("slow_roast", "patient", 6), ("slow_roast", "reader", 3)):
        now = played(name, bot, seed).playthrough
        for follower in with_late_credit(now, debrief(now)).followers:
            if follower.credit is not None:
                one = follower.credit
                line = [round(v, 2) for v in one.trust]
                yield f"{name}, {bot}, {follower.id}", f"{one.words} {one.day}, {one.sale_day}, {one.won}, {line}"


def judgements_told() -> Iterator[Told]:
    """How well asks were kept to those who were ready, over counts of both."""
    for ready, unready in ((0, 0), (4, 0), (0, 5), (3, 9), (10, 40)):
        for hits, alarms in ((0, 0), (ready // 2, unready // 3), (ready, unready), (ready, 0), (0, unready)):
            asked = [n < hits for n in range(ready)] + [n < alarms for n in range(unready)]
            found = judge([True] * ready + [False] * unready, asked)
            figures = f"{found.discrimination:.4f}, {found.criterion:.4f}"
            yield f"{hits} of {ready}, {alarms} of {unready}", f"{figures}, {found.asks} asks, enough {found.is_enough}"


def claims_told() -> Iterator[Told]:
    """Which claims hold of each person on each morning, and after a message, in games in which people are talked to."""
    for name, seed, days in (("first_hello", 2, 7), ("slow_roast", 7, 12)):
        game = session(name, seed)
        while not game.finished and game.playthrough.day < days:
            now = game.playthrough
            for column, who in enumerate(now.compiled.ids):
                acts = acts_before(now.day, now.story.threads[who], now.story.feed)
                night = acts_of_day(now.position, column, now.story.threads[who], now.story.feed, None)
                for when, some in (("morning", acts), ("in the night", night)):
                    held = [claim for claim, holds in HOLDS.items() if holds(some)]
                    yield f"{name}, day {now.day}, {who}, {when}", ", ".join(held)
            talk_all_day(game)
