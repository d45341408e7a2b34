"""Sieve over general nouns that newspapers use instead of a name: `het concern`, `de vliegtuigbouwer`."""

from collections.abc import Iterator, Mapping, Sequence

from kg.model import Definiteness, EntityType, Mention, MentionKind, Number
from kg.resolve.agreement import sexes_clash
from kg.resolve.chains import Chain
from kg.resolve.discourse import Discourse, Link, are_coarguments
from kg.resolve.functions import function_words, usual_word
from kg.resolve.nominals import SENTENCES_BACK, holds_pronoun, hypernym_types, pointing
from kg.resolve.quotes import own_words
from kg.resolve.salience import Candidate, ranked

_CLEAR_LEAD = 0.5
_ORGANISATIONS = frozenset({EntityType.ORGANISATION})
_PLACES = frozenset({EntityType.PLACE})
"""A town, a region and a country stand side by side: which of them `het land` is, salience does not tell."""


def by_hypernym(discourse: Discourse) -> Iterator[Link]:
    """Link a general noun (`het concern`, `de vliegtuigbouwer`) to the most salient name of its type before it.

    Not if its phrase holds a name or pronoun of its own (`het bedrijf van Musk`) or tells it apart from the last
    (`het andere bedrijf`), if the same noun has brought in something without a name before (`een bedrijf`), nor if two
    things are about as salient.
    """
    chain_ids, told = list(discourse.chain_ids), dict(function_words(discourse))
    words = own_words(discourse.extraction.claims)
    for position in pointing(discourse):
        mention = discourse.mentions[position]
        kinds = hypernym_types(discourse, mention) if mention.number is not Number.PLURAL else frozenset()
        if not kinds or is_another(discourse, position):
            continue
        before = [
            other
            for other in discourse.before(position, SENTENCES_BACK)
            if not any(place.contains(discourse.mentions[other].span) for place in words.get(mention.head, ()))
        ]
        antecedent = _leader(discourse, position, before, kinds, chain_ids, told)
        if antecedent is not None:
            chain_id = chain_ids[position] = chain_ids[antecedent]
            told[chain_id] = told.get(chain_id, frozenset()) | {usual_word(mention, discourse)}
            yield Link(position, antecedent, "hypernym")


def is_another(discourse: Discourse, position: int) -> bool:
    """Tell whether a phrase itself says that it means another thing than the last name."""
    is_contrasted = bool(discourse.mentions[position].modifiers & discourse.rules.contrasts)
    inner = (discourse.mentions[other].kind for other in discourse.within(position))
    has_own = any(kind is not MentionKind.ADJECTIVE for kind in inner)
    return is_contrasted or has_own or _is_introduced(discourse, position)


def _is_introduced(discourse: Discourse, position: int) -> bool:
    """Tell whether the same noun has just brought in something without a name: `een jongen`, `haar man`."""
    mention = discourse.mentions[position]
    word = mention.head_lemma.casefold()
    for other in discourse.before(position, SENTENCES_BACK):
        noun = discourse.mentions[other]
        if noun.kind is not MentionKind.NOMINAL or noun.number is not mention.number:
            continue
        if noun.head_lemma.casefold() != word or discourse.chain(other).names:
            continue
        if noun.definiteness is Definiteness.INDEFINITE or holds_pronoun(discourse, other):
            return True
    return False


def _leader(
    discourse: Discourse,
    position: int,
    before: Sequence[int],
    kinds: frozenset[EntityType],
    chain_ids: Sequence[int],
    told: Mapping[int, frozenset[str]],
) -> int | None:
    mention = discourse.mentions[position]
    previous = position - 1
    if (
        position
        and discourse.are_adjacent(position, previous)
        and _is_called(discourse, discourse.chain(previous), kinds, mention)
    ):
        return previous
    beside = discourse.beside(position)
    barred = {chain_ids[other] for other in beside if are_coarguments(mention, discourse.mentions[other])}
    others = {chain_ids[other] for other in before} - barred
    called = {chain_id for chain_id in others if _is_called(discourse, discourse.chains[chain_id], kinds, mention)}
    fitting = ranked(discourse, position, [other for other in before if chain_ids[other] in called], chain_ids)
    if kinds == _ORGANISATIONS:
        fitting = [one for one in fitting if not _is_no_company(discourse, mention, one.chain_id, told)]
    if _is_told_by_noun(discourse, mention, kinds):
        fitting = _as_told(usual_word(mention, discourse), fitting, told)
    if len(fitting) > 1 and (kinds == _PLACES or fitting[0].salience - fitting[1].salience < _CLEAR_LEAD):
        return None
    return fitting[0].position if fitting else None


def _is_no_company(discourse: Discourse, mention: Mention, chain_id: int, told: Mapping[int, frozenset[str]]) -> bool:
    """Tell whether a noun calls something a company that is a ministry, university or union by name or function."""
    rules = discourse.rules
    if not mention.head_lemma.casefold().endswith(tuple(rules.company_nouns)):
        return False
    named = (word for name in discourse.chains[chain_id].names for word in name.split())
    return any(word.endswith(tuple(rules.institutions)) for word in (*named, *told.get(chain_id, ())))


def _is_told_by_noun(discourse: Discourse, mention: Mention, kinds: frozenset[EntityType]) -> bool:
    """Tell whether a noun says so much that who was called otherwise is not meant: `de bank`, `de coach`."""
    noun, rules = mention.head_lemma.casefold(), discourse.rules
    is_special = kinds == _ORGANISATIONS and not noun.endswith(tuple(rules.general_nouns))
    return is_special or noun in rules.roles


def _as_told(noun: str, fitting: Sequence[Candidate], told: Mapping[int, frozenset[str]]) -> list[Candidate]:
    """Return the candidates that the article has called by a noun (`vakbond`, `bond`), else those not called otherwise.

    Less than was told (`bedrijf`, then `computerbedrijf`) speaks neither for nor against it.
    """
    words = {candidate.chain_id: told.get(candidate.chain_id, frozenset()) for candidate in fitting}
    so_called = [one for one in fitting if any(word.endswith(noun) for word in words[one.chain_id])]
    if so_called:
        return so_called
    return [one for one in fitting if all(noun.endswith(word) for word in words[one.chain_id])]


def _is_called(discourse: Discourse, chain: Chain, kinds: frozenset[EntityType], mention: Mention) -> bool:
    """Tell whether a thing with a name may be called by the noun of `mention`: `het land` is a country, no town."""
    if not chain.names or chain.type not in kinds or sexes_clash(mention, chain):
        return False
    is_country = not discourse.countries.isdisjoint(chain.names)
    return kinds != _PLACES or is_country is (mention.head_lemma.casefold() in discourse.rules.country_nouns)
