"""Processes that answer questions, each with the graph open, and are killed when a question takes too long.

Oxigraph cannot be interrupted, so a process is the only thing that a time limit can end. A worker that was killed, or
died of a question (of too little memory, say), is replaced before the next one comes, and so is one that has open what
was the graph before the last build.
"""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from kg.errors import KgError, QueryError
from kg.ontology.store import fingerprint, open_store
from kg.query.ask import ended_after, limit_memory
from kg.serve.answering import Reply, Request, answer

_SPAWN = multiprocessing.get_context("spawn")
_STARTING = 120.0
"""Seconds that a worker may take to open the graph."""


class TooSlowError(QueryError):
    """No answer came in time: the question was too heavy, or too many others were waiting."""


class Worker:
    """One process with the graph open."""

    def __init__(self, output: Path, memory: int) -> None:
        self._output, self._opened = output, fingerprint(output)
        self._connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs, output, memory), daemon=True)
        self._process.start()
        theirs.close()

    def wait_until_open(self) -> None:
        """Return when the graph is open.

        Raises:
            KgError: it cannot be opened.
        """
        trouble = self._received(_STARTING)
        if isinstance(trouble, KgError):
            raise trouble

    def ask(self, request: Request, seconds: float) -> Reply:
        """Return the answer to a request.

        Raises:
            TooSlowError: it took longer than so many seconds; the worker is dead then.
            QueryError: the worker died of the question.
        """
        found = self._received(seconds, request)
        assert isinstance(found, Reply)
        return found

    def _received(self, seconds: float, request: Request | None = None) -> Reply | KgError | None:
        """Return what the worker says next, to a request if there is one; it is dead where an error comes."""
        try:
            if request:
                self._connection.send((request, seconds))
            if not self._connection.poll(seconds):
                raise TooSlowError(f"took longer than {seconds:g} s; ask for less", where="query")
            found: Reply | KgError | None = self._connection.recv()
        except (EOFError, OSError) as error:
            self.kill()
            raise QueryError("needs more memory than there is; ask for less", where="query") from error
        except TooSlowError:
            self.kill()
            raise
        return found

    @property
    def is_fit(self) -> bool:
        """Tell whether the worker can answer, and about the graph that is in the output folder now."""
        return self._process.is_alive() and self._opened == fingerprint(self._output)

    def kill(self) -> None:
        """End the worker at once."""
        self._process.kill()
        self._process.join()
        self._connection.close()


class Pool:
    """Workers that take questions in turn."""

    def __init__(self, output: Path, *, size: int, seconds: float, memory: int) -> None:
        """Start the workers; the first opens the graph before the others, for a large one it builds the store.

        Raises:
            KgError: the graph cannot be opened.
        """
        self._output, self._seconds, self._memory = output, seconds, memory
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for _ in range(size):
            worker = Worker(output, memory)
            worker.wait_until_open()
            self._free.put(worker)
        self._size = size

    def ask(self, request: Request) -> Reply:
        """Return the answer to a request, within the time limit from when a worker is free.

        Raises:
            TooSlowError: no worker was free in time, or the question took too long.
            QueryError: the question needs too much memory.
        """
        with self._worker() as worker:
            return worker.ask(request, self._seconds)

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        try:
            worker = self._free.get(timeout=self._seconds * 2)
        except Empty:
            raise TooSlowError("too many questions at once; try again later", where="query") from None
        try:
            if not worker.is_fit:
                worker.kill()
                worker = Worker(self._output, self._memory)
                worker.wait_until_open()
            yield worker
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """End all workers, those that are at work too, within the time limit."""
        end = monotonic() + self._seconds
        for _ in range(self._size):
            try:
                self._free.get(timeout=max(0.1, end - monotonic())).kill()
            except Empty:
                return


def _work(connection: Connection, output: Path, memory: int) -> None:
    """Open the graph, say so, and answer whatever comes until the connection ends."""
    limit_memory(memory)
    try:
        store = open_store(output)
    except KgError as error:
        connection.send(error)
        return
    connection.send(None)
    try:
        while True:
            request, seconds = connection.recv()
            with ended_after(seconds):
                reply = answer(store, request)
            connection.send(reply)
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        return
