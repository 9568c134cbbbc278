"""A report of a fault of the program: enough to find it, and no text of any article."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from annotator import __version__


def write_report(error: BaseException, arguments: Sequence[str]) -> Path | None:
    """Write what happened into the program's log folder; None where that is impossible."""
    from platformdirs import user_log_path

    now = datetime.now(UTC)
    try:
        folder = user_log_path("annotator", appauthor=False, ensure_exists=True)
        path = folder / f"fault-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
        path.write_text(_report(error, arguments, now), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path


def _report(error: BaseException, arguments: Sequence[str], now: datetime) -> str:
    # the message of an exception may quote an article: its type and the places say enough
    places = traceback.format_list(traceback.extract_tb(error.__traceback__))
    head = [
        f"annotator {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"command: {arguments[0] if arguments else 'none'}, {len(arguments)} arguments",
        f"file system encoding: {sys.getfilesystemencoding()}",
        f"fault: {type(error).__module__}.{type(error).__qualname__}",
    ]
    return "\n".join([*head, "", *places])
