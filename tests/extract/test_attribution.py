"""Attribution: whose words or view a text gives."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.attribution import attribute
from kg.lang import Language
from kg.model import ActionMention, Certainty, Claim, Extraction, Mention, MentionKind, QuoteKind, Span
from tests.extract.trees import extraction_of

Parsed = Callable[..., Doc]


def told(doc: Doc, language: Language) -> Extraction:
    return extraction_of(doc, language, id="krant/1")


def claims(doc: Doc, language: Language) -> list[tuple[str, str]]:
    """Return claimant and content of each claim."""
    return [(claim.claimant.text, claim.content.of(doc.text)) for claim in told(doc, language).claims]


def sources(doc: Doc, language: Language) -> dict[str, str]:
    """Return who says so for each action, "" for the text itself."""
    actions = told(doc, language).actions
    return {action.predicate: action.claimant.text if action.claimant else "" for action in actions}


@pytest.mark.parametrize(
    ("sentence", "claimant", "content"),
    [
        ('"De weg is dicht", zegt burgemeester Anna Smit.', "Anna Smit", "De weg is dicht"),
        ('"Dit is een schande", klinkt het bij de vakbond.', "de vakbond", "Dit is een schande"),
        ('Smit: "Wij stoppen ermee."', "Smit", "Wij stoppen ermee."),
    ],
)
def test_a_quote_is_said_by_the_one_named_beside_it(
    parsed: Parsed, dutch: Language, sentence: str, claimant: str, content: str
) -> None:
    [claim] = told(parsed(sentence), dutch).claims

    assert (claim.claimant.text, claim.content.of(sentence), claim.kind) == (claimant, content, QuoteKind.DIRECT)


@pytest.mark.parametrize(
    ("sentence", "claimant", "content"),
    [
        ("Smit zegt de dijk niet te kennen.", "Smit", "de dijk niet te kennen"),
        ("Volgens de gemeente brak de dijk.", "de gemeente", "brak de dijk"),
        ("De dijk brak, aldus de gemeente.", "de gemeente", "De dijk brak"),
        ("Dat volstaat volgens de bewoners niet.", "de bewoners", "Dat volstaat volgens de bewoners niet"),
        (
            "De verklaring van de minister dat hij niets wist, overtuigt niemand.",
            "de minister",
            "dat hij niets wist",
        ),
        ("Naar eigen zeggen heeft Smit niets gezien.", "Smit", "heeft Smit niets gezien"),
        ("Door de politie werd gezegd dat de dijk brak.", "de politie", "dat de dijk brak"),
        ("Uit het rapport blijkt dat de dijk brak.", "het rapport", "dat de dijk brak"),
        ("Smit, die zei dat de dijk brak, vertrok.", "Smit", "dat de dijk brak"),
        ("De vakbond laat weten dat zij staakt.", "De vakbond", "dat zij staakt"),
        ("Smit is van mening dat de dijk sterk is.", "Smit", "dat de dijk sterk is"),
        ("De raad wil dat de brug opengaat.", "De raad", "dat de brug opengaat"),
        ("De gemeente kondigt de sluiting van het zwembad aan.", "De gemeente", "de sluiting van het zwembad"),
        ('Smit zei dat zij "verrast en boos" was.', "Smit", 'dat zij "verrast en boos" was'),
        ("De boot zonk, zegt Smit, en de dijk brak.", "Smit", "De boot zonk"),
        ("De dijk is dicht, laat Smit weten.", "Smit", "De dijk is dicht"),
        ("De raad zegt niets te weten.", "De raad", "niets te weten"),
        ("De rechter is ervan overtuigd dat de dijk brak.", "De rechter", "dat de dijk brak"),
        ("Naar het oordeel van de rechter brak de dijk.", "de rechter", "brak de dijk"),
        ("De brug viel volgens Smit en de raad sloot de weg.", "Smit", "De brug viel"),
    ],
)
def test_reported_words_have_a_claimant_and_their_exact_place(
    parsed: Parsed, dutch: Language, sentence: str, claimant: str, content: str
) -> None:
    found = claims(parsed(sentence), dutch)

    assert found[0] == (claimant, content)


def test_words_on_both_sides_of_a_reporting_clause_are_two_claims(parsed: Parsed, dutch: Language) -> None:
    found = claims(parsed("De boot zonk, zegt Smit, en de dijk brak."), dutch)

    assert found == [("Smit", "De boot zonk"), ("Smit", "en de dijk brak")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Er wordt gezegd dat de dijk brak.",
        "De cijfers tonen aan dat de dijk zakt.",
        "De bewoners vragen de raad de brug te sluiten.",
        "Smit hoopt te winnen.",
        "De dijk brak volgens plan.",
        "De raad moet uitleggen wanneer de dijk brak.",
        "Smit wil niet zeggen of de dijk brak.",
    ],
)
def test_there_is_no_claim_without_somebody_who_claims_it(parsed: Parsed, dutch: Language, sentence: str) -> None:
    assert claims(parsed(sentence), dutch) == []


def test_what_nobody_could_confirm_is_nobodys_claim_and_no_fact(parsed: Parsed, dutch: Language) -> None:
    extraction = told(parsed("De gids kon niet bevestigen dat de boot zonk."), dutch)

    assert extraction.claims == ()
    assert extraction.actions[-1].certainty is Certainty.POSSIBLE


def test_a_few_quoted_words_are_those_of_the_subject(parsed: Parsed, dutch: Language) -> None:
    sentence = "De vakbond noemt het plan 'een schande'."

    [claim] = told(parsed(sentence), dutch).claims

    assert (claim.claimant.text, claim.content.of(sentence)) == ("De vakbond", "een schande")
    assert claim.kind is QuoteKind.PARTIAL


def test_a_quoted_sentence_behind_a_quote_goes_on_from_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed('"De weg is dicht", zegt burgemeester Anna Smit.', '"We sturen iedereen naar huis."')

    assert claims(doc, dutch) == [("Anna Smit", "De weg is dicht"), ("Anna Smit", "We sturen iedereen naar huis.")]


def test_a_quote_of_ik_without_a_speaker_is_of_the_subject_before_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Smit kwam naar buiten.", '"Ik weet van niets."')

    assert claims(doc, dutch) == [("Smit", "Ik weet van niets.")]


def test_a_quote_that_nobody_is_named_for_is_no_claim(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed('"We sturen iedereen naar huis."'), dutch) == []


def test_ik_in_a_quote_is_its_speaker(parsed: Parsed, dutch: Language) -> None:
    assert sources(parsed('"Ik denk dat de dijk breekt", zei Smit.'), dutch) == {
        "denken": "Smit",
        "breken": "Smit",
        "zeggen": "",
    }


def test_claims_nest(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De krant meldt dat Smit zegt dat de dijk brak.")

    outer, inner = told(doc, dutch).claims

    assert (outer.claimant.text, outer.within) == ("De krant", None)
    assert (inner.claimant.text, inner.within) == ("Smit", outer.content)


def test_an_action_has_the_innermost_claim_that_it_is_told_in(parsed: Parsed, dutch: Language) -> None:
    found = sources(parsed("De krant meldt dat Smit zegt dat de dijk brak."), dutch)

    assert found == {"melden": "", "zeggen": "De krant", "breken": "Smit"}


def test_a_main_clause_behind_a_reported_one_is_told_by_the_text_itself(parsed: Parsed, dutch: Language) -> None:
    found = sources(parsed("Smit zei dat de dijk brak en gaf de sleutel af."), dutch)

    assert found == {"zeggen": "", "breken": "Smit", "afgeven": ""}


def test_a_verb_that_attributes_is_speech(parsed: Parsed, dutch: Language) -> None:
    actions = told(parsed("De krant meldt dat Smit zegt dat de dijk brak."), dutch).actions

    assert [action.predicate for action in actions if action.is_speech] == ["melden", "zeggen"]


@pytest.mark.parametrize(
    ("sentence", "is_denied"),
    [
        ("Smit ontkent dat zij de sleutel heeft.", True),
        ("Smit ontkent niet dat zij de sleutel heeft.", False),
        ("Smit gelooft niet dat de brug valt.", True),
        ("Smit zegt de dijk niet te kennen.", False),
    ],
)
def test_a_denial_says_that_it_is_not_so(parsed: Parsed, dutch: Language, sentence: str, is_denied: bool) -> None:
    [claim] = told(parsed(sentence), dutch).claims

    assert claim.denied is is_denied


@pytest.mark.parametrize(
    ("sentence", "claimant"),
    [("Dat meldt de politie.", "de politie"), ("Dat blijkt uit cijfers van de gemeente.", "de gemeente")],
)
def test_dat_at_the_start_takes_up_the_sentence_before(
    parsed: Parsed, dutch: Language, sentence: str, claimant: str
) -> None:
    doc = parsed("De dijk brak volgens plan.", sentence)

    assert claims(doc, dutch) == [(claimant, "De dijk brak volgens plan")]
    assert sources(doc, dutch)["breken"] == claimant


def test_dat_is_taken_up_whatever_the_parse_makes_of_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De dijk brak volgens plan.", "Dat bevestigen bronnen.")
    doc[6].dep_, doc[8].dep_ = "det", "obj"

    assert claims(doc, dutch) == [("bronnen", "De dijk brak volgens plan")]


def test_sprak_dat_tegen_denies_whatever_the_parse_makes_of_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De dijk brak volgens plan.", "Smit sprak dat tegen.")
    doc[7].lemma_, doc[8].dep_, doc[9].dep_ = "spreken", "nsubj", "advmod"

    assert [claim.denied for claim in told(doc, dutch).claims] == [True]


def test_an_object_before_te_is_part_of_what_is_said(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De raad zegt niets te weten.")
    doc[3].head = doc[2]

    assert claims(doc, dutch) == [("De raad", "niets te weten")]


def test_a_source_reaches_no_further_back_than_a_colon(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De raad is boos: volgens Smit brak de dijk.")
    doc[6].head = doc[3]

    assert claims(doc, dutch) == [("Smit", "brak de dijk")]


def test_a_quote_behind_a_colon_is_one_claim(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed('Smit zei: "De dijk brak."'), dutch) == [("Smit", "De dijk brak.")]


def test_volgens_behind_a_full_stop_says_nothing_of_the_quote_before(parsed: Parsed, dutch: Language) -> None:
    doc = parsed('"De raad zei niets", zegt Smit.', '"De boot zonk."', "Volgens de gemeente brak de dijk.")

    assert [claimant for claimant, _ in claims(doc, dutch)] == ["Smit", "Smit", "de gemeente"]


def test_dat_behind_dat_takes_up_the_same_sentence(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De dijk brak volgens plan.", "Dat meldt de politie.", "Dat blijkt uit cijfers van de gemeente.")

    assert {content for _, content in claims(doc, dutch)} == {"De dijk brak volgens plan"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Smit sprak dat tegen.",
        "Dat ontkent Smit.",
        "Mulder noemt dat onzin.",
        "Vos wijst die beschuldiging van de hand.",
    ],
)
def test_who_denies_the_sentence_before_does_not_tell_it(parsed: Parsed, dutch: Language, sentence: str) -> None:
    extraction = told(parsed("De dijk brak volgens plan.", sentence), dutch)

    [claim] = extraction.claims

    assert (claim.denied, claim.content.of(extraction.document.text)) == (True, "De dijk brak volgens plan")
    assert [(action.claim, action.denials, action.is_fact) for action in extraction.actions[:1]] == [
        (None, (claim,), False)
    ]


def test_who_denies_a_claim_denies_its_content_and_leaves_it_to_its_claimant(parsed: Parsed, dutch: Language) -> None:
    extraction = told(parsed("Volgens de gemeente brak de dijk.", "Smit sprak dat tegen."), dutch)

    said, denied = extraction.claims

    assert (said.content, said.denied) == (denied.content, False)
    assert [(action.claim, action.denials) for action in extraction.actions[:1]] == [(said, (denied,))]


@pytest.mark.parametrize("sentence", ["De raad vindt dat niet genoeg.", "Dat wordt verklaard door de vraag."])
def test_what_is_no_report_and_no_denial_takes_nothing_up(parsed: Parsed, dutch: Language, sentence: str) -> None:
    assert claims(parsed("De brug is dicht.", sentence), dutch) == []


def test_without_a_sentence_before_there_is_nothing_to_deny(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed("Smit sprak dat tegen."), dutch) == []


def test_claims_nest_three_deep(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De krant meldt dat Smit zegt dat Mulder beweert dat de brug viel.")

    outer, middle, inner = told(doc, dutch).claims

    assert [claim.claimant.text for claim in (outer, middle, inner)] == ["De krant", "Smit", "Mulder"]
    assert [claim.within for claim in (outer, middle, inner)] == [None, outer.content, middle.content]


def test_a_second_clause_without_a_conjunction_is_part_of_the_first(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De krant meldt dat Smit zegt dat Mulder beweert dat de brug viel.")
    doc[8].head = doc[2]

    assert claims(doc, dutch)[0] == ("De krant", "dat Smit zegt dat Mulder beweert dat de brug viel")


def test_a_verb_within_a_quote_reports_nothing_outside_it(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed('"De raad zei niets", zegt Smit.'), dutch) == [("Smit", "De raad zei niets")]


def test_a_quote_without_a_verb_that_ends_as_a_sentence_goes_on_from_the_one_before(
    parsed: Parsed, dutch: Language
) -> None:
    doc = parsed('"De raad zei niets", zegt Smit.', '"Geen woord."')

    assert claims(doc, dutch)[1] == ("Smit", "Geen woord.")


def test_weten_is_speech_behind_laten(parsed: Parsed, dutch: Language) -> None:
    actions = told(parsed("De dijk is dicht, laat Smit weten."), dutch).actions

    assert [(action.predicate, action.is_speech) for action in actions] == [("weten", True)]


def test_a_claim_knows_whom_it_was_told_to(parsed: Parsed, dutch: Language) -> None:
    [claim] = told(parsed("Smit vertelt de raad dat de dijk brak."), dutch).claims

    assert claim.addressee is not None
    assert claim.addressee.text == "de raad"


def test_a_sentence_told_twice_makes_its_claim_once(parsed: Parsed, dutch: Language) -> None:
    sentence = "Volgens de gemeente brak de dijk."

    assert len(claims(parsed(sentence, sentence), dutch)) == 1


def test_the_words_that_attribute_are_no_part_of_the_claim() -> None:
    speaker = Mention(
        "krant/1", Span(10, 40), "het bestuur dat de club leidt", Span(14, 21), "bestuur", MentionKind.NOMINAL
    )
    claim = Claim("krant/1", speaker, content=Span(0, 60), cue=Span(5, 9), kind=QuoteKind.INDIRECT)
    within_speaker, within_content = (
        ActionMention("krant/1", (Span(start, start + 4),), "leiden", (), sentence=0) for start in (30, 50)
    )

    found = attribute((within_speaker, within_content), (claim,))

    assert [action.claim for action in found] == [None, claim]


def test_a_text_without_a_parse_makes_no_error(dutch: Language) -> None:
    doc = spacy.blank("nl")('Volgens X zegt Y: "Ik kom." „Dat\n\n„is" zo, aldus Z')

    assert claims(doc, dutch) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('De directeur gaf "een kleine fout" toe.', [("De directeur", "een kleine fout")]),
        (
            'De directeur gaf toe dat "een klein deel" is verkocht.',
            [("De directeur", 'dat "een klein deel" is verkocht')],
        ),
        ('De dichter schreef "De avonden".', []),
    ],
)
def test_quoted_words_that_somebody_says_are_one_claim_and_a_title_is_none(
    sentence: str, expected: list[tuple[str, str]], parsed: Parsed, dutch: Language
) -> None:
    assert claims(parsed(sentence), dutch) == expected


def test_who_does_not_exclude_something_says_that_it_can_be_and_does_not_deny_it(
    parsed: Parsed, dutch: Language
) -> None:
    [open_one] = told(parsed("De rederij sluit niet uit dat stuurman Teun Pol wordt ontslagen."), dutch).claims
    [excluded] = told(parsed("De rederij sluit uit dat stuurman Teun Pol wordt ontslagen."), dutch).claims

    assert (open_one.claimant.text, open_one.denied) == ("De rederij", False)
    assert (excluded.claimant.text, excluded.denied) == ("De rederij", True)


def test_what_somebody_takes_for_granted_is_their_view(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De politie gaat ervan uit dat de schipper loog.")
    doc[8].dep_ = "advcl"  # as parsers often have it

    assert sources(doc, dutch)["liegen"] == "De politie"
