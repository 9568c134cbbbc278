"""Time on the open article: it runs while somebody works, and stops when nobody does.

What counts is a key or the mouse in a window of the program. After a minute without either the
clock stands; it stands at once when another program has the focus. Reading, typing and thinking
for less than a minute count, a break does not.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

IDLE_SECONDS = 60.0
_BATCH_MS = 30_000
_WORK = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class ActiveTime:
    """Seconds of activity, from moments of activity; moments are seconds of any one clock."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._last: float | None = None

    def touch(self, now: float) -> None:
        """Note that somebody did something."""
        self._run_to(now)
        self._last = now

    def stop(self, now: float) -> None:
        """Let the clock stand until somebody does something again."""
        self._run_to(now)
        self._last = None

    def drain(self, now: float) -> int:
        """Return the whole seconds up to now, and begin anew with what is left over."""
        if self._last is not None and now - self._last < IDLE_SECONDS:
            self.touch(now)
        else:
            self.stop(now)
        whole = int(self._seconds)
        self._seconds -= whole
        return whole

    def _run_to(self, now: float) -> None:
        if self._last is not None:
            self._seconds += min(max(now - self._last, 0.0), IDLE_SECONDS)


class WorkClock(QObject):
    """Emits `spent(key, seconds)` in small batches for the key it was last given."""

    spent = Signal(object, int)

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._time = ActiveTime()
        self._key: object = None
        self._watched: QWindow | None = None
        self._batch = QTimer(self, interval=_BATCH_MS)
        self._batch.timeout.connect(self.flush)
        self._batch.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())

    def work_on(self, key: object) -> None:
        """Measure for another article from now on; what was measured goes to the one before."""
        self.flush()
        self._key = key

    def flush(self) -> None:
        """Tell what was measured since the last time."""
        seconds = self._time.drain(self._now())
        if seconds and self._key is not None:
            self.spent.emit(self._key, seconds)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _WORK:
            self._time.touch(self._now())
        return False

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is None:
            self._time.stop(self._now())
            return
        window.installEventFilter(self)
        window.destroyed.connect(self._forget)
        self._time.touch(self._now())

    def _forget(self, gone: QObject) -> None:
        if gone is self._watched:
            self._watched = None
