"""Backups beside a project: one at the start of a session if something changed, thinned with age.

They lie in `PROJECT.backups/`, named by the time in UTC and why they were made. The newest is never
removed, nor one from the future (a clock that was set back says nothing about age).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.storage.backup import back_up
from annotator.workspace.workspace import Workspace

_NAME = re.compile(r"(\d{8}T\d{6})Z-(\w+)\.annotator")
_STAMP = "%Y%m%dT%H%M%S"
_BACKED_UP = "backed_up_at_entry"
_KEEP_ALL = timedelta(days=2)
_KEEP_DAILY = timedelta(days=14)
_KEEP_WEEKLY = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file, when it was made (UTC) and why."""

    path: Path
    made: datetime
    reason: str


def folder(project: Path) -> Path:
    """Return where the backups of a project lie."""
    return project.with_name(project.name + ".backups")


def backups(project: Path) -> list[Backup]:
    """Return the backups of a project, newest first."""
    found = []
    place = folder(project)
    for path in place.iterdir() if place.is_dir() else ():
        if match := _NAME.fullmatch(path.name):
            made = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, made, match[2]))
    return sorted(found, key=lambda one: (one.made, one.path.name), reverse=True)


def back_up_now(ws: Workspace, reason: str) -> Path:
    """Make a backup; `reason` is one word of its name."""
    place = folder(ws.path)
    place.mkdir(exist_ok=True)
    made = ws.clock().astimezone(UTC)
    target = place / f"{made.strftime(_STAMP)}Z-{reason}.annotator"
    while target.exists():
        made += timedelta(seconds=1)
        target = place / f"{made.strftime(_STAMP)}Z-{reason}.annotator"
    back_up(ws.database, target)
    ws.set_setting(_BACKED_UP, ws.journal.last())
    return target


def back_up_session(ws: Workspace) -> Path | None:
    """Make a backup if anything happened since the last one, then remove what age allows."""
    if ws.read_only or ws.journal.last() == ws.setting(_BACKED_UP, 0):
        return None
    made = back_up_now(ws, "session")
    for old in to_remove(backups(ws.path), ws.clock().astimezone(UTC)):
        old.path.unlink(missing_ok=True)
    return made


def to_remove(present: Sequence[Backup], now: datetime) -> list[Backup]:
    """Choose which backups age allows to remove: all of two days stay, then one a day, a week,
    a month; of each period the newest stays.
    """
    kept: set[str] = set()
    removed = []
    for backup in sorted(present, key=lambda one: one.made, reverse=True)[1:]:
        period = _period(backup.made, now - backup.made)
        if period and period in kept:
            removed.append(backup)
        kept.add(period)
    return removed


def _period(made: datetime, age: timedelta) -> str:
    if age < _KEEP_ALL:
        return ""
    if age < _KEEP_DAILY:
        return made.strftime("%Y-%m-%d")
    if age < _KEEP_WEEKLY:
        return made.strftime("%G week %V")
    return made.strftime("%Y-%m")
