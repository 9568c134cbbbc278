"""How spans share a line: lanes under the words and tags above them; geometry without Qt.

Where characters stand is said by `text_lines`; colours and strokes are `span_painter`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.ids import SpanId
from annotator.domain.span import Span, reading_order
from annotator.ui.views.text_lines import Box

_LANE_PITCH, _LANE_HEIGHT = 6.0, 3.0
_LEAST_LANE = 1.0
_GAP = 3.0
_WORTH_SHORTENING = 2.2
DOT = 8.0


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a span on one line; `gaps` lie between the pieces of a split span."""

    span: Span
    lane: int
    boxes: tuple[Box, ...]
    gaps: tuple[Box, ...]
    starts: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class LaneScale:
    """The thickness of a lane and the distance from one to the next, in pixels."""

    pitch: float
    height: float

    def top(self, lane: int) -> float:
        """Return how far below the ground a lane begins; lane 0 is the nearest."""
        return 1.0 + lane * self.pitch


def lane_scale(count: int, room: float) -> LaneScale:
    """Return the scale at which `count` lanes fit into a height, the wanted one where it does."""
    pitch = min(_LANE_PITCH, (room - 1.0) / max(count, 1))
    return LaneScale(pitch, max(_LEAST_LANE, min(_LANE_HEIGHT, pitch * 0.7)))


def assign_lanes(spans: Iterable[Span]) -> dict[SpanId, int]:
    """Give each span a lane: inner spans nearest to the text, none shared where hulls overlap."""
    lanes: dict[SpanId, int] = {}
    for cluster in _clusters(spans):
        placed: list[tuple[int, int, int]] = []
        for span in sorted(cluster, key=_inner_first):
            under = (lane for s, e, lane in placed if s < span.end and span.start < e)
            lane = lanes[span.id] = max(under, default=-1) + 1
            placed.append((span.start, span.end, lane))
    return lanes


def _inner_first(span: Span) -> tuple[int, int, str, str]:
    return (span.end - span.start, span.start, span.label, span.id)


def _clusters(spans: Iterable[Span]) -> list[list[Span]]:
    """Part spans into groups whose hulls overlap, so that only those are compared."""
    found: list[list[Span]] = []
    reach = -1
    for span in sorted(spans, key=reading_order):
        if span.start >= reach:
            found.append([])
        found[-1].append(span)
        reach = max(reach, span.end)
    return found


@dataclass(frozen=True, slots=True)
class TagWish:
    """A tag that wants to stand on a line: texts from long to short with their widths.

    `start` is the start edge of the span and `end` the far end of its first box, both measured
    in reading direction from the line's start.
    """

    span: Span
    start: float
    end: float
    texts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A placed tag, measured in reading direction; without text it is a dot of colour."""

    span: Span
    start: float
    end: float
    text: str


def place_tags(wishes: Sequence[TagWish], limit: float) -> list[Tag]:
    """Place the tags of a line from its start to `limit` so that none touches another.

    A tag that has no room moves on as far as its span reaches, is shortened to the label alone,
    and becomes a dot of colour at last.
    """
    tags: list[Tag] = []
    free = 0.0
    ordered = sorted(wishes, key=lambda wish: (wish.start, -wish.end))
    for i, wish in enumerate(ordered):
        following = ordered[i + 1] if i + 1 < len(ordered) else None
        tag = _placed(wish, free, following, limit)
        tags.append(tag)
        free = tag.end + _GAP
    return tags


def _placed(wish: TagWish, free: float, following: TagWish | None, limit: float) -> Tag:
    start = max(wish.start, free)
    room = limit if following is None else min(limit, following.start - _GAP)
    yielding = room if following is None else min(limit, room + _slack(following))
    for text, width in wish.texts:
        # At the end of the line a tag may move back, over words before its span.
        first = max(free, min(start, limit - width))
        for end in (room, yielding):
            if first + width <= end:
                return Tag(wish.span, first, first + width, text)
        # The name of who spoke is worth more than its last letters.
        if yielding - start >= _WORTH_SHORTENING * wish.texts[-1][1] and len(wish.texts) > 1:
            return Tag(wish.span, start, yielding, text)
    return Tag(wish.span, start, start + DOT, "")


def _slack(wish: TagWish) -> float:
    """Return how far a tag may move on and still stand above its span."""
    return max(0.0, wish.end - wish.start - wish.texts[-1][1])
