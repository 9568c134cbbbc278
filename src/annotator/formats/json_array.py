"""The elements of one large JSON list, one by one, so that a file of any size can be read."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import BinaryIO, NamedTuple

from annotator.formats.lines import LINE_LIMIT

_PART = 256 * 1024
# a whole text is passed over at once; a mark that opens one without an end stands alone
_WHOLE = rb'"(?:[^"\\]|\\.)*+"|'
_MARK = re.compile(_WHOLE + rb'["\[\]{},]', re.DOTALL)
_INNER_MARK = re.compile(_WHOLE + rb'["\[\]{}]', re.DOTALL)
_QUOTED = re.compile(rb'["\\]')


class Element(NamedTuple):
    """The bytes of one element and the line it begins on; `problem` where it cannot be read."""

    line: int
    data: bytes
    problem: str = ""


def elements(source: BinaryIO) -> Iterator[Element]:
    """Yield the elements of a list, or a single value that is no list as the only one."""
    yield from _Splitter(source).run()


class _Splitter:
    """Follows quotation marks and brackets; what stands between is for the JSON parser."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._line = 1
        self._depth = 0
        self._quoted = False
        self._parts: list[bytes] = []
        self._size = 0
        self._is_list = False
        self._over = False
        self._ended = False

    def run(self) -> Iterator[Element]:
        first = True
        skip = 0
        while part := self._source.read(_PART):
            if first:
                part = part.removeprefix(b"\xef\xbb\xbf")
                self._is_list = part.lstrip()[:1] == b"["
                first = False
            skip = yield from self._part(part, skip)
        yield from self._last()

    def _part(self, part: bytes, skip: int) -> Generator[Element, None, int]:
        """Cut one part; return how many bytes of the next one an escape still covers."""
        kept, place = 0, skip
        while found := self._marks().search(part, place):
            place = found.end()
            char = found.group()
            if len(char) > 1:
                continue
            if char == b"\\":
                place += 1
            elif char == b'"':
                self._quoted = not self._quoted
            elif char in (b"[", b"{"):
                self._depth += 1
                if self._is_list and self._depth == 1:
                    kept = place
            elif char in (b"]", b"}"):
                self._depth -= 1
                if self._is_list and self._depth == 0:
                    yield from self._cut(part[kept : place - 1])
                    self._ended = True
                    kept = place
            elif self._is_list and self._depth == 1:
                yield from self._cut(part[kept : place - 1])
                kept = place
        self._keep(part[kept:])
        return max(place - len(part), 0)

    def _marks(self) -> re.Pattern[bytes]:
        if self._quoted:
            return _QUOTED
        return _INNER_MARK if self._depth > 1 else _MARK

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > LINE_LIMIT:
            self._over = True
            self._line += sum(one.count(b"\n") for one in self._parts)
            self._parts = []
            self._line += data.count(b"\n")
        else:
            self._parts.append(data)

    def _cut(self, data: bytes) -> Iterator[Element]:
        self._keep(data)
        whole = b"".join(self._parts)
        before = len(whole) - len(whole.lstrip())
        line = self._line + whole[:before].count(b"\n")
        if self._over:
            yield Element(line, b"", f"the element is longer than {LINE_LIMIT // 1024**2} MiB")
        elif whole.strip():
            yield Element(line, whole.strip())
        self._line += whole.count(b"\n")
        self._parts, self._size, self._over = [], 0, False

    def _last(self) -> Iterator[Element]:
        rest = b"".join(self._parts).strip()
        if not self._is_list:
            yield from self._cut(b"")
        elif not self._ended:
            yield from self._cut(b"")
            yield Element(self._line, b"", "the list is not closed: the file is cut off")
        elif rest:
            yield Element(self._line, rest, "something stands behind the end of the list")
