"""What is in a page."""

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any

from kg.export import page

ASSETS = Path(page.__file__).parent / "assets"


def content(html: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/(json|gzip)" id="page-data">(.*?)</script>', html, re.DOTALL)
    assert block
    text = block[2] if block[1] == "json" else gzip.decompress(base64.b64decode(block[2]))
    found: dict[str, Any] = json.loads(text)
    return found


def edges_of(data: dict[str, Any]) -> list[tuple[str, str, str]]:
    keys = [node["key"] for node in data["nodes"]]
    return sorted((keys[edge["from"]], keys[edge["to"]], edge["kind"]) for edge in data["edges"])


def words(code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ASSETS / f"words.{code}.json").read_text(encoding="utf-8"))
    return found
