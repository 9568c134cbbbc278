"""The dialog for export: which layers, which articles, which file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from annotator.domain.layer import Status
from annotator.formats.registry import FORMATS
from annotator.ui.dialogs.base import FormDialog, ask_save, documents, path_field
from annotator.ui.tasks import Job, Progress, Tasks
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label
from annotator.workspace.transfer import ExportOptions, ExportReport, export
from annotator.workspace.workspace import Workspace

_GOLD = "\0gold"
_ROLE = int(Qt.ItemDataRole.UserRole)


class ExportDialog(FormDialog):
    """Ends with `report` and `target` set when accepted."""

    def __init__(self, ws: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Export"))
        self.accept_button.setText(self.tr("Export"))
        self.report: ExportReport | None = None
        self._ws, self._tasks = ws, tasks
        self._job: Job | None = None
        self.path = path_field(str(documents() / f"{ws.path.stem}.jsonl"), self.tr("File"))
        browse = QPushButton(self.tr("Browse…"))
        browse.clicked.connect(self._browse)
        self.format = ComboBox()
        self.format.setAccessibleName(self.tr("Format"))
        for one in FORMATS:
            if one.write is not None:
                self.format.addItem(one.name, one)
        self.format.choose(next(one for one in FORMATS if one.name == "jsonl"))
        self.format.activated.connect(self._format_chosen)
        self.layers = self._make_layers()
        self._done_only = QCheckBox(self.tr("Only articles that are done"))
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.hide()
        self.add(label(self.tr("Whose layers")), self.layers, self._done_only)
        self.add(label(self.tr("Format")), self.format)
        self.add(label(self.tr("File")), _row(self.path, browse), self._progress)
        self.finish()
        self.resize(520, self.sizeHint().height())

    @property
    def target(self) -> Path:
        """The file to write."""
        return Path(self.path.text().strip()).expanduser()

    def accept(self) -> None:
        if not self.path.text().strip():
            self.show_error(self.tr("Say which file to write."))
            return
        ws, target, options = self._ws, self.target, self._options()

        def work(progress: Progress, stop: Callable[[], bool]) -> ExportReport:
            with ws.elsewhere() as other:
                return export(other, target, options, progress=progress, cancelled=stop)

        self.accept_button.setEnabled(False)
        self._job = self._tasks.run(work, self._finished, self._failed, self._show_progress)

    def done(self, result: int) -> None:
        if self._job is not None and self.report is None:
            self._job.cancel()
        super().done(result)

    def _make_layers(self) -> QListWidget:
        box = QListWidget()
        box.setProperty("role", "framed")
        box.setAccessibleName(self.tr("Whose layers"))
        box.setMaximumHeight(140)
        present = self._ws.person
        sees_all = present is None or present.is_lead
        names = [p.name for p in self._ws.people() if sees_all or p == present]
        entries = [(name, name) for name in names]
        for name, data in [*entries, *([(self.tr("gold"), _GOLD)] if sees_all else [])]:
            item = QListWidgetItem(name, box)
            item.setData(_ROLE, data)
            item.setCheckState(Qt.CheckState.Checked)
        return box

    def _options(self) -> ExportOptions:
        items = [self.layers.item(row) for row in range(self.layers.count())]
        ticked = [i.data(_ROLE) for i in items if i.checkState() == Qt.CheckState.Checked]
        everything = len(ticked) == len(items) and _GOLD in ticked
        return ExportOptions(
            format=self.format.currentData().name,
            annotators=() if everything else tuple(name for name in ticked if name != _GOLD),
            gold=not everything and _GOLD in ticked,
            status=Status.DONE if self._done_only.isChecked() else None,
        )

    def _format_chosen(self) -> None:
        self.path.setText(str(self.target.with_suffix(self.format.currentData().suffixes[0])))

    def _browse(self) -> None:
        chosen = ask_save(self, self.windowTitle(), self.target, "")
        if chosen:
            self.path.setText(str(chosen))

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setVisible(True)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def _finished(self, report: ExportReport) -> None:
        self.report = report
        super().accept()

    def _failed(self, reason: str) -> None:
        self._progress.hide()
        self.accept_button.setEnabled(True)
        self.show_error(reason)


def _row(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return box
