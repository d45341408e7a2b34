"""A made-up world of people and organisations, and articles that name them as newspapers do; everything is drawn.

Names are as frequent as Zipf's law says, so that there are namesakes. A person belongs to a circle: an organisation in
a town, with colleagues. Articles name a few of one circle, in full or as a variant, and mostly tell a function.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.model import Extraction, RelationKind
from tests.resolve.marked import article, related

Draw = random.Random
Choice = TypeVar("Choice")

_GIVEN = (
    *("jan", "kees", "piet", "wim", "henk", "gerard", "rob", "tom", "luc", "bart", "johanna", "els", "anna", "marijke"),
    *("greet", "ineke", "sofie", "fatima", "noor", "lotte", "daan", "sem", "milan", "yusuf", "omar", "bram", "stijn"),
)
_FORMAL = {"kees": "cornelis", "wim": "willem", "henk": "hendrik", "rob": "robert", "piet": "petrus"}
_FRONTS = ("zand", "berg", "vink", "water", "kolk", "bos", "meer", "heuvel", "linde", "molen", "rijn", "veen")
_ENDS = ("stra", "man", "sma", "huis", "veld", "beek", "hof", "daal", "burg", "kamp", "ink", "mans", "er", "oord")
_PARTICLES = ("", "", "", "van", "de", "van der", "van den", "ten")
_FUNCTIONS = (
    *(
        "minister",
        "wethouder",
        "burgemeester",
        "directeur",
        "voorzitter",
        "woordvoerder",
        "trainer",
        "aanvoerder",
        "zanger",
    ),
    *("schrijver", "hoogleraar", "rechter", "advocaat", "econoom", "arts", "kunstenaar", "regisseur", "boer", "bakker"),
)
_KINDS = ("Federatie Noordelijke", "Bond van", "Stichting", "Vereniging", "Koninklijke", "Groep")
_TOWNS = tuple(f"{front.capitalize()}{end}" for front in _FRONTS for end in ("wijk", "stad", "dorp"))
_COLLEAGUES = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of this world."""

    number: int
    given: str
    surname: str
    function: str
    second: str
    """Another function, which some articles tell of instead."""

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.given.capitalize()} {self.surname}"


@dataclass(frozen=True, slots=True)
class Circle:
    """An organisation in a town with those who are active in it."""

    organisation: str
    town: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A person as an article names them."""

    person: Person
    text: str
    variant: str


@dataclass(frozen=True, slots=True)
class World:
    """Articles, and who they are about."""

    articles: tuple[Extraction, ...]
    named: dict[tuple[str, str], Named]
    """Document id and the words for somebody, to who it is."""


def world(articles: int, seed: int = 1) -> World:
    """Return a world of so many articles; the same numbers give the same world."""
    draw = Draw(seed)
    circles = _circles(draw, max(3, articles // 8))
    named: dict[tuple[str, str], Named] = {}
    written = tuple(_article(f"{number:06}", _zipf(draw, circles), draw, named) for number in range(articles))
    return World(written, named)


def _circles(draw: Draw, count: int) -> list[Circle]:
    surnames = [f"{front}{end}" for front in _FRONTS for end in _ENDS]
    draw.shuffle(surnames)
    return [
        Circle(
            organisation=f"{draw.choice(_KINDS)} {draw.choice(_FRONTS).capitalize()}{draw.choice(_ENDS)}",
            town=draw.choice(_TOWNS),
            people=tuple(_colleagues(draw, number * _COLLEAGUES, surnames)),
        )
        for number in range(count)
    ]


def _colleagues(draw: Draw, number: int, surnames: Sequence[str]) -> Iterator[Person]:
    """Yield people of different surnames."""
    names: set[str] = set()
    while len(names) < _COLLEAGUES:
        name = _zipf(draw, surnames)
        if name not in names:
            yield _person(draw, number + len(names), name)
            names.add(name)


def _person(draw: Draw, number: int, surname: str) -> Person:
    surname = f"{draw.choice(_PARTICLES)} {surname.capitalize()}".strip()
    function, second = draw.sample(_FUNCTIONS, 2)
    return Person(number, _zipf(draw, _GIVEN), surname, function, second if draw.random() < 0.2 else function)


def _zipf(draw: Draw, choices: Sequence[Choice]) -> Choice:
    return draw.choices(choices, weights=[1 / (rank + 1) for rank in range(len(choices))])[0]


def _article(id: str, circle: Circle, draw: Draw, named: dict[tuple[str, str], Named]) -> Extraction:
    """Return an article that names some of a circle, and put down whom it names how."""
    people = draw.sample(circle.people, draw.choice((1, 2, 2, 3)))
    told = {_called(person, draw): person for person in people}
    where = f"in [{circle.town}|name place] bij [{circle.organisation}|name organisation]."
    text = article(*(f"[{name}|name person] werkt {where}" for name, _ in told), id=id)
    for (name, variant), person in told.items():
        named[id, name] = Named(person, name, variant)
        if variant == "surname" or draw.random() < 0.6:
            function = person.function if draw.random() < 0.7 else person.second
            where = circle.organisation if draw.random() < 0.3 else ""
            text = related(text, RelationKind.FUNCTION, name, where, value=function)
    return text


def _called(person: Person, draw: Draw) -> tuple[str, str]:
    variant = draw.choices(tuple(_VARIANTS), weights=(70, 10, 6, 6, 8))[0]
    name = _VARIANTS[variant](person, draw)
    return (name, variant) if name != person.name else (name, "full")


def _slipped(person: Person, draw: Draw) -> str:
    """Return a name with two letters exchanged, or one twice."""
    at = draw.randrange(len(person.name) - 4, len(person.name) - 1)
    letters = person.name
    swapped = f"{letters[:at]}{letters[at + 1]}{letters[at]}{letters[at + 2 :]}"
    return swapped if draw.random() < 0.5 else f"{letters[:at]}{letters[at]}{letters[at:]}"


_VARIANTS: dict[str, Callable[[Person, Draw], str]] = {
    "full": lambda person, _: person.name,
    "initials": lambda person, _: f"{person.given[0].upper()}. {person.surname}",
    "given name": lambda person, _: f"{_FORMAL.get(person.given, person.given).capitalize()} {person.surname}",
    "slip": _slipped,
    "surname": lambda person, _: person.surname[0].upper() + person.surname[1:],
}
