"""Sieve over who is told of by an age: `de 58-jarige Apeldoorner`, `de 34-jarige vrouw`."""

from collections.abc import Iterator

from kg.model import EntityType, Number
from kg.resolve.agreement import sexes_clash
from kg.resolve.discourse import Discourse, Link, are_coarguments
from kg.resolve.hypernyms import is_another
from kg.resolve.nominals import pointing

_SENTENCES_BACK = 1


def by_age(discourse: Discourse) -> Iterator[Link]:
    """Link a person told of by an age to the one with a name in the sentence before, if no other person is near.

    News tells with a definite phrase what the reader does not know yet of somebody just named: age, trade, town.
    """
    for position in pointing(discourse):
        if _is_of_age(discourse, position) and not is_another(discourse, position):
            antecedent = _only_person(discourse, position)
            if antecedent is not None:
                yield Link(position, antecedent, "age")


def _is_of_age(discourse: Discourse, position: int) -> bool:
    mention = discourse.mentions[position]
    is_person = mention.type is EntityType.PERSON and mention.number is not Number.PLURAL
    return is_person and any(word.casefold().endswith(discourse.rules.ages) for word in mention.modifiers)


def _only_person(discourse: Discourse, position: int) -> int | None:
    """Return the last mention of the only person near, None if there are several, or this one has no name."""
    mention = discourse.mentions[position]
    persons = {
        discourse.chain_ids[other]: other
        for other in discourse.before(position, _SENTENCES_BACK)
        if discourse.chain(other).type in (EntityType.PERSON, EntityType.GROUP)
    }
    if len(persons) != 1:
        return None
    [(chain_id, antecedent)] = persons.items()
    chain = discourse.chains[chain_id]
    is_other = sexes_clash(mention, chain) or are_coarguments(mention, discourse.mentions[antecedent])
    return antecedent if chain.type is EntityType.PERSON and chain.names and not is_other else None
