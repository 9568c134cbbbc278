"""The versions of the label scheme: who made which when; an older one can be had back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from annotator.ui import i18n
from annotator.ui.dialogs.base import FormDialog
from annotator.ui.widgets.labels import label
from annotator.workspace.schemes import SchemeVersion

_ROLE = int(Qt.ItemDataRole.UserRole)


class VersionsDialog(FormDialog):
    """Ends with `chosen` set when a version shall become the present one again."""

    def __init__(self, versions: Sequence[SchemeVersion], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Versions of the label scheme"))
        self.accept_button.setText(self.tr("Make this one the present scheme"))
        self.chosen: SchemeVersion | None = None
        self._versions = versions
        self.list = QTreeWidget()
        self.list.setProperty("role", "framed")
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels(
            [self.tr("Version"), self.tr("When"), self.tr("Who"), self.tr("What it holds")]
        )
        for place, version in enumerate(versions):
            item = QTreeWidgetItem(self.list, self._cells(place, version))
            item.setData(0, _ROLE, place)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._choose)
        text = self.tr("The chosen version comes back as a new one; nothing is lost by that.")
        self.add(label(text, "muted", wrap=True), self.list)
        self.finish()
        self._choose()
        self.resize(620, 360)

    def _cells(self, place: int, version: SchemeVersion) -> list[str]:
        scheme = version.scheme
        number = f"{scheme.id} {i18n.number(scheme.version)}"
        if place == 0:
            number = i18n.fill(self.tr("{version} (now)"), version=number)
        labels = "، ".join(one.name.get(i18n.language()) for one in scheme.labels)
        if version.restored is not None:
            labels = i18n.fill(self.tr("as version {number}"), number=version.restored)
        return [number, i18n.moment_text(version.at), version.person or "", labels]

    def _choose(self, *_: object) -> None:
        item = self.list.currentItem()
        place = item.data(0, _ROLE) if item else 0
        self.chosen = self._versions[place] if place else None
        self.accept_button.setEnabled(self.chosen is not None)
