"""From the paths somebody names to the files to read, and from a file to its records."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO, TypeVar

from annotator.domain.errors import Rejection, UserError
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.formats.registry import Format, find, guess, readable_suffixes

HEAD = 64 * 1024
_Path = TypeVar("_Path", bound=PurePath)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `article_id` is for formats whose file is one article."""

    path: Path
    article_id: str
    size: int = 0


def find_sources(paths: Iterable[Path], chosen: Format | None = None) -> list[Source]:
    """Return the files under the given paths, sorted within each folder, each once.

    Of a folder those with an ending that the chosen format (else any) has, whatever its depth;
    hidden ones and links that lead out of it are passed over. Raises `UserError` for a path that
    is not there and for a folder with nothing to read.
    """
    suffixes = chosen.suffixes if chosen else readable_suffixes()
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files(path, suffixes):
            found.setdefault(file, file.relative_to(path) if file != path else Path(path.name))
    ids = distinct_ids(found)
    return [Source(file, ids[file], file.stat().st_size) for file in found]


def read_source(
    source: Source, context: ReadContext, chosen: Format | None = None
) -> Iterator[Record | Rejection]:
    """Yield what a file holds; what keeps the file from being read is one rejection."""
    name = str(source.path)
    own = replace(context, article_id=source.article_id)
    try:
        with source.path.open("rb") as stream:
            read = (chosen or _guess(source.path, stream, own)).read
            if read is not None:
                yield from read(stream, name, own)
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
    except OSError as error:
        yield rejection(name, WHOLE_FILE, None, f"cannot be read: {error.strerror or error}", "")


def _guess(path: Path, stream: BinaryIO, context: ReadContext) -> Format:
    head = stream.read(HEAD)
    stream.seek(0)
    return guess_for(path, head, context)


def guess_for(path: PurePath, head: bytes, context: ReadContext) -> Format:
    """Return the format of a file; JSON whose keys are chosen is never the native one."""
    found = guess(path, head)
    return find("json") if context.columns and found.name == "jsonl" else found


def _files(path: Path, suffixes: tuple[str, ...]) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise UserError(f"There is no file or folder {path}: check the path.")
    files = sorted(file for file in _walk(path) if file.suffix.lower() in suffixes)
    if not files:
        raise UserError(f"The folder {path} holds no file to read ({', '.join(suffixes)}).")
    return files


def _walk(folder: Path) -> Iterator[Path]:
    inside = folder.resolve()
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(root, name)
            if not name.startswith(".") and _stays(file, inside):
                yield file


def _stays(file: Path, inside: Path) -> bool:
    """Tell whether a file is a plain one, or a link to one below the folder."""
    if not file.is_file():
        return False
    return not file.is_symlink() or file.resolve().is_relative_to(inside)


def distinct_ids(found: Mapping[_Path, PurePath]) -> dict[_Path, str]:
    """Return the stem of each file's name, or what stands before it too where two are the same."""
    ids = {file: file.stem for file in found}
    relative = {file: found[file].with_suffix("").as_posix() for file in found}
    whole = {file: file.with_suffix("").as_posix() for file in found}
    for longer in (relative, whole):
        counts = Counter(ids.values())
        ids = {file: name if counts[name] == 1 else longer[file] for file, name in ids.items()}
    return ids
