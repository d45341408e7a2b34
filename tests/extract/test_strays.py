"""What a parser hangs on the neighbour of a word hangs where the clause has it."""

from collections.abc import Callable, Mapping

import pytest
from spacy.tokens import Doc, Token

from kg.extract.mending import mend
from kg.extract.times import extract_times
from kg.lang import Language
from kg.model import Document
from tests.extract.trees import tree_of

Parsed = Callable[..., Doc]
Arcs = Mapping[str, tuple[str, str]]
"""Word -> its head and label."""


def _hung(doc: Doc, arcs: Arcs) -> Doc:
    """Return the parse with these arcs in it."""
    for word, (head, label) in arcs.items():
        token = _token(doc, word)
        token.head, token.dep_ = _token(doc, head), label
    return doc


def _token(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def _arcs(doc: Doc, language: Language, *words: str) -> Arcs:
    """Return the arcs of some words after mending."""
    tree = tree_of(doc)
    times = extract_times(tree, Document("article", tree.text, published="2020-09-16"), language)
    mend(tree, times, language)
    found = {token.text: token for token in reversed(tree)}
    return {word: (found[word].head.text, found[word].dep_) for word in words}


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        (
            "HOORN - Molenaar Mulder verkoopt zijn schip.",
            {"HOORN": ("verkoopt", "nsubj"), "Molenaar": ("HOORN", "appos")},
            {"Molenaar": ("verkoopt", "nsubj")},
        ),
        (
            "De rechter heeft bakker De Boer dinsdag veroordeeld.",
            {"dinsdag": ("Boer", "flat")},
            {"dinsdag": ("veroordeeld", "obl")},
        ),
        (
            "De gids waarschuwde de vissers niet met vuur te spelen.",
            {"niet": ("waarschuwde", "advmod")},
            {"niet": ("spelen", "advmod")},
        ),
        (
            "De vissers lieten weten de haven te willen verlaten.",
            {"willen": ("lieten", "ccomp"), "weten": ("willen", "xcomp")},
            {"weten": ("lieten", "xcomp"), "willen": ("weten", "ccomp")},
        ),
        (
            "De bakker hoorde een knal en zag de molen instorten.",
            {"instorten": ("hoorde", "conj")},
            {"instorten": ("zag", "xcomp")},
        ),
        (
            "De raad eist dat de haven sluit en dreigt met een boete.",
            {"dreigt": ("sluit", "conj")},
            {"dreigt": ("eist", "conj")},
        ),
        (
            "Nadat een visser aangifte had gedaan, kwam de politie.",
            {"aangifte": ("visser", "nmod")},
            {"aangifte": ("gedaan", "obj")},
        ),
        (
            "URK (ANP) - De raad koopt een molen.",
            {"URK": ("koopt", "nsubj"), "raad": ("URK", "appos")},
            {"raad": ("koopt", "nsubj")},
        ),
        (
            "Rotterdam - Feyenoord koopt een spits.",
            {"Rotterdam": ("koopt", "nsubj"), "Feyenoord": ("Rotterdam", "nmod")},
            {"Feyenoord": ("koopt", "nsubj")},
        ),
        (
            "Nederland - Duitsland eindigde gelijk.",
            {"Duitsland": ("Nederland", "nmod")},
            {"Nederland": ("eindigde", "nsubj")},
        ),
        (
            "Een woordvoerder van de raad zei dat de haven sluit.",
            {
                "woordvoerder": ("woordvoerder", "ROOT"),
                "zei": ("woordvoerder", "parataxis"),
                ".": ("woordvoerder", "punct"),
                "haven": ("zei", "nsubj"),
            },
            {"woordvoerder": ("zei", "nsubj"), "zei": ("zei", "ROOT"), "haven": ("sluit", "nsubj")},
        ),
        (
            "In Urk werden de vissers zaterdag geprezen.",
            {"zaterdag": ("vissers", "nmod")},
            {"zaterdag": ("geprezen", "obl")},
        ),
        (
            "De wethouder roept de vissers op de haven te verlaten.",
            {"op": ("haven", "case"), "haven": ("verlaten", "obl")},
            {"op": ("roept", "compound:prt"), "haven": ("verlaten", "obj")},
        ),
        (
            "De gids zegt dat overleg niets heeft opgeleverd.",
            {"dat": ("overleg", "det"), "overleg": ("opgeleverd", "obj")},
            {"dat": ("opgeleverd", "mark"), "overleg": ("opgeleverd", "nsubj")},
        ),
        (
            "Gisteren oordeelde het hof dat de rederij een regel had geschonden.",
            {"dat": ("geschonden", "obj"), "geschonden": ("hof", "acl:relcl")},
            {"dat": ("geschonden", "mark"), "geschonden": ("oordeelde", "ccomp")},
        ),
        (
            "De voorzitter erkent dat er schade is, maar wil geen geld geven.",
            {"wil": ("is", "conj")},
            {"wil": ("erkent", "conj")},
        ),
        (
            "De bond wil dat Pieters opstapt.",
            {"dat": ("opstapt", "obj"), "Pieters": ("opstapt", "obj")},
            {"dat": ("opstapt", "mark"), "Pieters": ("opstapt", "nsubj")},
        ),
        (
            "Een vrouw riep dat de dijk bezweek.",
            {"dat": ("bezweek", "obj"), "bezweek": ("vrouw", "acl:relcl")},
            {"dat": ("bezweek", "mark"), "bezweek": ("riep", "ccomp")},
        ),
        (
            "De wethouder riep bewoners op binnen te blijven.",
            {"op": ("blijven", "compound:prt"), "bewoners": ("blijven", "obj")},
            {"op": ("riep", "compound:prt"), "bewoners": ("riep", "obj"), "binnen": ("blijven", "compound:prt")},
        ),
        (
            "In mei nam het concern branchegenoot Zonmaat over.",
            {"branchegenoot": ("concern", "appos")},
            {"concern": ("nam", "nsubj"), "branchegenoot": ("nam", "obj")},
        ),
        (
            "De reder bood de familie excuses aan.",
            {"familie": ("bood", "obj"), "excuses": ("familie", "nmod")},
            {"familie": ("bood", "iobj"), "excuses": ("bood", "obj")},
        ),
        (
            "De politie verdenkt Visser ervan dat hij loog.",
            {"ervan": ("verdenkt", "compound:prt")},
            {"ervan": ("verdenkt", "advmod")},
        ),
        (
            "De club krijgt een boete als er geen veld is.",
            {"veld": ("krijgt", "nsubj")},
            {"veld": ("krijgt", "advcl")},
        ),
        (
            "Dat hebben beide clubs gemeld.",
            {"Dat": ("gemeld", "nsubj"), "clubs": ("gemeld", "obj")},
            {"Dat": ("gemeld", "obj"), "clubs": ("gemeld", "nsubj")},
        ),
        (
            "De rechtbank acht bewezen dat Visser de schuur aanstak.",
            {"aanstak": ("bewezen", "advcl")},
            {"aanstak": ("acht", "ccomp")},
        ),
        (
            "De raad is van plan te stemmen.",
            {"van": ("van", "ROOT"), "is": ("van", "cop"), "raad": ("is", "nsubj"), "stemmen": ("van", "ccomp")},
            {"raad": ("van", "nsubj")},
        ),
        (
            "De man stond terecht voor diefstal en mishandeling van een gids.",
            {"terecht": ("stond", "advmod"), "gids": ("diefstal", "nmod")},
            {"gids": ("mishandeling", "nmod")},
        ),
        (
            "Hoorn, 3 maart 2026 - Zonmaat verkoopt een molen.",
            {"Hoorn": ("verkoopt", "nsubj"), "Zonmaat": ("Hoorn", "conj")},
            {"Zonmaat": ("verkoopt", "nsubj")},
        ),
        (
            "Op zee vangt de reder acht haaien.",
            {"haaien": ("reder", "nmod")},
            {"reder": ("vangt", "nsubj"), "haaien": ("vangt", "obj")},
        ),
        (
            "De vrouw verwijt de arts dat hij zweeg.",
            {"zweeg": ("arts", "acl:relcl")},
            {"zweeg": ("verwijt", "ccomp")},
        ),
    ],
)
def test_a_word_hangs_where_its_clause_has_it(
    sentence: str, wrong: Arcs, right: Arcs, parsed: Parsed, dutch: Language
) -> None:
    doc = _hung(parsed(sentence), wrong)

    assert _arcs(doc, dutch, *right) == right


@pytest.mark.parametrize(
    ("sentence", "name", "wrong", "right"),
    [
        ("Zonmaat kocht maandag Vlotbrug.", "Vlotbrug", ("maandag", "appos"), ("kocht", "obj")),
        ("Zonmaat wil maandag Vlotbrug verkopen.", "Vlotbrug", ("maandag", "nmod"), ("verkopen", "obj")),
        ("Dat meldde dinsdag Zonmaat.", "Zonmaat", ("dinsdag", "appos"), ("meldde", "nsubj")),
    ],
)
def test_a_name_behind_a_time_is_what_the_verb_wants(
    sentence: str, name: str, wrong: tuple[str, str], right: tuple[str, str], parsed: Parsed, dutch: Language
) -> None:
    doc = _hung(parsed(sentence), {name: wrong})

    assert _arcs(doc, dutch, name) == {name: right}


@pytest.mark.parametrize(
    ("sentence", "name", "day"),
    [
        ("De stad vierde maandag Koningsdag.", "Koningsdag", "maandag"),
        ("De reder sliep woensdag Hotel Zonmaat.", "Hotel", "woensdag"),
    ],
    ids=["a day itself", "a verb that takes no object"],
)
def test_a_name_behind_a_time_that_the_verb_does_not_want_stays(
    sentence: str, name: str, day: str, parsed: Parsed, dutch: Language
) -> None:
    doc = _hung(parsed(sentence), {name: (day, "nmod")})

    assert _arcs(doc, dutch, name) == {name: (day, "nmod")}


def test_a_name_behind_a_time_is_no_subject_where_another_noun_may_be(parsed: Parsed, dutch: Language) -> None:
    doc = _hung(
        parsed("Zonmaat kocht maandag Vlotbrug."),
        {"Zonmaat": ("kocht", "advmod"), "Vlotbrug": ("maandag", "nmod")},
    )

    assert _arcs(doc, dutch, "Vlotbrug") == {"Vlotbrug": ("maandag", "nmod")}
