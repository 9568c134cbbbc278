"""The dialog for a note on a span or on the article."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui import keys
from annotator.ui.widgets.labels import label


class NoteDialog(QDialog):
    """A note; Ctrl+Enter keeps it, Esc leaves it as it was."""

    def __init__(self, text: str, *, about_span: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Note on the span") if about_span else self.tr("Note on the article")
        self.setWindowTitle(title)
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(title)
        self.field.setTabChangesFocus(True)
        self.field.selectAll()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("For yourself and the lead; Ctrl+Enter saves."), "muted"))
        layout.addWidget(self.field)
        layout.addWidget(buttons)
        self.resize(420, 220)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = keys.candidates(keys.Press.of(event))
        if any(combo == keys.Combo("Return", ctrl=True) for combo in found):
            self.accept()
        else:
            super().keyPressEvent(event)


def ask_note(parent: QWidget, text: str, *, about_span: bool) -> str | None:
    """Ask for a note; None where the person left it as it was."""
    dialog = NoteDialog(text, about_span=about_span, parent=parent.window())
    if dialog.exec() == QDialog.DialogCode.Accepted:
        return dialog.field.toPlainText().strip()
    return None
