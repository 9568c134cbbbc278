"""Drawing of several layers on one text: lanes of each side, strong where they differ.

Two sides stand one above and one below the line; more stand below it, one under the other, with
initials at the start margin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.domain.ids import SpanId
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.ui.fonts import font
from annotator.ui.models.comparison import Comparison, Marked
from annotator.ui.theme import Theme, mixed
from annotator.ui.views.span_layout import LaneScale, assign_lanes, lane_scale
from annotator.ui.views.text_lines import Box, Line, TextLines, joined
from annotator.ui.views.typesetting import GUTTER

_AMBER, _CURRENT = 0.16, 0.38
_FAINT = 0.38
_TICK = 3.0
_UNKNOWN = "#5F656E"
_NO_LINE = Qt.PenStyle.NoPen


@dataclass(frozen=True, slots=True)
class Bar:
    """A span of one side on one line: its boxes, and where it is drawn, in document pixels."""

    side: int
    span: Span
    boxes: tuple[Box, ...]
    top: float
    height: float


class ComparePainter:
    """Draws a comparison over the lines of a text."""

    def __init__(
        self, lines: TextLines, compared: Comparison, scheme: Scheme, theme: Theme, *, rtl: bool
    ) -> None:
        self._lines, self._compared, self._theme = lines, compared, theme
        self._rtl = rtl
        self._colors = {kind.id: theme.label(kind.color) for kind in scheme.labels}
        self._lanes: list[dict[SpanId, int]] = [assign_lanes(s.spans) for s in compared.sides]

    def paint_grounds(self, painter: QPainter, shown: list[tuple[Line, float]]) -> None:
        """Draw what lies under the text: amber where the sides part."""
        painter.setPen(_NO_LINE)
        current = self._compared.current
        for marked, share in ((self._compared.strong - current, _AMBER), (current, _CURRENT)):
            amber = QColor(self._theme.amber)
            amber.setAlphaF(share)
            painter.setBrush(amber)
            for line, baseline in shown:
                for box in self._marked_boxes(line, marked):
                    painter.drawRect(self._ground(box, baseline))

    def _marked_boxes(self, line: Line, marked: Collection[Marked]) -> Iterable[Box]:
        """Return where marked spans stand; two sides lie over each other, more would be glaring."""
        boxes = [
            box
            for side, span in self._on(line)
            if (side, span.id) in marked
            for box in self._boxes(line, span)
        ]
        return boxes if self._is_pair else joined(boxes)

    def paint_selection(
        self, painter: QPainter, shown: list[tuple[Line, float]], start: int, end: int
    ) -> None:
        """Draw the selected text."""
        accent = QColor(self._theme.accent)
        accent.setAlphaF(0.26)
        painter.setPen(_NO_LINE)
        painter.setBrush(accent)
        for line, baseline in shown:
            for box in self._lines.boxes(line, start, end) if start < end else ():
                painter.drawRect(self._ground(box, baseline))

    def paint_over(self, painter: QPainter, shown: list[tuple[Line, float]]) -> None:
        """Draw the lanes of all sides, and whose they are where there are more than two."""
        for line, baseline in shown:
            bars = list(self.bars(line, baseline))
            for bar in sorted(bars, key=lambda bar: (bar.side, bar.span.id) in self._strong):
                self._paint_bar(painter, line, bar)
            if not self._is_pair and bars:
                self._paint_initials(painter, baseline)

    def bars(self, line: Line, baseline: float) -> Iterator[Bar]:
        """Yield what stands on a line, side by side."""
        measures = self._lines.measures
        found: dict[int, list[Span]] = {}
        for side, span in self._on(line):
            found.setdefault(side, []).append(span)
        above = measures.cell_above - measures.ground_above
        room = min(above, measures.lane_room) if self._is_pair else self._band
        for side, spans in found.items():
            lanes = self._lanes[side]
            scale = lane_scale(max(lanes[span.id] for span in spans) + 1, room)
            for span in spans:
                yield self._bar(line, side, span, baseline, scale)

    def _bar(self, line: Line, side: int, span: Span, baseline: float, scale: LaneScale) -> Bar:
        measures, lane = self._lines.measures, self._lanes[side][span.id]
        top = baseline + measures.ground_below + scale.top(lane)
        if not self._is_pair:
            top += side * self._band
        elif side == 0:
            top = baseline - measures.ground_above - scale.top(lane) - scale.height
        return Bar(side, span, self._boxes(line, span), top, scale.height)

    @property
    def _is_pair(self) -> bool:
        return len(self._compared.sides) < 3

    @property
    def _band(self) -> float:
        """The height that each of more than two sides has below a line."""
        return self._lines.measures.lane_room / max(len(self._compared.sides), 1)

    @property
    def _strong(self) -> frozenset[tuple[int, SpanId]]:
        return self._compared.strong | self._compared.current

    def _on(self, line: Line) -> Iterator[tuple[int, Span]]:
        for side, one in enumerate(self._compared.sides):
            for span in one.spans:
                if span.start < line.end and line.start < span.end:
                    yield side, span

    def _boxes(self, line: Line, span: Span) -> tuple[Box, ...]:
        boxes: list[Box] = []
        for piece in span.pieces:
            if piece.overlaps(line.start, line.end):
                boxes += self._lines.boxes(line, *piece)
        return joined(boxes)

    def _ground(self, box: Box, baseline: float) -> QRectF:
        above, below = self._lines.measures.ground_above, self._lines.measures.ground_below
        return QRectF(box.left, baseline - above, box.right - box.left, above + below)

    def _paint_bar(self, painter: QPainter, line: Line, bar: Bar) -> None:
        strong = (bar.side, bar.span.id) in self._strong
        color = self._colors.get(bar.span.label, _UNKNOWN)
        if not strong:
            color = mixed(color, self._theme.page, _FAINT)
        painter.setPen(_NO_LINE)
        painter.setBrush(QColor(color))
        radius = bar.height / 2
        for box in bar.boxes:
            rect = QRectF(box.left + 0.5, bar.top, box.right - box.left - 1, bar.height)
            painter.drawRoundedRect(rect, radius, radius)
        if strong:
            painter.setPen(QPen(QColor(color), 2))
            for x in self._edges(line, bar.span):
                middle = bar.top + bar.height / 2
                painter.drawLine(QPointF(x, middle - _TICK - 1), QPointF(x, middle + _TICK + 1))

    def _edges(self, line: Line, span: Span) -> Iterator[float]:
        for piece in span.pieces:
            if line.start <= piece.start < line.end:
                yield self._lines.edge_x(line, piece.start, is_start=True)
            if line.start < piece.end <= line.end:
                yield self._lines.edge_x(line, piece.end, is_start=False)

    def _paint_initials(self, painter: QPainter, baseline: float) -> None:
        painter.setFont(font(9, bold=True))
        painter.setPen(QColor(self._theme.muted))
        column = self._lines.column
        left = column.right + 2 if self._rtl else column.left - GUTTER + 2
        first = baseline + self._lines.measures.ground_below
        for side, one in enumerate(self._compared.sides):
            middle = first + side * self._band + min(self._band, 5) / 2
            area = QRectF(left, middle - 7, GUTTER - 4, 14)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, one.name[:2])
