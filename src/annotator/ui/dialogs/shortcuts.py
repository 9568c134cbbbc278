"""All keys in one list, to read and to change."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from annotator.domain.scheme import Scheme
from annotator.ui import i18n, keys
from annotator.ui.commands.actions import ACTIONS, BY_ID, GROUPS, Action, Scope
from annotator.ui.dialogs.base import FormDialog
from annotator.ui.i18n import translate
from annotator.ui.widgets.labels import label

_ID = int(Qt.ItemDataRole.UserRole)
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
}


class KeyField(QLineEdit):
    """Takes the next key press as a key; emits `pressed(spec)`."""

    pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        combo = next(keys.candidates(keys.Press.of(event)), None)
        if combo is not None and combo.key != "Esc":
            self.pressed.emit(str(combo))


class ShortcutsDialog(FormDialog):
    """Shows every action with its keys; `own` holds those the person changed."""

    def __init__(
        self, own: Mapping[str, list[str]], scheme: Scheme | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Keys"))
        self.accept_button.setText(self.tr("Keep"))
        self.own = {action: list(specs) for action, specs in own.items()}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Find an action or a key"))
        self._filter.setAccessibleName(self.tr("Find an action or a key"))
        self._filter.textChanged.connect(self._show_matching)
        self.list = QTreeWidget()
        self.list.setProperty("role", "framed")
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Key")])
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.currentItemChanged.connect(self._on_current)
        self._fill(scheme)
        self._field = KeyField()
        self._field.setPlaceholderText(self.tr("Press the new key here"))
        self._field.setAccessibleName(self.tr("New key of the chosen action"))
        self._field.pressed.connect(self._give)
        self._reset = QPushButton(self.tr("As delivered"))
        self._reset.clicked.connect(self._give_back)
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._field, 1)
        inner.addWidget(self._reset)
        hint = self.tr("Letters are places on a Latin keyboard, whatever layout is active.")
        self.add(self._filter, self.list, label(hint, "muted", wrap=True), row)
        self.finish()
        self._on_current(None)
        self.resize(560, 600)

    def _fill(self, scheme: Scheme | None) -> None:
        head = QTreeWidgetItem([self.tr("Labels"), ""])
        for kind in scheme.labels if scheme else ():
            if kind.key:
                name = kind.name.get(i18n.language())
                head.addChild(QTreeWidgetItem([name, keys.shown(kind.key)]))
        if head.childCount():
            self.list.addTopLevelItem(head)
        for group, source in GROUPS.items():
            top = QTreeWidgetItem([translate("Actions", source), ""])
            for action in ACTIONS:
                if action.group == group:
                    top.addChild(self._item(action))
            self.list.addTopLevelItem(top)
        self.list.expandAll()
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)

    def _item(self, action: Action) -> QTreeWidgetItem:
        item = QTreeWidgetItem([action.text, ""])
        item.setData(0, _ID, action.id)
        self._items[action.id] = item
        self._show_keys(action.id)
        return item

    def _show_keys(self, action: str) -> None:
        specs = self.own.get(action, list(BY_ID[action].keys))
        self._items[action].setText(1, "   ".join(keys.shown(spec) for spec in specs))

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        action = item.data(0, _ID) if item else None
        changeable = action is not None and BY_ID[action].scope is not Scope.VIEW
        self._field.setEnabled(changeable)
        self._reset.setEnabled(changeable and action in self.own)
        self.show_error("")

    def _give(self, spec: str) -> None:
        action = self._current()
        other = self._taken(spec)
        if action is None:
            return
        if other and other != action:
            template = self.tr("{key} belongs to: {action}")
            name = BY_ID[other].text if other in BY_ID else self.tr("a label")
            self.show_error(i18n.fill(template, key=keys.shown(spec), action=name))
            return
        self.own[action] = [spec]
        self._show_keys(action)
        self._on_current(self._items[action])

    def _give_back(self) -> None:
        action = self._current()
        if action is not None:
            self.own.pop(action, None)
            self._show_keys(action)
            self._on_current(self._items[action])

    def _current(self) -> str | None:
        item = self.list.currentItem()
        found = item.data(0, _ID) if item else None
        return found if isinstance(found, str) else None

    def _taken(self, spec: str) -> str | None:
        if spec.isdigit():
            return "label"
        wanted = keys.parse(spec)
        for action in ACTIONS:
            specs = self.own.get(action.id, list(action.keys))
            if any(keys.parse(one) == wanted for one in specs):
                return action.id
        return None

    def _show_matching(self, text: str) -> None:
        wanted = text.strip().casefold()
        for place in range(self.list.topLevelItemCount()):
            top = self.list.topLevelItem(place)
            items = [top.child(row) for row in range(top.childCount())] if top else []
            for item in filter(None, items):
                words = f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(wanted not in words)
