"""Shares tasks out over the cores of this machine.

Little work is done in this process. Else each worker is a process of its own, started afresh so that nothing of the
caller's program runs in it, and fed through its standard input: when the caller is gone, however it ended, a worker
ends too. One that dies (killed, out of memory, a fault in native code) costs only what it was at.
"""

import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from queue import SimpleQueue
from subprocess import PIPE
from threading import Lock
from typing import IO, Any

import pyarrow as pa

from kg.engine.task import Done, Failure, Setup, Task, extract_batches, told_as_bug
from kg.errors import EngineError
from kg.work.rows import from_batch, to_batch

_PROGRAM = "import sys; sys.path[:] = {path!r}; from kg.engine.local import work_on_standard_input as main; main()"
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""NumPy reads this when it is imported; workers that share the cores already only wait for each other with more."""
_LITTLE = 120_000
"""Characters that one process reads while others only start."""
_ATTEMPTS = 2
"""How often a worker may die of a task; of the articles of such a task, each is tried as often."""


def run(tasks: Sequence[Task], setup: Setup, workers: int = 0) -> Iterator[Done]:
    """Yield what came of each task, in their order.

    With one worker everything is done in this process, and what kills it ends the build. By default there is one for
    each core that this process may use, and only one where there is little to do.

    Raises:
        KgError: the pipeline cannot be loaded, the shards not be written, or no worker be started.
    """
    count = min(workers or _wanted(tasks), len(tasks))
    if count > 1:
        yield from run_apart(tasks, setup, count)
    else:
        for batch in extract_batches((to_batch([task], Task) for task in tasks), setup):
            yield from from_batch(batch, Done)


def run_apart(tasks: Iterable[Task], setup: Setup, workers: int) -> Iterator[Done]:
    """Yield what came of each task, in their order, done in so many processes of their own.

    A task of which a worker dies twice is done article by article; an article of which it dies twice then is a failure,
    and nothing else is lost.

    Raises:
        KgError: as in `run`.
    """
    with closing(_Crew(setup, workers)) as crew, ThreadPoolExecutor(workers) as threads:
        try:
            yield from threads.map(crew.done, tasks)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            crew.dismiss()


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _wanted(tasks: Iterable[Task]) -> int:
    characters = sum(len(document.text) for task in tasks for document in task.documents)
    return cores() if characters > _LITTLE else 1


class _WorkerDiedError(Exception):
    """A worker ended in the middle of a task; says with which status."""


class _Worker:
    """A process that does tasks."""

    def __init__(self, setup: Setup) -> None:
        program = [sys.executable, "-c", _PROGRAM.format(path=sys.path)]
        self._process = subprocess.Popen(program, stdin=PIPE, stdout=PIPE, env={**os.environ, **_ONE_THREAD})
        assert self._process.stdin
        assert self._process.stdout
        self._tasks, self._answers = self._process.stdin, self._process.stdout
        self._is_ready = False
        with suppress(BrokenPipeError):  # the answer to the first task, or that there is none, tells
            self._send(setup)

    @property
    def is_alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process.poll() is None

    def done(self, task: Task) -> Done:
        """Return what came of a task.

        Raises:
            _WorkerDiedError: nothing came of it.
            KgError: no task at all can be done.
        """
        if not self._is_ready:
            self._get_ready()
        [done] = self._answer([task])
        return done

    def _get_ready(self) -> None:
        """Wait until the pipeline is loaded: what goes wrong before is no fault of a task."""
        try:
            self._answer([])
        except _WorkerDiedError as error:
            raise EngineError(f"ended before it could read ({error}); try fewer workers", where="worker") from error
        self._is_ready = True

    def _answer(self, tasks: Sequence[Task]) -> list[Done]:
        try:
            self._send(to_batch(tasks, Task))
            answer: pa.RecordBatch | Exception = pickle.load(self._answers)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.end()
            raise _WorkerDiedError(f"status {self._process.returncode}") from error
        if isinstance(answer, Exception):
            raise answer
        return list(from_batch(answer, Done))

    def _send(self, value: Setup | pa.RecordBatch) -> None:
        pickle.dump(value, self._tasks)
        self._tasks.flush()

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer hears that it died."""
        self._process.kill()

    def end(self) -> None:
        """End the process at once and close what led to it; nobody may be waiting for it."""
        self._process.kill()
        self._process.communicate()


class _Crew:
    """Workers that take tasks in turn, from as many threads."""

    def __init__(self, setup: Setup, size: int) -> None:
        self._setup = setup
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._lock = Lock()
        self._all: list[_Worker] = []
        self._is_dismissed = False
        for _ in range(size):
            self._free.put(self._hired())

    def done(self, task: Task) -> Done:
        """Return what came of a task, whatever its articles do to a worker."""
        for _ in range(_ATTEMPTS):
            try:
                with self._worker() as worker:
                    return worker.done(task)
            except _WorkerDiedError as error:
                reason = f"its process died ({error})"
        if len(task.documents) == 1:
            return Done(1, (Failure(task.documents[0].id, told_as_bug(reason)),))
        parts = [self.done(article) for article in task.articles()]
        return Done(len(parts), tuple(failure for part in parts for failure in part.failures))

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        worker = self._free.get()
        try:
            if not worker.is_alive:
                worker = self._hired()
            yield worker
        finally:
            self._free.put(worker)

    def _hired(self) -> _Worker:
        with self._lock:
            if self._is_dismissed:
                raise CancelledError
            worker = _Worker(self._setup)
            self._all.append(worker)
            return worker

    def dismiss(self) -> None:
        """End all workers, in the middle of a task too, and hire no more."""
        with self._lock:
            self._is_dismissed = True
            for worker in self._all:
                worker.kill()

    def close(self) -> None:
        """Let go of all workers, which no thread uses any longer."""
        for worker in self._all:
            worker.end()


def work_on_standard_input() -> None:
    """Do the tasks that come pickled on standard input, after their setup, and answer each on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever gave the work ends the worker
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    try:
        given = _given(sys.stdin.buffer)
        for done in extract_batches(given, setup=next(given)):
            _say(done, answers)
    except Exception as error:  # noqa: BLE001 - it is raised where the work was given
        error.add_note("".join(traceback.format_exception(error)))
        _say(error, answers)


def _given(file: IO[bytes]) -> Iterator[Any]:
    """Yield the values that stand pickled in a file, until it ends."""
    with suppress(EOFError):
        while True:
            yield pickle.load(file)


def _say(answer: pa.RecordBatch | Exception, answers: IO[bytes]) -> None:
    with suppress(BrokenPipeError):  # nobody is left to hear it; the shard is written
        pickle.dump(answer, answers)
        answers.flush()
