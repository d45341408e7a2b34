"""What the labels of pipelines mean that do not follow Universal Dependencies."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelRules:
    """How the parses of other schemes become parses of Universal Dependencies; see `kg.nlp.labels`.

    A key of `labels` is a label, or a label and the tag or part of speech of the word that has it (`aux TO`); the
    narrowest counts.
    """

    subtypes: Mapping[str, str]
    """Labels that treebanks of the language add to Universal Dependencies, to those that kg reads."""
    names: Mapping[str, str]
    """Labels of recognisers of the language, to those of OntoNotes (`PER`: `PERSON`); empty for what is no name."""
    marks: frozenset[str]
    """Labels that only the other scheme has: a parser that knows one of them follows it."""
    labels: Mapping[str, str]
    """Label of the scheme -> label of Universal Dependencies."""
    labels_before: Mapping[str, str]
    """The same for words that stand before their head, where the label means another thing there."""
    prepositions: Mapping[str, str]
    """Label of a preposition that heads its phrase -> label of the phrase; empty: `nmod` at a noun, else `obl`."""
    objects: frozenset[str]
    """Labels of what such a preposition has below it, where that is a phrase."""
    clauses: frozenset[str]
    """The same, where it is a clause."""
    predicates: frozenset[str]
    """Labels of what a copula says of its subject; it becomes the head."""
    copulas: frozenset[str]
    """Lemmas of the verbs that are copulas."""
    verbs: frozenset[str]
    """Labels of the infinitive or participle below an auxiliary that heads the clause; it becomes the head."""
    auxiliary_tags: frozenset[str]
    """Tags of such auxiliaries."""
    passive_auxiliaries: frozenset[str]
    """Lemmas of those that make a participle passive."""
    participle_tags: frozenset[str]
    """Tags of past participles."""
    conjunctions: frozenset[str]
    """Labels of conjunctions, which hang on the conjunct before them and may head the one behind."""
    conjuncts: frozenset[str]
    """Labels of conjuncts, which may hang on one another."""
    relative_tags: frozenset[str]
    """Tags of pronouns that are relative ones in a relative clause."""
