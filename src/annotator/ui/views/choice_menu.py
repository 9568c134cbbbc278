"""A menu of values with keys: digits, then letters by their place, pick one at once.

T or the arrows go on to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui import i18n, keys

# T is left out: it goes on
_KEYS = "1234567890ABCDEFGHIJKLMNOPQRS"


class ChoiceMenu(QMenu):
    """Emits `chosen(value)`."""

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[tuple[str, str]], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for number, (value, name) in enumerate(entries):
            key = i18n.digits(_KEYS[number]) if number < len(_KEYS) else " "
            action = self.addAction(f"{key}   {name}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == current)
            action.triggered.connect(lambda _=False, v=value: self.chosen.emit(v))
            if value == current:
                self.setActiveAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        caps = [combo.key for combo in keys.candidates(keys.Press.of(event)) if combo.is_plain]
        actions = self.actions()
        place = next((_KEYS.index(cap) for cap in caps if len(cap) == 1 and cap in _KEYS), None)
        if place is not None and place < len(actions):
            actions[place].trigger()
            self.close()
        elif "T" in caps:
            active = self.activeAction()
            place = actions.index(active) if active in actions else -1
            self.setActiveAction(actions[(place + 1) % len(actions)])
        else:
            super().keyPressEvent(event)
