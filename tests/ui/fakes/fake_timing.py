"""Made-up cases of the timing test: a long name, a long thread and an empty one, and answers to them."""

from game.coach.timing.timing_case import TimingCase, TimingForms
from game.coach.timing.timing_marks import SURENESS, TimingAnswer
from game.coach.timing.timing_told import Sitting, TimingBook

COUNT = 16
OFFER = "a box of bread by bicycle, every second Saturday of the month"


def cases_of(form, people):
    """Cases made of the people of the made-up game; every second one is ready."""
    chosen = [people[i % len(people)] for i in range(COUNT)]
    return tuple(
        TimingCase(
            f"{form}{i + 1}", "Crumb and Crust", OFFER, 6 + i % 9, 28 if i else 6,
            f.name, f.handle, f.pronouns, f.bio, f.look, f.since_day, f.thread, f.noticed, i % 2 == 0,
            i // 2, 0.7, 0.8,
        )
        for i, f in enumerate(chosen)
    )  # fmt: skip


def answers_to(cases, right):
    """Answers of which so many are right, the surer the later."""
    levels = [SURENESS[i % len(SURENESS)] for i in range(len(cases))]
    return tuple(
        TimingAnswer(case.id, case.ready if i < right else not case.ready, sure)
        for i, (case, sure) in enumerate(zip(cases, levels, strict=True))
    )


def book(people, *right):
    """The forms, and a sitting for each number of right answers."""
    forms = {form: cases_of(form, people) for form in ("A", "B")}
    sittings = tuple(
        Sitting("2026-05-04T10:00:00", form, answers_to(forms[form], count))
        for count, form in zip(right, ("A", "B") * len(right), strict=False)
    )
    return TimingBook(TimingForms(12, 3, ("first_hello",), forms), sittings, "A")
