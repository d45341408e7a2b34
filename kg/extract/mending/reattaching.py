"""Hangs words where the grammar of Dutch lets them hang and the parser did not.

A particle that does not stand right before `te` or its infinitive belongs to the finite verb before it; a clause that
follows what was said (`..., zegt X`) has its own subject behind the verb; of `niet A maar B` both are one coordination;
what a noun of action asks for (`verzet van X tegen Y`) hangs on that noun, not on the one before; `het` before a plural
is no article but the subject.
"""

from collections.abc import Collection, Mapping

from kg.extract.actions.action_nouns import listed_noun
from kg.extract.actions.predicates import infinitive
from kg.extract.mending.bearers import join_functions
from kg.extract.mending.fronting import is_actor
from kg.extract.mending.parting import join_contrast, part_phrases
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.actions import ActionNoun, ActionRules, action_nouns


def reattach(tree: Tree, times: Collection[int], language: Language) -> None:
    """Change the heads of `tree` where they cannot be: particles, inverted reports, contrasts, phrases of nouns.

    `times` are the indices of the tokens that are part of a time.
    """
    nouns, marker = action_nouns(language.folder), language.actions.infinitive_marker
    for token in tree:
        if token.dep_ == ud.PARTICLE and token.pos_ == _ADPOSITION and token.lower_ != marker:
            _hang_particle(token)
        elif token.dep_ == ud.CASE:
            _hang_preposition(token)
        elif token.dep_ == ud.DETERMINER and token.lower_ in language.mentions.anticipatory:
            _free_pronoun(token)
        elif token.pos_ == "VERB":
            _open_clause(token, language)
            _join_auxiliary(token, language)
            _share_with_infinitive(token, language)
            _hang_speaker(token, language)
            join_contrast(token, language)
            _hang_second(token, language)
            part_phrases(token, times, language)
        elif token.dep_ == ud.CONJUNCT:
            join_functions(token, language)
        elif token.dep_ == ud.NOMINAL_MODIFIER:
            _hang_on_nearest(token, nouns)
            _hang_participant(token, language, nouns)
            _hang_complement(token, times, language, nouns)


_ADPOSITION = "ADP"


def _hang_particle(particle: Token) -> None:
    """Hang a particle on the finite verb before it, if it cannot belong to the infinitive or participle it hangs on.

    It stands right before `te` or its verb, never behind: `wees het verzoek om getuigen te horen af`. See e-ANS 18.4.
    What stands before it is then the object of the finite verb: `riep | hem op | binnen te blijven`.
    """
    verb = particle.head
    is_inside = any(one.i < particle.i and one.pos_ == "SCONJ" for one in clauses.children(verb, ud.MARKER))
    if clauses.has_form(verb, "Fin") or is_inside or _stands_before(particle, verb):
        return
    for above in clauses.parents(verb):
        if clauses.has_form(above, "Fin") and above.pos_ == "VERB" and above.i < particle.i:
            if not clauses.has_child(above, ud.PARTICLE):
                clauses.hang(particle, above, particle.dep_)
                own = next((one.lower_ for one in clauses.children(verb, ud.PARTICLE)), "")
                plain = verb.lemma_.removeprefix(particle.lower_)
                verb.mend(lemma=plain if plain.startswith(own) else own + plain)
                for phrase in clauses.children(verb, ud.OBJECT):
                    if above.i < phrase.i < particle.i and not clauses.children(above, ud.OBJECT):
                        clauses.hang(phrase, above, ud.OBJECT)
            return


def _stands_before(particle: Token, verb: Token) -> bool:
    between = particle.tree[particle.i + 1 : verb.i]
    verbal = all(word.pos_ in ("AUX", "VERB") or word.dep_ in (ud.MARKER, ud.PARTICLE, ud.FIXED) for word in between)
    is_last = not any(word.dep_ == ud.PARTICLE and word.pos_ == _ADPOSITION for word in between)
    return particle.i < verb.i and verbal and is_last


def _hang_preposition(preposition: Token) -> None:
    """Hang a preposition on the first phrase behind it, not on the second (`sloot uit voorzorg X`)."""
    far = preposition.head
    between = preposition.tree[preposition.i + 1 : far.i]
    near = next((token for token in between if token.head.i == far.head.i and token.dep_ == ud.OBLIQUE), None)
    if near is not None and far.dep_ in (ud.OBLIQUE, ud.OBJECT) and not clauses.preposition(near):
        clauses.hang(preposition, near, preposition.dep_)


def _free_pronoun(article: Token) -> None:
    """Make `het` before a plural the subject of a clause without one: `zei dat het | vier banken sluit`.

    The article `het` is singular, see e-ANS 4.2, https://e-ans.ivdnt.org
    """
    phrase = article.head
    verb = phrase.head
    while verb.dep_ == ud.OPEN_COMPLEMENT:
        verb = verb.head
    is_many = phrase.pos_ == "NUM" or (phrase.pos_ == "NOUN" and phrase.morph.get("Number") == "Plur")
    is_part = phrase.dep_ in (*ud.SUBJECTS, ud.OBJECT) and verb.pos_ == "VERB"
    others = [token for token in clauses.children(verb, *ud.SUBJECTS, ud.EXPLETIVE) if token.i != phrase.i]
    is_whole = all(word.pos_ in ("NUM", "ADJ", "ADV") for word in phrase.tree[article.i + 1 : phrase.i])
    if not is_many or not is_part or not is_whole or others:
        return
    if phrase.dep_ in ud.SUBJECTS:
        phrase.mend(label=ud.OBJECT)
    clauses.hang(article, verb, ud.SUBJECT)
    article.mend(pos="PRON", morph="Person=3|PronType=Prs")


def _open_clause(verb: Token, language: Language) -> None:
    """Make the conjunction of a complement clause its marker, where it hangs on the subject (`weet of X komt`)."""
    opener = verb.left_edge
    is_complement = verb.dep_ == ud.CLAUSAL_COMPLEMENT and clauses.has_form(verb, "Fin")
    if is_complement and opener.dep_ == ud.COORDINATION and opener.lower_ in language.attribution.complementizers:
        clauses.hang(opener, verb, ud.MARKER)


def _join_auxiliary(verb: Token, language: Language) -> None:
    """Hang a verb like `willen` on the infinitive right behind it, where both hang on the same noun.

    `De schepen die het bedrijf wil slopen`: one clause, whose finite verb is `wil`.
    """
    below = verb.nbor() if verb.i + 1 < len(verb.tree) else verb
    is_finite = clauses.has_form(verb, "Fin") and verb.lemma_ in language.actions.semi_auxiliaries
    if (
        is_finite
        and clauses.has_form(below, "Inf")
        and below.head.i == verb.head.i != verb.i
        and below.dep_ == verb.dep_
    ):
        clauses.hang(verb, below, ud.AUXILIARY)


def _share_with_infinitive(verb: Token, language: Language) -> None:
    """Give a verb like `willen` the subject of its infinitive, and the infinitive what is a second subject of the verb.

    `Daarmee willen | ze | X aanzetten`; `terwijl zij | haat | blijven verspreiden`.
    """
    rules = language.actions
    if (
        verb.lemma_ not in rules.semi_auxiliaries
        or verb.lemma_ in rules.causatives
        or not clauses.has_form(verb, "Fin")
    ):
        return
    below = next(
        (child for child in clauses.children(verb, ud.OPEN_COMPLEMENT) if clauses.has_form(child, "Inf")), None
    )
    if below is None:
        return
    own, lower = clauses.children(verb, ud.SUBJECT), clauses.children(below, ud.SUBJECT)
    if not own and len(lower) == 1:
        clauses.hang(lower[0], verb, lower[0].dep_)
    if len(own) > 1 and not lower and not clauses.has_child(below, ud.OBJECT):
        clauses.hang(own[1], below, ud.OBJECT)


def _hang_second(verb: Token, language: Language) -> None:
    """Hang a second phrase with the preposition that a verb governs on the first (`wees op de gevolgen op zee`)."""
    phrases = clauses.children(verb, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT)
    first: dict[str, Token] = {}
    for phrase in phrases if len(phrases) > 1 else ():
        preposition = clauses.preposition(phrase)
        before = first.setdefault(preposition, phrase)
        if before is not phrase and verb.i < before.i and _asks_for(verb, preposition, language.actions):
            clauses.hang(phrase, before, ud.NOMINAL_MODIFIER)


def _hang_speaker(verb: Token, language: Language) -> None:
    """Give a verb that follows what was said (`"...", zegt X, voorzitter`) the actor behind it as its subject.

    What stands before it belongs to what was said. See e-ANS 21.3 on the order of such clauses.
    """
    tree, rules = verb.tree, language.attribution
    is_behind = verb.i > verb.sent.start and tree[verb.i - 1].is_punct and verb.i + 1 < len(tree)
    if not is_behind or not clauses.has_form(verb, "Fin"):
        return
    name = infinitive(verb, language.actions)
    if name not in rules.say and name not in rules.think:
        return
    speaker = _phrase_from(tree[verb.i + 1], verb)
    if speaker is None or not is_actor(speaker, language):
        return
    for stranger in clauses.children(verb, *ud.SUBJECTS):
        if stranger.i < verb.i:
            stranger.mend(label=ud.UNKNOWN)
    clauses.hang(speaker, verb, ud.SUBJECT)
    for other in clauses.children(verb, ud.OBJECT):
        if other.i > speaker.i and tree[speaker.right_edge.i + 1].is_punct:
            clauses.hang(other, speaker, ud.APPOSITION)


def _phrase_from(first: Token, verb: Token) -> Token | None:
    """Return the head of the noun phrase that begins with a word and ends before any other verb; None if none does."""
    head = first
    for above in clauses.parents(first):
        if above.pos_ not in ("NOUN", "PROPN", "PRON") or above.left_edge.i <= verb.i:
            break
        head = above
    is_phrase = head.pos_ in ("NOUN", "PROPN", "PRON") and head.left_edge.i == first.i
    return head if is_phrase and not clauses.preposition(head) else None


def _hang_on_nearest(phrase: Token, nouns: Mapping[str, ActionNoun]) -> None:
    """Hang a phrase behind two nouns of action on the second: `voor diefstal en mishandeling | van een agent`."""
    noun = phrase.head
    between = [one for one in clauses.children(noun, ud.CONJUNCT) if noun.i < one.i < phrase.i]
    if between and all(listed_noun(one.lemma_.lower(), nouns) for one in (noun, between[-1])):
        clauses.hang(phrase, between[-1], phrase.dep_)


def _hang_participant(phrase: Token, language: Language, nouns: Mapping[str, ActionNoun]) -> None:
    """Hang a phrase on the noun of action two nouns up, if the one between is what that noun is `van`."""
    between, rules = phrase.head, language.actions
    if between.dep_ not in (ud.NOMINAL_MODIFIER, ud.POSSESSIVE) or clauses.preposition(between) not in rules.genitives:
        return
    entry = listed_noun(between.head.lemma_.lower(), nouns)
    if entry is not None and entry.verb and clauses.preposition(phrase) in rules.noun_only_prepositions:
        clauses.hang(phrase, between.head, phrase.dep_)


def _hang_complement(
    phrase: Token, times: Collection[int], language: Language, nouns: Mapping[str, ActionNoun]
) -> None:
    """Hang a phrase on the verb that asks for its preposition, if the noun before it does not.

    `overhandigde X aan de rechter`, `beschuldigt X van fraude`, `speculeren al maanden over X`.
    """
    noun, rules = phrase.head, language.actions
    verb, preposition = noun.head, clauses.preposition(phrase)
    if verb.pos_ != "VERB" or noun.i > phrase.i or not preposition:
        return
    is_of_time = noun.i in times and preposition in rules.loose_prepositions
    is_asked_for = noun.dep_ in _UNDERGOERS and _asks_for(verb, preposition, rules)
    if is_of_time or (is_asked_for and not _is_of(phrase, noun, language, nouns)):
        clauses.hang(phrase, verb, ud.OBLIQUE_ARGUMENT)


_UNDERGOERS = (ud.OBJECT, ud.PASSIVE_SUBJECT, ud.INDIRECT_OBJECT)


def _asks_for(verb: Token, preposition: str, rules: ActionRules) -> bool:
    lemma = infinitive(verb, rules)
    pair = f"{lemma} {preposition}"
    is_given = lemma in rules.giving and preposition in rules.giving_prepositions
    return is_given or pair in rules.frames or pair in rules.prepositional_objects


def _is_of(phrase: Token, noun: Token, language: Language, nouns: Mapping[str, ActionNoun]) -> bool:
    """Tell whether a phrase may belong to the noun: an action noun, or the owner or place of what it names."""
    entry = listed_noun(noun.lemma_.lower(), nouns)
    is_genitive = clauses.preposition(phrase) in language.actions.genitives
    is_action = entry is not None and bool(entry.verb)
    return is_action or (is_genitive and (not is_actor(noun, language) or is_actor(phrase, language)))
