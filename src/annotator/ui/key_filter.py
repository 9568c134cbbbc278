"""Turns key presses into actions: by the place of the key, the focus and the mode.

The filter sits on whatever has the focus in the main window, so the keys act everywhere the table
says, and never while a field needs them itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from annotator.ui.commands.actions import Scope, scope_of
from annotator.ui.keys import Combo, KeyMap, Press, candidates

_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)
_FIELD_KEYS = {"undo", "redo"}
# what a focused button or list needs itself
_CONTROL_KEYS = {"Space", "Return", "Tab"}

Taker = Callable[[Combo, str], bool]


class KeyFilter(QObject):
    """Emits `triggered(action_id)`, and `escaped` when Esc is pressed outside of the text."""

    triggered = Signal(str)
    escaped = Signal()

    def __init__(self, window: QWidget, text: QWidget) -> None:
        super().__init__(window)
        self._window, self._text = window, text
        self._map = KeyMap({})
        self._mode: Taker | None = None
        self._watched: QWidget | None = None
        text.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def set_map(self, key_map: KeyMap) -> None:
        """Use other keys from now on."""
        self._map = key_map

    def set_mode(self, taker: Taker | None) -> None:
        """Offer the keys pressed in the text to a mode first; None ends that."""
        self._mode = taker

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and watched is self._text:
            event.accept()
        return False

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        press = Press.of(event)
        in_text = watched is self._text
        if in_text and self._mode is not None:
            combo = next(candidates(press), None)
            if combo and combo.key != "Esc" and self._mode(combo, event.text()):
                return True
        found = self._map.action(press)
        if found is None or not self._counts(watched, *found, in_text=in_text):
            return False
        self.triggered.emit(found[0])
        return True

    def _counts(self, watched: QObject, action: str, combo: Combo, *, in_text: bool) -> bool:
        if combo.key == "Esc" and not in_text:
            self.escaped.emit()
            return False
        if in_text:
            return True
        if scope_of(action) is Scope.TEXT:
            return False
        field = isinstance(watched, _FIELDS)
        if field and (combo.is_plain or action in _FIELD_KEYS):
            return False
        return not (isinstance(watched, QAbstractButton) and combo.key in _CONTROL_KEYS)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and self._watched is not self._text:
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and new is not self._text and new.window() is self._window:
            new.installEventFilter(self)
            self._watched = new
            new.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None
