"""Nominals and pronouns: what is a mention, of what, and how far it goes."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.lang import Language
from kg.model import Definiteness, Document, EntityType, Gender, GrammaticalFunction, MentionKind, Number, PronounClass
from tests.extract.mentioning import mentions_in, mentions_of, nominals, pronouns
from tests.extract.trees import tree_of

Parsed = Callable[..., Doc]

_ARTICLES = 20
"""Of so many, some would come in another order if that were the order of a set."""


def test_a_quantity_belongs_to_the_group_that_it_counts(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Een reeks Belgische milieuorganisaties steunt de campagne.")

    assert nominals(doc, dutch)["Een reeks Belgische milieuorganisaties"] is EntityType.GROUP


def test_the_word_for_a_quantity_stands_for_its_group(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Tal van bekende zangers boycotten het platform Klankwerk.")

    mentions = mentions_of(doc, dutch)
    [tal, zangers] = [mentions.at(token) for token in tree_of(doc) if token.text in {"Tal", "zangers"}]

    assert tal is not None
    assert tal == zangers
    assert (tal.text, tal.head_lemma, tal.number) == ("Tal van bekende zangers", "zanger", Number.PLURAL)


def test_mentions_of_one_place_come_in_the_order_of_their_nouns(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Een medewerker vrijdag sprak met een groep artsen, onder leiding van Maes.")
    articles = [Document(id=str(number), text=doc.text) for number in range(_ARTICLES)]

    found = [mentions_in(article, doc, dutch).all for article in articles]

    types = [[one.type for one in every if one.text == "een groep artsen"] for every in found]
    assert types == [[EntityType.ORGANISATION, EntityType.GROUP]] * _ARTICLES


def test_a_title_stands_for_the_name_behind_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Franse president Roux bezocht gisteren België.")

    mention = mentions_of(doc, dutch).at(tree_of(doc)[2])

    assert mention is not None
    assert (mention.text, mention.function) == ("Roux", GrammaticalFunction.SUBJECT)


def test_a_compound_is_what_its_last_part_is(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vliegtuigbouwer ontslaat duizend werknemers in zijn fabriek.")

    assert nominals(doc, dutch) == {
        "De vliegtuigbouwer": EntityType.ORGANISATION,
        "duizend werknemers": EntityType.GROUP,
        "zijn fabriek": EntityType.PLACE,
    }


def test_a_thing_is_a_mention_only_where_it_points_back(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Het concern kocht een auto en een fabriek.", "Hij noemde deze auto een wonder.")

    assert nominals(doc, dutch) == {"Het concern": EntityType.ORGANISATION, "deze auto": EntityType.PRODUCT}


def test_who_says_that_something_is_so_is_somebody(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Ze schreef dat het boek klaar is.")

    [pronoun] = pronouns(doc, dutch)
    assert pronoun.text == "Ze"


def test_a_phrase_that_says_that_there_is_none_refers_to_nobody(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Geen enkele renner haalde de finish.")

    assert nominals(doc, dutch) == {}


def test_a_participle_for_people_is_a_group(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Verontruste gedupeerden kregen hulp van de buren.")

    assert nominals(doc, dutch)["Verontruste gedupeerden"] is EntityType.GROUP


def test_a_people_is_a_group(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Belgen verloren van een Fransman.")

    assert nominals(doc, dutch) == {"De Belgen": EntityType.GROUP, "een Fransman": EntityType.PERSON}


def test_an_inhabitant_with_an_article_is_a_person_without_a_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De 58-jarige Apeldoorner koopt een schip.")

    assert nominals(doc, dutch) == {"De 58-jarige Apeldoorner": EntityType.PERSON}


def test_a_predicate_is_no_mention(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Koen Wouters is directeur van Zonnedak.", "Nadia Amrani werd minister van Energie.")

    assert nominals(doc, dutch) == {}


def test_a_mention_ends_before_its_relative_clause(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vrouw die de prijs won, bedankte haar trainer.")

    assert nominals(doc, dutch) == {"De vrouw": EntityType.PERSON, "haar trainer": EntityType.PERSON}


def test_a_phrase_that_is_no_mention_has_no_type(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vrouw die de prijs won, bedankte haar trainer.")

    mention = mentions_of(doc, dutch).phrase(tree_of(doc)[4])

    assert (mention.text, mention.type, mention.kind) == ("de prijs", None, MentionKind.NOMINAL)


def test_a_phrase_of_a_mention_is_the_mention(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vrouw die de prijs won, bedankte haar trainer.")

    mentions = mentions_of(doc, dutch)

    assert mentions.phrase(tree_of(doc)[1]) is mentions.at(tree_of(doc)[1])


def test_pronouns_tell_what_kind_they_are(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vrouw die de prijs won, bedankte haar trainer.")

    assert {mention.text: mention.pronoun for mention in pronouns(doc, dutch)} == {
        "die": PronounClass.RELATIVE,
        "haar": PronounClass.POSSESSIVE,
    }


def test_the_verb_tells_the_number_of_its_subject(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Ze vroegen hun ouders om steun.")

    ze = pronouns(doc, dutch)[0]

    assert (ze.text, ze.number, ze.pronoun) == ("Ze", Number.PLURAL, PronounClass.PERSONAL)


def test_what_refers_to_nothing_is_no_mention(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Het regent en het is duidelijk dat hij zich vergist.")

    assert [mention.text for mention in pronouns(doc, dutch)] == ["hij"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [("De zangeres vindt het jammer.", []), ("De schilder kocht een huis en verfde het rood.", ["het"])],
)
def test_het_beside_what_somebody_thinks_of_it_stands_for_no_thing(
    parsed: Parsed, dutch: Language, sentence: str, found: list[str]
) -> None:
    assert [mention.text for mention in pronouns(parsed(sentence), dutch)] == found


@pytest.mark.parametrize(
    "sentences",
    [
        ["De zangeres kocht het pand, maar de wethouder vindt het lelijk."],
        ["De schilder kocht een huis en verfde het rood.", "De zangeres vindt het jammer."],
    ],
)
def test_het_may_stand_for_a_thing_that_was_named_lately(parsed: Parsed, dutch: Language, sentences: list[str]) -> None:
    assert pronouns(parsed(*sentences), dutch)[-1].clause == parsed(*sentences).text.rindex("vindt")


def test_a_determiner_tells_how_a_noun_points(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Hij noemde deze auto een wonder.")

    mention = mentions_of(doc, dutch).at(tree_of(doc)[3])

    assert mention is not None
    assert mention.definiteness is Definiteness.DEMONSTRATIVE


@pytest.mark.parametrize(
    ("sentence", "text", "gender"),
    [
        ("De vrouw die de prijs won, bedankte haar trainer.", "De vrouw", Gender.FEMININE),
        ("Windkracht-directeur Els Maes vertrekt.", "Els Maes", Gender.FEMININE),
        ("Het concern kocht een auto en een fabriek.", "Het concern", Gender.NEUTER),
    ],
)
def test_nouns_and_given_names_tell_the_gender(
    parsed: Parsed, dutch: Language, sentence: str, text: str, gender: Gender
) -> None:
    doc = parsed(sentence)

    found = {mention.text: mention.gender for mention in mentions_of(doc, dutch).all}

    assert found[text] is gender


def test_mentions_of_one_clause_have_the_same_clause(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vrouw die de prijs won, bedankte haar trainer.")

    clauses = {mention.text: mention.clause for mention in mentions_of(doc, dutch).all}

    assert clauses["De vrouw"] == clauses["haar trainer"] == doc.text.index("bedankte")
    assert clauses["die"] == doc.text.index("won")


def test_a_repeated_sentence_gives_no_mentions(parsed: Parsed, dutch: Language) -> None:
    once = parsed("De bedrijven Zonnedak en Windkracht fuseren.")
    twice = parsed("De bedrijven Zonnedak en Windkracht fuseren.", "De bedrijven Zonnedak en Windkracht fuseren.")

    assert mentions_of(twice, dutch).all == mentions_of(once, dutch).all


def test_a_text_without_words_gives_no_mentions(dutch: Language) -> None:
    doc = Doc(Vocab())

    assert mentions_of(doc, dutch).all == ()


def test_a_phrase_ends_before_a_comma_and_a_day(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Een medewerker vrijdag sprak met een groep artsen, onder leiding van Maes.")

    assert {"Een medewerker", "een groep artsen"} <= nominals(doc, dutch).keys()


def test_diens_is_a_pronoun_for_an_owner(parsed: Parsed, dutch: Language) -> None:
    [pronoun] = pronouns(parsed("Peeters sprak met Maes en diens adviseur."), dutch)

    assert (pronoun.text, pronoun.pronoun) == ("diens", PronounClass.POSSESSIVE)
