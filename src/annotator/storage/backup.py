"""A consistent copy of an open project, by SQLite's own backup; never by copying the file."""

from __future__ import annotations

from pathlib import Path

import apsw

from annotator.domain.errors import UserError
from annotator.storage.database import Database
from annotator.storage.publish import partial_name, publish_new, refuse_existing

_PAGES_A_STEP = 2000


def back_up(database: Database, target: Path) -> None:
    """Copy a project into a new file, checked, whole or not at all; refuse to overwrite."""
    refuse_existing(target)
    partial = partial_name(target)
    try:
        with database.told():
            _copy(database, partial)
        publish_new(partial, target)
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)


def _copy(database: Database, target: Path) -> None:
    copy = apsw.Connection(str(target))
    try:
        with copy.backup("main", database.connection, "main") as run:
            while not run.done:
                run.step(_PAGES_A_STEP)
        # a copy without a log beside it can be opened from a read-only place
        copy.execute("PRAGMA journal_mode = delete")
        found = next(iter(copy.execute("PRAGMA quick_check(1)")))[0]
        if found != "ok":
            raise apsw.CorruptError(found)
    finally:
        copy.close()
