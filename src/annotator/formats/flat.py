"""Spans for formats in which none may share text: which are kept, which are hidden by those."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from annotator.domain.span import Piece, Span, reading_order
from annotator.formats.holds import Overlaps


class Flat:
    """Spans that share no text: the first in reading order, so the outer one, is kept."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.kept: list[Span] = []
        self.hidden: list[Span] = []
        self._taken: list[Piece] = []
        for span in sorted(spans, key=reading_order):
            self._place(span)

    def _place(self, span: Span) -> None:
        if any(self._is_taken(piece) for piece in span.pieces):
            self.hidden.append(span)
            return
        self.kept.append(span)
        for piece in span.pieces:
            insort(self._taken, piece)

    def _is_taken(self, piece: Piece) -> bool:
        # kept pieces never overlap: only the neighbours of the place can reach in
        place = bisect_left(self._taken, piece)
        near = self._taken[max(place - 1, 0) : place + 1]
        return any(one.overlaps(*piece) for one in near)


def flat_by_label(spans: Iterable[Span]) -> dict[str, Flat]:
    """Flatten the spans of each label by themselves; labels in alphabetical order."""
    by_label: dict[str, list[Span]] = {}
    for span in spans:
        by_label.setdefault(span.label, []).append(span)
    return {label: Flat(by_label[label]) for label in sorted(by_label)}


def hidden(spans: Iterable[Span], allowed: Overlaps) -> list[Span]:
    """Return the spans that a format with these overlaps leaves out."""
    if allowed is Overlaps.ANY:
        return []
    if allowed is Overlaps.NONE:
        return Flat(spans).hidden
    return [span for flat in flat_by_label(spans).values() for span in flat.hidden]
