import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.persian.display import (
    format_jalali,
    gregorian,
    isolate,
    jalali,
    persian_digits,
    terminal,
    to_ascii_digits,
)

# 1 Farvardin of the years 1370 to 1410, day of March (the official calendar).
NEW_YEARS = {
    **dict.fromkeys([1370, 1371, 1372, 1373, 1374], 21),
    1375: 20,
    1376: 21,
    1379: 20,
    1380: 21,
    1383: 20,
    1387: 20,
    1388: 21,
    1391: 20,
    1395: 20,
    1399: 20,
    1400: 21,
    1403: 20,
    1404: 21,
    1405: 21,
    1408: 20,
    1409: 21,
}


@pytest.mark.parametrize(
    "date, expected",
    [
        ((2026, 11, 23), (1405, 9, 2)),
        ((2025, 12, 17), (1404, 9, 26)),
        ((2025, 3, 20), (1403, 12, 30)),
        ((2021, 3, 20), (1399, 12, 30)),
        ((2021, 3, 21), (1400, 1, 1)),
        ((1979, 2, 11), (1357, 11, 22)),
        ((2000, 9, 21), (1379, 6, 31)),
        ((2000, 9, 22), (1379, 7, 1)),
    ],
)
def test_known_dates_agree_in_both_calendars(date, expected):
    assert jalali(dt.date(*date)) == expected
    assert gregorian(*expected) == dt.date(*date)


@pytest.mark.parametrize("year, day", NEW_YEARS.items())
def test_the_year_begins_on_the_official_day(year, day):
    assert gregorian(year, 1, 1) == dt.date(year + 621, 3, day)


@given(st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31)))
def test_dates_go_there_and_back(date):
    year, month, day = jalali(date)
    assert gregorian(year, month, day) == date
    assert 1 <= day <= (31 if month <= 6 else 30)


@given(st.dates(dt.date(1925, 1, 1), dt.date(2050, 12, 31)))
def test_dates_are_those_of_qt(date):
    core = pytest.importorskip("PySide6.QtCore")
    parts = core.QCalendar(core.QCalendar.System.Jalali).partsFromDate(
        core.QDate(date.year, date.month, date.day)
    )
    assert jalali(date) == (parts.year, parts.month, parts.day)


@pytest.mark.parametrize("parts", [(1404, 12, 30), (1404, 7, 31), (1404, 13, 1), (1404, 1, 0)])
def test_a_day_the_calendar_does_not_have_is_refused(parts):
    with pytest.raises(ValueError, match="Jalali"):
        gregorian(*parts)


def test_dates_are_written_as_they_are_said():
    assert format_jalali(dt.date(2025, 12, 17)) == "۲۶ آذر ۱۴۰۴"


def test_digits_change_on_screen_only_where_asked():
    assert persian_digits("12 از 340") == "۱۲ از ۳۴۰"
    assert to_ascii_digits("۱۲ ٣٤ 5") == "12 34 5"


def test_names_are_isolated_in_other_text():
    assert isolate("علی") == "\u2068علی\u2069"


def test_a_terminal_with_bidi_gets_the_text_as_it_is():
    assert terminal("می\u200cشود FBI\n۱۲", bidi=True) == "می\u200cشود FBI\n۱۲"


def test_a_terminal_without_bidi_gets_joined_letters_from_left_to_right():
    assert terminal("لا گفت 12 FBI", bidi=False) == "FBI 12 \ufe96\ufed4\ufb94 \ufefb"
    assert terminal("می\u200cشود", bidi=False) == "\ufea9\ufeee\ufeb7\ufbfd\ufee3"
    assert terminal("\n", bidi=False) == "\n"


@pytest.mark.parametrize(
    "text, visual",
    [
        ("«گفت»", "«\ufe96\ufed4\ufb94»"),
        ("گفت (۱۲) [FBI]", "[FBI] (۱۲) \ufe96\ufed4\ufb94"),
        ("آ FBI (CIA) x", "FBI (CIA) x \ufe81"),
    ],
)
def test_marks_open_towards_what_they_hold(text, visual):
    assert terminal(text, bidi=False) == visual


def test_a_text_cannot_steer_the_terminal():
    assert terminal("الف\x1b[2Jب\x07", bidi=True) == "الف\ufffd[2Jب\ufffd"
    assert "\x1b" not in terminal("الف\x1b[2Jب", bidi=False)
