"""Standard output and error: UTF-8 whatever the locale, files replaced whole, quiet progress."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.domain.errors import UserError
from annotator.storage.publish import partial_name, replace

STANDARD = "-"


def use_utf8() -> None:
    """Have both streams write UTF-8, and print names of files that are no UTF-8 as they came."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def give_up_output() -> None:
    """Drop what standard output still holds where it cannot be written.

    Else the interpreter tries again at its end, and complains.
    """
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say(message: str) -> None:
    """Write a message for whoever runs the program."""
    print(message, file=sys.stderr)


def put(line: str = "") -> None:
    """Write a line of data."""
    print(line)


@contextmanager
def target(path: Path | None) -> Iterator[Path | BinaryIO]:
    """Give where to write data: standard output for none and `-`, a device, else the file."""
    if path is None or str(path) == STANDARD:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif path.is_dir():
        raise UserError(f"{path} is a folder: name a file in it.")
    elif path.exists() and not path.is_file():
        # a device or a pipe cannot be replaced
        with path.open("wb") as stream:
            yield stream
    else:
        yield path


def replace_file(path: Path, lines: Iterable[bytes]) -> None:
    """Write a file that takes the place of what stood there when all is written."""
    partial = partial_name(path)
    try:
        with partial.open("wb") as stream:
            stream.writelines(lines)
        replace(partial, path)
    except OSError as error:
        raise UserError(f"{path} cannot be written ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)


def table(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield rows with their columns aligned, numbers to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        aligned = [
            cell.rjust(width) if cell.isdecimal() else cell.ljust(width)
            for cell, width in zip(row, widths, strict=True)
        ]
        yield "  ".join(aligned).rstrip()


class Progress:
    """Says on a terminal how far a long job is; silent anywhere else."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = False
        self._on = sys.stderr.isatty()

    def __call__(self, done: int, total: int | None = None) -> None:
        """Show how many are done."""
        if self._on:
            of = f" of {total}" if total else ""
            sys.stderr.write(f"\r{done}{of} {self._what} ")
            sys.stderr.flush()
            self._shown = True

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r" + " " * 60 + "\r")
            sys.stderr.flush()
