"""Makes as many articles as are wanted out of a few: new names, other words, sentences in another order.

What comes out is no sense, but costs what news costs: sentences keep their build, since a word is exchanged for one of
the same tag only, and names behave as in an archive: most people are in few articles, and some are in many.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import NamedTuple

from spacy.language import Language as Pipeline
from spacy.tokens import Span, Token

from kg.lang import Language
from kg.model import Document

WORDS = 300
"""Words of an article, about."""

_PERSON = frozenset({"PERSON", "PER"})
_GIVEN, _SURNAME = "given", "surname"
_EXCHANGED = frozenset({"NOUN", "ADJ", "NUM", "VERB", "PROPN"})
_OTHER_WORDS = 0.4
"""Share of the content words that are exchanged."""
_FAME = 3
"""People are drawn by the cube of a random number: a tenth of them makes up nearly half of what is told of."""
_SURNAMES = ("s", "sen", "ma", "stra", "inga", "mans", "huis", "dijk", "veld", "berg")
"""Endings that make a Dutch surname of a noun: https://nl.wikipedia.org/wiki/Nederlandse_achternaam."""
_LETTERS = range(3, 9)
_PARAGRAPH = 4
_TITLE = 10


class _Word(NamedTuple):
    text: str
    space: str
    slot: str
    """Words of one slot can stand for each other; none stands for a word without."""


_Sentence = tuple[_Word, ...]


@dataclass(frozen=True, slots=True)
class Templates:
    """What articles are made of."""

    sentences: tuple[_Sentence, ...]
    words: Mapping[str, Sequence[str]]
    """By slot."""
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    sources: tuple[str, ...]


def templates_of(documents: Sequence[Document], nlp: Pipeline, language: Language) -> Templates:
    """Return what articles can be made of, from some articles and what a pipeline sees in them."""
    parses = nlp.pipe([body.of(document.text) if (body := document.body) else document.text for document in documents])
    sentences = tuple(dict.fromkeys(_sentence(sent) for doc in parses for sent in doc.sents))
    words: dict[str, set[str]] = {}
    for word in (word for sentence in sentences for word in sentence if word.slot):
        words.setdefault(word.slot, set()).add(word.text)
    nouns = sorted({one for slot, found in words.items() if slot.startswith("NOUN") for one in found})
    names = language.given_names
    return Templates(
        sentences=tuple(sentence for sentence in sentences if len(sentence) > 1),
        words={slot: tuple(sorted(found)) for slot, found in words.items()},
        given_names=tuple(name.capitalize() for name in sorted(names.masculine | names.feminine)),
        surnames=tuple(
            f"{noun}{ending}".capitalize()
            for noun in nouns
            if noun.isalpha() and len(noun) in _LETTERS
            for ending in _SURNAMES
        ),
        sources=tuple(sorted({document.source for document in documents})),
    )


def make_articles(templates: Templates, count: int, *, words: int = WORDS, seed: int = 0) -> Iterator[Document]:
    """Yield so many articles of about so many words; the same seed gives the same ones."""
    for number in range(count):
        yield _article(templates, number, count, words, Random(f"{seed} {number}"))


def _sentence(sent: Span) -> _Sentence:
    return tuple(_Word(" ".join(token.text.split()), " " if token.whitespace_ else "", _slot(token)) for token in sent)


def _slot(token: Token) -> str:
    if token.ent_type_ in _PERSON:
        is_last = token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
        return _SURNAME if is_last else _GIVEN
    if token.pos_ not in _EXCHANGED or not token.text.isalnum():
        return ""
    return f"{token.pos_} {token.tag_} {token.ent_type_} {token.text.istitle()}"


def _article(templates: Templates, number: int, people: int, words: int, random: Random) -> Document:
    cast: dict[str, tuple[str, str]] = {}
    length = 0
    sentences: list[str] = []
    while length < words:
        sentence = random.choice(templates.sentences)
        length += len(sentence)
        sentences.append(_told(sentence, cast, templates, people, random))
    title = " ".join(sentences[0].split()[:_TITLE]).rstrip(".,;:")
    parts = iter(sentences)
    paragraphs = iter(lambda: " ".join(islice(parts, _PARAGRAPH)), "")
    return Document(
        id=f"bench/{number:09}",
        text="\n\n".join((title, *paragraphs)) + "\n",
        title=title,
        published=f"20{random.randrange(15, 25)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}",
        source=random.choice(templates.sources),
    )


def _told(
    sentence: _Sentence, cast: dict[str, tuple[str, str]], templates: Templates, people: int, random: Random
) -> str:
    """Return a sentence with other words; `cast` gains who of the seeds is who in this article."""
    pieces: list[str] = []
    for place, word in enumerate(sentence):
        text = word.text
        if word.slot in (_GIVEN, _SURNAME):
            seed = next((one.text for one in sentence[place:] if one.slot == _SURNAME), word.text)
            if seed not in cast:
                cast[seed] = _person(templates, int(people * random.random() ** _FAME))
            text = cast[seed][word.slot == _SURNAME]
        elif word.slot and random.random() < _OTHER_WORDS:
            text = random.choice(templates.words[word.slot])
        pieces.append(text + word.space)
    return "".join(pieces).strip()


def _person(templates: Templates, number: int) -> tuple[str, str]:
    """Return the given name and the surname of a person; a surname comes back after some hundreds, in other company."""
    random = Random(f"person {number}")
    return random.choice(templates.given_names), random.choice(templates.surnames)
