"""The unitizing alpha family of 2016: u, |u, cu and (k)u, from sums that add over articles.

A continuum is cut into units with a value and gaps without; within one annotator's continuum
units do not overlap, so a single label (a layer of its own) or all labels of articles where
nothing overlaps. Every piece of a split span is a unit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.agreement.marks import Marks, Units
from annotator.agreement.positions import shared_length
from annotator.agreement.ratio import Number, Ratio

Valued = tuple[int, int, str]
NO_UNITS = Units([], 0, 0)


@dataclass(slots=True)
class Sums:
    """What the family rests on; `total` is text length × annotators, summed over articles.

    `coincidences[c, k]`: shared length of c-units of one annotator and k-units of another over
    ordered pairs, divided by m - 1. `lengths` and `squares` of the units of each value;
    `shared_squares`: for each unit and other annotator the squared length inside the other's
    units, divided by m - 1.
    """

    total: Number = 0
    lengths: dict[str, Number] = field(default_factory=dict)
    squares: dict[str, Number] = field(default_factory=dict)
    coincidences: dict[tuple[str, str], Number] = field(default_factory=dict)
    shared_squares: dict[str, Number] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Family:
    """All figures of one set of sums; coverage is the share of the text
    (of one value: of what is marked so) that two marked.
    """

    u: float | None
    bar_u: float | None
    cu: float | None
    cu_coverage: float | None
    ku: Mapping[str, float | None]
    ku_coverage: Mapping[str, float | None]


def family(documents: Sequence[tuple[Sequence[Marks], int]]) -> Family:
    """Return all figures for documents of (layers, text length).

    Raises:
        ValueError: two spans of one annotator overlap, so that a position has no single value.
    """
    sums = Sums()
    for layers, length in documents:
        if any(marks.overlaps_itself for marks in layers):
            raise ValueError("two spans of one annotator overlap")
        add(sums, layers, length)
    values = sorted(sums.lengths)
    return Family(
        u(sums).value,
        bar_u(sums).value,
        cu(sums).value,
        coverage(sums).value,
        {value: ku(sums, value).value for value in values},
        {value: coverage(sums, value).value for value in values},
    )


def add(sums: Sums, layers: Sequence[Marks], length: int) -> None:
    """Add one document that all of `layers` finished; there are at least two."""
    others = len(layers) - 1
    continua = [units_of(marks) for marks in layers]
    sums.total += length * len(layers)
    for place, units in enumerate(continua):
        for start, end, value in units:
            size = end - start
            sums.lengths[value] = sums.lengths.get(value, 0) + size
            sums.squares[value] = sums.squares.get(value, 0) + size * size
        for other, partner in enumerate(continua):
            if other != place:
                _add_pair(sums, units, partner, others)


def _add_pair(sums: Sums, units: list[Valued], partner: list[Valued], others: int) -> None:
    first = 0
    for start, end, value in units:
        inside = 0
        while first < len(partner) and partner[first][1] <= start:
            first += 1
        place = first
        while place < len(partner) and partner[place][0] < end:
            low, high, kind = partner[place]
            shared = min(end, high) - max(start, low)
            key = (value, kind)
            sums.coincidences[key] = sums.coincidences.get(key, 0) + shared / others
            inside += shared
            place += 1
        if inside:
            known = sums.shared_squares.get(value, 0)
            sums.shared_squares[value] = known + inside * inside / others


def units_of(marks: Marks) -> list[Valued]:
    """Return all pieces in order as (start, end, label)."""
    return sorted(
        (piece.start, piece.end, mark.label) for mark in marks.items for piece in mark.pieces
    )


def u(sums: Sums) -> Ratio:
    """Agreement on all of the continuum: boundaries, gaps and values."""
    marked = sum(sums.lengths.values())
    empty = sums.total - marked
    agreed = sum(sums.coincidences.get((value, value), 0) for value in sums.lengths)
    both_marked = sum(sums.coincidences.values())
    agreed_empty = empty - (marked - both_marked)
    squares = sum(size * size for size in sums.lengths.values()) + empty * empty
    apart = sums.total - agreed - agreed_empty
    return _corrected(sums, apart, sums.total * (sums.total * sums.total - squares))


def bar_u(sums: Sums) -> Ratio:
    """Agreement on marked or not, whatever the value."""
    marked = sum(sums.lengths.values())
    empty = sums.total - marked
    return _corrected(
        sums, marked - sum(sums.coincidences.values()), sums.total * empty * (sums.total - empty)
    )


def _corrected(sums: Sums, apart: Number, chance: Number) -> Ratio:
    """1 - D_o (T² - ΣQ) / chance; the gaps' self-pairing is their plain length."""
    empty = sums.total - sum(sums.lengths.values())
    own = sum(sums.squares.values()) + empty
    return Ratio(chance - apart * (sums.total * sums.total - own), chance)


def cu(sums: Sums) -> Ratio:
    """Agreement on values where both marked something."""
    sizes = _marked_by_two(sums)
    total = sum(sizes.values())
    agreed = sum(sums.coincidences.get((value, value), 0) for value in sizes)
    chance = total * (total * total - sum(size * size for size in sizes.values()))
    own = sum(sums.shared_squares.values())
    return Ratio(chance - (total - agreed) * (total * total - own), chance)


def ku(sums: Sums, value: str) -> Ratio:
    """Agreement on one value where both marked something."""
    sizes = _marked_by_two(sums)
    total, size = sum(sizes.values()), sizes.get(value, 0)
    chance = size * size * (total - size)
    own = sums.shared_squares.get(value, 0)
    apart = size - sums.coincidences.get((value, value), 0)
    return Ratio(chance - (size * total - own) * apart, chance)


def coverage(sums: Sums, value: str | None = None) -> Ratio:
    """Return the share of the text marked by two, of one value the share of what is marked."""
    sizes = _marked_by_two(sums)
    if value is None:
        marked = sum(sizes.values())
        return Ratio(marked, sums.total if marked else 0)
    return Ratio(sizes.get(value, 0), sums.lengths.get(value, 0))


def _marked_by_two(sums: Sums) -> dict[str, Number]:
    sizes: dict[str, Number] = {}
    for (value, _), shared in sums.coincidences.items():
        sizes[value] = sizes.get(value, 0) + shared
    return sizes


def shared_units(first: Marks, second: Marks, label: str) -> int:
    """Count the positions inside units of a label of both; less than covered where some dropped."""
    one, other = first.units.get(label, NO_UNITS), second.units.get(label, NO_UNITS)
    return shared_length(one.ranges, other.ranges)
