"""What an extraction depends on, as one string: when it changes, articles are read anew."""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kg.lang import Language
from kg.model import Document
from kg.work.hashing import hash_of

_CODE = Path(__file__).parent.parent
_PACKAGES = ("extract", "lang", "model", "neural", "nlp")
_LIBRARIES = ("numpy", "spacy")
_PIPELINE = "pipeline"
"""Folder of a language that holds its own pipeline, which need not be the one that is used."""


def maker_of(language: Language, pipeline: str) -> str:
    """Return what stands for all that makes an extraction: rules, word lists, libraries and the pipeline.

    `pipeline` stands for all files of the pipeline.
    """
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    python = "python {}.{}".format(*sys.version_info)
    return hash_of([python, *libraries, pipeline, rules_of(language)])


def rules_of(language: Language) -> str:
    """Return what stands for the code of kg and for what it knows of a language, its own pipeline left out."""
    return _rules(language.folder)


def key_of(document: Document, maker: str) -> str:
    """Return what the extraction of an article is kept under."""
    return hash_of([maker, repr(document)])


def code_of(*packages: str) -> str:
    """Return what stands for the code of some packages of kg."""
    return _hash_of_files(path for name in packages for path in (_CODE / name).rglob("*.py"))


@cache
def _rules(folder: Path) -> str:
    words = [path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] != _PIPELINE]
    return hash_of([code_of(*_PACKAGES), _hash_of_files([*words, *folder.parent.glob("*.toml")])])


def _hash_of_files(paths: Iterable[Path]) -> str:
    def parts() -> Iterator[str]:
        for path in sorted(paths):
            yield path.name
            yield sha256(path.read_bytes()).hexdigest()

    return hash_of(parts())
