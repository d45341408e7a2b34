"""Which pipeline it is, found out without loading it where that can be."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from spacy.util import get_package_path, is_package, registry

from kg.lang import Language
from kg.nlp.load import find_pipeline, load_pipeline


@dataclass(frozen=True, slots=True)
class PipelineIdentity:
    """What tells a pipeline from all others."""

    name: str
    """Its own name and version: `nl_kg_news 0.1.0`."""
    fingerprint: str
    """Stands for all of its files; of one that has no folder, for what it says of itself."""


def identify_pipeline(language: Language, *, name: str = "") -> PipelineIdentity:
    """Return which pipeline `load_pipeline` would give.

    Raises:
        PipelineNotInstalled: it has no folder, and cannot be loaded.
    """
    folder = _folder(language, name)
    if folder is None or not (folder / "meta.json").is_file():
        nlp, own_name = load_pipeline(language, name=name)
        said = json.dumps([nlp.meta, nlp.config], sort_keys=True, default=str)
        return PipelineIdentity(own_name, sha256(said.encode()).hexdigest())
    meta = json.loads((folder / "meta.json").read_bytes())
    return PipelineIdentity(f"{meta['lang']}_{meta['name']} {meta['version']}", _fingerprint(folder))


def _folder(language: Language, name: str) -> Path | None:
    """Return where the files of a pipeline are; None for one that a package makes by code."""
    wanted = name or find_pipeline(language)
    if not wanted or wanted in registry.models:
        return None
    return get_package_path(wanted) if is_package(wanted) else Path(wanted)


def _fingerprint(folder: Path) -> str:
    found = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0")
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()
