"""The page where a lead compares and settles: queue, text with all layers, verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import ARTICLE_SIZE
from annotator.ui.keys import Press, candidates
from annotator.ui.models.rows import Row, RowsModel
from annotator.ui.theme import Theme
from annotator.ui.views.compare_view import CompareView
from annotator.ui.views.page import Page
from annotator.ui.views.row_delegate import ItemDelegate
from annotator.ui.views.typesetting import GUTTER, Measures
from annotator.ui.views.verdict_panel import VerdictPanel
from annotator.ui.widgets.labels import ElidedLabel, label

_SIZES = [250, 780, 320]


class ReviewPage(Page):
    """Emits `keyed(combo)` for the keys of the page, `articleChosen(row)`, `assignRequested`."""

    keyed = Signal(str)
    articleChosen = Signal(int)
    assignRequested = Signal()
    anonymousChosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.panel = CompareView(), VerdictPanel()
        self.rows = RowsModel(self)
        self._title = label(role="section")
        self._count = label(role="muted", wrap=True)
        self._headline, self._who = ElidedLabel(role="headline"), ElidedLabel(role="muted")
        self._anonymous = QCheckBox()
        self._anonymous.toggled.connect(self.anonymousChosen)
        self._assign = QPushButton()
        self._assign.clicked.connect(self.assignRequested)
        self._empty = label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.list = QListView()
        self.list.setModel(self.rows)
        self._delegate = ItemDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 16, 8, 8)
        for part in (self._title, self._count, self.list, self._anonymous, self._assign):
            column.addWidget(part)
        side.setMinimumWidth(170)
        center = QWidget()
        words = QVBoxLayout(center)
        words.setContentsMargins(0, 12, 0, 0)
        words.setSpacing(2)
        words.addLayout(self._head())
        words.addWidget(self.view, 1)
        center.setMinimumWidth(340)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        for panel in (side, center, self.panel):
            self.splitter.addWidget(panel)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(_SIZES)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _head(self) -> QHBoxLayout:
        """Lay headline and names above the column of the text."""
        column = QWidget()
        column.setMaximumWidth(Measures(ARTICLE_SIZE).column + 2 * GUTTER)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(GUTTER, 0, GUTTER, 0)
        lines.addWidget(self._headline)
        lines.addWidget(self._who)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(column, 100)
        head.addStretch(1)
        return head

    def show_queue(self, rows: Sequence[Row], current: int, count: str) -> None:
        """Show the articles to settle, and which one is open."""
        self.rows.set_rows(rows)
        self._count.setText(count)
        index = self.rows.index(current)
        mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, mode)

    def show_article(self, title: str, who: str, *, rtl: bool) -> None:
        """Show the headline and whose layers are compared, in the direction of the article."""
        ways = Qt.LayoutDirection
        for line in (self._headline, self._who):
            line.setLayoutDirection(ways.RightToLeft if rtl else ways.LeftToRight)
        self._headline.setText(title)
        self._headline.setToolTip(title)
        self._who.setText(who)

    def show_empty(self, text: str) -> None:
        """Say why there is nothing to see; empty: show the page."""
        self._empty.setText(text)
        self._stack.setCurrentIndex(1 if text else 0)

    def show_anonymous(self, on: bool) -> None:
        """Show whether names are hidden, without telling anybody."""
        blocked = self._anonymous.blockSignals(True)
        self._anonymous.setChecked(on)
        self._anonymous.blockSignals(blocked)

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)
        self._delegate.set_theme(theme)

    def retranslate(self) -> None:
        self._title.setText(self.tr("To settle"))
        self._anonymous.setText(self.tr("Hide the names"))
        self._assign.setText(self.tr("Assign articles…"))
        self.list.setAccessibleName(self.tr("Articles to settle, most disagreement first"))
        self.panel.retranslate()

    def _chosen(self, index: QModelIndex) -> None:
        self.articleChosen.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for combo in candidates(Press.of(event)):
            if not combo.ctrl and not combo.alt:
                self.keyed.emit(str(combo))
                event.accept()
                return
        super().keyPressEvent(event)
