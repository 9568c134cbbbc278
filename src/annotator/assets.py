"""Resource files by name; the only user of `importlib.resources`, and free of Qt.

A name is a path below `resources/` with forward slashes, as `fonts/Vazirmatn-Regular.ttf`.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

_PACKAGE = "annotator.resources"


def read_bytes(name: str) -> bytes:
    """Return a resource's content; FileNotFoundError where there is none."""
    return _at(name).read_bytes()


def read_text(name: str) -> str:
    """Return a resource's content as UTF-8 text; FileNotFoundError where there is none."""
    return _at(name).read_text(encoding="utf-8")


def exists(name: str) -> bool:
    """Tell whether there is such a resource file."""
    return _at(name).is_file()


def names(folder: str) -> list[str]:
    """Return the file names of a resource folder, sorted; empty where there is no such folder."""
    at = _at(folder)
    return sorted(item.name for item in at.iterdir() if item.is_file()) if at.is_dir() else []


def _at(name: str) -> Traversable:
    return files(_PACKAGE).joinpath(*name.split("/"))
