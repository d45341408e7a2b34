"""Coordinates for the page: the same picture every time, worked out here so that the browser has nothing to compute.

Each connected part of an article is laid out by itself: by stress majorisation while it is small (Gansner, Koren and
North 2004, https://doi.org/10.1007/978-3-540-31843-9_25), above that by springs and a push from a sample of the other
nodes, whose cost grows with the number of nodes and not with its square. Nodes of a small part are then pushed apart
until their labels fit, those of a large one step aside from a place that is taken. The parts of an article are packed
in rows, the largest first, and so are the articles, in the order given.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import networkx as nx
import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
_Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_SEED = 20
_EXACT = 400
"""Nodes up to which every pair is compared."""
_COMMON = 5
"""Nodes up to which a part is likely to have the shape of another: an action with its participants, mostly."""
_MAJORISATIONS = 40
_ROUNDS = 300
_SAMPLE = 12
"""Other nodes that push one node in a round of the sampled layout."""
_SPACE = 64.0
"""Pixels between two connected nodes, about."""
_CELL = 24
"""Pixels between two nodes of a large part, at least about."""
_GAPS = (40.0, 16.0)
"""Pixels between two parts of an article, across and down."""
_BLOCK_GAPS = (110.0, 150.0)
"""Pixels between two articles, across and down; the title of the lower one stands between them."""
_LINE_HEIGHT = 44.0
"""Pixels that a node takes with its label below it."""
_ASPECT = 1.2
"""Width of the picture for one unit of height."""


def place_nodes(labels: Sequence[str], edges: Iterable[tuple[int, int]], homes: Sequence[int]) -> list[tuple[int, int]]:
    """Return x and y in pixels, around the origin, of every node.

    `edges` name nodes by their place in `labels`; `homes` gives each node the number of the block that it stands in,
    blocks follow one another from left to right and from top to bottom. An edge between two blocks pulls nothing.
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(labels)))
    graph.add_edges_from((one, other) for one, other in edges if one != other and homes[one] == homes[other])
    widths = np.array([_width(label) for label in labels])
    blocks = [_place_block(graph, block, widths) for block in _blocks(homes)]
    moved = _packed([points for _, points in blocks], [widths[nodes] for nodes, _ in blocks], gaps=_BLOCK_GAPS)
    spots: list[tuple[int, int]] = [(0, 0)] * len(labels)
    for (nodes, _), points in zip(blocks, moved, strict=True):
        for node, (x, y) in zip(nodes, points.tolist(), strict=True):
            spots[node] = (round(x), round(y))
    return spots


def _blocks(homes: Sequence[int]) -> list[list[int]]:
    nodes: dict[int, list[int]] = {}
    for node, home in enumerate(homes):
        nodes.setdefault(home, []).append(node)
    return [nodes[home] for home in sorted(nodes)]


def _place_block(graph: "nx.Graph[int]", block: Sequence[int], widths: Points) -> tuple[list[int], Points]:
    """Return the nodes of a block, by connected part and the largest part first, and where they stand in it."""
    found = nx.connected_components(graph.subgraph(block))
    parts = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
    points = [_place_part(graph, part, widths[part]) for part in parts]
    packed = _packed(points, [widths[part] for part in parts], gaps=_GAPS)
    return [node for part in parts for node in part], np.concatenate(packed)


def _width(label: str) -> float:
    return 24.0 + 6.5 * min(len(label), 22)


def _place_part(graph: "nx.Graph[int]", part: Sequence[int], widths: Points) -> Points:
    if len(part) == 1:
        return np.zeros((1, 2))
    numbers = {node: number for number, node in enumerate(part)}
    pairs = tuple(sorted(_pairs(graph, part, numbers)))
    if len(part) > _EXACT:
        return _stepped_aside(_widened(_lying(_sampled(np.array(pairs), len(part)))))
    shape = _common_shape if len(part) <= _COMMON else _shape
    return _spread(shape(pairs, len(part)), widths)


def _shape(pairs: Sequence[tuple[int, int]], count: int) -> Points:
    """Return where the nodes of a connected part stand as long as they have no labels."""
    edges = np.array(pairs)
    return _scaled(_lying(_stressed(edges, count)), edges)


_common_shape = cache(_shape)
"""Remembers each shape of a small part, of which there are 771 (https://oeis.org/A001187) and a dozen common."""


def _scaled(points: Points, pairs: npt.NDArray[np.int64]) -> Points:
    """Return the points at a measure in which the median edge is `_SPACE` long."""
    lengths = np.linalg.norm(points[pairs[:, 0]] - points[pairs[:, 1]], axis=1)
    return np.asarray(points * (_SPACE / max(float(np.median(lengths)), 1e-9)))


def _widened(points: Points) -> Points:
    """Return the points at a measure in which each has a square of `_SPACE`, taken over the whole."""
    return np.asarray(points * (math.sqrt(len(points)) * _SPACE / (4 * float(points.std()) + 1e-9)))


def _stepped_aside(points: Points) -> Points:
    """Return the points, each in a cell of its own: where a cell is taken the later node steps to the nearest free."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for x, y in points.tolist():
        home = (round(x / _CELL), round(y / _CELL))
        cell = next(cell for cell in _rings(home) if cell not in taken)
        taken.add(cell)
        placed.append((x, y) if cell == home else (cell[0] * _CELL, cell[1] * _CELL))
    return np.array(placed)


def _rings(home: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield `home`, then the cells around it in growing squares."""
    for reach in itertools.count():
        for across in range(-reach, reach + 1):
            for down in range(-reach, reach + 1):
                if max(abs(across), abs(down)) == reach:
                    yield home[0] + across, home[1] + down


def _pairs(graph: "nx.Graph[int]", part: Sequence[int], numbers: dict[int, int]) -> list[tuple[int, int]]:
    return [(numbers[node], numbers[other]) for node in part for other in graph[node] if node < other]


def _stressed(pairs: npt.NDArray[np.int64], count: int) -> Points:
    """Return coordinates whose distances come near to the number of edges between two nodes of a connected part."""
    graph: nx.Graph[int] = nx.Graph(map(tuple, pairs.tolist()))
    steps = np.zeros((count, count))
    for node, lengths in nx.all_pairs_shortest_path_length(graph):
        steps[node, list(lengths)] = list(lengths.values())
    weights = 1.0 / np.where(steps == 0, np.inf, steps) ** 2
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    springs = -weights * steps
    points = _scaling(steps) + 0.05 * _sunflower(count)
    for _ in range(_MAJORISATIONS):
        apart = np.linalg.norm(points[:, None, :] - points[None, :, :], axis=2)
        pull = springs / np.maximum(apart, 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return np.asarray(points)


def _scaling(steps: Points) -> Points:
    """Return the classical scaling of the distances in two dimensions: a start that has no knots."""
    middle = np.eye(len(steps)) - 1.0 / len(steps)
    values, axes = np.linalg.eigh(-0.5 * middle @ steps**2 @ middle)
    return np.asarray(axes[:, -2:] * np.sqrt(np.maximum(values[-2:], 0.0)))


def _sunflower(count: int) -> Points:
    """Return points spread evenly over a disc, no two of them in one place."""
    number = np.arange(count)
    angle = number * math.pi * (3 - math.sqrt(5))
    return np.asarray((np.sqrt(number + 0.5) * np.array([np.cos(angle), np.sin(angle)])).T)


def _sampled(pairs: npt.NDArray[np.int64], count: int) -> Points:
    """Return coordinates from springs along the edges and a push from a sample of the other nodes."""
    random = np.random.default_rng(_SEED)
    points = random.normal(size=(count, 2)) * math.sqrt(count)
    degree = np.bincount(pairs.ravel(), minlength=count)[:, None].astype(float)
    for number in range(_ROUNDS):
        others = random.integers(count, size=(count, _SAMPLE))
        away = points[:, None, :] - points[others]
        push = (away / ((away**2).sum(axis=2, keepdims=True) + 0.5)).sum(axis=1) * (count / _SAMPLE) * 0.5
        along = points[pairs[:, 1]] - points[pairs[:, 0]]
        pull = np.zeros_like(points)
        np.add.at(pull, pairs[:, 0], along)
        np.subtract.at(pull, pairs[:, 1], along)
        step = push / math.sqrt(count) + pull / (1.0 + degree) - points * 0.01
        length = np.linalg.norm(step, axis=1, keepdims=True)
        points = points + step * np.minimum(1.0, math.sqrt(count) * 0.1 * (1 - number / _ROUNDS) / (length + 1e-9))
    return points


def _spread(points: Points, widths: Points) -> Points:
    """Return the points pushed apart until no two labels overlap by more than a pixel, or 200 rounds passed."""
    points = points.copy()
    wide = (widths[:, None] + widths[None, :]) / 2
    later = _later(len(points))
    for _ in range(200):
        apart = points[:, None, :] - points[None, :, :]
        over_x = wide - np.abs(apart[:, :, 0])
        over_y = _LINE_HEIGHT - np.abs(apart[:, :, 1])
        overlap = (over_x > 1) & (over_y > 1)
        np.fill_diagonal(overlap, False)
        if not overlap.any():
            break
        sideways = overlap & (over_x < over_y * 1.5)
        upright = overlap & ~sideways
        points[:, 0] += (np.where(sideways, over_x, 0.0) * _signs(apart[:, :, 0], later)).sum(axis=1) * 0.25
        points[:, 1] += (np.where(upright, over_y, 0.0) * _signs(apart[:, :, 1], later)).sum(axis=1) * 0.25
    return points


def _lying(points: Points) -> Points:
    """Return the points turned so that they stretch from left to right, the first of them in the left half."""
    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    turned = points @ axes[:, ::-1]
    return np.asarray(turned * np.where(turned[0] > 0, -1.0, 1.0))


def _later(count: int) -> Points:
    """Return 1 where the node of the row comes later than that of the column, -1 where it comes earlier."""
    order = np.arange(count, dtype=float)
    return np.asarray(np.sign(order[:, None] - order[None, :]))


def _signs(apart: Points, later: Points) -> Points:
    """Return the side on which each node lies of each other; of two in the same spot the later one gives way."""
    return np.where(apart == 0, later, np.sign(apart))


def _packed(parts: Sequence[Points], widths: Sequence[Points], *, gaps: tuple[float, float]) -> list[Points]:
    """Return the parts moved into rows that do not overlap, in the number of rows that fills the picture best."""
    boxes = [_box(points, width) for points, width in zip(parts, widths, strict=True)]
    area = sum((right - left + gaps[0]) * (bottom - top + gaps[1]) for left, top, right, bottom in boxes)
    limits = [math.sqrt(area * _ASPECT) * step / 10 for step in range(6, 20)]
    tried = [_in_rows(parts, boxes, limit, gaps=gaps) for limit in limits]
    return _centred(min(tried, key=_extent))


def _extent(parts: Sequence[Points]) -> float:
    """Return the height of the smallest picture that all parts go into."""
    if not parts:
        return 0.0
    width, height = np.ptp(np.concatenate(parts), axis=0)
    return max(float(width) / _ASPECT, float(height))


def _in_rows(
    parts: Sequence[Points], boxes: Sequence[_Box], limit: float, *, gaps: tuple[float, float]
) -> list[Points]:
    """Return the parts moved into rows, each row as wide as `limit` lets it be and in the middle."""
    moved: list[Points] = list(parts)
    y = 0.0
    for row in _rows(boxes, limit, gap=gaps[0]):
        x = -sum(boxes[number][2] - boxes[number][0] + gaps[0] for number in row) / 2
        height = max(boxes[number][3] - boxes[number][1] for number in row)
        for number in row:
            left, top, right, bottom = boxes[number]
            moved[number] = parts[number] + np.array([x - left, y - top + (height - bottom + top) / 2])
            x += right - left + gaps[0]
        y += height + gaps[1]
    return moved


def _rows(boxes: Sequence[_Box], limit: float, *, gap: float) -> list[list[int]]:
    rows: list[list[int]] = []
    used = 0.0
    for number, (left, _, right, _) in enumerate(boxes):
        if not rows or used + right - left > limit:
            rows.append([])
            used = 0.0
        rows[-1].append(number)
        used += right - left + gap
    return rows


def _box(points: Points, widths: Points) -> _Box:
    half = widths / 2
    left, right = float((points[:, 0] - half).min()), float((points[:, 0] + half).max())
    top, bottom = float(points[:, 1].min()), float(points[:, 1].max()) + _LINE_HEIGHT
    return left, top, right, bottom


def _centred(parts: list[Points]) -> list[Points]:
    if not parts:
        return parts
    every = np.concatenate(parts)
    middle = (every.min(axis=0) + every.max(axis=0)) / 2
    return [points - middle for points in parts]
