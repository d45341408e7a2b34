"""Processes that engines start: which there are, and waiting for what they do."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def executors(cluster: "SparkSession") -> set[int]:
    """Return the processes of a cluster's executors."""
    driver = f":{cluster.sparkContext.getConf().get('spark.driver.port')}"
    return {
        int(path.parent.name)
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if path.exists() and driver in (line := path.read_text()) and "CoarseGrainedExecutorBackend" in line
    }


def wait_until(is_so: Callable[[], bool], seconds: float = 300) -> None:
    """Wait for something that another process does; fail if it takes longer than that."""
    end = monotonic() + seconds
    while not is_so():
        assert monotonic() < end
        sleep(0.02)
