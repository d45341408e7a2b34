"""Functions, members, parts and other names."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.relations.same_as import is_acronym
from kg.lang import Language
from kg.model import RelationKind
from tests.extract.mentioning import nominals, pairs, relations

Parsed = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "bearer", "value", "organisation"),
    [
        ("De Franse president Roux bezocht gisteren België.", "Roux", "president", ""),
        ("Topman Jan Peeters van Windkracht nv sprak met de burgemeester.", "Jan Peeters", "Topman", "Windkracht nv"),
        ("Windkracht-directeur Els Maes vertrekt.", "Els Maes", "directeur", "Windkracht"),
        ("Karin Smit, voorzitter van de Vogelbond, noemt het plan onzin.", "Karin Smit", "voorzitter", "Vogelbond"),
        ("De rechter, Paul Hermans, sprak haar vrij.", "Paul Hermans", "rechter", ""),
        ("Koen Wouters is directeur van Zonnedak.", "Koen Wouters", "directeur", "Zonnedak"),
        ("Nadia Amrani werd minister van Energie.", "Nadia Amrani", "minister", "Energie"),
        ("Amrani werd tot voorzitter van de partij verkozen.", "Amrani", "voorzitter", "de partij"),
        ("Zonnedak, de fabrikant van zonnepanelen, groeit.", "Zonnedak", "fabrikant van zonnepanelen", ""),
        ("Tal van bekende zangers boycotten het platform Klankwerk.", "Klankwerk", "platform", ""),
        ("Officier van justitie Saskia de Wit eiste tien jaar.", "Saskia de Wit", "Officier van justitie", ""),
        ("Hoogleraar economie Tom Willems leidde het onderzoek.", "Tom Willems", "Hoogleraar economie", ""),
        ("Dat zei woordvoerder van Windkracht Jan Peeters.", "Jan Peeters", "woordvoerder", "Windkracht"),
        ("Jan Peeters volgt Els Maes op als voorzitter.", "Jan Peeters", "voorzitter", ""),
        ("Oud-minister Ank Bos overleed.", "Ank Bos", "Oud-minister", ""),
        ("De officier van justitie Marleen Vos eiste een celstraf.", "Marleen Vos", "officier van justitie", ""),
        ("Minister Jan Peeters van Volkshuisvesting zwijgt.", "Jan Peeters", "Minister", "Volkshuisvesting"),
        ("Rechter mr. Jan Peeters sprak hem vrij.", "Jan Peeters", "Rechter", ""),
    ],
)
def test_a_function_is_what_somebody_is_and_where(
    parsed: Parsed, dutch: Language, sentence: str, bearer: str, value: str, organisation: str
) -> None:
    [function] = relations(parsed(sentence), dutch, RelationKind.FUNCTION)

    assert (function.mention.text, function.value) == (bearer, value)
    assert pairs([function]) == [(bearer, organisation)]


def test_a_denied_function_is_none(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Koen Wouters is geen directeur van Zonnedak.")

    assert relations(doc, dutch, RelationKind.FUNCTION) == []


def test_some_members_are_named_behind_a_marker(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Tientallen jongeren, onder wie Lotte Claes en Bram Vos, kwamen naar het plein.")

    members = relations(doc, dutch, RelationKind.MEMBER_OF)

    assert pairs(members) == [("Lotte Claes", "Tientallen jongeren"), ("Bram Vos", "Tientallen jongeren")]
    assert not any(member.is_complete for member in members)


def test_waaronder_names_members_of_a_group_of_organisations(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Verschillende bedrijven, waaronder Zonnedak en Windkracht, tekenden het akkoord.")

    assert pairs(relations(doc, dutch, RelationKind.MEMBER_OF)) == [
        ("Zonnedak", "Verschillende bedrijven"),
        ("Windkracht", "Verschillende bedrijven"),
    ]


def test_zo_ook_names_members_of_the_group_of_the_sentence_before(parsed: Parsed, dutch: Language) -> None:
    doc = parsed(
        "Tal van bekende zangers boycotten het platform Klankwerk.", "Zo ook Karin Smit en comedian Bart Leys."
    )

    assert pairs(relations(doc, dutch, RelationKind.MEMBER_OF)) == [
        ("Karin Smit", "Tal van bekende zangers"),
        ("Bart Leys", "Tal van bekende zangers"),
    ]


@pytest.mark.parametrize(
    ("sentence", "group", "names"),
    [
        ("De bedrijven Zonnedak en Windkracht fuseren.", "De bedrijven Zonnedak en Windkracht", 2),
        (
            "Drie verenigingen (Vogelbond, Natuurwacht en Stroomop) stapten naar de rechter.",
            "Drie verenigingen",
            3,
        ),
        ('Zonnedak, Windkracht en Stroomop (de "Grote Drie") verlagen hun prijzen.', "Grote Drie", 3),
    ],
)
def test_a_bare_list_names_all_members(parsed: Parsed, dutch: Language, sentence: str, group: str, names: int) -> None:
    members = relations(parsed(sentence), dutch, RelationKind.MEMBER_OF)

    assert [target for _, target in pairs(members)] == [group] * names
    assert all(member.is_complete for member in members)


def test_one_of_a_group_is_its_member(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Leys is een van de populairste artiesten van het land.")

    members = relations(doc, dutch, RelationKind.MEMBER_OF)

    assert pairs(members) == [("Leys", "de populairste artiesten van het land")]


def test_a_lid_is_a_member(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Marie Claes, lid van de gemeenteraad, stemde tegen.")

    assert pairs(relations(doc, dutch, RelationKind.MEMBER_OF)) == [("Marie Claes", "de gemeenteraad")]


def test_an_onderdeel_is_a_part(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Klankwerk, een onderdeel van Mediahuis Noord, telt weinig abonnees.")

    assert pairs(relations(doc, dutch, RelationKind.PART_OF)) == [("Klankwerk", "Mediahuis Noord")]


@pytest.mark.parametrize(
    ("sentence", "mention", "target"),
    [
        ("Zonnedak, de fabrikant van zonnepanelen, groeit.", "de fabrikant van zonnepanelen", "Zonnedak"),
        ("De rechter, Paul Hermans, sprak haar vrij.", "Paul Hermans", "De rechter"),
        ("De Vlaamse Bond voor Vogels (VBV) diende klacht in.", "VBV", "Vlaamse Bond voor Vogels"),
        ("De acteur Wim Raes, ook bekend als Wimke, overleed.", "Wimke", "Wim Raes"),
        ("De vrouw die de prijs won, bedankte haar trainer.", "die", "De vrouw"),
        ("De Wereldzorgorganisatie (WCO) waarschuwt.", "WCO", "Wereldzorgorganisatie"),
        ("Het Westplanbureau Rivieren (WPR) waarschuwt.", "WPR", "Westplanbureau Rivieren"),
    ],
)
def test_the_text_itself_says_that_two_are_one(
    parsed: Parsed, dutch: Language, sentence: str, mention: str, target: str
) -> None:
    assert pairs(relations(parsed(sentence), dutch, RelationKind.SAME_AS)) == [(mention, target)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("VN", "Verenigde Naties"),
        ("VBV", "Vlaamse Bond voor Vogels"),
        ("EADS", "European Aeronautic Defence and Space"),
    ],
)
def test_an_acronym_has_the_first_letters_of_its_words(short: str, full: str) -> None:
    assert is_acronym(short, full)


@pytest.mark.parametrize(("short", "full"), [("VS", "Verenigde Naties"), ("Jan", "Jan Peeters"), ("V", "Vogelbond")])
def test_other_words_are_no_acronym(short: str, full: str) -> None:
    assert not is_acronym(short, full)


def test_a_party_between_brackets_is_that_of_the_person(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Wethouder Hilde Vos (Stadspartij) stemde tegen.")

    assert pairs(relations(doc, dutch, RelationKind.MEMBER_OF)) == [("Hilde Vos", "Stadspartij")]


def test_one_of_a_list_is_no_other_name_for_the_first(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De brandweer, het Groene Kruis en de politie helpen.")

    assert relations(doc, dutch, RelationKind.SAME_AS) == []


def test_two_that_are_summed_up_are_all_members(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Zonnedak en Windkracht, de twee bedrijven, groeien samen.")

    found = relations(doc, dutch, RelationKind.MEMBER_OF)

    assert pairs(found) == [("Zonnedak", "de twee bedrijven"), ("Windkracht", "de twee bedrijven")]
    assert all(relation.is_complete for relation in found)


def test_examples_at_the_end_of_a_clause_are_of_its_group(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Talrijke bedrijven sloten zich bij het protest aan, zoals Zonnedak, Windkracht en Stroomop.")

    assert pairs(relations(doc, dutch, RelationKind.MEMBER_OF)) == [
        ("Zonnedak", "Talrijke bedrijven"),
        ("Windkracht", "Talrijke bedrijven"),
        ("Stroomop", "Talrijke bedrijven"),
    ]


def test_zoals_before_a_clause_brings_no_examples(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Talrijke spelers vertrokken, zoals Jan Bakker had voorspeld.")

    assert relations(doc, dutch, RelationKind.MEMBER_OF) == []


@pytest.mark.parametrize(
    ("sentence", "member", "group"),
    [
        ("Twee van hen werden naar het ziekenhuis gebracht.", "Twee van hen", "hen"),
        ("Een van de agenten raakte gewond.", "Een van de agenten", "de agenten"),
        ("Drie van de verdachten gingen in beroep.", "Drie van de verdachten", "de verdachten"),
        ("Onder de slachtoffers zijn twee brandweerlieden.", "twee brandweerlieden", "de slachtoffers"),
        ("Onder de slachtoffers is een kind.", "een kind", "de slachtoffers"),
        ("De vereniging, die zo'n driehonderd leden telt, stapt naar de rechter.", "zo'n driehonderd leden", "die"),
        ("De leden van de Vogelbond kiezen vrijdag een voorzitter.", "De leden van de Vogelbond", "Vogelbond"),
    ],
)
def test_some_of_a_group_are_its_members(
    parsed: Parsed, dutch: Language, sentence: str, member: str, group: str
) -> None:
    assert pairs(relations(parsed(sentence), dutch, RelationKind.MEMBER_OF)) == [(member, group)]


def test_one_of_some_things_is_nobody(parsed: Parsed, dutch: Language) -> None:
    assert nominals(parsed("Een van de redenen is geld."), dutch) == {}
