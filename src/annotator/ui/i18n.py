"""Language on screen: translators, layout direction, digits and dates.

English stands in the code; Persian is read from the `.ts` file itself, so no build step lies
between a translation and the window. What language is in use is Qt's state (`QLocale()`), not ours.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import datetime

from PySide6.QtCore import (
    QCalendar,
    QCoreApplication,
    QDate,
    QDateTime,
    QLibraryInfo,
    QLocale,
    QObject,
    Qt,
    QTranslator,
)
from PySide6.QtWidgets import QApplication

from annotator import assets
from annotator.persian.display import isolate, persian_digits

LANGUAGES = ("fa", "en")
_TS = "i18n/annotator_{}.ts"
_LOCALES = {"fa": "fa_IR", "en": "en_GB"}
# which language the translators of the application speak; the start asks for it more than once
_IN_USE = "language"
_LRI, _PDI = "\u2066", "\u2069"


class TsTranslator(QTranslator):
    """A translator over the messages of one `.ts` file, by context and source text."""

    def __init__(self, ts: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = read_messages(ts)

    def isEmpty(self) -> bool:
        return not self._messages

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._messages.get((context, source))


def read_messages(ts: str) -> dict[tuple[str, str], str]:
    """Return the finished messages of a `.ts` file by context and source text."""
    messages: dict[tuple[str, str], str] = {}
    for context in ET.fromstring(ts).iter("context"):  # noqa: S314 - our own resource
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.findtext("translation", "")
            if translation:
                messages[name, message.findtext("source", "")] = translation
    return messages


def set_language(app: QApplication, language: str) -> None:
    """Switch texts, direction and digits of the running program; `fa` or `en`."""
    if app.property(_IN_USE) == language:
        return
    app.setProperty(_IN_USE, language)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(_LOCALES[language]))
    if language != "en":
        qt = QTranslator(app)
        if qt.load(
            f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            app.installTranslator(qt)
        app.installTranslator(TsTranslator(assets.read_text(_TS.format(language)), app))
    right_to_left = language == "fa"
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )


def language() -> str:
    """Return the language on screen: `fa` or `en`."""
    return "fa" if QLocale().language() == QLocale.Language.Persian else "en"


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark a text for translation where it is shown later; named so that lupdate finds it."""
    return source


def translate(context: str, source: str) -> str:
    """Return a translated text outside of a widget's own `tr`."""
    return QCoreApplication.translate(context, source)


def number(value: int) -> str:
    """Return a number as the language writes it."""
    return QLocale().toString(value)


def digits(value: str) -> str:
    """Return a text with the digits of the language; never for text of articles."""
    return persian_digits(value) if language() == "fa" else value


def fill(template: str, **values: object) -> str:
    """Put values into a translated sentence, numbers in its digits and names isolated."""
    shown = {
        name: number(value) if isinstance(value, int) else isolate(str(value))
        for name, value in values.items()
    }
    return template.format(**shown)


def left_to_right(value: str) -> str:
    """Return a path or key that reads left to right inside any sentence."""
    return f"{_LRI}{value}{_PDI}"


def date_text(iso: str) -> str:
    """Return a stored date (ISO 8601) in words, Jalali in Persian; as it is where it is no date."""
    date = QDate.fromString(iso[:10], Qt.DateFormat.ISODate)
    if not date.isValid():
        return iso
    if language() == "fa":
        calendar = QCalendar(QCalendar.System.Jalali)
        return QLocale().toString(date, QLocale.FormatType.LongFormat, calendar)
    return QLocale().toString(date, "d MMMM yyyy")


def moment_text(iso: str) -> str:
    """Return a stored moment (ISO 8601, UTC) as date and time of this machine's zone."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    clock = QLocale().toString(local.time(), "HH:mm")
    comma = "،" if language() == "fa" else ","
    return f"{date_text(local.date().toString(Qt.DateFormat.ISODate))}{comma} {clock}"
