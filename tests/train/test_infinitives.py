import re
from pathlib import Path

import pytest

import kg.lang
from kg.neural.infinitives import Verbs
from kg.train.conllu import Sentence, sentences_from
from kg.train.verbs import collect_verbs

VERBS = Verbs(
    seen=frozenset({"schrappen", "opstappen"}),
    known=frozenset({"sturen", "houden", "overstromen", "opstappen", "werken", "eisen", "schrapen", "schrappen"}),
    particles=("weg", "aan", "op"),
    impossible=re.compile(r"[^n]$|(oo|aa)[mr]en$|^ë"),
)
FORMS = {"gestuurd": "sturen", "gekomen": "komen"}
OWN = Path(kg.lang.__file__).parent / "nl" / "training.verbs.txt"


def chosen(form: str, *lemmas: tuple[float, str]) -> str:
    return VERBS.choose(form, lemmas, FORMS.get)


def test_a_known_verb_comes_before_a_better_score() -> None:
    assert chosen("overstroomd", (5.0, "overstroomen"), (2.0, "overstromen")) == "overstromen"


def test_of_known_verbs_that_of_the_treebank_comes_first() -> None:
    assert chosen("schrapt", (5.0, "schrapen"), (4.0, "schrappen")) == "schrappen"


def test_a_diaeresis_goes_with_the_prefix_that_asked_for_it() -> None:
    assert chosen("geëist", (5.0, "ëisten"), (4.0, "ëisen")) == "eisen"


def test_a_particle_that_the_form_has_not_is_not_guessed() -> None:
    assert chosen("stapte", (5.0, "opstappen"), (4.0, "stappen")) == "stappen"


def test_a_particle_and_a_known_form_make_a_verb() -> None:
    assert chosen("weggestuurd", (5.0, "weggestuurlen")) == "wegsturen"


def test_a_compound_of_a_known_verb_is_a_verb() -> None:
    assert chosen("wegwerkt", (5.0, "wegwerkken"), (4.0, "wegwerken")) == "wegwerken"


def test_of_unknown_verbs_the_best_with_a_possible_spelling_is_taken() -> None:
    assert chosen("blaamde", (5.0, "blaamen"), (4.0, "blamen"), (3.0, "blaam")) == "blamen"


def test_where_no_spelling_is_possible_the_best_score_decides() -> None:
    assert chosen("blaamde", (5.0, "blaamde"), (4.0, "blaamen")) == "blaamde"


@pytest.mark.parametrize(
    ("lemma", "separated", "whole"),
    [
        ("stappen", ["op"], "opstappen"),
        ("stappen", ["aan", "op"], "opstappen"),
        ("brengen", ["aan"], "aanbrengen"),
        ("opstappen", ["op"], "opstappen"),
        ("laten", ["zien"], "laten"),
        ("komen", [], "komen"),
    ],
)
def test_a_verb_takes_its_particle_along(lemma: str, separated: list[str], whole: str) -> None:
    assert VERBS.with_particle(lemma, separated) == whole


def sentence(*rows: str) -> Sentence:
    """Return a sentence of rows `form lemma UPOS head relation`."""
    cells = (row.split() for row in rows)
    lines = [f"{i}\t{f}\t{lemma}\t{u}\tT\t_\t{h}\t{d}\t_\t_" for i, (f, lemma, u, h, d) in enumerate(cells, start=1)]
    return next(sentences_from(lines))


def test_particles_are_learnt_from_lemmas_they_stand_in() -> None:
    together = sentence("belde opbellen VERB 0 root", "op op ADP 1 compound:prt")
    apart = sentence("liet laten VERB 0 root", "zien zien VERB 1 compound:prt")
    phrase = sentence("nam nemen VERB 0 root", "in in ADP 1 compound:prt", "beslag beslag NOUN 2 fixed")

    verbs = collect_verbs([together, apart, phrase, phrase], Path("none"))

    assert verbs["particles"] == ["op"]


def test_verbs_come_from_the_treebank_and_the_list_without_misspellings(tmp_path: Path) -> None:
    own = tmp_path / "verbs.txt"
    own.write_text("[impossible]\noo.en$\n[infinitive]\ncroonen\n", encoding="utf-8")
    treebank = [
        sentence("loopt loopen VERB 0 root"),
        sentence("gaat gaan VERB 0 root"),
        sentence("huis huis NOUN 0 root"),
    ]

    verbs = Verbs.from_values({"known": (), **collect_verbs(treebank, own)})

    assert verbs.known == {"croonen", "gaan"}
    assert verbs.impossible.search("loopen")


@pytest.mark.parametrize(
    "form", ["overstroomen", "ëisten", "geëffenen", "uitlooflen", "uitlietten", "handhafen", "bestoekten", "kicknen"]
)
def test_what_is_not_spelled_like_a_dutch_infinitive_is_none(form: str) -> None:
    verbs = Verbs.from_values({"known": (), **collect_verbs([], OWN)})

    assert verbs.impossible.search(form)


@pytest.mark.parametrize(
    "form", ["lopen", "gaan", "zien", "zetten", "redden", "wachten", "eisen", "skiën", "eten", "hopen"]
)
def test_dutch_infinitives_are_possible(form: str) -> None:
    verbs = Verbs.from_values({"known": (), **collect_verbs([], OWN)})

    assert not verbs.impossible.search(form)
