"""Entities to link, made by hand."""

from kg.model import Document, Entity, EntityType
from tests.factory import mention_of


def thing(
    name: str, kind: EntityType = EntityType.PLACE, *, article: str = "a", aliases: tuple[str, ...] = ()
) -> Entity:
    """Return an entity that one article names once; its id is its name in small letters."""
    document = Document(article, name)
    mention = mention_of(document, name, type=kind)
    return Entity(f"{kind.value.lower()}/{name.lower()}", kind, name, aliases, (mention,))
