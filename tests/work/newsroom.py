"""A newsroom whose articles come, change and go, and what its graph must be after that."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from kg.pipeline import build
from kg.pipeline.report import Progress, Report
from tests import gold_pipeline

VISIT = "Minister Noor Zandbergen bezocht woensdag Gent."
PROMISE = "De minister beloofde de stad drie miljoen euro."
DENIAL = "Volgens burgemeester Ans Bakker komt het geld niet."
TEXTS = (VISIT, PROMISE, DENIAL, f"date: 2020-09-18\nbron: De Kustbode\n\n{VISIT} {PROMISE}\n", f"{DENIAL} {VISIT}", "")
"""Articles; the last is none."""
RECORDS = tuple(
    "\n".join(json.dumps(record) for record in records)
    for records in (
        ({"id": "a", "text": VISIT}, {"id": "a", "text": DENIAL}, {"id": "d", "text": VISIT}, {"id": "e"}),
        ({"id": "d", "text": VISIT, "section": "Stad"}, {"id": "d", "text": VISIT, "section": "Politiek"}),
    )
)
"""Files of records: articles of one id with other words, and with the same words in another section, and no article."""
FILES = {"bode/a.txt": VISIT, "bode/b.txt": DENIAL, "bode/c.txt": PROMISE}
"""A paper of three articles."""
FORMATS = ("nquads", "page", "actions", "entities")


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, whose names are paths below the folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def build_gold(output: Path, *paths: Path, **options: object) -> Report:
    """Build without a trained pipeline."""
    return build(paths, output, pipeline=gold_pipeline.NAME, formats=FORMATS, **options)  # type: ignore[arg-type]


def outputs(folder: Path) -> Mapping[str, str]:
    """Return what stands for each file that a user sees in an output folder; nothing where there is none."""
    files = sorted(folder.iterdir()) if folder.exists() else []
    return {
        path.name: sha256(path.read_bytes()).hexdigest() for path in files if path.is_file() and path.name[0] != "."
    }


def from_nothing(folder: Path, files: Mapping[str, str]) -> Mapping[str, str]:
    """Return the outputs of a build of these files alone; the first part of a name is the path that is built."""
    write(folder / "news", files)
    build_gold(folder / "out", *sorted((folder / "news").iterdir()))
    return outputs(folder / "out")


def read_in(room: Path, **options: object) -> int:
    """Build the paper in a room again, and return how many articles the pipeline was given."""
    seen: list[Progress] = []
    build_gold(room / "out", room / "news/bode", progress=seen.append, **options)
    return max((one.total for one in seen if one.stage == "extract"), default=0)


def shards(room: Path) -> list[Path]:
    """Return the files with what the articles of a room say."""
    return sorted((room / "out/work").glob("extractions-*.parquet"))
