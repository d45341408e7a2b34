"""Reported speech: claims that the words themselves do not stand between quote marks for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.actions.governing import is_told
from kg.extract.actions.subjects import governors
from kg.extract.attribution.cues import (
    Cue,
    Reported,
    can_speak,
    inverted_cue,
    is_speech_noun,
    noun_cue,
    stretch,
    verb_cue,
    verb_name,
)
from kg.extract.attribution.extents import extent, subtree
from kg.extract.attribution.judging import is_judgement
from kg.extract.attribution.pointed import Pointed, disputed, find_pointed, statement
from kg.extract.attribution.sourced import find_sourced, source_openers
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Stretch, Tree
from kg.lang import Language
from kg.lang.attribution import AttributionRules
from kg.model import Span

_CLAUSES = (ud.CLAUSAL_COMPLEMENT, ud.CLAUSAL_SUBJECT)
_CLAUSES_OF_NOUN = (ud.ADJECTIVAL_CLAUSE, *_CLAUSES)
_LOOSE = (ud.PARATAXIS, ud.CONJUNCT)
_OBLIQUES = (ud.OBLIQUE, ud.OBLIQUE_ARGUMENT)


def find_reported(tree: Tree, mentions: Mentions, language: Language) -> Iterator[Reported]:
    """Yield what a text reports, by cue: clauses, objects, and whole sentences that the next one takes up.

    A repeated sentence gives none. A sentence of `ik` or `wij` goes on from reported words just before it, unless it
    has a cue of its own.
    """
    last: Reported | None = None
    told: Stretch | None = None
    for sent in tree.sents:
        if mentions.source.is_repeat(sent[0]):
            continue
        pointed = list(find_pointed(sent, mentions, language))
        found = [*_pointing(pointed, told, language), *_in_sentence(sent, pointed, mentions, language)]
        if not found and last is not None and any(token.lower_ in language.attribution.first_person for token in sent):
            found = list(_reported(last.cue, sent.root, range(sent.start, sent.end)))
        yield from found
        last = found[-1] if found and not sent[-1].is_space else None
        told = _told(sent, told, pointed)


def _pointing(pointed: Sequence[Pointed], told: Stretch | None, language: Language) -> Iterator[Reported]:
    """Yield what a sentence says of the one that is `told` before it."""
    if told is None:
        return
    for one in pointed:
        content = disputed(told, language) if one.denied else statement(told)
        if content is not None:
            yield Reported(one.cue, one.pointer, content, told_before=True, denied=one.denied)


def _told(sent: Stretch, told: Stretch | None, pointed: Sequence[Pointed]) -> Stretch | None:
    """Return what `dat` in the next sentence takes up: this sentence, but `Dat meldt X` stands for what it points at.

    Behind a denial it is not clear what `dat` takes up.
    """
    if any(one.denied for one in pointed):
        return None
    if pointed or all(token.is_punct or token.is_space for token in sent):
        return told
    return sent


def _in_sentence(
    sent: Stretch, pointed: Sequence[Pointed], mentions: Mentions, language: Language
) -> Iterator[Reported]:
    taken, openers = {one.cue.word.i for one in pointed}, source_openers(language.attribution)
    for token in sent:
        if token.pos_ == "VERB" or token.lower_ in openers or clauses.has_child(token, *_CLAUSES_OF_NOUN):
            yield from (one for one in _at(token, mentions, language) if one.cue.word.i not in taken)


def _at(token: Token, mentions: Mentions, language: Language) -> Iterator[Reported]:
    if token.pos_ == "VERB":
        yield from _by_verb(token, mentions, language)
    elif is_speech_noun(token, language):
        yield from _by_noun(token, mentions, language)
    if _is_view(token, language):
        yield from _by_view(token, mentions)
    yield from find_sourced(token, mentions, language)


def _is_view(token: Token, language: Language) -> bool:
    return token.lower_ in language.attribution.views or token.lemma_.lower() in language.attribution.views


def _by_verb(verb: Token, mentions: Mentions, language: Language) -> Iterator[Reported]:
    """Yield what a verb reports: clauses, infinitives, objects of some, or the sentence that it follows."""
    name = verb_name(verb, language)
    if name not in _reporting(language.attribution):
        return
    found = list(_below(verb, name, mentions, language))
    yield from found or _before(verb, name, mentions, language)


@cache
def _reporting(rules: AttributionRules) -> frozenset[str]:
    """Return the verbs that may report anything."""
    return rules.say.union(rules.think, rules.ask, rules.show, rules.announce, rules.speaker_prepositions)


def _below(verb: Token, name: str, mentions: Mentions, language: Language) -> Iterator[Reported]:
    rules, cue = language.attribution, verb_cue(verb, mentions, language)
    if cue is None or (name in rules.show and not can_speak(cue.claimant)):
        return
    heads = list(_contents(verb, name, language))
    yield from _merged([one for head in heads for one in _reported(cue, head, extent(head, verb))])
    if not heads and name in rules.say | rules.ask | rules.think:
        yield from list(_behind_marker(cue, language)) or _beside(cue, language)


def _merged(found: list[Reported]) -> Iterator[Reported]:
    """Yield the contents of one cue by position, those that overlap put together."""
    last: Reported | None = None
    for one in sorted(found, key=lambda one: one.content):
        if last is not None and last.content.overlaps(one.content):
            last = replace(last, content=Span(last.content.start, max(last.content.end, one.content.end)))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _contents(verb: Token, name: str, language: Language) -> Iterator[Token]:
    """Yield the heads of what depends on a verb and tells what it reports."""
    for child in verb.children:
        if child.lower_ not in language.attribution.pointers and _is_content(child, verb, name, language):
            yield child


def _is_content(child: Token, verb: Token, name: str, language: Language) -> bool:
    rules = language.attribution
    if _introduces_quote(verb, child):
        return False
    if child.dep_ in _CLAUSES and not _is_filler(child, language):
        return True
    if child.dep_ == ud.ADVERBIAL_CLAUSE:
        is_judged = clauses.has_child(verb, ud.OBJECT, ud.OPEN_COMPLEMENT)
        is_view = name in rules.think and is_told(child, language) and not is_judged
        return is_view and not _has_degree(verb, child, language)
    if child.dep_ == ud.OPEN_COMPLEMENT:
        is_saying = name in rules.say and name not in rules.ask
        is_infinitive = is_saying and child.pos_ in ud.VERBAL and bool(clauses.markers(child))
        return is_infinitive or is_judgement(child, verb, language)
    if child.dep_ == ud.PARATAXIS:
        return name in rules.say and child.i > verb.i and clauses.subject(child) is not None
    is_phrase = child.dep_ in _OBLIQUES and clauses.preposition(child) in rules.announce_prepositions
    return name in rules.announce and (child.dep_ == ud.OBJECT or is_phrase)


def _has_degree(verb: Token, clause: Token, language: Language) -> bool:
    """Tell whether a clause with `dat` says what came of it: `zo` stands before it (`voelt zich zo ziek dat`)."""
    return any(_is_filler(token, language) for token in clause.tree[verb.i : clause.left_edge.i])


def _introduces_quote(verb: Token, child: Token) -> bool:
    """Tell whether a colon and a quote mark stand between a verb and what it reports: the quote is a claim itself."""
    between = verb.tree[verb.i + 1 : child.i]
    return any(sign.text == ":" and sign.nbor(1).is_quote for sign in between[:-1])


def _behind_marker(cue: Cue, language: Language) -> Iterator[Reported]:
    """Yield the rest of the sentence from a `dat` or `of` behind the verb that the parse does not join to it."""
    tree, verb = cue.word.tree, cue.word
    subject = subtree(cue.speaker)
    for token in tree[verb.i + 1 : verb.sent.end]:
        if token.lower_ in language.attribution.complementizers:
            rest = range(token.i, verb.sent.end)
            if not token.nbor().is_quote and any(clauses.has_form(tree[i], "Fin") for i in rest):
                yield from _reported(cue, token, rest)
            return
        if token.pos_ in ud.VERBAL or not (token.i in subject or token.pos_ == "ADV"):
            return


def _beside(cue: Cue, language: Language) -> Iterator[Reported]:
    """Yield what a clause with `dat` says that is labelled an adverbial one: `klaagde op de radio dat`.

    `Dat` and `of` open what is said or known, or what comes of a degree (`riep zo luid dat`): e-ANS 10.3.1.
    """
    for clause in clauses.children(cue.word, ud.ADVERBIAL_CLAUSE):
        if is_told(clause, language) and not _has_degree(cue.word, clause, language):
            yield from _reported(cue, clause, extent(clause, cue.word))


def _is_filler(token: Token, language: Language) -> bool:
    """Tell whether a complement only points at what was said before: `zo` in `..., zo zegt X`."""
    return token.lower_ in language.attribution.fillers


def _before(verb: Token, name: str, mentions: Mentions, language: Language) -> Iterator[Reported]:
    """Yield the sentence that a reporting clause follows or interrupts: `De weg is dicht, zegt X`."""
    rules = language.attribution
    views = (rules.say, rules.think, rules.speaker_prepositions)
    if not any(name in verbs for verbs in views) or not _follows(verb, language):
        return
    top = next(reversed(governors(verb, language.actions)), verb)
    cue = inverted_cue(verb, mentions, language, behind=top)
    if cue is None:
        return
    head = clauses.first_conjunct(top.head)
    if top.dep_ in _LOOSE and head.i < top.i and not clauses.has_child(top, ud.COORDINATION):
        yield from _reported(cue, head, subtree(head) - subtree(top))
    elif top.dep_ == ud.ROOT and not _opens_subordinate(top.sent[0]):
        yield from _reported(cue, top.sent[0], range(top.sent.start, top.i))


def _follows(verb: Token, language: Language) -> bool:
    """Tell whether a verb stands behind a comma, a quote mark or `zo`, as after the words that it reports."""
    first = next(reversed(governors(verb, language.actions)), verb)
    before = first.tree[first.i - 1] if first.i > first.sent.start else None
    is_open = all(_is_filler(clause, language) for clause in clauses.children(verb, *_CLAUSES))
    return is_open and before is not None and (before.is_punct or _is_filler(before, language))


def _opens_subordinate(token: Token) -> bool:
    return token.pos_ == "SCONJ" or token.dep_ in (ud.MARKER, ud.CASE)


def _by_noun(noun: Token, mentions: Mentions, language: Language) -> Iterator[Reported]:
    """Yield the clause that tells what a noun is about: `de verklaring van X dat`."""
    found = [c for c in clauses.children(noun, *_CLAUSES_OF_NOUN) if _is_finite(c)]
    cue = noun_cue(noun, mentions, language) if found else None
    if cue is not None:
        for clause in found:
            yield from _reported(cue, clause, subtree(clause))


def _by_view(word: Token, mentions: Mentions) -> Iterator[Reported]:
    """Yield the clause that somebody is of the view of: `is van mening dat`."""
    subject = clauses.subject(word)
    if subject is None or not clauses.has_child(word, ud.COPULA) or not can_speak(mentions.phrase(subject)):
        return
    cue = Cue(word, subject, mentions.phrase(subject))
    for clause in clauses.children(word, *_CLAUSES_OF_NOUN):
        if _is_finite(clause):
            yield from _reported(cue, clause, subtree(clause))


def _is_finite(clause: Token) -> bool:
    parts = [clause, *clauses.children(clause, *ud.AUXILIARIES, ud.COPULA)]
    return bool(clauses.markers(clause)) and any(clauses.has_form(part, "Fin") for part in parts)


def _reported(cue: Cue, head: Token, covered: Iterable[int]) -> Iterator[Reported]:
    """Yield each stretch of the tokens covered that says something, punctuation around it left out.

    Only the words of the reporting clause part two stretches; others between them are part of what is reported.
    """
    tree, reporting = head.tree, frozenset({cue.speaker.i, cue.word.i})
    for run in _runs(sorted(set(covered) - reporting), reporting, tree):
        words = [i for i in run if not (tree[i].is_punct or tree[i].is_space)]
        if words and (head.i in run or any(clauses.has_form(tree[i], "Fin") for i in words)):
            yield Reported(cue, head, stretch(tree, range(words[0], words[-1] + 1)))


def _runs(indices: Sequence[int], reporting: frozenset[int], tree: Tree) -> Iterator[list[int]]:
    """Yield the stretches of tokens without a word of the reporting clause between them."""
    run: list[int] = []
    for index in indices:
        if run and any(between in reporting or tree[between].is_sent_start for between in range(run[-1] + 1, index)):
            yield run
            run = []
        run.append(index)
    if run:
        yield run
