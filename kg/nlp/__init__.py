"""Documents to parses: the spaCy pipeline of a language, and paragraphs in and out of it."""

from kg.nlp.load import find_pipeline, load_pipeline
from kg.nlp.parse import parse, parse_each, words_of
from kg.nlp.threads import one_thread

__all__ = ["find_pipeline", "load_pipeline", "one_thread", "parse", "parse_each", "words_of"]
