"""What can go wrong, as a small tree; every error says what, where, and what to do about it.

    KgError
    ├── ReadError             a file cannot become an article
    ├── LanguageError         a language that kg does not have, or whose data is broken
    │   └── PipelineNotInstalled   the spaCy pipeline of a language cannot be loaded
    ├── OntologyError         a term or file of ontology/ is missing or broken
    ├── QueryError            a SPARQL query that cannot be read, found or answered
    ├── LinkError             a list of names or a service to link to that cannot be used
    ├── EngineError           processes or a cluster that cannot do the work
    ├── DecisionError         decisions of identity that cannot be read, or contradict each other
    ├── OutputError           a folder or file that cannot be written or is no output of kg
    └── TrainingError         a treebank that cannot be trained on

The command line prints one line for a `KgError` and exits with status 2; anything else is a bug in kg and keeps its
traceback.
"""


class KgError(Exception):
    """Base of every error that kg raises on purpose; `str()` is one line for a person to read.

    `message` says what is wrong and what to do; `where` is the file, record, option or term concerned, or "".
    """

    def __init__(self, message: str, *, where: object = "") -> None:
        self.message = message
        self.where = str(where)
        super().__init__(f"{self.where}: {message}" if self.where else message)


class ReadError(KgError):
    """A file, record or text cannot become an article."""


class LanguageError(KgError):
    """A language that kg does not have, or whose folder in kg/lang is broken."""


class PipelineNotInstalled(LanguageError):
    """The spaCy pipeline of a language cannot be found or loaded."""


class OntologyError(KgError):
    """A term or a file of ontology/ is missing or broken."""


class QueryError(KgError):
    """A SPARQL query that cannot be read, found or answered."""


class LinkError(KgError):
    """A list of names, or a service, that entities were to be linked to and that cannot be used."""


class DecisionError(KgError):
    """Decisions of who is who that cannot be read, or that contradict each other."""


class OutputError(KgError):
    """A folder or file that cannot be written, or that kg did not write."""


class EngineError(KgError):
    """Processes or a cluster that cannot do the work, or an engine that is not installed."""


class TrainingError(KgError):
    """A treebank that cannot be trained on."""
