"""The outline of the scheme editor: every part of the scheme in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from annotator.ui import i18n
from annotator.ui.dialogs import scheme_wording
from annotator.ui.dialogs.scheme_pages import name_of
from annotator.ui.models.scheme_draft import SECTIONS, Path, SchemeDraft

_ROLE = int(Qt.ItemDataRole.UserRole)


class SchemeOutline(QTreeWidget):
    """Emits `chosen(path)` when a person goes to another part."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "framed")
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Parts of the scheme"))
        self.setMinimumWidth(230)
        self.currentItemChanged.connect(lambda item, _: self._tell(item))

    def show_draft(self, draft: SchemeDraft, chosen: Path) -> None:
        """Show the parts of a draft, one of them chosen, without telling anybody."""
        self.blockSignals(True)
        self.clear()
        items: dict[Path, QTreeWidgetItem] = {}
        items[()] = _item(self, (), name_of(draft.data["name"]))
        for section in SECTIONS:
            items[section,] = _item(self, (section,), scheme_wording.section(section))
        for path in draft.paths():
            parent = items[path[:1] if len(path) == 2 else path[:2]]
            items[path] = _item(parent, path, _text(draft, path))
        self.expandAll()
        self.setCurrentItem(items.get(chosen, items[()]))
        self.blockSignals(False)

    def rename(self, draft: SchemeDraft, path: Path) -> None:
        """Say the name of the current part again."""
        item = self.currentItem()
        if item is not None:
            item.setText(0, _text(draft, path) if path else name_of(draft.data["name"]))

    @property
    def path(self) -> Path:
        """The path of the current part."""
        item = self.currentItem()
        return tuple(item.data(0, _ROLE)) if item else ()

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.path)


def _item(parent: QTreeWidget | QTreeWidgetItem, path: Path, text: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text])
    item.setData(0, _ROLE, path)
    if isinstance(parent, QTreeWidget):
        parent.addTopLevelItem(item)
    else:
        parent.addChild(item)
    return item


def _text(draft: SchemeDraft, path: Path) -> str:
    part = draft.part(path)
    key = i18n.digits(part.get("key", "")) if len(path) == 2 and path[0] == "labels" else ""
    return f"{name_of(part)}  {key}".rstrip()
