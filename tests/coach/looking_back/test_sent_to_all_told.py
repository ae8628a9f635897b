"""The debrief says what a message to everybody has cost, and tells no lesson about people whom nobody dealt with."""

import pytest

from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.sent_to_all_told import TITLE, sent_to_all_told
from tests.plays import SHIPPED, played


@pytest.mark.parametrize("name", SHIPPED)
def test_a_blast_is_among_the_lessons_with_its_day_and_its_cost(name):
    """Whoever wrote to everybody finds the day on which it cost most, for how many people, and how much."""
    run = played(name, "spammer", 3).playthrough
    lessons = dict(debrief(run).lessons)
    assert "“Message everyone” cost " in lessons[TITLE]
    assert lessons[TITLE].count("On day ") <= 3
    assert "points on average" in lessons[TITLE]


@pytest.mark.parametrize("name", SHIPPED)
def test_who_wrote_to_nobody_at_once_reads_nothing_of_it(name):
    """Without a message or post that cost trust there is no such lesson."""
    assert sent_to_all_told(played(name, "patient", 3).playthrough) == ()


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["never_asks", "spammer"])
def test_no_lesson_is_about_the_life_of_somebody_who_was_left_alone(name, bot):
    """Paragraphs on somebody's life stand there only where a move was made to them."""
    run = played(name, bot, 3).playthrough
    dealt = {item.who for day in run.history for item in day.items}
    titles = {title for title, _ in debrief(run).lessons}
    for note in run.compiled.scenario.debrief:
        if note.when and note.when.lives and not dealt.issuperset(note.when.lives):
            assert note.title not in titles
