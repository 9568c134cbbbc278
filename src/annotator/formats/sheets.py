"""Tables out, as CSV and as Excel workbooks; rows come as texts, and none ever acts as a formula.

A cell that a spreadsheet would take for a formula begins with an apostrophe, in both kinds: a
workbook may be saved as CSV later. The workbook is written here: it needs text cells only.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, cast
from xml.sax.saxutils import escape

from annotator.formats.zips import Sink, entry

Row = Sequence[str]
CELL_LIMIT = 32_767
_ROWS_LIMIT = 1_048_576
_ROWS_AT_ONCE = 500
# also in full width, which some spreadsheets fold; an apostrophe itself, so that reading is sure
_ACTIVE = re.compile("[=+\\-@\t\r\n\x00'|%\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_COUNT = re.compile(r"0|[1-9][0-9]{0,9}", re.ASCII)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BOM = "\ufeff"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet runs; numbers stay what they are."""
    if _ACTIVE.match(cell) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def unsafe(cell: str) -> str:
    """Return the content of a cell that `safe` made."""
    return cell[1:] if cell[:1] == "'" and _ACTIVE.match(cell[1:]) else cell


def csv_bytes(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield CSV in UTF-8 with a byte order mark, without which spreadsheets garble Persian."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write(_BOM)
    for number, row in enumerate(rows, 1):
        writer.writerow([safe(cell).replace("\x00", "") for cell in row])
        if number % _ROWS_AT_ONCE == 0:
            yield _fetched(buffer)
    yield _fetched(buffer)


def _fetched(buffer: io.StringIO) -> bytes:
    data = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return data


def xlsx_bytes(rows: Iterable[Row], name: str, *, right_to_left: bool) -> Iterator[bytes]:
    """Yield a workbook; the first row is repeated on further sheets where one is full."""
    sink = Sink()
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_DEFLATED) as archive:
        sheets = 0
        for sheet in _sheets(iter(rows)):
            sheets += 1
            with archive.open(entry(f"xl/worksheets/sheet{sheets}.xml"), "w") as stream:
                for part in _sheet(sheet, right_to_left=right_to_left):
                    stream.write(part.encode())
                    yield sink.fetch()
        for path, text in _frame(name, sheets):
            archive.writestr(entry(path), _XML + text)
    yield sink.fetch()


def _sheets(rows: Iterator[Row]) -> Iterator[Iterator[Row]]:
    """Part rows into sheets; each has to be used up before the next."""
    header = next(rows, None)
    first = next(rows, None)
    if header is None or first is None:
        yield iter([header] if header is not None else [])
    while header is not None and first is not None:
        yield _one_sheet(header, first, rows)
        first = next(rows, None)


def _one_sheet(header: Row, first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield header
    yield first
    for _ in range(_ROWS_LIMIT - 2):
        row = next(rows, None)
        if row is None:
            return
        yield row


def _sheet(rows: Iterator[Row], *, right_to_left: bool) -> Iterator[str]:
    view = ' rightToLeft="1"' if right_to_left else ""
    freeze = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"{view}>'
        f"{freeze}</sheetView></sheetViews><sheetData>"
    )
    parts: list[str] = []
    for row in rows:
        parts.append(_row(row))
        if len(parts) == _ROWS_AT_ONCE:
            yield "".join(parts)
            parts.clear()
    yield "".join(parts) + "</sheetData></worksheet>"


def _row(row: Row) -> str:
    return f"<row>{''.join(map(_cell, row))}</row>"


def _cell(cell: str) -> str:
    if _COUNT.fullmatch(cell):
        return f"<c><v>{cell}</v></c>"
    text = _NOT_XML.sub(" ", safe(cell)[:CELL_LIMIT])
    # a carriage return of its own would come back as a line feed
    text = escape(text, {"\r": "&#13;"})
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _frame(name: str, sheets: int) -> Iterator[tuple[str, str]]:
    numbers = range(1, sheets + 1)
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for n in numbers
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f"{parts}</Types>"
    )
    yield "[Content_Types].xml", types
    yield "_rels/.rels", _links([("officeDocument", "xl/workbook.xml")])
    listed = "".join(
        f'<sheet name="{escape(name)}{f" {n}" if n > 1 else ""}" sheetId="{n}" r:id="rId{n}"/>'
        for n in numbers
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _links(targets)


def _links(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
