"""One hash of several strings."""

from collections.abc import Iterable
from hashlib import sha256


def hash_of(parts: Iterable[str]) -> str:
    """Return the SHA-256 of strings in their order; no other strings have the same, also where they run together.

    >>> hash_of(["a", "bc"]) == hash_of(["ab", "c"])
    False
    """
    found = sha256()
    for part in parts:
        content = part.encode("utf-8", "backslashreplace")
        found.update(f"{len(content)}:".encode() + content)
    return found.hexdigest()
