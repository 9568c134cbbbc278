"""Painting of a concordance: the phrase of all lines below each other, labels as chips.

The line keeps the direction of its text whatever the language on screen. A chip is filled where a
span stands on the very words, outlined where its edges differ, muted where it only holds them.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.models.concordance_rows import LINE_ROLE, Chip, KwicLine
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.hit_delegate import sized
from annotator.ui.views.running_line import RunningLine

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34
_CHIP_HEIGHT, _CHIP_RADIUS, _GAP, _PADDING = 20, 6, 4, 8
_TEXT_PX, _SMALL_PX = 15, 11
_ODD = 0.10


class ConcordanceDelegate(QStyledItemDelegate):
    """Paints a `KwicLine`: column 0 the line, the last the article, chips between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._widest = 0.0

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme from now on."""
        self._theme = theme

    def restart(self) -> None:
        """Forget how wide the phrase was."""
        self._widest = 0.0

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, KwicLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._ground(painter, option, line)
        rect: QRect = option.rect
        if index.column() == 0:
            self._line(painter, option, rect.adjusted(_PADDING, 0, -_PADDING, 0), line)
        elif index.column() <= len(line.cells):
            self._chips(painter, option, rect, line.cells[index.column() - 1])
        else:
            self._plain(painter, option, rect, line.title)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, line: KwicLine) -> None:
        color = None
        if option.state & QStyle.StateFlag.State_Selected:
            color = QColor(self._theme.selection)
        elif line.oddness >= 1:
            color = QColor(self._theme.amber)
            color.setAlphaF(_ODD)
        if color is not None:
            painter.fillRect(option.rect, color)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        rect: QRect = option.rect
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, line: KwicLine
    ) -> None:
        font = sized(option.font, _TEXT_PX)
        shaped = RunningLine(line.before, line.hit, line.after, font, rtl=line.rtl)
        near, far = shaped.hit_edges()
        # the widest so far, so that lines of a phrase in several spellings begin at one edge
        self._widest = max(self._widest, min(far - near, area.width() / 3))
        middle = area.left() + area.width() / 2
        half = self._widest / 2
        shift = middle + half - far if line.rtl else middle - half - near
        shaped.paint(painter, area, shift, self._theme)

    def _chips(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        chips: tuple[Chip, ...] | None,
    ) -> None:
        if chips is None:
            return
        if not chips:
            self._plain(painter, option, area, "–")
            return
        font = sized(option.font, _SMALL_PX, bold=True)
        metrics = QFontMetrics(font)
        start = area.left() + _GAP
        for chip in chips:
            text = f"≈ {chip.text}" if chip.near else chip.text
            room = area.right() - start - _GAP
            if room < 24:
                break
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 2 * _PADDING)
            width = metrics.horizontalAdvance(shown) + 2 * _PADDING
            top = area.top() + (area.height() - _CHIP_HEIGHT) // 2
            place = QStyle.visualRect(
                option.direction, area, QRect(start, top, width, _CHIP_HEIGHT)
            )
            painter.setFont(font)
            self._chip(painter, QRectF(place), shown, chip)
            start += width + _GAP

    def _chip(self, painter: QPainter, place: QRectF, text: str, chip: Chip) -> None:
        color = QColor(chip.color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chip.exact:
            painter.setBrush(QColor(self._theme.tinted(chip.color)))
        elif chip.near:
            painter.setPen(QPen(color, 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), _CHIP_RADIUS, _CHIP_RADIUS)
        painter.setPen(color if chip.exact or chip.near else QColor(self._theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _plain(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str
    ) -> None:
        font = sized(option.font, _SMALL_PX + 1)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        inner = area.adjusted(_PADDING, 0, -_PADDING, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        flags = int(leading | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine
        painter.drawText(inner, flags, shown)
