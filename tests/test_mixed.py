"""Articles in several languages in one graph."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
import spacy
from spacy.util import registry

from kg.engine import cut
from kg.errors import LanguageError, OutputError, PipelineNotInstalled
from kg.export import Options
from kg.model import Document
from kg.ontology.check import check
from kg.pipeline import build, remove
from tests.asking import rows
from tests.gold import PARSES, gold_doc, read_sentences

Rows = list[tuple[str, ...]]

FILES = {"nl": "mixed.conllu", "en": "en_mixed.conllu", "de": "de_mixed.conllu"}
FORMATS = ("nquads", "turtle", "actions", "entities", "former-ids")


def pipeline(code: str, version: str = "1.0.0") -> str:
    """Install a pipeline that knows the sentences of the tests, one a paragraph, and return its name."""
    nlp = spacy.blank(code, meta={"name": "mixed", "version": version})
    nlp.tokenizer = lambda text: gold_doc((text,))
    name = f"{code}_mixed_{version}"
    registry.models.register(name, func=lambda: nlp)
    return name


@pytest.fixture(scope="module")
def pipelines() -> tuple[str, ...]:
    """Return a pipeline for each language."""
    return tuple(pipeline(code) for code in FILES)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with an article in each language, which say which one that is."""
    folder = tmp_path / "news"
    folder.mkdir()
    for code, name in FILES.items():
        sentences = [text for text, _ in read_sentences(PARSES / name)]
        text = f"language: {code}\ndate: 2020-03-0{len(code)}\n\n" + "\n\n".join(sentences)
        (folder / f"{code}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def built(news: Path, tmp_path: Path, pipelines: tuple[str, ...]) -> Path:
    """Return the folder of the graph of these articles."""
    output = tmp_path / "out"
    build([news], output, language="auto", pipeline=pipelines, formats=FORMATS)
    return output


@pytest.fixture
def ask(built: Path) -> Callable[[str], Rows]:
    """Return what a question finds in the graph, sorted."""
    return lambda question: sorted(rows(built, question))


def test_articles_of_three_languages_are_one_graph_that_conforms(built: Path, ask: Callable[[str], Rows]) -> None:
    assert ask("SELECT ?language { ?text a kg:Document ; dct:language ?language }") == [("de",), ("en",), ("nl",)]
    assert check(built).findings == ()


def test_a_person_of_articles_in_three_languages_is_one(ask: Callable[[str], Rows]) -> None:
    found = ask(
        """SELECT DISTINCT ?who ?language { ?who a kg:Person ; rdfs:label "Angela Merkel" .
        ?action kg:agent ?who ; kg:inDocument/dct:language ?language }"""
    )

    assert [language for _, language in found] == ["de", "en", "nl"]
    assert len({who for who, _ in found}) == 1


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ({"Duitsland", "Germany", "Deutschland"}, "kg:patient"),
        ({"Europese Commissie", "European Commission", "Europäische Kommission"}, "kg:patient"),
        ({"Keulen", "Cologne", "Köln"}, "kg:place"),
    ],
)
def test_what_is_called_otherwise_in_each_language_is_one_with_all_its_names(
    ask: Callable[[str], Rows], names: set[str], role: str
) -> None:
    values = " ".join(f'"{name}"' for name in sorted(names))
    found = ask(
        f"SELECT DISTINCT ?what ?name ?language {{ VALUES ?name {{ {values} }} ?what rdfs:label|skos:altLabel ?name . "
        f"?action {role} ?what ; kg:inDocument/dct:language ?language }}"
    )

    assert len({what for what, _, _ in found}) == 1
    assert {name for _, name, _ in found} == names
    assert {language for _, _, language in found} == set(FILES)


def test_the_adjective_of_a_country_means_the_same_one_in_each_language(ask: Callable[[str], Rows]) -> None:
    found = ask('SELECT DISTINCT ?country { ?bank kg:country ?country . ?country rdfs:label|skos:altLabel "Germany" }')

    assert len(found) == 1


def test_a_pronoun_refers_by_the_rules_of_its_own_language(ask: Callable[[str], Rows]) -> None:
    found = ask(
        """SELECT ?verb ?who { ?action kg:actionType/skos:prefLabel ?verb ; kg:agent/rdfs:label ?who .
        FILTER(STR(?verb) IN ("prijzen", "praise", "loben")) }"""
    )

    assert {("prijzen", "Anna Vermeer"), ("praise", "Anna Vermeer"), ("loben", "Anna Vermeer")} <= set(found)


def test_people_of_one_name_and_of_different_fields_of_life_are_two(tmp_path: Path, pipelines: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("taal: nl\n\nWethouder Jan Wouters bezocht de Duitse bank.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("taal: en\n\nGoalkeeper Jan Wouters visited the German bank.", encoding="utf-8")

    build([tmp_path], tmp_path / "out", language="auto", pipeline=pipelines, formats=["nquads"])

    question = 'SELECT DISTINCT ?who { ?who a kg:Person ; rdfs:label "Jan Wouters" }'
    assert len(rows(tmp_path / "out", question)) == 2


def test_people_of_one_name_whose_functions_mean_the_same_are_one(ask: Callable[[str], Rows]) -> None:
    found = ask(
        """SELECT DISTINCT ?who ?function { ?who a kg:Person ; rdfs:label "Anna Vermeer" ;
        kg:hasFunction/skos:prefLabel ?label BIND(CONCAT(STR(?label), "@", LANG(?label)) AS ?function) }"""
    )

    assert len({who for who, _ in found}) == 1
    assert [function for _, function in found] == ["Burgemeester@nl", "Bürgermeisterin@de", "Mayor@en"]


def test_actions_are_of_the_verbs_of_their_language(ask: Callable[[str], Rows]) -> None:
    base = Options().base
    found = ask(
        """SELECT DISTINCT ?type ?property ?language {
        ?action kg:actionType ?type ; kg:patient/rdfs:label "Deutschland" .
        ?type skos:prefLabel ?label ; kg:directProperty ?property BIND(LANG(?label) AS ?language) }"""
    )

    visits = [("de", "besuchen"), ("en", "visit"), ("nl", "bezoeken")]
    assert found == [(f"{base}verb/{code}/{verb}", f"{base}act/{code}/{verb}", code) for code, verb in visits]


def test_two_tellings_in_different_languages_stay_two(ask: Callable[[str], Rows]) -> None:
    assert ask("SELECT ?same { ?same a kg:SameHappening }") == []


def test_turtle_has_a_prefix_for_the_verbs_of_each_language(built: Path) -> None:
    turtle = (built / "graph.ttl").read_text(encoding="utf-8")

    assert [verb for verb in ("verb:bezoeken", "verb-en:visit", "verb-de:besuchen") if verb in turtle] == [
        "verb:bezoeken",
        "verb-en:visit",
        "verb-de:besuchen",
    ]


def test_a_named_question_answers_in_the_language_of_each_article(ask: Callable[[str], Rows]) -> None:
    assert ask("who-acts-on-whom")[:2] == [
        ("Anna Vermeer", "besuchen", "Deutschland"),
        ("Anna Vermeer", "bezoeken", "Deutschland"),
    ]


def test_a_name_in_one_language_finds_what_articles_in_all_tell(built: Path) -> None:
    assert {row[1] for row in rows(built, "together", actor="Germany")} >= {"Anna Vermeer"}


def test_the_graph_tells_the_pipelines_of_all_its_languages(ask: Callable[[str], Rows]) -> None:
    assert ask("SELECT ?pipeline { ?run kg:pipeline ?pipeline }") == [
        ("de_mixed 1.0.0, en_mixed 1.0.0, nl_mixed 1.0.0",)
    ]
    assert ("language=de en nl",) in ask("SELECT ?setting { ?run kg:setting ?setting }")


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_the_order_in_which_languages_are_added_changes_nothing(
    news: Path, built: Path, tmp_path: Path, pipelines: tuple[str, ...]
) -> None:
    for number, order in enumerate(list(permutations(FILES))[:3]):
        output = tmp_path / str(number)
        for code in order:
            build([news / f"{code}.txt"], output, language="auto", pipeline=pipelines, formats=FORMATS)

        assert outputs(output) == outputs(built)


def test_a_graph_of_one_language_is_that_of_a_build_in_it(
    news: Path, tmp_path: Path, pipelines: tuple[str, ...]
) -> None:
    build([news / "nl.txt"], tmp_path / "auto", language="auto", pipeline=pipelines)
    build([news / "nl.txt"], tmp_path / "dutch", language="nl", pipeline=pipelines[0])

    assert outputs(tmp_path / "auto") == outputs(tmp_path / "dutch")


def shards(folder: Path) -> set[str]:
    return {path.name for path in (folder / "work").rglob("*.parquet")} - {"articles.parquet"}


def test_articles_of_a_graph_in_one_language_are_not_read_again_when_others_join_them(
    news: Path, tmp_path: Path, pipelines: tuple[str, ...]
) -> None:
    build([news / "nl.txt"], tmp_path, language="nl", pipeline=pipelines[0], formats=FORMATS)
    before = shards(tmp_path)

    report = build([news / "en.txt"], tmp_path, language="auto", pipeline=pipelines, formats=FORMATS)

    assert report.articles == 2
    assert before < shards(tmp_path)


def test_another_pipeline_of_one_language_reads_no_article_of_the_others_anew(
    news: Path, built: Path, pipelines: tuple[str, ...]
) -> None:
    before = shards(built)
    dutch, _, german = pipelines

    build([news], built, language="auto", pipeline=(dutch, pipeline("en", "1.0.1"), german), formats=FORMATS)

    after = shards(built)
    assert (len(after - before), len(before - after)) == (1, 1)


def test_articles_of_one_language_are_read_together() -> None:
    articles = [
        (str(number), Document(str(number), "", language=code)) for number, code in enumerate(("nl", "en", "nl"))
    ]

    assert [task.keys for task in cut(articles)] == [("1",), ("0", "2")]


def test_nothing_is_removed_while_the_pipeline_of_another_article_is_missing(
    news: Path, built: Path, pipelines: tuple[str, ...]
) -> None:
    with pytest.raises(OutputError, match=r"was built with pipeline 'de_mixed 1.0.0, en_mixed 1.0.0, nl_mixed 1.0.0'"):
        remove([news / "de.txt"], built, pipeline=pipelines[:2])


def test_an_article_is_removed_from_a_graph_of_several_languages(
    news: Path, built: Path, tmp_path: Path, pipelines: tuple[str, ...]
) -> None:
    remove([news / "de.txt"], built, pipeline=pipelines)

    build([news / "nl.txt", news / "en.txt"], tmp_path / "two", language="auto", pipeline=pipelines, formats=FORMATS)
    assert outputs(built) == outputs(tmp_path / "two")


def test_a_build_in_one_language_forgets_no_article_in_another_unasked(
    news: Path, built: Path, pipelines: tuple[str, ...]
) -> None:
    with pytest.raises(OutputError, match=r"has articles in 'de', and this build reads 'nl': give --sync to forget"):
        build([news / "nl.txt"], built, language="nl", pipeline=pipelines[0], formats=FORMATS)


def test_the_page_speaks_the_language_of_most_articles(news: Path, tmp_path: Path, pipelines: tuple[str, ...]) -> None:
    (news / "more.txt").write_text("language: en\n\nMayor Anna Vermeer visited Germany.", encoding="utf-8")

    build([news], tmp_path / "out", language="auto", pipeline=pipelines, formats=["page"])

    assert '<html lang="en"' in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")


def test_a_pipeline_of_many_languages_serves_those_that_have_no_other(news: Path, tmp_path: Path) -> None:
    some = (pipeline("xx"), pipeline("nl"))

    build([news], tmp_path / "out", language="auto", pipeline=some, formats=["nquads"])

    [(told,)] = rows(tmp_path / "out", "SELECT ?pipeline { ?run kg:pipeline ?pipeline }")
    assert told == "xx_mixed 1.0.0, nl_mixed 1.0.0"


def test_one_pipeline_serves_each_language(news: Path, tmp_path: Path) -> None:
    twice = (pipeline("en"), pipeline("en", "2.0.0"))

    with pytest.raises(LanguageError, match="are pipelines for one language"):
        build([news], tmp_path / "out", language="auto", pipeline=twice)


def test_a_build_in_one_language_takes_one_pipeline(news: Path, tmp_path: Path, pipelines: tuple[str, ...]) -> None:
    with pytest.raises(LanguageError, match="is read by one pipeline"):
        build([news], tmp_path / "out", language="nl", pipeline=pipelines)


def test_a_pipeline_of_a_language_that_kg_does_not_have_is_refused(news: Path, tmp_path: Path) -> None:
    with pytest.raises(PipelineNotInstalled, match="is a pipeline for 'af', a language that kg does not have"):
        build([news], tmp_path / "out", language="auto", pipeline=pipeline("af"))
