"""The spaCy pipeline of a language."""

import spacy
from spacy.language import Language as Pipeline
from spacy.util import is_package, registry
from thinc.api import NumpyOps, set_current_ops

from kg.errors import PipelineNotInstalled
from kg.lang import Language
from kg.neural.senter import Senter

DOUBT_IN_LINE = 2.5
"""Log odds of a boundary right behind a word of the same line: of 31 such in 80 articles all were false, none above."""


ANY = "xx"
"""What spaCy calls the language of a pipeline that is for several."""


def load_pipeline(language: Language, *, name: str = "") -> tuple[Pipeline, str]:
    """Return a spaCy pipeline and its own name and version ("nl_kg_news 0.1.0").

    Without `name` it is the one in the language's folder, or the first of `Label.pipelines` that is installed; else an
    installed package that registers a model, or whatever `spacy.load` takes: the name of a package or a path.

    Raises:
        PipelineNotInstalled: it cannot be found or loaded, or is for another language.
    """
    _use_blas_of_numpy()
    wanted = name or find_pipeline(language)
    if not wanted:
        raise PipelineNotInstalled(f"kg ships no pipeline for it; {language.label.advice}", where=_told(language))
    nlp = load_named(wanted)
    if nlp.lang not in (language.code, ANY):
        raise PipelineNotInstalled(f"is a pipeline for {nlp.lang!r}, not for {language.code!r}", where=wanted)
    _expect_titles_on_lines(nlp)
    return nlp, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def find_pipeline(language: Language) -> str:
    """Return the name or path of the pipeline that serves where none is named; empty if there is none."""
    own = language.folder / "pipeline"
    if own.is_dir():
        return str(own)
    return next((name for name in language.label.pipelines if name in registry.models or is_package(name)), "")


def _told(language: Language) -> str:
    return f"{language.label.name} ({language.label.english_name})"


def load_named(name: str) -> Pipeline:
    """Return the pipeline of a package or folder, for whatever language.

    Raises:
        PipelineNotInstalled: it cannot be found or loaded.
    """
    try:
        if name in registry.models:
            installed: Pipeline = registry.models.get(name)()
            return installed
        return spacy.load(name)
    except OSError as error:
        advice = "install it, or give the path of a folder that `kg train` made"
        raise PipelineNotInstalled(f"spaCy finds no such pipeline: {advice}", where=name) from error
    except (ImportError, KeyError, TypeError, ValueError) as error:
        raise PipelineNotInstalled(f"cannot be loaded: {' '.join(str(error).split())[:300]}", where=name) from error


def _expect_titles_on_lines(nlp: Pipeline) -> None:
    """Let our own splitter doubt a boundary inside a line: in articles a title has a line of its own.

    It learned from text whose titles run into what follows, and takes a name in a headline for a new beginning
    ("Tata | Steel").
    """
    for _, component in nlp.pipeline:
        if isinstance(component, Senter):
            component.doubt = DOUBT_IN_LINE


def _use_blas_of_numpy() -> None:
    """Let the components of thinc multiply with NumPy's BLAS, 1.7 times as fast as their own on AMD Zen 5."""
    set_current_ops(NumpyOps(use_blis=False))
