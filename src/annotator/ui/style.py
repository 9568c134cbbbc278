"""From a theme to Qt: the palette, and the style sheet made from `resources/styles/window.qss`.

Small drawn parts that a style sheet can only take from files (a tick, an arrow) are written as SVG
files in the theme's colours into a folder of this process.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator import assets
from annotator.ui.theme import DARK, LIGHT, Theme, mixed

_SHEET = "styles/window.qss"
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="{}" fill="none" '
    'stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
_TICK, _ARROW = "M3.5 8.5l3 3 6-7", "M3 6l5 5 5-5"


def theme_for(appearance: str) -> Theme:
    """Return the theme of a choice: `light`, `dark`, or what the system has for `system`."""
    if appearance == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance == "dark" else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program the colours of a theme."""
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.page,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.field,
        role.Text: theme.text,
        role.Button: theme.field,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.ToolTipBase: theme.text,
        role.ToolTipText: theme.page,
        role.PlaceholderText: theme.muted,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.hover,
        role.Midlight: theme.field,
        role.Mid: theme.hairline,
        role.Dark: theme.scroll,
        role.Accent: theme.accent,
    }
    made = QPalette()
    for one, color in colors.items():
        made.setColor(one, QColor(color))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(_disabled(theme)))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with the colours of a theme in place of its `@names`."""
    values = {name: getattr(theme, name) for name in Theme.__slots__ if name != "is_dark"}
    values |= {
        "disabled": _disabled(theme),
        "accent_hover": mixed(theme.accent, theme.text, 0.85),
        "progress": mixed(theme.scroll, theme.page, 0.5),
        "notice": mixed(theme.amber, theme.page, 0.16),
        "tick": _drawn(_TICK, theme.accent, "tick"),
        "check": _drawn(_TICK, theme.on_accent, "check"),
        "arrow": _drawn(_ARROW, theme.muted, "arrow"),
    }
    sheet = assets.read_text(_SHEET)
    return re.sub(r"@(\w+)", lambda found: values[found[1]], sheet)


def _disabled(theme: Theme) -> str:
    return mixed(theme.muted, theme.page, 0.55)


def _drawn(path: str, color: str, name: str) -> str:
    folder = Path(tempfile.gettempdir()) / "annotator-style"
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}-{color[1:]}.svg"
    file.write_text(_SVG.format(path, color, 2), encoding="utf-8")
    return file.as_posix()
