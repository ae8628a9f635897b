"""What the one who starts a server names: addresses, proxies, certificates. Each is refused in words, or taken."""

import os
import socket
import subprocess
import sys

import pytest
from starlette.testclient import TestClient

from game.host.web.application import application
from game.host.web.connections.server_addresses import (
    CannotServe,
    chosen_address,
    own_addresses,
    public_origin,
    trusted_proxies,
)  # fmt: skip
from game.host.web.connections.server_settings import ServerSettings
from game.host.web.serving import Certificate, checked, listening
from tests.host.servers import ORIGIN, free_port, hall_in


@pytest.mark.parametrize(
    "given",
    [
        "http://", "https://", "room.example.org", "ftp://a.org", "https://a/b/../c?x#y", "https://a.org/room",
        "https://a.org?x", "https://a.org#y", "https://a.org/?", "https://user:pw@x.org", "https://@x.org",
        "https://a.org:99999", "https://a.org:x", "https://a.org:0", "https://a b.org", "https://-a.org", "https://a..org",
        "https://1.2.3.400", "https://[::1", "https://кафе.org", "https://a.org\n", "https://" + "a" * 64 + ".org",
        "http://0.0.0.0:8765", "http://224.0.0.1", "http://[fe80::1]", "http://[::]:8765", "https://255.255.255.255",
    ],
)  # fmt: skip
def test_a_public_address_that_phones_could_not_open_is_refused(given):
    with pytest.raises(
        CannotServe, match=r"--public-url .*(?s:.)*Write it as: --public-url https://room\.example\.org"
    ):
        public_origin(given)


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("", ""), ("https://room.example.org", "https://room.example.org"), ("https://A.org:8443/", "https://a.org:8443"),
        ("http://192.0.2.7", "http://192.0.2.7"), ("http://[2001:db8::1]:80", "http://[2001:db8::1]:80"),
        ("https://xn--80aa1al.org", "https://xn--80aa1al.org"), ("http://localhost:8000", "http://localhost:8000"),
    ],
)  # fmt: skip
def test_a_public_address_is_taken_as_an_origin(given, origin):
    assert public_origin(given) == origin


@pytest.mark.parametrize(
    "given",
    ["999.1.1.1", "0.0.0.0/0", "::/0", "*", "0.0.0.0", "::", "0.0.0.0/8", "128.0.0.0/1", "8.0.0.0/8", "2001:db8::/32",
     "10.0.0.1/8", "proxy.example.org", "127.0.0.1,,10.0.0.1", "127.0.0.1, 0.0.0.0/0", "8.8.8.0/23",
     "224.0.0.1", "ff02::1", "240.0.0.1"],
)  # fmt: skip
def test_a_proxy_that_would_trust_strangers_is_refused(given):
    with pytest.raises(CannotServe, match=r"--trusted-proxy .*--trusted-proxy 127\.0\.0\.1"):
        trusted_proxies(given)


@pytest.mark.parametrize(
    ("given", "taken"),
    [("", ""), ("127.0.0.1", "127.0.0.1"), ("172.16.0.0/12", "172.16.0.0/12"), ("::1, 10.0.0.0/8", "::1,10.0.0.0/8"),
     ("203.0.113.7", "203.0.113.7"), ("203.0.113.0/24", "203.0.113.0/24"), ("fd00::/8", "fd00::/8")],
)  # fmt: skip
def test_proxies_of_ones_own_are_taken(given, taken):
    assert trusted_proxies(given) == taken


@pytest.mark.parametrize("given", ["8.8.8.8", "foo.bar", "::1", "0.0.0.0"])
def test_local_and_an_address_for_phones_contradict_each_other(given):
    with pytest.raises(CannotServe, match=r"--local .*--address .*Leave out one|Leave one out"):
        chosen_address(given, local=True)
    assert chosen_address("127.0.0.1", local=True) == "127.0.0.1"


@pytest.mark.parametrize(
    "given", ["224.0.0.1", "fe80::1%eth0", "fe80::1", "ff02::1", "255.255.255.255", "240.0.0.1", "0.1.2.3"]
)
def test_an_address_that_no_phone_can_open_is_refused(given):
    """Groups, reserved addresses and those of one cable are refused in words that name the machine's own addresses."""
    with pytest.raises(CannotServe, match=r"No phone can open .*This machine has: .*--address 0\.0\.0\.0"):
        chosen_address(given, local=False)


@pytest.mark.parametrize("given", ["0.0.0.0", "::"])
def test_phones_are_told_an_address_that_they_can_open(given):
    """A server that listens everywhere tells one address of the machine, never 0.0.0.0 or ::."""
    assert chosen_address(given, local=False) == (*own_addresses(), "127.0.0.1")[0]


def test_an_address_in_the_clothes_of_the_newer_kind_is_the_older_one():
    """An IPv4 address that is written as IPv6 is told as phones know it."""
    assert chosen_address("::ffff:192.0.2.7", local=False) == "192.0.2.7"


@pytest.mark.parametrize("given", ["0.0.0.0", "::"])
def test_every_address_of_the_machine_is_listened_at(given):
    """With 0.0.0.0 or :: a free port is taken once for each kind of address, and this machine reaches it."""
    if given == "::" and not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    port = free_port()
    listeners = listening(ServerSettings(everywhere=given, port=port), None)
    try:
        for near in ("127.0.0.1", *(["::1"] if given == "::" else [])):
            socket.create_connection((near, port), timeout=5).close()
    finally:
        for listener in listeners:
            listener.close()


def test_a_server_that_listens_everywhere_answers_at_each_address(tmp_path):
    """A phone that opens another address of the machine than the one on the screen is let in."""
    hall = hall_in(tmp_path, address="192.0.2.7", everywhere="0.0.0.0", further=("192.0.2.7", "192.0.2.8", "fd00::7"))
    server = application(hall)
    hosts = ["192.0.2.7:8765", "192.0.2.8:8765", "[fd00::7]:8765", "192.0.2.9:8765"]
    codes = [TestClient(server, base_url=f"http://{host}").get("/back").status_code for host in hosts]
    hall.log.close()
    assert codes == [200, 200, 200, 421]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two certificates with their keys, one of them locked with a password."""
    folder = tmp_path_factory.mktemp("certificates")
    for name in ("one", "two"):
        try:
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                 "-days", "2", "-subj", "/CN=localhost",
                 "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.crt"],
                check=True, capture_output=True,
            )  # fmt: skip
        except FileNotFoundError:
            pytest.skip("no openssl here")
    subprocess.run(
        ["openssl", "pkey", "-in", folder / "one.key", "-aes128", "-passout", "pass:x", "-out", folder / "locked.key"],
        check=True, capture_output=True,
    )  # fmt: skip
    (folder / "cut.crt").write_bytes((folder / "one.crt").read_bytes()[:200])
    (folder / "words").write_text("a certificate")
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe")
    return folder


@pytest.mark.parametrize(
    ("cert", "key", "told"),
    [
        ("/dev/null", "/dev/null", "--tls-cert /dev/null cannot be read"), ("none.crt", "one.key", "cannot be read"),
        ("pipe", "one.key", "no regular file"), (".", "one.key", "cannot be read"),
        ("words", "one.key", "holds no certificate in PEM form"), ("one.crt", "one.crt", "holds no private key"),
        ("one.key", "one.crt", "--tls-cert .*holds no certificate"), ("one.crt", "two.key", "key is that of another"),
        ("one.crt", "locked.key", "locked with a password"), ("cut.crt", "one.key", "a file is damaged"),
    ],
)  # fmt: skip
def test_a_certificate_that_cannot_be_used_is_told(made, cert, key, told):
    if sys.platform == "win32" and cert in {"/dev/null", "pipe"}:
        pytest.skip("Windows has no such file")
    with pytest.raises(CannotServe, match=told) as error:
        checked(Certificate(str(made / cert), str(made / key)))
    assert "_ssl.c" not in str(error.value)


def test_a_certificate_with_its_key_is_taken(made):
    lines = listening(ServerSettings(port=free_port()), Certificate(str(made / "one.crt"), str(made / "one.key")))
    for line in lines:
        line.close()
    assert len(lines) == 1


def test_one_household_has_one_allowance_for_wrong_codes(tmp_path):
    """Who has a whole /64 of addresses guesses no oftener than others; the next household is not kept out."""
    hall = hall_in(tmp_path)
    server, codes = application(hall), []
    for address in [f"2001:db8:1:2::{n:x}" for n in range(1, 13)] + ["2001:db8:1:3::1"]:
        phone = TestClient(server, base_url=ORIGIN, headers={"Origin": ORIGIN}, client=(address, 50000))
        codes.append(phone.post("/join", data={"code": "AAAAAA", "name": "x"}).status_code)
    hall.log.close()
    assert codes == [403] * 10 + [429] * 2 + [403]
