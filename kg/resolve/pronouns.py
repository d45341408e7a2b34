"""Sieve over personal, possessive and demonstrative pronouns of the third person."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from kg.lang.coreference import Reading
from kg.model import Claim, EntityType, GrammaticalFunction, Mention, MentionKind, PronounClass, QuoteKind, Span
from kg.resolve.agreement import FIRST_CHOICE, cost
from kg.resolve.chains import readings
from kg.resolve.discourse import Discourse, Link, are_coarguments
from kg.resolve.functions import functions_told
from kg.resolve.quotes import enclosing, in_order, own_words
from kg.resolve.salience import Candidate, ranked
from kg.resolve.wishes import wishers

_WINDOW = 12
"""Characters beside a pronoun that its neighbour words are looked for in."""
_SENTENCES_BACK = 5
_NEAR = 1
_REPORTED_SPEAKER = 1.5
_SAME_QUOTE = 1.5
_TOPIC = 2.0
_LEAST = -10.0
_LEAST_OF_SECOND_CHOICE = 0.0
_INDEPENDENT = frozenset({PronounClass.PERSONAL, PronounClass.DEMONSTRATIVE})
_POSSESSIVE = frozenset({PronounClass.POSSESSIVE})
_THIRD_PERSON = frozenset({Reading.MASCULINE, Reading.FEMININE, Reading.NEUTER, Reading.PLURAL})
_BODIES = frozenset({EntityType.ORGANISATION, EntityType.PLACE})
_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})


@dataclass(frozen=True, slots=True)
class _Pronoun:
    position: int
    mention: Mention
    kind: PronounClass
    meant: frozenset[Reading]
    """What it can stand for."""
    claims: tuple[Claim, ...]
    """The claims that it is told in, the innermost first."""
    words: tuple[Span, ...]
    """What it says itself, as claimant."""
    wisher: Mention | None
    """Who wants what it is told to do."""


@dataclass(frozen=True, slots=True)
class _Bonuses:
    """What makes an antecedent more likely by who says so and where."""

    speaker: int | None
    """Chain of who is reported in indirect speech."""
    quote: Span | None
    """Somebody's own words: pronouns in them take up what is told there first of all."""
    is_demonstrative: bool
    """The pronoun is `die` or `deze`: these rather take up another than the subject, see e-ANS 5.6."""

    def of(self, candidate: Candidate, mention: Mention) -> float:
        """Return by how much a candidate, which stands at `mention`, is more salient."""
        is_near = self.quote is not None and self.quote.contains(mention.span)
        is_topic = self.is_demonstrative and mention.function is GrammaticalFunction.SUBJECT
        return _REPORTED_SPEAKER * (candidate.chain_id == self.speaker) + _SAME_QUOTE * is_near - _TOPIC * is_topic


def independent(discourse: Discourse) -> Iterator[Link]:
    """Link personal and demonstrative pronouns; they tell the sex of what they stand for to `possessive`."""
    return _linked(discourse, _INDEPENDENT)


def possessive(discourse: Discourse) -> Iterator[Link]:
    """Link possessive pronouns."""
    return _linked(discourse, _POSSESSIVE)


def _linked(discourse: Discourse, kinds: frozenset[PronounClass]) -> Iterator[Link]:
    """Link third-person pronouns of these kinds to what they stand for, in text order.

    That is the most salient antecedent that agrees, but for two that point forward: a possessive before the subject of
    its clause (`In haar toespraak zei Merkel`), and a subject without antecedent before that of another clause
    (`Toen ze aankwam, zei Merkel`). A pronoun that nothing agrees with stays without entity.
    """
    chain_ids = list(discourse.chain_ids)
    called = functions_told(discourse)
    for pronoun in _third_persons(discourse, kinds):
        antecedent = _subject_of_clause(discourse, pronoun, called)
        if antecedent is None:
            antecedent = _before(discourse, pronoun, chain_ids)
        if antecedent is None:
            antecedent = _subject_of_next_clause(discourse, pronoun)
        if antecedent is not None:
            chain_ids[pronoun.position] = chain_ids[antecedent]
            yield Link(pronoun.position, antecedent, f"{pronoun.kind} pronoun")


def _third_persons(discourse: Discourse, kinds: frozenset[PronounClass]) -> Iterator[_Pronoun]:
    claims = in_order(discourse.extraction.claims)
    words = own_words(claims)
    wanted = wishers(discourse)
    for position, mention in enumerate(discourse.mentions):
        if mention.pronoun is None or mention.pronoun not in kinds:
            continue
        meant = readings(mention, discourse.rules) & _THIRD_PERSON
        if not meant or discourse.is_linked(position):
            continue
        if mention.pronoun is PronounClass.DEMONSTRATIVE and not discourse.begins_sentence(position):
            continue
        if meant == {Reading.NEUTER} and _is_empty(discourse, position):
            continue
        told_in = tuple(enclosing(claims, mention))
        said, wisher = words.get(mention.head, ()), wanted.get(mention.head)
        yield _Pronoun(position, mention, mention.pronoun, meant, told_in, said, wisher)


def _is_empty(discourse: Discourse, position: int) -> bool:
    """Tell whether `het` stands beside a copula, where it mostly takes up what was told and no thing: `het is jammer`.

    See e-ANS 5.2.5.2.4, https://e-ans.ivdnt.org
    """
    span, text = discourse.mentions[position].span, discourse.extraction.document.text
    before = text[max(0, span.start - _WINDOW) : span.start].split()[-1:]
    after = text[span.end : span.end + _WINDOW].split()[:1]
    following = discourse.mentions[position + 1 : position + 2]
    if any(mention.pronoun is PronounClass.POSSESSIVE and mention.text in after for mention in following):
        return False
    return any(word.casefold() in discourse.rules.copulas for word in (*before, *after))


def _before(discourse: Discourse, pronoun: _Pronoun, chain_ids: Sequence[int]) -> int | None:
    """Return the most salient mention before a pronoun that it can stand for."""
    if pronoun.kind is PronounClass.POSSESSIVE and _has_nobody_as_subject(discourse, pronoun):
        return None
    window = discourse.before(pronoun.position, _NEAR if _is_short_sighted(pronoun) else _SENTENCES_BACK)
    allowed = {chain_ids[other] for other in window} - _barred(discourse, pronoun, chain_ids)
    prices = {chain_id: price for chain_id in allowed if (price := _price(discourse, pronoun, chain_id)) is not None}
    inside = pronoun.mention.span
    fitting = [other for other in window if chain_ids[other] in prices]
    antecedents = [other for other in fitting if not discourse.mentions[other].span.contains(inside)]
    is_demonstrative = pronoun.kind is PronounClass.DEMONSTRATIVE
    bonuses = _Bonuses(_reported_speaker(discourse, pronoun, chain_ids), _direct_quote(pronoun), is_demonstrative)
    best, highest = None, _LEAST
    for candidate in ranked(discourse, pronoun.position, antecedents, chain_ids):
        price = prices[candidate.chain_id]
        if not _is_like(discourse, pronoun, candidate.position):
            continue
        salience = candidate.salience - price + bonuses.of(candidate, discourse.mentions[candidate.position])
        if salience > max(highest, _LEAST if price <= FIRST_CHOICE else _LEAST_OF_SECOND_CHOICE):
            best, highest = candidate.position, salience
    return best


def _has_nobody_as_subject(discourse: Discourse, pronoun: _Pronoun) -> bool:
    """Tell whether the subject of the clause stands for nobody in particular: `Niemand geloofde zijn oren`."""
    return any(
        discourse.mentions[other].pronoun is PronounClass.INDEFINITE and _is_in_clause(discourse, pronoun, other)
        for other in discourse.beside(pronoun.position)
    )


def _is_short_sighted(pronoun: _Pronoun) -> bool:
    """Tell whether a pronoun reaches back no further than the sentence before: demonstratives, and `het`."""
    return pronoun.kind is PronounClass.DEMONSTRATIVE or pronoun.meant == {Reading.NEUTER}


def _price(discourse: Discourse, pronoun: _Pronoun, chain_id: int) -> float | None:
    """Return what it costs that a pronoun stands for a chain, or None if it cannot.

    A coordination of places or things is hardly taken up by a pronoun. A group whose members are told is many.
    """
    if Reading.PLURAL in pronoun.meant and chain_id in discourse.member_groups:
        return 0.0
    members = discourse.coordinations.get(chain_id, ())
    if any(discourse.mentions[member].type not in _ACTORS for member in members):
        return None
    chain = discourse.chains[chain_id]
    if chain.type in _BODIES and pronoun.mention.text.casefold() in discourse.rules.people_only:
        return None
    return cost(pronoun.meant, pronoun.kind, chain)


def _is_like(discourse: Discourse, pronoun: _Pronoun, antecedent: int) -> bool:
    """Tell whether an antecedent that is itself a pronoun can stand for the same: `ze` does not take up `hem`."""
    if discourse.mentions[antecedent].pronoun is None:
        return True
    meant = readings(discourse.mentions[antecedent], discourse.rules) & _THIRD_PERSON
    return not meant or not meant.isdisjoint(pronoun.meant)


def _barred(discourse: Discourse, pronoun: _Pronoun, chain_ids: Sequence[int]) -> frozenset[int]:
    """Return the chains that a pronoun cannot be in.

    Those are its co-arguments, whoever speaks in a direct quote or wants what it is to do, and what only the words that
    it says itself brought in: who is first told of inside a quote is not its speaker. `Diens` is of none of the
    subjects beside it.
    """
    others = [claim.claimant for claim in pronoun.claims if claim.kind is QuoteKind.DIRECT]
    others += [pronoun.wisher] if pronoun.wisher is not None else []
    barred = {chain_ids[other] for other in map(discourse.position, others) if other is not None}
    for words in pronoun.words:
        barred |= {
            chain_ids[other]
            for other in discourse.before(pronoun.position, _NEAR)
            if words.contains(discourse.mentions[discourse.chains[chain_ids[other]].id].span)
        }
    if pronoun.mention.text.casefold() in discourse.rules.latter:
        barred |= {chain_ids[subject] for subject in _subjects_before(discourse, pronoun)}
    if pronoun.kind is not PronounClass.POSSESSIVE:
        beside = (other for other in discourse.beside(pronoun.position) if other != pronoun.position)
        barred |= {chain_ids[other] for other in beside if are_coarguments(pronoun.mention, discourse.mentions[other])}
        barred |= {chain_ids[other] for other in discourse.coparticipants.get(pronoun.position, ())}
    return frozenset(barred)


def _subjects_before(discourse: Discourse, pronoun: _Pronoun) -> Iterator[int]:
    """Yield the subjects before a pronoun in its sentence, but not one that it is joined to: `Jansen en diens zoon`."""
    text = discourse.extraction.document.text
    for other in range(discourse.beside(pronoun.position).start, pronoun.position):
        mention = discourse.mentions[other]
        gap = text[mention.span.end : pronoun.mention.span.start].casefold().strip()
        if mention.function is GrammaticalFunction.SUBJECT and gap not in discourse.rules.conjunctions:
            yield other


def _direct_quote(pronoun: _Pronoun) -> Span | None:
    return next((claim.content for claim in pronoun.claims if claim.kind is QuoteKind.DIRECT), None)


def _reported_speaker(discourse: Discourse, pronoun: _Pronoun, chain_ids: Sequence[int]) -> int | None:
    """Return the chain of who is reported in indirect speech: pronouns in it are his first of all."""
    if not pronoun.claims or pronoun.claims[0].kind is QuoteKind.DIRECT:
        return None
    speaker = discourse.position(pronoun.claims[0].claimant)
    return chain_ids[speaker] if speaker is not None else None


def _subject_of_clause(discourse: Discourse, pronoun: _Pronoun, called: Set[tuple[int, str]]) -> int | None:
    """Return the subject that follows a possessive in its clause, if nothing before in the sentence agrees.

    Nobody is his own brother: what the possessive says that the subject is (`Zijn broer Jan`) is told of another.
    """
    sentence = discourse.beside(pronoun.position)
    earlier = range(sentence.start, pronoun.position)
    if pronoun.kind is not PronounClass.POSSESSIVE or any(_agrees(discourse, pronoun, other) for other in earlier):
        return None
    subjects = _subjects_after(discourse, pronoun, sentence)
    subject = next((other for other in subjects if _opens_clause(discourse, pronoun, other)), None)
    if subject is None or not _is_name_for(discourse, pronoun, subject):
        return None
    between = Span(pronoun.mention.span.end, discourse.mentions[subject].span.start)
    is_own = (subject, between.of(discourse.extraction.document.text).strip(" ,")) in called
    return None if is_own else subject


def _subject_of_next_clause(discourse: Discourse, pronoun: _Pronoun) -> int | None:
    """Return the subject of the main clause that follows the subordinate clause of a pronoun.

    The subordinate clause comes first in its sentence, with its verb behind the pronoun; the main clause has its verb
    before its subject then. `Hij zei dat Jansen ...` is the other way round, and two persons.
    """
    sentence, mention = discourse.beside(pronoun.position), pronoun.mention
    is_subordinate = mention.clause > mention.span.start and not discourse.begins_sentence(pronoun.position)
    if pronoun.kind is not PronounClass.PERSONAL or pronoun.position != sentence.start or not is_subordinate:
        return None
    subjects = _subjects_after(discourse, pronoun, sentence)
    subject = next((other for other in subjects if not _is_in_clause(discourse, pronoun, other)), None)
    if subject is None or discourse.mentions[subject].clause > discourse.mentions[subject].span.start:
        return None
    if any(not claim.content.contains(discourse.mentions[subject].span) for claim in pronoun.claims):
        return None
    return subject if _is_name_for(discourse, pronoun, subject) else None


def _subjects_after(discourse: Discourse, pronoun: _Pronoun, sentence: range) -> Iterator[int]:
    for other in range(pronoun.position + 1, sentence.stop):
        if discourse.mentions[other].function is GrammaticalFunction.SUBJECT:
            yield other


def _opens_clause(discourse: Discourse, pronoun: _Pronoun, subject: int) -> bool:
    """Tell whether a pronoun stands in the clause of a subject behind it, or before the verb that the subject follows.

    What stands before the verb of a main clause belongs to that clause, wherever the parser hangs it.
    """
    other = discourse.mentions[subject]
    is_inverted = pronoun.mention.span.end <= other.clause < other.span.start
    return is_inverted or _is_in_clause(discourse, pronoun, subject)


def _is_in_clause(discourse: Discourse, pronoun: _Pronoun, other: int) -> bool:
    return discourse.mentions[other].clause == pronoun.mention.clause


def _is_name_for(discourse: Discourse, pronoun: _Pronoun, other: int) -> bool:
    is_name = discourse.mentions[other].kind is MentionKind.NAME
    return is_name and pronoun.meant != {Reading.NEUTER} and _agrees(discourse, pronoun, other)


def _agrees(discourse: Discourse, pronoun: _Pronoun, other: int) -> bool:
    return _price(discourse, pronoun, discourse.chain_ids[other]) is not None
