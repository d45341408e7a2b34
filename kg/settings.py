"""What a build is asked, made ready: the language and the pipeline are found, names are things."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.engine import Opening, engine_named
from kg.errors import LanguageError, OutputError
from kg.export import Options
from kg.export.iris import checked_base
from kg.lang import Language, available, load
from kg.link import Linker, linker, public_name
from kg.model import Decision
from kg.nlp import find_pipeline, language_of
from kg.nlp.identity import PipelineIdentity, identify_pipeline
from kg.read import main_language
from kg.work.hashing import hash_of
from kg.work.maker import maker_of

AUTO = "auto"
"""In place of the code of a language: that which most of the first articles are in."""

_HASHED = ("names left out", "decisions")
"""Settings of which a hash is kept, of the names one for each."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What turns articles into a graph."""

    language: Language
    identity: PipelineIdentity
    pipeline: str
    """Name or path of the pipeline; empty for the language's own."""
    options: Options
    linkers: Mapping[str, Linker]
    left_out: Sequence[str]
    decisions: Sequence[Decision]
    encoding: str
    """Of files that do not say theirs; empty for what each looks like."""
    engine: Opening
    workers: int

    @property
    def maker(self) -> str:
        """Return what stands for all that makes an extraction."""
        return maker_of(self.language, self.identity.fingerprint)

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return the pipeline, then the options that change what comes out, by name."""
        given = {
            "pipeline": self.identity.name,
            "base": self.options.base,
            "language": self.language.code,
            "link": " ".join(sorted(map(public_name, self.linkers))),
            "left-out": str(len(self.left_out) or ""),
            "text": str(self.options.with_text).lower(),
        }
        return tuple((name, value) for name, value in given.items() if value)

    def kept(self) -> tuple[tuple[str, str], ...]:
        """Return what the work folder keeps: what is told, and what else a graph is written by, names as their hash."""
        others = {
            "encoding": self.encoding,
            _HASHED[0]: " ".join(sorted(hash_of([name.casefold()]) for name in self.left_out)),
            _HASHED[1]: hash_of(sorted(map(repr, self.decisions))) if self.decisions else "",
        }
        return (*self.told(), *((name, value) for name, value in others.items() if value))

    def check_nobody_is_named(self, before: Mapping[str, str], output: Path) -> None:
        """Check that all who were left out of a graph still are, as far as that was kept of it.

        Raises:
            OutputError: somebody is not.
        """
        names, now = (dict(said).get(_HASHED[0], "").split() for said in (before, self.kept()))
        if not set(names) <= set(now):
            reason = "was built with --leave-out and a name that is not given now: give it again, or --reveal"
            raise OutputError(reason, where=output)

    def check_as_before(self, before: Mapping[str, str], output: Path) -> None:
        """Check that a graph would be written by the settings that were kept of it.

        Raises:
            OutputError: one is another, or was not given before.
        """
        now = dict(self.kept())
        for name in sorted(before.keys() | now.keys()):
            if name not in before:
                raise OutputError(f"was built without {name}: give none", where=output)
            if before[name] != now.get(name):
                asked = f"other {name}" if name in _HASHED else f"{name} {before[name]!r}"
                raise OutputError(f"was built with {asked}: give the same", where=output)


def settings_of(
    language: str,
    *,
    pipeline: str,
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
    chosen = load(language)
    checked_base(options.base)
    return Settings(
        language=chosen,
        identity=identify_pipeline(chosen, name=pipeline),
        pipeline=pipeline,
        options=replace(options, language=language),
        linkers={name: linker(name, chosen) for name in links},
        left_out=tuple(left_out),
        decisions=tuple(decisions),
        encoding=encoding,
        engine=engine_named(engine),
        workers=workers,
    )


def language_for(paths: Sequence[str | Path], pipeline: str) -> str:
    """Return the code of the language that a named pipeline is for, or that most articles are in of those served.

    Raises:
        LanguageError: the articles do not show it.
    """
    served = [code for code in available() if pipeline or find_pipeline(load(code))]
    if code := (pipeline and language_of(pipeline)) or main_language(paths, among=served):
        return code
    raise LanguageError(f"the first articles do not show that they are in one of {', '.join(served)}", where=AUTO)
