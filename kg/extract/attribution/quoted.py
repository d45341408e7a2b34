"""Who says the words between quote marks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.extract.actions.predicates import modified_infinitive
from kg.extract.attribution.cues import Cue, can_speak, inverted_cue, source_cue, verb_cue, verb_name
from kg.extract.attribution.quotes import Quote
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.model import Mention, QuoteKind, Span

_SENTENCE_ENDS = frozenset({".", "!", "?", "…"})
_BREAKS = frozenset(",!?…") | _SENTENCE_ENDS
_INTERRUPTION = frozenset(",:-–")
"""Signs between a reporting clause and the rest of the quote that it stands in."""
_DEEPEST = 8
"""Quotes that may stand within one another."""
_FAR = 1_000
"""Characters between two quotes beyond which the one does not go on from the other."""
_WINDOW = 60
"""Words before and behind a quote among which its speaker is looked for."""
_LEAD_IN = 8
"""Words between a verb of speech and the quote that it introduces without a colon (`zei Jansen gisteren "..."`)."""
_SUBORDINATE = (ud.RELATIVE_CLAUSE, ud.ADJECTIVAL_CLAUSE, ud.ADVERBIAL_CLAUSE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with the one whose words it gives."""

    quote: Quote
    claimant: Mention
    cue: Span | None
    kind: QuoteKind


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The words of a quote and those around it, up to the end of the sentence or paragraph, or to another quote."""

    quote: Quote
    inside: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def is_sentence(self) -> bool:
        """Tell whether the quote holds a whole sentence, by its capital and a finite verb or a mark at its end."""
        first = next((token for token in self.inside if not token.is_punct), None)
        if first is None or first.is_lower:
            return False
        is_closed = self.inside[-1].text in _SENTENCE_ENDS
        return is_closed or any(clauses.has_form(token, "Fin") for token in self.inside)


def attribute_quotes(
    quotes: Sequence[Quote], tree: Tree, mentions: Mentions, language: Language, told: Sequence[Cue]
) -> Iterator[Quoted]:
    """Yield the quotes whose speaker the text tells, by position.

    The speaker stands behind the quote (`"...", zegt X`), before it (`X zegt: "..."`, `X: "..."`) or in the clause
    that the quoted words are part of (`noemt het "..."`). A quoted sentence without a speaker of its own goes on from
    the one just before it, or from a cue in the sentence just before it (`told`, by position); if it speaks of `ik` or
    `wij` it is taken for the words of that sentence's subject. Else it is nobody's claim.
    """
    text = mentions.source.document.text
    waiting: Quote | None = None
    last: Quoted | None = None
    for number, quote in enumerate(quotes):
        around = _surroundings(number, quotes, tree)
        if not around.inside or quote.is_introduction or mentions.source.is_repeat(around.inside[0]):
            continue
        found = _with_own_speaker(around, mentions, language) or _continued(around, last, mentions, language, told)
        if found is None:
            waiting = quote if around.is_sentence else None
            continue
        if waiting is not None and not text[waiting.marks.end : quote.marks.start].strip():
            yield Quoted(waiting, found.claimant, None, QuoteKind.DIRECT)
        waiting = None
        last = found if found.kind is QuoteKind.DIRECT else last
        yield found


def _surroundings(number: int, quotes: Sequence[Quote], tree: Tree) -> _Surroundings:
    quote = quotes[number]
    inside = tree.within(quote.content.start, quote.content.end)
    if inside is None or not len(inside):
        return _Surroundings(quote, (), (), ())
    low, high = _limits(number, quotes)
    before: list[Token] = []
    for token in reversed(tree[max(0, inside.start - _WINDOW) : inside.start]):
        if token.idx < low or token.is_space or (before and token.text in _SENTENCE_ENDS):
            break
        before.append(token)
    after: list[Token] = []
    for token in tree[inside.end : inside.end + _WINDOW]:
        if (high is not None and token.idx >= high) or token.is_space or token.text in _SENTENCE_ENDS:
            break
        after.append(token)
    return _Surroundings(quote, tuple(inside), tuple(reversed(before)), tuple(after))


def _limits(number: int, quotes: Sequence[Quote]) -> tuple[int, int | None]:
    """Return how far around a quote its speaker may stand: up to the quotes beside it and within the one around it."""
    quote, low, ends = quotes[number], 0, []
    for earlier in (quotes[index] for index in range(number - 1, -1, -1)):
        if earlier.marks.contains(quote.marks):
            low, ends = max(low, earlier.content.start), [earlier.content.end]
            break
        if not earlier.is_introduction:
            low = max(low, earlier.marks.end)
            break
    followers = (quotes[index] for index in range(number + 1, len(quotes)))
    ends += [other.marks.start for other in islice(followers, _DEEPEST) if not quote.marks.contains(other.marks)][:1]
    return low, min(ends, default=None)


def _with_own_speaker(around: _Surroundings, mentions: Mentions, language: Language) -> Quoted | None:
    for find in (_behind, _in_front, _in_clause):
        found = find(around, mentions, language)
        if found is not None:
            return found
    return None


def _behind(around: _Surroundings, mentions: Mentions, language: Language) -> Quoted | None:
    """Return the quote with the speaker of the clause behind it: `"...", zegt X`, `"...", aldus X`.

    A capital behind a full stop begins a sentence of its own: `"Het is af." Volgens X was het laat`.
    """
    rules = language.attribution
    words = [token for token in around.after if not token.is_punct]
    is_closed = any(token.text in _BREAKS for token in (around.inside[-1], *around.after[:2]))
    if not words or not is_closed or (around.inside[-1].text in _SENTENCE_ENDS and words[0].is_title):
        return None
    telling = (token for token in words if token.lower_ in rules.sources or token.lower_ not in rules.fillers)
    word = next(telling, words[0])
    if word.lower_ in rules.sources:
        cue = source_cue(word, mentions, language)
    elif word.pos_ in ud.VERBAL:
        verb = word.head if word.dep_ in ud.AUXILIARIES else modified_infinitive(word) or word
        cue = inverted_cue(verb, mentions, language, behind=word)
        if cue is not None and not (_is_reporting(verb, language) or (around.is_sentence and can_speak(cue.claimant))):
            return None
    else:
        return None
    return Quoted(around.quote, cue.claimant, cue.span, QuoteKind.DIRECT) if cue is not None else None


def _is_reporting(verb: Token, language: Language) -> bool:
    if verb.pos_ != "VERB":
        return False
    rules, name = language.attribution, verb_name(verb, language)
    reporting = (rules.say, rules.think, rules.ask, rules.show, rules.speaker_prepositions)
    return any(name in verbs for verbs in reporting)


def _in_front(around: _Surroundings, mentions: Mentions, language: Language) -> Quoted | None:
    """Return the quote with the speaker of the words that lead up to it: `X zegt: "..."`, `X: "..."`."""
    words = [token for token in around.before if not token.is_quote]
    if not words:
        return None
    is_announced = words[-1].text.endswith(":")
    near = words if is_announced else words[-_LEAD_IN:] if around.is_sentence else []
    for verb in reversed(
        [token for token in near if token.dep_ not in _SUBORDINATE and _is_reporting(token, language)]
    ):
        cue = verb_cue(verb, mentions, language)
        if cue is not None:
            return Quoted(around.quote, cue.claimant, cue.span, QuoteKind.DIRECT)
    claimant = _subject_of(words, mentions, language) if is_announced else None
    return Quoted(around.quote, claimant, None, QuoteKind.DIRECT) if claimant is not None else None


def _subject_of(words: Sequence[Token], mentions: Mentions, language: Language) -> Mention | None:
    """Return the subject of the first clause among the words, or the only name if they have no verb."""
    verb = next((token for token in words if clauses.has_form(token, "Fin")), None)
    if verb is None:
        return next((mention for token in words if (mention := mentions.at(token)) and can_speak(mention)), None)
    clause = verb.head if verb.dep_ in (*ud.AUXILIARIES, ud.COPULA) else verb
    cue = verb_cue(clause, mentions, language)
    return cue.claimant if cue is not None and can_speak(cue.claimant) else None


def _in_clause(around: _Surroundings, mentions: Mentions, language: Language) -> Quoted | None:
    """Return quoted words with the subject of the verb that they complete: `noemt het "een schande"`.

    The object of a verb of saying is what its subject said (`gaf "een kleine fout" toe`), unless a capital opens it: a
    title. Words in a clause that is reported are part of that claim already.
    """
    rules = language.attribution
    top = clauses.top(list(around.inside))
    verb = next((above for above in clauses.parents(top) if above.pos_ == "VERB"), top)
    name = (
        verb_name(verb, language) if verb is not top and not around.quote.marks.contains(clauses.span_of(verb)) else ""
    )
    is_said = name in rules.say and top.head is verb and top.dep_ == ud.OBJECT and around.inside[0].is_lower
    if name not in rules.call and not is_said:
        return None
    cue = verb_cue(verb, mentions, language)
    kind = QuoteKind.DIRECT if around.is_sentence else QuoteKind.PARTIAL
    return Quoted(around.quote, cue.claimant, cue.span, kind) if cue is not None else None


def _continued(
    around: _Surroundings, last: Quoted | None, mentions: Mentions, language: Language, told: Sequence[Cue]
) -> Quoted | None:
    """Return a quoted sentence, or the rest of one, with the speaker of what stands just before it."""
    claimant = None
    tree, start = around.inside[0].tree, around.quote.marks.start
    if not around.is_sentence:
        claimant = last.claimant if last is not None and _interrupts(last, around) else None
    elif last is not None and (around.quote.continues or _is_just_before(last.quote.marks.end, start, tree)):
        claimant = last.claimant
    elif (cue := _last_before(told, start)) is not None and _is_just_before(cue.span.end, start, tree):
        claimant = cue.claimant
    elif any(token.lower_ in language.attribution.first_person for token in around.inside):
        claimant = _subject_before(around.inside[0], mentions, language)
    return Quoted(around.quote, claimant, None, QuoteKind.DIRECT) if claimant is not None else None


def _interrupts(last: Quoted, around: _Surroundings) -> bool:
    """Tell whether nothing but the reporting clause stands between two parts of a quote: `"Wij", zegt X, "gaan"`."""
    if last.cue is None or not last.quote.marks.end <= last.cue.start < around.quote.marks.start:
        return False
    between = [token for token in around.before if token.idx >= last.quote.marks.end]
    return (
        bool(between)
        and last.cue.start >= between[0].idx
        and any(token.text in _INTERRUPTION for token in between[-2:])
    )


def _last_before(told: Sequence[Cue], offset: int) -> Cue | None:
    number = bisect_left(told, offset, key=lambda cue: cue.span.start)
    return told[number - 1] if number else None


def _is_just_before(end: int, start: int, tree: Tree) -> bool:
    """Tell whether no other sentence stands between two places: at most the rest of the first one's."""
    between = tree.within(end, start) if start - end < _FAR else tree[:0]
    words = [token for token in between or () if not token.is_space and not token.is_quote]
    ends = [number for number, token in enumerate(words) if token.text in _SENTENCE_ENDS]
    return start - end < _FAR and (not ends or ends[0] == len(words) - 1)


def _subject_before(first: Token, mentions: Mentions, language: Language) -> Mention | None:
    """Return the subject of the sentence that ends just before a quote."""
    earlier = next((t for t in reversed(first.tree[max(0, first.i - 4) : first.i]) if t.text in _SENTENCE_ENDS), None)
    return _subject_of(list(earlier.sent), mentions, language) if earlier is not None else None
