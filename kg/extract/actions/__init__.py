"""Actions: what a text says that somebody did, said, will do or did not do, and who took part in it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.actions.clock import Clock, clock_of
from kg.extract.actions.confidence import confidence, grounds_of
from kg.extract.actions.factuality import factuality_of, is_told_as_past
from kg.extract.actions.predicates import Predicate, predicates
from kg.extract.actions.roles import arguments
from kg.extract.actions.subjects import governors
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.actions import action_nouns
from kg.model import ActionMention, Document, Modality, Parse, Sentence, TimeExpression, Word


@dataclass(frozen=True, slots=True)
class _Article:
    """What the actions of an article are read with."""

    document: Document
    words: Mapping[int, Word]
    """By where they start, as the pipeline read them."""
    mentions: Mentions
    language: Language


def extract_actions(
    tree: Tree,
    words: Parse,
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Mentions,
    times: Sequence[TimeExpression],
    language: Language,
) -> tuple[ActionMention, ...]:
    """Return the actions of a text, in text order of their triggers, without who claims them.

    An action is a verb with content of its own, finite or not, in any clause; a light verb with its noun (`had een
    ontmoeting`); or an action noun with a participant (`de aanstelling van een gids`). Auxiliaries, modal verbs and
    copulas (`is premier`) are none. A sentence that repeats an earlier one gives none. How sure an action is, is read
    off `words`, the parse before anything was mended.
    """
    article = _Article(document, {word.start: word for word in words}, mentions, language)
    nouns = action_nouns(language.folder)
    times_of = _by_sentence(times, sentences)
    found: list[ActionMention] = []
    for sentence in sentences:
        if sentence.repeats is not None:
            continue
        own_times = times_of.get(sentence.index, ())
        inside = {token.i for time in own_times for token in clauses.words(tree, time.span)}
        tokens = [token for token in clauses.words(tree, sentence.span) if token.i not in inside]
        here = list(predicates(tokens, language.actions, nouns))
        clock = clock_of(here, tree, own_times, language)
        told = [_action(one, sentence, clock, article) for one in here]
        found += [action for one, action in zip(here, told, strict=True) if action.arguments or one.noun is None]
    return tuple(sorted(found, key=lambda action: action.trigger[0]))


def _by_sentence(
    times: Sequence[TimeExpression], sentences: Sequence[Sentence]
) -> Mapping[int, Sequence[TimeExpression]]:
    """Return the times that stand in each sentence, by its index."""
    found: dict[int, list[TimeExpression]] = {}
    for time in times:
        before = bisect_right(sentences, time.span.start, key=lambda sentence: sentence.span.start)
        if before and sentences[before - 1].span.contains(time.span):
            found.setdefault(sentences[before - 1].index, []).append(time)
    return found


def _action(predicate: Predicate, sentence: Sentence, clock: Clock, article: _Article) -> ActionMention:
    document, language = article.document, article.language
    trigger = tuple(clauses.span_of(token) for token in predicate.trigger)
    participants = arguments(predicate, article.mentions, clock.is_time, language)
    times = clock.times_of(predicate)
    told = factuality_of(predicate, language)
    modality = told.modality
    if modality is Modality.ACTUAL and _is_to_come(predicate, times, document, language):
        modality = Modality.FUTURE
    return ActionMention(
        document_id=document.id,
        trigger=trigger,
        predicate=predicate.lemma,
        arguments=participants,
        sentence=sentence.index,
        polarity=told.polarity,
        certainty=told.certainty,
        modality=modality,
        times=times,
        confidence=confidence(grounds_of(trigger, participants, article.words), language.confidence),
    )


def _is_to_come(predicate: Predicate, times: Sequence[TimeExpression], document: Document, language: Language) -> bool:
    """Tell whether a present tense tells of a day after the article's (`De wet gaat in juni in`).

    After a forecast (`voorspelt winst in 2030`) or a verb with a clause, the day is that of what it tells.
    """
    published, verb = document.published, predicate.head
    if not times:
        return False
    if predicate.lemma in language.factuality.object_modality or clauses.has_child(verb, *ud.COMPLEMENTS):
        times = [time for time in times if time.span.start < verb.idx]
    if not published or not any(time.start and time.start[: len(published)] > published for time in times):
        return False
    if is_told_as_past(predicate.head, language.factuality):
        return False
    return any(clauses.is_present(token) for token in _finite_forms(predicate.head, language))


def _finite_forms(verb: Token, language: Language) -> list[Token]:
    """Return the finite words of a clause: the verb, its auxiliaries and semi-auxiliaries."""
    parts = [verb, *governors(verb, language.actions)]
    forms = [form for part in parts for form in (part, *clauses.auxiliaries(part))]
    return [form for form in forms if clauses.has_form(form, "Fin")]
