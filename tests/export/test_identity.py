"""What is written about who is who."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.export import EXPORTERS, Options
from kg.export.statements import quads
from kg.graph import KnowledgeGraph
from kg.ontology import PREFIXES
from kg.privacy import leave_out
from tests.corpus import FORMER, PAIR, RUN, small_graph, small_resolution

BASE = Options().base
OLD, NEW = f"<{BASE}id/{FORMER.id}>", f"<{BASE}id/{FORMER.now[0]}>"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    lines = "".join(f"{' '.join(quad)} .\n" for quad in quads(small_graph(), Options()))
    store.load(lines.encode(), format=ox.RdfFormat.N_QUADS)
    return store


def ask(store: ox.Store, pattern: str) -> bool:
    found = store.query(f"ASK {{ GRAPH ?graph {{ {pattern} }} }}", prefixes=dict(PREFIXES))
    return bool(found)


def pairs(folder: Path, *, with_text: bool = True) -> list[dict[str, Any]]:
    path = folder / "review.jsonl"
    EXPORTERS["review"].write(small_graph(), path, Options(with_text=with_text))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_an_old_id_leads_to_the_new_one(store: ox.Store) -> None:
    assert ask(store, f"{OLD} a kg:FormerEntity ; dct:isReplacedBy {NEW} . {NEW} dct:replaces {OLD}")


def test_an_old_id_tells_why_it_was_replaced(store: ox.Store) -> None:
    assert ask(store, f'{OLD} kg:identityReason "decided by redactie: same post"')


def test_a_decision_tells_on_whom_it_is_and_whose(store: ox.Store) -> None:
    decided = f'?x kg:verdict kg:SameThing ; kg:decidesOn {OLD} , {NEW} ; kg:decidedBy "redactie"'

    assert ask(store, f'{decided} ; kg:identityReason "same post"')


def test_a_pair_in_doubt_comes_with_its_reasons(tmp_path: Path) -> None:
    [pair] = pairs(tmp_path)

    assert (pair["one"]["label"], pair["other"]["label"]) == ("Joris Plaatsman", "Noor Zandbergen")
    assert (pair["likelihood"], pair["reasons"]) == (0.6, ["same function: wethouder"])


def test_a_pair_in_doubt_comes_with_sentences_of_different_articles_first(tmp_path: Path) -> None:
    [pair] = pairs(tmp_path)

    assert [sentence["document"] for sentence in pair["other"]["sentences"]] == ["bureau/kort", "krant/sluisplan"]
    assert "Noor Zandbergen bezocht" in pair["other"]["sentences"][0]["text"]


def test_without_text_a_pair_has_places_and_no_words(tmp_path: Path) -> None:
    [pair] = pairs(tmp_path, with_text=False)

    assert [sentence["text"] for sentence in pair["other"]["sentences"]] == [None, None]


def test_the_sheet_of_former_ids_tells_what_each_is_now(tmp_path: Path) -> None:
    path = tmp_path / "former_ids.csv"
    EXPORTERS["former-ids"].write(small_graph(), path, Options())

    [row] = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())

    assert (row["id"], row["now"]) == (FORMER.id, FORMER.now[0])


def test_nothing_of_who_is_left_out_stands_in_what_is_in_doubt_or_was_decided() -> None:
    left = leave_out(small_resolution(), ["Noor Zandbergen"])

    assert (left.doubtful_pairs, left.former_ids, left.decisions) == ((), (), ())


def test_the_reasons_of_a_doubt_name_nobody_where_somebody_is_left_out() -> None:
    doubt = replace(PAIR, other="organisation/havenbouw-1a1a1a1a", reasons=("one name beside both: noor zandbergen",))

    left = leave_out(replace(small_resolution(), doubtful_pairs=(doubt,)), ["Noor Zandbergen"])

    assert [each.reasons for each in left.doubtful_pairs] == [("one name beside both",)]


def test_a_decision_changes_the_graph_and_not_the_order_of_its_statements() -> None:
    undecided = KnowledgeGraph(replace(small_resolution(), decisions=()), RUN)

    with_it = set(quads(small_graph(), Options()))

    assert {quad for quad in with_it if "/decision/" not in quad[0]} == set(quads(undecided, Options()))
