"""Leaves persons out of a corpus: nothing that names them, or stands in a sentence that tells of them, remains.

The rule is coarse on purpose. A sentence that names such a person, or refers to them in any way, gives nothing at all,
and its characters are blanked, so that all other offsets stay true; what others say and do in it is lost too. An entity
of any kind whose name holds the person's (a group, a foundation), or is no more than the person's surname, is left out
like the person: who bears it in another article may be the same.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from kg.errors import ReadError
from kg.model import (
    Action,
    ActionMention,
    Claim,
    Decision,
    Document,
    Entity,
    Extraction,
    FormerId,
    Mention,
    MentionKind,
    Resolution,
    Span,
)

BLANK = "\N{FULL BLOCK}"
"""Stands for each character of what is withheld; white space stays."""

_NOTHING = re.compile(r"(?!)")
_POSSESSIVE = r"(?:['’]?s|['’])?"


@dataclass(frozen=True, slots=True)
class _Withheld:
    """What of one article is withheld."""

    names: re.Pattern[str]
    sentences: frozenset[int]
    """Their indexes."""
    spans: tuple[Span, ...]
    """Their places, in text order."""

    def is_free(self, mention: Mention) -> bool:
        """Tell whether a mention stands in a sentence that is not withheld."""
        return mention.sentence not in self.sentences

    def is_clear(self, span: Span | None) -> bool:
        """Tell whether a place shares nothing with a sentence that is withheld."""
        if span is None:
            return True
        next_one = bisect_right(self.spans, span.start, key=lambda other: other.end)
        return next_one == len(self.spans) or self.spans[next_one].start >= span.end


def read_names(path: Path) -> tuple[str, ...]:
    """Return the names in a file, one a line; empty lines and those that begin with `#` are no names.

    Raises:
        ReadError: it cannot be read, or is no UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", where=path) from error
    except UnicodeDecodeError as error:
        raise ReadError("cannot be read: it is no UTF-8", where=path) from error
    return tuple(name for line in lines if (name := " ".join(line.split())) and not name.startswith("#"))


def ids_without_names(ids: Iterable[str], names: Sequence[str]) -> Iterator[str]:
    """Yield ids of articles, another one for each that holds a name (of the article's file, say)."""
    pattern = _pattern(names)
    for id in ids:
        if _is_in_address(pattern, id):
            yield f"article-{sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
        else:
            yield id


def leave_out(resolution: Resolution, names: Sequence[str]) -> Resolution:
    """Return a corpus without the persons of these names; capitals do not matter.

    >>> empty = Resolution((), (), (), (), ())
    >>> leave_out(empty, ["Jan Jansen"]) == empty
    True
    """
    if not names:
        return resolution
    pattern = _pattern(names)
    surnames = _pattern(name.partition(" ")[2] for name in names)
    hidden = {entity.id: entity for entity in resolution.entities if _is_meant(entity, pattern, surnames)}
    withheld = _withheld(resolution, names, hidden)
    extractions = tuple(_extraction(each, withheld[each.document.id]) for each in resolution.extractions)
    actions = tuple(_actions(resolution, extractions, hidden))
    told = {action.id for action in actions}
    entities = _entities(resolution.entities, hidden, withheld, pattern)
    known = {entity.id for entity in entities}
    reason = _without_words if hidden else str
    return replace(
        resolution,
        extractions=extractions,
        entities=entities,
        actions=actions,
        participations=tuple(each for each in resolution.participations if each.action_id in told),
        coreferences=tuple(
            each
            for each in resolution.coreferences
            if all(withheld[one.document_id].is_free(one) for one in (each.mention, each.antecedent))
        ),
        same_happenings=tuple(each for each in resolution.same_happenings if {each.action_id, each.other_id} <= told),
        doubtful_pairs=tuple(
            replace(each, reasons=tuple(map(reason, each.reasons)))
            for each in resolution.doubtful_pairs
            if {each.one, each.other} <= known
        ),
        former_ids=tuple(_former_ids(resolution.former_ids, known, pattern, reason)),
        decisions=tuple(_decisions(resolution.decisions, pattern)),
    )


def _former_ids(
    former_ids: Iterable[FormerId], known: Set[str], names: re.Pattern[str], reason: Callable[[str], str]
) -> Iterator[FormerId]:
    """Yield the former ids of entities that are still there, but those that hold a name themselves."""
    for former in former_ids:
        now = tuple(each for each in former.now if each in known)
        if now and not _is_in_address(names, former.id):
            yield replace(former, now=now, reason=reason(former.reason))


def _without_words(reason: str) -> str:
    """Return a reason without the words after each colon, which may be names.

    >>> _without_words("initials; one name beside both: jan jansen; same year: 2020")
    'initials; one name beside both; same year'
    """
    return re.sub(r":[^;]*", "", reason)


def _decisions(decisions: Iterable[Decision], names: re.Pattern[str]) -> Iterator[Decision]:
    """Yield the decisions in which no name stands."""
    for decision in decisions:
        if not any(_is_in_address(names, each) for each in (decision.one, decision.other, decision.note, decision.by)):
            yield decision


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for names as whole words, however they are capitalised, composed or broken over lines."""
    forms = {unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD")}
    spelled = (r"\s+".join(map(re.escape, form.split())) for form in sorted(forms, key=lambda form: (-len(form), form)))
    either = "|".join(filter(None, spelled))
    return re.compile(rf"(?<!\w)(?:{either}){_POSSESSIVE}(?!\w)", re.IGNORECASE) if either else _NOTHING


def _is_in_address(names: re.Pattern[str], address: str) -> bool:
    """Tell whether an id or a web address holds a name, as `jan-de-vries` does."""
    plain = re.sub(r"[\W_]+", " ", unquote(address))
    return names.search(address) is not None or names.search(plain) is not None


def _is_meant(entity: Entity, names: re.Pattern[str], surnames: re.Pattern[str]) -> bool:
    """Tell whether one of its names holds one to leave out, or all of them are only a surname."""
    return any(map(names.search, _names(entity))) or all(map(surnames.fullmatch, _names(entity)))


def _names(entity: Entity) -> Iterator[str]:
    yield entity.label
    yield from entity.aliases
    yield from (mention.text for mention in entity.mentions if mention.kind is MentionKind.NAME)


def _withheld(resolution: Resolution, names: Sequence[str], hidden: Mapping[str, Entity]) -> dict[str, _Withheld]:
    """Return what is withheld of each article: by the names given, and by those that it uses for the same persons."""
    called: dict[str, set[str]] = {extraction.document.id: set(names) for extraction in resolution.extractions}
    referred: dict[str, set[int]] = {document_id: set() for document_id in called}
    for entity in hidden.values():
        for mention in entity.mentions:
            called[mention.document_id].update(_names(entity))
            referred[mention.document_id].add(mention.sentence)
    return {
        extraction.document.id: _withheld_of(
            extraction, _pattern(called[extraction.document.id]), referred[extraction.document.id]
        )
        for extraction in resolution.extractions
    }


def _withheld_of(extraction: Extraction, names: re.Pattern[str], referred: set[int]) -> _Withheld:
    found = set(referred)
    for sentence in extraction.sentences:
        if sentence.repeats in found or names.search(sentence.span.of(extraction.document.text)):
            found.add(sentence.index)
    spans = tuple(extraction.sentences[index].span for index in sorted(found))
    return _Withheld(names, frozenset(found), spans)


def _extraction(extraction: Extraction, withheld: _Withheld) -> Extraction:
    claims = _claims(extraction.claims, withheld)
    kept = set(claims)
    return replace(
        extraction,
        document=_document(extraction.document, withheld),
        mentions=tuple(filter(withheld.is_free, extraction.mentions)),
        actions=tuple(action for action in extraction.actions if _is_told(action, kept, withheld)),
        claims=claims,
        relations=tuple(
            relation
            for relation in extraction.relations
            if all(withheld.is_free(each) for each in (relation.mention, relation.target) if each)
        ),
        times=tuple(time for time in extraction.times if withheld.is_clear(time.span)),
    )


def _document(document: Document, withheld: _Withheld) -> Document:
    """Return an article with what is withheld blanked, and without a title, writer, source or address that tells it."""
    places = (*withheld.spans, *(Span(*found.span()) for found in withheld.names.finditer(document.text)))
    told = {span.of(document.text).strip() for span in withheld.spans}
    is_named = withheld.names.search
    return replace(
        document,
        text=_blanked(document.text, places),
        title="" if is_named(document.title) or document.title.strip() in told else document.title,
        source="" if is_named(document.source) else document.source,
        author="" if is_named(document.author) else document.author,
        url="" if _is_in_address(withheld.names, document.url) else document.url,
        section="" if is_named(document.section) else document.section,
        licence="" if is_named(document.licence) else document.licence,
    )


def _blanked(text: str, places: Iterable[Span]) -> str:
    characters = list(text)
    for place in places:
        characters[place.start : place.end] = re.sub(r"\S", BLANK, place.of(text))
    return "".join(characters)


def _claims(claims: Sequence[Claim], withheld: _Withheld) -> tuple[Claim, ...]:
    """Return the claims that nothing withheld makes, hears, says or holds."""
    kept = [
        claim
        for claim in claims
        if all(withheld.is_free(each) for each in (claim.claimant, claim.addressee) if each)
        and all(map(withheld.is_clear, (claim.content, claim.cue, claim.within)))
    ]
    while True:
        contents = {claim.content for claim in kept}
        inner = [claim for claim in kept if claim.within is None or claim.within in contents]
        if len(inner) == len(kept):
            return tuple(kept)
        kept = inner


def _is_told(action: ActionMention, claims: set[Claim], withheld: _Withheld) -> bool:
    return (
        action.sentence not in withheld.sentences
        and (action.claim is None or action.claim in claims)
        and all(withheld.is_free(argument.mention) for argument in action.arguments)
    )


def _actions(
    resolution: Resolution, extractions: Iterable[Extraction], hidden: Mapping[str, Entity]
) -> Iterator[Action]:
    """Yield the actions whose first mention is still told and in which no hidden entity takes part."""
    told = {action for extraction in extractions for action in extraction.actions}
    touched = {each.action_id for each in resolution.participations if each.entity_id in hidden}
    for action in resolution.actions:
        if action.first in told and action.id not in touched and action.claimant_id not in hidden:
            yield replace(action, mentions=tuple(mention for mention in action.mentions if mention in told))


def _entities(
    entities: Sequence[Entity], hidden: Mapping[str, Entity], withheld: Mapping[str, _Withheld], names: re.Pattern[str]
) -> tuple[Entity, ...]:
    """Return the entities that are still mentioned, related only to each other."""
    lacking = {group for entity in hidden.values() for group in entity.member_of}
    seen = {
        entity.id: tuple(mention for mention in entity.mentions if withheld[mention.document_id].is_free(mention))
        for entity in entities
        if entity.id not in hidden
    }
    known = {entity_id for entity_id, mentions in seen.items() if mentions}
    return tuple(
        replace(
            entity,
            mentions=seen[entity.id],
            functions=tuple(
                replace(each, organisation_id=each.organisation_id if each.organisation_id in known else "")
                for each in entity.functions
                if not names.search(each.value)
            ),
            member_of=tuple(each for each in entity.member_of if each in known),
            part_of=tuple(each for each in entity.part_of if each in known),
            countries=tuple(each for each in entity.countries if each in known),
            members_complete=entity.members_complete and entity.id not in lacking,
        )
        for entity in entities
        if entity.id in known
    )
