"""Mentions of a phrase to be ticked, as a list; what bears the label already is not ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.domain.ids import ArticleId
from annotator.domain.layer import Status

MENTION_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_Check = Qt.CheckState


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A place; `labels` stand over it, `same` on these very words, both as ids of labels."""

    article: ArticleId
    title: str
    status: Status
    start: int
    end: int
    before: str
    hit: str
    after: str
    labels: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


class MentionsModel(QAbstractListModel):
    """Rows with ticks; `ticksChanged` after every change of them."""

    ticksChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[MentionRow] = ()
        self._ticked: set[int] = set()

    def set_rows(self, rows: Sequence[MentionRow], label: str) -> None:
        """Show other places, ticked for a label."""
        self.beginResetModel()
        self._rows = rows
        self._ticked = self._wanted(label)
        self.endResetModel()
        self.ticksChanged.emit()

    def tick_for(self, label: str) -> None:
        """Tick what does not bear a label and lies in no article that was skipped."""
        self._set(self._wanted(label))

    def tick_all(self, on: bool) -> None:
        """Tick every row, or none."""
        self._set(set(range(len(self._rows))) if on else set())

    def toggle(self, row: int) -> None:
        """Tick a row or untick it."""
        self._set(self._ticked ^ {row})

    @property
    def ticked(self) -> list[MentionRow]:
        """The rows that are ticked, in order."""
        return [row for number, row in enumerate(self._rows) if number in self._ticked]

    def mention(self, row: int) -> MentionRow:
        """Return the mention of a row."""
        return self._rows[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else base

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == MENTION_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            on = index.row() in self._ticked
            return (_Check.Checked if on else _Check.Unchecked).value
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in texts or role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.before}{row.hit}{row.after}"
        return None

    def setData(self, index: _Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        on = _Check(value) is _Check.Checked
        self._set(self._ticked | {index.row()} if on else self._ticked - {index.row()})
        return True

    def _wanted(self, label: str) -> set[int]:
        return {
            number
            for number, row in enumerate(self._rows)
            if label not in row.labels and row.status is not Status.SKIPPED
        }

    def _set(self, ticked: set[int]) -> None:
        changed = ticked ^ self._ticked
        self._ticked = ticked
        if changed:
            first, last = self.index(min(changed)), self.index(max(changed))
            self.dataChanged.emit(first, last, [int(Qt.ItemDataRole.CheckStateRole)])
            self.ticksChanged.emit()
