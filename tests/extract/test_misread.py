"""A word whose place in the clause leaves one part of speech is read as that."""

from collections.abc import Callable, Mapping

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import EntityType, MentionKind
from tests.extract.acting import roles
from tests.extract.telling import action_of
from tests.extract.trees import extraction_of

Parsed = Callable[..., Doc]
_ADJECTIVE = "bekend", "ADJ", "Degree=Pos"
_PAST = "Number=Sing|Tense=Past|VerbForm=Fin"


def _misread(doc: Doc, word: str, reading: tuple[str, str, str], arcs: Mapping[str, tuple[str, str]]) -> Doc:
    """Return the parse with a word read as something else, by lemma, part of speech and features, and other arcs."""
    places = {token.text: token for token in doc}
    places[word].lemma_, places[word].pos_ = reading[:2]
    places[word].set_morph(reading[2])  # type: ignore[attr-defined]  # the stubs of spaCy lack it
    for dependent, (head, label) in arcs.items():
        places[dependent].head, places[dependent].dep_ = places[head], label
    return doc


@pytest.mark.parametrize(
    ("sentence", "arcs"),
    [
        ("De man bekende de diefstal.", {}),
        (
            "De man bekende de diefstal.",
            {"diefstal": ("diefstal", "ROOT"), "bekende": ("diefstal", "amod"), "man": ("diefstal", "nsubj")},
        ),
    ],
)
def test_what_stands_second_in_a_clause_without_a_finite_verb_is_that_verb(
    sentence: str, arcs: Mapping[str, tuple[str, str]], parsed: Parsed, dutch: Language
) -> None:
    doc = _misread(parsed(sentence), "bekende", _ADJECTIVE, arcs)

    found = roles(action_of(doc, dutch, "bekennen"))

    assert found == {"agent": "De man", "patient": "de diefstal"}


@pytest.mark.parametrize(
    ("sentence", "arcs", "speaker", "content"),
    [
        (
            "De verdachte bekende dat hij de schuur had verlaten.",
            {"De": ("bekende", "det"), "verdachte": ("bekende", "amod"), "verlaten": ("bekende", "acl:relcl")},
            "De verdachte",
            "dat hij de schuur had verlaten",
        ),
        (
            "De buurman bekende woensdag dat hij de sleutel had gestolen.",
            {
                "woensdag": ("woensdag", "ROOT"),
                "buurman": ("woensdag", "nsubj"),
                "bekende": ("woensdag", "amod"),
                "gestolen": ("woensdag", "acl:relcl"),
            },
            "De buurman",
            "dat hij de sleutel had gestolen",
        ),
        ("De visser bekende de boot te hebben gestolen.", {}, "De visser", "de boot te hebben gestolen"),
    ],
)
def test_who_confesses_claims_it(
    sentence: str, arcs: Mapping[str, tuple[str, str]], speaker: str, content: str, parsed: Parsed, dutch: Language
) -> None:
    doc = _misread(parsed(sentence), "bekende", _ADJECTIVE, arcs)

    [claim] = extraction_of(doc, dutch).claims

    assert (claim.claimant.text, claim.content.of(doc.text)) == (speaker, content)


@pytest.mark.parametrize("sentence", ["Een bekende schilder kocht de molen.", "Dader bekende van de politie."])
def test_an_adjective_or_noun_confesses_nothing(sentence: str, parsed: Parsed, dutch: Language) -> None:
    actions = extraction_of(parsed(sentence), dutch).actions

    assert [action.predicate for action in actions if action.predicate == "bekennen"] == []


@pytest.mark.parametrize(
    ("sentence", "verb", "plain", "adjective", "predicate"),
    [
        ("De rechtbank sprak de visser dinsdag vrij.", "sprak", "spreken", "vrij", "vrijspreken"),
        ("De raad maakte het plan beter bekend.", "maakte", "maken", "bekend", "bekendmaken"),
    ],
)
def test_an_adjective_behind_the_object_is_the_particle_of_a_known_verb(
    sentence: str, verb: str, plain: str, adjective: str, predicate: str, parsed: Parsed, dutch: Language
) -> None:
    reading = plain, "VERB", "Number=Sing|Tense=Past|VerbForm=Fin"
    doc = _misread(parsed(sentence), verb, reading, {adjective: (verb, "advmod")})

    [action] = extraction_of(doc, dutch).actions

    assert action.predicate == predicate


def test_a_verb_that_judges_has_no_adjective_for_a_particle(parsed: Parsed, dutch: Language) -> None:
    reading = "leegvinden", "VERB", "Number=Sing|Tense=Past|VerbForm=Fin"
    doc = _misread(parsed("De schipper vond de haven leeg."), "vond", reading, {"leeg": ("vond", "compound:prt")})

    [action] = extraction_of(doc, dutch).actions

    assert action.predicate == "vinden"


def test_a_person_has_no_clause_of_what_is_said(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De bakker zei tegen de agent dat hij niets wist.")
    doc[9].head, doc[9].dep_ = doc[5], "acl"

    [claim] = extraction_of(doc, dutch).claims

    assert (claim.claimant.text, claim.content.of(doc.text)) == ("De bakker", "dat hij niets wist")


def test_a_function_word_in_capitals_behind_an_article_is_a_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Het OM vervolgt de visser.")
    doc[0].head, doc[0].dep_, doc[0].pos_ = doc[2], "nsubj", "PRON"
    doc[2].lemma_ = "omvervolgen"
    doc = _misread(doc, "OM", ("om", "ADP", ""), {"OM": ("vervolgt", "compound:prt")})

    [action] = extraction_of(doc, dutch).actions

    assert (action.predicate, roles(action)) == ("vervolgen", {"agent": "OM", "patient": "de visser"})


def test_such_a_name_takes_its_preposition_along(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Volgens het OM liegt de visser.")
    arcs = {"OM": ("liegt", "punct"), "Volgens": ("liegt", "mark"), "het": ("Volgens", "fixed")}
    doc = _misread(doc, "OM", ("om", "ADP", ""), arcs)

    [claim] = extraction_of(doc, dutch).claims

    assert (claim.claimant.text, claim.content.of(doc.text)) == ("OM", "liegt de visser")


def test_persons_are_no_verb_in_the_place_of_a_noun(parsed: Parsed, dutch: Language) -> None:
    reading = "adverteerderssen", "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin"
    arcs = {"adverteerders": ("waarschuwde", "advmod")}
    doc = _misread(parsed("De raad waarschuwde adverteerders."), "adverteerders", reading, arcs)

    [action] = extraction_of(doc, dutch).actions

    assert (action.predicate, action.arguments[-1].mention.text) == ("waarschuwen", "adverteerders")


def test_a_noun_with_the_capital_of_the_sentence_is_no_part_of_the_name_behind_it(
    parsed: Parsed, dutch: Language
) -> None:
    reading = "Chemiebedrijf", "PROPN", ""
    doc = _misread(
        parsed("Chemiebedrijf Polymaat ontkent de lekkage."),
        "Chemiebedrijf",
        reading,
        {"Polymaat": ("Chemiebedrijf", "flat")},
    )

    [denial] = (one for one in extraction_of(doc, dutch).actions if one.predicate == "ontkennen")

    assert roles(denial) == {"agent": "Polymaat", "patient": "de lekkage"}


def test_a_noun_that_is_spelled_like_its_lemma_is_no_plural_that_takes_the_verb_from_it(
    parsed: Parsed, dutch: Language
) -> None:
    doc = _misread(parsed("De apotheker nam ontslag."), "apotheker", ("apotheker", "NOUN", "Number=Plur"), {})

    assert roles(action_of(doc, dutch, "nemen")) == {"agent": "De apotheker", "patient": "ontslag"}


@pytest.mark.parametrize(
    ("sentence", "surname", "reading"),
    [
        ("Topambtenaar Gijs Timmer schreef een brief.", "Timmer", ("timmer", "ADV", "advmod")),
        ("Advocaat Bram Oosterling bepleit vrijspraak.", "Oosterling", ("oosterling", "NOUN", "nsubj")),
    ],
)
def test_a_surname_that_is_a_word_too_is_the_person_named_in_full(
    sentence: str, surname: str, reading: tuple[str, str, str], parsed: Parsed, dutch: Language
) -> None:
    doc = parsed(sentence, f"{surname} ontkent de diefstal.")
    word = [token for token in doc if token.text == surname][1]
    (word.lemma_, word.pos_, word.dep_), word.ent_type_ = reading, ""

    [mention] = [one.mention for one in action_of(doc, dutch, "ontkennen").arguments if one.mention.text == surname]

    assert (mention.kind, mention.type) == (MentionKind.NAME, EntityType.PERSON)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Annemarie Groot vertrekt.", "Groot nieuws kwam uit Brussel."),
        ("Eva Lang werkt in Gent.", "Lang wachtte de menigte."),
    ],
)
def test_an_adjective_that_opens_a_sentence_is_nobody_named_so(
    name: str, sentence: str, parsed: Parsed, dutch: Language
) -> None:
    people = [
        one.text for one in extraction_of(parsed(name, sentence), dutch).mentions if one.type is EntityType.PERSON
    ]

    assert people == [" ".join(name.split()[:2])]


def test_an_adjective_before_a_verb_without_subject_is_who_is_named_so(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Eva Lang werkt in Gent.", "Lang wachtte op de trein.")

    assert roles(action_of(doc, dutch, "wachten"))["agent"] == "Lang"


def test_a_preposition_before_the_noun_of_an_expression_is_no_particle(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De minister ontkent dat ze de raad onder druk heeft gezet.")
    doc = _misread(doc, "gezet", ("onderzetten", "VERB", "VerbForm=Part"), {"onder": ("gezet", "compound:prt")})

    assert roles(action_of(doc, dutch, "onder druk zetten")) == {"agent": "ze", "patient": "de raad"}


def test_a_clause_that_hangs_on_the_particle_of_a_verb_is_told_by_that_verb(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De zangeres liet via haar broer weten dat ze komt.")
    doc = _misread(doc, "weten", ("weten", "VERB", "VerbForm=Inf"), {"komt": ("weten", "ccomp")})

    told = action_of(doc, dutch, "komen").claimant

    assert told is not None
    assert told.text == "De zangeres"


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [("Ook bewoners klaagden.", "bewoners"), ("Ongeveer veertig bewoners klaagden.", "Ongeveer veertig bewoners")],
)
def test_a_focus_adverb_is_no_part_of_the_phrase_behind_it(
    sentence: str, agent: str, parsed: Parsed, dutch: Language
) -> None:
    doc = parsed(sentence)
    doc[0].dep_ = "amod"

    assert roles(action_of(doc, dutch, "klagen"))["agent"] == agent


def test_a_focus_adverb_is_no_part_of_a_function(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Anna Smit, nu nog financieel directeur bij Noorderzon, vertrekt.")
    doc[4].dep_ = "amod"

    assert [relation.value for relation in extraction_of(doc, dutch).relations] == ["financieel directeur"]


def test_with_a_focus_adverb_and_a_preposition_begins_another_phrase(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Kopers kunnen volgens de makelaar ook in Almere wonen.")
    arcs = {"ook": ("Almere", "amod"), "Almere": ("makelaar", "nmod")}

    action = action_of(_misread(doc, "ook", ("ook", "ADV", ""), arcs), dutch, "wonen")

    assert roles(action) == {"agent": "Kopers", "place": "Almere"}


def test_an_adjective_joins_its_verb_with_a_phrase_behind_it(parsed: Parsed, dutch: Language) -> None:
    arcs = {"bekend": ("maakte", "xcomp"), "lezing": ("bekend", "obl")}
    doc = _misread(parsed("De reder maakte dat bekend bij een lezing."), "maakte", ("maken", "VERB", _PAST), arcs)

    assert roles(action_of(doc, dutch, "bekendmaken"))["agent"] == "De reder"


@pytest.mark.parametrize(
    "sentence",
    ["De bankier stond terecht.", "De bankier stond terecht voor fraude.", "Jansen stond dinsdag terecht."],
)
@pytest.mark.parametrize("label", ["advmod", "xcomp"])
def test_who_stands_trial_does_so_with_the_charge_or_a_time_at_most(
    sentence: str, label: str, parsed: Parsed, dutch: Language
) -> None:
    doc = _misread(parsed(sentence), "stond", ("staan", "VERB", _PAST), {"terecht": ("stond", label)})

    assert "terechtstaan" in [action.predicate for action in extraction_of(doc, dutch).actions]


@pytest.mark.parametrize("sentence", ["Feyenoord stond terecht op voorsprong.", "Jansen stond terecht op het podium."])
def test_who_stands_somewhere_deservedly_stands_no_trial(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert "terechtstaan" not in [action.predicate for action in extraction_of(parsed(sentence), dutch).actions]
