"""Span F1 of two annotators: the credit of every scheme, per label and over all labels.

Counting only; which spans answer each other one by one is `pairing`'s. A label's figure is that
of the spans of this label alone, so its `boundaries` equals its `strict`.
"""

from __future__ import annotations

from collections import Counter

from annotator.agreement.assignment import largest
from annotator.agreement.marks import Marks
from annotator.agreement.pairing import Meeting, Pairing, Scheme, meetings

Credits = dict[tuple[Scheme, str | None], float]


def strict_credits(first: Marks, second: Marks) -> Counter[str]:
    """Count, per label, the spans that both have with the same pieces."""
    return Counter([label for label, _ in first.keys & second.keys])


def boundary_credits(first: Marks, second: Marks) -> int:
    """Count the spans of one annotator that find one with the same pieces, labels ignored."""
    return (first.boundaries & second.boundaries).total()


def scheme_credits(
    first: Marks,
    second: Marks,
    met: list[Meeting] | None = None,
    pairing: Pairing | None = None,
) -> Credits:
    """Return the greatest total credit of each scheme for each label and for all (None).

    `pairing`, where given, is that of the partial scheme.
    """
    met = meetings(first, second) if met is None else met
    strict = strict_credits(first, second)
    typed, halved, half_covered = _by_label(first, second, met)
    boundaries = boundary_credits(first, second)
    partial = _partial(first, second, met) if pairing is None else pairing.credit
    found: Credits = {
        (Scheme.STRICT, None): strict.total(),
        (Scheme.BOUNDARIES, None): boundaries,
        (Scheme.TYPE, None): typed.total(),
        (Scheme.PARTIAL, None): partial,
        (Scheme.IOU50, None): half_covered.total(),
    }
    for label, number in typed.items():
        found[Scheme.STRICT, label] = found[Scheme.BOUNDARIES, label] = strict[label]
        found[Scheme.TYPE, label] = number
        found[Scheme.PARTIAL, label] = strict[label] + halved[label] / 2
        found[Scheme.IOU50, label] = half_covered[label]
    return found


def _partial(first: Marks, second: Marks, met: list[Meeting]) -> float:
    ours, theirs = first.items, second.items
    firsts: set[int] = set()
    seconds: set[int] = set()
    for i, j, _ in met:
        if i not in firsts and j not in seconds and ours[i][3] == theirs[j][3]:
            firsts.add(i)
            seconds.add(j)
    rest = [(i, j) for i, j, _ in met if i not in firsts and j not in seconds]
    return len(firsts) + len(largest(rest)) / 2


def _by_label(
    first: Marks, second: Marks, met: list[Meeting]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Match the spans of each label: by any overlap, what is not equal, by half the extent."""
    ours, theirs = first.items, second.items
    same = [one for one in met if ours[one[0]][2] == theirs[one[1]][2]]
    equal = {(i, j) for i, j, _ in same if ours[i][3] == theirs[j][3]}
    firsts, seconds = {i for i, _ in equal}, {j for _, j in equal}
    # equal extents go first: they earn a half more than two overlaps lose
    rest = [(i, j) for i, j, _ in same if i not in firsts and j not in seconds]
    # shared >= half of the union, in whole numbers
    half = [(i, j) for i, j, n in same if 3 * n >= ours[i][4] + theirs[j][4]]
    edges = [(i, j) for i, j, _ in same]
    return tuple(Counter([theirs[j][2] for j in largest(graph)]) for graph in (edges, rest, half))  # type: ignore[return-value]
