"""Profiles: what one article tells of one thing, as far as its identity in other articles depends on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import EntityType, Mention
from kg.resolve.discourse import Discourse
from kg.resolve.functions import function_words


@dataclass(frozen=True, slots=True)
class Profile:
    """A chain of one article that stands for an entity."""

    document_id: str
    chain_id: int
    type: EntityType
    mentions: tuple[Mention, ...]
    """In text order."""
    name: str
    """Its fullest folded name; empty for a thing without a name."""
    names: frozenset[str]
    """All its folded names."""
    functions: frozenset[str]
    """Folded words for what it is."""
    company: frozenset[str]
    """Folded names of the other things in the article."""


def profiles(discourse: Discourse) -> Iterator[Profile]:
    """Yield a profile for every chain that is an entity, in text order.

    No entity: a pronoun that nothing was found for, a noun phrase that is no kind of entity, a coordination that
    nothing refers to.
    """
    company = frozenset(name for name in discourse.names if name)
    functions = function_words(discourse)
    for chain in sorted(discourse.chains.values(), key=lambda chain: chain.id):
        if chain.type is None or (chain.id in discourse.coordinations and len(chain.positions) == 1):
            continue
        yield Profile(
            document_id=discourse.extraction.document.id,
            chain_id=chain.id,
            type=chain.type,
            mentions=tuple(discourse.mentions[position] for position in chain.positions),
            name=_fullest(discourse, chain.positions),
            names=frozenset(chain.names),
            functions=functions.get(chain.id, frozenset()),
            company=company,
        )


def _fullest(discourse: Discourse, positions: tuple[int, ...]) -> str:
    counts = Counter(discourse.names[position] for position in positions if discourse.names[position])
    return max(counts, key=lambda name: (name.count(" "), counts[name], name), default="")
