"""One annotator's spans on one article, prepared for measuring.

Here: duplicates counted once, reading order, units and coverage of one label, the spans with
their outermost trifles taken off. How two annotators' spans meet belongs in `pairing`.
Positions are code points, intervals half-open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from operator import le
from typing import NamedTuple

from annotator.agreement.trifles import trimmed
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.span import Piece, Relation, Span

Range = tuple[int, int]


class Mark(NamedTuple):
    """A span as the measures see it; `end` is that of the hull, `length` that of all pieces."""

    start: int
    end: int
    label: str
    pieces: tuple[Piece, ...]
    length: int
    span: Span | None = None

    @property
    def is_split(self) -> bool:
        """Tell whether the mark has more than one piece."""
        return len(self.pieces) > 1

    def shared(self, other: Mark) -> int:
        """Count the code points both hold, by the union of their pieces."""
        return sum(
            max(0, min(mine.end, yours.end) - max(mine.start, yours.start))
            for mine in self.pieces
            for yours in other.pieces
        )


class Units(NamedTuple):
    """Units of one label that do not overlap, in order.

    `dropped` says how many were left out for that, `length` how long those that stay are.
    """

    ranges: list[Range]
    dropped: int
    length: int

    @property
    def squares(self) -> int:
        """The summed squared lengths."""
        return sum([(end - start) ** 2 for start, end in self.ranges])


@dataclass(frozen=True)
class Marks:
    """All marks of one annotator in reading order, each (pieces, label) once.

    `places` leads from the id of a span to its mark, also for a duplicate that was left out.
    """

    items: tuple[Mark, ...]
    places: Mapping[SpanId, int]
    relations: tuple[Relation, ...] = ()

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def keys(self) -> set[tuple[str, tuple[Piece, ...]]]:
        """What strict comparison compares: label and pieces."""
        return {(mark.label, mark.pieces) for mark in self.items}

    @cached_property
    def boundaries(self) -> Counter[tuple[Piece, ...]]:
        """How many marks have exactly these pieces."""
        return Counter([mark.pieces for mark in self.items])

    @cached_property
    def sizes(self) -> Counter[str]:
        """How many marks each label has."""
        return Counter([mark.label for mark in self.items])

    @cached_property
    def ranges(self) -> dict[str, list[Range]]:
        """The pieces of each label by start, longest first."""
        found: dict[str, list[Range]] = {}
        split = False
        for start, end, label, pieces, _, _ in self.items:
            if label not in found:
                found[label] = []
            if len(pieces) == 1:
                found[label].append((start, end))
            else:
                split = True
                found[label] += pieces
        if split:
            for ranges in found.values():
                ranges.sort(key=lambda one: (one[0], -one[1]))
        return found

    @cached_property
    def units(self) -> dict[str, Units]:
        """The units of each label: of overlapping ones the first and longest stays."""
        return {label: without_overlaps(ranges) for label, ranges in self.ranges.items()}

    @cached_property
    def coverage(self) -> dict[str, tuple[list[Range], int]]:
        """What each label covers: ranges that do not overlap, and their length."""
        return {
            label: _measured(merged(self.ranges[label]))
            if units.dropped
            else (units.ranges, units.length)
            for label, units in self.units.items()
        }

    @cached_property
    def hulls(self) -> list[tuple[int, int, bool]]:
        """Start, end and whether it is whole (one piece) of each mark."""
        return [(mark[0], mark[1], len(mark[3]) == 1) for mark in self.items]

    @cached_property
    def reached(self) -> list[int]:
        """The furthest end up to each mark."""
        return list(accumulate([mark[1] for mark in self.items], max))

    @cached_property
    def overlaps_itself(self) -> bool:
        """Tell whether any two pieces share text, whatever their labels."""
        ranges = sorted(piece for mark in self.items for piece in mark.pieces)
        return any(later[0] < earlier[1] for earlier, later in pairwise(ranges))


def marks_of_layer(
    layer: Layer, labels: Collection[str] | None = None, text: str | None = None
) -> Marks:
    """Prepare a layer, of `labels` alone where given; with `text`, edges without trifles."""
    spans: Iterable[Span] = layer.spans.values()
    if labels is not None:
        spans = [span for span in spans if span.label in labels]
    marks = [_mark(span, text) for span in spans]
    return _prepared(marks, tuple(layer.relations.values()))


def marks_of(spans: Iterable[tuple[int, int, str]]) -> Marks:
    """Prepare plain (start, end, label) triples."""
    marks = [
        Mark(start, end, label, (Piece(start, end),), end - start) for start, end, label in spans
    ]
    return _prepared(marks, ())


def _mark(span: Span, text: str | None) -> Mark:
    pieces = span.pieces if text is None else trimmed(text, span.pieces)
    if len(pieces) == 1:
        start, end = pieces[0]
        return Mark(start, end, span.label, pieces, end - start, span)
    length = sum(end - start for start, end in pieces)
    return Mark(pieces[0].start, pieces[-1].end, span.label, pieces, length, span)


def _order(mark: Mark) -> tuple[int, int, str, tuple[Piece, ...], str]:
    return (mark[0], -mark[1], mark[2], mark[3], mark[5].id if mark[5] else "")


def _prepared(marks: list[Mark], relations: tuple[Relation, ...]) -> Marks:
    marks.sort(key=_order)
    items: list[Mark] = []
    places: dict[SpanId, int] = {}
    seen: dict[tuple[str, tuple[Piece, ...]], int] = {}
    for mark in marks:
        place = seen.setdefault((mark[2], mark[3]), len(items))
        if place == len(items):
            items.append(mark)
        if mark[5] is not None:
            places[mark[5].id] = place
    return Marks(tuple(items), places, relations)


def without_overlaps(ranges: list[Range]) -> Units:
    """Keep, of ranges sorted by start and longest first, those that begin after the kept ones."""
    starts, ends = zip(*ranges, strict=True)
    if all(map(le, ends, starts[1:])):
        return Units(ranges, 0, sum(ends) - sum(starts))
    kept: list[Range] = []
    reached = 0
    for one in ranges:
        if one[0] >= reached:
            kept.append(one)
            reached = one[1]
    return Units(kept, len(ranges) - len(kept), _measured(kept)[1])


def _measured(ranges: list[Range]) -> tuple[list[Range], int]:
    return ranges, sum([end - start for start, end in ranges])


def merged(ranges: list[Range]) -> list[Range]:
    """Join sorted ranges that touch or overlap."""
    joined: list[Range] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
