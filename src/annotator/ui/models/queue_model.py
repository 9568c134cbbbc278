"""The queue of articles as a lazy list model: rows are asked of the workspace when they show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain.ids import ArticleId
from annotator.domain.layer import Status
from annotator.ui import i18n, wording

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


class SourceRow(Protocol):
    """What the model needs of a row of the workspace's queue."""

    @property
    def article_id(self) -> ArticleId: ...
    @property
    def title(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def words(self) -> int: ...
    @property
    def spans(self) -> int: ...
    @property
    def flag(self) -> bool: ...
    @property
    def question(self) -> bool: ...


class Source(Protocol):
    """What the model needs of the workspace's queue."""

    def __len__(self) -> int: ...
    def __getitem__(self, row: int, /) -> SourceRow: ...
    def position(self, article_id: ArticleId, /) -> int | None:
        """Return the row of an article, None where the filter leaves it out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row of the queue shows."""

    title: str
    detail: str
    status: Status
    flag: bool


class QueueModel(QAbstractListModel):
    """Shows a queue; `set_queue` keeps the view's place where only the rows' content changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: Source | None = None
        self._count = 0

    def set_queue(self, queue: Source | None) -> None:
        """Show another queue, or the same one after a change."""
        count = len(queue) if queue is not None else 0
        if count == self._count and count:
            self._queue = queue
            self.dataChanged.emit(self.index(0), self.index(count - 1))
            return
        self.beginResetModel()
        self._queue, self._count = queue, count
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or self._queue is None or role not in _ROLES:
            return None
        row = self._queue[index.row()]
        if role == ENTRY_ROLE:
            return Entry(row.title, detail(row), row.status, row.flag or row.question)
        return row.title if role == Qt.ItemDataRole.DisplayRole else f"{row.title} · {detail(row)}"

    def article(self, row: int) -> ArticleId | None:
        """Return the article of a row; None where there is no such row."""
        if self._queue is None or not 0 <= row < self._count:
            return None
        return self._queue[row].article_id

    def row_of(self, article: ArticleId | None) -> int:
        """Return the row of an article, -1 where the filter leaves it out."""
        position = self._queue.position(article) if self._queue is not None and article else None
        return -1 if position is None else position

    def first_open(self, after: int) -> int:
        """Return the next row that is neither done nor skipped, from the top again; -1: none."""
        rows = [*range(after + 1, self._count), *range(after)]
        open_ = (Status.NEW, Status.STARTED)
        if self._queue is None:
            return -1
        return next((row for row in rows if self._queue[row].status in open_), -1)


_ROLES = {
    ENTRY_ROLE,
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
}


def detail(row: SourceRow) -> str:
    """Return the second line of a row: a question, the status, spans or else words."""
    if row.spans:
        count = i18n.fill(wording.spans_template(), count=row.spans)
    else:
        count = i18n.fill(wording.words_template(), count=row.words)
    parts = [wording.question()] if row.flag or row.question else []
    return " · ".join([*parts, wording.status(row.status), count])
