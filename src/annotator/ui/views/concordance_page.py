"""The concordance: a phrase in all its places, aligned, with every annotator's labels beside it.

It asks (`searched`, `stopped`, `opened`, `closed`) and knows nothing of projects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import i18n
from annotator.ui.models.concordance_rows import ConcordanceModel, KwicLine, Order
from annotator.ui.theme import Theme
from annotator.ui.views.concordance_delegate import ROW_HEIGHT, ConcordanceDelegate
from annotator.ui.views.page import Page
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.labels import label

_COLUMN, _ARTICLE = 150, 170


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How often the phrase was judged so; `key` is that of the lines' verdicts."""

    key: str
    name: str
    count: int


class ConcordancePage(Page):
    """Shows one phrase at a time; keeps it while the person is at the text."""

    searched = Signal()
    stopped = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ConcordanceModel(self)
        self._verdict: str | None = None
        self._counts: Sequence[VerdictCount] = ()
        self._make()
        self._lay_out()
        self._connect()
        self.retranslate()

    # parts

    def _make(self) -> None:
        self._title = label(role="title")
        self.field = QLineEdit(clearButtonEnabled=True)
        self._whole, self._loose = QCheckBox(), QCheckBox()
        self._whole.setChecked(True)
        self._show, self._stop, self._close = QPushButton(), QPushButton(), QPushButton()
        self._show.setProperty("role", "primary")
        for button in (self._stop, self._close):
            button.setProperty("role", "quiet")
        self._order = ComboBox()
        self._order.setFixedWidth(190)
        self._count = label(role="muted", wrap=True)
        self._progress = QProgressBar(textVisible=False)
        self._delegate = ConcordanceDelegate(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 6)
        self._set_busy(False)

    def _lay_out(self) -> None:
        head, words, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._close)
        words.addWidget(self.field, 1)
        for part in (self._whole, self._loose, self._show):
            words.addWidget(part)
        below.addWidget(self._order)
        below.addWidget(self._chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 12)
        column.setSpacing(10)
        for row in (head, words):
            column.addLayout(row)
        busy = QHBoxLayout()
        busy.addWidget(self._progress, 1)
        busy.addWidget(self._stop)
        column.addLayout(busy)
        column.addLayout(below)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self._show.clicked.connect(self.searched)
        self._stop.clicked.connect(self.stopped)
        self._close.clicked.connect(self.closed)
        self._order.activated.connect(self._arrange)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)

    # what is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.set_theme(theme)
        self.table.viewport().update()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._title.setText(self.tr("Concordance"))
        self.field.setPlaceholderText(self.tr("A word or phrase, in any spelling"))
        self.field.setAccessibleName(self.tr("A word or phrase, in any spelling"))
        self._whole.setText(self.tr("Whole words"))
        self._loose.setText(self.tr("Ignore spaces"))
        self._show.setText(self.tr("Show"))
        self._stop.setText(self.tr("Stop"))
        self._close.setText(self.tr("Back to the text"))
        self._order.setAccessibleName(self.tr("Order"))
        chosen = self._order.currentData()
        self._order.clear()
        for order, name in (
            (Order.ODD, self.tr("Differences first")),
            (Order.PLACE, self.tr("In the order of the articles")),
            (Order.BEFORE, self.tr("By the words before")),
            (Order.AFTER, self.tr("By the words after")),
            (Order.LABEL, self.tr("By label")),
            (Order.ARTICLE, self.tr("By title")),
        ):
            self._order.addItem(name, str(order))
        self._order.choose(chosen)
        self.model.set_titles(self.tr("In its place"), self.tr("Article"))
        self.table.setAccessibleName(self.tr("Lines of the concordance"))
        if not self._counts:
            self.show_count(self.tr("Write a phrase; Enter shows all its places and their labels."))

    def look_for(self, phrase: str) -> None:
        """Put a phrase into the field, and show it where there is one."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if phrase and phrase != self.field.text():
            self.field.setText(phrase)
            self.searched.emit()
        self.field.selectAll()

    @property
    def phrase(self) -> str:
        """The phrase to show."""
        return self.field.text().strip()

    @property
    def whole_words(self) -> bool:
        """Tell whether the phrase must stand alone."""
        return self._whole.isChecked()

    @property
    def is_loose(self) -> bool:
        """Tell whether spaces do not matter."""
        return self._loose.isChecked()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is; `total` 0 ends it."""
        self._set_busy(total > 0)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def show_lines(
        self, lines: Sequence[KwicLine], annotators: Sequence[str], counts: Sequence[VerdictCount]
    ) -> None:
        """Show the lines of a phrase, and how it was judged."""
        self._delegate.restart()
        self._verdict, self._counts = None, counts
        self.model.set_lines(lines, annotators)
        self._arrange()
        header = self.table.horizontalHeader()
        last = self.model.columnCount() - 1
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, last):
            self.table.setColumnWidth(column, _COLUMN)
        self.table.setColumnWidth(last, _ARTICLE)
        self._fill_chips()
        if lines:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.setCurrentIndex(self.model.index(0, 0))

    def show_count(self, text: str) -> None:
        """Say how many places there are, or what to do."""
        self._count.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # a table that opened its line itself has lost the focus by now
            if self.table.hasFocus():
                self._open(self.table.currentIndex())
            elif self.field.hasFocus():
                self.searched.emit()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # inside

    def _set_busy(self, busy: bool) -> None:
        self._progress.setVisible(busy)
        self._stop.setVisible(busy)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.opened.emit(line)

    def _arrange(self) -> None:
        self.model.arrange(Order(self._order.currentData() or Order.ODD), self._verdict)

    def _fill_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in self._counts:
            chip = QPushButton(f"{one.name} · {i18n.number(one.count)}".replace("&", "&&"))
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.toggled.connect(lambda on, key=one.key: self._choose(key if on else None))
            chip.setProperty("verdict", one.key)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.updateGeometry()

    def _choose(self, verdict: str | None) -> None:
        self._verdict = verdict
        for chip in self._chips.findChildren(QPushButton):
            blocked = chip.blockSignals(True)
            chip.setChecked(chip.property("verdict") == verdict and verdict is not None)
            chip.blockSignals(blocked)
        self._arrange()
