"""The questions that have a name."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.graph import KnowledgeGraph
from kg.model import Modality, Polarity
from kg.query import Description, query, questions
from tests.asking import rows
from tests.corpus import (
    COPY_SAYS,
    ENTITIES,
    PLAN,
    PLAN_SAYS,
    REFUSING,
    RUN,
)
from tests.factory import resolution_of

VISIT = "Wethouder Noor Zandbergen bezocht gisteren Havenbouw in Utrecht."
COPY_OF_VISIT = ("Noor Zandbergen", "bezoeken", VISIT, "26", "33", "bureau/kort", "0.1.0")
NOOR_ID = "person/noor-zandbergen-5e5e5e5e"
CANAL_ID = "organisation/groen-kanaal-2b2b2b2b"
GROUP_ID = "gfh7ysej5mn62rhl/44a7d51236#group=166,179"
TOLD = "not yet or not surely, says Joris Plaatsman"
GROUNDS = "only place of this name in the country"


@pytest.mark.parametrize(
    ("question", "parameters", "expected"),
    [
        (
            "claims-about",
            {"actor": "havenbouw"},
            [("Joris Plaatsman", "says", "Havenbouw", "agent", "slopen", "positive", PLAN.id)],
        ),
        (
            "functions",
            {},
            [
                ("Joris Plaatsman", "topman", "Havenbouw", "person/joris-plaatsman-4d4d4d4d"),
                ("Noor Zandbergen", "wethouder", "", NOOR_ID),
            ],
        ),
        ("groups", {}, [("Tien bewoners", "Ans Bakker", "false")]),
        ("linked", {}, [("Utrecht", "http://www.wikidata.org/entity/Q803", "0.95", GROUNDS)]),
        (
            "place-and-period",
            {"place": "utrecht", "from": "2026-03-01", "to": "2026-03-31"},
            [("Utrecht", "2026-03-12", "Noor Zandbergen", "bezoeken", "Havenbouw")],
        ),
        (
            "plans-and-doubts",
            {},
            [
                ("Joris Plaatsman", "aanklagen", "Groen Kanaal", "Positive", "Certain", "Future", PLAN.id),
                ("Tien bewoners", "steunen", "Havenbouw", "Negative", "Certain", "Actual", PLAN.id),
            ],
        ),
        (
            "quotes",
            {},
            [("Joris Plaatsman", "Wij klagen Groen Kanaal binnenkort aan", "2026-03-13", PLAN.id)],
        ),
        ("review", {}, [("0.75", "Tien bewoners", "steunen", "Havenbouw", PLAN.id)]),
        (
            "timeline",
            {"actor": "Noor"},
            [
                (
                    "Noor Zandbergen",
                    "2026-03-12",
                    "agent",
                    "bezoeken",
                    "Havenbouw",
                    "fact",
                    "2026-03",
                    "bureau/kort",
                    NOOR_ID,
                ),
                (
                    "Noor Zandbergen",
                    "2026-03-12",
                    "agent",
                    "bezoeken",
                    "Havenbouw",
                    "fact",
                    "2026-03-13",
                    PLAN.id,
                    NOOR_ID,
                ),
            ],
        ),
        (
            "timeline",
            {"actor": "Tien bewoners"},
            [("Tien bewoners", "", "agent", "steunen", "Havenbouw", "did not", "2026-03-13", PLAN.id, GROUP_ID)],
        ),
        (
            "timeline",
            {"actor": "Groen Kanaal"},
            [("Groen Kanaal", "", "patient", "aanklagen", "Joris Plaatsman", TOLD, "2026-03-13", PLAN.id, CANAL_ID)],
        ),
        (
            "together",
            {"actor": "Groen Kanaal"},
            [("Groen Kanaal", "Joris Plaatsman", "1")],
        ),
        (
            "told-or-claimed",
            {},
            [
                ("aanklagen", "claimed", "1"),
                ("bezoeken", "told", "1"),
                ("opgeven", "told", "1"),
                ("slopen", "claimed", "1"),
                ("steunen", "told as not so", "1"),
                ("zeggen", "told", "2"),
            ],
        ),
        ("who-acts-on-whom", {}, [("Noor Zandbergen", "bezoeken", "Havenbouw")]),
    ],
)
def test_a_named_question_gives_the_right_rows(
    question: str, parameters: dict[str, str], expected: list[tuple[str, ...]], output: Path
) -> None:
    assert rows(output, question, **parameters) == expected


def test_between_finds_the_group_through_which_two_are_connected(tmp_path: Path) -> None:
    plans = replace(PLAN_SAYS, actions=(replace(REFUSING, modality=Modality.INTENTION, polarity=Polarity.POSITIVE),))
    write_nquads(KnowledgeGraph(resolution_of((COPY_SAYS, plans), ENTITIES), RUN), tmp_path / "graph.nq", Options())

    assert rows(tmp_path, "between", actor="Ans") == [("Ans Bakker", "Tien bewoners", "Havenbouw")]


def test_evidence_gives_every_place_that_tells_of_an_action(output: Path) -> None:
    found = rows(output, "evidence", actor="noor")

    assert found == [COPY_OF_VISIT, ("Noor Zandbergen", "bezoeken", VISIT, "48", "55", PLAN.id, "0.1.0")]


def test_coverage_tells_which_sources_write_about_somebody(output: Path) -> None:
    found = [row for row in rows(output, "coverage") if row[0] == "Havenbouw"]

    assert found == [
        ("Havenbouw", "Nieuwsblad Voorbeeld", "1", "2026-03-13"),
        ("Havenbouw", "Persbureau Voorbeeld", "1", "2026-03"),
    ]


def test_article_gives_all_that_one_article_says(output: Path) -> None:
    answer = query(output, "article", parameters={"article": "bureau"})

    assert isinstance(answer, Description)
    assert VISIT in answer.turtle
    assert "300 woningen" not in answer.turtle


def test_every_named_question_says_in_dutch_and_english_what_it_asks() -> None:
    assert len(questions()) >= 10
    assert [question.name for question in questions() if not (question.dutch and question.english)] == []
