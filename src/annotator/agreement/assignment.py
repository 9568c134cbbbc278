"""Matchings between two sides of a graph: the heaviest one and the largest one.

Plain numbers in and out; what a weight means is the caller's matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Edge = tuple[int, int]
Weights = Mapping[Edge, float]


def heaviest(weights: Weights) -> list[Edge]:
    """Return the one-to-one matching of greatest total weight; every weight is above 0.

    Whole numbers of any size are kept exact. Sorted by the first side.
    """
    chosen: list[Edge] = []
    for part in components(weights):
        chosen += heaviest_of_part(part, weights)
    return sorted(chosen)


def heaviest_of_part(part: list[Edge], weights: Weights) -> list[Edge]:
    """Return the heaviest matching of one connected part."""
    if len(part) == 1:
        return part
    if len({i for i, _ in part}) == 1 or len({j for _, j in part}) == 1:
        return [max(part, key=lambda edge: (weights[edge], -edge[0], -edge[1]))]
    return _assign(part, weights)


def components(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Split edges into the connected parts of the graph, in order of first appearance."""
    of_first: dict[int, list[Edge]] = {}
    of_second: dict[int, list[int]] = {}
    for edge in edges:
        of_first.setdefault(edge[0], []).append(edge)
        of_second.setdefault(edge[1], []).append(edge[0])
    parts: list[list[Edge]] = []
    seen: set[int] = set()
    for first in of_first:
        if first not in seen:
            part = _reach(first, of_first, of_second, seen)
            parts.append(part)
    return parts


def _reach(
    first: int, of_first: dict[int, list[Edge]], of_second: dict[int, list[int]], seen: set[int]
) -> list[Edge]:
    part: list[Edge] = []
    crossed: set[int] = set()
    seen.add(first)
    waiting = [first]
    while waiting:
        for edge in of_first[waiting.pop()]:
            part.append(edge)
            if edge[1] not in crossed:
                crossed.add(edge[1])
                fresh = [i for i in of_second[edge[1]] if i not in seen]
                seen.update(fresh)
                waiting += fresh
    return part


def _assign(edges: list[Edge], weights: Weights) -> list[Edge]:
    rows = sorted({i for i, _ in edges})
    columns = sorted({j for _, j in edges})
    swapped = len(rows) > len(columns)
    if swapped:
        rows, columns = columns, rows
    row_of = {row: place for place, row in enumerate(rows)}
    column_of = {column: place for place, column in enumerate(columns)}
    costs: list[list[float]] = [[0] * len(columns) for _ in rows]
    for i, j in edges:
        row, column = (j, i) if swapped else (i, j)
        costs[row_of[row]][column_of[column]] = -weights[i, j]
    pairs = [
        (rows[row], columns[column])
        for row, column in enumerate(cheapest(costs))
        if costs[row][column] < 0
    ]
    return [(column, row) for row, column in pairs] if swapped else pairs


def cheapest(costs: list[list[float]]) -> list[int]:
    """Give each row a column of its own at the least total cost; no more rows than columns.

    The Hungarian method with potentials, O(rows² · columns).
    """
    width = len(costs[0])
    row_value: list[float] = [0] * (len(costs) + 1)
    column_value: list[float] = [0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        owner[0] = row
        _augment(costs, row_value, column_value, owner)
    columns = [0] * len(costs)
    for column in range(1, width + 1):
        if owner[column]:
            columns[owner[column] - 1] = column - 1
    return columns


def _augment(
    costs: list[list[float]],
    row_value: list[float],
    column_value: list[float],
    owner: list[int],
) -> None:
    width = len(column_value)
    slack: list[float] = [float("inf")] * width
    before = [0] * width
    used = [False] * width
    column = 0
    while True:
        used[column] = True
        row, step, following = owner[column], float("inf"), 0
        line, value = costs[row - 1], row_value[row]
        for other in range(1, width):
            if used[other]:
                continue
            reduced = line[other - 1] - value - column_value[other]
            if reduced < slack[other]:
                slack[other], before[other] = reduced, column
            if slack[other] < step:
                step, following = slack[other], other
        for other in range(width):
            if used[other]:
                row_value[owner[other]] += step
                column_value[other] -= step
            else:
                slack[other] -= step
        column = following
        if not owner[column]:
            break
    while column:
        owner[column] = owner[before[column]]
        column = before[column]


def largest(edges: Iterable[Edge]) -> dict[int, int]:
    """Return a matching with as many edges as possible, as second side -> first side."""
    neighbours: dict[int, list[int]] = {}
    for i, j in edges:
        neighbours.setdefault(i, []).append(j)
    matched: dict[int, int] = {}
    waiting: list[int] = []
    for i, reach in neighbours.items():
        for j in reach:
            if j not in matched:
                matched[j] = i
                break
        else:
            waiting.append(i)
    if waiting:
        partner = {i: j for j, i in matched.items()}
        for i in waiting:
            _place(i, neighbours, matched, partner)
    return matched


def _place(
    start: int, neighbours: dict[int, list[int]], matched: dict[int, int], partner: dict[int, int]
) -> None:
    """Match one more vertex along an augmenting path, if there is one."""
    came: dict[int, int] = {}
    queue = [start]
    for i in queue:
        for j in neighbours[i]:
            if j in came:
                continue
            came[j] = i
            if j in matched:
                queue.append(matched[j])
            else:
                _flip(j, came, matched, partner)
                return


def _flip(end: int, came: dict[int, int], matched: dict[int, int], partner: dict[int, int]) -> None:
    j: int | None = end
    while j is not None:
        i = came[j]
        following = partner.get(i)
        matched[j], partner[i] = i, j
        j = following
