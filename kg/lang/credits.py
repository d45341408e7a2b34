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
        if are_agencies(names := bracketed[1].strip(), agencies):
            return names
    return ""


def are_agencies(names: str, agencies: Set[str]) -> bool:
    """Tell whether all of these names, with `/`, a comma, `&` or `+` between, are agencies; those are lower case.

    >>> are_agencies("ANP / Reuters", {"anp", "reuters"}), are_agencies("De Kustbode", {"anp"})
    (True, False)
    """
    return agencies >= {name.lower() for name in _BETWEEN.split(names)}
