"""What pronouns stand for."""

from collections.abc import Callable
from dataclasses import replace

from kg.model import Extraction, QuoteKind, RelationKind, Role
from tests.resolve.marked import acted, article, claimed, related

Together = Callable[[Extraction], list[list[str]]]


def test_a_person_with_a_neuter_noun_is_hij(together: Together) -> None:
    text = article(
        "[De agent|nominal person definite singular common subject] zweeg.",
        "[Het slachtoffer|nominal person definite singular neuter subject] viel.",
        "[Hij|pronoun personal singular subject] bloedde.",
    )

    assert together(text) == [["Het slachtoffer", "Hij"]]


def test_a_thing_with_a_neuter_noun_is_not_hij(together: Together) -> None:
    text = article(
        "[Het toestel|nominal product definite singular neuter subject] viel.",
        "[Hij|pronoun personal singular subject] schrok.",
    )

    assert together(text) == []


def test_a_municipality_that_promises_something_is_ze(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] kwam.",
        "Daarna regende het.",
        "[De gemeente|nominal place definite singular common subject clause=belooft] belooft dat "
        "[ze|pronoun personal singular subject clause=helpt] helpt.",
    )

    found = together(claimed(text, "De gemeente", "dat ze helpt", QuoteKind.INDIRECT))

    assert found == [["De gemeente", "ze"]]


def test_a_pronoun_in_a_quote_takes_up_what_the_quote_tells_of(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject clause=belde] belde vaak.",
        "[Jan Maes|name person masculine subject clause=kwam] kwam.",
        '"Uit respect voor [de rechter|nominal person definite singular common modifier clause=zwijg] zwijg ik; '
        '[hij|pronoun personal singular subject clause=dwaalt] dwaalt", zegt [Els Bos|name person feminine subject].',
    )

    found = together(claimed(text, "Els Bos", "Uit respect voor de rechter zwijg ik; hij dwaalt"))

    assert found == [["Jan Maes", "Jan Maes"], ["de rechter", "hij"]]


def test_ik_in_a_sentence_of_the_speaker_without_quote_marks_is_the_speaker(together: Together) -> None:
    text = article("[Ik|pronoun personal subject] kom, zegt [Els Claes|name person feminine subject].")

    assert together(claimed(text, "Els Claes", "Ik kom", QuoteKind.INDIRECT)) == [["Ik", "Els Claes"]]


def test_wij_in_what_is_only_reported_is_nobody_we_know(together: Together) -> None:
    text = article("[Acme|name organisation subject] zegt dat [we|pronoun personal subject clause=eten] meer eten.")

    assert together(claimed(text, "Acme", "dat we meer eten", QuoteKind.INDIRECT)) == []


def test_diens_is_not_the_subject(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] belde [Piet Bos|name person masculine object] "
        "over [diens|pronoun possessive singular modifier] huis."
    )

    assert together(text) == [["Piet Bos", "diens"]]


def test_diens_may_be_the_subject_that_it_is_joined_to(together: Together) -> None:
    text = article("[Jan Maes|name person masculine subject] en [diens|pronoun possessive modifier] zoon vertrekken.")

    assert together(text) == [["Jan Maes", "diens"]]


def test_die_is_rather_not_the_subject_before(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] belde [Piet Bos|name person masculine object].",
        "[Die|pronoun demonstrative singular subject] zweeg.",
    )

    assert together(text) == [["Piet Bos", "Die"]]


def test_die_is_the_subject_where_there_is_nobody_else(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] belde.", "[Die|pronoun demonstrative singular subject] zweeg."
    )

    assert together(text) == [["Jan Maes", "Die"]]


def test_zich_is_the_subject_of_its_clause(together: Together) -> None:
    text = article("[Els Claes|name person feminine subject] wast [zich|pronoun reflexive object].")

    assert together(text) == [["Els Claes", "zich"]]


def test_hij_is_the_subject_before_the_object(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] zag [Piet Bos|name person masculine object].",
        "[Hij|pronoun personal subject] lachte.",
    )

    assert together(text) == [["Jan Maes", "Hij"]]


def test_hem_is_not_the_subject_of_its_own_clause(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] kwam.",
        "[Piet Bos|name person masculine subject] zag [hem|pronoun personal object singular].",
    )

    assert together(text) == [["Jan Maes", "hem"]]


def test_ze_with_a_singular_verb_is_a_woman(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine object] hielp [Jan Maes|name person masculine subject].",
        "[Ze|pronoun personal singular subject] lachte.",
    )

    assert together(text) == [["Els Claes", "Ze"]]


def test_a_title_word_tells_the_sex_of_its_holder(together: Together) -> None:
    text = article(
        "[Jan Peeters|name person masculine subject] zag [Robin Maes|name person object], "
        "[de zangeres|nominal person definite singular feminine].",
        "[Ze|pronoun personal singular subject] lachte.",
    )

    found = together(related(text, RelationKind.SAME_AS, "de zangeres", "Robin Maes"))

    assert found == [["Robin Maes", "de zangeres", "Ze"]]


def test_ze_with_a_plural_verb_is_a_group(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine object] sprak met [dertig artsen|nominal group plural indefinite subject].",
        "[Ze|pronoun personal plural subject] lachten.",
    )

    assert together(text) == [["dertig artsen", "Ze"]]


def test_a_possessive_before_the_subject_of_its_clause_is_that_subject(together: Together) -> None:
    text = article(
        "[An Bos|name person feminine subject] zong.",
        "Op [haar|pronoun possessive modifier] website dankte [Els Claes|name person feminine subject] iedereen.",
    )

    assert together(text) == [["haar", "Els Claes"]]


def test_a_possessive_before_what_somebody_is_is_of_another(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] stapt op.",
        "[Zijn|pronoun possessive modifier] voorganger [Piet Bos|name person masculine subject] zwijgt.",
    )

    text = related(text, RelationKind.FUNCTION, "Piet Bos", value="voorganger")

    assert together(text) == [["Jan Maes", "Zijn"]]


def test_a_possessive_before_another_noun_may_be_of_the_subject_with_a_function(together: Together) -> None:
    text = article(
        "[An Bos|name person feminine subject] zong.",
        "Op [haar|pronoun possessive modifier] website dankte zangeres [Els Claes|name person feminine subject] ons.",
    )

    text = related(text, RelationKind.FUNCTION, "Els Claes", value="zangeres")

    assert together(text) == [["haar", "Els Claes"]]


def test_het_and_zijn_may_be_an_organisation(together: Together) -> None:
    text = article(
        "[Philips|name organisation subject] groeit.",
        "[Het|pronoun personal singular neuter subject] verhuist [zijn|pronoun possessive modifier] fabriek.",
    )

    assert together(text) == [["Philips", "Het", "zijn"]]


def test_a_pronoun_that_nothing_agrees_with_is_no_entity(together: Together) -> None:
    text = article("[Philips|name organisation subject] groeit.", "[Zij|pronoun personal singular subject] lachte.")

    assert together(text) == []


def test_a_pronoun_at_the_beginning_may_be_the_subject_that_follows(together: Together) -> None:
    text = article(
        "Toen [ze|pronoun personal singular subject clause=aankwam] aankwam, lachte "
        "[Els Claes|name person subject clause=lachte]."
    )

    assert together(text) == [["ze", "Els Claes"]]


def test_two_that_take_part_in_one_action_are_two(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] zag [Piet Bos|name person masculine object].",
        "[Jan Maes|name person masculine subject clause=peddelde] peddelde om "
        "[hem|pronoun personal object clause=trekken] te trekken.",
    )
    text = acted(text, "trekken", "trekken", (Role.AGENT, "Jan Maes"), (Role.PATIENT, "hem"))

    assert together(text) == [["Jan Maes", "Jan Maes"], ["Piet Bos", "hem"]]


def test_zijn_of_nobody_in_particular_is_nobody(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] kwam.",
        "[Niemand|pronoun indefinite subject] geloofde [zijn|pronoun possessive modifier] oren.",
    )

    assert together(text) == []


def test_hun_is_no_plural_of_things(together: Together) -> None:
    text = article(
        "[De contracten|nominal law plural definite subject] lopen af.", "[Hun|pronoun possessive modifier] tijd is om."
    )

    assert together(text) == []


def test_ze_does_not_take_up_hem(together: Together) -> None:
    text = article(
        "[Een kandidaat|nominal person singular indefinite subject] kwam.",
        "[An Bos|name person feminine subject] vertrouwde [hem|pronoun personal object].",
        "[De zaal|nominal place singular definite subject] hoorde dat "
        "[ze|pronoun personal singular subject clause=lachte] lachte.",
    )

    assert together(text) == [["Een kandidaat", "hem"], ["An Bos", "ze"]]


def test_hij_is_no_company(together: Together) -> None:
    text = article("[Acme|name organisation subject] groeit.", "[Hij|pronoun personal singular subject] lacht.")

    assert together(text) == []


def test_het_is_takes_up_what_was_told_and_no_company(together: Together) -> None:
    text = article("[Acme|name organisation subject] groeit.", "[Het|pronoun personal singular subject] is jammer.")

    assert together(text) == []


def test_het_before_zijn_with_a_noun_may_be_a_company(together: Together) -> None:
    text = article(
        "[Acme|name organisation subject] zegt dat [het|pronoun personal singular subject clause=opent] "
        "[zijn|pronoun possessive modifier clause=opent] fabriek opent."
    )

    assert together(text) == [["Acme", "het", "zijn"]]


def test_a_possessive_before_the_verb_is_the_subject_behind_it(together: Together) -> None:
    text = article(
        "[An Bos|name person feminine subject] zong.",
        "Op [haar|pronoun possessive modifier clause=bleef] website zei [Els Claes|name person feminine subject "
        "clause=zei] dat [ze|pronoun personal singular subject clause=bleef] bleef.",
    )

    assert together(text) == [["haar", "Els Claes", "ze"]]


def test_a_pronoun_keeps_to_its_paragraph(together: Together) -> None:
    parted = article(
        "[Jan Maes|name person masculine subject] viel.",
        "Er was hulp van [een jongen|nominal person indefinite singular oblique].",
        "[Hij|pronoun personal singular subject] lachte.",
    )
    first, second, third = parted.document.text.splitlines()
    below = replace(parted, document=replace(parted.document, text=f"{first}\n{second} {third}\n"))
    joined = replace(parted, document=replace(parted.document, text=f"{first} {second} {third}\n"))

    assert together(below) == [["een jongen", "Hij"]]
    assert together(joined) == [["Jan Maes", "Hij"]]


def test_a_surname_that_is_also_a_mans_name_makes_no_man(together: Together) -> None:
    text = article(
        "[Robin Hassan|name person subject] won.",
        "[Hassan|name person masculine subject] lachte.",
        "[Zij|pronoun personal singular subject] danste.",
    )

    assert together(text) == [["Robin Hassan", "Hassan", "Zij"]]


def test_a_possessive_follows_the_sex_that_a_pronoun_told(together: Together) -> None:
    text = article(
        "[Robin Maes|name person subject] lachte.",
        "[Zij|pronoun personal singular subject] danste.",
        "[Jan Bos|name person masculine object] zag [Robin Maes|name person subject] in "
        "[zijn|pronoun possessive modifier] kamer.",
    )

    assert together(text) == [["Robin Maes", "Zij", "Robin Maes"], ["Jan Bos", "zijn"]]


def test_de_stad_may_be_called_haar(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] sprak.",
        "Toen regende het.",
        "[De stad|nominal place definite singular common subject] groet [haar|pronoun possessive modifier] gasten.",
    )

    assert together(text) == [["De stad", "haar"]]


def test_who_denies_what_was_told_may_be_whom_that_tells_of(together: Together) -> None:
    text = article(
        "[De man|nominal person definite singular common subject] stal.",
        "[Hij|pronoun personal singular subject] ontkent dat.",
    )
    text = claimed(text, "Hij", "De man stal", QuoteKind.INDIRECT)
    denial = replace(text.claims[0], told_before=True, denied=True)

    assert together(replace(text, claims=(denial,))) == [["De man", "Hij"]]
