"""Leaves persons out of a corpus: nothing that names them, or stands in a sentence that tells of them, remains.

The rule is coarse on purpose. A sentence that names such a person, or refers to them in any way, gives nothing at all,
and its characters are blanked, so that all other offsets stay true; what others say and do in it is lost too. An entity
of any kind whose name holds the person's (a group, a foundation), or is no more than the person's surname, is left out
like the person: who bears it in another article may be the same.
"""

from kg.privacy.counting import LeftOut, left_out_by_name
from kg.privacy.leaving_out import leave_out
from kg.privacy.named import distinct, folded, ids_without_names, nameless, read_names
from kg.privacy.withheld import BLANK

__all__ = [
    "BLANK",
    "LeftOut",
    "distinct",
    "folded",
    "ids_without_names",
    "leave_out",
    "left_out_by_name",
    "nameless",
    "read_names",
]
