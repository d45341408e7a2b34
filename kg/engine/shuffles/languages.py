"""Languages in the processes of a cluster: named where the work is given, loaded where it is done."""

from functools import cache

from kg.lang import load
from kg.resolve.identity.rules import Rules, rules_of
from kg.resolve.within import Within, within

Spoken = tuple[tuple[str, str], ...]
"""Codes that articles have, each with that of the language whose rules hold for them."""


@cache
def rules_for(spoken: Spoken) -> Rules:
    """Return what these languages say of identity."""
    return rules_of({code: load(language) for code, language in spoken})


@cache
def within_for(spoken: Spoken) -> Within:
    """Return what it takes to understand articles in these languages by themselves."""
    return within({code: load(language) for code, language in spoken})
