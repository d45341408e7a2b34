"""Languages: everything that kg knows of a language, as data in a folder of its own.

A language is a folder `kg/lang/<code>/` with `language.toml`, one TOML file a topic, and word lists; Dutch has a
trained spaCy pipeline too. The algorithms in `kg.extract` and `kg.resolve` work on Universal Dependencies and read what
is particular to a language from here; how other labels become those is in its `labels.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import LanguageError
from kg.lang.actions import ActionRules
from kg.lang.attribution import AttributionRules
from kg.lang.confidence import ConfidenceRules
from kg.lang.coreference import CoreferenceRules
from kg.lang.demonyms import Demonym, read_demonyms
from kg.lang.factuality import FactualityRules
from kg.lang.given_names import GivenNames
from kg.lang.happenings import HappeningRules
from kg.lang.identity import IdentityRules
from kg.lang.labels import LabelRules
from kg.lang.mentions import MentionRules
from kg.lang.names import NameLists, NameRules, read_name_lists
from kg.lang.nouns import NounList, read_nouns
from kg.lang.relations import RelationRules
from kg.lang.section import read_section
from kg.lang.time import TimeRules

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Label:
    """The first lines of language.toml."""

    code: str
    """ISO 639-1 code."""
    name: str
    """Name in the language itself."""
    english_name: str
    territories: tuple[str, ...]
    """ISO 3166-1 codes of the countries whose press writes in it: a bare town name most likely means one there."""
    regions: tuple[str, ...]
    """Regions whose names towns bear too, or hamlets."""
    mends_clauses: bool
    """The rules of `kg.extract.mending` that put right what a parser makes of Dutch clauses hold for it."""
    pipelines: tuple[str, ...]
    """Names of spaCy pipelines that others publish, the best first: one serves if it is installed and kg ships none."""
    joins_compounds: bool
    """Nouns are written together to one that is called by its last part: `vliegtuigbouwer` is a `bouwer`."""

    @property
    def advice(self) -> str:
        """Return what to do where there is no pipeline for it."""
        known = ", ".join(self.pipelines) or f"make one with `kg train {self.code}`"
        return f"install one ({known}) or give --pipeline"


@dataclass(frozen=True, slots=True)
class Language:
    """The contract between a language's folder and the stages."""

    label: Label
    folder: Path
    labels: LabelRules
    actions: ActionRules
    factuality: FactualityRules
    attribution: AttributionRules
    time: TimeRules
    names: NameRules
    name_lists: NameLists
    mentions: MentionRules
    nouns: NounList
    relations: RelationRules
    coreference: CoreferenceRules
    given_names: GivenNames
    identity: IdentityRules
    happenings: HappeningRules
    confidence: ConfidenceRules
    demonyms: Mapping[str, Demonym]
    """The place of each adjective made from its name, by every form of the adjective."""

    @property
    def code(self) -> str:
        """Return the ISO 639-1 code."""
        return self.label.code


def available() -> tuple[str, ...]:
    """Return the codes of the languages that kg has, sorted."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob("*/language.toml")))


@cache
def load(code: str) -> Language:
    """Return the language with this code; a second call gives the same value.

    Raises:
        LanguageError: kg does not have the language, or its folder is broken.
    """
    if code not in available():
        raise LanguageError(f"kg has no such language; it has {', '.join(available())}", where=code)
    folder = _FOLDER / code
    label = read_section(Label, folder / "language.toml")
    names = read_section(NameRules, folder / "names.toml")
    return Language(
        label=label,
        folder=folder,
        labels=read_section(LabelRules, folder / "labels.toml"),
        actions=read_section(ActionRules, folder / "actions.toml"),
        factuality=read_section(FactualityRules, folder / "factuality.toml"),
        attribution=read_section(AttributionRules, folder / "attribution.toml"),
        time=read_section(TimeRules, folder / "time.toml"),
        names=names,
        name_lists=read_name_lists(folder / "training.names.txt"),
        mentions=read_section(MentionRules, folder / "mentions.toml"),
        nouns=read_nouns(folder / "nouns.tsv", joins_compounds=label.joins_compounds),
        relations=read_section(RelationRules, folder / "relations.toml"),
        coreference=read_section(CoreferenceRules, folder / "coreference.toml", shared=_FOLDER / "coreference.toml"),
        given_names=read_section(GivenNames, _FOLDER / "given_names.toml"),
        identity=read_section(IdentityRules, folder / "identity.toml", shared=_FOLDER / "identity.toml"),
        happenings=read_section(HappeningRules, folder / "happenings.toml"),
        confidence=read_section(ConfidenceRules, folder / "confidence.toml"),
        demonyms=read_demonyms(folder / "demonyms.tsv", names.adjective_endings),
    )
