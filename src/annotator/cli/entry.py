"""From arguments to an exit status: the edge where every error becomes one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.cli import parser, streams
from annotator.cli.crash import write_report
from annotator.cli.display import why_no_window
from annotator.domain.errors import UserError

FAILED = 2
BUG = 70
INTERRUPTED = 130
CLOSED_PIPE = 141

OpenWindow = Callable[[Path | None], int]


def main(argv: Sequence[str] | None = None, *, open_window: OpenWindow | None = None) -> int:
    """Do what the arguments say and return the exit status."""
    streams.use_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments, open_window)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001
        return _failed(error, arguments)


def _failed(error: Exception, arguments: list[str]) -> int:
    """Say what happened in one sentence and return the exit status for it."""
    if isinstance(error, OSError):
        streams.give_up_output()
    if isinstance(error, BrokenPipeError):
        # whoever read the output stopped: the status that a shell expects then
        return CLOSED_PIPE
    if isinstance(error, UserError):
        streams.say(f"annotator: {error}")
        return FAILED
    if isinstance(error, OSError):
        streams.say(f"annotator: {_sentence(error)}")
        return FAILED
    return _bug(error, arguments)


def _run(arguments: list[str], open_window: OpenWindow | None) -> int:
    wanted = parser.parse(arguments)
    if wanted.run is None:
        return _window(wanted, open_window)
    status = int(wanted.run(wanted))
    sys.stdout.flush()
    return status


def _window(wanted: argparse.Namespace, open_window: OpenWindow | None) -> int:
    project: Path | None = wanted.project
    if project is not None and not project.exists():
        raise UserError(f"There is no project {project}: make it with `annotator new {project}`.")
    reason = why_no_window(os.environ)
    if reason or open_window is None:
        raise UserError(reason or "This build of annotator has no window.")
    return open_window(project)


def _sentence(error: OSError) -> str:
    what = error.strerror or str(error)
    return f"{error.filename}: {what}." if error.filename else f"{what}."


def _bug(error: Exception, arguments: list[str]) -> int:
    report = write_report(error, arguments)
    kept = f"what happened is written in {report}" if report else "no report could be written"
    streams.say(f"annotator: this is a fault of the program ({type(error).__name__}); {kept}.")
    return BUG
