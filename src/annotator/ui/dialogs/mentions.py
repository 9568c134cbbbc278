"""All further mentions of what is selected, to be ticked and labelled in one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from annotator.domain.scheme import Scheme
from annotator.ui import i18n
from annotator.ui.dialogs.base import FormDialog
from annotator.ui.models.rows import scheme_name
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label

_ROLE = int(Qt.ItemDataRole.UserRole)


class Found(Protocol):
    """What the dialog needs of a mention."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def before(self) -> str: ...
    @property
    def hit(self) -> str: ...
    @property
    def after(self) -> str: ...
    @property
    def labels(self) -> Sequence[str]: ...


class MentionsDialog(FormDialog):
    """Ends with `ticked` and `label_id` when accepted; what bears the label already is not ticked."""

    def __init__(
        self,
        mentions: Sequence[Found],
        phrase: str,
        scheme: Scheme,
        label_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Label all mentions"))
        self.accept_button.setText(self.tr("Label the ticked ones"))
        self._mentions = mentions
        self.labels = ComboBox()
        self.labels.setAccessibleName(self.tr("Label"))
        for kind in scheme.labels:
            self.labels.addItem(scheme_name(scheme, kind.id), kind.id)
        self.labels.choose(label_id)
        self.labels.activated.connect(self._tick)
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setAccessibleName(self.tr("Mentions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for mention in mentions:
            item = QListWidgetItem(_context(mention), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(_context(mention))
        self.list.itemChanged.connect(self._count)
        all_, none = QPushButton(self.tr("Tick all")), QPushButton(self.tr("Tick none"))
        all_.clicked.connect(lambda: self._set_all(Qt.CheckState.Checked))
        none.clicked.connect(lambda: self._set_all(Qt.CheckState.Unchecked))
        template = self.tr("Mentions of {phrase} in this article, other spellings included:")
        self.add(label(i18n.fill(template, phrase=phrase[:60]), wrap=True), self.labels)
        self.add(self.list, button_row(all_, none))
        self.finish()
        self._tick()
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.resize(600, 420)

    @property
    def ticked(self) -> list[Found]:
        """The mentions to label."""
        return [m for row, m in enumerate(self._mentions) if self._is_ticked(row)]

    @property
    def label_id(self) -> str:
        """The label to give them."""
        return str(self.labels.currentData())

    def _is_ticked(self, row: int) -> bool:
        return self.list.item(row).checkState() == Qt.CheckState.Checked

    def _tick(self) -> None:
        wanted = self.label_id
        for row, mention in enumerate(self._mentions):
            labelled = wanted in mention.labels
            state = Qt.CheckState.Unchecked if labelled else Qt.CheckState.Checked
            self.list.item(row).setCheckState(state)
        self._count()

    def _set_all(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _count(self) -> None:
        count = len(self.ticked)
        self.accept_button.setEnabled(count > 0)
        template = self.tr("Label the ticked ones ({count})")
        self.accept_button.setText(i18n.fill(template, count=count))


def _context(mention: Found) -> str:
    before = " ".join(mention.before.split())
    after = " ".join(mention.after.split())
    return f"… {before} [{mention.hit}] {after} …"
