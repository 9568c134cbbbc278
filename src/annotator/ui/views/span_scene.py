"""What the model puts on each line, kept until it changes: segments of spans, and their tags.

The layer is the truth; everything here can be thrown away and made again, for the lines in view
only. Colours, selection and drawing belong in `span_painter`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from annotator.domain.article import Article
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.ui.fonts import font
from annotator.ui.views import tags
from annotator.ui.views.span_layout import (
    LaneScale,
    Segment,
    Tag,
    TagWish,
    assign_lanes,
    lane_scale,
    place_tags,
)
from annotator.ui.views.text_lines import Box, Line, TextLines, joined
from annotator.ui.views.typesetting import GUTTER

_KEPT_LINES = 4000
TAG_PADDING = 10.0
_LONGEST_TAG_EM = 11.0


class Shown(NamedTuple):
    """A line in view and the height of its baseline in the document."""

    line: Line
    baseline: float


@dataclass(slots=True)
class _Block:
    """Spans that touch a block, outermost first, and the lanes they hold there."""

    spans: list[Span]
    lanes: dict[SpanId, int]
    scale: LaneScale


class SpanScene:
    """Segments and tags of one layer on one laid out article."""

    def __init__(
        self,
        article: Article,
        layer: Layer,
        scheme: Scheme,
        lines: TextLines,
    ) -> None:
        self.article = article
        self.layer = layer
        self.scheme = scheme
        self.lines = lines
        self.language = "fa"
        self._metrics = QFontMetricsF(font(lines.measures.tag_size, bold=True))
        self._known = _by_identity(layer)
        self._widths: dict[str, float] = {}
        self._tagged = tags.tagged_labels(scheme)
        self._split = {s.id: s for s in layer.spans.values() if s.is_split}
        self._blocks: dict[int, _Block] = {}
        self._segments: dict[tuple[int, int], list[Segment]] = {}
        self._tags: dict[tuple[int, int], list[Tag]] = {}

    def clear(self) -> None:
        """Forget where spans stand; lines have moved."""
        self._blocks.clear()
        self._segments.clear()
        self._tags.clear()

    def set_language(self, language: str) -> None:
        """Name labels in a language, `fa` or `en`."""
        self.language = language
        self._tags.clear()

    def set_layer(self, layer: Layer) -> None:
        """Take the next state of the layer, forgetting only blocks that its difference touches."""
        old, self.layer = self.layer, layer
        if old.spans is not layer.spans:
            before, self._known = self._known, _by_identity(layer)
            for key in before.keys() ^ self._known.keys():
                self._forget(before.get(key) or self._known[key])
        if old.relations is not layer.relations or old.entities is not layer.entities:
            self._tags.clear()

    def _forget(self, span: Span) -> None:
        if self.layer.spans.get(span.id) is span and span.is_split:
            self._split[span.id] = span
        elif span.id not in self.layer.spans or not self.layer.spans[span.id].is_split:
            self._split.pop(span.id, None)
        first, last = self.lines.block_at(span.start), self.lines.block_at(span.end)
        touched = {n for n in self._blocks if first <= n <= last}
        for number in touched:
            del self._blocks[number]
        for cache in (self._segments, self._tags):
            for key in [key for key in cache if key[0] in touched]:
                del cache[key]

    def shown(self, top: float, bottom: float) -> Iterator[Shown]:
        """Yield the lines between two heights of the document, with a line more at either end."""
        for number in self.lines.between(top, bottom):
            block_top = self.lines.top(number)
            for line in self.lines.of_block(number):
                baseline = block_top + line.baseline
                if top - self.lines.measures.pitch < baseline < bottom + self.lines.measures.pitch:
                    yield Shown(line, baseline)

    def scale(self, line: Line) -> LaneScale:
        """Return how far apart the lanes of a line are."""
        return self._block(line.block).scale

    def segments(self, line: Line) -> list[Segment]:
        """Return the parts of spans on a line, outer ones first."""
        key = line.key
        found = self._segments.get(key)
        if found is None:
            if len(self._segments) > _KEPT_LINES:
                self.clear()
            found = self._segments[key] = self._make_segments(line)
        return found

    def tags(self, line: Line) -> list[Tag]:
        """Return the tags above a line, in reading direction; `box_of` gives their place."""
        key = line.key
        found = self._tags.get(key)
        if found is None:
            wishes = [
                self.wish(segment)
                for segment in self.segments(line)
                if segment.starts and segment.boxes and segment.span.label in self._tagged
            ]
            found = self._tags[key] = place_tags(wishes, self._tag_limit)
        return found

    def own_tag(self, segment: Segment) -> Tag:
        """Return the whole tag of a span at its own place, whatever else stands there."""
        wish = self.wish(segment)
        text, width = wish.texts[0]
        start = max(0.0, min(wish.start, self._tag_limit - width))
        return Tag(segment.span, start, start + width, text)

    def box_of(self, tag: Tag) -> Box:
        """Return where a tag stands, from the left of the document."""
        first, last = self.lines.column
        if self.article.direction == "ltr":
            return Box(first + tag.start, first + tag.end)
        return Box(last - tag.end, last - tag.start)

    def wish(self, segment: Segment) -> TagWish:
        """Return the tag that a span wants on its first line."""
        span = segment.span
        texts = tags.tag_texts(self.scheme, self.layer, self.article.text, span, self.language)
        first, last = self.lines.column
        if self.article.direction == "ltr":
            near = [(box.left - first, box.right - first) for box in segment.boxes]
        else:
            near = [(last - box.right, last - box.left) for box in reversed(segment.boxes)]
        longest = _LONGEST_TAG_EM * self.lines.measures.size
        widths = tuple(
            (text, min(self._metrics.horizontalAdvance(text) + TAG_PADDING, longest))
            for text in texts
        )
        return TagWish(span, *near[0], widths)

    def _width(self, text: str) -> float:
        found = self._widths.get(text)
        if found is None:
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    @property
    def _tag_limit(self) -> float:
        first, last = self.lines.column
        return last - first + GUTTER / 2

    def _block(self, number: int) -> _Block:
        found = self._blocks.get(number)
        if found is None:
            start, end = self.lines.block_range(number)
            spans = self.layer.index.overlapping(start, end)
            here = {span.id for span in spans}
            spans += [
                s
                for s in self._split.values()
                if s.id not in here and s.start < end and start < s.end
            ]
            lanes = assign_lanes(spans)
            spans.sort(key=lambda span: -lanes[span.id])
            count = max(lanes.values(), default=-1) + 1
            scale = lane_scale(count, self.lines.measures.lane_room)
            found = self._blocks[number] = _Block(spans, lanes, scale)
        return found

    def _make_segments(self, line: Line) -> list[Segment]:
        block = self._block(line.block)
        return [
            self._segment(line, span, block.lanes[span.id])
            for span in block.spans
            if span.start < line.end and line.start < span.end
        ]

    def _segment(self, line: Line, span: Span, lane: int) -> Segment:
        boxes: list[Box] = []
        for piece in span.pieces:
            if piece.overlaps(line.start, line.end):
                boxes += self.lines.boxes(line, *piece)
        gaps: list[Box] = []
        for before, after in zip(span.pieces, span.pieces[1:], strict=False):
            if before.end < line.end and line.start < after.start:
                gaps += self.lines.boxes(line, before.end, after.start)
        starts = line.start <= span.start < line.end
        ends = line.start < span.end <= line.end
        return Segment(span, lane, joined(boxes), tuple(gaps), starts, ends)


def _by_identity(layer: Layer) -> dict[int, Span]:
    """Return the spans by identity: a layer keeps what did not change, and this compares fast."""
    spans = layer.spans.values()
    return dict(zip(map(id, spans), spans, strict=True))
