"""Zip archives of articles: each file inside is read by its own format, as if in a folder.

Members are read as streams, within limits that are counted while reading; nothing is ever written
to disk. An archive inside an archive is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from annotator.domain.errors import Rejection
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.formats.zips import RATIO_LIMIT, TOTAL_LIMIT, Archive

# where a member of an archive is named: FILE!MEMBER
MEMBER_MARK = "!"
_RATIO_FROM = 16 * 1024 * 1024
_BUFFER = 256 * 1024
_HEAD = 64 * 1024
_UTF8_FLAG = 0x800
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError)
_LOCKED = (RuntimeError, NotImplementedError)


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield what the files in a zip archive hold, each named `NAME!MEMBER`."""
    from annotator.formats.registry import readable_suffixes
    from annotator.formats.sources import distinct_ids

    try:
        archive = _Streams(source)
        members = archive.readable(readable_suffixes())
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
        return
    if not members:
        yield rejection(name, WHOLE_FILE, None, "the archive holds no file to read", "")
    ids = distinct_ids({path: path for path in members})
    for path, member in members.items():
        own = replace(context, article_id=ids[path])
        yield from _member(archive, member, f"{name}{MEMBER_MARK}{_shown(path)}", own)


def _shown(path: PurePosixPath) -> str:
    """Return a path without what would break a line or turn it around."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in str(path))


def _member(
    archive: _Streams, member: str, name: str, context: ReadContext
) -> Iterator[Record | Rejection]:
    from annotator.formats.sources import guess_for

    try:
        with archive.stream(member) as stream:
            head = stream.read(_HEAD)
            stream.seek(0)
            chosen = guess_for(PurePosixPath(member), head, context).read
            inner = _refuse_archive if chosen in {None, read} else chosen
            assert inner is not None
            yield from inner(stream, name, context)
    except _DAMAGED as error:
        yield rejection(name, WHOLE_FILE, None, f"is damaged in the archive ({error})", "")
    except _LOCKED:
        reason = "is locked with a password, or packed in a way that is not known here"
        yield rejection(name, WHOLE_FILE, None, reason, "")
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")


def _refuse_archive(
    source: BinaryIO,  # noqa: ARG001
    name: str,
    context: ReadContext,  # noqa: ARG001
) -> Iterator[Record | Rejection]:
    reason = "an archive inside an archive is not read: unpack it first"
    yield rejection(name, WHOLE_FILE, None, reason, "")


class _Streams(Archive):
    """An archive whose members can be read without holding them in memory."""

    def readable(self, suffixes: tuple[str, ...]) -> dict[PurePosixPath, str]:
        """Return the members that a folder's import would read, by their paths."""
        paths = {PurePosixPath(self._path(name)): name for name in self.names}
        return {
            path: name
            for path, name in paths.items()
            if path.suffix.lower() in suffixes and not _is_hidden(path)
        }

    def _path(self, name: str) -> str:
        """Return a member's path; packers that do not say so write UTF-8 too."""
        if self._infos[name].flag_bits & _UTF8_FLAG:
            return name
        try:
            return name.encode("cp437").decode()
        except UnicodeError:
            return name

    def stream(self, name: str) -> BinaryIO:
        """Open a member; reading raises ValueError where it is larger than it may be."""
        info = self._infos[name]
        return io.BufferedReader(_Counted(self._zip.open(info), info.compress_size, self), _BUFFER)

    def count(self, size: int) -> None:
        """Count what was read of all members."""
        self._read += size
        if self._read > TOTAL_LIMIT:
            raise ValueError(f"the archive is larger than {TOTAL_LIMIT // 1024**3} GiB")


def _is_hidden(path: PurePosixPath) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


class _Counted(io.RawIOBase):
    """A member as it unpacks; what the archive says of its size is not believed."""

    def __init__(self, stream: IO[bytes], packed: int, archive: _Streams) -> None:
        super().__init__()
        self._stream = stream
        self._packed = max(packed, 1)
        self._archive = archive

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._archive.count(len(data))
        size = self._stream.tell()
        if size > _RATIO_FROM and size > RATIO_LIMIT * self._packed:
            raise ValueError("it swells more than any text does when it is unpacked")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
