"""Drawing of spans, in two passes: grounds under the text, then lanes, tags and links over it.

What stands where comes from `span_scene`, what is selected from `Marks`; nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText, QTextOption

from annotator.domain.ids import SpanId
from annotator.ui.fonts import font
from annotator.ui.theme import LIGHT, Theme, mixed
from annotator.ui.views.inks import DIM, Inks
from annotator.ui.views.span_layout import Segment, Tag
from annotator.ui.views.span_scene import TAG_PADDING, Shown, SpanScene
from annotator.ui.views.text_lines import Box

_RADIUS = 4.0
_KNOB = 4.0
_HIT, _SELECTION = 0.30, 0.26
_TAG_RADIUS = 3.5
_NOTCH, _NOTCH_EVERY = 3.0, 8.0
_KEPT_LINES = 400
_NO_LINE = Qt.PenStyle.NoPen


class Handle(NamedTuple):
    """An edge of a piece that can be dragged, in pixels of the document."""

    span: SpanId
    piece: int
    edge: Literal["start", "end"]
    x: float
    baseline: float


@dataclass(slots=True)
class Marks:
    """What is selected, found or under way; positions in code points."""

    selected: SpanId | None = None
    hovered: SpanId | None = None
    ranges: list[tuple[int, int]] = field(default_factory=list)
    hits: list[tuple[int, int]] = field(default_factory=list)
    preview: tuple[int, int] | None = None
    link_source: SpanId | None = None
    link_target: SpanId | None = None
    allowed: frozenset[SpanId] | None = None
    related: frozenset[SpanId] = frozenset()

    @property
    def named(self) -> frozenset[SpanId | None]:
        """The spans whose whole tag is shown, whatever their label."""
        return frozenset((self.selected, self.hovered, self.link_source, self.link_target))

    def strength(self, span_id: SpanId) -> str:
        """Tell how a span is drawn: `plain`, `strong` or `dim`."""
        if span_id in (self.selected, self.link_source, self.link_target):
            return "strong"
        if self.allowed is not None:
            return "plain" if span_id in self.allowed else "dim"
        if self.selected is None or span_id in self.related:
            return "plain"
        return "dim"


@dataclass(frozen=True, slots=True)
class Art:
    """What a segment is drawn as, in pixels of the document."""

    segment: Segment
    grounds: tuple[QRectF, ...]
    lanes: tuple[QRectF, ...]
    notches: tuple[QRectF, ...]
    gaps: tuple[QLineF, ...]


@dataclass(frozen=True, slots=True)
class TagArt:
    """What a tag is drawn as, in pixels of the document; a dot has no words."""

    tag: Tag
    rect: QRectF
    words: QStaticText | None
    at: QPointF


class SpanPainter:
    """Draws the spans of one scene in the colours of a theme."""

    def __init__(self, scene: SpanScene, theme: Theme = LIGHT) -> None:
        self.scene = scene
        self.theme = theme
        self.inks = Inks(theme, scene.scheme)
        self.measures = scene.lines.measures
        self._page = QColor(theme.page)
        self._tag_font = font(self.measures.tag_size, bold=True)
        self._tag_metrics = QFontMetricsF(self._tag_font)
        self._words: dict[tuple[str, int, bool], QStaticText] = {}
        self._art: dict[tuple[int, int], tuple[list[Segment], list[Art]]] = {}
        self._tag_art: dict[tuple[int, int], tuple[list[Tag], list[TagArt]]] = {}

    def paint_grounds(self, painter: QPainter, shown: list[Shown], marks: Marks) -> None:
        """Draw what lies under the text."""
        painter.setPen(_NO_LINE)
        for art in (art for one in shown for art in self.art(one)):
            span = art.segment.span
            ground = self.inks.of(span.label, marks.strength(span.id)).ground
            if ground is not None:
                painter.setBrush(ground)
                for rect in art.grounds:
                    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        amber, accent = QColor(self.theme.amber), QColor(self.theme.accent)
        amber.setAlphaF(_HIT)
        accent.setAlphaF(_SELECTION)
        self._paint_ranges(painter, shown, marks.hits, amber)
        self._paint_ranges(painter, shown, marks.ranges, accent)

    def _paint_ranges(
        self,
        painter: QPainter,
        shown: list[Shown],
        ranges: list[tuple[int, int]],
        color: QColor,
    ) -> None:
        painter.setBrush(color)
        first, last = (shown[0].line.start, shown[-1].line.end) if shown else (0, 0)
        for start, end in ranges:
            if start < last and first < end and start < end:
                for line, baseline in shown:
                    for box in self.scene.lines.boxes(line, start, end):
                        painter.drawRect(self.ground_rect(box, baseline))

    def paint_over(self, painter: QPainter, shown: list[Shown], marks: Marks) -> None:
        """Draw what lies over the text: lanes, tags, and the outline of what is selected."""
        named, places = marks.named, [(one, art) for one in shown for art in self.art(one)]
        for _, art in places:
            self._paint_lane(painter, art, marks)
        painter.setFont(self._tag_font)
        for one in shown:
            for tag in self.tag_art(one):
                if tag.tag.span.id not in named:
                    self._paint_tag(painter, tag, marks)
        if marks.preview is not None:
            self._paint_preview(painter, shown, marks.preview)
        for one, art in places:
            if marks.allowed is not None or art.segment.span.id in named:
                self._paint_named(painter, art, one, marks)

    # places

    def art(self, shown: Shown) -> list[Art]:
        """Return what the segments of a line are drawn as, outer ones first."""
        segments = self.scene.segments(shown.line)
        found = self._art.get(shown.line.key)
        if found is None or found[0] is not segments:
            _forget_many(self._art)
            found = segments, [self._make_art(segment, shown) for segment in segments]
            self._art[shown.line.key] = found
        return found[1]

    def tag_art(self, shown: Shown) -> list[TagArt]:
        """Return what the tags of a line are drawn as."""
        tags = self.scene.tags(shown.line)
        found = self._tag_art.get(shown.line.key)
        if found is None or found[0] is not tags:
            _forget_many(self._tag_art)
            found = tags, [self._make_tag(tag, shown.baseline) for tag in tags]
            self._tag_art[shown.line.key] = found
        return found[1]

    def own_tag(self, segment: Segment, baseline: float) -> TagArt:
        """Return the whole tag of a span at its own place, whatever else stands there."""
        return self._make_tag(self.scene.own_tag(segment), baseline)

    def ground_rect(self, box: Box, baseline: float) -> QRectF:
        """Return the ground of a box on a line."""
        above, below = self.measures.ground_above, self.measures.ground_below
        return QRectF(box.left, baseline - above, box.right - box.left, above + below)

    def _make_art(self, segment: Segment, shown: Shown) -> Art:
        lanes = tuple(self._lane_rect(segment, box, shown) for box in segment.boxes)
        gaps = []
        for box in segment.gaps:
            rect = self._lane_rect(segment, box, shown)
            middle = rect.center().y()
            gaps.append(QLineF(rect.right(), middle, rect.left(), middle))
        return Art(
            segment,
            tuple(self.ground_rect(box, shown.baseline) for box in segment.boxes),
            lanes,
            self._notch_rects(segment, lanes) if segment.starts and lanes else (),
            tuple(gaps),
        )

    def _lane_rect(self, segment: Segment, box: Box, shown: Shown) -> QRectF:
        scale = self.scene.scale(shown.line)
        top = shown.baseline + self.measures.ground_below + scale.top(segment.lane)
        height = scale.height
        if self.inks.is_quiet(segment.span.label):
            top, height = top + height / 4, height / 2
        inset = min(0.5, (box.right - box.left) / 4)
        return QRectF(box.left + inset, top, box.right - box.left - 2 * inset, height)

    def _notch_rects(self, segment: Segment, lanes: tuple[QRectF, ...]) -> tuple[QRectF, ...]:
        """Cut the lane near its start, so that labels without tags differ by more than colour."""
        ltr = self.scene.article.direction == "ltr"
        lane = lanes[0 if ltr else -1]
        count = self.inks.notches(segment.span.label)
        if lane.width() < _NOTCH_EVERY * (count + 1):
            return ()
        edges = (number * _NOTCH_EVERY for number in range(1, count + 1))
        lefts = (lane.left() + x - _NOTCH if ltr else lane.right() - x for x in edges)
        return tuple(QRectF(x, lane.top() - 0.5, _NOTCH, lane.height() + 1) for x in lefts)

    def _make_tag(self, tag: Tag, baseline: float) -> TagArt:
        box = self.scene.box_of(tag)
        height = self.measures.tag_height if tag.text else box.right - box.left
        bottom = baseline - self.measures.ground_above - 1
        rect = QRectF(box.left, bottom - height, box.right - box.left, height)
        if not tag.text:
            return TagArt(tag, rect, None, QPointF())
        words = self._words_of(tag.text, round(rect.width() - TAG_PADDING) + 1)
        size = words.size()
        at = rect.center() - QPointF(size.width() / 2, size.height() / 2)
        return TagArt(tag, rect, words, at)

    def _words_of(self, text: str, room: int) -> QStaticText:
        rtl = self.scene.language == "fa"
        found = self._words.get((text, room, rtl))
        if found is None:
            shown = self._tag_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            found = self._words[text, room, rtl] = _static(shown, self._tag_font, rtl)
        return found

    def handles(self, segment: Segment, shown: Shown) -> list[Handle]:
        """Return the handles of a span's pieces that stand on a line."""
        lines, line = self.scene.lines, shown.line
        found = []
        for number, piece in enumerate(segment.span.pieces):
            if line.start <= piece.start < line.end:
                x = lines.edge_x(line, piece.start, is_start=True)
                found.append(Handle(segment.span.id, number, "start", x, shown.baseline))
            if line.start < piece.end <= line.end:
                x = lines.edge_x(line, piece.end, is_start=False)
                found.append(Handle(segment.span.id, number, "end", x, shown.baseline))
        return found

    # strokes

    def _paint_lane(self, painter: QPainter, art: Art, marks: Marks) -> None:
        span = art.segment.span
        color = self.inks.of(span.label, marks.strength(span.id)).line
        painter.setPen(_NO_LINE)
        painter.setBrush(color)
        for rect in art.lanes:
            radius = rect.height() / 2
            painter.drawRoundedRect(rect, radius, radius)
        for rect in art.notches:
            painter.fillRect(rect, self._page)
        if art.gaps:
            painter.setPen(_dotted(color, self.measures.size))
            painter.drawLines(art.gaps)

    def _paint_tag(self, painter: QPainter, art: TagArt, marks: Marks) -> None:
        span = art.tag.span
        ink = self.inks.of(span.label, marks.strength(span.id))
        radius = _TAG_RADIUS if art.words is not None else art.rect.height() / 2
        painter.setPen(_NO_LINE)
        painter.setBrush(ink.line)
        painter.drawRoundedRect(art.rect, radius, radius)
        if art.words is not None:
            painter.setPen(ink.tag_text)
            painter.drawStaticText(art.at, art.words)

    def _paint_named(self, painter: QPainter, art: Art, shown: Shown, marks: Marks) -> None:
        """Outline and name a span that is selected, hovered or an end of a link in the making."""
        segment = art.segment
        accent = self._outline_color(segment, marks)
        if accent is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1.5))
            for rect in art.grounds:
                painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)
        if segment.span.id in marks.named and segment.starts and segment.boxes:
            self._paint_tag(painter, self.own_tag(segment, shown.baseline), marks)
        if segment.span.id == marks.selected and marks.allowed is None:
            for handle in self.handles(segment, shown):
                self._paint_handle(painter, handle, segment)

    def _outline_color(self, segment: Segment, marks: Marks) -> QColor | None:
        span_id = segment.span.id
        if span_id == marks.link_target:
            return QColor(self.theme.accent)
        if span_id in (marks.selected, marks.link_source):
            return self.inks.of(segment.span.label, "strong").line
        if marks.allowed is not None and span_id in marks.allowed:
            return QColor(mixed(self.theme.accent, self.theme.page, DIM))
        return None

    def _paint_handle(self, painter: QPainter, handle: Handle, segment: Segment) -> None:
        color = self.inks.of(segment.span.label, "strong").line
        top = handle.baseline - self.measures.ground_above
        bottom = handle.baseline + self.measures.ground_below
        painter.setPen(QPen(color, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(handle.x, top), QPointF(handle.x, bottom))
        painter.setPen(QPen(QColor(self.theme.page), 1.5))
        painter.setBrush(color)
        painter.drawEllipse(QPointF(handle.x, (top + bottom) / 2), _KNOB, _KNOB)

    def _paint_preview(
        self, painter: QPainter, shown: list[Shown], preview: tuple[int, int]
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.accent), 1.5, Qt.PenStyle.DashLine))
        for line, baseline in shown:
            for box in self.scene.lines.boxes(line, *preview):
                painter.drawRoundedRect(self.ground_rect(box, baseline), _RADIUS, _RADIUS)

    def paint_caret(self, painter: QPainter, position: int, focused: bool) -> None:
        """Draw the caret; it does not blink, and stays to be seen without the focus."""
        lines = self.scene.lines
        line = lines.line_of(position)
        x, baseline = lines.caret_x(position), lines.baseline(line)
        color = QColor(self.theme.accent if focused else self.theme.muted)
        rect = self.ground_rect(Box(x - 1, x + (1 if focused else 0)), baseline)
        painter.fillRect(rect.adjusted(0, -1, 0, 1), color)


def _forget_many(cache: dict[tuple[int, int], Any]) -> None:
    if len(cache) > _KEPT_LINES:
        cache.clear()


def _static(text: str, face: QFont, right_to_left: bool) -> QStaticText:
    option = QTextOption()
    ways = Qt.LayoutDirection
    option.setTextDirection(ways.RightToLeft if right_to_left else ways.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextOption(option)
    made.prepare(font=face)
    return made


def _dotted(color: QColor, size: int) -> QPen:
    pen = QPen(color, size / 9, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.6])
    return pen
