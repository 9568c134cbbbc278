"""Lines of a file of any size: cut at line feeds only, each within a limit of memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LINE_LIMIT = 16 * 1024 * 1024
_SKIP = 1024 * 1024


class Line(NamedTuple):
    """A line without its end, by its number from 1; `too_long` ones hold only their beginning."""

    number: int
    data: bytes
    too_long: bool


def lines(source: BinaryIO, limit: int = LINE_LIMIT) -> Iterator[Line]:
    """Yield the lines of a file, without a byte order mark at its very beginning."""
    number = 0
    while data := source.readline(limit + 1):
        number += 1
        too_long = len(data) > limit and not data.endswith(b"\n")
        if too_long:
            _skip_line(source)
        if number == 1:
            data = data.removeprefix(codecs.BOM_UTF8)
        yield Line(number, data.removesuffix(b"\n"), too_long)


def _skip_line(source: BinaryIO) -> None:
    while (part := source.readline(_SKIP)) and not part.endswith(b"\n"):
        pass
