"""Coreference within an article: sieves from sure to unsure, each working on what the ones before it have joined.

The order follows Raghunathan et al. (2010), "A Multi-Pass Sieve for Coreference Resolution",
https://aclanthology.org/D10-1048, and for Dutch van Cranenburgh (2019), "A Dutch coreference resolution system with an
evaluation on literary fiction", CLIN Journal 9. Each link is kept with its reason. Every sieve looks back a bounded
number of mentions, so that the time grows with the length of the article.
"""

from functools import reduce

from kg.lang.coreference import CoreferenceRules
from kg.model import Extraction
from kg.resolve.ages import by_age
from kg.resolve.discourse import Discourse, Sieve, open_discourse
from kg.resolve.functions import by_function
from kg.resolve.grammar import described, introduced, reflexive, stated
from kg.resolve.groups import by_members
from kg.resolve.hypernyms import by_hypernym
from kg.resolve.naming import part_of_name, same_members, same_name
from kg.resolve.nominals import by_word_of_name, same_head
from kg.resolve.pronouns import independent, possessive
from kg.resolve.quotes import employed, quoted

SIEVES: tuple[Sieve, ...] = (
    stated,
    introduced,
    described,
    same_name,
    part_of_name,
    by_function,
    by_word_of_name,
    by_members,
    by_hypernym,
    by_age,
    same_head,
    independent,
    possessive,
    reflexive,
    quoted,
    employed,
    same_members,
)


def resolve_coreference(extraction: Extraction, rules: CoreferenceRules, countries: frozenset[str]) -> Discourse:
    """Return an article with its mentions joined into chains, and why each two of them were.

    `countries` are folded names.
    """
    return reduce(
        lambda discourse, sieve: discourse.linked(sieve(discourse)),
        SIEVES,
        open_discourse(extraction, rules, countries),
    )
