"""What an action tells, in a form in which two of them can be compared: its kind, participants, setting and time."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from kg.lang import Language
from kg.lang.happenings import HappeningRules
from kg.model import (
    Action,
    ActionMention,
    Document,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Polarity,
    Role,
    Span,
    TimeExpression,
)
from kg.resolve.entities import Identities
from kg.resolve.identifiers import is_unnamed
from kg.resolve.names import fold

_AMOUNT = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_PEOPLE = (EntityType.GROUP, EntityType.PERSON)
_SETTING = (EntityType.PLACE, EntityType.ORGANISATION)

_LONGEST_WORD = 30

Days = tuple[date, date]
"""First and last day of a period."""


@dataclass(frozen=True, slots=True)
class Filler:
    """What is known of one participant; what its words say is read only where two are compared."""

    mention: Mention
    entity_id: str
    """Empty where it is no entity. A noun right before a name stands for it (`autofabrikant GM`)."""
    names: frozenset[str]
    """Entities with a name that its phrase holds, itself included."""
    language: Language

    @property
    def head(self) -> str:
        """Return its head word, folded."""
        return fold(self.mention.head_lemma)

    @property
    def amounts(self) -> frozenset[str]:
        """Return the numbers of its phrase in figures: `13.000`, `5` for `vijf`; `een` is taken for an article."""
        numbers = self.language.time.words["number"]
        words = _AMOUNT.findall(self.mention.text.casefold())
        counted = {str(numbers[word]) for word in words if numbers.get(word, 0) > 1}
        return frozenset(counted | {word for word in words if word[0].isdigit()})

    @property
    def ordinals(self) -> frozenset[int]:
        """Return which one of several it is: 3 for `de derde etappe`."""
        return _ordinals(self.mention.text, self.language)

    @property
    def is_people(self) -> bool:
        """Tell whether it counts people without naming any: `vijf mensen`."""
        is_common = self.mention.type in _PEOPLE or self.mention.head_lemma in self.language.happenings.people
        return self.mention.kind is MentionKind.NOMINAL and is_common

    @property
    def is_name(self) -> bool:
        """Tell whether it is called by its name."""
        return self.mention.kind is MentionKind.NAME


@dataclass(frozen=True, slots=True)
class Background:
    """What an article tells beside its actions."""

    document: Document
    language: Language
    published: Days | None
    headline_end: int
    """Offset where its title ends that stands in the text; 0 if none does."""
    again: frozenset[int]
    """Sentences that tell of another happening of a kind."""
    named: Mapping[int, tuple[tuple[Mention, str], ...]]
    """The mentions of entities with a name, with their ids, in text order, by sentence."""
    names: frozenset[str]
    """The entities with a name that it mentions."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One action as one article tells it."""

    action: Action
    article: Background
    order: int
    """Its place among the actions of the corpus."""
    kind: str
    """Its predicate, or the name of the synonyms that it is one of."""
    fillers: Mapping[Role, tuple[Filler, ...]]
    """By role; one who undergoes it is a patient. Pronouns that refer to nothing known are left out."""
    names: frozenset[str]
    """Entities with a name in any role, or within the phrase of one."""
    days: tuple[Days, ...]
    """When it happened, as far as the text says so."""
    is_again: bool
    """It is said not to be the first of its kind: in its sentence, or right before its noun."""

    @property
    def mention(self) -> ActionMention:
        """Return the place that tells it."""
        return self.action.first

    @property
    def document_id(self) -> str:
        """Return the id of the article."""
        return self.article.document.id

    @property
    def sentence(self) -> int:
        """Return the index of its sentence."""
        return self.mention.sentence

    @property
    def published(self) -> Days | None:
        """Return when the article appeared."""
        return self.article.published

    @property
    def claimant_id(self) -> str:
        """Return the entity that says so, or the empty string where the text itself does."""
        return self.action.claimant_id

    @property
    def is_headline(self) -> bool:
        """Tell whether the title tells it."""
        return self.mention.trigger[0].end <= self.article.headline_end

    @property
    def setting(self) -> frozenset[str]:
        """Return the places and organisations that its sentence names, without who says so."""
        named = self.article.named.get(self.sentence, ())
        return frozenset(one for mention, one in named if mention.type in _SETTING and one != self.claimant_id)

    def filling(self, role: Role) -> tuple[Filler, ...]:
        """Return who or what is in a role, in text order."""
        return self.fillers.get(role, ())

    def names_in(self, role: Role) -> frozenset[str]:
        """Return the entities with a name that the phrases in a role hold."""
        return frozenset(name for filler in self.filling(role) for name in filler.names)

    @property
    def is_affirmed(self) -> bool:
        """Tell whether it is said to be so; what somebody denies is negative already, what is denied twice is so."""
        return self.mention.polarity is Polarity.POSITIVE


def tellings(
    actions: Iterable[Action], extractions: Iterable[Extraction], known: Identities, languages: Mapping[str, Language]
) -> tuple[Telling, ...]:
    """Return each action as its first mention tells it, in the order given; `languages` by code."""
    articles = {one.document.id: _background(one, known, languages[one.document.language]) for one in extractions}
    kinds = {code: _kinds(language.happenings) for code, language in languages.items()}
    return tuple(
        _telling(order, action, article, known, kinds[article.document.language])
        for order, action in enumerate(actions)
        for article in (articles[action.first.document_id],)
    )


def _background(extraction: Extraction, known: Identities, language: Language) -> Background:
    document = extraction.document
    words = ((one.index, fold(one.span.of(document.text)).split()) for one in extraction.sentences)
    named: dict[int, list[tuple[Mention, str]]] = {}
    for mention in extraction.mentions:
        entity_id = known.of(mention)
        if entity_id and not is_unnamed(entity_id):
            named.setdefault(mention.sentence, []).append((mention, entity_id))
    return Background(
        document=document,
        language=language,
        published=days_of(document.published),
        headline_end=_headline_end(document),
        again=frozenset(index for index, said in words if not language.happenings.again.isdisjoint(said)),
        named=MappingProxyType({sentence: tuple(found) for sentence, found in named.items()}),
        names=frozenset(entity_id for found in named.values() for _, entity_id in found),
    )


def _headline_end(document: Document) -> int:
    """Return where the title ends if it opens the body, or 0."""
    start = document.body.start if document.body else 0
    opening = len(document.text) - len(document.text[start:].lstrip("\n #\t"))
    return opening + len(document.title) if document.text.startswith(document.title, opening) else 0


def _kinds(rules: HappeningRules) -> Mapping[str, str]:
    return {verb: kind for kind in sorted(rules.synonyms) for verb in sorted(rules.synonyms[kind])}


def _telling(order: int, action: Action, article: Background, known: Identities, kinds: Mapping[str, str]) -> Telling:
    told, language = action.first, article.language
    named = article.named.get(told.sentence, ())
    fillers: dict[Role, tuple[Filler, ...]] = {}
    for argument in told.arguments:
        if filler := _filler(argument.mention, named, known, language):
            fillers[argument.role] = (*fillers.get(argument.role, ()), filler)
    if told.predicate in language.happenings.undergone and Role.PATIENT not in fillers and Role.AGENT in fillers:
        fillers[Role.PATIENT] = fillers.pop(Role.AGENT)
    return Telling(
        action=action,
        article=article,
        order=order,
        kind=kinds.get(told.predicate, told.predicate),
        fillers=MappingProxyType(fillers),
        names=frozenset(name for found in fillers.values() for filler in found for name in filler.names),
        days=tuple(days for days in map(_days, told.times) if days),
        is_again=told.sentence in article.again or bool(_ordinals(_word_before(told, article.document.text), language)),
    )


def _word_before(told: ActionMention, text: str) -> str:
    """Return the word before the one that tells of an action (`een tweede ontmoeting`)."""
    start = told.trigger[0].start
    words = text[max(start - _LONGEST_WORD, 0) : start].split()
    return words[-1] if words else ""


def _filler(
    mention: Mention, named: Sequence[tuple[Mention, str]], known: Identities, language: Language
) -> Filler | None:
    within = dict(_within(mention.span, named)) if named else {}
    entity_id = within.get(Span(mention.head.end + 1, mention.span.end), "") or known.of(mention)
    if mention.kind is MentionKind.PRONOUN and not entity_id:
        return None
    names = frozenset(within.values())
    has_name = entity_id and not is_unnamed(entity_id)
    return Filler(mention, entity_id, names | {entity_id} if has_name else names, language)


def _within(span: Span, named: Sequence[tuple[Mention, str]]) -> Iterator[tuple[Span, str]]:
    """Yield the places of the names within a phrase, with their entities."""
    for place in range(bisect_left(named, span.start, key=lambda one: one[0].span.start), len(named)):
        mention, entity_id = named[place]
        if mention.span.start >= span.end:
            return
        if mention.span.end <= span.end:
            yield mention.span, entity_id


def _ordinals(text: str, language: Language) -> frozenset[int]:
    """Return the numbers of the ordinals among the words of a text."""
    ordinals = language.time.words["ordinal"]
    return frozenset(ordinals[word] for word in fold(text).split() if word in ordinals)


def _days(time: TimeExpression) -> Days | None:
    if not time.start or not time.end:
        return None
    try:
        return date.fromisoformat(time.start), date.fromisoformat(time.end)
    except ValueError:
        return None


def days_of(published: str) -> Days | None:
    """Return the first and last day of an EDTF date as precise as a day, month or year, or None for anything else.

    >>> days_of("2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    parts = published.split("-")
    try:
        if len(parts) == 1:
            return date(int(published), 1, 1), date(int(published), 12, 31)
        if len(parts) == 2:
            year, month = int(parts[0]), int(parts[1])
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return date.fromisoformat(published), date.fromisoformat(published)
    except (ValueError, OverflowError):
        return None
