"""The queue as a lazy sequence: its ids are known at once, its rows are read a page at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import overload

from annotator.domain.ids import ArticleId
from annotator.storage import queue as stored
from annotator.storage.articles import article_row_id
from annotator.storage.database import Database
from annotator.storage.queue import ORDERS, QueueFilter, QueueRow

__all__ = ["ORDERS", "Queue", "QueueFilter", "QueueRow"]

_PAGE = 100
_PAGES_KEPT = 50


class Queue:
    """The articles that a filter leaves; make a new one when what it shows has changed."""

    def __init__(self, database: Database, wanted: QueueFilter, person: int | None) -> None:
        self.filter = wanted
        self._database = database
        self._person = person
        self._ids: array[int] = stored.queue_ids(database, wanted, person)
        self._pages: OrderedDict[int, dict[int, QueueRow]] = OrderedDict()
        self._positions: dict[int, int] | None = None

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> QueueRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[QueueRow]: ...
    def __getitem__(self, index: int | slice) -> QueueRow | list[QueueRow]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        position = index + len(self) if index < 0 else index
        return self._page(position // _PAGE)[self._ids[position]]

    def position(self, article: ArticleId) -> int | None:
        """Return where an article stands, or None when the filter leaves it out."""
        row = article_row_id(self._database, article)
        if row is None:
            return None
        if self._positions is None:
            self._positions = {identity: i for i, identity in enumerate(self._ids)}
        return self._positions.get(row)

    def forget(self, article: ArticleId) -> None:
        """Read the row of an article again when it is next asked for; its place stays."""
        position = self.position(article)
        if position is not None:
            self._pages.pop(position // _PAGE, None)

    def _page(self, number: int) -> dict[int, QueueRow]:
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * _PAGE : (number + 1) * _PAGE]
            page = stored.queue_rows(self._database, ids, self._person)
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return page
