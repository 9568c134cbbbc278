"""One window, or one import, for a project at a time: a lock file beside it, and who holds it."""

from __future__ import annotations

import getpass
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from annotator.domain.errors import UserError


class ProjectLock:
    """The lock on a project, taken by `acquire` and freed by `release` or the end of the process.

    Who holds it stands in a file of its own, since a locked file cannot be read everywhere.
    """

    def __init__(self, path: Path, program: str = "annotator") -> None:
        self._path = path
        self._program = program
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        self._holder = path.with_name(path.name + ".lock.json")

    def acquire(self) -> None:
        """Take the lock; raise `UserError` naming the holder where somebody else has it."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise UserError(f"{self._path} is already open {self._held_by()}.") from error
        except OSError as error:
            raise UserError(f"{self._path} cannot be locked ({error.strerror}).") from error
        self._holder.write_text(json.dumps(self._myself()), encoding="utf-8")

    def release(self) -> None:
        """Free the lock; freeing twice is harmless."""
        if self._lock.is_locked:
            self._holder.unlink(missing_ok=True)
            self._lock.release(force=True)

    def _myself(self) -> dict[str, str | int]:
        return {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "user": _user(),
            "program": self._program,
            "since": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        }

    def _held_by(self) -> str:
        try:
            who = json.loads(self._holder.read_text(encoding="utf-8"))
            return (
                f"in {who['program']} of {who['user']} on {who['host']} (process {who['pid']},"
                f" since {who['since']}): close it there first"
            )
        except (OSError, ValueError, KeyError, TypeError):
            return "in another program: close it there first"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "an unknown user"
