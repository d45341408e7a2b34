"""A cluster on this machine, for the tests that need one."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from kg.engine import spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

CLUSTER = "local-cluster[2,1,1024]"
"""Two executors, processes of their own, of one core and 1024 MB each."""
QUICK = {
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.shuffle.io.retryWait": "1s",
}
"""Few rows are sooner read than code for them is compiled, and a process that was killed does not come back."""


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator["SparkSession"]:
    """Give the session of a cluster, which the engine uses since there is one."""
    if find_spec("pyspark") is None or not shutil.which("java"):
        pytest.skip("needs the extra `spark` and Java 17")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(spark.MASTER, CLUSTER)
        for name, value in QUICK.items():
            patch.setitem(spark._SETTINGS, name, value)
        patch.setenv("SPARK_WORKER_DIR", str(tmp_path_factory.mktemp("workers")))
        with spark._session(0) as session:
            yield session
