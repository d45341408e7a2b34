"""Reads words as what their place in the clause leaves them to be: finite verbs, particles, names and persons."""

from collections.abc import Collection

from kg.extract.attribution.judging import is_indefinite
from kg.extract.mending.compounds import raise_function
from kg.extract.mending.focus import free_focus
from kg.extract.mending.fronting import is_actor
from kg.extract.mending.infinitives import mend_infinitive
from kg.extract.mending.surnames import read_surnames
from kg.extract.mentions.name_words import NAME_POS, has_capital, is_common
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.nouns import NounClass

_PHRASES = frozenset({"NOUN", "PROPN", "PRON"})
_OPENERS = frozenset({"DET", "PRON"})
_MODIFIERS = (ud.DETERMINER, ud.ADJECTIVAL_MODIFIER)


def read_again(tree: Tree, times: Collection[int], language: Language) -> None:
    """Change words of `tree` that cannot be what they are read as; `times` are the indices of words of times."""
    read_surnames(tree)
    for token in tree:
        if token.pos_ == "VERB":
            mend_infinitive(token, language)
        if token.pos_ == "DET" and token.dep_ in (*ud.SUBJECTS, ud.DETERMINER):
            _hang_article(token)
        elif token.dep_ == ud.PARTICLE:
            _read_particle(token, language)
        elif token.dep_ in _BESIDE:
            _free_subjects(token)
        elif ud.COPULA in token.labels and ud.MARKER in token.labels:
            _read_clause(token, language)
        if "-" in token.text:
            raise_function(token, language)
        _read_word(token, times, language)


def _hang_article(article: Token) -> None:
    """Hang an article on the noun behind it, where it hangs beside that on a finite verb (`het | veer | vaart`)."""
    noun = article.nbor() if article.i + 1 < article.sent.end else article
    is_beside = noun.head is article.head and noun.dep_ in ud.SUBJECTS
    if is_beside and article.dep_ in (noun.dep_, ud.DETERMINER) and article.morph.get("Definite"):
        clauses.hang(article, noun, ud.DETERMINER)


def _read_particle(word: Token, language: Language) -> None:
    """Make a word beside a verb that no verb is written together with, and no phrase, what its class can be.

    `Verdenkt X ervan`, `komen mogelijk`; a noun where the verb has an object of its own (`eist een ton losgeld`).
    Before the noun of a fixed expression it is the preposition of that (`onder druk zetten`). Any clause of it is the
    verb's (`liet weten | dat`): https://universaldependencies.org/nl/dep/compound-prt.html
    """
    rules, verb = language.actions, word.head
    for clause in clauses.children(word, *ud.COMPLEMENTS):
        clauses.hang(clause, verb, clause.dep_)
    noun, plain = word.nbor() if word.i + 1 < len(word.tree) else word, verb.lemma_.removeprefix(word.lower_)
    if noun.head is verb and f"{word.lower_} {noun.lower_} {plain}" in rules.idioms:
        verb.mend(lemma=plain)
        clauses.hang(word, noun, ud.CASE)
        noun.mend(label=ud.OBLIQUE)
        return
    is_part = word.lower_ in rules.separable or verb.lemma_ in rules.particle_last or verb.pos_ != "VERB"
    if is_part or rules.particles_behind or not rules.separable or clauses.children(word, ud.FIXED, ud.CASE):
        return
    if word.pos_ in ("ADV", "ADJ") and f"{word.lower_} {verb.lemma_}" not in rules.idioms:
        word.mend(label=ud.ADVERBIAL_MODIFIER)
    elif word.lower_ == rules.infinitive_marker or (word.pos_ == "NOUN" and clauses.children(verb, ud.OBJECT)):
        word.mend(label=ud.UNKNOWN)


def _read_clause(predicate: Token, language: Language) -> None:
    """Make a clause with a copula and a conjunction, read as a phrase of the verb above it, a clause of that verb."""
    if predicate.dep_ in _BARE and predicate.head.pos_ == "VERB":
        is_told = bool(clauses.markers(predicate) & language.attribution.complementizers)
        predicate.mend(label=ud.CLAUSAL_COMPLEMENT if is_told else ud.ADVERBIAL_CLAUSE)


_BESIDE = (ud.COPULA, *ud.AUXILIARIES)


def _free_subjects(auxiliary: Token) -> None:
    """Hang the subject of an auxiliary or copula on what that belongs to (`Het dorp is | van plan te bouwen`)."""
    for subject in clauses.children(auxiliary, *ud.SUBJECTS):
        clauses.hang(subject, auxiliary.head, subject.dep_)


_BARE = (ud.SUBJECT, ud.OBJECT)


def _read_word(token: Token, times: Collection[int], language: Language) -> None:
    """Change a word by the first rule that has something to look at."""
    if token.lower_ in language.actions.homographs:
        _read_finite(token, times, language)
    elif clauses.has_form(token, "Fin") and token.dep_ in _OF_NOUNS and not token.children:
        _read_persons(token, language)
    elif _is_abbreviation(token, language):
        _read_name(token)
    elif token.dep_ == ud.ADJECTIVAL_MODIFIER and token.lower_ in language.mentions.focus_adverbs:
        free_focus(token)
    elif token.pos_ == "ADJ" and token.head.pos_ == "VERB" and token.i > token.head.i:
        _join_adjective(token, times, language)
    elif token.pos_ in _NAMING and token.is_title:
        _part_name(token, language)
    elif token.pos_ == "VERB" and token.lemma_ in language.actions.judging:
        _part_objects(token)


def _part_name(noun: Token, language: Language) -> None:
    """Make the name behind a noun with the capital of a sentence its apposition: `Weekblad | De Wekker meldt`.

    The noun says what the name is of and is no part of it. See https://universaldependencies.org/nl/dep/appos.html
    """
    first, *others = clauses.children(noun, ud.FLAT) or [noun]
    if first.i != noun.i + 1 or first.pos_ not in NAME_POS or not has_capital(first) or not is_common(noun, language):
        return
    noun.mend(pos="NOUN", lemma=noun.lower_)
    first.mend(label=ud.APPOSITION)
    for part in others:
        clauses.hang(part, first, ud.FLAT)


_OF_NOUNS = (*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OBLIQUE, ud.ADVERBIAL_MODIFIER, ud.NOMINAL_MODIFIER)


def _read_persons(word: Token, language: Language) -> None:
    """Make a lone finite verb, labelled as a phrase, the plural of persons that it is too (`adverteerders`)."""
    for plural, singular in language.mentions.plural_endings.items():
        noun = word.lower_.removesuffix(plural) + singular
        if word.lower_.endswith(plural) and NounClass.PERSON in language.nouns.classes.get(noun, ()):
            word.mend(pos="NOUN", lemma=noun, morph="Number=Plur")
            return


def _is_abbreviation(word: Token, language: Language) -> bool:
    """Tell whether a function word is written in capitals behind an article: `het OM`, in no line of capitals."""
    if not word.is_upper or word.pos_ in _NAMING or len(word.text) < 2 or word.i == word.sent.start:
        return False
    return word.is_alpha and not word.nbor(-1).is_upper and word.nbor(-1).lower_ in language.coreference.articles


_NAMING = frozenset({"NOUN", "PROPN", "NUM", "X", "SYM"})


def _read_name(word: Token) -> None:
    """Make a word a name in the place of the article before it, which is its own, and of a preposition before that."""
    article, opener = word.nbor(-1), word.nbor(-2) if word.i - word.sent.start > 1 else word
    above, label = article.head, article.dep_
    if word.dep_ == ud.PARTICLE and not word.head.lower_.startswith(word.lower_):
        word.head.mend(lemma=word.head.lemma_.removeprefix(word.lower_))
    word.mend(pos="PROPN", lemma=word.text, morph="Number=Sing")
    if article.head is word:
        return
    if label == ud.FIXED:
        above, label = above.head, above.dep_
    elif label == ud.EXPLETIVE:
        label = ud.SUBJECT
    clauses.hang(word, above, label)
    clauses.hang(article, word, ud.DETERMINER)
    article.mend(pos="DET", morph="Definite=Def")
    if opener.pos_ == "ADP":
        clauses.hang(opener, word, ud.CASE)


def _read_finite(word: Token, times: Collection[int], language: Language) -> None:
    """Make the only word of a clause that can be its finite verb that verb: `de man bekende dat hij had gedronken`.

    A Dutch main clause has a finite verb, behind its first phrase. See e-ANS 21.2 on the poles of the sentence.
    """
    infinitive = language.actions.homographs[word.lower_]
    if clauses.has_form(word, "Fin"):
        word.mend(lemma=infinitive)
    elif _is_second(word, language) and _has_complement(word, times, language):
        word.mend(pos="VERB", lemma=infinitive, morph="Tense=Past|VerbForm=Fin")
        _raise(word, ud.OBLIQUE if word.head.i in times else ud.OBJECT)
        _free_subject(word)
        _take_clause(word, language)


def _raise(verb: Token, label: str) -> None:
    """Give a verb the place of the noun behind it that it was taken for an adjective of, and what stands before it.

    The noun gets the label.
    """
    noun = verb.head
    if noun.i <= verb.i or noun.pos_ not in _PHRASES:
        return
    verb.hang(verb if noun.head is noun else noun.head, noun.dep_)
    clauses.hang(noun, verb, label)
    for child in noun.lefts:
        if child.i < verb.i:
            clauses.hang(child, verb, child.dep_)


def _take_clause(verb: Token, language: Language) -> None:
    """Hang the clause behind a verb on it, where `dat` was taken for a relative pronoun or the clause for a noun's."""
    place = _end_of_clause(verb, language)
    opener = verb.tree[place] if place < verb.sent.end else verb
    if opener.dep_ in _OPENINGS and opener.head.pos_ != "NOUN":
        clauses.hang(opener.head, verb, ud.CLAUSAL_COMPLEMENT)
        opener.mend(label=ud.MARKER, pos="SCONJ")


_OPENINGS = (ud.MARKER, ud.SUBJECT, ud.OBJECT)


def _free_subject(verb: Token) -> None:
    """Make the phrase right before a verb, read as its adjective, the subject (`de verdachte bekende`)."""
    before = verb.nbor(-1)
    if before.head is verb and before.dep_ in (ud.ADJECTIVAL_MODIFIER, ud.SUBJECT) and before.pos_ not in _PHRASES:
        before.mend(label=ud.SUBJECT, pos="NOUN", lemma=before.lower_, morph="")
        for part in clauses.children(verb, *_MODIFIERS):
            clauses.hang(part, before, part.dep_)


def _is_second(word: Token, language: Language) -> bool:
    """Tell whether a word stands behind a whole phrase in a clause that has no other finite verb."""
    if word.i == word.sent.start:
        return False
    before = word.nbor(-1)
    opener = before.nbor(-1) if before.i > word.sent.start else before
    is_person = bool(language.nouns.of(before.lower_)) and opener.pos_ == "DET"
    is_phrase = before.pos_ in _PHRASES or before.pos_ in ("ADV", "CCONJ") or is_person
    if not is_phrase or before.morph.get("Poss") == "Yes":
        return False
    start = word.sent.start if before.pos_ != "CCONJ" else word.i
    clause = word.tree[start : _end_of_clause(word, language)]
    return not any(clauses.has_form(token, "Fin") for token in clause)


def _end_of_clause(word: Token, language: Language) -> int:
    """Return where the clause that a word takes as its complement begins, or its sentence ends."""
    rest = word.tree[word.i + 1 : word.sent.end]
    return next((token.i for token in rest if token.lower_ in language.attribution.complementizers), word.sent.end)


def _has_complement(word: Token, times: Collection[int], language: Language) -> bool:
    """Tell whether behind a word stands what no adjective has there: a clause, an infinitive, an article, a thing."""
    rest = [token for token in word.tree[word.i + 1 : word.sent.end] if token.i not in times]
    if not rest:
        return False
    is_thing = rest[0].pos_ == "NOUN" and not is_actor(rest[0], language)
    markers = {language.actions.infinitive_marker, *language.attribution.complementizers}
    is_clause = rest[0].pos_ != "NOUN" and any(token.lower_ in markers for token in rest)
    return is_thing or is_clause or rest[0].pos_ in _OPENERS


def _join_adjective(adjective: Token, times: Collection[int], language: Language) -> None:
    """Make the adjective behind the object of a verb its particle, where the two are one verb: `sprak X vrij`.

    Behind a verb that takes none it stands alone and last: `stond terecht`, no `stond terecht op voorsprong`. See e-ANS
    12.2.3 on separable verbs. A verb that judges takes an adjective that says what it finds, no particle.
    """
    verb, rules = adjective.head, language.actions
    plain = verb.lemma_.removeprefix(adjective.lower_)
    if adjective.dep_ == ud.PARTICLE and plain in rules.judging and plain != verb.lemma_:
        verb.mend(lemma=plain)
        adjective.mend(label=ud.OPEN_COMPLEMENT)
    is_known = adjective.lower_ + plain in rules.adjective_verbs
    if adjective.dep_ not in _LOOSE or adjective.left_edge is not adjective or not is_known:
        return
    objects = clauses.children(verb, ud.OBJECT, ud.INDIRECT_OBJECT)
    others = [one for one in clauses.children(verb, ud.OPEN_COMPLEMENT, ud.PARTICLE) if one is not adjective]
    is_bare = plain in rules.intransitives and not others and _is_last(adjective, plain, times, language)
    is_behind = is_bare or any(verb.i < phrase.i < adjective.i for phrase in objects)
    if clauses.has_form(verb, "Fin") and is_behind:
        verb.mend(lemma=adjective.lower_ + plain)
        adjective.mend(label=ud.PARTICLE)
        for phrase in clauses.children(adjective, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT):
            clauses.hang(phrase, verb, ud.OBLIQUE)


def _is_last(adjective: Token, plain: str, times: Collection[int], language: Language) -> bool:
    """Tell whether nothing of its clause stands behind an adjective but a time, or what somebody is accused of."""
    if adjective.i + 1 == adjective.sent.end:
        return True
    following = adjective.nbor()
    is_charge = f"{adjective.lower_}{plain} {following.lower_}" in language.factuality.accusations
    is_time = following.i in times or following.head.i in times
    return following.is_punct or following.pos_ == "SCONJ" or is_charge or is_time


def _part_objects(verb: Token) -> None:
    """Make the second object of a verb that judges, with `een`, what it says of the first (`noemt het | een ramp`)."""
    objects = clauses.children(verb, ud.OBJECT, ud.INDIRECT_OBJECT)
    if len(objects) == 2 and is_indefinite(objects[1]) and not clauses.has_child(objects[1], ud.CASE):
        objects[0].mend(label=ud.OBJECT)
        objects[1].mend(label=ud.OPEN_COMPLEMENT)


_LOOSE = (ud.ADVERBIAL_MODIFIER, ud.OPEN_COMPLEMENT)
