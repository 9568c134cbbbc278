"""Making, checking and opening project files; a file that is refused is not touched.

While a project is open nothing in this process may open its file by other means than SQLite:
closing it again would drop the locks (POSIX locks go by process). So the header is read before the
first connection only, and `_open_files` remembers.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from pathlib import Path

import apsw

from annotator.domain.errors import UserError
from annotator.storage.database import Damaged, Database
from annotator.storage.migrations.upgrade import LATEST, STATEMENTS, upgrade
from annotator.storage.publish import partial_name, publish_new, refuse_existing

APPLICATION_ID = 0x616E6E6F  # "anno"
_MAGIC = b"SQLite format 3\0"
_HEADER_LENGTH = 100
_SMALL = 8 * 1024 * 1024

_open_files: Counter[str] = Counter()


class ProjectFile(Database):
    """A connection that is counted, so that the header of an open file is left alone."""

    def __init__(self, path: Path, *, read_only: bool = False, immutable: bool = False) -> None:
        super().__init__(path, read_only=read_only, immutable=immutable)
        self._name = str(path.resolve())
        self._counted = True
        _open_files[self._name] += 1

    def close(self) -> None:
        super().close()
        if self._counted:
            self._counted = False
            _open_files[self._name] -= 1


def create_project_file(path: Path) -> Database:
    """Make an empty project file and open it; refuse where there is a file already."""
    refuse_existing(path)
    partial = partial_name(path)
    try:
        _make(partial)
        publish_new(partial, path)
    except (OSError, apsw.Error) as error:
        raise UserError(f"{path} cannot be made ({error}).") from error
    finally:
        partial.unlink(missing_ok=True)
    return ProjectFile(path)


def _make(path: Path) -> None:
    connection = apsw.Connection(str(path))
    try:
        with connection:
            for statement in STATEMENTS:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {LATEST}")
    finally:
        connection.close()


def open_project_file(path: Path, *, read_only: bool = False, careful: bool = False) -> Database:
    """Open a project, read-only where it cannot be written; upgrade an older one after a backup.

    `careful`: nobody else has it open; then a file left by a crash, and any small one, is checked.
    """
    _check_there(path)
    unclean = _has_log(path)
    if not _open_files[str(path.resolve())]:
        _check_header(path)
    database = _connected(path, read_only=read_only or not _is_writable(path))
    try:
        with database.told():
            if careful and (unclean or path.stat().st_size <= _SMALL):
                quick_check(database)
            _check_version(database)
            _check_objects(database)
        upgrade(database)
    except BaseException:
        database.close()
        raise
    return database


def quick_check(database: Database) -> None:
    """Raise `Damaged` where SQLite finds the structure of the file broken."""
    found = database.value("PRAGMA quick_check(1)")
    if found != "ok":
        raise Damaged(database.path, str(found).splitlines()[-1])


def _check_there(path: Path) -> None:
    if not path.exists():
        raise UserError(f"There is no project {path}: check the name or make it first.")
    if not path.is_file():
        raise UserError(f"{path} is not a file: name a project file.")
    if not os.access(path, os.R_OK):
        raise UserError(f"{path} may not be read: ask whoever owns it for the right to.")


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    if header[:16] != _MAGIC or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UserError(f"{path} is not a project of this program: choose another file.")
    _refuse_newer(path, int.from_bytes(header[60:64], "big"))


def _refuse_newer(path: Path, version: int) -> None:
    if version > LATEST:
        raise UserError(
            f"{path} was made by a newer version of this program (format {version}, this one reads"
            f" up to {LATEST}): update the program."
        )


def _check_version(database: Database) -> None:
    version = database.value("PRAGMA user_version")
    if version < 1:
        raise Damaged(database.path, "it does not say its format")
    _refuse_newer(database.path, version)


def _check_objects(database: Database) -> None:
    # a view or trigger that is not ours would run inside our own statements
    if database.value("PRAGMA user_version") < LATEST:
        return
    found = set(database.execute(_OBJECTS))
    if strange := found - _expected_objects():
        kind, name = min(strange)
        raise Damaged(database.path, f"it holds a {kind} {name!r} that is not part of a project")
    if missing := _expected_objects() - found:
        kind, name = min(missing)
        raise Damaged(database.path, f"its {kind} {name!r} is missing")


_OBJECTS = "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'"


@cache
def _expected_objects() -> frozenset[tuple[str, str]]:
    model = apsw.Connection(":memory:")
    for statement in STATEMENTS:
        model.execute(statement)
    return frozenset((kind, name) for kind, name in model.execute(_OBJECTS))


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connected(path: Path, *, read_only: bool) -> Database:
    if not read_only:
        return ProjectFile(path)
    try:
        database = ProjectFile(path, read_only=True)
        database.value("PRAGMA user_version")
    except (UserError, apsw.Error):
        # in a folder that cannot be written SQLite has no place for its shared memory
        if _has_log(path) or os.access(path.parent, os.W_OK):
            raise
        return ProjectFile(path, read_only=True, immutable=True)
    return database
