"""Agreement on ratings: items rated by annotators, tables and lists of value pairs.

Values are any hashable things, None is a missing rating. What the ratings are (positions of a
text, attributes of a span) is the caller's matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from annotator.agreement.marks import Marks
from annotator.agreement.ratio import Ratio

Value = Hashable
Items = Sequence[Sequence[Value | None]]
Distance = Callable[[Any, Any], float]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A chance-corrected figure with its parts; `value` None where it is not defined.

    For `alpha` the parts are disagreements, otherwise agreements.
    """

    value: float | None
    observed: float | None
    expected: float | None
    per_category: Mapping[Value, float | None] | None = None


def nominal(one: Value, other: Value) -> float:
    """Distance 0 of equal values, else 1."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """Distance of numbers: the squared difference."""
    return (one - other) ** 2


def ratio(one: float, other: float) -> float:
    """Distance of amounts: the squared quotient of difference and sum."""
    return 0.0 if one == other else ((one - other) / (one + other)) ** 2


def jaccard(one: frozenset[Value], other: frozenset[Value]) -> float:
    """Distance of sets: 1 - shared / all; two empty sets are equal."""
    return 1 - len(one & other) / len(one | other) if one | other else 0.0


def masi(one: frozenset[Value], other: frozenset[Value]) -> float:
    """Distance of sets: 1 - Jaccard × m, m = 1 equal, 2/3 nested, 1/3 crossing, 0 apart."""
    if one == other:
        return 0.0
    share = 1 - jaccard(one, other)
    return 1 - share * (2 / 3 if one <= other or other <= one else 1 / 3)


def ordinal(items: Items, weights: Sequence[float] | None = None) -> Distance:
    """Return the distance of ranks in these items: the squared number of values between."""
    sizes = _sizes(_paired_items(items, weights))
    ranks = sorted(sizes)  # type: ignore[type-var]

    def distance(one: Value, other: Value) -> float:
        low, high = sorted((ranks.index(one), ranks.index(other)))
        between = sum(sizes[rank] for rank in ranks[low : high + 1])
        return float((between - (sizes[ranks[low]] + sizes[ranks[high]]) / 2) ** 2)

    return distance


def alpha(
    items: Items, distance: Distance = nominal, weights: Sequence[float] | None = None
) -> Coefficient:
    """Krippendorff's alpha; items with fewer than two values are left out.

    `weights` says how often each item occurs. The parts are D_o and D_e.
    """
    used = _paired_items(items, weights)
    sizes = _sizes(used)
    total = sum(sizes.values())
    observed = sum(
        weight * 2 / (len(values) - 1) * sum(distance(a, b) for a, b in combinations(values, 2))
        for values, weight in used
    )
    expected = 2 * sum(sizes[a] * sizes[b] * distance(a, b) for a, b in combinations(sizes, 2))
    if not expected:
        return Coefficient(None, observed / total if total else None, None)
    apart, chance = observed / total, expected / (total * (total - 1))
    return Coefficient(1 - apart / chance, apart, chance)


def set_alpha(layers: Sequence[Marks], length: int, distance: Distance = jaccard) -> Coefficient:
    """Alpha over all labels at once: each code point carries the set of its labels."""
    edges = {0, length}
    for marks in layers:
        edges.update(place for mark in marks.items for piece in mark.pieces for place in piece)
    cuts = sorted(edges)
    items = [[_labels_at(marks, cut) for marks in layers] for cut in cuts[:-1]]
    lengths = [end - start for start, end in pairwise(cuts)]
    return alpha(items, distance, lengths)


def cohen(table: Sequence[Sequence[float]]) -> Coefficient:
    """Cohen's kappa of a square table; rows are one annotator, columns the other."""
    total = sum(map(sum, table))
    agreed = sum(row[place] for place, row in enumerate(table))
    chance = sum(sum(row) * sum(other[i] for other in table) for i, row in enumerate(table))
    return _corrected(agreed, chance, total)


def scott(table: Sequence[Sequence[float]]) -> Coefficient:
    """Scott's pi of a square table: chance by the mean of both annotators' shares."""
    total = sum(map(sum, table))
    agreed = sum(row[place] for place, row in enumerate(table))
    means = [(sum(row) + sum(other[i] for other in table)) / 2 for i, row in enumerate(table)]
    return _corrected(agreed, sum(mean * mean for mean in means), total)


def _corrected(agreed: float, chance: float, total: float) -> Coefficient:
    if not total:
        return Coefficient(None, None, None)
    observed, expected = agreed / total, chance / total**2
    value = Ratio(agreed * total - chance, total**2 - chance).value
    return Coefficient(value, observed, expected)


def fleiss(items: Items) -> Coefficient:
    """Fleiss' kappa; every item has the same number of values and none missing."""
    width = len(items[0]) if items else 0
    if any(len(item) != width or None in item for item in items) or width < 2:
        raise ValueError("every item needs the same number of values, at least two, none missing")
    tallies = [Counter(item) for item in items]
    categories = sorted({value for item in items for value in item}, key=repr)
    pairs = len(items) * width * (width - 1)
    agreed = {c: sum(t[c] * (t[c] - 1) for t in tallies) for c in categories}
    shares = {c: sum(t[c] for t in tallies) / (len(items) * width) for c in categories}
    observed = sum(agreed.values()) / pairs
    expected = sum(share**2 for share in shares.values())
    per_category = {
        c: _category(sum(t[c] * (width - t[c]) for t in tallies) / pairs, shares[c])
        for c in categories
    }
    value = None if len(categories) < 2 else (observed - expected) / (1 - expected)
    return Coefficient(value, observed, expected, per_category)


def _category(apart: float, share: float) -> float | None:
    return 1 - apart / (share * (1 - share)) if 0 < share < 1 else None


def gwet(table: Sequence[Sequence[float]], *, quadratic: bool = False) -> Coefficient:
    """Gwet's AC1 of a square table, or AC2 with quadratic weights over its order."""
    size, total = len(table), sum(map(sum, table))
    if size < 2 or not total:
        return Coefficient(None, None, None)

    def weight(i: int, j: int) -> float:
        return 1 - ((i - j) / (size - 1)) ** 2 if quadratic else float(i == j)

    places = range(size)
    observed = sum(weight(i, j) * table[i][j] for i in places for j in places) / total
    shares = [(sum(table[i]) + sum(row[i] for row in table)) / (2 * total) for i in places]
    spread = sum(weight(i, j) for i in places for j in places) / (size * (size - 1))
    expected = spread * sum(share * (1 - share) for share in shares)
    return Coefficient(Ratio(observed - expected, 1 - expected).value, observed, expected)


def _paired_items(items: Items, weights: Sequence[float] | None) -> list[tuple[list[Value], float]]:
    counted = weights if weights is not None else [1] * len(items)
    used = [
        ([value for value in item if value is not None], weight)
        for item, weight in zip(items, counted, strict=True)
    ]
    return [(values, weight) for values, weight in used if len(values) > 1 and weight]


def _sizes(used: list[tuple[list[Value], float]]) -> Counter[Value]:
    sizes: Counter[Value] = Counter()
    for values, weight in used:
        for value in values:
            sizes[value] += weight  # type: ignore[assignment]
    return sizes


def _labels_at(marks: Marks, position: int) -> frozenset[str]:
    return frozenset(
        mark.label
        for mark in marks.items
        if any(start <= position < end for start, end in mark.pieces)
    )
