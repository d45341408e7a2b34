"""The vocabulary in ontology/ and its closed namespace."""

import inspect
import re
from enum import StrEnum
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg.ontology
from kg import model
from kg.errors import OntologyError
from kg.model import Modality, Role
from kg.ontology import NAMESPACE, PREFIXES, code_names, folder, question_files, term, term_of, terms

ONTOLOGY = "https://w3id.org/newskg/ontology"
ENUMERATIONS = [
    kind for _, kind in inspect.getmembers(model, inspect.isclass) if issubclass(kind, StrEnum) and kind is not StrEnum
]
MEMBERS = [member for kind in ENUMERATIONS for member in kind]


def read(name: str) -> ox.Store:
    store = ox.Store()
    store.load(path=folder() / name, format=ox.RdfFormat.TURTLE)
    return store


def select(store: ox.Store, pattern: str) -> list[str]:
    rows = store.query(f"SELECT DISTINCT ?x WHERE {{ {pattern} }}", prefixes=dict(PREFIXES))
    assert isinstance(rows, ox.QuerySolutions)
    return sorted(str(row["x"]) for row in rows)


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_every_member_of_an_enumeration_has_a_term(member: StrEnum) -> None:
    assert term_of(member).startswith(NAMESPACE)


def test_every_term_that_names_a_member_of_an_enumeration_has_one() -> None:
    assert set(code_names()) == {f"{type(member).__name__}.{member.name}" for member in MEMBERS}


def test_a_role_is_a_property_of_the_same_name() -> None:
    assert {role.value: term_of(role) for role in Role} == {role.value: NAMESPACE + role.value for role in Role}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("words", ["rdfs:label", "rdfs:comment"])
def test_every_term_is_labelled_and_explained_in_dutch_and_english(words: str, language: str) -> None:
    pattern = f'?x a ?kind FILTER(STRSTARTS(STR(?x), "{NAMESPACE}"))'
    without = f'FILTER NOT EXISTS {{ ?x {words} ?text FILTER(LANG(?text) = "{language}") }}'

    assert select(read("kg.ttl"), f"{pattern} {without}") == []


def test_every_term_has_an_example() -> None:
    declared = f'?x a ?kind FILTER(STRSTARTS(STR(?x), "{NAMESPACE}"))'

    assert select(read("kg.ttl"), f"{declared} FILTER NOT EXISTS {{ ?x skos:example ?words }}") == []


@pytest.mark.parametrize("name", ["kg.ttl", "alignment.ttl", "shapes.ttl"])
def test_every_file_of_the_ontology_has_a_version_and_a_licence(name: str) -> None:
    whole = "?x a owl:Ontology ; owl:versionIRI ?version ; owl:versionInfo ?number ; dct:license ?licence"

    assert len(select(read(name), whole)) == 1


@pytest.mark.parametrize("edge", ["rdfs:domain", "rdfs:range"])
def test_every_property_has_a_domain_and_a_range(edge: str) -> None:
    kinds = "VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }"

    assert select(read("kg.ttl"), f"{kinds} ?x a ?kind FILTER NOT EXISTS {{ ?x {edge} ?end }}") == []


def test_the_vocabulary_speaks_of_no_term_that_it_does_not_declare() -> None:
    store = read("kg.ttl")
    store.load(path=folder() / "alignment.ttl", format=ox.RdfFormat.TURTLE)
    store.load(path=folder() / "shapes.ttl", format=ox.RdfFormat.TURTLE)
    used = select(store, "{ ?x ?p ?o } UNION { ?s ?x ?o } UNION { ?s ?p ?x }")
    ours = {iri[1:-1].removeprefix(NAMESPACE) for iri in used if iri.startswith(f"<{NAMESPACE}")}

    assert ours - terms() == set()


@pytest.mark.parametrize("kind", ["queries", "checks"])
def test_questions_speak_of_no_term_that_the_vocabulary_does_not_declare(kind: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in question_files(kind).values()]
    used = {name for text in texts for name in re.findall(r"\bkg:(\w+)", text)}

    assert texts
    assert used - terms() == set()


@pytest.mark.parametrize("kind", ["queries", "checks"])
def test_questions_run_in_any_tool_as_they_stand(kind: str) -> None:
    for path in question_files(kind).values():
        ox.Store().query(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["kg.ttl", "alignment.ttl"])
def test_the_vocabulary_has_no_blank_nodes(name: str) -> None:
    assert select(read(name), "?x ?p ?o FILTER(ISBLANK(?x) || ISBLANK(?o))") == []


def test_alignment_makes_nothing_equivalent_and_imports_nothing() -> None:
    used = select(read("alignment.ttl"), "?s ?x ?o")

    assert [iri for iri in used if "equivalent" in iri or "imports" in iri or "disjoint" in iri] == []


def test_alignment_never_makes_an_action_an_instance_of_its_verb() -> None:
    assert select(read("alignment.ttl"), "kg:actionType rdfs:subPropertyOf ?x") == []


def test_every_term_of_the_alignment_below_another_is_ours() -> None:
    below = select(read("alignment.ttl"), "?x rdfs:subClassOf|rdfs:subPropertyOf ?y")

    assert [iri for iri in below if not iri.startswith(f"<{NAMESPACE}")] == []


def test_the_namespace_is_closed() -> None:
    with pytest.raises(OntologyError, match=r"kg:agens: kg\.ttl declares no such term"):
        term("agens")


def test_a_term_is_found_by_its_name_and_by_its_member() -> None:
    assert term("Future") == term_of(Modality.FUTURE) == f"{NAMESPACE}Future"


def test_an_installed_kg_reads_the_ontology_beside_its_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kg" / "_ontology").mkdir(parents=True)
    (tmp_path / "kg" / "_ontology" / "kg.ttl").touch()
    monkeypatch.setattr(kg.ontology, "__file__", str(tmp_path / "kg" / "ontology" / "__init__.py"))

    assert folder() == tmp_path / "kg" / "_ontology"


def test_a_kg_without_its_ontology_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.ontology, "__file__", str(tmp_path / "kg" / "ontology" / "__init__.py"))

    with pytest.raises(OntologyError, match="not installed"):
        folder()


def test_the_readme_lists_every_question() -> None:
    listed = re.findall(r"^\| `([\w-]+)`", (folder() / "README.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(listed) == sorted(question_files())
