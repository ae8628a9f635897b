"""Pictures of the pages: the café table shows who has what in hand, as the window does."""

from game.art.cafe import cafe_svg
from game.host.pages.pictures.page_pictures import table
from game.scenario.texts.builtin import moves
from game.session.date_lines import DateLine
from game.session.seen.night.poses import your_face
from tests.host.servers import hall_in, served


def test_a_page_shows_the_same_table_as_the_window():
    for held, prop, move in (("them", "book", "like"), ("you", "clock", "pitch"), ("you", "flowers", "apologise")):
        face = your_face(move, "warm", prop)
        date = DateLine(move, "", "", "", "", "warm", prop, held, face)
        told = cafe_svg(5, "warm", prop, you_look=0, dark=False, held=held, face=face)
        assert table(5, date.mood, date.in_hand, False) == told


def test_an_address_that_names_nothing_drawn_shows_a_cup():
    told = cafe_svg(5, "neutral", "cup", you_look=0, dark=True)
    assert table(5, "angry", "trombone.nobody.x", True) == told
    assert table(5, "neutral", "cup", True) == told


def test_every_picture_that_a_page_can_write_is_served(tmp_path):
    """All scenes of the mirror with all that is around them, those with rain and two tables among them."""
    dates = {
        DateLine("", "", "", "", "", s.mood, s.prop, s.held, your_face(move, s.mood, s.prop), around=s.around)
        for move, words in moves().items()
        for s in words.dates
    }
    assert any(len(date.around) > 1 for date in dates)
    with served(hall_in(tmp_path)) as client:
        answers = {date: client.get(f"/art/table/4-{date.mood}-{date.in_hand}-light.svg") for date in dates}
    assert [(date.mood, date.in_hand) for date, answer in answers.items() if answer.status_code != 200] == []
