"""Every text of the window has its Persian, with the same places for values."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt

from annotator.ui import app as program
from annotator.ui import error_wording, i18n

ROOT = Path(__file__).parents[2]
TS = ROOT / "resources" / "i18n" / "annotator_fa.ts"
PLACE = re.compile(r"\{\w+\}")


@pytest.fixture
def app(qapp):
    made = program.set_up(["annotator"])
    yield made
    i18n.set_language(made, "fa")
    made.setStyleSheet("")


def messages(path):
    return [
        (context.findtext("name"), m.findtext("source"), m.find("translation"))
        for context in ET.parse(path).getroot().iter("context")
        for m in context.iter("message")
    ]


def test_every_text_has_its_persian():
    missing = [source for _, source, done in messages(TS) if not done.text or done.get("type")]

    assert missing == []


def test_places_for_values_are_the_same_in_persian():
    wrong = [
        source
        for _, source, done in messages(TS)
        if sorted(PLACE.findall(source)) != sorted(PLACE.findall(done.text))
    ]

    assert wrong == []


def test_the_list_of_texts_is_that_of_the_code(tmp_path):
    fresh = tmp_path / "fresh.ts"
    sources = sorted(str(p) for p in (ROOT / "src" / "annotator" / "ui").rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, *sources, "-ts", fresh], check=True, capture_output=True)
    listed = {(context, source) for context, source, _ in messages(TS)}

    assert {(context, source) for context, source, _ in messages(fresh)} == listed


def test_persian_turns_the_window_and_its_digits(app):
    i18n.set_language(app, "fa")
    assert app.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert i18n.number(1234) == "۱٬۲۳۴"
    assert i18n.translate("Actions", "Undo") == "برگرداندن"
    assert QLocale().language() is QLocale.Language.Persian

    i18n.set_language(app, "en")
    assert app.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert i18n.number(1234) == "1,234"
    assert i18n.translate("Actions", "Undo") == "Undo"


def test_dates_are_jalali_in_persian_only(app):
    i18n.set_language(app, "fa")
    assert i18n.date_text("2025-12-17") == "چهارشنبه ۲۶ آذر ۱۴۰۴"
    assert i18n.date_text("soon") == "soon"
    i18n.set_language(app, "en")
    assert i18n.date_text("2025-12-17") == "17 December 2025"


def test_names_in_a_sentence_cannot_turn_it(app):
    i18n.set_language(app, "fa")
    assert i18n.fill("{name}: {count}", name="Nordlicht", count=12) == "\u2068Nordlicht\u2069: ۱۲"


def test_errors_are_said_in_persian_and_unknown_ones_as_they_are(app):
    i18n.set_language(app, "fa")
    shown = error_wording.shown("There is already a person named Sara: choose another name.")

    assert shown.startswith("کسی به نام")
    assert "Sara" in shown
    assert error_wording.shown("Something quite new.") == "Something quite new."


def test_a_text_without_a_translation_stays_english(app):
    i18n.set_language(app, "fa")
    assert i18n.translate("Actions", "No such text") == "No such text"
