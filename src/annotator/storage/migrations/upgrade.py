"""Bringing an older project file up to date: a backup beside it, then one transaction a step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from annotator.domain.errors import UserError
from annotator.storage.backup import back_up
from annotator.storage.database import Database
from annotator.storage.migrations import m0001_initial, m0002_time_spent, m0003_assignment

Migration = Callable[[Database], None]

# Migration n leads from version n to n + 1; version 1 is `m0001_initial`.
MIGRATIONS: dict[int, Migration] = {
    1: m0002_time_spent.migrate,
    2: m0003_assignment.migrate,
}
LATEST = 1 + len(MIGRATIONS)

# What a new file is made by; it ends with the same objects as a file brought up to date.
STATEMENTS = (
    *m0001_initial.STATEMENTS,
    *m0002_time_spent.STATEMENTS,
    *m0003_assignment.STATEMENTS,
)


def upgrade(database: Database) -> None:
    """Run the migrations a file lacks; a file that is up to date is left alone."""
    version = database.value("PRAGMA user_version")
    if version >= LATEST:
        return
    if database.read_only:
        raise UserError(
            f"{database.path} is of an older version of this program and cannot be written, so it"
            " cannot be brought up to date: copy it to a folder that can be written."
        )
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = database.path.with_name(f"{database.path.name}.version{version}.{stamp}.backup")
    back_up(database, backup)
    while version < LATEST:
        with database.transaction():
            MIGRATIONS[version](database)
            version += 1
            database.execute(f"PRAGMA user_version = {version}")
