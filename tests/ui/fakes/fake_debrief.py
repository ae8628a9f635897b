"""What the fake game ends with."""

import math
from dataclasses import replace

from game.coach.judgement import Judgement
from game.coach.looking_back.debrief import (
    SIGN,
    AskMark,
    DayMark,
    Debrief,
    FollowerDebrief,
    GoalTold,
    Milestone,
    Reason,
)
from game.coach.looking_back.month.month_after import EpilogueLife
from game.coach.looking_back.month.month_told import month_told
from game.coach.looking_back.questions.sign_lesson import RULE
from game.coach.looking_back.sent_to_all_told import TITLE as TO_ALL
from tests.ui.fakes import fake_coach
from tests.ui.fakes.fake_moves import DAYS, MOTIVES, WHAT_IT_TOOK
from tests.ui.fakes.fake_people import followers


def _trust(i: int) -> tuple[float, ...]:
    return tuple(
        round(min(96, max(3, 22 + 5 * (i % 4) + (1.9 - 0.42 * i) * d + 6 * math.sin(d / 2.3 + i * 1.7))), 1)
        for d in range(DAYS + 1)
    )


MARKS = (
    ("look_around", "Look around", "neutral"),
    ("ask_about_them", "Ask about them", "good"),
    ("share_resource", "Share something", "good"),
    ("pitch", "Pitch", "bad"),
    ("give_space", "Give space", "good"),
    ("propose", "Propose", "bad"),
    ("answer", "Answer", "good"),
)


MILESTONES_OF = (
    (Milestone(17, "buys"), Milestone(24, "buys")),
    (),
    (Milestone(9, "unfollows"),),
    (Milestone(21, "buys_elsewhere"),),
)


def revealed() -> tuple[FollowerDebrief, ...]:
    out = []
    for i, f in enumerate(followers()):
        motive = MOTIVES[(i * 2 + 1) % len(MOTIVES)]
        guess = MOTIVES[(i * 2 + (1 if i % 3 else 4)) % len(MOTIVES)].title if i % 5 != 3 else ""
        marks = tuple(DayMark(2 + i % 3 + 3 * k, *MARKS[(k + i) % len(MARKS)]) for k in range(8))
        out.append(
            FollowerDebrief(
                id=f.id,
                name=f.name,
                look=f.look,
                motive=motive.id,
                motive_title=motive.title,
                why_followed="She walks past your window every morning and wanted to know what smells so good.",
                wants="A place to talk about rye, and somebody who remembers what she said the last time.",
                guess=guess,
                guess_sure=75 if guess else 0,
                guess_right=guess == motive.title,
                happy_end=("a customer", "an advocate", "a regular face", "a partner")[i % 4],
                happy_end_text=WHAT_IT_TOOK,
                came=i % 3 == 1,
                end="An acquaintance who still reads along." if f.following else "Gone since day 9.",
                ready_spells=((12, 15), (18, 19)) if i % 2 == 0 else (),
                trust=_trust(i),
                marks=marks,
                milestones=MILESTONES_OF[i % len(MILESTONES_OF)],
                arrived=6 if i % 5 == 3 else 0,
                fares=71.0 if i % 3 == 1 else 34.0,
            )
        )
    return tuple(out)


def reasons(follower: str, day: int) -> tuple[Reason, ...]:
    person = next(f for f in revealed() if f.id == follower)
    change = round(person.trust[day] - person.trust[day - 1], 1)
    parts = (
        ("talk", "You asked about her and waited for the answer.", 6.4),
        ("fit", "What you shared was about rye, in a format she enjoys.", 3.1),
        ("wear", "It was the third message in four days, and she had not answered the second one yet.", -4.2),
        ("ties", "Omar told her how you had helped him.", 1.3),
    )
    rest = round(change - sum(p[2] for p in parts), 1)
    fade = Reason("fade", "Days without a word let things fade a little.", rest)
    return (*(Reason(*p, "other", p[2]) for p in parts), replace(fade, shown=rest))


LIVES = tuple(
    EpilogueLife(
        id=one.id, name=one.name, trust=(50.0, 20.0 + 6.0 * i), left=12 if i == 3 else 0, praised=int(i in {4, 9}),
        complained=int(i == 5), elsewhere=i == 7,
    )
    for i, one in enumerate(followers())
    if one.following
)  # fmt: skip

DEBRIEF = Debrief(
    title="The bakery on the corner",
    days=DAYS,
    score=68.3,
    people=74.0,
    business=75.5,
    business_why="3 of 3 who wanted it bought. 1 question in vain against it: 3 of 3 and 1.",
    manners=88.0,
    epilogue=LIVES,
    score_why="Most of that harm was done by “Message all” on day 9.",
    reading=63.5,
    by_day=Judgement(1.24, 0.2, 5, 40, 4, 160),
    by_spell=Judgement(1.1, 0.35, 4, 9, 3, 14),
    manners_why=(
        "−3: “Propose” to Wilhelmina, Leo and 2 more, from day 12 to 21",
        "−2: “Message to all” to everybody, day 8",
        "−1: what people saw you do to somebody they know, days 12 and 14",
    ),
    judgement="You told those who were ready from those who were not quite well, and you leaned towards not asking.",
    followers=revealed(),
    asks=(
        AskMark(
            9,
            "ade",
            "Ade Bello",
            "small_offer",
            "Small offer",
            False,
            True,
            0.81,
            True,
            "Ade had asked for the walnut loaf twice: a small offer was welcome.",
            "favour_in_time",
            "right",
            0.62,
            75,
            cost="trust 55 to 56: the offer itself was a kindness",
        ),
        AskMark(
            12,
            "wil",
            "Wilhelmina Featherstonehaugh-Cholmondeley",
            "propose",
            "Propose",
            True,
            False,
            0.08,
            False,
            "Nobody had talked with her yet; the question came out of nowhere and two of her friends saw it happen.",
            "asked_too_soon",
            "early",
            -6.2,
            10,
            2,
            cost="trust 12 to 6: it came within days of a no, which makes it dearer, and there was little to lose",
        ),
        AskMark(
            14,
            "mara",
            "Mara Lind",
            "propose",
            "Propose",
            True,
            True,
            0.72,
            False,
            "She was ready and said no all the same: it happens in one of four such cases.",
            "asked_ready_refused",
            "right",
            -0.3,
            75,
            3,
            cost="trust 71 as before: it asked for no more than they trust you with",
        ),
        AskMark(
            15,
            "tom",
            "Tom Hale",
            "propose",
            "Propose",
            True,
            False,
            0.62,
            True,
            "A yes was likelier than a no already. A few days later it would have been surer still.",
            "asked_a_little_early",
            "early",
            1.1,
            45,
            2,
            cost="trust 60 to 61: the offer itself was a kindness",
        ),
        AskMark(
            21,
            "leo",
            "Leo Marchetti",
            "pitch",
            "Pitch",
            True,
            False,
            0.02,
            False,
            "Leo wants to sell to you, not to buy.",
            "asked_not_buyer",
            "no_use",
            -9.4,
            cost="trust 41 to 32: a wish to sell showed through it",
        ),
    ),
    missed=(
        "Priya Raman was ready from day 12 to 19 and was never asked.",
        "Sunniva Berg was ready from day 20 to 26 and bought elsewhere.",
    ),
    lessons=(
        (SIGN, f"{RULE} Mara showed it on day 13; you asked on day 14, and it was a yes."),
        (
            TO_ALL,
            (
                "On day 5 “Message everyone” cost nine of fourteen people trust, −10.4 points on average. Nobody reads "
                "a message to everybody as a message to them."
            ),
        ),
        *month_told(LIVES),
        (
            "Ask when the door is open",
            (
                "A share with a compliment, a question about what you make, a need that shows: these are the days to "
                "ask. The same words a week earlier cost trust."
            ),
        ),
        (
            "Most people do not follow you to buy",
            (
                "2 of 14 followed you for what you sell. The others are neighbours, readers, sellers; each has a "
                "happy end of their own."
            ),
        ),
        ("Thank, and no more", "A plain share wants a plain thank-you. Making a show of it looks like a show."),
    ),
    goals=(
        GoalTold("Three regulars by day 14", True, "It was reached on day 11, with Mara, Ade and Wilhelmina."),
        GoalTold("Two bread boxes sold by day 28", False, "One of two was a customer by day 28: Ade."),
        GoalTold("Nobody blocks you", False, ""),
    ),
    buyers_truth="2 of 14 followed you for what you sell. "
    "You noted down 7 as buyers or bargain hunters: right about 1.",
)

COACHED = fake_coach.coached(revealed(), DAYS)
