"""The queue of who is present: its filter, its model, and when it is asked for again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.ids import ArticleId
from annotator.domain.layer import Status
from annotator.ui.bridge import Bridge
from annotator.ui.models.queue_model import QueueModel
from annotator.workspace.queue import Queue, QueueFilter

_PAUSE_MS = 250


class WorkQueue(QObject):
    """Emits `changed` when its rows were asked for again."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = QueueModel(self)
        self._bridge = bridge
        self._filter = QueueFilter()
        self._queue: Queue | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)

    def filter(self, text: str, statuses: frozenset[Status], flagged: bool) -> None:
        """Show only the articles that fit."""
        self._filter = QueueFilter(text=text, statuses=statuses, flagged=flagged)
        self.refresh()

    def unfilter(self) -> None:
        """Show all articles."""
        self._filter = QueueFilter()
        self.refresh()

    def refresh(self) -> None:
        """Ask the workspace for the queue again."""
        ws = self._bridge.workspace
        self._queue = ws.queue(self._filter) if ws else None
        self.model.set_queue(self._queue)
        self.changed.emit()

    def refresh_soon(self, articles: Iterable[ArticleId]) -> None:
        """Ask again when no edit came for a moment; the rows of these articles are read afresh."""
        for article in articles:
            if self._queue is not None:
                self._queue.forget(article)
        self._pause.start()

    def clear(self) -> None:
        """Let go of the project before."""
        self._pause.stop()
        self._queue = None
        self.model.set_queue(None)

    def words(self, row: int) -> int | None:
        """Return the length in words of the article in a row."""
        return self._queue[row].words if self._queue is not None and row >= 0 else None
