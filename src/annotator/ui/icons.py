"""Small line icons, drawn from path data in the colour of the theme.

`MIRRORED` icons point the other way in a right-to-left window.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from annotator import assets
from annotator.ui.theme import Theme

MIRRORED = {"undo", "redo", "import", "export"}
_SIZES = (16, 24, 32, 48)


def icon(name: str, theme: Theme, color: str = "") -> QIcon:
    """Return an icon of `resources/icons` in the text colour of a theme, or in another."""
    made = QIcon()
    svg = assets.read_text(f"icons/{name}.svg")
    for size in _SIZES:
        made.addPixmap(_pixmap(svg.replace("currentColor", color or theme.text), size, name))
    return made


def program_icon() -> QIcon:
    """Return the icon of the program."""
    made = QIcon()
    for size in (16, 32, 64, 128, 256):
        made.addPixmap(_pixmap(assets.read_text("icons/annotator.svg"), size, "annotator"))
    return made


def _pixmap(svg: str, size: int, name: str) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    if name in MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return pixmap.transformed(QTransform.fromScale(-1, 1))
    return pixmap
