"""The dialog that makes a data set folder: what goes in, how it is split, what was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from annotator.domain.layer import Status
from annotator.formats.registry import FORMATS
from annotator.ui import format_wording, i18n, wording
from annotator.ui.dialogs.base import documents, path_field
from annotator.ui.dialogs.split_fields import SplitFields
from annotator.ui.dialogs.working import Stop, WorkingDialog
from annotator.ui.tasks import Progress, Tasks
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label
from annotator.workspace.release import ReleaseOptions, ReleaseReport, release
from annotator.workspace.transfer import ExportOptions
from annotator.workspace.workspace import Workspace

_ALL, _GOLD, _PERSON = "all", "gold", "person"
_ROLE = int(Qt.ItemDataRole.UserRole)


class ReleaseDialog(WorkingDialog):
    """`report` is set when the folder is made; the dialog then says what is in it."""

    def __init__(self, ws: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", "", tasks, parent)
        self.setWindowTitle(self.tr("Make a data set"))
        self.accept_button.setText(self.tr("Make"))
        self.report: ReleaseReport | None = None
        self._ws = ws
        self._build()

    def _build(self) -> None:
        self.folder = path_field(
            str(documents() / f"{self._ws.path.stem}-dataset"), self.tr("Folder")
        )
        self.whose = self._make_whose()
        self.format = self._make_formats()
        self.done_only = QCheckBox(self.tr("Only articles that are done"))
        self.split = SplitFields()
        self.stratify = self._make_labels()
        self.pseudonyms = QCheckBox(self.tr("Pseudonyms in place of the names of people"))
        self.made = QPlainTextEdit(readOnly=True)
        self.made.setAccessibleName(self.tr("What was made"))
        self.made.setTabChangesFocus(True)
        self.made.hide()
        self._fields = QWidget()
        form = QFormLayout(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(label(self.tr("Folder")), self._folder_row())
        form.addRow(label(self.tr("Layers")), self.whose)
        form.addRow("", self.done_only)
        form.addRow(label(self.tr("Format")), self.format)
        form.addRow(label(self.tr("Shares")), self.split)
        form.addRow(label(self.tr("Same share on every side")), self.stratify)
        form.addRow("", self.pseudonyms)
        self.add(self._fields, self.made, self.progress)
        self.finish()
        self.resize(640, self.sizeHint().height())

    def accept(self) -> None:
        if self.report is not None:
            super().accept()
            return
        problem = self.split.problem()
        if not self.folder.text().strip():
            problem = self.tr("Name a new folder for the data set.")
        if problem:
            self.show_error(problem)
            return
        ws, folder, options = self._ws, self._target(), self._options()

        def make(progress: Progress, stop: Stop) -> ReleaseReport:
            with ws.elsewhere() as other:
                return release(other, folder, options, progress=progress, cancelled=stop)

        self.work(make, self._show_report)

    def _target(self) -> Path:
        return Path(self.folder.text().strip()).expanduser()

    def _options(self) -> ReleaseOptions:
        kind, name = self.whose.currentData()
        items = [self.stratify.item(row) for row in range(self.stratify.count())]
        ticked = [i.data(_ROLE) for i in items if i.checkState() == Qt.CheckState.Checked]
        wanted = ExportOptions(
            format=self.format.currentData(),
            annotators=(name,) if kind == _PERSON else (),
            gold=kind == _GOLD,
            status=Status.DONE if self.done_only.isChecked() else None,
            split=self.split.shares,
            seed=self.split.seed.value(),
        )
        return ReleaseOptions(wanted, tuple(ticked), self.pseudonyms.isChecked())

    def _make_whose(self) -> ComboBox:
        box = ComboBox()
        box.setAccessibleName(self.tr("Layers"))
        box.addItem(self.tr("All layers"), (_ALL, ""))
        box.addItem(self.tr("Gold only"), (_GOLD, ""))
        for person in self._ws.people():
            template = self.tr("Only {person}")
            box.addItem(i18n.fill(template, person=person.name), (_PERSON, person.name))
        return box

    def _make_formats(self) -> ComboBox:
        box = ComboBox()
        box.setAccessibleName(self.tr("Format"))
        for one in FORMATS:
            if one.writes and one.with_articles:
                box.addItem(f"{one.name} — {format_wording.holds(one)}", one.name)
        box.choose("jsonl")
        return box

    def _make_labels(self) -> QListWidget:
        box = QListWidget()
        box.setProperty("role", "framed")
        box.setAccessibleName(self.tr("Same share on every side"))
        box.setMaximumHeight(110)
        for kind in self._ws.scheme.labels:
            item = QListWidgetItem(kind.name.get(i18n.language()), box)
            item.setData(_ROLE, kind.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        return box

    def _folder_row(self) -> QWidget:
        browse = QPushButton(self.tr("Browse…"))
        browse.clicked.connect(self._browse)
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.folder)
        layout.addWidget(browse)
        return box

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(documents()))
        if name:
            self.folder.setText(name)

    # what was made

    def _show_report(self, report: ReleaseReport) -> None:
        self.report = report
        self._fields.hide()
        self.made.setPlainText("\n".join(self._lines(report)))
        self.made.show()
        self.only_close(self.tr("Close"))

    def _lines(self, report: ReleaseReport) -> list[str]:
        heading = self.tr("The data set is in {folder}: articles {count}.")
        folder = i18n.left_to_right(str(report.folder))
        lines = [i18n.fill(heading, folder=folder, count=report.articles)]
        template = self.tr("{side} {arrow} articles {articles}, layers {layers}, spans {spans}")
        for name, side in report.sides.items():
            values = {"articles": side.articles, "layers": side.layers}
            spans = side.spans.total()
            arrow = wording.arrow()
            lines.append(i18n.fill(template, side=name, arrow=arrow, spans=spans, **values))
        files = ", ".join(report.files)
        lines.append(i18n.fill(self.tr("Files: {files}"), files=i18n.left_to_right(files)))
        if report.losses:
            lines += ["", self.tr("What this format does not hold")]
            lines += [i18n.left_to_right(loss) for loss in report.losses]
        return lines
