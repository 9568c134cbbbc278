"""The typefaces: loading the one that comes with the program, and fonts of given sizes.

Sizes are pixels, as in the design. Nothing here decides which size a view uses.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from annotator import assets

_FILES = ("fonts/Vazirmatn-Regular.ttf", "fonts/Vazirmatn-Bold.ttf")
_FAMILY = "Vazirmatn"

ARTICLE_SIZE = 19
SMALLEST_ARTICLE, LARGEST_ARTICLE = 14, 32


@cache
def load_fonts() -> str:
    """Load the typeface of the program once and return its family name; needs a QGuiApplication."""
    for name in _FILES:
        QFontDatabase.addApplicationFontFromData(assets.read_bytes(name))
    return _FAMILY


def font(size: float, *, bold: bool = False) -> QFont:
    """Return the typeface at a size in pixels."""
    made = QFont(load_fonts())
    made.setPixelSize(max(1, round(size)))
    made.setBold(bold)
    return made


def article_font(size: int = ARTICLE_SIZE) -> QFont:
    """Return the font of running text, kept within the sizes a reader may choose."""
    return font(min(max(size, SMALLEST_ARTICLE), LARGEST_ARTICLE))


def headline_font() -> QFont:
    """Return the font of an article's headline."""
    return font(22, bold=True)
