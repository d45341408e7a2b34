"""Labels of Universal Dependencies, and what goes together of them; everything else compares with these.

They are whole labels as https://universaldependencies.org/nl/dep/ has them, but for the root, which spaCy writes in
capitals.
"""

ADJECTIVAL_CLAUSE = "acl"
ADJECTIVAL_MODIFIER = "amod"
ADVERBIAL_CLAUSE = "advcl"
ADVERBIAL_MODIFIER = "advmod"
APPOSITION = "appos"
AUXILIARY = "aux"
CASE = "case"
CLAUSAL_COMPLEMENT = "ccomp"
CLAUSAL_PASSIVE_SUBJECT = "csubj:pass"
CLAUSAL_SUBJECT = "csubj"
COMPOUND = "compound"
CONJUNCT = "conj"
COORDINATION = "cc"
COPULA = "cop"
DETERMINER = "det"
EXPLETIVE = "expl"
EXPLETIVE_IMPERSONAL = "expl:impers"
EXPLETIVE_PASSIVE = "expl:pass"
EXPLETIVE_REFLEXIVE = "expl:pv"
FIXED = "fixed"
FLAT = "flat"
INDIRECT_OBJECT = "iobj"
MARKER = "mark"
NOMINAL_MODIFIER = "nmod"
NUMERAL_MODIFIER = "nummod"
OBJECT = "obj"
OBLIQUE = "obl"
OBLIQUE_AGENT = "obl:agent"
OBLIQUE_ARGUMENT = "obl:arg"
OBLIQUE_TIME = "obl:tmod"
OPEN_COMPLEMENT = "xcomp"
ORPHAN = "orphan"
OUTER_CLAUSAL_SUBJECT = "csubj:outer"
OUTER_SUBJECT = "nsubj:outer"
PARATAXIS = "parataxis"
PARTICLE = "compound:prt"
PASSIVE_AUXILIARY = "aux:pass"
PASSIVE_SUBJECT = "nsubj:pass"
POSSESSIVE = "nmod:poss"
PRECONJUNCTION = "cc:preconj"
PUNCTUATION = "punct"
RELATIVE_CLAUSE = "acl:relcl"
ROOT = "ROOT"
SUBJECT = "nsubj"
UNKNOWN = "dep"

SUBJECTS = (SUBJECT, PASSIVE_SUBJECT)
"""Subjects of a verb that are phrases."""
ALL_SUBJECTS = frozenset({*SUBJECTS, OUTER_SUBJECT, CLAUSAL_SUBJECT, CLAUSAL_PASSIVE_SUBJECT, OUTER_CLAUSAL_SUBJECT})
"""Subjects of verbs and copulas, clauses included."""
AUXILIARIES = (AUXILIARY, PASSIVE_AUXILIARY)
COMPLEMENTS = (OPEN_COMPLEMENT, CLAUSAL_COMPLEMENT, CLAUSAL_SUBJECT)

VERBAL = frozenset({"VERB", "AUX"})
"""The parts of speech of verbs: https://universaldependencies.org/u/pos/"""
