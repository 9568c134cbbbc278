"""Editors for the attributes of a label or of the article, made from the scheme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
    QWidgetAction,
)

from annotator.domain.scheme import AttributeKind, AttributeType
from annotator.domain.span import Attributes, AttributeValue
from annotator.ui import i18n, keys
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import caption

_SEPARATOR = "، "
_SHOWN = 26


class ChoiceBox(ComboBox):
    """A list of values in which a digit picks the value at that place, under any layout."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = keys.digit(keys.Press.of(event))
        if digit is not None and digit < self.count():
            self.setCurrentIndex(digit)
            self.activated.emit(digit)
            return
        super().keyPressEvent(event)


class ListButton(QPushButton):
    """Several values of a closed list, ticked in a menu; emits `picked(tuple)` on closing it."""

    picked = Signal(object)

    def __init__(self, kind: AttributeType) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._kind = kind
        self._value: tuple[str, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        menu = QMenu(self)
        for choice in kind.choices:
            box = QCheckBox(choice.name.get(i18n.language()))
            box.setContentsMargins(8, 2, 8, 2)
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
            self._boxes[choice.value] = box
        menu.aboutToHide.connect(self._tell)
        self.setMenu(menu)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Tick the given values; the button says them."""
        self._value = value
        for name, box in self._boxes.items():
            box.setChecked(name in value)
        names = (self._kind.choice_name(one, i18n.language()) for one in value)
        text = _SEPARATOR.join(names) or "—"
        self.setToolTip(text)
        self.setText(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")

    def _tell(self) -> None:
        ticked = tuple(name for name, box in self._boxes.items() if box.isChecked())
        kept = tuple(one for one in self._value if one not in self._boxes)
        if set(ticked + kept) != set(self._value):
            self.picked.emit(ticked + kept)


class AttributeEditor(QWidget):
    """One row for each attribute; emits `changed(attribute_id, value or None)`."""

    changed = Signal(str, object)

    def __init__(self, kinds: Sequence[AttributeType], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Attributes = {}
        self._editors: dict[str, QWidget] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(5)
        layout.setColumnStretch(1, 1)
        for row, kind in enumerate(k for k in kinds if k.kind is not AttributeKind.ENTITY):
            self._add(layout, row, kind)

    def show_values(self, values: Attributes) -> None:
        """Show the values of a span."""
        self._values = values
        for name, editor in self._editors.items():
            _show(editor, values.get(name))

    def focus_first(self) -> bool:
        """Give the focus to the first editor; False where there is none."""
        first = next(iter(self._editors.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return first is not None

    def _add(self, layout: QGridLayout, row: int, kind: AttributeType) -> None:
        name = kind.name.get(i18n.language())
        named = caption(name)
        editor = self._editor(kind)
        editor.setAccessibleName(name)
        named.setBuddy(editor)
        layout.addWidget(named, row, 0)
        layout.addWidget(editor, row, 1)
        self._editors[kind.id] = editor

    def _editor(self, kind: AttributeType) -> QWidget:
        if kind.kind is AttributeKind.LIST:
            button = ListButton(kind)
            button.picked.connect(lambda value: self.changed.emit(kind.id, value or None))
            return button
        if kind.kind is AttributeKind.CHOICE and kind.choices:
            return self._choice(kind)
        field = QLineEdit()
        field.editingFinished.connect(lambda: self._typed(kind, field.text()))
        return field

    def _choice(self, kind: AttributeType) -> ChoiceBox:
        box = ChoiceBox()
        box.addItem("—", None)
        for choice in kind.choices:
            box.addItem(choice.name.get(i18n.language()), choice.value)
        box.activated.connect(lambda: self.changed.emit(kind.id, box.currentData()))
        return box

    def _typed(self, kind: AttributeType, text: str) -> None:
        value: AttributeValue | None = text.strip() or None
        if value and kind.kind is AttributeKind.TEXT_LIST:
            value = tuple(p.strip() for p in text.replace("،", ",").split(",") if p.strip())
        if value != self._values.get(kind.id):
            self.changed.emit(kind.id, value)


def _show(editor: QWidget, value: AttributeValue | None) -> None:
    many = (value,) if isinstance(value, str) else tuple(value or ())
    if isinstance(editor, ListButton):
        editor.show_value(many)
    elif isinstance(editor, ChoiceBox):
        _show_choice(editor, many)
    elif isinstance(editor, QLineEdit) and editor.text() != _SEPARATOR.join(many):
        editor.setText(_SEPARATOR.join(many))


def _show_choice(box: ChoiceBox, values: tuple[str, ...]) -> None:
    value = values[0] if values else None
    if value is not None and box.findData(value) < 0:
        box.addItem(value, value)
    box.choose(value)
