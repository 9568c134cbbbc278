"""An open project: its people, articles, layers, and the one road by which anything changes.

What a person means by a click is `operations`'; what is stored how is `storage`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from annotator.domain.changes import Affected, Step
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, LayerKey
from annotator.domain.people import Person, Role
from annotator.domain.scheme import Scheme
from annotator.storage import settings
from annotator.storage.database import Database
from annotator.storage.lock import ProjectLock
from annotator.storage.people import People
from annotator.storage.project_file import create_project_file, open_project_file
from annotator.workspace import editing, history, roles
from annotator.workspace.history import HistoryEntry
from annotator.workspace.project import Clock, Project, stamp, utc_now

Listener = Callable[[Affected, object], None]


class Workspace(Project):
    """An open project, for the thread that opened it; `elsewhere` gives another thread its own."""

    def __init__(
        self, database: Database, lock: ProjectLock | None = None, clock: Clock = utc_now
    ) -> None:
        super().__init__(database, clock)
        self._lock = lock
        self._listeners: list[Listener] = []

    # ── opening and closing ──────────────────────────────────────────────────────────────────

    @classmethod
    def create(
        cls, path: Path, scheme: Scheme, *, lead: str, lock: bool = False, clock: Clock = utc_now
    ) -> Workspace:
        """Make a project and open it; raise `UserError` where the file exists already."""
        roles.check_name(lead)
        with _locked(path, wanted=lock) as held:
            database = create_project_file(path)
            with database.transaction():
                now = stamp(clock)
                settings.add_scheme(database, scheme, now)
                settings.set_setting(database, "name", path.stem)
                settings.set_setting(database, "created", now)
                People(database).add(Person(lead, Role.LEAD))
            return cls(database, held, clock)

    @classmethod
    def open(
        cls, path: Path, *, lock: bool = False, read_only: bool = False, clock: Clock = utc_now
    ) -> Workspace:
        """Open a project; read-only also where the file cannot be written.

        `lock`: hold it against other windows and imports; raises `UserError` naming the holder.
        """
        with _locked(path, wanted=lock and not read_only) as held:
            database = open_project_file(path, read_only=read_only, careful=held is not None)
            try:
                with database.told():
                    return cls(database, held, clock)
            except BaseException:
                database.close()
                raise

    @contextmanager
    def elsewhere(self, *, read_only: bool = True) -> Iterator[Workspace]:
        """Open the project a second time, for use in the calling thread until the block ends.

        Call `refresh` on this workspace afterwards when the other one has written.
        """
        database = open_project_file(self.path, read_only=read_only or self.read_only)
        try:
            other = Workspace(database, clock=self.clock)
            other.person = self.person
            yield other
        finally:
            database.close()

    def close(self) -> None:
        """Close the file and free the lock; closing twice is harmless."""
        self.database.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def refresh(self, affected: Affected | None = None, origin: object = None) -> None:
        """Read again what this workspace remembers, and tell listeners what changed elsewhere."""
        self.forget()
        if affected is not None:
            self.tell(affected, origin)

    def take_scheme(self, scheme: Scheme) -> None:
        """Work under a scheme that was just stored."""
        self._scheme = scheme

    # ── people ───────────────────────────────────────────────────────────────────────────────

    def sign_in(self, name: str) -> Person:
        """Say who is present."""
        person = self.people_store.named(name)
        if person is None:
            raise UserError(f"Nobody is named {name} in this project: add the person first.")
        self.person = person
        return person

    def add_person(self, name: str, role: Role = Role.ANNOTATOR) -> Person:
        """Add a person; raise `UserError` where somebody has that name or one just like it."""
        return roles.add_person(self, name, role)

    def rename_person(self, old: str, new: str) -> Affected:
        """Give a person another name; her work and history go with her."""
        return roles.rename_person(self, old, new)

    def set_role(self, name: str, role: Role) -> Affected:
        """Make a person lead or annotator; one lead must remain."""
        return roles.set_role(self, name, role)

    def set_active(self, name: str, active: bool) -> Affected:
        """Archive a person or bring her back; her work stays."""
        return roles.set_active(self, name, active)

    def may_see(self, person: Person | None, key: LayerKey) -> bool:
        """Tell whether a person may see a layer; the command line (None) sees all."""
        return roles.may_see(self, person, key)

    # ── edits ────────────────────────────────────────────────────────────────────────────────

    def run(
        self,
        step: Step,
        origin: object = None,
        *,
        selected: str | None = None,
        applied: Mapping[LayerKey, Layer] | None = None,
    ) -> Affected:
        """Do a step: checked, durable with its journal entry, then listeners are told.

        `applied` are the layers that the step makes of the present ones, where that is known.
        """
        return self.tell(editing.run(self, step, selected, applied), origin)

    def undo(self, origin: object = None) -> Affected | None:
        """Take back the newest step of who is present; raise `Overtaken` where it cannot be."""
        affected = editing.undo(self)
        return affected and self.tell(affected, origin)

    def redo(self, origin: object = None) -> Affected | None:
        """Do again what was last undone; raise `Overtaken` where it cannot be."""
        affected = editing.redo(self)
        return affected and self.tell(affected, origin)

    def can_undo(self) -> str | None:
        """Return the name of the step that `undo` would take back."""
        seq = self.journal.to_undo(self.present)
        return None if seq is None else self.journal.name(seq)

    def can_redo(self) -> str | None:
        """Return the name of the step that `redo` would do again."""
        seq = self.journal.to_redo(self.present)
        return None if seq is None else self.journal.name(seq)

    def history(self, article: ArticleId) -> list[HistoryEntry]:
        """Return what happened to an article, newest first, as far as who is present may see."""
        return history.history(self, article)

    def layer_at(self, key: LayerKey, seq: int) -> Layer:
        """Return a layer as it was right after a journal entry."""
        return history.layer_at(self, key, seq)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have a listener told of every change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, affected: Affected, origin: object = None) -> Affected:
        """Tell all listeners."""
        for listener in tuple(self._listeners):
            listener(affected, origin)
        return affected


@contextmanager
def _locked(path: Path, *, wanted: bool) -> Iterator[ProjectLock | None]:
    """Hold the lock of a project, and free it where opening fails."""
    if not wanted:
        yield None
        return
    lock = ProjectLock(path)
    lock.acquire()
    try:
        yield lock
    except BaseException:
        lock.release()
        raise
