"""Does work on the machines of a Spark cluster; needs the extra `spark` and Java 17.

Spark decides where and when a task is done, and does it again where a machine is lost; kg only says what a task is.
The folder of the shards, and for `--format parts` that of the outputs, must be one that all machines see: a local one
for `local[...]`, else one on NFS or the like.
No result goes through Spark's own writers, whose `append` once took a dead job's leftovers for rows of the next.

Spark is configured as Spark is (`spark-defaults.conf` in SPARK_CONF_DIR); which cluster it is says `KG_SPARK_MASTER`.
Where the program has a session already, that one is used.
"""

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import cache, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.engine.local import Crew, cores
from kg.engine.work import Answer, Task, Work
from kg.errors import EngineError
from kg.lang import Language
from kg.model import Decision
from kg.resolve.identity import Identification, Identify, identify
from kg.resolve.profiles import Profile
from kg.work.rows import from_batch, schema_of, to_batch
from kg.work.shards import Shards

if TYPE_CHECKING:
    from pyspark.sql import SparkSession
    from pyspark.sql.types import StructType

MASTER = "KG_SPARK_MASTER"
"""Name of the environment variable with the address of the cluster: `spark://host:7077`, `yarn`, `local[4]` ..."""

_PARTS_A_CORE = 2
_SHUFFLED = 4
"""Parts that tables are shuffled into, for each core of this machine where Spark runs here."""
_MOST_TASKS = 32
"""Of a partition: starting its process costs less than a hundredth of about a thousand articles."""
_MANY = 100_000
"""Profiles from which on who is who is told by the cluster; of fewer, one process tells it in ten seconds."""
_JOB = 200_000_000
"""Bytes of tasks that go to the cluster at once: they pass through the memory of this machine."""
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}
_HERE = "127.0.0.1"
"""Where a cluster that is only this machine listens: nobody else can reach it."""


@contextmanager
def opened(workers: int = 0) -> Iterator["Cluster"]:
    """Give the engine of a cluster; `workers` is how many cores are used where Spark runs on this machine only.

    A session of our own starts with the first work, and ends with the block.
    """
    with ExitStack() as stack:
        yield Cluster(cache(lambda: stack.enter_context(_session(workers))))


class Cluster:
    """The machines of a Spark session."""

    def __init__(self, session: Callable[[], "SparkSession"]) -> None:
        self._session = session

    def do(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield the answer to each task, in their order, as `Engine.do` says.

        Raises:
            EngineError: Spark cannot be started, or gave up.
        """
        for some in _jobs(to_batch([task], work.task) for task in tasks):
            yield from _job(self._session(), some, work)

    def is_apart(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> bool:
        """Tell that other processes than this one would do the tasks."""
        return True

    def identifying(self, shards: Shards, keys: Collection[str]) -> Identify:
        """Return a way to tell who is who: the machines do it where there are many profiles.

        Raises, when it is called:
            EngineError: Spark cannot be started, or gave up.
        """
        return partial(self._identify, shards=shards, keys=keys)

    def _identify(
        self,
        profiles: Sequence[Profile],
        languages: Mapping[str, Language],
        decisions: Iterable[Decision] = (),
        *,
        shards: Shards,
        keys: Collection[str],
    ) -> Identification:
        if len(profiles) < _MANY:
            return identify(profiles, languages, decisions)
        from kg.engine.shuffles import Frames, identify_from

        seen = Shards(shards.folder.resolve())
        with seen.aside() as folder, _told_in_a_line():
            frames = Frames(self._session(), folder)
            return identify_from(profiles, languages, decisions, frames=frames, shards=seen, keys=keys)


def _job(session: "SparkSession", tasks: Sequence[pa.RecordBatch], work: Work[Task, Answer]) -> Iterator[Answer]:
    """Yield the answers to tasks that are done at once, each given as a row."""
    parallel = session.sparkContext.defaultParallelism
    size = min(_MOST_TASKS, -(-len(tasks) // (parallel * _PARTS_A_CORE)))
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", size)  # a batch is a partition
    with _told_in_a_line():
        table = session.createDataFrame(pa.Table.from_batches(tasks))
        found = table.mapInArrow(partial(_on_executor, work=work), columns_of(work.answer)).toArrow()
    for batch in found.to_batches():
        yield from from_batch(batch, work.answer)


def _on_executor(batches: Iterator[pa.RecordBatch], *, work: Work[Task, Answer]) -> Iterator[pa.RecordBatch]:
    """Yield the answers to the tasks of a partition; a process beside this one does them, which a task may kill."""
    tasks = (task for batch in batches for task in from_batch(batch, work.task))
    with closing(Crew(1)) as crew:
        for answer in crew.do(work, tasks):
            yield to_batch([answer], work.answer)


def _jobs(tasks: Iterable[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    some: list[pa.RecordBatch] = []
    size = 0
    for task in tasks:
        some.append(task)
        size += task.nbytes
        if size > _JOB:
            yield some
            some, size = [], 0
    if some:
        yield some


def columns_of(kind: type) -> "StructType":
    """Return the columns of a value class, as Spark calls them."""
    from pyspark.sql.pandas.types import from_arrow_schema

    columns: StructType = from_arrow_schema(schema_of(kind))
    return columns


@contextmanager
def _told_in_a_line() -> Iterator[None]:
    from pyspark.errors import PySparkException

    try:
        yield
    except PySparkException as error:
        raise EngineError(_reason(str(error)), where="spark") from error


@contextmanager
def _session(workers: int) -> Iterator["SparkSession"]:
    """Give the session of this program, or one of our own that ends with the block."""
    if find_spec("pyspark") is None:
        raise EngineError("is not installed; get it with: pip install 'kg[spark]'", where="spark")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise EngineError("needs Java 17 or later, and there is no `java` here", where="spark")
    from pyspark import SparkConf
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    try:
        active = SparkSession.active()
    except PySparkException:
        active = None
    if active:
        yield active
        return
    master = os.environ.get(MASTER) or f"local[{workers or cores()}]"
    try:
        conf = SparkConf(loadDefaults=False).setAll(list(_settings(master).items()))
        session = SparkSession.builder.master(master).appName("kg").config(conf=conf).getOrCreate()
    except (PySparkException, OSError) as error:
        raise EngineError(f"cannot be started: {_reason(str(error))}", where="spark") from error
    try:
        yield session
    finally:
        session.stop()


def _settings(master: str) -> dict[str, str]:
    """Return what Spark is told beside its own configuration; executors on this machine run the same Python as it."""
    if not master.startswith("local"):
        return _SETTINGS
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", _HERE)
    listening = {"spark.driver.host": _HERE, "spark.driver.bindAddress": _HERE}
    shuffles = {"spark.sql.shuffle.partitions": str(_SHUFFLED * cores())}
    return {**_SETTINGS, **listening, **shuffles, "spark.executorEnv.PYTHONPATH": os.pathsep.join(sys.path)}


def _reason(message: str) -> str:
    """Return what a person needs of the many lines that Spark says: what kg said, or else the first line."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    said = [line.partition(": ")[2] for line in lines if line.startswith("kg.errors.")]
    return (said or lines or ["it gave up"])[0]
