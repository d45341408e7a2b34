"""Countries: of which country a text says that somebody or something is."""

from collections.abc import Iterator

from kg.extract.mentions import Mentions
from kg.extract.mentions.adjectives import described
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import ADJECTIVAL_MODIFIER
from kg.lang import Language
from kg.lang.demonyms import PlaceKind
from kg.model import EntityType, Mention, Relation, RelationKind


def extract_countries(tree: Tree, mentions: Mentions, language: Language) -> Iterator[Relation]:
    """Yield the country of everybody and everything that an adjective of one describes, in text order.

    `de Zwitserse bank Alpina`; `een Roemeense fabriek`; `de bank is Zwitsers`. Not of a place that once was of it (`de
    voormalige Belgische kolonie`), nor where the adjective says how one stands to it (`pro-Russische`).
    """
    for index, adjective in mentions.adjectives:
        noun = described(tree[index])
        is_country = language.demonyms[adjective.text].kind is PlaceKind.COUNTRY
        if noun is None or not is_country or _is_stance(tree[index], language):
            continue
        bearer = mentions.at(noun)
        if bearer is not None and bearer.type is not None and not _is_former_place(noun, bearer, language):
            yield Relation(RelationKind.COUNTRY, bearer, adjective)


def _is_stance(token: Token, language: Language) -> bool:
    """Tell whether the adjective only says how one stands to the country: `pro-Russische`."""
    return token.lower_.partition("-")[0] in language.relations.stances


def _is_former_place(noun: Token, bearer: Mention, language: Language) -> bool:
    """Tell whether the phrase speaks of a place by what it once was."""
    adjectives = {child.lemma_.lower() for child in noun.lefts if child.dep_ == ADJECTIVAL_MODIFIER}
    return bearer.type is EntityType.PLACE and not adjectives.isdisjoint(language.relations.former)
