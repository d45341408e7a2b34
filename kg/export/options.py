"""What a user may set about everything that is written."""

from dataclasses import dataclass

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Options:
    """Settings that every exporter is given; each reads those that concern it."""

    base: str = "https://data.example.org/kg/"
    """IRI that all data hangs under; it ends in `/`."""
    language: str = "nl"
    """Language of the page's own words; empty for that of most articles."""
    with_text: bool = True
    """Write what articles say in their words; without it (copyright) only names, functions, verbs, times as values,
    offsets and hashes are left, and other words give way to where they stand."""

    def words(self, text: str, span: Span) -> str:
        """Return words of an article, or where they stand.

        >>> Options(with_text=False).words("300 woningen", Span(144, 156))
        '[144-156]'
        """
        return text if self.with_text else f"[{span.start}-{span.end}]"
