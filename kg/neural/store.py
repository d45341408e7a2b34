"""Files of a component: arrays and values."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import PipelineNotInstalled

Floats = npt.NDArray[np.float32]
Arrays = Mapping[str, Floats]
Values = Mapping[str, Any]
"""What JSON can hold."""


def write_store(folder: Path, arrays: Arrays, values: Values) -> None:
    """Write arrays in half precision and values as JSON into a new folder."""
    folder.mkdir(parents=True, exist_ok=True)
    halves: dict[str, Any] = {name: array.astype(np.float16) for name, array in arrays.items()}
    np.savez_compressed(folder / "weights.npz", **halves)
    (folder / "values.json").write_text(json.dumps(values, ensure_ascii=False, indent=0), encoding="utf-8")


def read_store(folder: Path) -> tuple[Arrays, Values]:
    """Return the arrays, in single precision, and the values of a component.

    Raises: PipelineNotInstalled where a file is missing.
    """
    try:
        with np.load(folder / "weights.npz") as stored:
            arrays = {name: stored[name].astype(np.float32) for name in stored.files}
        values: Values = json.loads((folder / "values.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PipelineNotInstalled("a file of the pipeline is missing", where=error.filename) from error
    return arrays, values
