"""Measures what each stage of a build costs: processor seconds, seconds and memory."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_FORGET_PEAK = "5"
"""See clear_refs in https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage cost."""

    name: str
    cpu: float
    """Processor seconds of this process and of those that it started and saw end."""
    wall: float
    """Seconds."""
    memory: int
    """Bytes that the process that worked held at most; 0 where the system does not tell."""


@contextmanager
def measured(name: str, stages: list[Stage], *, apart: bool = False) -> Iterator[None]:
    """Append to `stages` what the block costs; `apart` says that other processes do the work.

    The memory of other processes is that of the largest that ever ended.
    """
    _forget_peak()
    start, cpu = perf_counter(), _cpu()
    yield
    stages.append(Stage(name, _cpu() - cpu, perf_counter() - start, _peak_of_children() if apart else _peak()))


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _forget_peak() -> None:
    if _RESET.exists():
        _RESET.write_text(_FORGET_PEAK)


def _peak() -> int:
    """Return the largest memory of this process since its peak was forgotten."""
    if not _STATUS.exists():
        return 0
    found = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(found["VmHWM"].split()[0]) * 1024


def _peak_of_children() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
