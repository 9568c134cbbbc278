"""Painting of a hit: the article with where it is from, and the line with the words marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.models.search_results import RESULT_ROLE, ResultRow
from annotator.ui.theme import LIGHT, RADIUS, Theme
from annotator.ui.views.running_line import RunningLine

_Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _PADDING, _LINE = 60, 10, 25
_TITLE_PX, _SMALL_PX, _TEXT_PX = 13, 11, 15


def ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Fill a row that is selected or under the pointer."""
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if not selected and not state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.selection if selected else theme.hover))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def sized(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """Return a font at a size in pixels."""
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


class HitDelegate(QStyledItemDelegate):
    """Paints a `ResultRow`; everything is placed from the start edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(RESULT_ROLE)
        if not isinstance(row, ResultRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        ground(painter, option, self._theme)
        rect: QRect = option.rect
        inner = rect.adjusted(_PADDING, 5, -_PADDING, -5)
        self._head(painter, option, QRect(inner.left(), inner.top(), inner.width(), 22), row)
        below = QRect(inner.left(), inner.top() + 24, inner.width(), _LINE)
        self._line(painter, option, below, row)
        painter.restore()

    def _head(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: ResultRow
    ) -> None:
        base: QFont = option.font
        start = area.left()
        badge = " · ".join(part for part in (row.badge, row.owner) if part)
        for text, font, color, share in (
            (badge, sized(base, _SMALL_PX, bold=True), row.color or self._theme.muted, 0.4),
            (row.title, sized(base, _TITLE_PX, bold=True), self._theme.text, 0.6),
            (row.detail, sized(base, _SMALL_PX), self._theme.muted, 1.0),
        ):
            metrics = QFontMetrics(font)
            room = min(area.right() - start, int(area.width() * share))
            if not text or room < 20:
                continue
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = min(metrics.horizontalAdvance(shown) + 4, room)
            part = QRect(start, area.top(), width, area.height())
            place = QStyle.visualRect(option.direction, area, part)
            painter.setFont(font)
            painter.setPen(QColor(color))
            leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
            flags = int(leading | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, shown)
            start += width + 8

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: ResultRow
    ) -> None:
        line = RunningLine(
            row.before, row.hit, row.after, sized(option.font, _TEXT_PX), rtl=row.rtl
        )
        first, last = line.text_edges()
        near, far = line.hit_edges()
        # the text begins at its own edge, and moves only as far as the hit needs to be seen
        if row.rtl:
            shift = area.right() - last
            shift += max(0.0, area.left() + area.width() / 3 - (near + shift))
            shift = min(shift, max(area.left() - first, area.right() - last))
        else:
            shift = area.left() - first
            shift -= max(0.0, far + shift - (area.right() - area.width() / 3))
            shift = max(shift, min(area.right() - last, area.left() - first))
        line.paint(painter, area, shift, self._theme, row.color if row.is_span else "")
