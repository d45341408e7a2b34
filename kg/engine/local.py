"""Does work on the cores of this machine.

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
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from itertools import takewhile
from queue import SimpleQueue
from subprocess import PIPE
from threading import Lock
from typing import IO, Any

import pyarrow as pa

from kg.engine.work import Answer, Function, Task, Work
from kg.errors import EngineError
from kg.resolve.identity import Identify, identify
from kg.work.rows import from_batch, to_batch
from kg.work.shards import Shards

_PROGRAM = "import sys; sys.path[:] = {path!r}; from kg.engine.local import work_on_standard_input as main; main()"
_LITTLE = 8.0
"""Seconds of work that one process does while others only start."""
_ATTEMPTS = 2
"""How often a worker may die of a task; of its parts, each is tried as often."""
_END = None
"""Said when no more tasks for a function come."""


@contextmanager
def opened(workers: int = 0) -> Iterator["_Local"]:
    """Give the engine of this machine; its processes, if work needs any, end with the block."""
    engine = _Local(workers)
    try:
        yield engine
    finally:
        engine.close()


class _Local:
    """This process, and a crew once there is much to do."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._crew: Crew | None = None

    def do(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield the answer to each task, in their order, as `Engine.do` says.

        With one worker everything is done in this process, and what kills it ends the build. By default there is one
        for each core that this process may use, and only one where there is little to do.
        """
        if self.is_apart(work, tasks):
            self._crew = self._crew or Crew(self._workers or cores())
            yield from self._crew.do(work, tasks)
        else:
            for batch in work.function(to_batch([task], work.task) for task in tasks):
                yield from from_batch(batch, work.answer)

    def is_apart(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> bool:
        """Tell whether other processes than this one would do the tasks."""
        return min(self._workers or _wanted(work, tasks), len(tasks)) > 1

    def identifying(self, shards: Shards, keys: Collection[str]) -> Identify:
        """Return a way to tell who is who: one process of this machine does it, whatever there is."""
        return identify

    def close(self) -> None:
        """Let go of the crew."""
        if self._crew:
            self._crew.close()


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _wanted(work: Work[Task, Answer], tasks: Iterable[Task]) -> int:
    return cores() if sum(map(work.seconds, tasks)) > _LITTLE else 1


class _WorkerDiedError(Exception):
    """A worker ended in the middle of a task; says with which status."""


class _Worker:
    """A process that does one work at a time."""

    def __init__(self) -> None:
        program = [sys.executable, "-c", _PROGRAM.format(path=sys.path)]
        self._process = subprocess.Popen(program, stdin=PIPE, stdout=PIPE)
        assert self._process.stdin
        assert self._process.stdout
        self._given, self._answers = self._process.stdin, self._process.stdout
        self._function: Function | None = None

    @property
    def is_alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process.poll() is None

    def done(self, work: Work[Task, Answer], task: Task) -> Answer:
        """Return the answer to a task.

        Raises:
            _WorkerDiedError: there is none.
            KgError: no task at all can be done.
        """
        if self._function is not work.function:
            self._get_ready(work)
        [answer] = self._answer(work, [task])
        return answer

    def _get_ready(self, work: Work[Task, Answer]) -> None:
        """Have the function get ready, in place of the one before: what goes wrong in it is no fault of a task."""
        with suppress(BrokenPipeError):  # that there is no answer tells
            self._say(*([_END] if self._function else []), work.function)
        try:
            self._answer(work, [])
        except _WorkerDiedError as error:
            raise EngineError(f"ended before it could begin ({error}); try fewer workers", where="worker") from error
        self._function = work.function

    def _answer(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> list[Answer]:
        try:
            self._say(to_batch(tasks, work.task))
            answer: pa.RecordBatch | Exception = pickle.load(self._answers)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.end()
            raise _WorkerDiedError(f"status {self._process.returncode}") from error
        if isinstance(answer, Exception):
            raise answer
        return list(from_batch(answer, work.answer))

    def _say(self, *values: Function | pa.RecordBatch | None) -> None:
        for value in values:
            pickle.dump(value, self._given)
        self._given.flush()

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer hears that it died."""
        self._process.kill()

    def end(self) -> None:
        """End the process at once and close what led to it; nobody may be waiting for it."""
        self._process.kill()
        self._process.communicate()


class Crew:
    """Processes that do tasks in turn, each started afresh, and anew when it died."""

    def __init__(self, size: int) -> None:
        self._threads = ThreadPoolExecutor(size)
        self._free: SimpleQueue[_Worker | None] = SimpleQueue()
        self._lock = Lock()
        self._all: list[_Worker] = []
        self._is_dismissed = False
        for _ in range(size):
            self._free.put(None)  # hired when there is something to do

    def do(self, work: Work[Task, Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """Yield the answer to each task, in their order, as `Engine.do` says.

        A crew whose answers are not awaited to the end does nothing any longer.
        """
        try:
            yield from self._threads.map(partial(self._done, work), tasks)
        except BaseException:
            self._dismiss()
            raise

    def _done(self, work: Work[Task, Answer], task: Task) -> Answer:
        """Return the answer to a task, whatever it does to a worker."""
        for _ in range(_ATTEMPTS):
            try:
                with self._worker() as worker:
                    return worker.done(work, task)
            except _WorkerDiedError as error:
                reason = f"its process died ({error})"
        return work.whole(task, [self._done(work, part) for part in work.parts(task)], reason)

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        worker = self._free.get()
        try:
            if not (worker and worker.is_alive):
                worker = self._hired()
            yield worker
        finally:
            self._free.put(worker)

    def _hired(self) -> _Worker:
        with self._lock:
            if self._is_dismissed:
                raise CancelledError
            worker = _Worker()
            self._all.append(worker)
            return worker

    def _dismiss(self) -> None:
        """End all workers, in the middle of a task too, and hire no more."""
        with self._lock:
            self._is_dismissed = True
            for worker in self._all:
                worker.kill()

    def close(self) -> None:
        """Let go of all workers."""
        self._dismiss()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.end()


def work_on_standard_input() -> None:
    """Do what comes pickled on standard input: a function, batches of tasks for it, an end, the next function ...

    Each batch is answered by one on standard output.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever gave the work ends the worker
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    try:
        given = _given(sys.stdin.buffer)
        for function in given:
            for answer in function(takewhile(_is_no_end, given)):
                _say(answer, answers)
    except Exception as error:  # noqa: BLE001 - it is raised where the work was given
        error.add_note("".join(traceback.format_exception(error)))
        _say(error, answers)


def _is_no_end(value: object) -> bool:
    return value is not _END


def _given(file: IO[bytes]) -> Iterator[Any]:
    """Yield the values that stand pickled in a file, until it ends."""
    with suppress(EOFError):
        while True:
            yield pickle.load(file)


def _say(answer: pa.RecordBatch | Exception, answers: IO[bytes]) -> None:
    with suppress(BrokenPipeError):  # nobody is left to hear it; the shard is written
        pickle.dump(answer, answers)
        answers.flush()
