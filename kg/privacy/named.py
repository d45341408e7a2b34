"""Names of people who are to be left out, and where such a name stands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from kg.errors import ReadError
from kg.model import Entity, MentionKind

_NOTHING = re.compile(r"(?!)")
_NAMELESS = re.compile(r"article-[0-9a-f]{12}")
_POSSESSIVE = r"(?:['’]?s|['’])?"


def read_names(path: Path) -> tuple[str, ...]:
    """Return the names in a file, one a line; empty lines and those that begin with `#` are no names.

    Raises:
        ReadError: it cannot be read, or is no UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", where=path) from error
    except UnicodeDecodeError as error:
        raise ReadError("cannot be read: it is no UTF-8", where=path) from error
    return tuple(name for line in lines if (name := " ".join(line.split())) and not name.startswith("#"))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in their order, each once.

    >>> distinct(["Ali Bos", "ali  bos", "Eva Dam"])
    ('Ali Bos', 'Eva Dam')
    """
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(folded(name), name)
    return tuple(first.values())


def folded(name: str) -> str:
    """Return what a name is however it is capitalised, composed or broken over lines."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def ids_without_names(ids: Iterable[str], names: Sequence[str]) -> Iterator[str]:
    """Yield ids of articles, another one for each that holds a name (of the article's file, say)."""
    named = pattern(names)
    for id in ids:
        yield nameless(id) if is_in_address(named, id) else id


def nameless(id: str) -> str:
    """Return the id that an article has where its own would name somebody; such an id stays.

    >>> nameless("krant/jan-jansen") == nameless(nameless("krant/jan-jansen")) == "article-8e62a2ff159b"
    True
    """
    if _NAMELESS.fullmatch(id):
        return id
    return f"article-{sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for names as whole words, however they are capitalised, composed or broken over lines.

    Its first group is the name, without what makes it a genitive.
    """
    forms = {unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD")}
    spelled = (r"\s+".join(map(re.escape, form.split())) for form in sorted(forms, key=lambda form: (-len(form), form)))
    either = "|".join(filter(None, spelled))
    return re.compile(rf"(?<!\w)({either}){_POSSESSIVE}(?!\w)", re.IGNORECASE) if either else _NOTHING


def surname(name: str) -> str:
    """Return what stands behind the first name; empty for one word."""
    return name.partition(" ")[2]


def is_in_address(names: re.Pattern[str], address: str) -> bool:
    """Tell whether an id or a web address holds a name, as `jan-de-vries` does."""
    plain = re.sub(r"[\W_]+", " ", unquote(address))
    return names.search(address) is not None or names.search(plain) is not None


def is_meant(entity: Entity, names: re.Pattern[str], surnames: re.Pattern[str]) -> bool:
    """Tell whether one of its names holds one to leave out, or all of them are only a surname."""
    return any(map(names.search, names_of(entity))) or all(map(surnames.fullmatch, names_of(entity)))


def names_of(entity: Entity) -> Iterator[str]:
    """Yield the names of an entity, some again and again."""
    yield entity.label
    yield from entity.aliases
    yield from (mention.text for mention in entity.mentions if mention.kind is MentionKind.NAME)
