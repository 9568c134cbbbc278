"""The spans behind a figure: a pane with one entry for each place, and what everybody marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import fonts
from annotator.ui.models.case_lines import CASE_ROLE, Answer, CaseLine, CaseLines
from annotator.ui.theme import LIGHT, RADIUS, Theme
from annotator.ui.widgets.labels import label

_Index = QModelIndex | QPersistentModelIndex
_PADDING, _HEAD, _WHO, _PITCH = 12, 26, 19, 24
_MOST_LINES = 3


class CaseList(QWidget):
    """`caseChosen(CaseLine)` when an entry is clicked or Enter is pressed on it."""

    caseChosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = CaseLines(self)
        self._delegate = _CaseDelegate(self)
        self.view = _List(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.clicked.connect(self._open)
        self.view.opened.connect(self._open)
        self._heading, self._note = label(role="section", wrap=True), label(role="muted", wrap=True)
        self._close = QPushButton("✕")
        self._close.setProperty("role", "quiet")
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 8, 8)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self.view, 1)
        self.setMinimumWidth(260)

    def show_cases(self, heading: str, note: str, lines: tuple[CaseLine, ...]) -> None:
        """Show the cases behind a figure, whose name is the heading."""
        self._heading.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.model.show_lines(lines)
        self.view.scrollToTop()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self.view.setAccessibleName(self.tr("The spans behind the figure"))

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.caseChosen.emit(line)


class _List(QListView):
    opened = Signal(QModelIndex)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # the height of an entry follows from the width
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _CaseDelegate(QStyledItemDelegate):
    """Title and kind, then for each answer who gave it and the words on their label's ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line: CaseLine = index.data(CASE_ROLE)
        view = self.parent()
        width = view.view.viewport().width() if isinstance(view, CaseList) else 300
        inner = width - 2 * _PADDING
        height = sum(_WHO + self._lines(one, inner)[1] * _PITCH + 6 for one in line.answers)
        return QSize(120, _HEAD + height + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: CaseLine = index.data(CASE_ROLE)
        theme, whole = self.theme, QRectF(option.rect).adjusted(2, 3, -2, -3)
        state = option.state
        ground = theme.hover if state & QStyle.StateFlag.State_MouseOver else theme.field
        if state & QStyle.StateFlag.State_Selected:
            ground = theme.selection
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(whole, RADIUS, RADIUS)
        area = QRectF(option.rect).adjusted(_PADDING, _PADDING - 4, -_PADDING, 0)
        head = QRectF(area.left(), area.top(), area.width(), _HEAD)
        kind = self._write(painter, head, line.kind, fonts.font(12, bold=True), "", end=True)
        side = -1 if option.direction is Qt.LayoutDirection.LeftToRight else 1
        head.adjust(kind + 10 if side > 0 else 0, 0, -(kind + 10) if side < 0 else 0, 0)
        self._write(painter, head, line.title, fonts.font(12), theme.muted, end=False)
        top = area.top() + _HEAD
        for answer in line.answers:
            top = self._answer(painter, QRectF(area.left(), top, area.width(), 0), answer)
        painter.restore()

    def _answer(self, painter: QPainter, area: QRectF, answer: Answer) -> float:
        color = self.theme.label(answer.color)
        who = QRectF(area.left(), area.top(), area.width(), _WHO)
        named = f"{answer.who} · {answer.label}" if answer.label else answer.who
        self._write(painter, who, named, fonts.font(12, bold=True), color, end=False)
        layout, lines = self._lines(answer, area.width())
        painter.setPen(QColor(self.theme.text))
        painter.save()
        top = area.top() + _WHO
        painter.setClipRect(QRectF(area.left(), top, area.width(), lines * _PITCH + 2))
        layout.draw(painter, QPointF(area.left(), top))
        painter.restore()
        return top + lines * _PITCH + 6

    def _lines(self, answer: Answer, width: float) -> tuple[QTextLayout, int]:
        text = f"{answer.before}{answer.words}{answer.after}"
        layout = QTextLayout(text, fonts.font(15 if answer.label else 13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = _is_rtl(text)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        layout.setTextOption(option)
        layout.setFormats(self._formats(answer))
        layout.beginLayout()
        count = 0
        while count < _MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, count * _PITCH))
            count += 1
        layout.endLayout()
        return layout, count

    def _formats(self, answer: Answer) -> list[QTextLayout.FormatRange]:
        before, inside, after = (_units(p) for p in (answer.before, answer.words, answer.after))
        made = []
        quiet, marked = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(QColor(self.theme.muted))
        if answer.label:
            color = self.theme.label(answer.color)
            marked.setBackground(QColor(self.theme.tinted(color, self.theme.ground_alpha + 0.06)))
            marked.setForeground(QColor(self.theme.text))
        else:
            marked = quiet
        for start, length, look in (
            (0, before, quiet),
            (before, inside, marked),
            (before + inside, after, quiet),
        ):
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, look
            made.append(one)
        return made

    def _write(
        self, painter: QPainter, area: QRectF, text: str, font: QFont, color: str, *, end: bool
    ) -> float:
        """Write at the start or end edge; returns how wide the text is."""
        painter.setFont(font)
        painter.setPen(QColor(color or self.theme.text))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        edge = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        align = QStyle.visualAlignment(
            painter.layoutDirection(), edge | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(area, int(align) | int(Qt.TextFlag.TextSingleLine), shown)
        return float(metrics.horizontalAdvance(shown))


def _units(text: str) -> int:
    """Count UTF-16 units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_rtl(text: str) -> bool:
    return any("\u0590" <= char <= "\u08ff" for char in text)
