"""Which span of one annotator answers which span of the other: the one-to-one pairing.

Here: where two sets of marks meet, the credit of each scheme, the pairing of greatest credit and
the counts read from it. Figures made of them belong in `spans`, differences in words in `cases`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.agreement.assignment import components, heaviest_of_part
from annotator.agreement.marks import Mark, Marks


class Scheme(StrEnum):
    """When a pair of spans earns credit."""

    STRICT = "strict"
    BOUNDARIES = "boundaries"
    TYPE = "type"
    PARTIAL = "partial"
    IOU50 = "iou50"


# places of a mark of the first and of the second side, and the code points both hold, above 0
Meeting = tuple[int, int, int]


class Pair(NamedTuple):
    """Two marks paired, by their places, with the credit (0, 0.5 or 1)."""

    first: int
    second: int
    credit: float
    shared: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """A one-to-one pairing of overlapping marks and what it left over, by places."""

    pairs: tuple[Pair, ...]
    only_first: tuple[int, ...]
    only_second: tuple[int, ...]

    @property
    def credit(self) -> float:
        """The total credit."""
        return sum(pair.credit for pair in self.pairs)


class Counts(NamedTuple):
    """The counts of a pairing; the first side is the reference of `missed` and `spurious`."""

    correct: int
    incorrect: int
    partial: int
    missed: int
    spurious: int


def counts(pairing: Pairing) -> Counts:
    """Count a pairing: full credit, none, half, and the two kinds left alone."""
    earned = [pair.credit for pair in pairing.pairs]
    return Counts(
        earned.count(1.0),
        earned.count(0.0),
        earned.count(0.5),
        len(pairing.only_first),
        len(pairing.only_second),
    )


def meetings(first: Marks, second: Marks) -> list[Meeting]:
    """List all pairs of marks that share text, by the first side's order."""
    others, reached = second.hulls, second.reached
    found: list[Meeting] = []
    size = len(others)
    for i, (start, end, whole) in enumerate(first.hulls):
        for j in range(bisect_right(reached, start), size):
            low, high, also_whole = others[j]
            if low >= end:
                break
            if high <= start:
                continue
            if whole and also_whole:
                shared = (min(high, end)) - (max(low, start))
            else:
                shared = first.items[i].shared(second.items[j])
            if shared:
                found.append((i, j, shared))
    return found


def credit(scheme: Scheme, one: Mark, other: Mark, shared: int, threshold: float = 0.5) -> float:
    """Return the credit of two marks that share `shared` code points."""
    if not shared:
        return 0.0
    if scheme is Scheme.STRICT:
        return float(one.label == other.label and one.pieces == other.pieces)
    if scheme is Scheme.BOUNDARIES:
        return float(one.pieces == other.pieces)
    if scheme is Scheme.TYPE:
        return float(one.label == other.label)
    if scheme is Scheme.PARTIAL:
        return 1.0 if one.pieces == other.pieces else 0.5
    return float(one.label == other.label and iou(one, other, shared) >= threshold)


def iou(one: Mark, other: Mark, shared: int) -> float:
    """Return what two marks share over what they cover together."""
    return shared / (one.length + other.length - shared)


def paired(
    first: Marks,
    second: Marks,
    scheme: Scheme = Scheme.PARTIAL,
    threshold: float = 0.5,
    met: list[Meeting] | None = None,
) -> Pairing:
    """Pair two annotators' marks for the greatest total credit.

    Ties go to the greater shared length, then to equal labels, then to the earlier start.
    """
    met = meetings(first, second) if met is None else met
    if scheme in (Scheme.TYPE, Scheme.IOU50):
        fixed: list[Pair] = []
        rest = met
    else:
        fixed, rest = _equal_first(first, second, met, scheme)
    pairs = fixed + _best(first, second, rest, scheme, threshold)
    pairs.sort()
    return _pairing(first, second, pairs)


def _pairing(first: Marks, second: Marks, pairs: list[Pair]) -> Pairing:
    one, other = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return Pairing(
        tuple(pairs),
        tuple(i for i in range(len(first.items)) if i not in one),
        tuple(j for j in range(len(second.items)) if j not in other),
    )


def _equal_first(
    first: Marks, second: Marks, met: list[Meeting], scheme: Scheme
) -> tuple[list[Pair], list[Meeting]]:
    """Pair marks with equal pieces, equal labels before others, and leave what is not paired.

    Two equal extents meet the same others, so exchanging partners shows that pairing them loses
    neither credit nor shared length where equal boundaries earn twice what overlap does.
    """
    same_label: list[Meeting] = []
    same_pieces: list[Meeting] = []
    for one in met:
        mine, yours = first.items[one[0]], second.items[one[1]]
        if mine[3] == yours[3]:
            (same_label if mine[2] == yours[2] else same_pieces).append(one)
    if not same_label and not same_pieces:
        return [], met
    other_label = 0.0 if scheme is Scheme.STRICT else 1.0
    pairs: list[Pair] = []
    firsts: set[int] = set()
    seconds: set[int] = set()
    for found, gain in ((same_label, 1.0), (same_pieces, other_label)):
        for i, j, shared in found:
            if i not in firsts and j not in seconds:
                firsts.add(i)
                seconds.add(j)
                pairs.append(Pair(i, j, gain, shared))
    return pairs, [one for one in met if one[0] not in firsts and one[1] not in seconds]


def _best(
    first: Marks, second: Marks, met: list[Meeting], scheme: Scheme, threshold: float
) -> list[Pair]:
    gains = {
        (i, j): (credit(scheme, first.items[i], second.items[j], shared, threshold), shared)
        for i, j, shared in met
    }
    pairs: list[Pair] = []
    for part in components(gains):
        chosen = part
        if len(part) > 1:
            weights = _weights(first, second, {edge: gains[edge] for edge in part})
            chosen = heaviest_of_part(part, weights)
        pairs += [Pair(*edge, *gains[edge]) for edge in chosen]
    return pairs


def _weights(
    first: Marks, second: Marks, gains: dict[tuple[int, int], tuple[float, int]]
) -> dict[tuple[int, int], float]:
    """Write credit, shared length, equal label and earliness as the digits of one number."""
    edges = len(gains)
    far = max(max(first.items[i].end, second.items[j].end) for i, j in gains)
    earliness = edges * 2 * far + 1
    labels = edges + 1
    lengths = sum(shared for _, shared in gains.values()) + 1
    weights: dict[tuple[int, int], float] = {}
    for (i, j), (gain, shared) in gains.items():
        one, other = first.items[i], second.items[j]
        weight = int(2 * gain) * lengths + shared
        weight = weight * labels + (one.label == other.label)
        weights[i, j] = weight * earliness + 2 * far - one.start - other.start
    return weights


def scored(
    documents: Iterable[tuple[Marks, Marks]], scheme: Scheme, threshold: float = 0.5
) -> tuple[float, int]:
    """Return twice the total credit of documents and the number of spans; F1 is their ratio."""
    gained, spans = 0.0, 0
    for first, second in documents:
        gained += 2 * paired(first, second, scheme, threshold).credit
        spans += len(first) + len(second)
    return gained, spans
