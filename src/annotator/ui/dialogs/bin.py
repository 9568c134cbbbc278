"""The bin: spans that were deleted from the open article, and articles taken out of the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.ui.dialogs.base import FormDialog
from annotator.ui.widgets.labels import label

_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class BinRow:
    """A deleted thing: its id, what it was, and who took it when."""

    id: str
    title: str
    detail: str


class BinDialog(FormDialog):
    """Ends with `spans` and `articles` to bring back when accepted."""

    def __init__(
        self,
        spans: Sequence[BinRow],
        articles: Sequence[BinRow],
        *,
        may_restore_articles: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Bin"))
        self.accept_button.setText(self.tr("Bring back the ticked ones"))
        self._spans = self._list(self.tr("Deleted spans of this article"), spans)
        self._articles = self._list(self.tr("Articles in the bin"), articles)
        self._articles.setEnabled(may_restore_articles)
        if articles and not may_restore_articles:
            self.add(label(self.tr("Only a lead brings articles back."), "muted"))
        self.finish()
        self._count()
        self.resize(620, 520)

    @property
    def spans(self) -> list[str]:
        """The ids of the spans to bring back."""
        return _ticked(self._spans)

    @property
    def articles(self) -> list[str]:
        """The ids of the articles to bring back."""
        return _ticked(self._articles)

    def _list(self, name: str, rows: Sequence[BinRow]) -> QListWidget:
        made = QListWidget()
        made.setProperty("role", "framed")
        made.setAccessibleName(name)
        made.setWordWrap(True)
        for row in rows:
            item = QListWidgetItem(f"{row.title}\n{row.detail}" if row.detail else row.title, made)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_ROLE, row.id)
        made.itemChanged.connect(self._count)
        empty = label(self.tr("Nothing here."), "muted")
        empty.setVisible(not rows)
        made.setVisible(bool(rows))
        self.add(label(name, "section"), empty, made)
        return made

    def _count(self) -> None:
        self.accept_button.setEnabled(bool(self.spans or self.articles))


def _ticked(rows: QListWidget) -> list[str]:
    items = (rows.item(number) for number in range(rows.count()))
    return [str(i.data(_ROLE)) for i in items if i.checkState() is Qt.CheckState.Checked]
