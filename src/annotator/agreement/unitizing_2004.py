"""The unitizing alpha of 2004 as DKPro and INCEpTION compute it, one label at a time.

Kept for comparison with those programs; the family of 2016 (`unitizing`) is the better figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from annotator.agreement.marks import Range
from annotator.agreement.ratio import Ratio

Section = tuple[int, int, str | None]


class Disagreement(NamedTuple):
    """D_o and D_e of one label in one document, or sums of them."""

    observed: float
    expected: float


def distance(one: Section, other: Section) -> int:
    """Distance of two sections (start, end, value; None is a gap) of two continua."""
    if one[2] is not None and other[2] is not None:
        met = one[0] < other[1] and other[0] < one[1]
        return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 if met else 0
    if one[2] is not None and other[0] <= one[0] and one[1] <= other[1]:
        return (one[1] - one[0]) ** 2
    if other[2] is not None and one[0] <= other[0] and other[1] <= one[1]:
        return (other[1] - other[0]) ** 2
    return 0


def alpha(parts: Iterable[Disagreement]) -> float | None:
    """Return 1 - ΣD_o / ΣD_e over labels and documents; None where nobody marked anything."""
    observed, expected = 0.0, 0.0
    for part in parts:
        observed += part.observed
        expected += part.expected
    return Ratio(expected - observed, expected).value


class Terms:
    """The terms of one label in one document, for every pair of annotators and any group.

    `units`: per annotator, in order and without overlap, inside `[begin, begin + length)`.
    """

    def __init__(self, units: Sequence[Sequence[Range]], length: int, begin: int = 0) -> None:
        self._length = length
        gaps = [_gaps(ranges, begin, begin + length) for ranges in units]
        sizes = [[end - start for start, end in ranges] for ranges in units]
        self._number = [len(one) for one in sizes]
        self._cubic = [sum(2 * n**3 - 3 * n**2 + n for n in one) / 3 for one in sizes]
        self._within = [sum(n * (n - 1) for n in one) for one in sizes]
        self._fitting = [[_fitting(one, *other) for other in gaps] for one in sizes]
        self._apart = [
            [_apart(one, other) if i < j else 0 for j, other in enumerate(units)]
            for i, one in enumerate(units)
        ]

    def group(self, members: Sequence[int]) -> Disagreement:
        """Return both disagreements of two or more annotators, by their places."""
        number = sum(self._number[i] for i in members)
        if not number or not self._length:
            return Disagreement(0.0, 0.0)
        size = len(members)
        apart = sum(self._apart[i][j] for i in members for j in members if i < j)
        observed = 2 * apart / (size * (size - 1) * self._length**2)
        cubic = (number - 1) * sum(self._cubic[i] for i in members)
        fitting = sum(self._fitting[i][j] for i in members for j in members)
        places = size * self._length
        under = places * (places - 1) - sum(self._within[i] for i in members)
        return Disagreement(observed, 2 * (cubic + fitting) / (self._length * under))


def _gaps(units: Sequence[Range], begin: int, end: int) -> tuple[list[int], list[int]]:
    """Return the lengths of the gaps in ascending order, and their sums from each on."""
    lengths: list[int] = []
    here = begin
    for start, stop in units:
        if start > here:
            lengths.append(start - here)
        here = stop
    if end > here:
        lengths.append(end - here)
    lengths.sort()
    return lengths, [*accumulate(reversed(lengths))][::-1]


def _fitting(sizes: list[int], gaps: list[int], sums: list[int]) -> int:
    """Sum size² · (gap - size + 1) over units and the gaps that are long enough for them."""
    found, number = 0, len(gaps)
    for size in sizes:
        first = bisect_left(gaps, size)
        if first < number:
            found += size * size * (sums[first] - (number - first) * (size - 1))
    return found


def _apart(units: Sequence[Range], others: Sequence[Range]) -> int:
    """Sum the distances of two annotators' units: of those that meet, and of those in gaps."""
    found = 0
    alone = dict.fromkeys(others)
    first = 0
    for start, end in units:
        while first < len(others) and others[first][1] <= start:
            first += 1
        place = first
        while place < len(others) and others[place][0] < end:
            low, high = others[place]
            found += (start - low) ** 2 + (end - high) ** 2
            alone.pop((low, high), None)
            place += 1
        if place == first:
            found += (end - start) ** 2
    return found + sum((end - start) ** 2 for start, end in alone)
