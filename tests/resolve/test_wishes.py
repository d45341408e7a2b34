"""Whom somebody means who wants that `he` does something."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.model import Extraction, QuoteKind, Role, Span
from tests.resolve.marked import acted, article, claimed

Together = Callable[[Extraction], list[list[str]]]
_ONE = "[Tom Vos|name person masculine subject] zweeg."
_OTHER = "[Piet Bos|name person masculine subject] {verb} dat [hij|pronoun personal singular subject clause={act}] "


def _told(wish: str, verb: str, predicate: str, act: str, *, role: Role = Role.AGENT) -> Extraction:
    """Return an article in which Piet Bos says or wants `dat hij` does what the verb `act` tells."""
    said = article(_ONE, _OTHER.format(verb=verb, act=act) + wish)
    text = claimed(acted(said, verb, predicate), "Piet Bos", f"dat hij {wish.rstrip('.')}", QuoteKind.INDIRECT)
    start = text.document.text.index(f" {verb} ") + 1
    claim = replace(text.claims[0], cue=Span(start, start + len(verb)))
    return acted(replace(text, claims=(claim,)), act, act, (role, "hij"), claim=claim)


def test_who_is_wanted_to_act_is_another_than_who_wants_it(together: Together) -> None:
    assert together(_told("vertrekt.", "wil", "willen", "vertrekt")) == [["Tom Vos", "hij"]]


@pytest.mark.parametrize(("verb", "predicate"), [("zegt", "zeggen"), ("hoopt", "hopen")])
def test_who_is_said_or_hoped_to_act_may_be_the_speaker(verb: str, predicate: str, together: Together) -> None:
    assert together(_told("vertrekt.", verb, predicate, "vertrekt")) == [["Piet Bos", "hij"]]


def test_who_is_wanted_to_undergo_something_may_be_who_wants_it(together: Together) -> None:
    text = _told("wordt gehoord.", "wil", "willen", "gehoord", role=Role.PATIENT)

    assert together(text) == [["Piet Bos", "hij"]]


def test_who_is_wanted_to_be_allowed_something_may_be_who_wants_it(together: Together) -> None:
    assert together(_told("mag blijven.", "wil", "willen", "blijven")) == [["Piet Bos", "hij"]]


def test_who_acts_further_down_in_what_is_wanted_may_be_who_wants_it(together: Together) -> None:
    said = article(
        _ONE,
        "[Piet Bos|name person masculine subject] wil dat [de man|nominal person definite singular object clause=komt] "
        "die [hij|pronoun personal singular subject clause=kent] kent komt.",
    )
    text = claimed(acted(said, "wil", "willen"), "Piet Bos", "dat de man die hij kent komt", QuoteKind.INDIRECT)
    start = text.document.text.index("wil")
    claim = replace(text.claims[0], cue=Span(start, start + len("wil")))
    text = acted(replace(text, claims=(claim,)), "kent", "kennen", (Role.AGENT, "hij"), claim=claim)

    assert ["Piet Bos", "hij"] in together(text)
