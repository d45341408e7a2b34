"""Sieves over names: the same name, and the shorter forms by which an article goes on to call a thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.model import EntityType, MentionKind, RelationKind
from kg.resolve.discourse import Discourse, Link
from kg.resolve.names import fold, has_legal_form, is_acronym, is_addressed, short_forms, without_title

_UNSURE = "first words"
"""Reason of `short_forms` that holds only where nothing in the article speaks against it."""
_ADJECTIVE = "adjective of the name"
_OF_MAKER = "without maker"
"""Reason that holds only where what is left out is an organisation of the article (`Ford Taurus`, `Taurus`)."""


def same_name(discourse: Discourse) -> Iterator[Link]:
    """Link names that are the same when folded, whatever type each was given.

    The recogniser is less sure of a type than an article is of its names. One exception: a name that is the surname
    of a person named in full, and elsewhere the name of something else (`Henry Ford`, `Ford`), is kept by type; so is
    that of a firm and of its owner (`Bakker BV`, `mevrouw Bakker`). Where a noun calls it a firm (`bouwbedrijf Van
    Dijk`), the bare name is of the firm or of its namesake, whichever the text named last.
    """
    surnames = {form for name in _full_persons(discourse) for form in _last_parts(name)} | _firms_of_persons(discourse)
    of_namesake = _after_namesake(discourse)
    first: dict[tuple[str, bool], int] = {}
    for position, name in enumerate(discourse.names):
        if not name:
            continue
        is_person = discourse.mentions[position].type is EntityType.PERSON
        antecedent = first.setdefault((name, position in of_namesake or (is_person and name in surnames)), position)
        if antecedent != position:
            kinds = {discourse.mentions[position].kind, discourse.mentions[antecedent].kind}
            yield Link(position, antecedent, _ADJECTIVE if MentionKind.ADJECTIVE in kinds else "same name")


def part_of_name(discourse: Discourse) -> Iterator[Link]:
    """Link a name to the only fuller name of the article that it is a short form of.

    More than one fuller name (`Bill Clinton`, `Hillary Clinton`): no link is better than a wrong one. But a form that
    is surely short (`Ford` of `Ford Motor Company`) comes before one that only might be (of `Ford Credit`).
    """
    fuller, called = _fuller_names(discourse), _called_things(discourse)
    tried: set[tuple[int, str]] = set()
    for position, name in enumerate(discourse.names):
        if name not in fuller or (discourse.chain_ids[position], name) in tried:
            continue
        chain = discourse.chain(position)
        tried.add((chain.id, name))
        candidates = [
            (target, reason)
            for target, reason in fuller[name].items()
            if target != chain.id
            and not (discourse.chains[target].type is EntityType.PERSON and called.intersection(chain.positions))
            and _is_short_form(discourse, position, target, reason)
        ]
        sure = [(target, reason) for target, reason in candidates if reason != _UNSURE]
        if len(sure or candidates) == 1:
            [(target, reason)] = sure or candidates
            yield Link(position, target, reason)


def same_members(discourse: Discourse) -> Iterator[Link]:
    """Link the places that name the same things together (`A en B`, `B en A`), where anything refers to them so.

    Runs last: a coordination that nothing takes up is no thing of its own.
    """
    pairs: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for position, members in sorted(discourse.coordinations.items()):
        pairs[frozenset(discourse.chain_ids[member] for member in members)].append(position)
    for positions in pairs.values():
        if any(discourse.is_linked(position) for position in positions):
            yield from (Link(position, positions[0], "same members") for position in positions[1:])


def _fuller_names(discourse: Discourse) -> Mapping[str, dict[int, str]]:
    """Return each short form with the chains whose fuller name it may stand for, and the reason."""
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    organisations = (chain for chain in discourse.chains.values() if chain.type is EntityType.ORGANISATION)
    makers = {name for chain in organisations for name in chain.names}
    seen: set[tuple[int, str]] = set()
    for position, name in enumerate(discourse.names):
        mention = discourse.mentions[position]
        if mention.kind is not MentionKind.NAME or (discourse.chain_ids[position], name) in seen:
            continue
        chain = discourse.chain(position)
        seen.add((chain.id, name))
        for form, reason in short_forms(mention.text, chain.type, discourse.rules) if chain.type else ():
            is_made = reason != _OF_MAKER or name.removesuffix(form).strip() in makers
            if form != name and is_made:
                found[form].setdefault(chain.id, reason)
    return found


def _is_short_form(discourse: Discourse, position: int, target: int, reason: str) -> bool:
    mention, whole = discourse.mentions[position], discourse.chains[target]
    part = discourse.chain(position)
    if reason == "acronym":
        return is_acronym(mention.text)
    if reason == _OF_MAKER:
        return part.type is not EntityType.PLACE
    if part.type is not whole.type:
        surname = fold(mention.text)
        return reason == "surname" and " " in surname and any(name.endswith(f" {surname}") for name in whole.names)
    if reason == "given name":
        return discourse.sentence_of[target] <= discourse.sentence_of[part.id]
    return reason != _UNSURE or not _are_contrasted(discourse, part.positions, whole.positions)


def _are_contrasted(discourse: Discourse, part: Sequence[int], whole: Sequence[int]) -> bool:
    """Tell whether an article uses a name and a longer one that begins with it side by side (`Apple`, `Apple Records`).

    A short form follows the full name, but for the title, and does not share a sentence with it.
    """
    sentences = discourse.sentence_of
    in_text = [position for position in part if sentences[position] > sentences[0]]
    if in_text and sentences[in_text[0]] < sentences[whole[0]]:
        return True
    return not {sentences[position] for position in part}.isdisjoint(sentences[position] for position in whole)


def _called_things(discourse: Discourse) -> frozenset[int]:
    """Return the positions of the names that a noun calls something else than a person: `bouwbedrijf Van Dijk`.

    Extraction gives a name a function only of its own type; what is of no type may still be a person.
    """
    told = (one.mention for one in discourse.extraction.relations if one.kind is RelationKind.FUNCTION)
    things = (one for one in told if one.type not in {None, EntityType.PERSON, EntityType.OTHER})
    return frozenset(position for one in things if (position := discourse.position(one)) is not None)


def _after_namesake(discourse: Discourse) -> set[int]:
    """Return the positions of bare names that are also of a firm, where a person of that surname was named last."""
    called = _called_things(discourse)
    firms = {discourse.names[position] for position in called}
    found, is_of_person = set(), dict.fromkeys(firms, False)
    for position, name in enumerate(discourse.names) if firms else ():
        if discourse.mentions[position].type is EntityType.PERSON:
            surnames = _last_parts(without_title(name, discourse.rules))
            is_of_person.update((surname, True) for surname in surnames if surname in firms)
        if position in called:
            is_of_person[name] = False
        elif is_of_person.get(name):
            found.add(position)
    return found


def _full_persons(discourse: Discourse) -> Iterator[str]:
    for position, name in enumerate(discourse.names):
        if " " in name and discourse.mentions[position].type is EntityType.PERSON:
            yield without_title(name, discourse.rules)


def _firms_of_persons(discourse: Discourse) -> set[str]:
    """Return the names that stand both with a legal form and with a form of address."""
    text, rules = discourse.extraction.document.text, discourse.rules
    named = list(zip(discourse.names, discourse.mentions, strict=True))
    firms = {name for name, mention in named if name and has_legal_form(mention.text, rules)}
    return firms and {name for name, mention in named if name in firms and is_addressed(text, mention, rules)}


def _last_parts(name: str) -> Iterator[str]:
    parts = name.split()
    yield from (" ".join(parts[start:]) for start in range(1, len(parts)))
