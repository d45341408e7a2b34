"""Connected components by shuffles: large-star and small-star in turn (Kiveris et al. 2014).

Each edge leads from a position to a lower one. A large star links the higher neighbours of each position to the lowest
of all its neighbours, a small star its lower ones; both keep components as they are, and what nothing changes any more
is a star around the lowest position of each. See https://doi.org/10.1145/2670979.2670997
"""

from itertools import count

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.frames import Frames


def components_of(frames: Frames, edges: DataFrame) -> DataFrame:
    """Return the positions in edges (`one`, `other`), each with the lowest one of its component."""
    stars = frames.kept(_falling(edges), "stars-0")
    before, now = None, _print_of(stars)
    for turn in count(1):
        if before == now:
            break
        stars = frames.kept(_small_star(_large_star(stars)), f"stars-{turn}")
        before, now = now, _print_of(stars)
    lowest = stars.select(F.col("other").alias("position"), F.col("other").alias("component")).distinct()
    return lowest.union(stars.select(F.col("one").alias("position"), F.col("other").alias("component")))


def _falling(edges: DataFrame) -> DataFrame:
    falling = edges.select(F.greatest("one", "other").alias("one"), F.least("one", "other").alias("other"))
    return falling.where("one != other").distinct()


def _large_star(edges: DataFrame) -> DataFrame:
    both = edges.union(edges.select(F.col("other").alias("one"), F.col("one").alias("other")))
    lowest = F.least("one", F.min("other").over(Window.partitionBy("one")))
    stars = both.withColumn("lowest", lowest).where("other > one")
    return stars.select(F.col("other").alias("one"), F.col("lowest").alias("other")).distinct()


def _small_star(edges: DataFrame) -> DataFrame:
    stars = edges.withColumn("lowest", F.min("other").over(Window.partitionBy("one")))
    centres = stars.select("one", F.col("lowest").alias("other"))
    others = stars.where("other != lowest").select(F.col("other").alias("one"), F.col("lowest").alias("other"))
    return centres.union(others).distinct()


def _print_of(edges: DataFrame) -> tuple[int, int]:
    """Return what is the same for the same edges, and for others hardly ever."""
    [row] = edges.select(F.count("*"), F.sum(F.xxhash64("one", "other").cast("decimal(38)"))).collect()
    return row[0], int(row[1] or 0)
