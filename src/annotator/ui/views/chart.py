"""A painted figure whose marks can be pointed at, clicked, and gone through by keys.

Charts paint from the start edge: what they measure from it is mirrored in a right-to-left window.
Each chart says in `_paint` what it shows, and where its marks lie; this class does the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.ui import fonts
from annotator.ui.theme import LIGHT, Theme

_FORWARD = {Qt.Key.Key_Down, Qt.Key.Key_Right}
_BACK = {Qt.Key.Key_Up, Qt.Key.Key_Left}
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


@dataclass(frozen=True, slots=True)
class Hit:
    """A mark where it lies on the widget, what it opens and what it says."""

    area: QRectF
    query: object
    tip: str


class Chart(QWidget):
    """`chosen(query)` when a mark is clicked, or Enter is pressed on it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.hits: list[Hit] = []
        self._current = -1
        self._hover = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self.theme = theme
        self.update()

    def refresh(self) -> None:
        """Take over new content: another size, other marks."""
        self._current = self._hover = -1
        self.updateGeometry()
        self.update()

    def wanted_height(self) -> int:
        """Return the height the content needs."""
        return 0

    def _paint(self, painter: QPainter) -> None:
        """Paint the content, and `_add` a hit for each mark."""

    # placing

    @property
    def is_rtl(self) -> bool:
        """Tell whether the chart runs right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def box(self, start: float, top: float, width: float, height: float) -> QRectF:
        """Return a rectangle given from the start edge."""
        left = self.width() - start - width if self.is_rtl else start
        return QRectF(left, top, width, height)

    def point(self, start: float, top: float) -> QPointF:
        """Return a point given from the start edge."""
        return QPointF(self.width() - start if self.is_rtl else start, top)

    def write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        *,
        size: int = 12,
        bold: bool = False,
        color: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        """Write one line, cut to the area; `AlignLeft` means the start edge here."""
        painter.setFont(fonts.font(size, bold=bold))
        painter.setPen(QColor(color or self.theme.text))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(area.width()) + 1
        )
        if self.is_rtl and align is not Qt.AlignmentFlag.AlignHCenter:
            left = align is Qt.AlignmentFlag.AlignLeft
            align = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)

    def _add(self, area: QRectF, query: object, tip: str) -> None:
        self.hits.append(Hit(area, query, tip))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(200, self.wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.wanted_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self.hits = []
        self._paint(painter)
        for place, width in ((self._hover, 1.5), (self._current if self.hasFocus() else -1, 2.0)):
            if 0 <= place < len(self.hits):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self.theme.accent), width))
                painter.drawRoundedRect(self.hits[place].area.adjusted(1, 1, -1, -1), 5, 5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._hit_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._hit_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self._go_to(place)
            self.chosen.emit(self.hits[place].query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, there = Qt.Key(event.key()), bool(self.hits)
        if there and key in _FORWARD:
            self._go_to(min(self._current + 1, len(self.hits) - 1))
        elif there and key in _BACK:
            self._go_to(max(self._current - 1, 0))
        elif there and key in _OPEN and self._current >= 0:
            self.chosen.emit(self.hits[self._current].query)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current < 0:
            self._go_to(0 if self.hits else -1)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._hit_at(QPointF(event.pos()))
            if place >= 0:
                QToolTip.showText(event.globalPos(), self.hits[place].tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _hit_at(self, place: QPointF) -> int:
        found = (i for i, hit in enumerate(self.hits) if hit.query and hit.area.contains(place))
        return next(found, -1)

    def _point_at(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            shape = Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _go_to(self, place: int) -> None:
        self._current = place
        if place >= 0:
            self.setAccessibleDescription(self.hits[place].tip)
        self.update()
