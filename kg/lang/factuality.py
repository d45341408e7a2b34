"""Words that say whether, how surely and in which way something happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Certainty, Modality


@dataclass(frozen=True, slots=True, eq=False)
class FactualityRules:
    """Words of a language that make a clause something else than a fact.

    They alone are equal to themselves, so that what is made of them is made once.
    """

    negators: frozenset[str]
    """Adverbs that deny the verb they belong to (`niet`, `nooit`)."""
    negator_cancels: frozenset[str]
    """Words after a negator that take its force away (`niet alleen`)."""
    contrasts: frozenset[str]
    """Conjunctions that put what is so beside what is not (`niet de burgemeester maar de wethouder`)."""
    negative_words: frozenset[str]
    """Determiners and pronouns that deny the clause they take part in (`geen`, `niemand`, `noch`)."""
    negative_markers: frozenset[str]
    """Words before a clause that deny it (`zonder te`)."""
    negative_governors: frozenset[str]
    """Verbs, nouns and adjectives whose complement does not happen (`weigeren te`, `voorkomen dat`)."""
    neg_raising: frozenset[str]
    """Verbs whose negation is meant for their complement (`denkt niet dat`, `lijkt niet te`)."""
    evidence: frozenset[str]
    """Words that tell of proof or of what can be; denied, they leave their complement open (`niet bewezen dat`)."""
    content_verbs: frozenset[str]
    """Verbs beside which a clause completes the noun that is their subject or object (`het gerucht gaat dat`)."""
    inquiries: frozenset[str]
    """Verbs beside which a clause is an open question, however the parse joins the two (`onderzoekt of`)."""
    rumours: frozenset[str]
    """Verbs of saying and accusing that tell hearsay where nobody is said to say it (`er wordt beweerd dat`)."""
    accusations: frozenset[str]
    """`verb preposition`, where the phrase names what somebody is only suspected of (`verdenken van`)."""
    accusing_prepositions: frozenset[str]
    """What stands before an act that somebody is only suspected of (`op verdenking van`)."""
    happenings: frozenset[str]
    """Verbs that say of an action that it takes place: it is as certain as they are (`de bouw moet beginnen`)."""
    wishes: frozenset[str]
    """Adverbs that make what a verb reports a wish (`zou liever zien dat X`)."""
    adverb_certainty: Mapping[str, Certainty]
    """Adverb -> certainty of the clause (`misschien`: possible)."""
    adverb_modality: Mapping[str, Modality]
    """Adverb or fixed phrase -> modality of the clause."""
    phrase_certainty: Mapping[str, Certainty]
    """Prepositional phrase, in lower case -> certainty (`naar verluidt`)."""
    phrase_modality: Mapping[str, Modality]
    """Prepositional phrase, in lower case -> modality (`naar verwachting`)."""
    auxiliary_modality: Mapping[str, Modality]
    """Auxiliary or semi-auxiliary -> modality (`moeten`: obligation)."""
    auxiliary_certainty: Mapping[str, Certainty]
    """Auxiliary or semi-auxiliary -> certainty (`lijken`: probable)."""
    perfect_auxiliaries: frozenset[str]
    """Auxiliaries of what has already happened (`heeft gewonnen`)."""
    hearsay_auxiliaries: frozenset[str]
    """Auxiliaries that in the past tense mark hearsay or a condition (`zou`)."""
    governor_modality: Mapping[str, Modality]
    """Verb, noun or adjective -> modality of its complement (`eisen dat`, `plan om`)."""
    governor_certainty: Mapping[str, Certainty]
    """Verb, noun or adjective -> certainty of its complement (`vermoeden dat`)."""
    object_modality: Mapping[str, Modality]
    """Verb -> modality of the action that its object names (`eist de sluiting`)."""
    purpose_markers: frozenset[str]
    """Words before an infinitive of purpose (`om`)."""
    condition_markers: frozenset[str]
    """Words before a condition (`als`, `indien`)."""
    ground_markers: frozenset[str]
    """Words before the clause that tells why something was done (`omdat`)."""
    condition_answers: frozenset[str]
    """Adverbs that open what follows a condition (`Wint X, dan`)."""
    interventions: frozenset[str]
    """Nouns for what somebody else does against what happens: behind `zonder` a condition (`zonder ingrijpen`)."""
    helps: frozenset[str]
    """Nouns for what is needed to come through: a condition where `zonder` opens the clause (`zonder hulp was`)."""
    otherwise: frozenset[str]
    """Adverbs that stand for the condition that is not so (`anders had`)."""
    plain_passives: frozenset[str]
    """Verbs that with `te` after a copula tell a fact, not what can be done (`is te wijten aan`)."""
    speculations: frozenset[str]
    """`verb preposition`, where the phrase names an action that is only thought of (`speculeren over`)."""
    question_markers: frozenset[str]
    """Words before an open question (`of`)."""
    question_mark: str
    """Mark at the end of a question."""

    priority: tuple[Modality, ...]
    """Which modality is told where a clause has several: the first of these."""
