"""What libraries say of a broken file, as part of one line for a person."""

_LONGEST = 100
"""Characters of it that are told."""


def said(error: Exception) -> str:
    r"""Return what an error says on one line, without what would do something to a terminal.

    >>> said(ValueError("no such\nthing \x1b[2J"))
    'no such thing ?[2J'
    """
    line = " ".join(str(error).split()) or type(error).__name__
    printable = "".join(char if char.isprintable() else "?" for char in line)
    return printable if len(printable) <= _LONGEST else f"{printable[:_LONGEST]}..."
