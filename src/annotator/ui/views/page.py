"""What every page has that can stand in place of queue, article and inspector."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.theme import Theme


class Page(QWidget):
    """Emits `closed` when the person wants to go back to the text."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
