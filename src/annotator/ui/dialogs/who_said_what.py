"""Who said what in the whole project: speakers by number of quotes, their quotes, names that are
one person; a quote opens its article.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.persian.fold import fold_key
from annotator.ui import i18n, wording
from annotator.ui.models.quotes import QuotesModel
from annotator.ui.tasks import Job, Progress, Tasks
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.labels import ElidedLabel, label
from annotator.workspace import sayings
from annotator.workspace.sayings import Saying
from annotator.workspace.workspace import Workspace

_ROLE = int(Qt.ItemDataRole.UserRole)
_EVERYBODY = "\0all"
Run = Callable[..., object]


class WhoSaidWhatDialog(QDialog):
    """Ends with `chosen` set when a quote shall be shown in its article."""

    def __init__(
        self, ws: Workspace, tasks: Tasks, run: Run, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who said what"))
        self.chosen: Saying | None = None
        self._ws, self._tasks, self._run = ws, tasks, run
        self._job: Job | None = None
        self._all: list[Saying] = []
        self._refused: set[tuple[str, str]] = set()
        self._proposal: tuple[str, str] | None = None
        self._build()
        self.load()
        self.resize(980, 560)

    def _build(self) -> None:
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Filter by speaker, words or subject"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._show)
        self.everybody = QCheckBox(self.tr("All annotators and gold"))
        lead = self._ws.person is None or self._ws.person.is_lead
        self.everybody.setVisible(lead)
        self.everybody.clicked.connect(self.load)
        self.speakers = QListWidget()
        self.speakers.setAccessibleName(self.tr("Speakers"))
        self.speakers.currentItemChanged.connect(self._show_quotes)
        self.model = QuotesModel(self._ws.scheme, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Quotes"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.activated.connect(lambda index: self._open(index.row()))
        for column, width in enumerate((300, 120, 130, 90, 150, 110)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        split = QSplitter()
        for widget in (self.speakers, self.table):
            split.addWidget(widget)
        split.setSizes([240, 720])
        split.setChildrenCollapsible(False)
        self._count = label(role="muted")
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.everybody)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.addLayout(top)
        layout.addWidget(self._count)
        layout.addWidget(split, 1)
        layout.addWidget(self._names_row())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _names_row(self) -> QWidget:
        self._question = ElidedLabel()
        self._join = QPushButton(self.tr("One and the same"))
        self._leave = QPushButton(self.tr("Two"))
        self._part = QPushButton(self.tr("Part the joined names"))
        self._join.clicked.connect(self._accept_proposal)
        self._leave.clicked.connect(self._refuse_proposal)
        self._part.clicked.connect(self._part_names)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._question, 1)
        row.addWidget(button_row(self._join, self._leave, self._part))
        return box

    # what there is

    def load(self) -> None:
        """Read the quotes of the project in the background."""
        self.stop()
        everybody = self.everybody.isChecked() and not self.everybody.isHidden()

        def work(progress: Progress, cancelled: Callable[[], bool]) -> list[Saying]:
            with self._ws.elsewhere() as ws:
                return sayings.sayings(
                    ws, everybody=everybody, progress=progress, cancelled=cancelled
                )

        self._count.setText(self.tr("Reading…"))
        self._job = self._tasks.run(work, self._take, self._count.setText)

    def stop(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def done(self, result: int) -> None:
        self.stop()
        super().done(result)

    def _take(self, found: list[Saying]) -> None:
        self._job = None
        self._all = found
        self._show()

    def _fitting(self) -> list[Saying]:
        wanted = fold_key(self.field.text())
        if not wanted:
            return self._all
        return [
            one
            for one in self._all
            if wanted in fold_key(" ".join((one.quote, *one.speakers, *one.about)))
        ]

    def _show(self) -> None:
        chosen = self._speaker()
        found = self._fitting()
        self._groups = dict(sayings.by_speaker(found, sayings.joined(self._ws)))
        self.speakers.blockSignals(True)
        self.speakers.clear()
        self._add(self.tr("Everybody"), _EVERYBODY, len(found))
        for name, quotes in self._groups.items():
            self._add(name or wording.no_speaker(), name, len(quotes))
        rows = {self.speakers.item(r).data(_ROLE): r for r in range(self.speakers.count())}
        place = rows.get(chosen, 0)
        self.speakers.setCurrentRow(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.speakers.blockSignals(False)
        named = sum(1 for name in self._groups if name)
        template = self.tr("Quotes: {quotes}, speakers: {speakers}. Enter opens the article.")
        self._count.setText(i18n.fill(template, quotes=len(found), speakers=named))
        self._show_quotes()
        self._propose()

    def _add(self, name: str, key: str, count: int) -> None:
        item = QListWidgetItem(i18n.fill("{name}   {count}", name=name, count=count), self.speakers)
        item.setData(_ROLE, key)

    def _speaker(self) -> str:
        row = self.speakers.currentRow()
        return str(self.speakers.item(row).data(_ROLE)) if row >= 0 else _EVERYBODY

    def _show_quotes(self, *_: object) -> None:
        who = self._speaker()
        self.model.show_quotes(self._fitting() if who == _EVERYBODY else self._groups.get(who, []))
        joined = who in sayings.joined(self._ws).values()
        self._part.setVisible(joined and not self._ws.read_only)

    # opening

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(max(self.table.currentIndex().row(), 0))
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.speakers.setFocus()
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        self.chosen = self.model.quote(row)
        if self.chosen is not None:
            self.accept()

    # names of one person

    def _propose(self) -> None:
        names = (name for name in self._groups if name)
        pairs = (pair for pair in sayings.proposals(names) if pair not in self._refused)
        self._proposal = None if self._ws.read_only else next(pairs, None)
        there = self._proposal is not None
        for widget in (self._join, self._leave):
            widget.setVisible(there)
        if self._proposal is not None:
            template = self.tr("Are {one} and {other} one and the same?")
            one, other = self._proposal
            self._question.setText(i18n.fill(template, one=one, other=other))
        else:
            self._question.setText("")

    def _accept_proposal(self) -> None:
        if self._proposal is not None:
            self._run(sayings.join_names, *self._proposal)
            self._show()

    def _refuse_proposal(self) -> None:
        if self._proposal is not None:
            self._refused.add(self._proposal)
            self._propose()

    def _part_names(self) -> None:
        self._run(sayings.part_names, self._speaker())
        self._show()
