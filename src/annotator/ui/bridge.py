"""The open project as a Qt object: what changed becomes a signal, an error a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.ui import error_wording, sample
from annotator.workspace.workspace import Workspace

P = ParamSpec("P")
T = TypeVar("T")


class Bridge(QObject):
    """Holds at most one workspace; `changed(Affected, origin)` after every change of it."""

    changed = Signal(object, object)
    failed = Signal(str)
    saved = Signal()
    projectChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None

    @property
    def workspace(self) -> Workspace | None:
        """The open project."""
        return self._workspace

    def open(self, path: Path) -> bool:
        """Open a project instead of the present one, which stays where the new one cannot be."""
        return self._take(lambda: Workspace.open(path, lock=True))

    def create(self, path: Path, scheme: Scheme, lead: str) -> bool:
        """Make a project and open it."""
        return self._take(lambda: Workspace.create(path, scheme, lead=lead, lock=True))

    def create_sample(self, path: Path, lead: str, name: str) -> bool:
        """Make the sample project and open it."""
        return self._take(lambda: sample.create(path, lead, name))

    def close(self) -> None:
        """Close the open project, if any."""
        if self._workspace is not None:
            old, self._workspace = self._workspace, None
            old.close()
            self.projectChanged.emit()

    def run(
        self, operation: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Run one operation of the workspace; None where it failed, and `failed` said why."""
        if self._workspace is None:
            return None
        try:
            result = operation(self._workspace, *args, **kwargs)
        except UserError as error:
            self.failed.emit(error_wording.shown(str(error)))
            return None
        self.saved.emit()
        return result

    def _take(self, make: Callable[[], Workspace]) -> bool:
        try:
            workspace = make()
        except UserError as error:
            self.failed.emit(error_wording.shown(str(error)))
            return False
        if self._workspace is not None:
            self._workspace.close()
        self._workspace = workspace
        workspace.subscribe(self._tell)
        return True

    def _tell(self, affected: Affected, origin: object) -> None:
        self.changed.emit(affected, origin)
