"""The dialog for import: choose files, see what they hold, take it in, see what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from annotator.domain.errors import Rejection
from annotator.domain.scheme import Scheme
from annotator.formats.records import ReadContext, Record
from annotator.formats.sources import find_sources, read_source
from annotator.persian.words import word_spans
from annotator.ui import i18n
from annotator.ui.dialogs.base import FormDialog, documents
from annotator.ui.tasks import Job, Progress, Tasks
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.labels import label
from annotator.workspace.transfer import ImportOptions, ImportReport, import_paths
from annotator.workspace.workspace import Workspace

_PREVIEW = 200
_DEFAULT_NAME = "imported"


@dataclass(frozen=True, slots=True)
class Seen:
    """One row of the preview."""

    title: str
    words: int
    about: str
    rejected: bool = False


@dataclass(slots=True)
class Preview:
    """What the files hold, at most the first rows."""

    rows: list[Seen] = field(default_factory=list)
    more: bool = False


class ImportDialog(FormDialog):
    """Reads a preview in the background; `report` is set when something was imported."""

    def __init__(
        self, ws: Workspace, tasks: Tasks, paths: list[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Import articles"))
        self.accept_button.setText(self.tr("Import"))
        self.report: ImportReport | None = None
        self._ws, self._tasks = ws, tasks
        self._paths = list(paths)
        self._job: Job | None = None
        self._build()
        self._show_paths()

    def _build(self) -> None:
        choose_files = QPushButton(self.tr("Choose files…"))
        choose_files.clicked.connect(self._choose_files)
        choose_folder = QPushButton(self.tr("Choose a folder…"))
        choose_folder.clicked.connect(self._choose_folder)
        self._what = label(role="muted", wrap=True)
        self.list = QTreeWidget()
        self.list.setProperty("role", "framed")
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("What the files hold"))
        headers = [self.tr("Article"), self.tr("Words"), self.tr("Notes")]
        self.list.setHeaderLabels(headers)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._skip = QCheckBox(self.tr("Leave out articles whose text is in the project already"))
        self._add_labels = QCheckBox(self.tr("Let unknown labels join the label scheme"))
        self._name = QLineEdit(_DEFAULT_NAME)
        self._name.setAccessibleName(self.tr("Annotator of layers that name none"))
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.hide()
        self.add(button_row(choose_files, choose_folder), self._what, self.list)
        self.add(self._skip, self._add_labels)
        self.add(label(self.tr("Annotator of layers that name none")), self._name, self._progress)
        self.finish()
        self.resize(680, 560)

    # choosing

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.windowTitle(), str(documents()))
        if names:
            self._paths = [Path(name) for name in names]
            self._show_paths()

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(documents()))
        if name:
            self._paths = [Path(name)]
            self._show_paths()

    def _show_paths(self) -> None:
        self.list.clear()
        self.show_error("")
        self.accept_button.setEnabled(False)
        if not self._paths:
            self._what.setText(self.tr("Text, HTML, CSV or JSONL; also whole folders."))
            return
        shown = "، ".join(i18n.left_to_right(path.name) for path in self._paths[:3])
        self._what.setText(shown)
        scheme, paths = self._ws.scheme, list(self._paths)
        self._start(lambda _progress, stop: preview(paths, scheme, stop), self._show_preview)

    def _show_preview(self, found: Preview) -> None:
        for row in found.rows:
            words = i18n.number(row.words) if row.words else ""
            self.list.addTopLevelItem(QTreeWidgetItem([row.title, words, row.about]))
        good = sum(not row.rejected for row in found.rows)
        bad = len(found.rows) - good
        template = self.tr("Readable: {good}. Not readable: {bad}.")
        if found.more:
            template = self.tr("Of the first records readable: {good}, not readable: {bad}.")
        self._what.setText(i18n.fill(template, good=good, bad=bad))
        self.accept_button.setEnabled(good > 0)

    # taking in

    def accept(self) -> None:
        if self.report is not None:
            super().accept()
            return
        options = ImportOptions(
            annotator=self._name.text().strip() or _DEFAULT_NAME,
            skip_duplicates=self._skip.isChecked(),
            add_labels=self._add_labels.isChecked(),
        )
        ws, paths = self._ws, list(self._paths)

        def work(progress: Progress, stop: Callable[[], bool]) -> ImportReport:
            with ws.elsewhere(read_only=False) as other:
                return import_paths(other, paths, options, progress=progress, cancelled=stop)

        self.accept_button.setEnabled(False)
        self._start(work, self._show_report, self._show_progress)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setVisible(True)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def _show_report(self, report: ImportReport) -> None:
        self.report = report
        self._progress.hide()
        self.list.clear()
        for rejection in report.rejections[:_PREVIEW]:
            item = QTreeWidgetItem([Path(rejection.file).name, "", _place(rejection)])
            item.setToolTip(2, str(rejection))
            self.list.addTopLevelItem(item)
        template = self.tr(
            "Articles: {articles}. Layers: {layers}. There already: {there}. Rejected: {bad}."
        )
        there = report.unchanged + report.duplicates
        self._what.setText(
            i18n.fill(
                template,
                articles=report.articles,
                layers=report.layers + report.replaced,
                there=there,
                bad=len(report.rejections),
            )
        )
        self.accept_button.setText(self.tr("Close"))
        self.accept_button.setEnabled(True)

    # jobs

    def _start(
        self,
        work: Callable[[Progress, Callable[[], bool]], object],
        done: Callable[..., None],
        progress: Progress | None = None,
    ) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._tasks.run(work, done, self._failed, progress)

    def _failed(self, reason: str) -> None:
        self._progress.hide()
        self.show_error(reason)

    def done(self, result: int) -> None:
        if self._job is not None and self.report is None:
            self._job.cancel()
        super().done(result)


def preview(paths: list[Path], scheme: Scheme, stop: Callable[[], bool]) -> Preview:
    """Read the first records of files without taking anything in."""
    context = ReadContext(scheme, add_labels=True)
    found = Preview()
    for source in find_sources(paths):
        for record in islice(read_source(source, context), _PREVIEW + 1):
            if stop() or len(found.rows) >= _PREVIEW:
                found.more = True
                return found
            found.rows.append(_seen(record))
    return found


def _seen(record: Record | Rejection) -> Seen:
    if isinstance(record, Rejection):
        return Seen(Path(record.file).name, 0, _place(record), rejected=True)
    notes = [record.encoding or ""]
    if record.layer is not None:
        notes.append(record.layer.key.annotator or "gold")
    about = " · ".join(note for note in notes if note)
    return Seen(record.article.title, len(word_spans(record.article.text)), about)


def _place(rejection: Rejection) -> str:
    line = f"{rejection.line}: " if rejection.line is not None else ""
    return i18n.left_to_right(f"{line}{rejection.reason}")
