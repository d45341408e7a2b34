"""Review of who is who: the pairs of entities that a build left in doubt, and what somebody decides of them.

A build writes `review.jsonl`; decisions go to `decisions.csv` beside it, which the next build follows.
"""

import csv
import json
from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import asdict, dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

from kg.characters import safe_cell
from kg.decisions import COLUMNS, FILE, decide, read_decisions, undo
from kg.errors import DecisionError, OutputError
from kg.model import Decision, Verdict
from kg.staging import settled

PAIRS = "review.jsonl"
"""Name of the file with the pairs in doubt, in an output folder."""
_ENTITIES = "entities.jsonl"
_FORMER = "former_ids.csv"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entities that may be one."""

    id: str
    type: str
    label: str
    aliases: tuple[str, ...]
    functions: tuple[str, ...]
    articles: int
    """How many articles tell of it."""
    sentences: tuple[tuple[str, str], ...]
    """Document ids with what stands there, or where it stands."""


@dataclass(frozen=True, slots=True)
class ShownPair:
    """Two entities that may be one."""

    one: Side
    other: Side
    likelihood: float
    reasons: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of both."""
        return frozenset({self.one.id, self.other.id})


@dataclass(frozen=True, slots=True)
class Review:
    """The doubts of a build, with the file that decisions go to."""

    output: Path
    file: Path
    pairs: tuple[ShownPair, ...]
    """The likeliest first."""
    decisions: tuple[Decision, ...]

    @property
    def undecided(self) -> tuple[ShownPair, ...]:
        """Return the pairs of which nobody decided anything."""
        decided = {frozenset({decision.one, decision.other}) for decision in self.decisions}
        return tuple(pair for pair in self.pairs if pair.ids not in decided)

    def decided(self, decision: Decision) -> "Review":
        """Return the review with one more decision, which is written at once.

        Raises:
            DecisionError: it contradicts another one.
            OutputError: it cannot be written.
        """
        return replace(self, decisions=decide(self.file, decision))

    def undone(self, one: str, other: str) -> "Review":
        """Return the review without the decisions on a pair, which are removed from the file at once.

        Raises:
            DecisionError: there is none.
            OutputError: the file cannot be written.
        """
        return replace(self, decisions=undo(self.file, one, other))

    def scripted(
        self,
        *,
        same: tuple[str, str] | None = None,
        different: tuple[str, str] | None = None,
        undo: tuple[str, str] | None = None,
        note: str = "",
        by: str = "",
    ) -> "Review":
        """Return the review with what one command decides and undoes.

        Raises:
            DecisionError: it contradicts another decision, or is on what the build knows nothing of.
            OutputError: it cannot be written.
        """
        if unknown := self._unknown((*(same or ()), *(different or ()))):
            raise DecisionError("no entity of this build has or had this id", where=unknown[0])
        review = self.undone(*undo) if undo else self
        for verdict, pair in ((Verdict.SAME, same), (Verdict.DIFFERENT, different)):
            if pair:
                review = review.decided(Decision(verdict, *pair, note, by))
        return review

    @property
    def strange(self) -> tuple[Decision, ...]:
        """Return the decisions on an id that no entity of the build has or had; where that is not known, none."""
        unknown = set(self._unknown([id for one in self.decisions for id in (one.one, one.other)]))
        return tuple(decision for decision in self.decisions if unknown & {decision.one, decision.other})

    def _unknown(self, ids: Collection[str]) -> list[str]:
        """Return the ids that no entity of the build has or had, sorted; where it wrote no table of entities, none."""
        if not ids or not (self.output / _ENTITIES).is_file():
            return []
        in_doubt = {side.id for pair in self.pairs for side in (pair.one, pair.other)}
        return sorted(set(ids) - in_doubt - _ids(self.output))


def open_review(output: Path, decisions: str | Path = "") -> Review:
    """Return the doubts of the build in a folder, and what is decided in the file given or that of the folder.

    Raises:
        OutputError: the build wrote no doubts, or they cannot be read.
        DecisionError: the decisions cannot be read.
    """
    settled(output)
    file = Path(decisions) if decisions else output / FILE
    return Review(output, file, _read_pairs(output / PAIRS), read_decisions(file) if file.is_file() else ())


def talk(review: Review, ask: Callable[[ShownPair, int], str], tell: Callable[[str], None], *, by: str = "") -> Review:
    """Return the review after a talk about each pair that is not decided; every answer is written at once.

    `ask` shows a pair and how many are left, and returns a line: `s` (same), `d` (different), each with a note behind
    it if there is one, `k` or nothing (skip), `u` (undo the last), `q` (stop).
    """
    asked: list[ShownPair] = []
    left = list(reversed(review.undecided))
    while left:
        pair = left.pop()
        key, _, note = ask(pair, len(left)).strip().partition(" ")
        if key in _VERDICTS:
            try:
                review = review.decided(Decision(_VERDICTS[key], pair.one.id, pair.other.id, note.strip(), by))
                asked.append(pair)
            except DecisionError as error:
                tell(str(error))
        elif key == "u":
            left.append(pair)
            if asked:
                left.append(asked.pop())
                review = review.undone(*sorted(left[-1].ids))
            else:
                tell("nothing to undo")
        elif key == "q":
            break
        elif key not in ("", "k"):
            tell("s is same, d different, k skip, u undo, q stop")
            left.append(pair)
    return review


_VERDICTS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT}


def to_json(pairs: Sequence[ShownPair]) -> str:
    """Return pairs as a JSON array."""
    return json.dumps([asdict(pair) for pair in pairs], ensure_ascii=False, indent=2) + "\n"


def to_csv(pairs: Sequence[ShownPair]) -> str:
    """Return pairs as CSV that a spreadsheet opens without harm; filled in, it is a file of decisions."""
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    shown = (f"{side}_{what}" for side in ("one", "other") for what in ("label", "sentences"))
    writer.writerow((*COLUMNS, "likelihood", "reasons", *shown))
    for pair in pairs:
        cells = (pair.likelihood, "; ".join(pair.reasons), *_cells(pair.one), *_cells(pair.other))
        writer.writerow(("", pair.one.id, pair.other.id, "", "", *map(safe_cell, cells)))
    return sheet.getvalue()


def _cells(side: Side) -> tuple[str, str]:
    return side.label, " | ".join(words for _, words in side.sentences)


def _ids(output: Path) -> Set[str]:
    """Return the ids that the entities of a build have or had, as far as its tables tell.

    Raises:
        OutputError: they cannot be read.
    """
    try:
        with (output / _ENTITIES).open(encoding="utf-8") as lines:
            found = {str(json.loads(line)["id"]) for line in lines}
        if (output / _FORMER).is_file():
            with (output / _FORMER).open(encoding="utf-8-sig", newline="") as sheet:
                found |= {row["id"] for row in csv.DictReader(sheet)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OutputError("holds no tables of entities that kg wrote; build it anew", where=output) from error
    return found


def _read_pairs(path: Path) -> tuple[ShownPair, ...]:
    try:
        with path.open(encoding="utf-8") as lines:
            return tuple(_pair(json.loads(line)) for line in lines)
    except FileNotFoundError as error:
        raise OutputError(f"holds no {path.name}; build it anew, in all formats", where=path.parent) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OutputError("is no list of pairs that kg wrote; build it anew", where=path) from error


def _pair(row: dict[str, Any]) -> ShownPair:
    return ShownPair(_side(row["one"]), _side(row["other"]), float(row["likelihood"]), _words(row["reasons"]))


def _side(row: dict[str, Any]) -> Side:
    return Side(
        id=str(row["id"]),
        type=str(row["type"]),
        label=str(row["label"]),
        aliases=_words(row["aliases"]),
        functions=_words(row["functions"]),
        articles=int(row["articles"]),
        sentences=tuple((str(one["document"]), _told(one)) for one in row["sentences"]),
    )


def _told(sentence: dict[str, Any]) -> str:
    """Return the words of a sentence on one line, or where it stands."""
    words = sentence["text"]
    return f"[{int(sentence['start'])}-{int(sentence['end'])}]" if words is None else " ".join(str(words).split())


def _words(given: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(word) for word in given)
