"""Dates as tables write them, into ISO 8601; Jalali years are told by their number."""

from __future__ import annotations

import datetime as dt
import re

from annotator.persian.display import gregorian, to_ascii_digits

_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-])(.*)", re.DOTALL)
_JALALI_YEARS = range(1200, 1600)


def iso_date(given: str) -> str:
    """Return a date as YYYY-MM-DD with what follows it, or the text as it is where it is none.

    >>> iso_date("۱۴۰۴/۹/۲۶"), iso_date("2025/12/17 08:30"), iso_date("yesterday")
    ('2025-12-17', '2025-12-17 08:30', 'yesterday')
    """
    found = _DATE.fullmatch(to_ascii_digits(given.strip()))
    if found is None:
        return given
    year, month, day = (int(part) for part in found.group(1, 2, 3))
    try:
        date = gregorian(year, month, day) if year in _JALALI_YEARS else dt.date(year, month, day)
    except ValueError:
        return given
    return date.isoformat() + found.group(4)
