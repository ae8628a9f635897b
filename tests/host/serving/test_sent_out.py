"""Who is sent out is told so at every door, until the host lets them in; what is sent twice is one step."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from game.host.web.guest_routes import SENT_OUT
from tests.host.servers import HOST_KEY, do, guest, hall_in, host_does, page, served, told

HOST = {"host": HOST_KEY}


def sent_out(client, hall):
    """A guest whom the host has sent out: their cookies, and who they are."""
    cookies = guest(client, hall, "Ann")
    ann = hall.room.here[0]
    host_does(client, "removed", guest=ann.id)
    return cookies, ann


@pytest.mark.parametrize("path", ["/", "/j/ABCDEF", "/back", "/play", "/play/plan", "/play/p/edda", "/play/keep"])
def test_every_page_says_that_the_host_sent_them_out(client, hall, path):
    """Wherever their phone looks, it says what happened and what helps, and offers no way to join."""
    cookies, _ = sent_out(client, hall)
    answer = page(client, cookies, path)
    assert answer.status_code == 403
    assert told(answer.text).endswith(SENT_OUT)
    assert 'name="code"' not in answer.text


@pytest.mark.parametrize(
    ("path", "fields"),
    [("/join", {"name": "Ben"}), ("/back", {"way": ""}), ("/do", {"kind": "voted", "number": "1", "option": "a"}),
     ("/do", {"kind": "left"})],
)  # fmt: skip
def test_no_form_of_theirs_lets_them_in_again(client, hall, path, fields):
    """With the unchanged code, another name and their way back: the same sentence, and nobody more in the room."""
    cookies, ann = sent_out(client, hall)
    data = fields | {"code": hall.room.code} | ({"way": ann.way_back} if "way" in fields else {})
    headers = {"Cookie": f"guest={cookies['guest']}"}
    answer = client.post(path, data=data, headers=headers, follow_redirects=True)
    assert SENT_OUT in answer.text
    assert hall.room.here == ()


def test_their_way_back_is_told_so_on_another_phone(client, hall):
    """Not “nobody has that way back”, which would send them to a host who sees none."""
    _, ann = sent_out(client, hall)
    assert SENT_OUT in client.post("/back", data={"way": ann.way_back}).text


def test_let_in_again_the_same_phone_goes_on(client, hall):
    """Nothing has to be typed, and the seat is the same."""
    cookies, ann = sent_out(client, hall)
    host_does(client, "readmitted", guest=ann.id)
    assert page(client, cookies).status_code == 200
    assert [one.id for one in hall.room.here] == [ann.id]


def test_the_host_sees_a_name_that_was_sent_out(client, hall):
    """Somebody on another phone cannot be told from a new guest; the name can."""
    sent_out(client, hall)
    assert "A name you sent out" not in page(client, HOST, "/host").text
    guest(client, hall, "Ben")
    assert "A name you sent out" not in page(client, HOST, "/host").text
    guest(client, hall, "ÁNN")
    shown = page(client, HOST, "/host").text
    assert "A name you sent out" in shown
    assert "ÁNN came in under the name of somebody you sent out" in shown


def test_it_is_so_after_a_restart(tmp_path):
    """The log keeps whom it concerns."""
    hall = hall_in(tmp_path, "together")
    with served(hall) as client:
        cookies, _ = sent_out(client, hall)
    again = hall_in(tmp_path, "together", room=False)
    again.open_again(again.log.rooms()[0])
    with served(again) as client:
        assert SENT_OUT in page(client, cookies).text


@pytest.mark.parametrize("at_once", [1, 8])
def test_a_join_that_is_sent_again_is_answered_as_the_first_was(client, hall, at_once):
    """One guest, one cookie, and no refusal because of oneself, one after the other or all at once."""
    form = {"code": hall.room.code, "name": "Twin", "table": "2", "command": "c" * 32}

    def join(_):
        return client.post("/join", data=form, headers={"Cookie": "none=1"})

    with ThreadPoolExecutor(at_once) as threads:
        answers = list(threads.map(join, range(8)))
        client.cookies.clear()
    cookies = {answer.cookies["guest"] for answer in answers}
    assert {answer.status_code for answer in answers} == {303}
    assert len(cookies) == 1
    assert [one.name for one in hall.room.here] == ["Twin"]
    assert "You are in" in page(client, {"guest": cookies.pop()}).text


@pytest.mark.parametrize(
    "other", [{"name": "Twin 2"}, {"table": "3"}, {"command": "d" * 32}, {"command": ""}, {"command": "x"}], ids=str
)
def test_another_join_is_another_guest(client, hall, other):
    """Who sends another name, table or command gets no cookie of somebody else; a short command is nobody's."""
    form = {
        "code": hall.room.code,
        "name": "Twin",
        "table": "2",
        "command": "c" * 32 if "command" not in other else "x",
    }
    client.post("/join", data=form)
    first = dict(client.cookies)
    client.cookies.clear()
    client.post("/join", data=form | ({} if other.get("command") in {"", "x"} else other))
    assert dict(client.cookies) != first


LIKE = [("+1", "-1"), ("Ann", "ANN"), ("Zoë", "zoe"), ("Ann", "A.n.n")]


@pytest.mark.parametrize(("there", "wanted"), LIKE)
def test_a_name_that_is_too_like_another_says_which(client, hall, there, wanted):
    """Not that somebody is called what nobody is called."""
    guest(client, hall, there)
    answer = client.post("/join", data={"code": hall.room.code, "name": wanted, "table": ""})
    assert answer.status_code == 409
    assert f"is too like “{there}”" in told(answer.text).replace("&#43;", "+")


@pytest.mark.parametrize("number", ["99", "-1", "0", "999999"])
def test_a_vote_that_never_was_is_not_called_too_late(client, hall, number):
    """The host had closed nothing."""
    cookies = guest(client, hall)
    host_does(client, "started")
    said = told(do(client, cookies, "voted", number=number, option="a").text)
    assert "There is no such vote" in said
    assert "too late" not in said
