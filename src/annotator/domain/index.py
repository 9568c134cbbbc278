"""Span queries of one layer: at a position, covering or overlapping an interval, in reading order.

Kept apart from `Layer` because it is the one place where speed shapes the code: entries are sorted
by start, and the greatest end of each block of entries lets a query skip blocks that ended before.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import itemgetter

from annotator.domain.span import Piece, Span, reading_order

_BLOCK = 64
_minus_end = itemgetter(1)

# (start, -end, label, id, span): sorts as reading order does, one entry for each piece.
_Entry = tuple[int, int, str, str, Span]


class SpanIndex:
    """An immutable index over the pieces of a set of spans; `replaced` makes the next one."""

    __slots__ = ("_block_ends", "_entries", "_ordered")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._ordered = sorted(spans, key=reading_order)
        entries = sorted((_entry(p, s) for s in self._ordered for p in s.pieces), key=_sort_key)
        self._adopt(entries)

    def _adopt(self, entries: list[_Entry]) -> None:
        self._entries = entries
        self._block_ends = [
            -min(map(_minus_end, entries[i : i + _BLOCK])) for i in range(0, len(entries), _BLOCK)
        ]

    def replaced(self, removed: Iterable[Span], added: Iterable[Span]) -> SpanIndex:
        """Return the index without `removed` and with `added`; this one stays as it is."""
        index = SpanIndex.__new__(SpanIndex)
        index._ordered = self._ordered.copy()
        entries = self._entries.copy()
        for span in removed:
            del index._ordered[_position(index._ordered, span)]
            for piece in span.pieces:
                del entries[bisect_left(entries, _sort_key(_entry(piece, span)), key=_sort_key)]
        for span in added:
            insort(index._ordered, span, key=reading_order)
            for piece in span.pieces:
                insort(entries, _entry(piece, span), key=_sort_key)
        index._adopt(entries)
        return index

    def __len__(self) -> int:
        return len(self._ordered)

    def __iter__(self) -> Iterator[Span]:
        """Yield the spans in reading order."""
        return iter(self._ordered)

    @property
    def ordered(self) -> list[Span]:
        """The spans in reading order; do not change the list."""
        return self._ordered

    def overlapping(self, start: int, end: int) -> list[Span]:
        """Return spans with a piece that shares a code point with `[start, end)`."""
        found = (entry[4] for entry in self._candidates(start, end))
        return _distinct(found)

    def at(self, position: int) -> list[Span]:
        """Return spans with a piece over the code point at `position`, outermost first."""
        return self.overlapping(position, position + 1)

    def covering(self, start: int, end: int) -> list[Span]:
        """Return spans with one piece that holds all of `[start, end)`, which is not empty."""
        found = (e[4] for e in self._candidates(start, start + 1) if -e[1] >= end)
        return _distinct(found)

    def touching(self, position: int) -> list[Span]:
        """Return spans over the caret between two characters: around, ending or starting there."""
        return self.overlapping(max(position - 1, 0), position + 1)

    def overlapping_pairs(self) -> Iterator[tuple[Span, Span]]:
        """Yield each two spans that share a code point once, the first in reading order first."""
        seen: set[tuple[str, str]] = set()
        open_entries: list[_Entry] = []
        for entry in self._entries:
            open_entries = [other for other in open_entries if -other[1] > entry[0]]
            for other in open_entries:
                pair = sorted((other[4], entry[4]), key=reading_order)
                ids = (pair[0].id, pair[1].id)
                if ids[0] != ids[1] and ids not in seen:
                    seen.add(ids)
                    yield pair[0], pair[1]
            open_entries.append(entry)

    def _candidates(self, start: int, end: int) -> Iterator[_Entry]:
        if start >= end:
            return
        last = bisect_left(self._entries, end, key=_start)
        for block, block_end in enumerate(self._block_ends[: last // _BLOCK + 1]):
            if block_end > start:
                low = block * _BLOCK
                for entry in self._entries[low : min(low + _BLOCK, last)]:
                    if -entry[1] > start:
                        yield entry


def _entry(piece: Piece, span: Span) -> _Entry:
    return (piece.start, -piece.end, span.label, span.id, span)


def _sort_key(entry: _Entry) -> tuple[int, int, str, str]:
    return entry[:4]


def _start(entry: _Entry) -> int:
    return entry[0]


def _position(ordered: list[Span], span: Span) -> int:
    position = bisect_left(ordered, reading_order(span), key=reading_order)
    if position == len(ordered) or ordered[position].id != span.id:
        raise KeyError(span.id)
    return position


def _distinct(spans: Iterable[Span]) -> list[Span]:
    seen: dict[str, Span] = {}
    for span in spans:
        seen.setdefault(span.id, span)
    return sorted(seen.values(), key=reading_order)
