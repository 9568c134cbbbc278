"""The bar for finding words in the open article; hits are folded, so spelling variants count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.ui import i18n
from annotator.ui.widgets.labels import label


class FindBar(QWidget):
    """Emits `searched(text)`, `stepped(forward)` and `closed`."""

    searched = Signal(str)
    stepped = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field = QLineEdit(clearButtonEnabled=True)
        self._count = label(role="muted")
        self._previous, self._next, self._close = QPushButton(), QPushButton(), QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 20, 6)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._count)
        for button in (self._previous, self._next, self._close):
            button.setProperty("role", "quiet")
            layout.addWidget(button)
        self._field.textChanged.connect(self.searched)
        self._previous.clicked.connect(lambda: self.stepped.emit(False))
        self._next.clicked.connect(lambda: self.stepped.emit(True))
        self._close.clicked.connect(self.closed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._field.setPlaceholderText(self.tr("Find in the article"))
        self._field.setAccessibleName(self.tr("Find in the article"))
        self._previous.setText(self.tr("Previous hit"))
        self._next.setText(self.tr("Next hit"))
        self._close.setText(self.tr("Close"))

    def open(self, text: str) -> None:
        """Show the bar with a text to find, all of it selected."""
        self.show()
        if text:
            self._field.setText(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def text(self) -> str:
        """The text to find."""
        return self._field.text()

    def show_count(self, position: int, total: int) -> None:
        """Show which hit of how many is current; `position` counts from zero."""
        if not self._field.text():
            self._count.setText("")
        elif not total:
            self._count.setText(self.tr("Nothing found"))
        else:
            template = self.tr("{position} of {total}")
            self._count.setText(i18n.fill(template, position=position + 1, total=total))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)
