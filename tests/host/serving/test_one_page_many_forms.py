"""A page that is loaded once and has several forms: whatever is sent from it, in any order, is kept or is refused."""

import re
from html import unescape

import pytest

from game.host.store.replaying import repeated
from tests.host.servers import do, guest, host_does, page


def forms(text: str) -> list[dict[str, str]]:
    """The hidden fields of each form of a page that does something."""
    inside = re.findall(r"<form.*?</form>", text, re.DOTALL)
    found = [dict(re.findall(r'name="([^"]*)" value="([^"]*)"', one)) for one in inside]
    return [{name: unescape(value) for name, value in one.items()} for one in found if one.get("kind")]


@pytest.fixture
def playing(each):
    """A hall, its client, a guest who plays on their own, and the forms of their page of notes, loaded once."""
    hall, client = each
    own = guest(client, hall)
    host_does(client, "started")
    return hall, client, own, forms(page(client, own, "/play/notes").text)


def noted(hall):
    (seat,) = hall.room.here
    return {who: guess.motive for who, guess in seat.now.guesses.items()}


def send(client, own, form, **fields):
    return do(client, own, **{**form, "sure": "50", **fields}).status_code


def test_every_note_from_one_page_is_kept(playing):
    """Each of several people gets a guess of their own, and a guess that is changed is changed."""
    hall, client, own, page_forms = playing
    motives = ("buyer", "courtesy", "seller")
    for form, motive in zip(page_forms, motives, strict=False):
        send(client, own, form, motive=motive)
    send(client, own, page_forms[0], motive="neighbour")

    expected = {form["who"]: motive for form, motive in zip(page_forms, motives, strict=False)}
    assert len(expected) == 3
    assert noted(hall) == expected | {page_forms[0]["who"]: "neighbour"}


def test_what_is_sent_twice_is_one_step(playing):
    """As when a browser asks again because the answer was lost."""
    hall, client, own, page_forms = playing
    send(client, own, page_forms[0], motive="buyer")
    number = hall.room.number

    assert send(client, own, page_forms[0], motive="buyer") != 409
    assert hall.room.number == number


def test_what_an_old_page_says_again_is_refused_with_a_sentence(playing):
    """Back to the first guess from a page that has sent another since: never answered as done and not kept."""
    hall, client, own, page_forms = playing
    for motive in ("buyer", "seller"):
        send(client, own, page_forms[0], motive=motive)
    answer = do(client, own, **{**page_forms[0], "motive": "buyer", "sure": "50"})

    assert answer.status_code == 409
    assert "Load it again, and repeat it." in answer.text
    assert noted(hall) == {page_forms[0]["who"]: "seller"}


def test_a_room_that_was_opened_again_knows_them_still(playing):
    """What was sent before a restart of the host's machine is one step when it is sent again."""
    hall, client, own, page_forms = playing
    send(client, own, page_forms[0], motive="buyer")
    send(client, own, page_forms[1], motive="seller")
    (kept,) = hall.log.rooms()
    again = repeated(kept, hall.log.steps(kept.opening.id))

    assert again.room.number == hall.room.number
    assert len({command for actor, command in again.commands if actor in hall.room.guests}) >= 2


@pytest.mark.parametrize(
    "path", ["/play", "/play/notes", "/play/plan", "/play/p/edda", "/play/p/edda/like", "/play/posts"]
)
def test_different_forms_of_any_page_are_different_steps(playing, path):
    """All of a page's forms sent one after the other: each is taken or says why not, and none is lost in another."""
    hall, client, own, _ = playing
    for form in forms(page(client, own, path).text):
        before = hall.room.number
        answer = do(client, own, **{"motive": "buyer", "sure": "50", "choice": "0", **form})
        assert hall.room.number > before or answer.status_code == 409, form
