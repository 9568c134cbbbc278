"""Hits of a search as a list that grows: more rows are asked for when the view comes to the end."""

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

from annotator.domain.ids import ArticleId, SpanId

RESULT_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A hit to show and to open; `badge` names the label of a span in its colour.

    `owner` is whose span it is; `own` tells that it lies in the layer of who is present, `is_span`
    that the hit is the span itself.
    """

    article: ArticleId
    start: int
    end: int
    title: str
    detail: str
    before: str
    hit: str
    after: str
    rtl: bool = True
    badge: str = ""
    color: str = ""
    owner: str = ""
    span: SpanId | None = None
    own: bool = False
    is_span: bool = False


class SearchResultsModel(QAbstractListModel):
    """Rows so far; emits `moreWanted` once each time the view needs the next ones."""

    moreWanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ResultRow] = []
        self._has_more = self._waiting = False

    def restart(self) -> None:
        """Forget all rows; nothing more is asked for until rows come."""
        self.beginResetModel()
        self._rows = []
        self._has_more = self._waiting = False
        self.endResetModel()

    def append(self, rows: Sequence[ResultRow], *, has_more: bool) -> None:
        """Add the next rows; `has_more`: others follow."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._has_more, self._waiting = has_more, False

    @property
    def has_more(self) -> bool:
        """Tell whether rows follow that are not here yet."""
        return self._has_more

    def row(self, index: int) -> ResultRow | None:
        """Return a row; None where there is no such row."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more and not self._waiting

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._waiting = True
            self.moreWanted.emit()

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RESULT_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.before}{row.hit}{row.after}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = (row.title, row.detail, row.badge, f"{row.before}{row.hit}{row.after}")
            return " · ".join(part for part in parts if part)
        return None
