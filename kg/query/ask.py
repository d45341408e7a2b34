"""Asks the graph one question, in this process or in one that is killed when it takes too long."""

import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, QueryError
from kg.ontology import PREFIXES
from kg.ontology.store import is_large, open_store
from kg.query.answers import Answer, Verdict, answer, is_empty
from kg.query.lookup import with_things_looked_up
from kg.query.names import known_names
from kg.query.questions import with_parameters

_PROGRAM = "import sys; sys.path[:] = {path!r}; from kg.query.ask import answer_on_standard_output as main; main()"
MEMORY = 8_000_000_000
"""Bytes of address space that the process of a question may take."""
_GRACE = 5.0
"""Seconds after which the process of a question ends itself, if the one that should have killed it is dead."""
_LONGEST = 10_000_000.0
"""Seconds that an alarm can be set to everywhere."""
_SHOWN = 40
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?", re.DOTALL)
_USED_PREFIX = re.compile(r"(?<![\w<:/?$#.-])([A-Za-z][\w-]*):(?!//)")
_DECLARED_PREFIX = re.compile(r"PREFIX\s+([\w-]*):", re.IGNORECASE)
_NAMED_GRAPHS = re.compile(r"GRAPH|FROM|\\u", re.IGNORECASE)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody asks it."""

    output: Path
    """Output folder, or file of N-Quads."""
    name: str
    """What errors call it: its name, its file, or `query`."""
    text: str
    """SPARQL that does not reach out."""
    parameters: Mapping[str, str]


def ask(asked: Asked) -> Answer:
    """Return the answer to a question.

    Raises:
        OutputError: there is no graph.
        QueryError: the question cannot be read or answered, would write, or names who is not in the graph.
    """
    store = open_store(asked.output, with_named_graphs=_NAMED_GRAPHS.search(asked.text) is not None)
    found = _answered(store, asked, asked.parameters)
    if asked.parameters and (is_empty(found) or found == Verdict(False)):
        known = known_names(store, asked.parameters, name=asked.name)
        return found if known == asked.parameters else _answered(store, asked, known)
    return found


def _answered(store: ox.Store, asked: Asked, parameters: Mapping[str, str]) -> Answer:
    with told_as_query_error(asked.name, text := with_parameters(asked.text, parameters)):
        return answer(store.query(with_things_looked_up(store, text), prefixes=dict(PREFIXES)))


@contextmanager
def told_as_query_error(name: str, text: str) -> Iterator[None]:
    """Raise what goes wrong with a question as a QueryError that says where in its text."""
    try:
        yield
    except SyntaxError as error:
        raise _unreadable(text, str(error), name) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"cannot be answered: {error}", where=name) from error


def ask_within(asked: Asked, seconds: float, memory: int = MEMORY) -> Answer:
    """Return the answer to a question if that takes no longer than so many seconds (may be infinite), nor more memory.

    Oxigraph cannot be interrupted, so a process of its own answers, and is killed. The store of a large graph is built
    before the clock starts.

    Raises:
        OutputError: there is no graph.
        QueryError: as in `ask`, or it takes too long, or more memory than there is.
    """
    if is_large(asked.output):
        open_store(asked.output)
    program = _PROGRAM.format(path=sys.path)
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=pickle.dumps((asked, seconds, memory)),
            capture_output=True,
            timeout=seconds if isfinite(seconds) else None,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        reason = f"took longer than {seconds:g} s; ask for less, or give it more time with --timeout"
        raise QueryError(reason, where=asked.name) from error
    if done.returncode != 0:
        raise QueryError(_died(done.returncode, memory), where=asked.name)
    found: Answer | KgError = pickle.loads(done.stdout)
    if isinstance(found, KgError):
        raise found
    return found


def answer_on_standard_output() -> None:
    """Answer the question that stands pickled on standard input, with its limits; an interrupt ends it at once."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    asked, seconds, memory = pickle.load(sys.stdin.buffer)
    limit_memory(memory)
    with ended_after(seconds):
        try:
            found: Answer | KgError = ask(asked)
        except KgError as error:
            found = error
        except MemoryError:
            found = QueryError(_too_much(memory), where=asked.name)
    sys.stdout.buffer.write(pickle.dumps(found))


@contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """End this process if the block takes longer than so many seconds, and nobody was left who would have killed it.

    The system does it, since Python runs no handler while Oxigraph searches; Windows has no such alarm.
    """
    if sys.platform == "win32":
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, min(seconds + _GRACE, _LONGEST))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def limit_memory(memory: int) -> None:
    """Let this process have so many bytes of address space; there is no such limit on Windows."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory if most == resource.RLIM_INFINITY else min(memory, most), most))


def _died(status: int, memory: int) -> str:
    """Return why a process gave no answer: Oxigraph ends one without memory, the system one that nests too deep."""
    if status == -signal.SIGABRT:
        return _too_much(memory)
    if status == -signal.SIGSEGV:
        return "cannot be answered: its parts are nested too deep"
    return f"cannot be answered: its process ended with status {status}"


def _too_much(memory: int) -> str:
    return f"needs more memory than the {memory / 1e9:g} GB that a question may take; ask for less"


def _unreadable(text: str, reason: str, name: str) -> QueryError:
    """Return an error that says where a question goes wrong, and what to do where we know."""
    found = _PLACE.match(reason)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    lines = [*text.splitlines(), ""]
    wrong = lines[min(line, len(lines)) - 1]
    read, rest = wrong[: column - 1].strip()[-_SHOWN:], wrong[column - 1 :].strip()[:_SHOWN]
    unknown = sorted(set(_USED_PREFIX.findall(text)) - set(PREFIXES) - set(_DECLARED_PREFIX.findall(text)))
    place = f"{name}, line {line}, column {column}"
    if _UPDATE.match(text.lstrip()):
        return QueryError("is an update, and kg query only reads", where=name)
    if unknown and f"{unknown[0]}:" in wrong:
        return QueryError(f"prefix {unknown[0]}: is not declared; add PREFIX {unknown[0]}: <...>", where=place)
    return QueryError(
        f"cannot be read: {rest!r} does not fit after {read!r}" if rest else "ends too early", where=place
    )
