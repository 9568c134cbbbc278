"""Drawing of spans, in two passes: grounds under the text, then lanes, tags and links over it.

What stands where comes from `span_scene`, what is selected from `Marks`; nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.domain.ids import SpanId
from annotator.domain.scheme import Scheme
from annotator.ui.fonts import font
from annotator.ui.theme import LIGHT, Theme, mixed
from annotator.ui.views.span_layout import Segment, Tag
from annotator.ui.views.span_scene import TAG_PADDING, Shown, SpanScene
from annotator.ui.views.text_lines import Box

_RADIUS = 4.0
_KNOB = 4.0
_UNKNOWN = "#5F656E"
_DIM = 0.45
_STRONG = 2.0
_HIT, _SELECTION = 0.30, 0.26
_TAG_RADIUS = 3.5
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
class Ink:
    """The colours of one label in one strength; quiet labels have no ground."""

    line: QColor
    ground: QColor | None
    tag_text: QColor


class Inks:
    """The colours of the labels of a scheme on a theme."""

    def __init__(self, theme: Theme, scheme: Scheme | None) -> None:
        self._theme = theme
        self._scheme = scheme
        self._made: dict[tuple[str, str], Ink] = {}

    def of(self, label: str, strength: str) -> Ink:
        """Return the ink of a label, `plain`, `strong` or `dim`."""
        found = self._made.get((label, strength))
        if found is None:
            found = self._made[label, strength] = self._make(label, strength)
        return found

    def is_quiet(self, label: str) -> bool:
        """Tell whether spans of a label have no ground and a thin lane."""
        known = self._scheme.label(label) if self._scheme else None
        return known is not None and known.optional

    def _make(self, label: str, strength: str) -> Ink:
        theme = self._theme
        known = self._scheme.label(label) if self._scheme else None
        color = theme.label(known.color) if known else _UNKNOWN
        shares = {"plain": 1.0, "strong": _STRONG, "dim": 0.5}
        ground = QColor(theme.tinted(color, theme.ground_alpha * shares[strength]))
        line = mixed(color, theme.page, _DIM) if strength == "dim" else color
        quiet = self.is_quiet(label) and strength != "strong"
        return Ink(QColor(line), None if quiet else ground, QColor(theme.tag_text))


class SpanPainter:
    """Draws the spans of one scene in the colours of a theme."""

    def __init__(self, scene: SpanScene, theme: Theme = LIGHT) -> None:
        self.scene = scene
        self.theme = theme
        self.inks = Inks(theme, scene.scheme)
        self.measures = scene.lines.measures
        self._tag_font = font(self.measures.tag_size, bold=True)
        self._tag_metrics = QFontMetricsF(self._tag_font)

    def paint_grounds(self, painter: QPainter, shown: list[Shown], marks: Marks) -> None:
        """Draw what lies under the text."""
        painter.setPen(_NO_LINE)
        for line, baseline in shown:
            for segment in self.scene.segments(line):
                ink = self.inks.of(segment.span.label, marks.strength(segment.span.id))
                if ink.ground is not None:
                    painter.setBrush(ink.ground)
                    for box in segment.boxes:
                        painter.drawRoundedRect(self.ground_rect(box, baseline), _RADIUS, _RADIUS)
        amber, accent = QColor(self.theme.amber), QColor(self.theme.accent)
        self._paint_ranges(painter, shown, marks.hits, amber, _HIT)
        self._paint_ranges(painter, shown, marks.ranges, accent, _SELECTION)

    def _paint_ranges(
        self,
        painter: QPainter,
        shown: list[Shown],
        ranges: list[tuple[int, int]],
        color: QColor,
        alpha: float,
    ) -> None:
        color.setAlphaF(alpha)
        painter.setBrush(color)
        for start, end in ranges:
            for line, baseline in shown:
                if start < line.end and line.start < end:
                    for box in self.scene.lines.boxes(line, start, end):
                        painter.drawRect(self.ground_rect(box, baseline))

    def paint_over(self, painter: QPainter, shown: list[Shown], marks: Marks) -> None:
        """Draw what lies over the text: lanes, tags, and the outline of what is selected."""
        for one in shown:
            for segment in self.scene.segments(one.line):
                self._paint_lane(painter, segment, one, marks)
        for one in shown:
            for tag in self.scene.tags(one.line):
                if tag.span.id not in marks.named:
                    self._paint_tag(painter, tag, one.baseline, marks)
        if marks.preview is not None:
            self._paint_preview(painter, shown, marks.preview)
        for one in shown:
            for segment in self.scene.segments(one.line):
                self._paint_named(painter, segment, one, marks)

    def ground_rect(self, box: Box, baseline: float) -> QRectF:
        """Return the ground of a box on a line."""
        above, below = self.measures.ground_above, self.measures.ground_below
        return QRectF(box.left, baseline - above, box.right - box.left, above + below)

    def tag_rect(self, tag: Tag, baseline: float) -> QRectF:
        """Return the place of a tag on a line."""
        box = self.scene.box_of(tag)
        height = self.measures.tag_height if tag.text else box.right - box.left
        bottom = baseline - self.measures.ground_above - 1
        return QRectF(box.left, bottom - height, box.right - box.left, height)

    def lane_rect(self, segment: Segment, box: Box, shown: Shown) -> QRectF:
        """Return the bar under a box of a span."""
        scale = self.scene.scale(shown.line)
        top = shown.baseline + self.measures.ground_below + scale.top(segment.lane)
        height = scale.height
        if self.inks.is_quiet(segment.span.label):
            top, height = top + height / 4, height / 2
        inset = min(0.5, (box.right - box.left) / 4)
        return QRectF(box.left + inset, top, box.right - box.left - 2 * inset, height)

    def _paint_lane(self, painter: QPainter, segment: Segment, shown: Shown, marks: Marks) -> None:
        ink = self.inks.of(segment.span.label, marks.strength(segment.span.id))
        painter.setPen(_NO_LINE)
        painter.setBrush(ink.line)
        for box in segment.boxes:
            rect = self.lane_rect(segment, box, shown)
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        for box in segment.gaps:
            rect = self.lane_rect(segment, box, shown)
            painter.setPen(_dotted(ink.line, rect.height()))
            middle = rect.center().y()
            painter.drawLine(QPointF(rect.right(), middle), QPointF(rect.left(), middle))

    def _paint_tag(self, painter: QPainter, tag: Tag, baseline: float, marks: Marks) -> None:
        ink = self.inks.of(tag.span.label, marks.strength(tag.span.id))
        rect = self.tag_rect(tag, baseline)
        radius = _TAG_RADIUS if tag.text else rect.height() / 2
        painter.setPen(_NO_LINE)
        painter.setBrush(ink.line)
        painter.drawRoundedRect(rect, radius, radius)
        if tag.text:
            painter.setFont(self._tag_font)
            painter.setPen(ink.tag_text)
            room = rect.width() - TAG_PADDING
            text = self._tag_metrics.elidedText(tag.text, Qt.TextElideMode.ElideRight, room + 1)
            painter.drawText(rect, self._tag_flags, text)

    @property
    def _tag_flags(self) -> int:
        centre = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextSingleLine.value
        if self.scene.language == "fa":
            return centre | Qt.TextFlag.TextForceRightToLeft.value
        return centre | Qt.TextFlag.TextForceLeftToRight.value

    def _paint_named(self, painter: QPainter, segment: Segment, shown: Shown, marks: Marks) -> None:
        """Outline and name a span that is selected, hovered or an end of a link in the making."""
        span_id = segment.span.id
        accent = self._outline_color(segment, marks)
        if accent is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1.5))
            for box in segment.boxes:
                rect = self.ground_rect(box, shown.baseline).adjusted(-0.5, -0.5, 0.5, 0.5)
                painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if span_id in marks.named and segment.starts and segment.boxes:
            self._paint_tag(painter, self.scene.own_tag(segment), shown.baseline, marks)
        if span_id == marks.selected and marks.allowed is None:
            for handle in self.handles(segment, shown):
                self._paint_handle(painter, handle, segment)

    def _outline_color(self, segment: Segment, marks: Marks) -> QColor | None:
        span_id = segment.span.id
        if span_id == marks.link_target:
            return QColor(self.theme.accent)
        if span_id in (marks.selected, marks.link_source):
            return self.inks.of(segment.span.label, "strong").line
        if marks.allowed is not None and span_id in marks.allowed:
            return QColor(mixed(self.theme.accent, self.theme.page, _DIM))
        return None

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


def _dotted(color: QColor, height: float) -> QPen:
    pen = QPen(color, max(1.0, height * 0.7), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.6])
    return pen
