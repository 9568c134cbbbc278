"""Who or what a mention refers to, chosen by keys: a digit, some letters, or a new name.

The likeliest entity stands first, so that Enter is enough; what is typed filters the list, and is
itself offered as the name of a new entity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.domain.ids import EntityId
from annotator.domain.span import Entity
from annotator.persian.fold import fold_key
from annotator.ui import i18n, keys
from annotator.ui.widgets.labels import label

_ROLE = int(Qt.ItemDataRole.UserRole)
_LIST_KEYS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


@dataclass(frozen=True, slots=True)
class Choice:
    """An entity that is there, or the name of a new one; neither: none at all."""

    entity: EntityId | None = None
    name: str = ""


class EntityChooser(QDialog):
    """Ends with `choice` set when accepted; `candidates` come likeliest first."""

    def __init__(
        self,
        candidates: Sequence[Entity],
        words: str,
        present: EntityId | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who or what is meant"))
        self.choice = Choice()
        self._candidates, self._words, self._present = candidates, words, present
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A digit, some letters, or a new name"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.textEdited.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setAccessibleName(self.tr("Entities"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(label(" ".join(words.split())[:80], "section", wrap=True))
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.resize(360, 300)
        self._fill("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
            return True
        if event.key() in _LIST_KEYS:
            self.list.keyPressEvent(event)
            return True
        digit = keys.digit(keys.Press.of(event))
        if digit and not self.field.text() and digit <= self.list.count():
            self._take(self.list.item(digit - 1))
            return True
        return False

    def _fill(self, typed: str) -> None:
        self.list.clear()
        wanted = fold_key(typed)
        for entity in self._candidates:
            if wanted in fold_key(entity.name):
                mark = "✓ " if entity.id == self._present else ""
                self._add(f"{mark}{entity.name or entity.id}", Choice(entity=entity.id))
        name = typed.strip() or " ".join(self._words.split())
        self._add(i18n.fill(self.tr("new: {name}"), name=name), Choice(name=name))
        if self._present is not None and not typed:
            self._add(self.tr("none"), Choice())
        self.list.setCurrentRow(0)

    def _add(self, text: str, choice: Choice) -> None:
        number = self.list.count() + 1
        shown = f"{i18n.digits(str(number))}   {text}" if number <= 9 else text
        item = QListWidgetItem(shown, self.list)
        item.setData(_ROLE, choice)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.choice = item.data(_ROLE)
            self.accept()
