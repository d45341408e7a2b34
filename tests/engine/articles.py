"""Articles for engines, and what goes wrong with some of them."""

import os
from collections.abc import Sequence
from pathlib import Path
from time import sleep

from kg.engine import Engine, local
from kg.engine.task import Done, Extract, Setup, Task, reading
from kg.extract import extract
from kg.lang import Language
from kg.model import Document, Extraction, Parse
from kg.work.shards import Shards
from tests import gold_pipeline

VISIT = "Minister Noor Zandbergen bezocht woensdag Gent."
PROMISE = "De minister beloofde de stad drie miljoen euro."
RAISES, KILLS = "Deze zin is te moeilijk.", "Deze zin is dodelijk."


def articles(count: int, *, texts: Sequence[str] = (VISIT, f"{VISIT} {PROMISE}")) -> list[Document]:
    """Return so many articles, with texts in turn."""
    return [Document(id=f"nieuws/{number:03}", text=texts[number % len(texts)]) for number in range(count)]


def task(documents: Sequence[Document]) -> Task:
    """Return a task of these articles."""
    return Task(tuple(f"key of {document.id}" for document in documents), tuple(documents))


def tasks(documents: Sequence[Document], size: int = 4) -> list[Task]:
    """Return tasks of so many of the articles each."""
    return [task(documents[start : start + size]) for start in range(0, len(documents), size)]


def extract_or_fail(words: Parse, document: Document, language: Language) -> Extraction:
    """Return what an article says, unless it is one that kg cannot bear."""
    if RAISES in document.text:
        raise ValueError("a bug")
    if KILLS in document.text:
        os._exit(9)
    return extract(words, document, language)


def extract_slowly(words: Parse, document: Document, language: Language) -> Extraction:
    """Return what an article says after a while; a file tells which process is at it."""
    Path(f"worker-{os.getpid()}").touch()
    sleep(1)
    return extract(words, document, language)


def setup(folder: Path, extract: Extract = extract_or_fail) -> Setup:
    """Return a setup without a model, by default with articles that kg cannot bear."""
    return Setup((("nl", gold_pipeline.NAME),), folder, extract)


def read(engine: Engine, tasks: Sequence[Task], setup: Setup) -> list[Done]:
    """Return what came of tasks."""
    return list(engine.do(reading(setup), tasks))


def read_here(tasks: Sequence[Task], setup: Setup, workers: int = 1) -> list[Done]:
    """Return what came of tasks that so many workers of this machine did, this process if it is one."""
    with local.opened(workers) as engine:
        return read(engine, tasks, setup)


def shards(folder: Path) -> dict[str, bytes]:
    """Return the contents of all files in a folder of shards."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def read_articles(folder: Path) -> list[str]:
    """Return the ids of the articles whose extractions are in a folder, sorted."""
    found = Shards(folder)
    return sorted(one.document.id for one in found.read(found.index().keys()))


def work_slowly() -> None:
    """Have two workers read a hundred articles into the working folder, a second each."""
    with local.opened(2) as engine:
        read(engine, tasks(articles(100), size=1), setup(Path("shards"), extract_slowly))


def extract_patiently(words: Parse, document: Document, language: Language) -> Extraction:
    """Return what an article says after a while."""
    sleep(0.5)
    return extract_or_fail(words, document, language)
