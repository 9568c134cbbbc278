"""Search in all articles of the project: a list of hits with context, Enter opens one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.ui import error_wording, i18n
from annotator.ui.widgets.labels import label
from annotator.workspace.search import search
from annotator.workspace.workspace import Workspace

_LIMIT = 200
_PAUSE_MS = 150
_ROLE = int(Qt.ItemDataRole.UserRole)


class SearchDialog(QDialog):
    """Ends with `chosen`, a hit, when accepted."""

    def __init__(self, ws: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Search all articles"))
        self.chosen: Any = None
        self._ws = ws
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Words, in any spelling"))
        self.field.setAccessibleName(self.tr("Search all articles"))
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Hits"))
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self._count = label(self.tr("Write what to look for; Enter opens a hit."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.addWidget(self.field)
        layout.addWidget(self._count)
        layout.addWidget(self.list, 1)
        self.resize(720, 520)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.item(max(self.list.currentRow(), 0)))
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.field.hasFocus():
            self.list.setFocus()
            self.list.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._pause.stop()
        super().done(result)

    def _search(self) -> None:
        self.list.clear()
        query = self.field.text().strip()
        if not query:
            return
        try:
            result = search(self._ws, query, limit=_LIMIT)
        except UserError as error:
            self._count.setText(error_wording.shown(str(error)))
            return
        for hit in result.hits:
            item = QListWidgetItem(f"{hit.title}\n{_context(hit)}", self.list)
            item.setData(_ROLE, hit)
        template = self.tr("Hits: {total}") if result.total else self.tr("Nothing found.")
        self._count.setText(i18n.fill(template, total=result.total))
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen = item.data(_ROLE)
            self.accept()


def _context(hit: Any) -> str:
    words = f"… {hit.before}[{hit.hit}]{hit.after} …"
    return " ".join(words.split())
