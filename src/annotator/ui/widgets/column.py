"""Widgets below each other, or buttons side by side, without margins of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget


class Column(QWidget):
    """A column whose content can be taken away as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the foot."""
        self._column.addWidget(widget)

    def clear(self) -> None:
        """Take everything away."""
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands in it."""
        return self._column.count() == 0


def button_row(*buttons: QPushButton) -> QWidget:
    """Lay quiet buttons side by side at the start edge."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for button in buttons:
        button.setProperty("role", "quiet")
        layout.addWidget(button)
    layout.addStretch()
    return box
