"""What the window's tests share: people, texts, and keys pressed as a keyboard presses them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

FIRST = (
    "دیدار در باغ\n\n"
    "سارا کریمی گفت: «ما با این طرح موافقیم.» او افزود: «کار از فردا آغاز می‌شود.»\n\n"
    "رضا احمدی پاسخ داد که تفاهم‌نامه امضا شد. سارا کریمی رفت."
)
TEXTS = {
    "a1": FIRST,
    "a2": "خبر دوم\n\nوزیر گفت که باران می‌بارد.",
    "a3": "خبر سوم\n\nشهردار از پل تازه گفت.",
}
LEAD, OTHER = "مریم", "کاوه"

# place on the keyboard -> X11 scan code, and what the Persian layout types there
PERSIAN = {
    "1": (10, "۱"), "2": (11, "۲"), "3": (12, "۳"), "4": (13, "۴"),
    "L": (46, "م"), "B": (56, "ذ"), "R": (27, "ق"), "T": (28, "ف"), "F": (41, "ب"),
    "N": (57, "د"), "P": (33, "ح"), "M": (58, "ئ"), "A": (38, "ش"), "E": (26, "ث"),
    "[": (34, "ج"), "]": (35, "چ"), "`": (49, "‍"), "H": (43, "ا"), "K": (45, "ن"),
    "Z": (52, "ظ"), "Q": (24, "ض"), "J": (44, "ت"),
}  # fmt: skip


def press(widget, key, *, ctrl=False, alt=False, shift=False, persian=True):
    """Press a key at its place, as a Persian layout types it (or a US one)."""
    held = Qt.KeyboardModifier.NoModifier
    for on, one in (
        (ctrl, Qt.KeyboardModifier.ControlModifier),
        (alt, Qt.KeyboardModifier.AltModifier),
        (shift, Qt.KeyboardModifier.ShiftModifier),
    ):
        held |= one if on else Qt.KeyboardModifier.NoModifier
    if isinstance(key, Qt.Key):
        code, scan, text = key, 0, ""
    else:
        scan, typed = PERSIAN[key]
        text = typed if persian else key.lower()
        code = ord(text.upper())
        text = "" if ctrl or alt else text
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, code, held, scan, 0, 0, text))


def words(view, text):
    """Find words in the article that is shown."""
    start = view.article.text.index(text)
    return start, start + len(text)


def labels(window):
    """Give label and text of each span of the open layer, in reading order."""
    text = window.session.article.text
    return [(span.label, span.quoted(text)) for span in window.session.layer.index]
