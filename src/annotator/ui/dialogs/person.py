"""The dialog for a person's name and role."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotator.ui.dialogs.base import FormDialog
from annotator.ui.widgets.labels import label


class PersonDialog(FormDialog):
    """Asks for a name, and whether the person leads."""

    def __init__(self, name: str, *, with_role: bool, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Add a person") if with_role else self.tr("Change the name"))
        self.accept_button.setText(self.tr("Add") if with_role else self.tr("Change"))
        self._field = QLineEdit(name)
        self._field.setAccessibleName(self.tr("Name"))
        self._lead = QCheckBox(self.tr("Leads the project: sees and settles everything"))
        self._lead.setVisible(with_role)
        self.add(label(self.tr("Name")), self._field, self._lead)
        self.finish()
        self.setMinimumWidth(380)

    @property
    def name(self) -> str:
        """The name that was written."""
        return self._field.text().strip()

    @property
    def is_lead(self) -> bool:
        """Whether the person shall lead."""
        return self._lead.isChecked()

    def accept(self) -> None:
        if self.name:
            super().accept()
        else:
            self.show_error(self.tr("Write a name."))
