"""Dates with named months, Jalali and Gregorian, and dates that stand anywhere in a text."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.dates import date_in, iso_date
from annotator.persian.display import jalali, persian_digits

MONTHS = [
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
]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2060, 1, 1)), st.booleans())
def test_every_day_is_read_back_from_its_persian_form(day, persian):
    year, month, number = jalali(day)
    written = f"{number} {MONTHS[month - 1]} {year}"
    written = persian_digits(written) if persian else written

    assert iso_date(written) == day.isoformat()
    assert date_in(f"کد خبر: ۱۲۳ | {written} - ۰۸:۳۰") == day.isoformat()


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("چهارشنبه ۲۶ آذر ۱۴۰۴", "2025-12-17"),
        ("۲۶ آذرماه ۱۴۰۴", "2025-12-17"),
        ("17 دسامبر 2025", "2025-12-17"),
        ("۱ می ۲۰۲۴", "2024-05-01"),
        ("1404/09/26 - 08:30", "2025-12-17"),
        ("2025-12-17", "2025-12-17"),
        ("۳۱ اسفند ۱۴۰۴", ""),
        ("۲۶ خبر ۱۴۰۴", ""),
        ("تلفن ۸۸-۱۲۳۴۵۶۷۸", ""),
    ],
)
def test_a_date_is_found_or_none(written, wanted):
    assert date_in(written) == wanted
