"""Mentions: every stretch of a text that refers to a person, an organisation, a place or another thing."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.phrases import clause_head, definiteness_of, function_of, modifiers, noun_phrase, number_of
from kg.lang import Language
from kg.model import Document, EntityType, Mention, MentionKind, Sentence, Span


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one document, found by the token that heads them."""

    all: tuple[Mention, ...]
    """Names, nominals of entity type and pronouns, in text order."""
    document: Document
    sentences: tuple[Sentence, ...]
    language: Language
    by_token: Mapping[int, Mention]
    """Mention by the index of its head token, and of the other tokens that only stand for it (`topman` Jansen)."""

    def at(self, token: Token) -> Mention | None:
        """Return the mention whose head is `token`, or the name that `token` is a part or the title of."""
        return self.by_token.get(token.i)

    def phrase(self, token: Token) -> Mention:
        """Return the mention at `token`, else a new nominal of its noun phrase, without type."""
        return self.at(token) or nominal_mention(
            token, document=self.document, sentences=self.sentences, language=self.language
        )


def nominal_mention(
    token: Token,
    *,
    document: Document,
    sentences: Sequence[Sentence],
    language: Language,
    type: EntityType | None = None,
) -> Mention:
    """Return the noun phrase headed by `token` as a mention of the given type."""
    phrase = noun_phrase(token)
    span = Span(phrase.start_char, phrase.end_char)
    return Mention(
        document_id=document.id,
        span=span,
        text=span.of(token.doc.text),
        head=Span(token.idx, token.idx + len(token)),
        head_lemma=token.lemma_.lower(),
        kind=MentionKind.NOMINAL,
        type=type,
        number=number_of(token),
        definiteness=definiteness_of(token, demonstratives=frozenset()),
        function=function_of(token),
        sentence=sentence_index(token, sentences),
        clause=clause_head(token).idx,
        modifiers=modifiers(token),
    )


def sentence_index(token: Token, sentences: Sequence[Sentence]) -> int:
    """Return the index of the sentence that `token` stands in."""
    return max(0, bisect_right(sentences, token.idx, key=lambda sentence: sentence.span.start) - 1)


_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}


def extract_mentions(doc: Doc, document: Document, sentences: Sequence[Sentence], language: Language) -> Mentions:
    """Return the mentions of `doc` that do not stand in a repeated sentence."""
    found: dict[int, Mention] = {}
    for name in doc.ents:
        head = name.root
        span = Span(name.start_char, name.end_char)
        mention = Mention(
            document_id=document.id,
            span=span,
            text=name.text,
            head=Span(head.idx, head.idx + len(head)),
            head_lemma=head.lemma_,
            kind=MentionKind.NAME,
            type=_TYPES.get(name.label_, EntityType.OTHER),
            label=name.label_,
            number=number_of(head),
            function=function_of(head),
            sentence=sentence_index(head, sentences),
            clause=clause_head(head).idx,
        )
        if sentences and sentences[mention.sentence].repeats is None:
            found.update({token.i: mention for token in name})
    in_order = sorted(set(found.values()), key=lambda mention: mention.span)
    return Mentions(tuple(in_order), document, tuple(sentences), language, found)
