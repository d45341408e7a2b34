"""Identity across articles on a cluster: what `kg.resolve.identity.identify` gives, as shuffles of tables.

Each step is a pure function of `kg.resolve.identity` over the values of some rows; Spark brings together those that it
needs: all of one name, one block, one pair, one component. No join reaches beyond its component, so that the order of
joins inside each is all there is to the result.

Tables that more than one step reads are kept as Parquet, in a folder that every machine sees and that goes at the end:
a machine that is lost costs the steps it was at.
"""

from kg.engine.shuffles.frames import Frames
from kg.engine.shuffles.identifying import identify_from

__all__ = ["Frames", "identify_from"]
