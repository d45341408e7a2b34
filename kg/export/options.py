"""What a user may set about everything that is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Settings that every exporter is given; each reads those that concern it."""

    base: str = "https://data.example.org/kg/"
    """IRI that all data hangs under; it ends in `/`."""
    language: str = "nl"
    """Language of the page's own words."""
    with_text: bool = True
    """Write sentences and quotations; without them (copyright) only offsets, hashes and names are left."""
