"""Names of files: which may be articles, and how they are written."""

import os
import re
from pathlib import PurePath, PurePosixPath

from kg.read.values import Source

NEVER_ARTICLES = frozenset({"readme", "license", "licence", "notice"})
"""Names of files, up to their first `.`, `-` or `_` and in any case, that are about a folder and no news in it."""

_PICTURES = (".avif", ".bmp", ".gif", ".heic", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp")
_SOUND_AND_FILM = (".aac", ".avi", ".flac", ".m4a", ".mkv", ".mov", ".mp3", ".mp4", ".mpg", ".ogg", ".wav", ".webm")
_MAKE_UP = (".css", ".js", ".map", ".eot", ".otf", ".ttf", ".woff", ".woff2")
BESIDE_ARTICLES = frozenset((*_PICTURES, *_SOUND_AND_FILM, *_MAKE_UP))
"""Endings of pictures, sound, film, fonts and what pages are made up with: they stand beside articles and are none."""


def may_be_article(path: PurePath) -> bool:
    """Tell whether a file that was found, and not named outright, may be an article by its path."""
    is_about = re.split(r"[._-]", path.name.lower())[0] in NEVER_ARTICLES
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not is_about and not is_hidden and path.suffix.lower() not in BESIDE_ARTICLES


def written_path(path: PurePath) -> str:
    r"""Return a path as text that can be written, bytes that are no UTF-8 as `\xe9`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def path_in_archive(name: str) -> PurePosixPath:
    r"""Return the path that a name in an archive stands for: one below the archive, wherever the name leads.

    >>> path_in_archive("..\\..\\etc/./krant.txt")
    PurePosixPath('etc/krant.txt')
    """
    parts = (part for part in re.split(r"[/\\\0]", name) if part not in ("", ".", ".."))
    return PurePosixPath(*map(_writable, parts))


def _writable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def is_address(source: Source) -> bool:
    """Tell whether a source is on the web, not yet fetched."""
    return bool(source.url) and source.part is None


def id_of_address(address: str) -> str:
    """Return the id of what an address holds: its host and path, without the ending.

    >>> id_of_address("https://kustbode.example/2020/brug.html?van=rss")
    'kustbode.example/2020/brug-van=rss'
    """
    parts = address.partition("://")[2].partition("#")[0].partition("?")
    path = PurePosixPath(parts[0])
    named = path.with_suffix("") if len(path.parts) > 1 else path
    return f"{named}-{parts[2]}" if parts[2] else str(named)
