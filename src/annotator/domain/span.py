"""The span model: pieces, spans, relations, entities, and where a gold item comes from.

Every position is a code point index into the immutable article text; every interval is half-open,
`[start, end)`. Label names are data of the scheme, so none stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.domain.ids import EntityId, RelationId, SpanId

AttributeValue = str | tuple[str, ...]
Attributes = Mapping[str, AttributeValue]
Json = Any

PIECE_JOINT = " "


class Piece(NamedTuple):
    """One contiguous part of a span, `[start, end)` in code points."""

    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether at least one code point is shared; touching is not overlapping."""
        return self.start < end and start < self.end

    def covers(self, start: int, end: int) -> bool:
        """Tell whether `[start, end)` lies wholly inside."""
        return self.start <= start and end <= self.end


class SourceRef(NamedTuple):
    """An item of an annotator's layer that a gold item was made from."""

    annotator: str
    id: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Why a gold item stands: the items it was made from, the verdict, the reason, the judge."""

    from_layers: tuple[SourceRef, ...] = ()
    verdict: str = ""
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """One or more pieces with one label; pieces are in order and neither touch nor overlap."""

    id: SpanId
    label: str
    pieces: tuple[Piece, ...]
    attributes: Attributes = field(default_factory=dict)
    entity: EntityId | None = None
    note: str = ""
    flag: bool = False
    origin: str = "manual"
    created: str = ""
    modified: str = ""
    provenance: Provenance | None = None

    @property
    def start(self) -> int:
        """The first code point of the hull."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """One past the last code point of the hull."""
        return self.pieces[-1].end

    @property
    def is_split(self) -> bool:
        """Tell whether the span has more than one piece."""
        return len(self.pieces) > 1

    @property
    def length(self) -> int:
        """The number of code points in all pieces."""
        return sum(piece.end - piece.start for piece in self.pieces)

    def quoted(self, text: str) -> str:
        """Return the text of the span, pieces joined by one space."""
        return PIECE_JOINT.join(text[piece.start : piece.end] for piece in self.pieces)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether any piece shares a code point with `[start, end)`."""
        return any(piece.overlaps(start, end) for piece in self.pieces)

    def covers(self, other: Span) -> bool:
        """Tell whether every piece of the other lies inside a piece of this one."""
        return all(any(mine.covers(*piece) for mine in self.pieces) for piece in other.pieces)

    def crosses(self, other: Span) -> bool:
        """Tell whether the two share text and neither covers the other."""
        shared = any(self.overlaps(*piece) for piece in other.pieces)
        return shared and not self.covers(other) and not other.covers(self)


class _Draft:
    """A span while it is built: the same slots, but not frozen."""

    __slots__ = Span.__slots__


def bulk_span(  # noqa: PLR0917
    identity: str,
    label: str,
    pieces: tuple[Piece, ...],
    attributes: Attributes,
    entity: EntityId | None,
    note: str,
    flag: bool,
    origin: str,
    created: str,
    modified: str,
    provenance: Provenance | None = None,
) -> Span:
    """Return the same as `Span(...)` in a fifth of the time, for imports and exports.

    The constructor of a frozen class goes through `object.__setattr__` for each field.
    """
    draft: Any = _Draft()
    draft.id = identity
    draft.label = label
    draft.pieces = pieces
    draft.attributes = attributes
    draft.entity = entity
    draft.note = note
    draft.flag = flag
    draft.origin = origin
    draft.created = created
    draft.modified = modified
    draft.provenance = provenance
    draft.__class__ = Span
    return draft  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed, directed link between two spans of one layer."""

    id: RelationId
    label: str
    source: SpanId
    target: SpanId
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what several mentions refer to; `extra` keeps what an import said beside."""

    id: EntityId
    name: str
    kind: str = ""
    extra: Mapping[str, Json] = field(default_factory=dict)


def reading_order(span: Span) -> tuple[int, int, str, str]:
    """Sort key of every listing and export: start, longest first, label, id."""
    pieces = span.pieces
    return (pieces[0].start, -pieces[-1].end, span.label, span.id)


def merge_pieces(pieces: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """Sort pieces and join those that touch or overlap; empty ones are dropped."""
    merged: list[Piece] = []
    for start, end in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if merged and start <= merged[-1].end:
            merged[-1] = Piece(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Piece(start, end))
    return tuple(merged)


def single(start: int, end: int) -> tuple[Piece, ...]:
    """Return the pieces of an unsplit span."""
    return (Piece(start, end),)
