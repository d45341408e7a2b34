"""What a corpus calls its entities."""

from kg.model import Resolution


def labels(corpus: Resolution) -> list[str]:
    return sorted(entity.label for entity in corpus.entities)


def bearers(corpus: Resolution, label: str) -> list[set[str]]:
    """Return the articles of each bearer of a name."""
    found = ({mention.document_id for mention in each.mentions} for each in corpus.entities if each.label == label)
    return sorted(found, key=min)
