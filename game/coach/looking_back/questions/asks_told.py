"""What is told of asks: each with its truth, and who was ready and not asked then."""

from collections.abc import Iterable

from game.coach.judgement import OffTheMark
from game.coach.knowing_when import never_asked_in_time, readiness_by_day, ready_by_day, sentence, spells_of
from game.coach.looking_back.debrief import EARLY, FAIR, FAR_APART, LUCK, AskMark, FollowerDebrief
from game.coach.looking_back.questions.cost_told import cost_told
from game.coach.looking_back.questions.largest_lack import largest_lack
from game.coach.looking_back.questions.later_chances import FEWEST, later_told
from game.coach.looking_back.questions.verdict import UNKNOWN, MoveVerdict, verdict_of
from game.engine.seen.odds_seen import MORE_THAN_HALF
from game.model import Ledger
from game.model.moves import ASKS_FROM
from game.model.readings import RATHER_YES
from game.scenario.texts.first_names import first_name
from game.session.history import DayPlayed, signs_seen
from game.session.playthrough import Playthrough
from game.session.seen.asking_signs_told import against_told
from game.session.story.invitations import asked_for_more, day_bought
from game.session.words.numbers_told import in_tens, listed


def ask_marks(now: Playthrough) -> tuple[AskMark, ...]:
    """Every ask that wanted a yes or a no."""
    rules, found = now.compiled.rules, []
    ready = ready_by_day(now, readiness_by_day(now))
    for played in now.history:
        for item in played.items:
            if not item.who or rules.moves.row(item.move).ask < ASKS_FROM:
                continue
            spells = spells_of(ready[:, now.compiled.ids.index(item.who)])
            found.append(_ask_mark(now, played, item.who, item.move, spells))
    return tuple(found)


def purchase_asks(asks: Iterable[AskMark]) -> tuple[AskMark, ...]:
    """Those of some asks that ask for a purchase: what every count of asks and of who was ready is over."""
    return tuple(ask for ask in asks if ask.for_sale)


def lost_to_others(now: Playthrough) -> frozenset[str]:
    """Ids of those who wanted what is sold and have bought it from somebody else by the last day."""
    final = now.position
    wanted = (final.people.buys[0] > 0.5) & (final.ledger.bought[0] < 0.5)
    return frozenset(now.compiled.ids[int(c)] for c in (wanted & (final.state.elsewhere[0] > 0.5)).nonzero()[0])


def off_the_mark(*games: tuple[Iterable[AskMark], Playthrough]) -> OffTheMark:
    """What became of questions for a purchase that met nobody ready.

    A question to somebody who then bought elsewhere did not come too early in a way that waiting would have mended.

    Args:
        games: one or several, each with its questions of any kind.
    """
    no_use = early = lost = fair = fair_yes = luck = 0
    for asks, now in games:
        gone, made = lost_to_others(now), [ask for ask in purchase_asks(asks) if not ask.is_again]
        no_use += sum(ask.timing == "no_use" for ask in made)
        early += sum(ask.kind == EARLY and ask.follower not in gone for ask in made)
        fair += sum(ask.kind == FAIR for ask in made)
        fair_yes += sum(ask.kind == FAIR and ask.accepted for ask in made)
        luck += sum(ask.kind == LUCK for ask in made)
        lost += len(gone)
    return OffTheMark(no_use=no_use, early=early, lost=lost, fair=fair, fair_yes=fair_yes, luck=luck)


def _ask_mark(
    now: Playthrough, played: DayPlayed, who: str, move: str, spells: tuple[tuple[int, int], ...]
) -> AskMark:  # fmt: skip
    morning, column, person = played.morning, now.compiled.ids.index(who), now.people[who]
    found = verdict_of(now, played, column, move)
    text = sentence(now, found.told, column, first=person.first, name=person.name, day=str(morning.day))
    if found.for_sale and found.timing == "right":
        text = " ".join([text, *_since(now, person.first, morning.day, spells)])
    if found.told == "asked_not_buyer" and (sign := sign_of_no_use(morning.ledger, column)):
        text = sentence(now, sign, column, first=person.first)
    if found.timing == "early" and not found.accepted:
        lack = largest_lack(morning, column, now.compiled.rules.moves.row(move).ask)
        text = f"{text} {sentence(now, f'lack_{lack}', 0, first=person.first)}"
    if found.for_sale and not found.accepted:
        text = f"{text} {later_told(now, played, column, move)}".strip()
    bought = day_bought(now.story.threads[who], morning.day) if found.for_sale else 0
    if bought:
        text = _second_order(now, who, morning.day, bought, accepted=found.accepted)
    hidden = unforeseen(found, against_told(move, signs_seen(morning, played.to_all_age, column)))
    text = " ".join(filter(None, (text, hidden)))
    said = now.asides.band_said(morning.day, who, move)
    return AskMark(
        day=morning.day, follower=who, name=person.name, move=move, title=now.setup.speaker.title(move),
        for_sale=found.for_sale, in_time=found.timing == "right", likelihood=found.likelihood,
        accepted=found.accepted, verdict=text, odds=seen_and_true(found), occasion=found.told, timing=found.timing,
        change=100.0 * found.change, seen=found.seen,
        bought=bought, cost=cost_told(now, played, column, accepted=found.accepted),
        said=UNKNOWN if said is None else said,
    )  # fmt: skip


def _second_order(now: Playthrough, who: str, day: int, bought: int, *, accepted: bool) -> str:
    """What is held of a question to somebody who had bought before: as of a second order, and never as of the first."""
    first, turn = now.people[who].first, now.compiled.ids.index(who)
    more = asked_for_more(now.story.threads[who], day)
    told = sentence(
        now, "asked_customer" if accepted else "asked_customer_refused", turn, first=first, day=str(day),
        bought=str(bought),
    )  # fmt: skip
    spoken = "second_order_invited" if more else "second_order_uninvited"
    worth = "second_order_worth" if accepted else "second_order_in_vain"
    return " ".join((told, sentence(now, spoken, 0, first=first, more=str(more)), sentence(now, worth, 0)))


def seen_and_true(found: MoveVerdict) -> str:
    """What could be seen of the chance of a yes beside what it was, where the two say different things; else ""."""
    if found.seen == UNKNOWN:
        return ""
    looked, was, right = found.seen / 100, found.likelihood, found.timing == "right"
    sides_differ = found.looked_likely != right or (looked >= RATHER_YES) != (was >= RATHER_YES)
    if not sides_differ and abs(looked - was) < FAR_APART:
        return ""
    many = (
        in_tens(found.seen, "of ten says yes", "of ten say yes") if found.seen >= FEWEST else "hardly anybody says yes"
    )
    sides = (looked >= RATHER_YES) == (was >= RATHER_YES)
    close = abs(looked - was) < FAR_APART and sides
    truth = (
        f"in truth it was much the same, {100 * was:.0f} %" if close else f"in truth the chance was {100 * was:.0f} %"
    )
    more = "" if close else ", more than showed" if was > looked else ", less than showed"
    return f"By what could be seen, {many}; {truth}{more}."


def unforeseen(found: MoveVerdict, against: tuple[str, ...]) -> str:
    """Of a no that looked like a yes: what could have been seen against it, or that nothing could; else "".

    Args:
        found: on the question.
        against: what spoke against it, in words.
    """
    looked_well = found.seen != UNKNOWN and found.seen >= MORE_THAN_HALF
    if found.accepted or not looked_well or found.likelihood >= RATHER_YES or found.told == "asked_not_buyer":
        return ""  # who is no buyer has a sentence of the sign that told it
    if against:
        return f"What you could have seen against it: {listed(list(against))}."
    return "Nothing that you could see spoke against it."


def sign_of_no_use(ledger: Ledger, column: int) -> str:
    """What somebody without a use for it had said that sounded like one: the occasion of a sentence, or "".

    Whose need it was could be told by how they spoke of it, except of a need or a price that was only in passing.

    Args:
        ledger: of the morning of the question, in a single game.
        column: of the follower.
    """
    counted = {
        "no_use_dangled": ledger.baits, "no_use_pitched": ledger.pitches,
        "no_use_passing": ledger.needs + ledger.prices, "no_use_errand": ledger.errands,
        "no_use_craft": ledger.asked_how,
    }  # fmt: skip
    return next((occasion for occasion, count in counted.items() if count[0, column] >= 1.0), "")


def _since(now: Playthrough, first: str, day: int, spells: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Since when somebody had been ready who was asked at the right time, in a sentence; nothing on the first day."""
    from_day = next((begin for begin, end in spells if begin <= day <= end), 0)
    if not from_day or day == 1:
        return ()
    occasion = "ready_since" if from_day < day else "not_ready_before"
    return (sentence(now, occasion, 0, first=first, from_day=str(from_day)),)


def is_passed_over(now: Playthrough, told: FollowerDebrief) -> bool:
    """Whether somebody was ready, was asked to buy at no time at which they were, and did not buy either."""
    days = {day for first, last in told.ready_spells for day in range(first, last + 1)}
    return never_asked_in_time(now, now.compiled.ids.index(told.id), days)


def missed_sentence(now: Playthrough, told: FollowerDebrief, turn: int, *, seen: bool) -> str:
    """That somebody was ready and was not asked, with the days.

    Args:
        now: the run.
        told: of the follower.
        turn: which of the wordings; one more for each that is told.
        seen: whether a sign of it showed while there was a day left to ask.
    """
    days = sum(last - first + 1 for first, last in told.ready_spells)
    words = {"from_day": str(told.ready_from), "until_day": str(told.ready_until), "count": str(days)}
    occasion = "ready_on_one" if days == 1 else "ready_throughout" if len(told.ready_spells) == 1 else "ready_at_times"
    when = sentence(now, occasion, 0, **words)
    occasion = "never_asked" if seen else "never_asked_unseen"
    return sentence(now, occasion, turn, name=told.name, first=first_name(told.name), when=when)
