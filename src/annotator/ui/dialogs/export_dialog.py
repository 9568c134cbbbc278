"""The dialog for export: which layers, which format and file, what is lost, how it begins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)

from annotator.domain.layer import Status
from annotator.formats.format import Format
from annotator.formats.loss import LossReport
from annotator.formats.registry import FORMATS
from annotator.ui import format_wording, i18n
from annotator.ui.dialogs.base import ask_save, documents, path_field
from annotator.ui.dialogs.split_fields import SplitFields
from annotator.ui.dialogs.working import Stop, WorkingDialog
from annotator.ui.tasks import Progress, Tasks
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label
from annotator.workspace.export_preview import beginning, losses
from annotator.workspace.transfer import ExportOptions, ExportReport, export
from annotator.workspace.workspace import Workspace

_GOLD = "\0gold"
_ROLE = int(Qt.ItemDataRole.UserRole)
Looked = tuple[str | None, LossReport | None]


class ExportDialog(WorkingDialog):
    """Ends with `report` and `target` set when accepted."""

    def __init__(self, ws: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", "", tasks, parent)
        self.setWindowTitle(self.tr("Export"))
        self.accept_button.setText(self.tr("Export"))
        self.report: ExportReport | None = None
        self._ws = ws
        self._build()
        self._look()

    def _build(self) -> None:
        self.path = path_field(str(documents() / f"{self._ws.path.stem}.jsonl"), self.tr("File"))
        browse = QPushButton(self.tr("Browse…"))
        browse.clicked.connect(self._browse)
        self.format = self._make_formats()
        self.layers = self._make_layers()
        self.layers.itemChanged.connect(self._look)
        self._done_only = QCheckBox(self.tr("Only articles that are done"))
        self._done_only.toggled.connect(self._look)
        self._splits = QCheckBox(self.tr("Split into a folder"))
        self.split = SplitFields()
        self.split.setEnabled(False)
        self._splits.toggled.connect(self._split_chosen)
        self.losses = _page(self.tr("What this format does not hold"))
        self.preview = _page(self.tr("The first records"))
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pages = QTabWidget()
        pages.setAccessibleName(self.tr("What will be written"))
        pages.addTab(self.losses, self.losses.accessibleName())
        pages.addTab(self.preview, self.preview.accessibleName())
        self.add(label(self.tr("Whose layers")), self.layers, self._done_only)
        self.add(label(self.tr("Format")), self.format, pages)
        self.add(_row(self._splits, self.split))
        self.add(label(self.tr("File")), _row(self.path, browse), self.progress)
        self.finish()
        self.resize(640, 590)

    @property
    def target(self) -> Path:
        """The file to write, with a split the folder."""
        return Path(self.path.text().strip()).expanduser()

    def accept(self) -> None:
        problem = self.split.problem() if self._splits.isChecked() else ""
        if not self.path.text().strip():
            problem = self.tr("Say which file to write.")
        elif self._splits.isChecked() and self.target.is_file():
            problem = self.tr("A split needs a folder: this is a file.")
        if problem:
            self.show_error(problem)
            return
        ws, target, options = self._ws, self.target, self._options()

        def write(progress: Progress, stop: Stop) -> ExportReport:
            with ws.elsewhere() as other:
                return export(other, target, options, progress=progress, cancelled=stop)

        self.work(write, self._finished)

    def _make_formats(self) -> ComboBox:
        box = ComboBox()
        box.setAccessibleName(self.tr("Format"))
        for one in FORMATS:
            if one.writes:
                box.addItem(f"{one.name} — {format_wording.holds(one)}", one)
        box.choose(next(one for one in FORMATS if one.name == "jsonl"))
        box.activated.connect(self._format_chosen)
        return box

    def _make_layers(self) -> QListWidget:
        box = QListWidget()
        box.setProperty("role", "framed")
        box.setAccessibleName(self.tr("Whose layers"))
        box.setMaximumHeight(110)
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
            format=self._format.name,
            annotators=() if everything else tuple(name for name in ticked if name != _GOLD),
            gold=not everything and _GOLD in ticked,
            status=Status.DONE if self._done_only.isChecked() else None,
            split=self.split.shares if self._splits.isChecked() else {},
            seed=self.split.seed.value(),
        )

    @property
    def _format(self) -> Format:
        chosen: Format = self.format.currentData()
        return chosen

    def _format_chosen(self) -> None:
        self._name_target()
        self._look()

    def _split_chosen(self, on: bool) -> None:
        self.split.setEnabled(on)
        self._name_target()

    def _name_target(self) -> None:
        suffix = "" if self._splits.isChecked() else self._format.suffixes[0]
        self.path.setText(str(self.target.with_suffix(suffix)))

    def _browse(self) -> None:
        chosen: Path | None
        if self._splits.isChecked():
            name = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(documents()))
            chosen = Path(name) if name else None
        else:
            chosen = ask_save(self, self.windowTitle(), self.target, "")
        if chosen:
            self.path.setText(str(chosen))

    # what will be written

    def _look(self) -> None:
        self.show_error("")
        self.losses.setPlainText(self.tr("Counting…"))
        self.preview.clear()
        ws, options = self._ws, self._options()

        def find(_progress: Progress, stop: Stop) -> Looked:
            with ws.elsewhere() as other:
                return beginning(other, options), losses(other, options, cancelled=stop)

        self.look(find, self._show_looked)

    def _show_looked(self, found: Looked) -> None:
        first, report = found
        self.preview.setPlainText(self.tr("This format is no text.") if first is None else first)
        self.losses.setPlainText(self._losses_text(report))

    def _losses_text(self, report: LossReport | None) -> str:
        if report is None:
            return self.tr("A file to look at or to set up with: it does not stand for the labels.")
        template = self.tr("Articles: {articles}. Layers: {layers}. Spans: {spans}.")
        counts = i18n.fill(
            template, articles=report.articles, layers=report.layers, spans=report.spans
        )
        lines = [format_wording.loss(one) for one in report.losses]
        return "\n".join([counts, *(lines or [self.tr("Nothing is lost.")])])

    def _finished(self, report: ExportReport) -> None:
        self.report = report
        super().accept()


def _page(name: str) -> QPlainTextEdit:
    page = QPlainTextEdit(readOnly=True)
    page.setAccessibleName(name)
    page.setTabChangesFocus(True)
    return page


def _row(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return box
