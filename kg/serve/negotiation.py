"""What a client takes, by its Accept header: https://www.rfc-editor.org/rfc/rfc9110#name-accept."""


def accepted(header: str) -> tuple[str, ...]:
    """Return the media ranges of an Accept header in small letters, the best first, without those refused (q=0).

    >>> accepted("text/html;q=0.8, text/turtle, */*;q=0.1")
    ('text/turtle', 'text/html', '*/*')
    """
    ranges = [_read(part) for part in header.split(",")[:_MOST]]
    ordered = sorted(((weight, name) for weight, name in ranges if name and weight > 0), key=lambda one: -one[0])
    return tuple(name for _, name in ordered)


_MOST = 30
"""Ranges of a header that are looked at."""


def _read(part: str) -> tuple[float, str]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [value.removeprefix("q=") for value in parameters if value.startswith("q=")]
    try:
        return (float(weights[0]) if weights else 1.0), name
    except ValueError:
        return 1.0, name
