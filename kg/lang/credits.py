"""The press agency that a text credits."""

import re
from collections.abc import Set

_BRACKETED = re.compile(r"\(([^()\r\n]{2,60})\)")
_BETWEEN = re.compile(r"\s*[/,&+]\s*")


def credited_agency(text: str, agencies: Set[str]) -> str:
    """Return the first agencies between brackets as they are written, or "".

    Every word between the brackets is an agency; `agencies` are lower case.

    >>> credited_agency("Er viel sneeuw. (ANP/Reuters)", {"anp", "reuters"})
    'ANP/Reuters'
    >>> credited_agency("De bond (ANP noemt hem klein) staakt.", {"anp"})
    ''
    """
    for bracketed in _BRACKETED.finditer(text):
        if all(name.lower() in agencies for name in _BETWEEN.split(bracketed[1].strip())):
            return bracketed[1].strip()
    return ""
