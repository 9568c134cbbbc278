"""Tables (CSV, TSV): a row is an article, found by the names of the columns in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, NamedTuple

from annotator.domain.article import PUBLISHED, SOURCE, TITLE, URL, Article, id_from_text
from annotator.domain.errors import Rejection
from annotator.domain.ids import ArticleId
from annotator.domain.span import Json
from annotator.formats import fields
from annotator.formats.dates import iso_date
from annotator.formats.fields import BadField
from annotator.formats.lines import LINE_LIMIT
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.persian.clean import clean, decode, notices
from annotator.persian.fold import name_key

ID, TEXT = "id", "text"
PUBLISHED_GIVEN = "published_given"
COLUMNS: Mapping[str, Sequence[str]] = {
    TEXT: ("text", "body", "content", "متن", "متن خبر", "متن کامل", "محتوا"),
    ID: ("id", "article_id", "doc_id", "شناسه", "کد خبر"),
    TITLE: ("title", "headline", "عنوان", "تیتر"),
    SOURCE: ("source", "agency", "خبرگزاری", "منبع", "رسانه"),
    URL: ("url", "link", "نشانی", "لینک"),
    PUBLISHED: ("published", "date", "published_at", "تاریخ", "تاریخ انتشار"),
}
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_KEYS = {name_key(name): key for key, names in COLUMNS.items() for name in names}
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
        layout = _layout(_first_line(stream))
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
        return
    stream.seek(0)
    for row in _rows(stream, layout, name):
        yield row if isinstance(row, Rejection) else _taken(row, name, context, encoding)


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


def _first_line(stream: io.TextIOWrapper) -> str:
    line = stream.readline(_HEAD).removeprefix("\ufeff")
    if len(line) == _HEAD:
        raise ValueError("the first line is too long for the names of columns")
    return line


def _layout(header: str) -> _Layout:
    layouts = [_Layout(d, _keys(_cells(header, d))) for d in DELIMITERS]
    widest = max(layouts, key=lambda layout: (TEXT in layout.keys, len(layout.keys)))
    if TEXT not in widest.keys:
        seen = ", ".join(widest.keys) or "none"
        raise ValueError(
            f"no column holds the text: name one {' or '.join(COLUMNS[TEXT][:4])} "
            f"(the first row has: {seen})"
        )
    twice = {key for key in widest.keys if widest.keys.count(key) > 1}
    if twice:
        raise ValueError(f"two columns are named {min(twice)!r}: rename one of them")
    return widest


def _cells(header: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _keys(names: list[str]) -> tuple[str, ...]:
    """Return the key for each column: known ones by their names, others by the name itself."""
    keys: list[str] = []
    for number, name in enumerate(names, 1):
        known = _KEYS.get(name_key(name.strip()))
        own = name.strip() or f"column_{number}"
        keys.append(known if known is not None and known not in keys else own)
    return tuple(keys)


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


def _taken(row: _Row, name: str, context: ReadContext, encoding: str) -> Record | Rejection:
    try:
        return _record(row, name, context, encoding)
    except BadField as error:
        return rejection(name, row.line, error.field, str(error), str(row.cells))
    except ValueError as error:
        return rejection(name, row.line, TEXT, str(error), str(row.cells))


def _record(row: _Row, name: str, context: ReadContext, encoding: str) -> Record:
    cleaned = clean(row.cells[TEXT])
    if not cleaned.text.strip():
        raise BadField(TEXT, "is empty")
    identity = row.cells.get(ID, "").strip()
    fields.check_name(identity, ID)
    article = Article(
        ArticleId(identity or id_from_text(cleaned.text)),
        cleaned.text,
        _meta(row.cells),
        context.scheme.direction,
    )
    return Record(
        name,
        row.line,
        article,
        own_id=bool(identity),
        cleaning=cleaned.changes,
        notices=notices(cleaned.text),
        encoding=encoding,
    )


def _meta(cells: Mapping[str, str]) -> dict[str, Json]:
    """Return what stands in the other columns; a date as ISO with the given one beside it."""
    meta = {k: clean(v).text.strip() for k, v in cells.items() if k not in {ID, TEXT} and v.strip()}
    if given := meta.get(PUBLISHED):
        meta[PUBLISHED] = iso_date(given)
        if meta[PUBLISHED] != given:
            meta[PUBLISHED_GIVEN] = given
    return dict(meta)
