"""Painting of a mention: its tick, the words in their line, the labels there, the article."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain.scheme import Scheme
from annotator.ui.models.mentions_model import MENTION_ROLE, MentionRow
from annotator.ui.models.rows import label_color, scheme_name
from annotator.ui.theme import Theme
from annotator.ui.views.hit_delegate import ground, sized
from annotator.ui.views.running_line import RunningLine

_Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _BOX, _PADDING, _TEXT_PX, _SMALL_PX = 50, 18, 8, 14, 11


class MentionDelegate(QStyledItemDelegate):
    """Paints a `MentionRow`; the title stands where the article is not the open one."""

    def __init__(self, scheme: Scheme, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme, self._theme = scheme, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(MENTION_ROLE)
        if not isinstance(row, MentionRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        ground(painter, option, self._theme)
        rect: QRect = option.rect
        inner = rect.adjusted(_PADDING, 3, -_PADDING, -3)
        self._box(painter, option, inner, index)
        words = inner.adjusted(_BOX + _PADDING, 0, 0, 0)
        upper = QRect(words.left(), words.top(), words.width(), 25)
        self._line(painter, option, QStyle.visualRect(option.direction, inner, upper), row)
        lower = QRect(words.left(), words.top() + 25, words.width(), 18)
        self._below(painter, option, QStyle.visualRect(option.direction, inner, lower), row)
        painter.restore()

    def _box(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: _Index
    ) -> None:
        button = QStyleOptionButton()
        place = QRect(area.left(), area.top() + 4, _BOX, _BOX)
        button.rect = QStyle.visualRect(option.direction, area, place)
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        button.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On
            if state is Qt.CheckState.Checked
            else QStyle.StateFlag.State_Off
        )
        style = QApplication.style()
        indicator = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        style.drawPrimitive(indicator, button, painter, option.widget)

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: MentionRow
    ) -> None:
        line = RunningLine(row.before, row.hit, row.after, sized(option.font, _TEXT_PX), rtl=True)
        near, far = line.hit_edges()
        _, last = line.text_edges()
        # the words stay in sight: at most so far that they begin in the middle
        shift = area.right() - last
        shift = max(shift, area.center().x() - far) if far + shift < area.center().x() else shift
        line.paint(painter, area, max(shift, area.left() - near), self._theme)

    def _below(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: MentionRow
    ) -> None:
        font = sized(option.font, _SMALL_PX)
        painter.setFont(font)
        label = row.same[0] if row.same else row.labels[0] if row.labels else ""
        names = " + ".join(scheme_name(self._scheme, one) for one in row.labels)
        color = label_color(self._scheme, label, self._theme) if label else self._theme.muted
        painter.setPen(color if names else self._theme.muted)
        text = f"{names} · {row.title}" if names else row.title
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        flags = int(leading | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine
        painter.drawText(area, flags, shown)
