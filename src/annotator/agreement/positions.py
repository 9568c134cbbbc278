"""Agreement position by position: each label is a yes or no of each code point of the text.

One sweep per label gives how many positions each subset of annotators covers; every figure of
this family, of any pair or group, is a sum over that histogram. Spans of one label that overlap
cover the union.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.agreement.marks import Marks
from annotator.agreement.ratio import Number, Ratio

Histogram = dict[int, int]


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


def histograms(layers: Sequence[Marks]) -> dict[str, Histogram]:
    """Count, per label, the positions that exactly the annotators of a bit mask cover.

    Bit i stands for `layers[i]`; positions that nobody covers are left out.
    """
    shift = len(layers).bit_length()
    events: dict[str, list[int]] = {}
    for bit, marks in enumerate(layers):
        for label, ranges in marks.coverage.items():
            toggles = events.setdefault(label, [])
            for start, end in ranges:
                toggles.append(start << shift | bit)
                toggles.append(end << shift | bit)
    return {label: _sweep(toggles, shift) for label, toggles in events.items()}


def _sweep(toggles: list[int], shift: int) -> Histogram:
    found: Histogram = {}
    low = (1 << shift) - 1
    here = mask = 0
    for toggle in sorted(toggles):
        position = toggle >> shift
        if mask:
            found[mask] = found.get(mask, 0) + position - here
        here = position
        mask ^= 1 << (toggle & low)
    return found


def table(histogram: Histogram, first: int, second: int, length: int) -> Table:
    """Return the 2×2 table of two annotators over a text of `length` code points."""
    one, other = 1 << first, 1 << second
    both = only_first = only_second = 0
    for mask, count in histogram.items():
        if mask & one:
            if mask & other:
                both += count
            else:
                only_first += count
        elif mask & other:
            only_second += count
    return Table(both, only_first, only_second, length - both - only_first - only_second)


def coverage(histogram: Histogram, annotators: int, length: int) -> Coverage:
    """Sum a histogram for a group of `annotators` who all finished the text."""
    covered = parted = 0
    for mask, count in histogram.items():
        yes = mask.bit_count()
        covered += count * yes
        parted += count * yes * (annotators - yes)
    return Coverage(annotators * length, covered, 2 * parted / (annotators - 1))


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
