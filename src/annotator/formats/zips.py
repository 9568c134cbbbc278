"""Zip archives in and out: members are read by name within limits, never extracted to disk."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, NamedTuple, cast

MEMBER_LIMIT = 64 * 1024 * 1024
TOTAL_LIMIT = 16 * 1024 * 1024 * 1024
RATIO_LIMIT = 200
_RATIO_FROM = 1024 * 1024
_ENTRIES_LIMIT = 1_000_000
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_PART = 1024 * 1024


class Member(NamedTuple):
    """A file inside an archive: its path, and what it holds or why it cannot be read."""

    name: str
    data: bytes
    problem: str = ""


class Archive:
    """An archive of strangers; raises ValueError with a sentence where it must be refused."""

    def __init__(self, source: BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ValueError(f"the file is not a zip archive we can read ({error})") from error
        infos = self._zip.infolist()
        if len(infos) > _ENTRIES_LIMIT:
            raise ValueError(f"the archive has more than {_ENTRIES_LIMIT} files")
        for info in infos:
            _refuse(info)
        self._infos = {info.filename: info for info in infos if not info.is_dir()}
        if len(self._infos) < sum(not info.is_dir() for info in infos):
            raise ValueError("the archive holds two files of one name")
        self._read = 0

    @property
    def names(self) -> list[str]:
        """The paths of its files, sorted."""
        return sorted(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def member(self, name: str) -> Member:
        """Read one file; its `problem` says why it could not be."""
        try:
            return Member(name, self._bytes(self._infos[name]))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            return Member(name, b"", f"is damaged in the archive ({error})")
        except (RuntimeError, NotImplementedError) as error:
            return Member(name, b"", f"cannot be unpacked ({error})")

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack a file; sizes are counted as they come, whatever the archive says of them."""
        parts: list[bytes] = []
        size = 0
        with self._zip.open(info) as stream:
            while part := stream.read(_PART):
                size += len(part)
                if size > MEMBER_LIMIT:
                    raise RuntimeError(f"it is larger than {MEMBER_LIMIT // 1024**2} MiB")
                if size > _RATIO_FROM and size > RATIO_LIMIT * max(info.compress_size, 1):
                    raise RuntimeError("it swells more than any text does")
                parts.append(part)
        self._read += size
        if self._read > TOTAL_LIMIT:
            raise RuntimeError(f"the archive is larger than {TOTAL_LIMIT // 1024**3} GiB")
        return b"".join(parts)


def _refuse(info: zipfile.ZipInfo) -> None:
    name = info.filename
    if not name:
        raise ValueError("the archive has a file without a name")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name.split("/")[0]:
        raise ValueError(f"the archive has a file that leads out of it: {name!r}")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ValueError(f"the archive holds a link instead of a file: {name!r}")


class Sink:
    """Takes what a zip writer writes, until it is fetched."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Have nothing to do: what is written is at hand."""

    def fetch(self) -> bytes:
        """Return what was written since the last time."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data


def entry(name: str) -> zipfile.ZipInfo:
    """Return an entry that is the same whenever it is written."""
    info = zipfile.ZipInfo(name, _BEGINNING)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def zipped(entries: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield a zip archive part by part; the same entries give the same bytes."""
    sink = Sink()
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(entry(name), data)
            yield sink.fetch()
    yield sink.fetch()
