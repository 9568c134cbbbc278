"""The editor of the label scheme: an outline, the page of what is chosen, and what would be lost.

Nothing is asked twice: what a change leaves out stands above the button that saves it, and an
older version can always be had back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path as FilePath

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import scheme_file
from annotator.domain.errors import SchemeError, UserError
from annotator.domain.scheme import Scheme
from annotator.ui import error_wording, i18n
from annotator.ui.dialogs import scheme_wording
from annotator.ui.dialogs.base import FormDialog, ask_save, documents
from annotator.ui.dialogs.scheme_outline import SchemeOutline
from annotator.ui.dialogs.scheme_pages import (
    AttributePage,
    LabelPage,
    Page,
    RelationPage,
    SchemePage,
)
from annotator.ui.dialogs.scheme_versions import VersionsDialog
from annotator.ui.models.scheme_draft import Path, SchemeDraft, path_of
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.labels import label
from annotator.workspace import schemes
from annotator.workspace.schemes import NOTHING, Renaming
from annotator.workspace.workspace import Workspace

_PAUSE_MS = 250
Run = Callable[..., object]


class SchemeEditor(FormDialog):
    """Edits the scheme of a project; `run` runs an operation of the workspace and tells errors."""

    def __init__(self, ws: Workspace, run: Run, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Label scheme"))
        self.accept_button.setText(self.tr("Save as a new version"))
        self._ws, self._run = ws, run
        self._uses = schemes.uses(ws)
        self._path: Path = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count_losses)
        self._build()
        self.show_scheme(ws.scheme)
        self.resize(940, 580)

    # assembly

    def _build(self) -> None:
        self.outline = SchemeOutline()
        self.outline.chosen.connect(self._show_part)
        self.pages: dict[str, Page] = {
            "": SchemePage(),
            "labels": LabelPage(),
            "attributes": AttributePage(),
            "document": AttributePage(),
            "relations": RelationPage(),
        }
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
            page.edited.connect(self._edit)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._stack)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._used = label(role="muted", wrap=True)
        self._shown = QCheckBox(self.tr("Its key is switched on in this project"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._used, 0), (area, 1), (self._shown, 0)):
            column.addWidget(widget, stretch)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.outline, 1)
        column.addWidget(self._part_buttons())
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 2)
        row.addWidget(right, 3)
        self._losses = label(wrap=True)
        self._losses.setObjectName("notice")
        self._losses.setContentsMargins(10, 6, 10, 6)
        self._losses.hide()
        self._relabel = QCheckBox()
        self._relabel.hide()
        self._relabel.setChecked(True)
        self.add(self._file_buttons(), middle, self._losses, self._relabel)
        self._column.setStretch(1, 1)
        self.finish()
        self._hidden = set(schemes.hidden(self._ws))
        self._shown.clicked.connect(self._switch)

    def _part_buttons(self) -> QWidget:
        self._add_label = QPushButton(self.tr("+ label"))
        self._add_attribute = QPushButton(self.tr("+ attribute"))
        self._add_relation = QPushButton(self.tr("+ relation"))
        self._up, self._down = QPushButton(self.tr("Up")), QPushButton(self.tr("Down"))
        self._remove = QPushButton(self.tr("Take away"))
        self._add_label.clicked.connect(lambda: self._add_to(("labels",)))
        self._add_relation.clicked.connect(lambda: self._add_to(("relations",)))
        self._add_attribute.clicked.connect(self._add_attribute_here)
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        self._remove.clicked.connect(self._take_away)
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(button_row(self._add_label, self._add_attribute, self._add_relation))
        rows.addWidget(button_row(self._up, self._down, self._remove))
        return box

    def _file_buttons(self) -> QWidget:
        load = QPushButton(self.tr("Import a file…"))
        save = QPushButton(self.tr("Export to a file…"))
        older = QPushButton(self.tr("Versions…"))
        load.clicked.connect(self._import)
        save.clicked.connect(self._export)
        older.clicked.connect(self._choose_version)
        return button_row(load, save, older)

    # showing

    def show_scheme(self, scheme: Scheme) -> None:
        """Edit another scheme; the project keeps its own until it is saved."""
        self.draft = SchemeDraft(scheme)
        self._path = ()
        self._refresh()

    def choose(self, path: Path) -> None:
        """Show the part at a path."""
        self._path = path
        self._refresh()

    def _refresh(self) -> None:
        self.outline.show_draft(self.draft, self._path)
        self._show_part(self.outline.path)

    def _show_part(self, path: Path) -> None:
        self._path = path
        section = len(self._path) == 1
        page = self.pages[str(self._path[-2]) if len(self._path) > 1 else ""]
        self._stack.setCurrentWidget(page)
        page.show_part(self.draft, () if section else self._path)
        part = len(self._path) > 1
        for button in (self._up, self._down, self._remove):
            button.setEnabled(part)
        self._add_attribute.setEnabled(bool(self._path) and self._path[0] != "relations")
        self._show_use()
        self._check()

    def _show_use(self) -> None:
        top = len(self._path) == 2 and self._path[0] in ("labels", "relations")
        part = self.draft.part(self._path) if top else {}
        counts = self._uses[0] if self._path[:1] == ("labels",) else self._uses[1]
        used = counts.get(self.draft.first_id(self._path), 0) if top else 0
        template = self.tr("In use: {count}") if used else self.tr("Not in use yet")
        self._used.setText(i18n.fill(template, count=used) if top else "")
        self._shown.setVisible(top and part.get("layer") == "optional")
        self._shown.setChecked(part.get("id") not in self._hidden)

    def _check(self) -> None:
        error = self.draft.error()
        self.accept_button.setEnabled(error is None)
        self.show_error(scheme_wording.error(error, self.draft) if error else "")
        here = error is not None and path_of(error.place) == self._path
        key = error.place.rsplit("]", 1)[-1].strip(".").split(".")[0].split("[")[0] if error else ""
        for page in self.pages.values():
            page.mark(key if here and page is self._stack.currentWidget() else "")
        self._pause.start()

    def _count_losses(self) -> None:
        try:
            scheme = self.draft.scheme()
        except SchemeError:
            self._losses.hide()
            self._relabel.hide()
            return
        renaming = self.draft.renaming()
        spans, links = self._uses
        count = sum(spans.get(old, 0) for old in renaming.labels)
        count += sum(links.get(old, 0) for old in renaming.relations)
        template = self.tr("Give what bears a changed id the new one ({count}, can be undone)")
        self._relabel.setText(i18n.fill(template, count=count))
        self._relabel.setVisible(count > 0)
        lost = schemes.losses(self._ws, scheme, renaming)
        self._losses.setText(scheme_wording.losses(lost, self._ws.scheme))
        self._losses.setVisible(bool(lost))

    # editing

    def _edit(self, key: str, value: object) -> None:
        if len(self._path) == 1:
            self._path = ()
        self.draft.set(self._path, key, value)
        if key in ("fa", "en", "key", "name"):
            self.outline.rename(self.draft, self._path)
        if key in ("layer", "id"):
            self._show_use()
        self._check()

    def _add_to(self, path: Path) -> None:
        self.choose(self.draft.add(path))

    def _add_attribute_here(self) -> None:
        inside = self._path[0] == "labels" and len(self._path) > 1
        if inside or self._path[0] == "document":
            self._add_to((*self._path[:2], "attributes") if inside else ("document",))

    def _move(self, step: int) -> None:
        self.choose(self.draft.move(self._path, step))

    def _take_away(self) -> None:
        self.choose(self.draft.remove(self._path))

    def _switch(self, on: bool) -> None:
        identity = self.draft.part(self._path)["id"]
        (self._hidden.discard if on else self._hidden.add)(identity)

    # files, versions, saving

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a label scheme"), str(documents()), "*.json *.toml"
        )
        if name:
            self.load(FilePath(name))

    def load(self, path: FilePath) -> None:
        """Edit the scheme of a file; one that cannot be read is told where it is wrong."""
        try:
            text = path.read_text(encoding="utf-8")
            scheme = scheme_file.parse_text(text, toml=path.suffix == ".toml")
        except (SchemeError, OSError, UnicodeDecodeError) as error:
            self.show_error(error_wording.shown(str(error)))
        else:
            self.show_scheme(scheme)

    def _export(self) -> None:
        suggestion = documents() / f"{self.draft.data['id']}.json"
        chosen = ask_save(self, self.tr("Export the label scheme"), suggestion, "*.json")
        if chosen:
            self.write(chosen)

    def write(self, path: FilePath) -> None:
        """Write the scheme as it stands to a file."""
        try:
            path.write_text(scheme_file.to_text(self.draft.scheme()), encoding="utf-8")
        except (OSError, UserError) as error:
            self.show_error(error_wording.shown(str(error)))

    def _choose_version(self) -> None:
        dialog = VersionsDialog(schemes.versions(self._ws), self)
        if dialog.exec() and dialog.chosen is not None:
            self._run(schemes.restore, dialog.chosen.scheme.ref)
            self._uses = schemes.uses(self._ws)
            self.show_scheme(self._ws.scheme)
        dialog.deleteLater()

    def accept(self) -> None:
        """Save the scheme as a new version, and which keys are switched on."""
        self._pause.stop()
        renaming: Renaming = self.draft.renaming() if self._relabel.isChecked() else NOTHING
        if self._run(schemes.change_scheme, self.draft.scheme(), renaming) is None:
            return
        self._run(schemes.set_hidden, frozenset(self._hidden))
        super().accept()
