"""What is on the public web and what is not."""

import socket

import pytest

from kg.read.web import ask, is_public
from tests.read.reading import read_all, reason
from tests.read.web_site import PAGE, Site


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
    ],
)
def test_an_address_of_this_machine_or_its_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]:8000/",
        "http://0/",
        "http://2130706433/",
        "http://127.1/",
    ],
)
def test_a_name_of_this_machine_is_not_fetched_however_it_is_written(url: str) -> None:
    assert reason(read_all(url, fetch=True))


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.say("/brug", PAGE)
    real = socket.getaddrinfo
    asked: list[object] = []

    def look_up(host: object, *args: object, **options: object) -> object:
        asked.append(host)
        place = "127.0.0.1" if asked.count("kustbode.example") == 1 or host == "127.0.0.1" else "10.0.0.1"
        return real(place, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    answer = ask(site.address.replace("127.0.0.1", "kustbode.example") + "/brug", limit=1_000_000)

    assert answer.status == 200
    assert asked.count("kustbode.example") == 1


def test_a_name_that_leads_to_a_public_and_a_private_address_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 80)) for place in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)

    assert "private network" in reason(read_all("http://kustbode.example/", fetch=True))


@pytest.mark.parametrize(
    "url", ["http://", "http://a:b@kustbode.example/", "http://x:99999/", "https://[/", "http://a b/"]
)
def test_what_is_no_address_is_one_line(url: str) -> None:
    assert reason(read_all(url, fetch=True))
