"""The dialog for import: choose files, see what they hold, take it in, see what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.formats.records import IMPORTED
from annotator.ui import i18n
from annotator.ui.dialogs.base import ask_save, documents
from annotator.ui.dialogs.column_choice import ColumnChoice
from annotator.ui.dialogs.import_rows import SHOWN, ImportRows
from annotator.ui.dialogs.working import Stop, WorkingDialog
from annotator.ui.tasks import Progress, Tasks
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label
from annotator.workspace.copies import Copy
from annotator.workspace.import_preview import Preview, find_copies, preview
from annotator.workspace.import_report import report_lines
from annotator.workspace.transfer import ImportOptions, ImportReport, import_paths
from annotator.workspace.workspace import Workspace

_NAMED = 4


class ImportDialog(WorkingDialog):
    """Reads a preview in the background; `report` is set when the import is done."""

    def __init__(
        self, ws: Workspace, tasks: Tasks, paths: list[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", tasks, parent)
        self.setWindowTitle(self.tr("Import articles"))
        self.accept_button.setText(self.tr("Import"))
        self.report: ImportReport | None = None
        self._ws = ws
        self._paths = list(paths)
        self._preview = Preview()
        self._build()
        self.setAcceptDrops(True)
        self._read_preview()

    def _build(self) -> None:
        choose_files = QPushButton(self.tr("Choose files…"))
        choose_files.clicked.connect(self._choose_files)
        choose_folder = QPushButton(self.tr("Choose a folder…"))
        choose_folder.clicked.connect(self._choose_folder)
        self.save_button = QPushButton(self.tr("Save the report…"))
        self.save_button.clicked.connect(self._save_report)
        self._saving = button_row(self.save_button)
        self._saving.hide()
        self._choosing = button_row(choose_files, choose_folder)
        self.what = label(role="muted", wrap=True)
        self.list = ImportRows()
        self.columns = ColumnChoice()
        self.columns.changed.connect(self._read_preview)
        self._build_questions()
        self.add(self._choosing, self.what, self.list, self.columns)
        self.add(self._labels_row, self._copies_row, self._name_row)
        self.add(self.progress, self._saving)
        self.finish()
        self.resize(820, 600)

    def _build_questions(self) -> None:
        self.unknown = ComboBox()
        self.unknown.setAccessibleName(self.tr("Unknown labels"))
        self.unknown.addItem(self.tr("Reject their records"), False)
        self.unknown.addItem(self.tr("Add them to the label scheme"), True)
        self.unknown.activated.connect(self._show_records)
        self._labels_said = label(wrap=True)
        self._labels_row = _row(self._labels_said, self.unknown)
        self._labels_row.hide()
        self.copies = ComboBox()
        self.copies.setAccessibleName(self.tr("Articles that are like others"))
        self.copies.addItem(self.tr("Take them in"), False)
        self.copies.addItem(self.tr("Leave them out"), True)
        self._copies_said = label(self.tr("Articles that are like others"), wrap=True)
        self._copies_row = _row(self._copies_said, self.copies)
        self._name = QLineEdit(IMPORTED)
        self._name.setAccessibleName(self.tr("Annotator of layers that name none"))
        self._name_row = _row(label(self.tr("Annotator of layers that name none")), self._name)

    # choosing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.report is None and not self.is_working and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.add_paths([Path(url.toLocalFile()) for url in urls])
        event.acceptProposedAction()

    def add_paths(self, paths: list[Path]) -> None:
        """Take further files and folders besides those that are chosen."""
        self._choose(list(dict.fromkeys([*self._paths, *paths])))

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.windowTitle(), str(documents()))
        if names:
            self._choose([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(documents()))
        if name:
            self._choose([Path(name)])

    def _choose(self, paths: list[Path]) -> None:
        self._paths = paths
        self.columns.offer(())
        self._read_preview()

    # preview

    def _read_preview(self) -> None:
        self.list.clear()
        self.show_error("")
        self.accept_button.setEnabled(False)
        if not self._paths:
            text = self.tr("Drop files or folders here: text, web pages, tables, JSON, Word, zip.")
            self.what.setText(text)
            return
        self.what.setText(self._names())
        scheme, paths, columns = self._ws.scheme, list(self._paths), self.columns.chosen
        self.look(lambda _, stop: preview(paths, scheme, columns, stop), self._show_preview)

    def _names(self) -> str:
        names = [i18n.left_to_right(path.name) for path in self._paths[:_NAMED]]
        return "، ".join([*names, *(["…"] if len(self._paths) > _NAMED else [])])

    def _show_preview(self, found: Preview) -> None:
        self._preview = found
        self.columns.offer(found.columns)
        counted = [f"{name} ({i18n.number(count)})" for name, count in found.unknown.most_common()]
        self._labels_row.setVisible(bool(counted))
        template = self.tr("The label scheme does not have: {labels}")
        self._labels_said.setText(i18n.fill(template, labels="، ".join(counted[:12])))
        self._show_records()
        ws, records = self._ws, found.records

        def search(_progress: Progress, stop: Stop) -> tuple[Copy, ...]:
            with ws.elsewhere() as other:
                return find_copies(other, records, stop)

        self.look(search, self._show_copies)

    def _show_records(self) -> None:
        records, joins = self._preview.records, bool(self.unknown.currentData())
        good, bad = self.list.show_records(records, joins=joins)
        template = self.tr("{files} — readable: {good}, not readable: {bad}.")
        if self._preview.more:
            template = self.tr("{files} — of the first records readable: {good}, not: {bad}.")
        self.what.setText(i18n.fill(template, files=self._names(), good=good, bad=bad))
        self.accept_button.setEnabled(good > 0)

    def _show_copies(self, found: tuple[Copy, ...]) -> None:
        text = self.tr("Articles that are like others")
        if found:
            template = self.tr("Like others: {count}. The first is {one}, like {two}.")
            first = found[0]
            text = i18n.fill(template, count=len(found), one=first.article, two=first.like)
        self._copies_said.setText(text)

    # taking in

    def accept(self) -> None:
        if self.report is not None:
            super().accept()
            return
        options = ImportOptions(
            annotator=self._name.text().strip() or IMPORTED,
            skip_duplicates=bool(self.copies.currentData()),
            add_labels=bool(self.unknown.currentData()),
            columns=self.columns.chosen,
        )
        ws, paths = self._ws, list(self._paths)

        def bring(progress: Progress, stop: Stop) -> ImportReport:
            with ws.elsewhere(read_only=False) as other:
                return import_paths(other, paths, options, progress=progress, cancelled=stop)

        self.work(bring, self._show_report)

    def _show_report(self, report: ImportReport) -> None:
        self.report = report
        self._fill_report(report)
        self.what.setText(self._summary(report))
        self._saving.setVisible(bool(report.rejections or report.copies))
        for part in (self._choosing, self.columns, self._labels_row, self._copies_row):
            part.hide()
        self._name_row.hide()
        self.only_close(self.tr("Close"))

    def _fill_report(self, report: ImportReport) -> None:
        self.list.show_reasons()
        for rejection in report.rejections[:SHOWN]:
            self.list.add_rejection(rejection)
        for copy in report.copies[:SHOWN]:
            self.list.add_copy(copy)

    def _summary(self, report: ImportReport) -> str:
        template = self.tr(
            "Articles: {articles}. Layers: {layers}. There already: {there}. Rejected: {bad}."
        )
        said = i18n.fill(
            template,
            articles=report.articles,
            layers=report.layers + report.replaced,
            there=report.unchanged + report.duplicates,
            bad=len(report.rejections),
        )
        if report.labels:
            labels = "، ".join(report.labels)
            said += " " + i18n.fill(self.tr("New in the scheme: {labels}."), labels=labels)
        return said

    def _save_report(self) -> None:
        suggestion = documents() / "import-report.jsonl"
        path = ask_save(self, self.save_button.text(), suggestion, "JSON Lines (*.jsonl)")
        if path is not None:
            self.save_report(path)

    def save_report(self, path: Path) -> None:
        """Write what was rejected and what is like others, one JSON object a line."""
        if self.report is None:
            return
        try:
            with path.open("wb") as stream:
                stream.writelines(report_lines(self.report))
        except OSError as error:
            template = self.tr("{path} cannot be written ({reason}).")
            reason = error.strerror or type(error).__name__
            shown = i18n.left_to_right(str(path))
            self.show_error(i18n.fill(template, path=shown, reason=reason))


def _row(text: QWidget, field: QWidget) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(text, 3)
    layout.addWidget(field, 2)
    return box
