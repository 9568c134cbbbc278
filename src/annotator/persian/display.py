"""Persian on screen and in terminals: digits, Jalali dates, isolated names, visual order.

Nothing made here may be stored, compared or given back to a text widget's position.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from itertools import accumulate

from annotator.persian.characters import ARABIC_DIGITS, ASCII_DIGITS, PERSIAN_DIGITS

_TO_PERSIAN = str.maketrans(ASCII_DIGITS, PERSIAN_DIGITS)
_TO_ASCII = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, ASCII_DIGITS * 2)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile("[\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\xad\u2060]")

_MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
# Jalali years in which a run of 33-year leap cycles begins anew (Borkowski); good for the years
# the calendar has been in use and far beyond any article.
_BREAKS = (
    *(-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181),
    *(1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178),
)


def persian_digits(text: str) -> str:
    """Show ASCII digits as Persian ones."""
    return text.translate(_TO_PERSIAN)


def to_ascii_digits(text: str) -> str:
    """Turn Persian and Arabic-Indic digits into ASCII ones, for reading what a person typed."""
    return text.translate(_TO_ASCII)


def isolate(text: str) -> str:
    """Wrap a text so that its direction does not disturb the text around it."""
    return f"\u2068{text}\u2069"


_PAIRS = "()[]{}<>«»‹›"
_MIRRORED = {mark: _PAIRS[i ^ 1] for i, mark in enumerate(_PAIRS)}


def terminal(text: str, *, bidi: bool) -> str:
    """Make a text safe for a terminal and, for one without bidi, joined and in visual order.

    Control characters that could steer the terminal become U+FFFD. Line by line; tabs and line
    feeds stay.
    """
    safe = _CONTROLS.sub("\ufffd", text)
    return safe if bidi else "\n".join(map(_visual_line, safe.split("\n")))


def _visual_line(line: str) -> str:
    # Imported here: the two libraries cost every start time and few commands need them.
    import arabic_reshaper
    from bidi import get_display

    visual = _INVISIBLE.sub("", str(get_display(arabic_reshaper.reshape(line), base_dir="R")))
    return _mirrored(visual)


def _mirrored(visual: str) -> str:
    """Turn brackets and quotation marks that stand in right-to-left runs of a visual line.

    python-bidi orders but does not mirror (rule L4 of UAX 9). In a right-to-left line such a mark
    is left-to-right only between two left-to-right letters (rules N1 and N2).
    """
    strong = [_strong(char) for char in visual]
    before, after = list(accumulate(strong, _latest)), list(accumulate(reversed(strong), _latest))
    after.reverse()
    return "".join(
        _MIRRORED.get(char, char) if not before[i] == after[i] == "L" else char
        for i, char in enumerate(visual)
    )


def _strong(char: str) -> str:
    kind = unicodedata.bidirectional(char)
    return "L" if kind == "L" else "R" if kind in {"R", "AL", "EN", "AN"} else ""


def _latest(known: str, new: str) -> str:
    return new or known


def jalali(date: dt.date) -> tuple[int, int, int]:
    """Convert a Gregorian date to (year, month, day) of the Jalali calendar."""
    year = date.year - 621
    days = date.toordinal() - _new_year(year).toordinal()
    if days < 0:
        year -= 1
        days = date.toordinal() - _new_year(year).toordinal()
    if days < 186:
        return year, days // 31 + 1, days % 31 + 1
    return year, (days - 186) // 30 + 7, (days - 186) % 30 + 1


def gregorian(year: int, month: int, day: int) -> dt.date:
    """Convert a Jalali date; raises ValueError for a day its month does not have."""
    if not 1 <= month <= 12 or not 1 <= day <= _month_length(year, month):
        raise ValueError(f"{year}/{month}/{day} is not a date of the Jalali calendar")
    passed = 31 * (month - 1) - max(month - 7, 0)
    return _new_year(year) + dt.timedelta(days=passed + day - 1)


def format_jalali(date: dt.date) -> str:
    """Write a Gregorian date as a Persian reader says it: ۲۶ آذر ۱۴۰۴."""
    year, month, day = jalali(date)
    return persian_digits(f"{day} {_MONTHS[month - 1]} {year}")


def _month_length(year: int, month: int) -> int:
    if month < 12:
        return 31 if month <= 6 else 30
    return (_new_year(year + 1) - _new_year(year)).days - 336


def _new_year(year: int) -> dt.date:
    """Find the Gregorian date of 1 Farvardin."""
    leaps = -14
    start = _BREAKS[0]
    for following in _BREAKS[1:]:
        length = following - start
        if year < following:
            break
        leaps += length // 33 * 8 + length % 33 // 4
        start = following
    passed = year - start
    leaps += passed // 33 * 8 + (passed % 33 + 3) // 4
    if length % 33 == 4 and length - passed == 4:
        leaps += 1
    western = year + 621
    western_leaps = western // 4 - (western // 100 + 1) * 3 // 4 - 150
    march = 20 + leaps - western_leaps
    return dt.date(western, 3, 1) + dt.timedelta(days=march - 1)
