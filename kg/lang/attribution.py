"""Words and marks that say who says so."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class AttributionRules:
    """How a language tells whose words or views something is. All words are lemmas unless said otherwise.

    They alone are equal to themselves, so that what is made of them is made once.
    """

    quote_marks: tuple[str, ...]
    """Families of marks that pair with each other, `opening closing`: `„“ ”“`."""
    apostrophe_words: frozenset[str]
    """What an apostrophe at the start of a word makes, without it: `s` in `'s avonds`; no quote opens there."""
    say: frozenset[str]
    """Verbs that report words (`zeggen dat`, `zeggen te`, `"...", zegt X`), with their particle."""
    think: frozenset[str]
    """Verbs that report a view (`denken dat`); with a bare infinitive they tell a wish, which is no claim."""
    ask: frozenset[str]
    """Verbs that report a question or demand: a claim with a clause (`eisen dat`, `vragen of`) only."""
    show: frozenset[str]
    """Verbs that report words if their subject is a person or organisation; figures only show (`aantonen`)."""
    announce: frozenset[str]
    """Verbs whose object names what is claimed: `kondigt de sluiting aan`, `ontkent de geruchten`."""
    announce_prepositions: frozenset[str]
    """Prepositions before such an object: `speculeren over`."""
    deny: frozenset[str]
    """Verbs that say that their content is not so."""
    call: frozenset[str]
    """Verbs beside which a few quoted words are their subject's: `noemt het plan "een schande"`."""
    speaker_prepositions: Mapping[str, str]
    """Verb -> preposition before the one who speaks: `luidt het bij X`, `blijkt uit X`."""
    sources: frozenset[str]
    """Prepositions before the one who says so, as written in lower case: `volgens`."""
    sources_behind: frozenset[str]
    """Those of them that stand behind the one who says so: German `zufolge`."""
    source_phrases: tuple[str, ...]
    """Phrases in lower case, a blank between words, before the one who says so: `naar het oordeel van`."""
    no_sources: frozenset[str]
    """Nouns after such a preposition that say nothing: `volgens plan`."""
    own_words: tuple[str, ...]
    """Phrases in lower case, a blank between words, that make the subject the one who says so: `naar eigen zeggen`."""
    nouns: frozenset[str]
    """Nouns for what somebody says or thinks: `de verklaring van X dat`."""
    views: frozenset[str]
    """Nouns and adjectives that make a view of their subject: `is van mening dat`, `is ervan overtuigd dat`."""
    noun_verbs: frozenset[str]
    """Verbs whose subject is the one who says what such a noun, their object, is about: `uitte de kritiek dat`."""
    possessors: frozenset[str]
    """Prepositions between such a noun and the one whose words they are."""
    documents: frozenset[str]
    """Nouns for what somebody publishes; whose it is, says what it says: `uit cijfers van X blijkt`."""
    pointers: frozenset[str]
    """Pronouns in lower case for what was said just before: `dat meldt X`, `X ontkent dit`."""
    found_states: frozenset[str]
    """Words that say how something was found, not what somebody thinks of it (`dood`)."""
    falsehoods: frozenset[str]
    """Nouns and adjectives beside a verb of `call` that deny its object: `noemt dat onzin`."""
    no_speakers: frozenset[str]
    """Pronouns that name nobody: `er`, `men`, `dat`."""
    first_person: frozenset[str]
    """Pronouns of the one who speaks, in lower case; they show that quoted sentences are somebody's words."""
    complementizers: frozenset[str]
    """Words in lower case that open a reported clause: `dat`, `of`."""
    question_words: frozenset[str]
    """Words in lower case that open a question: who does not answer it says nothing (`wil niet zeggen of`)."""
    fillers: frozenset[str]
    """Words in lower case that may stand between a quote and its verb: `zo`, `dus`."""
