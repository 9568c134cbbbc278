"""A dialog that works off the window's thread: previews that newer ones replace, and one long job.

Cancel stops the long job and leaves the dialog open, so that what came of it can be said.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QWidget

from annotator.ui.dialogs.base import FormDialog
from annotator.ui.i18n import translate
from annotator.ui.tasks import Job, Progress, Tasks

Stop = Callable[[], bool]
Work = Callable[[Progress, Stop], Any]


class WorkingDialog(FormDialog):
    """`look` runs what may be thrown away, `work` what the person waits for."""

    def __init__(self, title: str, accept: str, tasks: Tasks, parent: QWidget | None) -> None:
        super().__init__(title, accept, parent)
        self._tasks = tasks
        self._looking: Job | None = None
        self._stop: threading.Event | None = None
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(translate("Dialogs", "Progress"))
        self.progress.hide()

    @property
    def is_working(self) -> bool:
        """Tell whether the long job runs."""
        return self._stop is not None

    def look(self, work: Work, done: Callable[[Any], None]) -> None:
        """Start a job in place of the one that looks now."""
        self.stop_looking()
        self._looking = self._tasks.run(work, done, self.show_error)

    def stop_looking(self) -> None:
        """Drop the answer of the job that looks now."""
        if self._looking is not None:
            self._looking.cancel()

    def work(self, work: Work, done: Callable[[Any], None]) -> None:
        """Start the long job; its progress shows, and Cancel stops it."""
        stop = self._stop = threading.Event()
        self.stop_looking()
        self.show_error("")
        self.accept_button.setEnabled(False)
        self.progress.setRange(0, 0)
        self.progress.show()

        def stoppable(progress: Progress, gone: Stop) -> Any:
            return work(progress, lambda: stop.is_set() or gone())

        def finished(answer: Any) -> None:
            self._end()
            done(answer)

        self._tasks.run(stoppable, finished, self._failed, self._show_progress)

    def only_close(self, text: str) -> None:
        """Leave one button, which closes the dialog: what was to be done is done."""
        self.accept_button.setText(text)
        self._cancel_button().hide()

    def reject(self) -> None:
        if self._stop is None:
            super().reject()
            return
        # the job's own end says whether it was in time
        self._stop.set()
        self._cancel_button().setEnabled(False)

    def done(self, result: int) -> None:
        self.stop_looking()
        super().done(result)

    def _cancel_button(self) -> QWidget:
        return self.buttons.button(QDialogButtonBox.StandardButton.Cancel)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    def _failed(self, reason: str) -> None:
        self._end()
        self.show_error(reason)

    def _end(self) -> None:
        self._stop = None
        self.progress.hide()
        self.accept_button.setEnabled(True)
        self._cancel_button().setEnabled(True)
