"""Opens a graph that kg wrote, to be asked or checked: a small one in memory, a large one from a store beside it.

The store of a large graph is a folder in the output folder, named after the dump that it holds. It is built aside and
then renamed, so that it is whole or not there, and a dump that changed is never answered from the store of the last.
"""

import gzip
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

import pyoxigraph as ox

from kg.errors import OutputError
from kg.ontology import folder
from kg.staging import settled

DUMPS = ("graph.nq", "graph.nq.gz")
"""Names of the file that is loaded, in an output folder."""
LARGE = 30_000_000
"""Bytes of N-Quads from which on a store is kept; so much takes a second or two to load."""

_STORE = ".kg-store-"
_NEW = ".kg-store-new-"
_COMPRESSED_TO = 15
"""How many times smaller N-Quads are when compressed, about."""


def open_store(output: Path, *, with_named_graphs: bool = True) -> ox.Store:
    """Return the graph of an output folder, or of a file of N-Quads, together with the ontology.

    The default graph holds every triple once. (Oxigraph's own union of graphs answers twice for a triple that stands
    in two, which is not what SPARQL means by a graph.) Without named graphs it takes half the time and memory, but a
    kept store always has them. A kept store is read-only.

    Raises:
        OutputError: there is none, or it is no N-Quads.
    """
    dump = _dump_of(output)
    kept = _keep(output, dump) if output.is_dir() else None
    if kept:
        return kept
    store = ox.Store()
    with _told_as_output_error(dump):
        _fill(store, dump, with_named_graphs=with_named_graphs)
    return store


def is_large(output: Path) -> bool:
    """Tell whether the graph in an output folder is asked from a store that is kept.

    Raises:
        OutputError: there is no graph.
    """
    dump = _dump_of(output)
    return output.is_dir() and _size(dump) >= LARGE


def is_store_due(output: Path) -> bool:
    """Tell whether the first question to an output folder has to build the store of a large graph, which takes a while.

    Raises:
        OutputError: there is no graph.
    """
    return is_large(output) and not (output / f"{_STORE}{fingerprint(output)}").is_dir()


def fingerprint(output: Path) -> str:
    """Return what changes whenever the graph in an output folder does, or the ontology, or the library.

    Raises:
        OutputError: there is no graph.
    """
    dump = _dump_of(output)
    stat = dump.stat()
    ontology = (folder() / "kg.ttl").read_bytes()
    parts = (dump.name, str(stat.st_size), str(stat.st_mtime_ns), ox.__version__, sha256(ontology).hexdigest())
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def remove_stores(output: Path) -> None:
    """Remove the stores in an output folder, but one that another process builds: a new dump makes them outdated."""
    _remove_outdated(output, None)


def _dump_of(output: Path) -> Path:
    """Return the file that holds the graph, of the last complete set of files."""
    if output.is_dir():
        settled(output)
    files = [output] if output.is_file() else [output / name for name in DUMPS if (output / name).is_file()]
    if not files:
        raise OutputError(f"holds no {DUMPS[0]}; make one with `kg build`", where=output)
    return files[0]


def _size(dump: Path) -> int:
    """Return how many bytes of N-Quads a dump holds, about."""
    size = dump.stat().st_size
    return size * _COMPRESSED_TO if _is_compressed(dump) else size


def _is_compressed(dump: Path) -> bool:
    return dump.suffix == ".gz"


def _keep(output: Path, dump: Path) -> ox.Store | None:
    """Return the store of a large dump, built if need be; None for a small dump, or where none can be written."""
    kept = output / f"{_STORE}{fingerprint(output)}" if _size(dump) >= LARGE else None
    _remove_outdated(output, kept)
    if kept is None:
        return None
    with _told_as_output_error(dump):
        try:
            if not kept.is_dir():
                _build(output, dump, kept)
            return ox.Store.read_only(str(kept))
        except (OSError, RuntimeError):  # no place to write, or a store that is broken
            shutil.rmtree(kept, ignore_errors=True)
            return None


def _build(output: Path, dump: Path, kept: Path) -> None:
    aside = Path(mkdtemp(prefix=_NEW, dir=output))
    try:
        store = ox.Store(str(aside))
        _fill(store, dump, with_named_graphs=True)
        store.flush()
        del store  # which lets go of its files
        if not kept.is_dir():  # another process may have been first
            aside.rename(kept)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _fill(store: ox.Store, dump: Path, *, with_named_graphs: bool) -> None:
    with _opened(dump) as content:
        quads = ox.parse(content, format=ox.RdfFormat.N_QUADS)
        store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    store.bulk_load(path=folder() / "kg.ttl", format=ox.RdfFormat.TURTLE)
    if with_named_graphs:
        with _opened(dump) as content:
            store.bulk_load(content, format=ox.RdfFormat.N_QUADS)


@contextmanager
def _opened(dump: Path) -> Iterator[IO[bytes]]:
    with gzip.open(dump, "rb") if _is_compressed(dump) else dump.open("rb") as content:
        yield content  # type: ignore[misc]  # a GzipFile reads bytes like any other


def _remove_outdated(output: Path, kept: Path | None) -> None:
    """Remove the stores of earlier dumps, and what killed processes left; what another one builds now stays."""
    for path in sorted(output.glob(f"{_STORE}*")):
        if path != kept and not (path.name.startswith(_NEW) and _is_in_use(path)):
            shutil.rmtree(path, ignore_errors=True)


def _is_in_use(store: Path) -> bool:
    """Tell whether another process holds the lock of a store."""
    try:
        ox.Store(str(store))
    except OSError:
        return True
    return False


@contextmanager
def _told_as_output_error(dump: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError, zlib.error, SyntaxError, ValueError) as error:
        raise OutputError(f"is no graph that kg can read: {error}", where=dump) from error
