"""Giving a finished file its name: whole or not at all, and durable."""

from __future__ import annotations

import os
from pathlib import Path

from annotator.domain.errors import UserError


def partial_name(target: Path) -> Path:
    """Name the file that becomes `target`, in the same folder so that it can be renamed."""
    return target.with_name(f"{target.name}.{os.getpid()}.partial")


def refuse_existing(target: Path) -> None:
    """Raise `UserError` where a new file cannot come to stand at `target`."""
    if target.exists():
        raise UserError(f"{target} exists already: choose another name.")
    if not target.parent.is_dir():
        raise UserError(f"There is no folder {target.parent}: make it first.")


def publish_new(partial: Path, target: Path) -> None:
    """Let a finished file take its name, which must be free; `partial` is gone afterwards."""
    sync(partial)
    try:
        # a link, unlike a rename, fails where a file of that name has come up meanwhile
        os.link(partial, target)
        partial.unlink()
    except FileExistsError as error:
        raise UserError(f"{target} exists already: choose another name.") from error
    except OSError:
        # some file systems know no links
        refuse_existing(target)
        partial.rename(target)
    sync_folder(target.parent)


def replace(partial: Path, target: Path) -> None:
    """Let a finished file take the place of `target`; there is the old one or the new one."""
    sync(partial)
    partial.replace(target)
    sync_folder(target.parent)


def sync(path: Path) -> None:
    """Wait until the disk has the file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where the system knows such a thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
