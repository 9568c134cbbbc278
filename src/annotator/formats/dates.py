"""Dates as tables and pages write them, into ISO 8601; Jalali years are told by their number."""

from __future__ import annotations

import datetime as dt
import re

from annotator.persian.display import gregorian, to_ascii_digits
from annotator.persian.fold import name_key

_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-])(.*)", re.DOTALL)
_JALALI_YEARS = range(1200, 1600)
_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
    *("ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن"),
    *("ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"),
)
_NUMBERS = {name_key(name): number % 12 + 1 for number, name in enumerate(_MONTHS)}
_NUMBERS |= {name_key("می"): 5, name_key("جولای"): 7, name_key("آگوست"): 8, name_key("امرداد"): 5}
_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})(?:م|ام)?\s+(?:ماه\s+)?([آ-ی‌]+?)(?:\s*ماه)?\s+(?:سال\s+)?(\d{4})(?!\d)"
)
_ANYWHERE = re.compile(r"(?<![\d/.-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d/.-])")


def iso_date(given: str) -> str:
    """Return a date as YYYY-MM-DD with what follows it, or the text as it is where it is none.

    >>> iso_date("۱۴۰۴/۹/۲۶"), iso_date("2025/12/17 08:30"), iso_date("yesterday")
    ('2025-12-17', '2025-12-17 08:30', 'yesterday')
    """
    written = to_ascii_digits(given.strip())
    found = _DATE.fullmatch(written)
    if found is None:
        named = _NAMED.search(written)
        whole = named is not None and len(written) - len(named.group()) <= _WEEKDAY
        return (whole and _named_date(named)) or given
    year, month, day = (int(part) for part in found.group(1, 2, 3))
    date = _date(year, month, day)
    return date.isoformat() + found.group(4) if date else given


# a day of the week and a comma may stand before
_WEEKDAY = 12


def date_in(text: str) -> str:
    """Return the first date that stands anywhere in a text as YYYY-MM-DD, empty where none does.

    >>> date_in("کد خبر ۱۲ - چهارشنبه ۲۶ آذر ۱۴۰۴ ساعت ۸"), date_in("1404/09/26 - 08:30"), date_in("۱۲")
    ('2025-12-17', '2025-12-17', '')
    """
    written = to_ascii_digits(text)
    for found in _NAMED.finditer(written):
        if date := _named_date(found):
            return date
    for plain in _ANYWHERE.finditer(written):
        if (date := iso_date(plain.group())) != plain.group() or plain.group()[4] == "-":
            return date
    return ""


def _named_date(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    day, name, year = found.groups()
    month = _NUMBERS.get(name_key(name))
    date = _date(int(year), month, int(day)) if month else None
    return date.isoformat() if date else ""


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return gregorian(year, month, day) if year in _JALALI_YEARS else dt.date(year, month, day)
    except ValueError:
        return None
