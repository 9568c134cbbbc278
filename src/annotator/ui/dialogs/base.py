"""What the dialogs share: layout, buttons in the language on screen, messages, file questions."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.i18n import translate
from annotator.ui.widgets.labels import label

SUFFIX = ".annotator"


class FormDialog(QDialog):
    """A dialog with a column of parts, a place for an error, and two buttons."""

    def __init__(self, title: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setSizeGripEnabled(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 20, 22, 18)
        self._column.setSpacing(10)
        self.error = label(role="bad", wrap=True)
        self.error.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = QPushButton(accept)
        self.accept_button.setDefault(True)
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(translate("Dialogs", "Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def add(self, *parts: QWidget) -> None:
        """Put parts below each other."""
        for part in parts:
            self._column.addWidget(part)

    def finish(self) -> None:
        """Put the error's place and the buttons at the foot; Enter means the accepting one."""
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button is self.accept_button)
        self.accept_button.setDefault(True)
        self._column.addWidget(self.error)
        self._column.addWidget(self.buttons)

    def show_error(self, text: str) -> None:
        """Say what is wrong where it happened; an empty text takes it away."""
        self.error.setText(text)
        self.error.setVisible(bool(text))


def path_field(text: str, name: str) -> QLineEdit:
    """Return a field for a path, which reads left to right in any language."""
    field = QLineEdit(text)
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setAccessibleName(name)
    return field


def documents() -> Path:
    """Return the folder where projects go by default."""
    return Path(platformdirs.user_documents_dir())


def ask_open_project(parent: QWidget) -> Path | None:
    """Ask for a project to open."""
    title = translate("Dialogs", "Open a project")
    kind = translate("Dialogs", "Projects")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), f"{kind} (*{SUFFIX})")
    return Path(name) if name else None


def ask_save(parent: QWidget, title: str, suggestion: Path, kinds: str) -> Path | None:
    """Ask where to write a file."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    return Path(name) if name else None


def say(parent: QWidget | None, title: str, text: str, *, bad: bool = False) -> None:
    """Show a sentence and wait until it was read."""
    icon = QMessageBox.Icon.Warning if bad else QMessageBox.Icon.NoIcon
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(translate("Dialogs", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
