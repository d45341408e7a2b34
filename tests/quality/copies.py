"""`python -m tests.quality.copies [PATH...]`: how well copies are found among articles of which we made copies.

Copies are made of the seeds, in ways that newsrooms have: words edited, cut short, half of it taken over, another
headline and a credit. Beside them stand articles that are none: the seeds themselves (two of them tell of one fire),
the unseen articles, results and forecasts that fill in one form, and articles of PATH; seeds and copies end in the same
invitation. Everything is drawn with a seed, and needs no trained pipeline: sentences end at full stops.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time
from typing import Annotated

import typer

from kg.lang import load
from kg.model import Copy, CopyKind, Document, Extraction
from kg.resolve.copies import find_copies, wording_of
from tests.factory import sentences_of
from tests.quality.notation import SEEDS, UNSEEN
from tests.quality.readers import read_articles

ROUNDS = 8
INVITATION = (
    "Lees ook: dit waren de opvallendste berichten van deze week op onze site.\n"
    "Meld u aan voor de nieuwsbrief van Nieuwsblad Voorbeeld en ontvang elke ochtend het belangrijkste nieuws.\n"
    "Copyright Nieuwsblad Voorbeeld. Overname van dit artikel is zonder toestemming niet toegestaan.\n"
)
_CLUBS = (
    *("Sluisboys", "Dijkzicht", "Polderse Boys", "Trekvogels", "Vaartstad", "Groenwit", "Kanaalstad", "Molenhoek"),
    *("Zandruiters", "Duinkant", "Veenland", "Heidebloem", "Rivierstad", "Oeverse Boys", "Havenstad", "Waterkant"),
)
_TOWNS = (
    *("Zwolle", "Delft", "Kampen", "Goes", "Tiel", "Assen", "Sneek", "Weert", "Hoorn", "Venlo", "Breda", "Almelo"),
    *("Gouda", "Heerlen", "Meppel", "Emmen", "Zeist", "Ede", "Leiden", "Roermond", "Vlissingen", "Den Helder"),
)
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_AGENCY_TEXT = "havenstaking"
"""Several seeds are copies of one agency's text as they stand."""

_COPIED = "~"
"""End of the id of a copy that we made."""

Draw = random.Random
Make = Callable[[str, Draw, Sequence[str]], str]
"""Makes the text of a copy from that of the original, with words to put in."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How well the copies of one making were found."""

    planted: int
    found: int
    """Of those, how many were found to be copies of an article with the same text."""
    kinds: int
    """Of those, how many are of a kind that fits."""
    wrong: int
    """Pairs of articles found that have no text in common but forms and invitations."""

    @property
    def recall(self) -> float:
        """Return the share of the planted copies that was found."""
        return self.found / self.planted

    @property
    def precision(self) -> float:
        """Return the share of what was found that is planted."""
        return self.found / (self.found + self.wrong or 1)


def edited(share: float) -> Make:
    """Return an editor who changes a share of the words: others in their place, some left out, some put in."""

    def make(text: str, draw: Draw, words: Sequence[str]) -> str:
        return "\n".join(_edited_line(line, share, draw, words) for line in text.split("\n"))

    return make


def cut(text: str, draw: Draw, words: Sequence[str]) -> str:
    """Return the first 60 % of the words, whole sentences."""
    return _beginning(text, 0.6)


def half_copied(text: str, draw: Draw, words: Sequence[str]) -> str:
    """Return the first half of a text with as much of one's own behind it."""
    own = [draw.choice(words) for _ in text.split()[: len(text.split()) // 2]]
    sentences = (" ".join(own[start : start + 15]).capitalize() + "." for start in range(0, len(own), 15))
    return _beginning(text, 0.5) + "\n\n" + " ".join(sentences) + "\n"


def republished(text: str, draw: Draw, words: Sequence[str]) -> str:
    """Return a text under another headline, with the agency's credit and a line of one's own."""
    _, _, body = text.partition("\n")
    headline = " ".join(draw.sample(words, 7)).capitalize()
    return f"{headline}\n\nVan onze redactie (ANP)\n{body}"


MAKINGS: dict[str, tuple[Make, frozenset[CopyKind]]] = {
    "2 % edited": (edited(0.02), frozenset({CopyKind.EDITED, CopyKind.EXACT})),
    "5 % edited": (edited(0.05), frozenset({CopyKind.EDITED})),
    "15 % edited": (edited(0.15), frozenset({CopyKind.EDITED})),
    "cut to 60 %": (cut, frozenset({CopyKind.SHORTENED})),
    "half copied": (half_copied, frozenset({CopyKind.PARTIAL})),
    "republished": (republished, frozenset({CopyKind.EDITED})),
    "republished, 5 % edited": (
        lambda text, draw, words: edited(0.05)(republished(text, draw, words), draw, words),
        frozenset({CopyKind.EDITED}),
    ),
}
"""How copies are made, and of what kind they then are."""


def measure(making: str, documents: Sequence[Document], others: Sequence[Document], rounds: int = ROUNDS) -> Figures:
    """Return how well copies of `documents` are found, beside `others` that are none."""
    make, kinds = MAKINGS[making]
    words = sorted({word for document in documents for word in document.text.split() if word.isalpha()})
    planted = found = fitting = wrong = 0
    for number in range(rounds):
        draw = Draw(f"{making} {number}")
        copies = [_planted(document, make(document.text, draw, words)) for document in documents]
        corpus = [*map(_invited, [*documents, *copies]), *others, *forms(draw)]
        told = copies_in(corpus)
        right = [copy for copy in told if _origin(copy.document_id) == _origin(copy.original_id)]
        planted += len(copies)
        hits = [copy for copy in right if copy.document_id.endswith(_COPIED)]
        found += len({copy.document_id for copy in hits})
        fitting += len({copy.document_id for copy in hits if copy.kind in kinds})
        wrong += len(told) - len(right)
    return Figures(planted, found, fitting, wrong)


def copies_in(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Return the copies among articles, whose sentences end at full stops and line ends."""
    dutch = load("nl")
    return find_copies(wording_of(extraction_of(document), dutch) for document in documents)


def extraction_of(document: Document) -> Extraction:
    """Return an article of which no more is known than its sentences."""
    return Extraction(document, sentences_of(document), (), (), (), (), ())


def forms(draw: Draw, many: int = 20) -> Iterator[Document]:
    """Yield results and forecasts, which fill in one form and are no copies of each other."""
    for number in range(many):
        home, guests = draw.sample(_CLUBS, 2)
        day, town = draw.choice(_DAYS), draw.choice(_TOWNS)
        goals, against, minute, warmth, wind = (
            draw.randint(*ends) for ends in ((2, 9), (0, 1), (2, 88), (3, 31), (2, 8))
        )
        yield Document(
            f"uitslag/{number}",
            f"{home} wint van {guests}\n\n{home} heeft {day} in eigen huis met {goals}-{against} gewonnen van "
            f"{guests}. De openingstreffer viel in minuut {minute}. Na de rust liep de ploeg van trainer "
            f"{draw.choice(_CLUBS)}man verder uit. Volgende week speelt {home} een uitwedstrijd.\n",
            published="2024-03-02",
        )
        yield Document(
            f"weer/{number}",
            f"Weer in {town}\n\n{day.capitalize()} is het in {town} overwegend bewolkt met kans op een bui. De "
            f"temperatuur loopt op tot {warmth} graden. De wind is matig, kracht {wind}, en draait naar het westen. In "
            f"de nacht wordt het {warmth - draw.randint(2, 9)} graden. De dagen daarna blijft het wisselvallig.\n",
            published="2024-03-02",
        )


def speed(documents: Sequence[Document], many: int) -> float:
    """Return how many articles are compared a second of processor time, of `many` that are put together anew."""
    draw, dutch = Draw("speed"), load("nl")
    lines = [line for document in documents for line in document.text.split("\n") if len(line) > 80]
    texts = (
        "\n".join(edited(0.3)(line, draw, lines[0].split()) for line in draw.sample(lines, 5)) for _ in range(many)
    )
    articles = [extraction_of(_invited(Document(f"d{number}", text))) for number, text in enumerate(texts)]
    start = process_time()
    find_copies(wording_of(article, dutch) for article in articles)
    return many / (process_time() - start)


def _planted(document: Document, text: str) -> Document:
    return replace(document, id=document.id + _COPIED, text=text, source="", published="2099-01-01")


def _invited(document: Document) -> Document:
    return replace(document, text=document.text.rstrip("\n") + "\n\n" + INVITATION)


def _origin(document_id: str) -> str:
    """Return what an article has its text from."""
    return _AGENCY_TEXT if document_id.startswith(_AGENCY_TEXT) else document_id.removesuffix(_COPIED)


def _beginning(text: str, share: float) -> str:
    """Return the first sentences that hold a share of the words, to the nearest sentence."""
    sentences = [sentence.span.of(text) for sentence in sentences_of(Document("", text))]
    wanted, kept = share * len(text.split()), 0
    for sentence in sentences:
        if kept >= wanted:
            break
        kept += len(sentence.split())
        end = text.index(sentence) + len(sentence)
    return text[:end]


def _edited_line(line: str, share: float, draw: Draw, words: Sequence[str]) -> str:
    found = []
    for word in line.split(" "):
        way = draw.random() / share if word else 1.0
        if way >= 1.0:
            found.append(word)
        elif way < 0.6:
            found.append(draw.choice(words))
        elif way < 0.8:
            found += [word, draw.choice(words)]
    return " ".join(found)


def main(
    paths: Annotated[list[Path] | None, typer.Argument(help="More articles that are no copies of anything.")] = None,
    rounds: Annotated[int, typer.Option(help="How often copies are made of each article.")] = ROUNDS,
) -> None:
    """Print how well copies are found, of each making, and how fast."""
    seeds = read_articles(SEEDS)
    others = [
        *read_articles(UNSEEN / "articles"),
        *(document for path in paths or () for document in read_articles(path)),
    ]
    typer.echo(f"{'':24} planted  found  kind fits  wrong  precision")
    for making in MAKINGS:
        figures = measure(making, seeds, others, rounds)
        rates = f"{figures.recall:6.0%} {figures.kinds / figures.planted:10.0%}"
        typer.echo(f"{making:24} {figures.planted:7} {rates} {figures.wrong:6} {figures.precision:10.0%}")
    for many in (1_000, 4_000):
        typer.echo(f"{many} articles: {speed(seeds, many):.0f} a second")


if __name__ == "__main__":
    typer.run(main)
