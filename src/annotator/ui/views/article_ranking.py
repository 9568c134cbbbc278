"""What next: the articles worst first, and the button that leads to settling one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.persian.display import isolate
from annotator.ui import fonts, wording
from annotator.ui.models.agreement_page import ArticleLine
from annotator.ui.models.article_lines import LINE_ROLE, ArticleLines
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.panels import Panel

_Index = QModelIndex | QPersistentModelIndex


class ArticleRanking(Panel):
    """`chosen(query)`: an article was clicked; `settleRequested(article)` by the button."""

    chosen = Signal(object)
    settleRequested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArticleLines(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = _LineDelegate(self)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setMinimumHeight(220)
        self.view.clicked.connect(self._open)
        self.settle = QPushButton()
        self.settle.setProperty("role", "primary")
        self.settle.clicked.connect(self._settle)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.settle)

    def show_lines(self, lines: tuple[ArticleLine, ...]) -> None:
        """Show the articles of a report."""
        self.model.show_lines(lines)
        self.settle.setEnabled(bool(lines))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self.set_title(
            self.tr("Articles, worst first"), self.tr("Click one to see its differences")
        )
        text = self.tr("Settle from the worst")
        self.settle.setText(f"{text}  {wording.arrow()}")
        self.view.setAccessibleName(self.tr("Articles, worst first"))

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.chosen.emit(line.mark.query)

    def _settle(self) -> None:
        unsettled = (
            line
            for row in range(self.model.rowCount())
            if (line := self.model.line(row)) and not line.settled
        )
        line = next(unsettled, None) or self.model.line(0)
        if line is not None:
            self.settleRequested.emit(line.id)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: ArticleLine = index.data(LINE_ROLE)
        area, theme = QRectF(option.rect), self.theme
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.fillRect(area, QColor(theme.hover))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(area.bottomLeft() + QPointF(0, 0.5), area.bottomRight() + QPointF(0, 0.5))
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        detail = f"{line.mark.detail} ✓" if line.settled else line.mark.detail
        painter.setFont(fonts.font(12))
        wide = painter.fontMetrics().horizontalAdvance(detail) + 12.0
        widths = (max(area.width() - 52 - wide, 60), wide, 44.0)
        left = area.right() if rtl else area.left()
        looks = ((line.title, 13, False), (detail, 12, False), (line.mark.text, 14, True))
        for width, (text, size, bold) in zip(widths, looks, strict=True):
            box = QRectF(left - width if rtl else left, area.top(), width, area.height())
            left += -width if rtl else width
            painter.setFont(fonts.font(size, bold=bold))
            painter.setPen(QColor(theme.muted if text is detail else theme.text))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(box.width())
            )
            end = text is not line.title
            edge = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
            align = QStyle.visualAlignment(option.direction, edge | Qt.AlignmentFlag.AlignVCenter)
            flags = int(align) | int(Qt.TextFlag.TextSingleLine)
            painter.drawText(box, flags, isolate(shown) if text is line.title else shown)
        painter.restore()
