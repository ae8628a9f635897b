"""What a coach might have found in the made-up game."""

from game.coach.hindsight.coached import BeliefCurve, Coached, DecisionWorth, Fans, ReviewedDecision
from game.coach.practice.what_if_found import WhatIfToday
from game.session.date_lines import DateLine

DAYS = 28


def _fans(title, days, wide, *, turned=False):
    made = tuple((30 - d / 2 - wide, 30 - d / 2, 30 - d / 2 + wide) for d in range(days))
    other = tuple((34 + d - wide, 34 + d, 34 + d + wide) for d in range(days))
    if turned:
        made, other = other, made
    return Fans(title, DAYS - days + 1, made, other)


def _reviewed(people, day, who, points, sentence, *, fine=False, date=True, **more):
    person = next(f for f in people if f.id == who)
    table = DateLine(
        "propose", "Will you marry me?", "I have not taken off my scarf.", "You have a ring with you.",
        f"{person.name.split()[0]} looks for the waiter, who looks at the ceiling.", "shocked", "ring",
    )  # fmt: skip
    return ReviewedDecision(
        day, who, person.name, person.look, fine, "Propose" if date and not more else "No move",
        "Propose in place of “Share with them” to Wilhelmina" if more else "Ask about them", sentence,
        f"So it was: {person.name.split()[0]} was ready to be asked." if more else
        f"By the signs the chance that {person.name.split()[0]} was ready stood at 12 %, and they were not ready.",
        DecisionWorth(points, points - 1.9, points + 1.9),
        DecisionWorth(points * 0.6, points * 0.6 - 2.2, points * 0.6 + 2.2),
        table if date else None, "Propose",
        (
            _fans("Trust from then on, by what you knew", DAYS - day + 1, 9.0),
            _fans("Trust from then on, as they really were", DAYS - day + 1, 5.0),
        ),
        **more,
    )  # fmt: skip


def _guesses(truth):
    early = f"Day 6: “Wants your reach”, 75 % sure. It was “{truth}”; by the signs alone nobody could have known"
    late = f"Day 15: “{truth}”, 25 % sure. Right, and the signs of day 15 already said so to a perfect reader (88 %)."
    return f"{early} before day 9. A perfect reader gave “Wants your reach” 62 % that day.", late


WHAT_IF = WhatIfToday(
    "Ask about them", "Propose", 64, 1000, -2.31, -4.0, -0.6,
    "By what can be known of Mara, “Propose” instead of “Ask about them” means about 28 points less trust at the end "
    "(of 100), and a score about 2.3 points lower (0.6 to 4.0). A yes to “Propose” has a chance of about 1 in 16 "
    "today. What you would learn of Mara is not counted.",
    _fans("Trust on the evenings to come", 17, 9.0, turned=True),
)  # fmt: skip
"""First picture of a what-if; the rest is still being played."""


def coached(people, days):
    """Everything found, about the people of the game."""
    return Coached(
        weighed=days,
        days=days,
        running=False,
        notebook=-12.4,
        reader=81.2,
        guesses="Of 12 guesses 7 were right; of the other 5, the signs of that day already told the truth of 2.",
        count=143,
        curves=tuple(
            BeliefCurve(
                f.id,
                f.motive_title,
                tuple(min(0.97, 0.1 + 0.05 * d * (1 + i % 3) / 2) for d in range(days + 1)),
                tuple(0.1 if d < 6 else 0.75 if d < 15 else 0.25 for d in range(days + 1)),
                bool(i % 4),
                f"By the signs alone “{f.motive_title}” could not be known before day {4 + i % 9}. What was still "
                "wanting came in the night before: Ade asked for the price and stayed with it. You find it in your "
                f"talk with Ade, under day {3 + i % 9}.",
                _guesses(f.motive_title)[: i % 4],
            )
            for i, f in enumerate(people)
        ),
        decisions=(
            _reviewed(
                people,
                12,
                "wil",
                -6.4,
                "Wilhelmina was asked when the signs said 12 %. She might well have come to like you "
                "first. “Ask about them” would have been worth about 6.4 points more.",
            ),
            _reviewed(
                people,
                9,
                "mara",
                -3.1,
                "A day of peace would have done Mara Lind more good than “Propose”, by about 3.1.",
            ),
            _reviewed(
                people,
                17,
                "tom",
                -2.2,
                "All that Tom Hale had shown spoke for asking: a good day to ask, worth about 2.2 points more.",
                date=False,
            ),
            _reviewed(
                people,
                12,
                "mara",
                -7.5,
                "You never asked Mara Lind. On day 12 all that had shown spoke for asking: a question then, in place "
                "of “Share with them” to Wilhelmina, was worth about 7.5 points against never asking. By day 17 the "
                "need was met elsewhere.",
                passed_over=True,
            ),
            _reviewed(
                people,
                6,
                "leo",
                -1.1,
                "You never asked Leo Marchetti. Leo was ready from day 5 to 6, but the signs never put that above "
                "17 %: nobody could have known. After day 6 a yes was likely no more.",
                passed_over=True,
                unknowable=True,
            ),
            _reviewed(people, 20, "ade", 4.0, "You asked Ade Bello when the signs said so (71 %).", fine=True),
            _reviewed(
                people,
                5,
                "leo",
                1.2,
                "You left Leo Marchetti in peace where others would have asked: worth about 1.2.",
                fine=True,
                date=False,
            ),
        ),
    )
