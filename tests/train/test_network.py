from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from kg.neural.embedding import Embedding  # noqa: E402
from kg.neural.gazetteer import FLAGS, parse_gazetteer  # noqa: E402
from kg.neural.lstm import Direction, encode_sequences  # noqa: E402
from kg.train.augment import NamePool, drop_last, vary  # noqa: E402
from kg.train.conllu import sentences_from  # noqa: E402
from kg.train.encode import IGNORE, Coder, batches  # noqa: E402
from kg.train.export import layer_arrays, table_arrays  # noqa: E402
from kg.train.labels import collect_labels, lemma_script  # noqa: E402
from kg.train.loop import losses_of  # noqa: E402
from kg.train.network import Network, Sizes, name_loss  # noqa: E402

CONLLU = """\
# ner = yes
1\tJan\tJan\tPROPN\tN\t_\t2\tnsubj\t_\tNER=B-PERSON
2\tslaapt\tslapen\tVERB\tWW\tVerbForm=Fin\t0\troot\t_\tNER=O
3\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\tNER=O

# ner = no
1\tRegen\tregen\tNOUN\tN\t_\t0\troot\t_\t_

# ner = yes
1\tin\t_\t_\t_\t_\t_\t_\t_\tNER=O
2\tGent\t_\t_\t_\t_\t_\t_\t_\tNER=B-GPE
"""
SENTENCES = sorted(sentences_from(CONLLU.splitlines()), key=lambda s: -len(s.words))


@pytest.fixture
def coder() -> Coder:
    rows = {"jan": 1, "slaapt": 2}
    gazetteer = parse_gazetteer(["Jan\tfirst"])
    return Coder(
        rows, np.array([0, 5, 1], dtype=np.uint8), np.array([9, 1, 1]), 40, gazetteer, collect_labels(SENTENCES)
    )


@pytest.fixture
def network(coder: Coder) -> Network:
    torch.manual_seed(0)
    labels = coder.labels
    sizes = Sizes(
        words=3, flags=FLAGS, upos=len(labels.upos), xpos=len(labels.xpos), feats=len(labels.feats),
        scripts=max(1, len(labels.scripts)), deps=len(labels.deps), names=len(labels.names),
        word=4, piece=4, piece_rows=40, hidden=5, tag_hidden=4, name_hidden=4, arc=4, label=3,
    )  # fmt: skip
    return Network(sizes, torch.randn(3, 4)).eval()


def test_what_is_not_annotated_is_no_target(coder: Coder) -> None:
    gold = coder.gold(SENTENCES, SENTENCES)

    news = [len(s.words) for s in SENTENCES].index(2)
    assert (gold.heads[news] == IGNORE).all()
    assert (gold.upos[news] == IGNORE).all()
    assert gold.named.tolist() == [s.names is not None for s in SENTENCES]


def test_a_group_without_trees_has_no_loss_for_trees(coder: Coder, network: Network) -> None:
    names_only = [s for s in SENTENCES if s.heads is None]

    parts = losses_of(network, coder.batch(names_only), coder.gold(names_only, names_only))

    assert "names" in parts
    assert "arcs" not in parts


def test_numpy_reads_a_sentence_as_torch_does(coder: Coder, network: Network) -> None:
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    embedding = Embedding(coder.rows, coder.gazetteer, table_arrays(state, coder))
    arrays = layer_arrays(state)
    layers = [
        (Direction.from_arrays(arrays, f"forward.{i}"), Direction.from_arrays(arrays, f"backward.{i}")) for i in (0, 1)
    ]

    found = encode_sequences([embedding.vectors(s.words) for s in SENTENCES], layers)

    with torch.no_grad():
        expected = network.encoder(coder.batch(SENTENCES))
    for i, vectors in enumerate(found):
        np.testing.assert_allclose(vectors, expected[i, : len(vectors)].numpy(), atol=1e-5)


def test_the_loss_of_certain_names_is_nothing() -> None:
    gold = torch.tensor([[1, 0], [1, 1]])
    emissions = torch.nn.functional.one_hot(gold, 2).float() * 50

    loss = name_loss(emissions, torch.zeros(3, 2), gold, torch.tensor([[True, True], [True, False]]))

    assert loss.item() == pytest.approx(0, abs=1e-4)


def test_all_sentences_are_in_one_group_longest_first() -> None:
    groups = list(batches(SENTENCES, 4, Random(0)))

    assert sorted(len(s.words) for group in groups for s in group) == sorted(len(s.words) for s in SENTENCES)
    assert all(len(group[0].words) >= len(group[-1].words) for group in groups)


def test_a_dropped_full_stop_takes_its_labels_along() -> None:
    shorter = drop_last(SENTENCES[0])

    assert shorter.words == ("Jan", "slaapt")
    assert shorter.heads == (2, 0)
    assert shorter.names == ("B-PERSON", "O")


def test_a_renamed_person_keeps_labels_and_length() -> None:
    pool = NamePool(("Piet",), ("Peeters",), ("Luik",), ())
    random = Random(0)

    seen = {vary(SENTENCES[0], pool, random).words[0] for _ in range(100)}

    assert {"Jan", "Peeters"} <= seen


def test_a_proper_noun_keeps_its_capital_and_a_noun_loses_it() -> None:
    assert lemma_script("Brussel", "Brussel") == (False, None)
    assert lemma_script("Kamer", "kamer") == (True, None)
