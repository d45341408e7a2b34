"""What a build is asked, made ready: languages and their pipelines are found, names are things."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.engine import Opening, engine_named
from kg.errors import LanguageError, OutputError, PipelineNotInstalled
from kg.export import Options
from kg.export.iris import checked_base
from kg.lang import Language, available, load
from kg.link import Linker, Linking, linking, public_name
from kg.model import Decision
from kg.nlp import find_pipeline
from kg.nlp.identity import PipelineIdentity, identify_pipeline, language_of
from kg.privacy import distinct, folded
from kg.work.hashing import hash_of
from kg.work.maker import code_of, maker_of, rules_of

AUTO = "auto"
"""In place of the code of a language: each article is read in its own, if there is a pipeline for it."""

_LANGUAGE = "language"
"""Setting that follows from the pipelines."""
_LEFT_OUT = "names left out"
"""Setting that is kept as a hash of each name."""
_DECISIONS = "decisions"
"""Setting that is kept as a hash."""


@dataclass(frozen=True, slots=True)
class Served:
    """A language that articles are read in, with the pipeline that reads them."""

    language: Language
    pipeline: str
    """Its name or path; empty for the language's own."""
    identity: PipelineIdentity


@dataclass(frozen=True, slots=True)
class Settings:
    """What turns articles into a graph."""

    asked: str
    """Code of the language that was asked for, or `AUTO`."""
    served: tuple[Served, ...]
    """The languages that articles may be in, by code."""
    options: Options
    links: Mapping[str, Linking]
    """What entities are linked to, by the name that was given."""
    left_out: Sequence[str]
    decisions: Sequence[Decision]
    encoding: str
    """Of files that do not say theirs; empty for what each looks like."""
    engine: Opening
    workers: int

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages that articles may be in, by code."""
        return tuple(one.language for one in self.served)

    @property
    def pipelines(self) -> tuple[tuple[str, str], ...]:
        """Return the code of each language with the name or path of its pipeline, empty for the language's own."""
        return tuple((one.language.code, one.pipeline) for one in self.served)

    @property
    def linkers(self) -> tuple[Linker, ...]:
        """Return what finds links for what articles in these languages name."""
        return tuple(made(*self.languages) for made in self.links.values())

    @property
    def makers(self) -> Mapping[str, str]:
        """Return what stands for all that makes an extraction, by the language of the article."""
        return {one.language.code: maker_of(one.language, one.identity.fingerprint) for one in self.served}

    @property
    def reading(self) -> str:
        """Return what stands for all that makes articles out of files."""
        return hash_of([self.encoding, self.asked, code_of("read"), *map(rules_of, self.languages)])

    def narrowed(self, codes: Collection[str]) -> "Settings":
        """Return the settings as far as they concern articles in these languages: of others, a graph tells nothing."""
        return replace(self, served=tuple(one for one in self.served if one.language.code in codes))

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return the pipelines, then the options that change what comes out, by name."""
        given = {
            "pipeline": ", ".join(dict.fromkeys(one.identity.name for one in self.served)),
            "base": self.options.base,
            _LANGUAGE: " ".join(language.code for language in self.languages),
            "link": " ".join(sorted(map(public_name, self.links))),
            "left-out": str(len(self.left_out) or ""),
            "text": str(self.options.with_text).lower(),
        }
        return tuple((name, value) for name, value in given.items() if value)

    def kept(self) -> tuple[tuple[str, str], ...]:
        """Return what the work folder keeps: what is told, and what else a graph is written by, names as their hash."""
        others = {
            "asked": self.asked,
            "encoding": self.encoding,
            _LEFT_OUT: " ".join(sorted(hash_of([folded(name)]) for name in self.left_out)),
            _DECISIONS: hash_of(sorted(map(repr, self.decisions))) if self.decisions else "",
        }
        return (*self.told(), *((name, value) for name, value in others.items() if value))

    def check_nobody_is_named(self, before: Mapping[str, str], output: Path) -> None:
        """Check that all who were left out of a graph still are, as far as that was kept of it.

        Raises:
            OutputError: somebody is not.
        """
        names, now = (dict(said).get(_LEFT_OUT, "").split() for said in (before, self.kept()))
        if not set(names) <= set(now):
            reason = "was built with --leave-out and a name that is not given now: give it again, or --reveal"
            raise OutputError(reason, where=output)

    def check_as_before(self, before: Mapping[str, str], output: Path) -> None:
        """Check that a graph would be written by the settings that were kept of it.

        Raises:
            OutputError: one is another, or was not given before.
        """
        now = dict(self.kept())
        for name in sorted((before.keys() | now.keys()) - {_LANGUAGE}):
            if name not in before:
                raise OutputError(f"was built without {name}: give none", where=output)
            if before[name] != now.get(name):
                asked = f"other {name}" if name in (_LEFT_OUT, _DECISIONS) else f"{name} {before[name]!r}"
                raise OutputError(f"was built with {asked}: give the same", where=output)


def settings_of(
    language: str,
    *,
    pipeline: str | Sequence[str],
    options: Options,
    links: Sequence[str],
    left_out: Sequence[str],
    decisions: Sequence[Decision],
    encoding: str = "",
    engine: str = "local",
    workers: int = 0,
) -> Settings:
    """Return the settings that are named so; the parameters are those of `kg.pipeline.build`.

    Raises:
        KgError: there is no such thing.
    """
    names = [name for name in ([pipeline] if isinstance(pipeline, str) else pipeline) if name]
    chosen = _each(names) if language == AUTO else _single(language, names)
    served = tuple(Served(load(code), name, identify_pipeline(load(code), name=name)) for code, name in chosen)
    checked_base(options.base)
    return Settings(
        asked=language,
        served=served,
        options=replace(options, language="" if language == AUTO else language),
        links={name: linking(name) for name in links},
        left_out=distinct(left_out),
        decisions=tuple(decisions),
        encoding=encoding,
        engine=engine_named(engine),
        workers=workers,
    )


def _single(language: str, pipelines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield a language with its pipeline."""
    if len(pipelines) > 1:
        raise LanguageError("is read by one pipeline; several serve for --language auto", where=language)
    yield language, next(iter(pipelines), "")


def _each(pipelines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield every language for which a pipeline is named or found, by code; empty for the language's own.

    A pipeline of many languages serves for those that have no other.
    """
    named: dict[str, str] = {}
    for name in pipelines:
        code = language_of(name)
        if code and code not in available():
            raise PipelineNotInstalled(f"is a pipeline for {code!r}, a language that kg does not have", where=name)
        if named.setdefault(code, name) != name:
            raise LanguageError(f"and {named[code]} are pipelines for one language", where=name)
    for code in available():
        if code in named or "" in named or find_pipeline(load(code)):
            yield code, named.get(code) or ("" if find_pipeline(load(code)) else named[""])
