"""Starts the program: a window, or a command of the command line; nothing else belongs here."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator import cli


def main() -> int:
    """Run with the arguments of the process; the window's package is loaded only for a window."""
    return cli.main(sys.argv[1:], open_window=_open_window)


def _open_window(project: Path | None) -> int:
    from annotator.domain.errors import UserError

    try:
        from annotator.ui.app import run
    except ImportError as error:
        raise UserError(f"The window cannot be loaded ({error}): run `make setup`.") from error
    return run(project)


if __name__ == "__main__":
    sys.exit(main())
