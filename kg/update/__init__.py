"""Which articles a graph is of, when some files are new, changed or gone.

Nothing here depends on the order in which files came or builds were made: the articles that come out are those that a
build of the same files from nothing would have, under the same ids.
"""

from kg.update.comparison import Changes, changes
from kg.update.gathering import Doubt, Gathered, Intake, gather, without
from kg.update.telling_apart import Corpus, no_articles, told_apart

__all__ = [
    "Changes",
    "Corpus",
    "Doubt",
    "Gathered",
    "Intake",
    "changes",
    "gather",
    "no_articles",
    "told_apart",
    "without",
]
