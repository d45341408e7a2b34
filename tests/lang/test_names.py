"""The rules for names of every language."""

from kg.lang import Language
from kg.lang.names import Evidence


def test_every_kind_of_evidence_has_a_weight(dutch: Language) -> None:
    assert set(dutch.names.evidence) == {evidence.value for evidence in Evidence}
