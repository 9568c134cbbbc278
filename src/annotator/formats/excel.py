"""Excel workbooks: a row of the first sheet is an article, columns are those of tables."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from annotator.domain.errors import Rejection
from annotator.domain.span import Json
from annotator.formats.columns import Place, article_of, column_keys, why_no_columns
from annotator.formats.office import OfficeFile
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection

# openpyxl lets whatever a damaged part causes pass
_DAMAGED = (KeyError, TypeError, AttributeError, IndexError, SyntaxError, OSError)


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield an article for each row of a workbook below its first row."""
    try:
        document = OfficeFile(source, "Excel workbook", "xl/workbook.xml")
        rows = _sheet(document)
        yield from _articles(rows, name, context)
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
    except _DAMAGED as error:
        reason = f"the workbook is damaged ({type(error).__name__}): save it again, or as CSV"
        yield rejection(name, WHOLE_FILE, None, reason, "")


def names(source: BinaryIO) -> tuple[str, ...]:
    """Return the names of the columns; ValueError for what is no workbook or a damaged one."""
    try:
        for row in _sheet(OfficeFile(source, "Excel workbook", "xl/workbook.xml")):
            cells = [_cell(value).strip() for value in row]
            if any(cells):
                return tuple(filter(None, cells))
    except _DAMAGED as error:
        raise ValueError("the workbook is damaged") from error
    return ()


def _sheet(document: OfficeFile) -> Iterable[tuple[Any, ...]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # about styles and extensions that are of no interest here
        warnings.simplefilter("ignore")
        book = load_workbook(document.data, read_only=True, data_only=False, keep_links=False)
    if not book.worksheets:
        raise ValueError("the workbook has no sheet")
    sheet = book.worksheets[0]
    # what the file says of its size may be wrong
    sheet.reset_dimensions()
    return sheet.iter_rows(values_only=True)  # type: ignore[no-any-return]


def _articles(
    rows: Iterable[tuple[Any, ...]], name: str, context: ReadContext
) -> Iterator[Record | Rejection]:
    chosen = dict(context.columns)
    keys: tuple[str, ...] = ()
    for number, values in enumerate(rows, 1):
        cells = [_cell(value) for value in values]
        if not any(cells):
            continue
        if not keys:
            keys = column_keys(_trimmed([str(cell) for cell in cells]), chosen)
            if problem := why_no_columns(keys, chosen, "the first row"):
                raise ValueError(problem)
            continue
        yield _article(keys, cells, Place(name, number), context)
    if not keys:
        raise ValueError("the sheet is empty")


def _article(
    keys: tuple[str, ...], cells: list[Json], place: Place, context: ReadContext
) -> Record | Rejection:
    if any(cells[len(keys) :]):
        reason = f"the row has a value in column {len(keys) + 1}, which has no name"
        return rejection(place.file, place.line, None, reason, str(cells))
    return article_of(dict(zip(keys, cells, strict=False)), place, context)


def _trimmed(names: list[str]) -> list[str]:
    while names and not names[-1].strip():
        names.pop()
    return names


def _cell(value: Any) -> str:
    """Return what a person sees in a cell, formulas as they were typed, dates as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
