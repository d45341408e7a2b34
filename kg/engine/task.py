"""Reading articles as work: rows of `Task` in, rows of `Done` out, and a shard file for each task.

`extract_batches` is the one function that reads articles, whoever calls it: this process, a process beside it, or the
executor of a cluster. What it is given and what it gives back are small; extractions go from the one who makes them
straight into a file, whose name follows from the articles, so that a task done twice leaves one file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.cycles import spare_what_is_loaded
from kg.engine.work import Work
from kg.errors import KgError
from kg.extract import extract
from kg.lang import Language
from kg.lang import load as load_language
from kg.model import Document, Extraction, Parse
from kg.work.rows import from_batch, to_batch
from kg.work.shards import Shards

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

Extract = Callable[[Parse, Document, Language], Extraction]

MOST_ARTICLES = 32
MOST_CHARACTERS = 60_000
"""What a task holds at most, unless a single article has more: some seconds of work, about 12 000 tokens."""
SHARE = 1 / 8
"""Of the characters that no task has yet, what the next one holds at most, unless it is a second of work."""

_SPEED = 15_000
"""Characters that one process reads in a second, about."""
_SHOWN = 300
"""Characters of a reason that are shown."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What all tasks of a build have in common; it can be pickled."""

    pipelines: tuple[tuple[str, str], ...]
    """Code of each language that articles are in, with the name or path of a pipeline, empty for the language's own."""
    shards: Path
    """Folder of the shard files, which every process must see: a local one, or one that machines share."""
    extract: Extract = extract
    """What is asked of each article; another one is for tests."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some articles that go into one shard."""

    keys: tuple[str, ...]
    """What each article's extraction is kept under, in the order of `documents`."""
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that kg could not read."""

    document_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: its shard is in the folder."""

    articles: int
    """How many were in the task, those that failed included."""
    failures: tuple[Failure, ...] = ()


def reading(setup: Setup) -> Work[Task, Done]:
    """Return the work of reading articles; one of which processes die is a failure."""
    return Work(Task, Done, partial(extract_batches, setup=setup), _seconds, _each_article, _whole)


def _seconds(task: Task) -> float:
    return _characters(task.documents) / _SPEED


def _each_article(task: Task) -> Iterator[Task]:
    if len(task.documents) > 1:
        for key, document in zip(task.keys, task.documents, strict=True):
            yield Task((key,), (document,))


def _whole(task: Task, parts: Sequence[Done], reason: str) -> Done:
    if not parts:
        return Done(len(task.keys), tuple(Failure(one.id, told_as_bug(reason)) for one in task.documents))
    return Done(len(task.keys), tuple(failure for part in parts for failure in part.failures))


def cut(articles: Iterable[tuple[str, Document]]) -> Iterator[Task]:
    """Yield tasks of articles in one language, each given with its key; else neighbours are together.

    The less is left the smaller they are, so that no process is long without work while another ends its last task:
    guided self-scheduling (Polychronopoulos & Kuck 1987), the same tasks for any number of processes.
    See https://doi.org/10.1109/TC.1987.5009495
    """
    ordered = sorted(articles, key=_language)
    left = _characters(document for _, document in ordered)
    keys: list[str] = []
    documents: list[Document] = []
    for key, document in ordered:
        if documents and not _fits(documents, document, left):
            yield Task(tuple(keys), tuple(documents))
            left -= _characters(documents)
            keys, documents = [], []
        keys.append(key)
        documents.append(document)
    if documents:
        yield Task(tuple(keys), tuple(documents))


def _fits(documents: Sequence[Document], document: Document, left: int) -> bool:
    """Tell whether an article may be in one task with others, of so many characters that no task has yet."""
    most = min(MOST_CHARACTERS, max(_SPEED, SHARE * left))
    is_like = document.language == documents[0].language
    return is_like and len(documents) < MOST_ARTICLES and _characters((*documents, document)) <= most


def _characters(documents: Iterable[Document]) -> int:
    return sum(len(document.text) for document in documents)


def _language(article: tuple[str, Document]) -> str:
    return article[1].language


def extract_batches(batches: Iterable[pa.RecordBatch], setup: Setup) -> Iterator[pa.RecordBatch]:
    """Yield for each batch of tasks what came of them, when their shards are written.

    The pipelines are loaded once, when the first batch comes. A task whose shard is there already is not done again.

    Raises:
        KgError: a pipeline cannot be loaded, or the folder not be written; no article is at fault.
    """
    readers: Mapping[str, _Reader] = {}
    for batch in batches:
        if not readers:
            readers = dict(_readers(setup))
            spare_what_is_loaded()
        yield to_batch([_done(task, Shards(setup.shards), readers) for task in from_batch(batch, Task)], Done)


def told_as_bug(reason: str) -> str:
    """Return what is said of an article that kg should have been able to read."""
    return f"kg failed on it: {' '.join(reason.split())[:_SHOWN]} (please report)"


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reads articles in one language in this process."""

    language: Language
    nlp: "Pipeline"
    extract: Extract

    def read(self, documents: Sequence[Document]) -> Iterator[Extraction | Failure]:
        """Yield what each article says; where any of them fails, all are read again one by one."""
        from kg.nlp import parse_each

        try:
            yield from tuple(parse_each(self._understand, documents, self.nlp))
        except KgError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug that one article shows must not cost the others
            if len(documents) > 1:
                for document in documents:
                    yield from self.read([document])
            else:
                yield Failure(documents[0].id, told_as_bug(f"{type(error).__name__}: {error}"))

    def _understand(self, document: Document, words: Parse) -> Extraction:
        return self.extract(words, document, self.language)


def _readers(setup: Setup) -> Iterator[tuple[str, _Reader]]:
    from kg.nlp import load_pipeline  # loads spaCy, for which a process that does other work has no use

    for language, pipeline in ((load_language(code), name) for code, name in setup.pipelines):
        nlp, _ = load_pipeline(language, name=pipeline)
        yield language.code, _Reader(language, nlp, setup.extract)


def _done(task: Task, shards: Shards, readers: Mapping[str, _Reader]) -> Done:
    if shards.path_of(task.keys).exists():
        return Done(len(task.keys))
    parts = groupby(task.documents, key=lambda document: document.language)
    said = (one for code, same in parts for one in readers[code].read(tuple(same)))
    found = list(zip(task.keys, said, strict=True))
    kept = [(key, one) for key, one in found if isinstance(one, Extraction)]
    if kept:
        shards.write([key for key, _ in kept], [one for _, one in kept])
    return Done(len(task.keys), tuple(one for _, one in found if isinstance(one, Failure)))
