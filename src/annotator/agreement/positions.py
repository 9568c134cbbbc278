"""Agreement position by position: each label is a yes or no of each code point of the text.

Every figure of this family, of a pair or a group, comes from the 2×2 tables of the pairs. Spans
of one label that overlap cover the union.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.agreement.marks import Marks, Range
from annotator.agreement.ratio import Number, Ratio

_NOTHING: tuple[list[Range], int] = ([], 0)


class Table(NamedTuple):
    """A 2×2 table of positions: covered by both, by one only, by neither."""

    both: Number
    only_first: Number
    only_second: Number
    neither: Number


class Coverage(NamedTuple):
    """Sums over positions with at least two annotators.

    `values` (position, annotator) pairs, `covered` those that say yes, and `parted`: for each
    position 2k(m-k)/(m-1) with k of m annotators saying yes.
    """

    values: Number
    covered: Number
    parted: Number


def shared_length(one: Sequence[Range], other: Sequence[Range]) -> int:
    """Count the positions in both of two lists of ranges; each is in order without overlap."""
    shared = place = 0
    size = len(other)
    for start, end in one:
        while place < size and other[place][1] <= start:
            place += 1
        here = place
        while here < size:
            low, high = other[here]
            if low >= end:
                break
            shared += (min(high, end)) - (max(low, start))
            here += 1
    return shared


def table(first: Marks, second: Marks, label: str, length: int) -> Table:
    """Return the 2×2 table of a label over a text of `length` code points."""
    ours, one = first.coverage.get(label, _NOTHING)
    theirs, other = second.coverage.get(label, _NOTHING)
    both = shared_length(ours, theirs) if one and other else 0
    return Table(both, one - both, other - both, length - one - other + both)


def joint(tables: Iterable[Table], annotators: int, length: int) -> Coverage:
    """Return the sums of a group of annotators from the tables of all its pairs.

    A position with k of m yes-sayers parts k(m-k) pairs, and each yes occurs in m - 1 tables.
    """
    yes = parted = 0
    for both, first, second, _ in tables:
        yes += 2 * both + first + second
        parted += first + second
    others = annotators - 1
    return Coverage(annotators * length, yes // others, 2 * parted / others)


def coverage_of(one: Table) -> Coverage:
    """Return the sums of a pair's table."""
    apart = one.only_first + one.only_second
    values = 2 * (one.both + apart + one.neither)
    return Coverage(values, 2 * one.both + apart, 2 * apart)


def alpha(sums: Coverage) -> Ratio:
    """Krippendorff's nominal alpha: 1 - D_o / D_e with D_e = 2 n1 n0 / (n (n - 1))."""
    chance = 2 * sums.covered * (sums.values - sums.covered)
    return Ratio(chance - sums.parted * (sums.values - 1), chance)


def pi(sums: Coverage) -> Ratio:
    """Scott's pi; for more annotators Fleiss' kappa: D_e = 2 n1 n0 / n²."""
    chance = 2 * sums.covered * (sums.values - sums.covered)
    return Ratio(chance - sums.parted * sums.values, chance)


def kappa(one: Table) -> Ratio:
    """Cohen's kappa of a 2×2 table."""
    both, first, second, neither = one
    total = both + first + second + neither
    chance = (both + first) * (both + second) + (neither + first) * (neither + second)
    return Ratio(total * (both + neither) - chance, total * total - chance)


def positive(one: Table) -> Ratio:
    """Positive specific agreement: 2a / (2a + b + c)."""
    return Ratio(2 * one.both, 2 * one.both + one.only_first + one.only_second)


def negative(one: Table) -> Ratio:
    """Negative specific agreement: 2d / (2d + b + c)."""
    return Ratio(2 * one.neither, 2 * one.neither + one.only_first + one.only_second)
