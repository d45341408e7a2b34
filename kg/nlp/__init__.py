"""Documents to spaCy `Doc`s: the pipeline of a language, and paragraphs in and out of it."""

from kg.nlp.load import load_pipeline
from kg.nlp.parse import parse, parse_each

__all__ = ["load_pipeline", "parse", "parse_each"]
