"""Profiles: what one article tells of one thing, as far as its identity in other articles depends on it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kg.model import EntityType, Gender, Mention, RelationKind
from kg.resolve.chains import Chain
from kg.resolve.discourse import Discourse
from kg.resolve.functions import function_words
from kg.resolve.names import is_addressed

_SEXES = frozenset({Gender.MASCULINE, Gender.FEMININE})


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
    """Folded names of the things in the article, its own included."""
    posts: frozenset[str] = frozenset()
    """Folded names of where it has a function."""
    countries: frozenset[str] = frozenset()
    """Folded names of the countries that it is said to be of."""
    year: int = 0
    """Year of the article; 0 if it does not say."""
    language: str = ""
    """Code of the language of the article."""
    meanings: frozenset[str] = frozenset()
    """What its functions mean in every language, as far as that is known, each with its field: `politics/mayor`."""
    sex: Gender | None = None
    """Of a person, if words tell."""
    is_addressed: bool = False
    """Called by a title or form of address: `mevrouw Bakker`."""
    is_full: bool = False
    """Its name has more than one word, particles left out: no mere surname."""

    @property
    def is_known_by_name(self) -> bool:
        """Tell whether it can be recognised in another article by its name: a surname alone tells too little."""
        return bool(self.name) and (self.type is not EntityType.PERSON or self.is_full)


def profiles(discourse: Discourse, particles: Collection[str]) -> Iterator[Profile]:
    """Yield a profile for every chain that is an entity, in text order.

    No entity: a pronoun that nothing was found for, a noun phrase that is no kind of entity, a coordination that
    nothing refers to.
    """
    document, rules = discourse.extraction.document, discourse.rules
    company, year = frozenset(filter(None, discourse.names)), _year(document.published)
    functions = function_words(discourse)
    countries, posts = _targets(discourse, RelationKind.COUNTRY), _targets(discourse, RelationKind.FUNCTION)
    for chain in sorted(discourse.chains.values(), key=lambda chain: chain.id):
        if chain.type is None or (chain.id in discourse.coordinations and len(chain.positions) == 1):
            continue
        mentions = tuple(discourse.mentions[position] for position in chain.positions)
        name = _fullest(discourse, chain)
        yield Profile(
            document_id=document.id,
            chain_id=chain.id,
            type=chain.type,
            mentions=mentions,
            name=name,
            names=frozenset(chain.names),
            functions=functions.get(chain.id, frozenset()),
            company=company,
            posts=posts.get(chain.id, frozenset()),
            countries=countries.get(chain.id, frozenset()),
            year=year,
            sex=chain.gender if chain.type is EntityType.PERSON and chain.gender in _SEXES else None,
            is_addressed=any(is_addressed(document.text, mention, rules) for mention in mentions),
            language=document.language,
            is_full=" " in name and sum(word not in particles for word in name.split()) > 1,
        )


def _fullest(discourse: Discourse, chain: Chain) -> str:
    if len(chain.names) < 2:
        return "".join(chain.names)
    counts = Counter(discourse.names[position] for position in chain.positions if discourse.names[position])
    return max(counts, key=lambda name: (name.count(" "), counts[name], name))


def _targets(discourse: Discourse, kind: RelationKind) -> Mapping[int, frozenset[str]]:
    """Return the folded names of the things that others have a relation to, by the chain of those."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for relation in discourse.extraction.relations:
        position = discourse.position(relation.mention)
        target = discourse.position(relation.target) if relation.target else None
        if relation.kind is kind and position is not None and target is not None:
            found[discourse.chain_ids[position]].update(discourse.chain(target).names)
    return {chain_id: frozenset(names) for chain_id, names in found.items()}


def _year(published: str) -> int:
    year = published[:4]
    return int(year) if year.isascii() and year.isdigit() and len(year) == len("2020") else 0
