"""A menu of numbered values: a digit of any layout picks one, T or the arrows go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui import i18n, keys


class ChoiceMenu(QMenu):
    """Emits `chosen(value)`."""

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[tuple[str, str]], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for number, (value, name) in enumerate(entries, 1):
            action = self.addAction(f"{i18n.digits(str(number))}   {name}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == current)
            action.triggered.connect(lambda _=False, v=value: self.chosen.emit(v))
            if value == current:
                self.setActiveAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        press = keys.Press.of(event)
        digit = keys.digit(press)
        actions = self.actions()
        if digit is not None and 1 <= digit <= len(actions):
            actions[digit - 1].trigger()
            self.close()
        elif any(combo == keys.Combo("T") for combo in keys.candidates(press)):
            active = self.activeAction()
            place = actions.index(active) if active in actions else -1
            self.setActiveAction(actions[(place + 1) % len(actions)])
        else:
            super().keyPressEvent(event)
