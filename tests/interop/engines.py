"""Apache Jena, which loads what kg wrote and answers questions; Debian has it as libapache-jena-java."""

import csv
import io
import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

from kg.ontology import NAMESPACE
from tests.interop.tools import missing, run

Rows = list[dict[str, str]]

_JARS = Path("/usr/share/java")
_NOT_BESIDE_JENA = re.compile(
    r"log4j|logback|maven|osgi|jul-to|owlapi|rdf4j|slf4j-(jdk14|simple|jcl|migrator)|-\d[\w.]*\.jar$"
)
"""Jars that bind logging twice, that others use, and second names of the same jar."""
_MOVED = "org/apache/jena/ext/"
"""Where Debian's jena-core has the messages of Xerces, whose classes it has moved out of there."""


class Jena:
    """Apache Jena: the commands of its own distribution."""

    def __init__(self, folder: Path) -> None:
        if not (_JARS / "jena-cmds.jar").is_file():
            missing("Jena (libapache-jena-java)")
        with ZipFile(_JARS / "jena-core.jar") as core:
            for name in core.namelist():
                if name.startswith(_MOVED) and name.endswith(".properties"):
                    path = folder / name.removeprefix(_MOVED)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(core.read(name))
        jars = [jar for jar in sorted(_JARS.glob("*.jar")) if not _NOT_BESIDE_JENA.search(jar.name)]
        self._classpath = ":".join(map(str, (folder, *jars)))
        self._store = folder / "db"

    def count(self, path: Path) -> int:
        """Return how many statements riot reads in a file."""
        done = self._run("riotcmd.riot", "--count", path)
        [number] = re.findall(r" = ([\d,]+)", done.stdout + done.stderr)
        return int(number.replace(",", ""))

    def load(self, dump: Path, ontology: Path) -> None:
        """Load a dump, and the ontology into a graph of its own: the union is of named graphs alone."""
        self._run("tdb2.tdbloader", "--loc", self._store, dump)
        self._run("tdb2.tdbloader", "--loc", self._store, f"--graph={NAMESPACE}", ontology)

    def ask(self, question: Path) -> Rows:
        """Return the answer of TDB2 about the union of all graphs."""
        union = ("--set", "tdb2:unionDefaultGraph=true")
        answer = self._run("tdb2.tdbquery", "--loc", self._store, *union, "--results=CSV", "--query", question).stdout
        return [{name: value for name, value in row.items() if value} for row in csv.DictReader(io.StringIO(answer))]

    def _run(self, command: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        return run("java", "-cp", self._classpath, command, *arguments)
