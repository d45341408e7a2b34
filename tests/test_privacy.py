"""Persons who are left out are in no output."""

import gzip
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.errors import ReadError
from kg.export import EXPORTERS, Options
from kg.graph import KnowledgeGraph
from kg.model import (
    Claim,
    Document,
    Entity,
    EntityType,
    Extraction,
    Function,
    Mention,
    MentionKind,
    QuoteKind,
    Resolution,
    Role,
)
from kg.ontology.check import check
from kg.privacy import BLANK, LeftOut, ids_without_names, leave_out, left_out_by_name, read_names
from tests.corpus import COPY, ENTITIES, PLAN, RUN, small_resolution
from tests.factory import action_of, mention_of, place_of, resolution_of, sentences_of

PERSONS = [entity for entity in ENTITIES if entity.type is EntityType.PERSON]
PRONOUN = MentionKind.PRONOUN
GANG = "organisation/bende-van-de-vries-5e5e5e5e"


def contents(resolution: Resolution, folder: Path) -> bytes:
    """Return all bytes that a corpus is written as, archives unpacked."""
    graph = KnowledgeGraph(resolution, RUN)
    found = []
    for exporter in EXPORTERS.values():
        exporter.write(graph, folder / exporter.filename, Options())
        found.append((folder / exporter.filename).read_bytes())
    with ZipFile(folder / EXPORTERS["neo4j"].filename) as archive:
        found += [archive.read(name) for name in archive.namelist()]
    found.append(gzip.GzipFile(fileobj=BytesIO((folder / "graph.nq.gz").read_bytes())).read())
    return b"\n".join(found)


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.label)
def test_who_is_left_out_is_in_no_byte_of_any_format(person: Entity, tmp_path: Path) -> None:
    written = contents(small_resolution(), tmp_path).lower()
    left = contents(leave_out(small_resolution(), [person.label.upper()]), tmp_path).lower()

    surname = person.label.split()[-1].lower().encode()
    assert surname in written
    assert surname not in left


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.label)
def test_a_graph_without_a_person_conforms(person: Entity, tmp_path: Path) -> None:
    contents(leave_out(small_resolution(), [person.label]), tmp_path)

    assert check(tmp_path).findings == ()


def test_what_others_do_elsewhere_stays() -> None:
    left = leave_out(small_resolution(), ["Joris Plaatsman"])

    assert [action.first.predicate for action in left.actions] == ["bezoeken", "steunen", "opgeven"]
    assert "Havenbouw" in [entity.label for entity in left.entities]


def test_offsets_stay_true_where_a_sentence_is_blanked() -> None:
    left = leave_out(small_resolution(), ["Joris Plaatsman"])
    [text] = [each.document.text for each in left.extractions if each.document.id == PLAN.id]

    assert len(text) == len(PLAN.text)
    assert all(
        mention.span.of(text) == mention.text
        for entity in left.entities
        for mention in entity.mentions
        if mention.document_id == PLAN.id
    )
    assert BLANK in text


def test_nobody_to_leave_out_changes_nothing() -> None:
    assert leave_out(small_resolution(), []) == small_resolution()


def test_a_name_that_nobody_has_changes_nothing() -> None:
    assert leave_out(small_resolution(), ["Piet Afwezig"]) == small_resolution()


def test_a_part_of_a_longer_word_is_no_name() -> None:
    assert leave_out(small_resolution(), ["Haven"]) == small_resolution()


def said(text: str, *names: str) -> tuple[Document, Extraction, tuple[Entity, ...]]:
    """Return an article with a person for each of `names`, mentioned wherever the name stands."""
    document = Document("a", text)
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for number, name in enumerate(names):
        found = tuple(mention_of(document, name, nth, type=EntityType.PERSON) for nth in range(text.count(name)))
        mentions += found
        entities.append(Entity(f"person/{number}", EntityType.PERSON, name, (), found))
    return document, Extraction(document, sentences_of(document), tuple(mentions), (), (), (), ()), tuple(entities)


def test_a_sentence_that_only_refers_to_the_person_is_withheld() -> None:
    document, extraction, [ali] = said("Ali Bos kwam. Hij huilde. Het regende.", "Ali Bos")
    he = mention_of(document, "Hij", kind=PRONOUN)
    crying = action_of(document, "huilde", "huilen", [(Role.AGENT, he)])
    raining = action_of(document, "regende", "regenen")
    extraction = replace(extraction, actions=(crying, raining))
    resolution = resolution_of((extraction,), (replace(ali, mentions=(*ali.mentions, he)),))

    left = leave_out(resolution, ["Ali Bos"])

    assert [action.first.predicate for action in left.actions] == ["regenen"]
    assert (
        left.extractions[0].document.text == f"{BLANK * 3} {BLANK * 3} {BLANK * 5} {BLANK * 3} {BLANK * 7} Het regende."
    )


def test_another_name_of_the_person_in_the_same_article_is_withheld_too() -> None:
    document, extraction, [ali] = said("Ali Bos kwam. Bosje lachte. Bos ook.", "Ali Bos")
    surname = mention_of(document, "Bos", 2, type=EntityType.PERSON)
    resolution = resolution_of((extraction,), (replace(ali, mentions=(*ali.mentions, surname)),))

    left = leave_out(resolution, ["ali bos"])

    assert (
        left.extractions[0].document.text
        == f"{BLANK * 3} {BLANK * 3} {BLANK * 5} Bosje lachte. {BLANK * 3} {BLANK * 4}"
    )


def test_whoever_is_called_by_the_surname_alone_is_withheld_too() -> None:
    _, extraction, entities = said("Bos groette Cor Maes. Piet Jans zweeg.", "Bos", "Cor Maes", "Piet Jans")

    left = leave_out(resolution_of((extraction,), entities), ["Ali Bos"])

    assert [entity.label for entity in left.entities] == ["Piet Jans"]


def test_what_somebody_says_over_several_sentences_never_becomes_a_fact() -> None:
    document, extraction, [ali] = said("Ali Bos zei: het regende. Het sneeuwde.", "Ali Bos")
    content = place_of(document, "het regende. Het sneeuwde")
    claim = Claim("a", extraction.mentions[0], content, place_of(document, "zei"), QuoteKind.DIRECT)
    snowing = action_of(document, "sneeuwde", "sneeuwen", claim=claim)
    extraction = replace(extraction, actions=(snowing,), claims=(claim,))

    left = leave_out(resolution_of((extraction,), (ali,)), ["Ali Bos"])

    assert (left.actions, left.extractions[0].claims) == ((), ())


def test_a_group_named_after_the_person_is_left_out_and_its_members_stay() -> None:
    document, extraction, entities = said(
        "Ali Bos en Eva Dam zongen. Eva Dam danste. Ali Bos en Eva Dam weer.", "Eva Dam", "Ali Bos"
    )
    both = mention_of(document, "Ali Bos en Eva Dam", type=EntityType.GROUP)
    group = Entity("a#group=0,18", EntityType.GROUP, "Ali Bos en Eva Dam", (), (both,))
    eva = replace(entities[0], member_of=(group.id,))

    left = leave_out(resolution_of((extraction,), (group, eva, entities[1])), ["Ali Bos"])

    assert [(entity.label, len(entity.mentions), entity.member_of) for entity in left.entities] == [("Eva Dam", 1, ())]


def test_a_group_that_lost_a_member_no_longer_names_them_all() -> None:
    document, extraction, [ali] = said("Ali Bos kwam. De broers lachten.", "Ali Bos")
    brothers = mention_of(document, "De broers", type=EntityType.GROUP)
    group = Entity("a#group=14,23", EntityType.GROUP, "De broers", (), (brothers,), members_complete=True)

    left = leave_out(resolution_of((extraction,), (group, replace(ali, member_of=(group.id,)))), ["Ali Bos"])

    assert [entity.members_complete for entity in left.entities] == [False]


def test_a_withheld_name_of_somebody_else_is_in_no_byte_of_any_format(tmp_path: Path) -> None:
    document, extraction, [jan] = said(
        "Jan de Vries werd aangehouden. De zus van De Vries was er. Zij huilde. De Bende van De Vries zweeg. "
        "De bende vluchtte.",
        "Jan de Vries",
    )
    sister = mention_of(document, "De zus van De Vries", type=EntityType.PERSON, kind=MentionKind.NOMINAL)
    she = mention_of(document, "Zij", kind=PRONOUN)
    gang = mention_of(document, "Bende van De Vries", type=EntityType.ORGANISATION)
    gang_again = mention_of(document, "bende", type=EntityType.ORGANISATION)
    fleeing = action_of(document, "vluchtte", "vluchten", [(Role.AGENT, gang_again)])
    crying = action_of(document, "huilde", "huilen", [(Role.AGENT, she)])
    entities = (
        Entity("a#person=31,50", EntityType.PERSON, sister.text, (), (sister, she), member_of=(GANG,)),
        Entity(GANG, EntityType.ORGANISATION, gang.text, ("bende",), (gang, gang_again)),
        replace(jan, mentions=(*jan.mentions, mention_of(document, "De Vries", type=EntityType.PERSON))),
    )
    resolution = resolution_of((replace(extraction, actions=(crying, fleeing)),), entities)

    left = leave_out(resolution, ["Jan de Vries"])

    assert [(entity.label, entity.aliases) for entity in left.entities] == [("Person", ()), ("bende", ())]
    assert left.entities[0].member_of == (left.entities[1].id,)
    assert {each.entity_id for each in left.participations} == {entity.id for entity in left.entities}
    assert re.search(b"vries|zus van", contents(left, tmp_path), re.IGNORECASE) is None


def test_a_function_that_holds_no_more_than_the_surname_is_left_out() -> None:
    _, extraction, [piet, ali] = said("Piet Bakker kwam. Ali Bos zweeg.", "Piet Bakker", "Ali Bos")
    piet = replace(piet, functions=(Function("bakker"), Function("zwager van Bos")))

    left = leave_out(resolution_of((extraction,), (piet, ali)), ["Ali Bos"])

    assert [entity.functions for entity in left.entities] == [(Function("bakker"),)]


@pytest.mark.parametrize("field", ["title", "source", "author"])
def test_a_name_in_what_is_known_of_an_article_is_left_out(field: str) -> None:
    _, extraction, entities = said("Het regende.")
    named = replace(
        extraction,
        document=replace(extraction.document, **{field: "Van Ali  Bos's hand"}),  # type: ignore[arg-type]  # strings
    )

    left = leave_out(resolution_of((named,), entities), ["Ali Bos"])

    assert left.extractions[0].document == extraction.document


def test_a_name_in_the_address_or_file_of_an_article_is_left_out() -> None:
    document = replace(COPY, id="krant/ali-bos_weg", url="https://a.example/ali%20bos")

    [id] = ids_without_names([document.id], ["Ali Bos"])
    renamed = replace(document, id=id)
    [left] = leave_out(resolution_of((Extraction(renamed, (), (), (), (), (), ()),), ()), ["Ali Bos"]).extractions

    assert left.document.url == ""
    assert re.fullmatch("article-[0-9a-f]{12}", left.document.id)
    assert list(ids_without_names([COPY.id], ["Ali Bos"])) == [COPY.id]


def test_sentences_are_counted_for_each_name_and_only_once() -> None:
    document, extraction, [ali] = said("Ali Bos en Ali  Bos' zus Eva Dam kwamen. Hij huilde. Het regende.", "Ali Bos")
    he = mention_of(document, "Hij", kind=PRONOUN)
    resolution = resolution_of((extraction,), (replace(ali, mentions=(*ali.mentions, he)),))

    assert left_out_by_name(resolution, ["ALI BOS", "Eva Dam"]) == (LeftOut("ALI BOS", 1, 2), LeftOut("Eva Dam", 1, 1))


def test_whoever_is_called_by_the_surname_alone_is_counted_for_all_who_bear_it() -> None:
    _, extraction, entities = said("Bos groette Cor Maes. Piet Jans zweeg.", "Bos", "Cor Maes")

    counted = left_out_by_name(resolution_of((extraction,), entities), ["Ali Bos", "Eva Bos", "Jan Maes"])

    assert [one.sentences for one in counted] == [1, 1, 0]


def test_a_name_within_another_is_counted_too() -> None:
    _, extraction, entities = said("Ali Bos kwam. Het regende.", "Ali Bos")

    counted = left_out_by_name(resolution_of((extraction,), entities), ["Ali Bos", "Bos"])

    assert [one.sentences for one in counted] == [1, 1]


def test_a_name_that_stands_beside_an_article_is_of_an_article_and_of_no_sentence() -> None:
    _, extraction, entities = said("Het regende.")
    named = replace(extraction, document=replace(extraction.document, author="Ali Bos"))

    counted = left_out_by_name(resolution_of((named,), entities), ["Ali Bos", "Piet Afwezig"])

    assert counted == (LeftOut("Ali Bos", 1, 0), LeftOut("Piet Afwezig", 0, 0))


def test_names_stand_one_a_line(tmp_path: Path) -> None:
    (tmp_path / "weg.txt").write_text("# op verzoek\n Ali   Bos \n\nEva Dam\n", encoding="utf-8")

    assert read_names(tmp_path / "weg.txt") == ("Ali Bos", "Eva Dam")


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b"Jos\xe9")

    for name, reason in (("weg", "cannot be read"), ("latin", "no UTF-8")):
        with pytest.raises(ReadError, match=reason):
            read_names(tmp_path / name)
