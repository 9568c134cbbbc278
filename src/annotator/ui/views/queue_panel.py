"""The queue of articles: progress, filter, status chips and the list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.layer import Status
from annotator.ui import i18n, wording
from annotator.ui.models.queue_model import QueueModel
from annotator.ui.theme import Theme
from annotator.ui.views.row_delegate import QueueDelegate
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.labels import label

_TYPING_PAUSE_MS = 150


class QueuePanel(QWidget):
    """Emits `articleChosen(row)` and `filterChanged(text, statuses, flagged)`."""

    articleChosen = Signal(int)
    filterChanged = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._model = QueueModel(self)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._title = label(role="section")
        self._progress = QProgressBar(textVisible=False)
        self._count = label(role="muted")
        self._filter = QLineEdit(clearButtonEnabled=True)
        self._chips = {status: _chip() for status in Status}
        self._flag_chip = _chip()
        self._empty = label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._build_list()
        chips = QWidget()
        flow = FlowLayout(chips, 5)
        for chip in self._all_chips():
            flow.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 16, 14, 8)
        layout.setSpacing(8)
        for widget in (self._title, self._progress, self._count, self._filter, chips):
            layout.addWidget(widget)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        layout.addWidget(self._pages, 1)

    def _build_list(self) -> None:
        self._delegate = QueueDelegate(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._tell)
        self._filter.textChanged.connect(self._restart)
        for chip in self._all_chips():
            chip.toggled.connect(self._tell)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)

    def set_model(self, model: QueueModel) -> None:
        """Show another model."""
        self._model = model
        self._list.setModel(model)

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._title.setText(self.tr("My queue"))
        self._filter.setPlaceholderText(self.tr("Filter by title"))
        self._filter.setAccessibleName(self.tr("Filter the queue"))
        self._list.setAccessibleName(self.tr("Queue of articles"))
        self._flag_chip.setText(wording.question())
        self._progress.setAccessibleName(self.tr("Progress"))
        for status, chip in self._chips.items():
            chip.setText(wording.status(status))
        self._show_empty()
        self._list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.set_theme(theme)
        self._list.viewport().update()

    def set_progress(self, done: int, total: int, today: int = 0) -> None:
        """Show how many articles are done of all, and how many of them today."""
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        template = self.tr("{done} of {total} articles, today {today}")
        self._count.setText(i18n.fill(template, done=done, total=total, today=today))

    def show_current(self, row: int) -> None:
        """Mark the row of the open article without telling anybody."""
        index = self._model.index(row) if row >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(index, flag)
        if index.isValid():
            self._list.scrollTo(index)
        self._show_empty()

    def clear_filter(self) -> None:
        """Take the filter away."""
        self._filter.clear()
        for chip in self._all_chips():
            chip.setChecked(False)

    def focus_list(self) -> None:
        """Give the focus to the list."""
        wanted = self._list if self._list.isVisible() else self._filter
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _all_chips(self) -> list[QPushButton]:
        return [*self._chips.values(), self._flag_chip]

    def _show_empty(self) -> None:
        self._pages.setCurrentIndex(0 if self._model.rowCount() else 1)
        filtered = self._filter.text() or any(c.isChecked() for c in self._all_chips())
        nothing, none_fits = self.tr("No article yet."), self.tr("No article fits the filter.")
        self._empty.setText(none_fits if filtered else nothing)

    def _choose(self, index: QModelIndex) -> None:
        self.articleChosen.emit(index.row())

    def _restart(self) -> None:
        self._pause.start()

    def _tell(self) -> None:
        statuses = frozenset(s for s, chip in self._chips.items() if chip.isChecked())
        self.filterChanged.emit(self._filter.text(), statuses, self._flag_chip.isChecked())
        self._show_empty()


def _chip() -> QPushButton:
    chip = QPushButton()
    chip.setCheckable(True)
    chip.setProperty("role", "chip")
    return chip
