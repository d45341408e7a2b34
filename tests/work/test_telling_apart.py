"""Each article of a graph has an id of its own, whatever order they came in."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

from kg.model import Document
from kg.read import Skipped, Source, Warned
from kg.update import Corpus, Intake, gather, told_apart, without
from kg.work.articles import State
from kg.work.shards import Shards


def corpus_of(folder: Path, *documents: Document) -> Corpus:
    """Return the corpus of articles that come from standard input."""
    intake = Intake(lambda sources: documents if sources else (), "", frozenset({"nl"}), folder)
    gathered = gather([Source("stdin", "standard input", None)], State(), intake, kept=(), sync=False)
    return told_apart(gathered, State(), Shards(folder), kept=(), makers={"nl": ""}, left_out=())


def test_articles_that_share_an_id_are_told_apart_whatever_their_order(tmp_path: Path) -> None:
    articles = [Document("brug", text) for text in ("Dicht.", "Open.", "Weg.")]

    results = {corpus_of(tmp_path, *order).unread for order in permutations(articles)}

    [result] = results
    assert len({document.id for _, document in result}) == 3


def test_an_article_that_is_given_twice_is_built_once_with_a_warning(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, Document("brug", "Dicht."), Document("brug", "Dicht."))

    assert corpus.doubts == (Warned("brug", "was given 2 times with the same words; it is built once"),)
    assert [document for _, document in corpus.unread] == [Document("brug", "Dicht.")]


def test_articles_of_one_id_that_are_given_twice_each_are_counted_by_their_words(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, *(Document("brug", text) for text in ("Dicht.", "Dicht.", "Open.", "Open.", "Weg.")))

    ids = [document.id for _, document in corpus.unread]
    assert len(ids) == 3
    assert {one.reason for one in corpus.doubts} == {"was given 2 times with the same words; it is built once"}
    assert len({one.where for one in corpus.doubts} & set(ids)) == len(corpus.doubts) == 2


def test_of_the_same_words_with_other_marks_the_same_one_is_built_whatever_their_order(tmp_path: Path) -> None:
    articles = [Document("brug", "Dicht.", section=section) for section in ("Regio", "Verkeer")]

    corpora = {corpus_of(tmp_path, *order) for order in permutations(articles)}

    [corpus] = corpora
    assert [document.id for _, document in corpus.unread] == ["brug", "brug"]
    assert len(corpus.keys) == 1
    assert len(corpus.kept_keys) == 2


def test_an_id_that_is_taken_only_by_one_stays_as_it_is(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, Document("b", "B."), Document("a", "A."))

    assert [document.id for _, document in corpus.unread] == ["a", "b"]


def test_an_id_that_looks_like_one_told_apart_is_no_other_article(tmp_path: Path) -> None:
    twins = [Document("brug", text) for text in ("Dicht.", "Open.")]
    [first, _] = (document.id for _, document in corpus_of(tmp_path, *twins).unread)

    corpus = corpus_of(tmp_path, *twins, Document(first, "Weg."))

    assert len({document.id for _, document in corpus.unread}) == 3


def test_a_file_with_an_article_that_failed_is_read_again(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, Document("a", "A."), Document("b", "B."))
    places = tuple(replace(place, file_hash="1") for place in corpus.places)

    left = replace(corpus, places=places).without([Skipped("a", "kg failed on it")])

    assert [(place.id, place.file_hash) for place in left.places] == [("b", "")]


def test_an_article_from_the_web_is_removed_by_its_address(tmp_path: Path) -> None:
    place = corpus_of(tmp_path, Document("a", "A.")).places[0]
    pages = [replace(place, id=name, file=f"https://kustbode.example/{name}") for name in ("brug", "gent")]

    left = without(State(tuple(pages)), ["https://kustbode.example/brug"], tmp_path)

    assert [page.id for page in left.articles] == ["gent"]
