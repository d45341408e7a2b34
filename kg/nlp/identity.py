"""Which pipeline it is, found out without loading it where that can be."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from spacy.util import get_package_path, is_package, registry

from kg.lang import Language
from kg.nlp.load import ANY, find_pipeline, load_named, load_pipeline


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
    folder = _folder(name or find_pipeline(language))
    if folder is None:
        nlp, own_name = load_pipeline(language, name=name)
        said = json.dumps([nlp.meta, nlp.config], sort_keys=True, default=str)
        return PipelineIdentity(own_name, sha256(said.encode()).hexdigest())
    meta = json.loads((folder / "meta.json").read_bytes())
    return PipelineIdentity(f"{meta['lang']}_{meta['name']} {meta['version']}", _fingerprint(folder))


def language_of(name: str) -> str:
    """Return the code of the language that a pipeline is for; "" for one of many languages.

    Raises:
        PipelineNotInstalled: it has no folder, and cannot be loaded.
    """
    folder = _folder(name)
    said = load_named(name).lang if folder is None else json.loads((folder / "meta.json").read_bytes())["lang"]
    return "" if said in ("", ANY) else str(said)


def _folder(name: str) -> Path | None:
    """Return where the files of a pipeline are; None for one that a package makes by code, and where there is none."""
    if not name or name in registry.models:
        return None
    folder = get_package_path(name) if is_package(name) else Path(name)
    return folder if (folder / "meta.json").is_file() else None


def _fingerprint(folder: Path) -> str:
    found = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0")
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()
