"""The door to documents that are zip archives of XML: size, swelling and entities are checked here.

What the parts mean is for the formats. No part is ever written to disk.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

PACKED_LIMIT = 256 * 1024 * 1024
UNPACKED_LIMIT = 1024 * 1024 * 1024
RATIO_LIMIT = 200
_RATIO_FROM = 16 * 1024 * 1024
_ENTRIES_LIMIT = 10_000
_PART = 1024 * 1024
_DEPTH_LIMIT = 200

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError)


class OfficeFile:
    """An opened document; every method raises ValueError with a sentence for a bad file."""

    def __init__(self, source: BinaryIO, kind: str, main: str) -> None:
        self.kind = kind
        self.data = io.BytesIO(source.read(PACKED_LIMIT + 1))
        if self.data.getbuffer().nbytes > PACKED_LIMIT:
            raise ValueError(f"the file is larger than {PACKED_LIMIT // 1024**2} MiB: cut it up")
        try:
            self._zip = zipfile.ZipFile(self.data)
        except (*_BROKEN, ValueError) as error:
            raise ValueError(f"the file is no {kind}, or it is damaged") from error
        self._names = set(self._zip.namelist())
        if main not in self._names:
            raise ValueError(f"the file is no {kind}: it has no {main}")
        self._measure()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def _measure(self) -> None:
        """Unpack all parts once without keeping them: what an archive says of itself may be a lie."""
        infos = self._zip.infolist()
        if len(infos) > _ENTRIES_LIMIT or len(self._names) < len(infos):
            raise ValueError("the file holds too many parts, or two of one name")
        total = 0
        for info in infos:
            try:
                for size in _sizes(self._zip, info):
                    total += size
                    _refuse_swelling(total, self.data.getbuffer().nbytes)
            except _BROKEN as error:
                raise ValueError(f"the file is damaged or locked ({info.filename})") from error

    def elements(self, name: str) -> Iterator[tuple[str, Element]]:
        """Yield the starts and ends of the elements of a part, as they are read."""
        depth = 0
        try:
            with self._zip.open(name) as part:
                for event, element in iterparse(part, ("start", "end"), forbid_dtd=True):
                    depth += 1 if event == "start" else -1
                    if depth > _DEPTH_LIMIT:
                        raise ValueError(f"{name} is nested too deeply")
                    yield event, element
        except DefusedXmlException as error:
            raise ValueError(f"{name} defines entities of its own, which is refused") from error
        except ParseError as error:
            raise ValueError(f"{name} is no well-formed XML ({error})") from error
        except _BROKEN as error:
            raise ValueError(f"{name} is damaged") from error


def _sizes(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[int]:
    with archive.open(info) as part:
        while read := part.read(_PART):
            yield len(read)


def _refuse_swelling(size: int, packed: int) -> None:
    if size > UNPACKED_LIMIT:
        raise ValueError(f"the file unpacks to more than {UNPACKED_LIMIT // 1024**2} MiB")
    if size > _RATIO_FROM and size > RATIO_LIMIT * packed:
        raise ValueError(f"the file unpacks to more than {RATIO_LIMIT} times its size")
