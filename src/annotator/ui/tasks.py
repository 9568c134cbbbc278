"""Long work off the window's thread: plain values in, answers back on the window's thread.

A job has a number; an answer that comes after its job was cancelled is dropped. Jobs open their
own connection (`Workspace.elsewhere`) and never touch widgets.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from annotator.domain.errors import UserError
from annotator.ui import error_wording

_log = logging.getLogger(__name__)


class Progress(Protocol):
    """What a job may report while it runs."""

    def __call__(self, done: int, total: int, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Job:
    """A running job; `cancelled` is set when nobody wants its answer any more."""

    number: int
    cancelled: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the job to end; its answer will be dropped."""
        self.cancelled.set()


Work = Callable[[Progress, Callable[[], bool]], Any]


class Tasks(QObject):
    """Runs work in a pool: `run(work, done, failed, progress)`."""

    _finished = Signal(int, object)
    _failed = Signal(int, str)
    _progressed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._next = 0
        self._jobs: dict[int, tuple[Job, _Answers]] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._on_finished, queued)
        self._failed.connect(self._on_failed, queued)
        self._progressed.connect(self._on_progress, queued)

    def run(
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[str], None],
        progress: Progress | None = None,
    ) -> Job:
        """Start `work(progress, is_cancelled)`; the callbacks come on this object's thread."""
        self._next += 1
        job = Job(self._next)
        self._jobs[job.number] = (job, _Answers(done, failed, progress))
        # no QRunnable of ours: its wrapper would outlive it, and stand for what Qt puts there next
        self._pool.start(lambda: self._work(job, work))
        return job

    def shut_down(self, milliseconds: int = 5000) -> bool:
        """Cancel all jobs and wait for them; False where one would not end."""
        for job, _ in self._jobs.values():
            job.cancel()
        return self._pool.waitForDone(milliseconds)

    def _work(self, job: Job, work: Work) -> None:
        def report(done: int, total: int) -> None:
            self._progressed.emit(job.number, (done, total))

        try:
            result = work(report, job.cancelled.is_set)
        except UserError as error:
            self._failed.emit(job.number, error_wording.shown(str(error)))
        except Exception as error:  # noqa: BLE001 - an edge: a job must not die in silence
            _log.exception("job failed")
            self._failed.emit(job.number, f"{type(error).__name__}: {error}")
        else:
            self._finished.emit(job.number, result)

    def _on_finished(self, number: int, result: object) -> None:
        job, answers = self._jobs.pop(number)
        if not job.cancelled.is_set():
            answers.done(result)

    def _on_failed(self, number: int, reason: str) -> None:
        job, answers = self._jobs.pop(number)
        if not job.cancelled.is_set():
            answers.failed(reason)

    def _on_progress(self, number: int, state: tuple[int, int]) -> None:
        job, answers = self._jobs.get(number, (None, None))
        if job and answers and answers.progress and not job.cancelled.is_set():
            answers.progress(*state)


@dataclass(frozen=True, slots=True)
class _Answers:
    done: Callable[[Any], None]
    failed: Callable[[str], None]
    progress: Progress | None
