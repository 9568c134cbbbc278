"""Tables (CSV, TSV): a row is an article, found by the names of the columns in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from annotator.domain.errors import Rejection
from annotator.formats.columns import TEXT, Place, article_of, column_keys, why_no_columns
from annotator.formats.lines import LINE_LIMIT
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.persian.clean import decode

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_HEAD = 1024 * 1024


class _Layout(NamedTuple):
    """How a table is written: delimiter, and the key of the article that each column goes to."""

    delimiter: str
    keys: tuple[str, ...]


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield an article for each row of a table."""
    csv.field_size_limit(LINE_LIMIT)
    try:
        encoding, certain = _encoding(source)
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
        return
    stream = io.TextIOWrapper(source, encoding, newline="")
    try:
        yield from _articles(stream, name, context, "" if certain else encoding)
    finally:
        stream.detach()


def _articles(
    stream: io.TextIOWrapper, name: str, context: ReadContext, encoding: str
) -> Iterator[Record | Rejection]:
    try:
        layout = _layout(_first_line(stream), dict(context.columns))
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
        return
    stream.seek(0)
    for row in _rows(stream, layout, name):
        if isinstance(row, Rejection):
            yield row
        else:
            yield article_of(row.cells, Place(name, row.line, encoding), context)


class _Row(NamedTuple):
    line: int
    cells: dict[str, str]


def _encoding(source: BinaryIO) -> tuple[str, bool]:
    head = source.read(_HEAD)
    if len(head) == _HEAD:
        wide = b"\x00" in head[:100]
        head = head[: _HEAD & ~3] if wide else head[: head.rfind(b"\n") + 1] or head
    source.seek(0)
    if not head.strip():
        raise ValueError("the file is empty")
    decoded = decode(head)
    return decoded.encoding, decoded.certain


def names(source: BinaryIO) -> tuple[str, ...]:
    """Return the names of the columns; ValueError for an empty file or no line of names."""
    stream = io.TextIOWrapper(source, _encoding(source)[0], newline="")
    try:
        header = _first_line(stream).rstrip("\r\n")
    finally:
        stream.detach()
    found = [_cells(header, delimiter) for delimiter in DELIMITERS]
    widest = max(found, key=lambda cells: (TEXT in column_keys(cells, {}), len(cells)))
    return tuple(name.strip() for name in widest if name.strip())


def _first_line(stream: io.TextIOWrapper) -> str:
    line = stream.readline(_HEAD).removeprefix("\ufeff")
    if len(line) == _HEAD:
        raise ValueError("the first line is too long for the names of columns")
    return line


def _layout(header: str, chosen: Mapping[str, str]) -> _Layout:
    layouts = [_Layout(d, column_keys(_cells(header, d), chosen)) for d in DELIMITERS]
    widest = max(layouts, key=lambda layout: (TEXT in layout.keys, len(layout.keys)))
    if problem := why_no_columns(widest.keys, chosen, "the first row"):
        raise ValueError(problem)
    return widest


def _cells(header: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _rows(stream: io.TextIOWrapper, layout: _Layout, name: str) -> Iterator[_Row | Rejection]:
    """Yield the rows below the header; `line` is the one a row begins on."""
    rows = csv.reader(_bounded(stream), delimiter=layout.delimiter, strict=True)
    begins = 1
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield rejection(name, begins, None, f"the row is broken: {error}", "")
        except UnicodeError:
            yield rejection(name, begins, None, _NOT_ENCODED.format(stream.encoding), "")
            return
        else:
            if begins > 1 and any(cells):
                yield _row(cells, layout, name, begins)
        begins = rows.line_num + 1


_NOT_ENCODED = "from here on the file is not {}: save it again as UTF-8 (the rest was not read)"


def _bounded(stream: io.TextIOWrapper) -> Iterator[str]:
    while line := stream.readline(LINE_LIMIT):
        yield line


def _row(cells: list[str], layout: _Layout, name: str, line: int) -> _Row | Rejection:
    if len(cells) == len(layout.keys):
        return _Row(line, dict(zip(layout.keys, cells, strict=True)))
    reason = f"the row has {len(cells)} cells, the header has {len(layout.keys)}"
    return rejection(name, line, None, reason, layout.delimiter.join(cells))
