"""The history of an article as a list: who did what when; nothing can be changed here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import i18n, wording
from annotator.ui.widgets.labels import label
from annotator.workspace.history import HistoryEntry


class HistoryDialog(QDialog):
    """Shows history entries, newest first."""

    def __init__(
        self, entries: Sequence[HistoryEntry], title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History of the article"))
        self.list = QTreeWidget()
        self.list.setProperty("role", "framed")
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What"), ""])
        for entry in entries:
            self.list.addTopLevelItem(QTreeWidgetItem(_cells(entry, self.tr("undone"))))
        self.list.header().setStretchLastSection(True)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        empty = label(self.tr("Nothing has happened to this article yet."), "muted")
        empty.setVisible(not entries)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.addWidget(label(title, "section", wrap=True))
        layout.addWidget(empty)
        layout.addWidget(self.list, 1)
        self.resize(680, 420)


def _cells(entry: HistoryEntry, undone: str) -> list[str]:
    shown = [str(entry.details.get(key, "")) for key in ("label", "attribute", "value", "text")]
    what = wording.step(entry.name)
    if entry.kind not in ("do", "import", "replace"):
        what = f"{wording.step(str(entry.kind))}: {what}"
    if entry.undone:
        what = f"{what} ({undone})"
    return [
        i18n.moment_text(entry.at),
        entry.person or "",
        what,
        " · ".join(part for part in shown if part),
    ]
