"""A connection to a project file: queries, transactions, and errors said in a sentence.

Checking and opening files is `project_file`'s. A connection belongs to the thread that opened it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import apsw
import peewee
from playhouse.apsw_ext import APSWDatabase

from annotator.domain.errors import UserError

Row = tuple[Any, ...]

_BUSY_SECONDS = 5
_PRAGMAS = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "cache_size": -16_000,
}
_WRITING = {"journal_mode": "wal", "synchronous": "full"}


class Damaged(UserError):
    """A project file whose content cannot be trusted."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} is damaged ({reason}): open the newest backup and keep this file aside."
        )


class Database:
    """One connection to one project file, for the thread that made it."""

    def __init__(self, path: Path, *, read_only: bool = False, immutable: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        name = f"file:{quote(str(path.absolute()))}{'?immutable=1' if immutable else ''}"
        self._peewee = APSWDatabase(
            name,
            pragmas=_PRAGMAS if read_only else _PRAGMAS | _WRITING,
            timeout=_BUSY_SECONDS,
            flags=flags | apsw.SQLITE_OPEN_URI,
            autoconnect=False,
            lock_type="IMMEDIATE",
        )
        with self.told():
            self._peewee.connect()
            self.connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)

    @property
    def connection(self) -> apsw.Connection:
        """The driver's connection; an error in any thread but the one that opened it."""
        if self._peewee.is_closed():
            # peewee would quietly open another one
            raise RuntimeError(f"{self.path} is closed, or open in another thread only")
        connection: apsw.Connection = self._peewee.connection()
        return connection

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self._peewee.close()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what the disk and the file do to us into sentences."""
        try:
            yield
        except apsw.Error as error:
            raise _told(error, self.path) from error
        except peewee.DatabaseError as error:
            cause = error.__context__
            if isinstance(cause, apsw.Error):
                raise _told(cause, self.path) from error
            raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is done inside, or nothing; durable when this returns."""
        with self.told(), self._peewee.atomic():
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read all that is read inside from one state of the project, whatever others write."""
        with self.told():
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Run one statement and return its rows, read as they are asked for."""
        return self.connection.execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row, at the driver's speed."""
        self.connection.executemany(sql, rows)

    def run(self, query: peewee.Query) -> Iterator[Row]:
        """Run a built query and return its rows as tuples."""
        sql, values = self._peewee.get_sql_context().sql(query).query()
        return self.connection.execute(sql, tuple(values))

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row, or None."""
        return next(iter(self.connection.execute(sql, values)), None)

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.one(sql, values)
        return row[0] if row else None

    @property
    def changed(self) -> int:
        """How many rows the last statement changed."""
        return self.connection.changes()

    @property
    def last_id(self) -> int:
        """The row id that the last insert gave."""
        return self.connection.last_insert_rowid()


_SENTENCES: tuple[tuple[tuple[type[apsw.Error], ...], str], ...] = (
    ((apsw.FullError,), "The disk of {path} is full: make room and do the last step again."),
    (
        (apsw.ReadOnlyError, apsw.PermissionsError),
        "{path} cannot be written: it or its folder is read-only.",
    ),
    (
        (apsw.BusyError, apsw.LockedError),
        "{path} is being written by another program: try again in a moment.",
    ),
    ((apsw.CantOpenError,), "{path} cannot be opened: check that it is there and may be read."),
    ((apsw.IOError,), "The disk of {path} does not answer ({error}): check it and try again."),
)


def _told(error: apsw.Error, path: Path) -> Exception:
    if isinstance(error, apsw.CorruptError | apsw.NotADBError | apsw.FormatError):
        return Damaged(path, str(error))
    for kinds, sentence in _SENTENCES:
        if isinstance(error, kinds):
            return UserError(sentence.format(path=path, error=error))
    return error
