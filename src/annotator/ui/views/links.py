"""Curves that link the selected span with the other ends of its relations.

Where spans stand is asked from the outside; nothing here knows the layer.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.ui.fonts import font

_NAME_SIZE = 11
_HEAD = 3.0


class Anchor(NamedTuple):
    """Where a curve may touch a span: across at `x`, above at `top` or below at `bottom`."""

    x: float
    top: float
    bottom: float
    is_in_view: bool = True


def curve(source: Anchor, target: Anchor) -> QPainterPath:
    """Return the curve from one span to another: an arc above on one line, else an S between."""
    if abs(source.top - target.top) < 1:
        return _arc(source, target)
    down = target.top > source.top
    start = QPointF(source.x, source.bottom if down else source.top)
    end = QPointF(target.x, target.top if down else target.bottom)
    return _between(start, end)


def rubber(source: Anchor, point: QPointF) -> QPainterPath:
    """Return the curve from a span to the pointer."""
    below = point.y() > source.bottom
    return _between(QPointF(source.x, source.bottom if below else source.top), point)


def _arc(source: Anchor, target: Anchor) -> QPainterPath:
    rise = min(20.0, 8.0 + abs(source.x - target.x) / 20)
    path = QPainterPath(QPointF(source.x, source.top))
    path.cubicTo(
        QPointF(source.x, source.top - rise),
        QPointF(target.x, target.top - rise),
        QPointF(target.x, target.top),
    )
    return path


def _between(start: QPointF, end: QPointF) -> QPainterPath:
    bend = max(14.0, abs(end.y() - start.y()) / 2)
    sign = 1.0 if end.y() > start.y() else -1.0
    path = QPainterPath(start)
    path.cubicTo(
        QPointF(start.x(), start.y() + sign * bend), QPointF(end.x(), end.y() - sign * bend), end
    )
    return path


def draw(painter: QPainter, path: QPainterPath, color: QColor) -> None:
    """Draw a curve with a dot where it ends."""
    painter.setPen(QPen(color, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(path.currentPosition(), _HEAD, _HEAD)


class Names:
    """Writes names of relations in pills, none over another or over what is `taken`."""

    def __init__(self, painter: QPainter, ink: QColor, page: QColor, taken: list[QRectF]) -> None:
        self._painter = painter
        self._ink, self._page = ink, page
        self._taken = taken
        self._font = font(_NAME_SIZE)
        self._metrics = QFontMetricsF(self._font)

    def draw(self, name: str, at: QPointF) -> None:
        """Write a name around a point, or beside it where there is something already."""
        width, height = self._metrics.horizontalAdvance(name) + 12, _NAME_SIZE * 1.5
        place = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
        for steps in (0, -1, 1, -2, 2, -3, 3, -4, 4):
            rect = place.translated(steps * (width + 4) / 2, 0)
            if not any(rect.intersects(other) for other in self._taken):
                place = rect
                break
        self._taken.append(place)
        self._painter.setPen(QPen(self._ink, 0.8))
        self._painter.setBrush(self._page)
        self._painter.drawRoundedRect(place, height / 2, height / 2)
        self._painter.setFont(self._font)
        self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
