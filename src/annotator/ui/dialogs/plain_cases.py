"""What is about to be settled in one go: agreed cases and trifles, to be looked over first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QListWidget, QWidget

from annotator.ui import i18n
from annotator.ui.dialogs.base import FormDialog
from annotator.ui.widgets.labels import label


class PlainCasesDialog(FormDialog):
    """Ends with `unanimous`, `trifles` and `everywhere`; lines are label, words, is a trifle."""

    def __init__(
        self, lines: Sequence[tuple[str, str, bool]], articles: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Settle what is agreed"))
        self.accept_button.setText(self.tr("Settle them"))
        self._lines = lines
        trifling = sum(trifle for _, _, trifle in lines)
        self._unanimous = QCheckBox(
            i18n.fill(self.tr("All agree: {count}"), count=len(lines) - trifling)
        )
        self._trifles = QCheckBox(
            i18n.fill(self.tr("Only signs or spaces differ: {count}"), count=trifling)
        )
        self._everywhere = QCheckBox(
            i18n.fill(self.tr("In all articles of the queue ({count})"), count=articles)
        )
        self._list = QListWidget()
        self._list.setProperty("role", "framed")
        self._list.setAccessibleName(self.tr("Cases"))
        for box in (self._unanimous, self._trifles):
            box.setChecked(True)
            box.toggled.connect(self._show)
        self._show()
        text = self.tr("Trifles follow the rule of their label. One undo takes all of it back.")
        self.add(self._unanimous, self._trifles, self._list, label(text, "muted", wrap=True))
        self.add(self._everywhere)
        self.finish()
        self.resize(560, 460)

    def _show(self) -> None:
        self._list.clear()
        for name, words, trifle in self._lines:
            if self.trifles if trifle else self.unanimous:
                self._list.addItem(f"{name}: {words}")
        self.accept_button.setEnabled(self._list.count() > 0)

    @property
    def unanimous(self) -> bool:
        """Whether agreed cases are settled."""
        return self._unanimous.isChecked()

    @property
    def trifles(self) -> bool:
        """Whether cases that differ by trifles are settled."""
        return self._trifles.isChecked()

    @property
    def everywhere(self) -> bool:
        """Whether this goes for every article of the queue."""
        return self._everywhere.isChecked()
