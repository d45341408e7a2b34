"""The tree that rules walk over: what hangs on what, and what is known of a word when that changes."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.syntax.memory import remembered
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.model import Word
from tests.extract.trees import tree_of

Parsed = Callable[..., Doc]
SENTENCE = "De molenaar belooft het dak te herstellen."


def word(tree: Tree, text: str) -> Token:
    return next(token for token in tree if token.text == text)


def edges(token: Token) -> tuple[str, str]:
    return token.left_edge.text, token.right_edge.text


def test_what_hangs_on_a_word_stands_in_text_order_around_it(parsed: Parsed) -> None:
    verb = word(tree_of(parsed(SENTENCE)), "belooft")

    assert [child.text for child in verb.children] == ["molenaar", "herstellen", "."]
    assert ([child.text for child in verb.lefts], edges(verb)) == (["molenaar"], ("De", "."))


def test_a_tree_says_of_gold_parses_what_spacy_says(parsed: Parsed) -> None:
    doc = parsed(SENTENCE, "De bakker hoorde een knal en zag de molen instorten.")

    tree = tree_of(doc)

    assert [sent.text for sent in tree.sents] == [sent.text for sent in doc.sents]
    assert [edges(token) for token in tree] == [(token.left_edge.text, token.right_edge.text) for token in doc]
    assert [[one.i for one in token.ancestors] for token in tree] == [
        [one.i for one in token.ancestors] for token in doc
    ]
    assert [tree.stretch(start, start + 3).root.i for start in range(9)] == [
        doc[start : start + 3].root.i for start in range(9)
    ]


def test_edges_follow_a_word_that_is_hung_elsewhere(parsed: Parsed) -> None:
    tree = tree_of(parsed(SENTENCE))

    word(tree, "dak").hang(word(tree, "molenaar"), "appos")

    assert edges(word(tree, "molenaar")) == ("De", "dak")
    assert edges(word(tree, "herstellen")) == ("te", "herstellen")
    assert edges(word(tree, "belooft")) == ("De", ".")


def test_a_head_far_away_is_among_the_edges_of_all_above_it() -> None:
    """`c` hangs on `a` across its own head's head: no projective tree."""
    heads = {"a": 1, "b": 1, "c": 0, "d": 2}
    words = [Word(i, i + 1, "", "X", "", text, head, "dep", "O") for i, (text, head) in enumerate(heads.items())]

    tree = Tree(words, "abcd")

    assert [edges(token) for token in tree] == [("a", "d"), ("a", "d"), ("c", "d"), ("d", "d")]
    assert [len(sent) for sent in tree.sents] == [4]


@pytest.mark.parametrize(
    ("start", "end", "covering", "within"),
    [
        (3, 11, ["molenaar"], ["molenaar"]),
        (4, 13, ["molenaar", "belooft"], []),
        (2, 12, ["molenaar"], ["molenaar"]),
    ],
)
def test_words_are_found_by_their_characters(
    start: int, end: int, covering: list[str], within: list[str], parsed: Parsed
) -> None:
    tree = tree_of(parsed(SENTENCE))

    assert [token.text for token in tree.covering(start, end) or ()] == covering
    assert [token.text for token in tree.within(start, end) or ()] == within


def test_characters_outside_the_text_have_no_words(parsed: Parsed) -> None:
    tree = tree_of(parsed(SENTENCE))

    assert (tree.covering(0, 1_000), tree.within(-1, 4)) == (None, None)


def test_names_are_told_apart_by_where_they_begin() -> None:
    entities = ["B-PERSON", "B-PERSON", "I-PERSON", "I-ORG", "O"]
    words = [Word(i, i + 1, "", "X", "", "", 0, "dep", entity) for i, entity in enumerate(entities)]

    tree = Tree(words, "abcde")

    assert [(name.text, name.label_) for name in tree.ents] == [("a", "PERSON"), ("bc", "PERSON"), ("d", "ORG")]


def test_an_answer_is_worked_out_once_and_anew_when_the_tree_changes(parsed: Parsed) -> None:
    asked: list[str] = []

    @remembered
    def label(token: Token, rules: None) -> str:
        asked.append(token.text)
        return token.dep_

    tree = tree_of(parsed(SENTENCE))
    roof = word(tree, "dak")

    before = [label(roof, None), label(roof, None)]
    roof.mend(label="obl")

    assert (before, label(roof, None), asked) == (["obj", "obj"], "obl", ["dak", "dak"])
