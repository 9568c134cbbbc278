"""The report on agreement as a file: HTML that stands alone, CSV, and the JSON of the contract."""

from __future__ import annotations

import json
from pathlib import Path

from annotator.agreement.report import Report, Row, to_json
from annotator.domain.errors import UserError
from annotator.formats.sheets import csv_bytes
from annotator.storage.publish import partial_name, replace
from annotator.workspace.agreement_html import About, page

__all__ = ["About", "write_csv", "write_html", "write_json"]

_COLUMNS = (
    *("measure", "variant", "label", "annotators", "value"),
    *("low", "high", "n", "undefined", "note"),
)


def write_html(found: Report, about: About, target: Path) -> None:
    """Write the report as one HTML file without any other file or script."""
    _write(target, page(found, about).encode())


def write_json(found: Report, _about: About, target: Path) -> None:
    """Write the rows of the report as the JSON of the contract."""
    _write(target, json.dumps(to_json(found), ensure_ascii=False, indent=1).encode() + b"\n")


def write_csv(found: Report, _about: About, target: Path) -> None:
    """Write the rows of the report as a table in UTF-8 with a mark, which spreadsheets need."""
    _write(target, b"".join(csv_bytes([_COLUMNS, *map(_texts, found.rows)])))


def _texts(row: Row) -> list[str]:
    figures = ("" if one is None else repr(one) for one in (row.value, row.low, row.high))
    names, said = " – ".join(row.annotators), "; ".join(map(str, row.notes))
    named = (row.measure, str(row.variant or ""), row.label or "", names)
    return [*named, *figures, str(row.n), row.undefined or "", said]


def _write(target: Path, content: bytes) -> None:
    partial = partial_name(target)
    try:
        partial.write_bytes(content)
        replace(partial, target)
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)
