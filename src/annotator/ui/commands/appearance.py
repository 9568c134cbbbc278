"""Actions that change how the window looks: language, theme, size, panels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.ui.settings import FONT_SIZES, Preferences

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what the actions of this module do."""
    return {
        "larger": partial(change_size, window, 1),
        "smaller": partial(change_size, window, -1),
        "normal_size": partial(put, window, "font_size", Preferences().font_size),
        "lens": partial(toggle, window, "lens"),
        "visual_arrows": partial(toggle, window, "visual_arrows"),
        "theme_light": partial(put, window, "appearance", "light"),
        "theme_dark": partial(put, window, "appearance", "dark"),
        "theme_system": partial(put, window, "appearance", "system"),
        "language_fa": partial(put, window, "language", "fa"),
        "language_en": partial(put, window, "language", "en"),
        "show_queue": partial(toggle_panel, window, "show_queue"),
        "show_inspector": partial(toggle_panel, window, "show_inspector"),
        "next_pane": partial(step_pane, window, 1),
        "previous_pane": partial(step_pane, window, -1),
    }


def put(window: MainWindow, key: str, value: object) -> None:
    """Store a preference and let the window follow."""
    window.settings.put(key, value)
    window.apply_preferences()


def change_size(window: MainWindow, step: int) -> None:
    """Make the article's text larger or smaller by pixels."""
    size = window.settings.preferences().font_size + step
    put(window, "font_size", min(max(size, FONT_SIZES.start), FONT_SIZES.stop - 1))


def toggle(window: MainWindow, key: str) -> None:
    """Switch a preference on or off."""
    put(window, key, not getattr(window.settings.preferences(), key))


def toggle_panel(window: MainWindow, key: str) -> None:
    """Show or hide a panel."""
    window.settings.put(key, not window.settings.flag(key, default=True))
    window.show_panels()


def step_pane(window: MainWindow, step: int) -> None:
    """Give the focus to the next pane that shows, round at the ends."""
    panes = [pane for pane in window.panes() if pane[0].isVisible()]
    focused = window.focusWidget()
    inside = (i for i, (pane, _) in enumerate(panes) if _holds(pane, focused))
    place = next(inside, 0)
    panes[(place + step) % len(panes)][1]()


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
