"""Fields of the scheme editor: each shows one value of a part and tells when it changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import i18n
from annotator.ui.theme import DARK, LIGHT, contrast
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.labels import label

READABLE = 4.5
_ID_ROLE = int(Qt.ItemDataRole.UserRole)
_VALUE_KEYS = ("value", "fa", "en")


class ColorField(QWidget):
    """A colour on one ground, as #RRGGBB, with a word where it is hard to read there."""

    changed = Signal(object)

    def __init__(self, name: str, ground: str) -> None:
        super().__init__()
        self._ground = ground
        self._name = name
        self._field = QLineEdit(maxLength=7)
        self._field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._field.setAccessibleName(name)
        self._field.setFixedWidth(96)
        self._swatch = QPushButton()
        self._swatch.setFixedWidth(44)
        self._swatch.setAccessibleName(self.tr("Choose a colour"))
        self._swatch.setToolTip(self.tr("Choose a colour"))
        self._warning = label(role="bad", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._swatch, self._field):
            layout.addWidget(widget)
        layout.addWidget(self._warning, 1)
        layout.addStretch()
        self._field.textEdited.connect(self._edited)
        self._swatch.clicked.connect(self._choose)

    def show_value(self, color: str) -> None:
        """Show a colour."""
        if self._field.text() != color:
            self._field.setText(color)
        self._judge(color)

    def _edited(self, text: str) -> None:
        self._judge(text)
        self.changed.emit(text)

    def _judge(self, color: str) -> None:
        known = is_color(color)
        sheet = f"background: {color}; border: 4px solid {self._ground};" if known else ""
        self._swatch.setStyleSheet(sheet)
        ratio = contrast(color, self._ground) if known else READABLE
        self._warning.setVisible(ratio < READABLE)
        template = self.tr("hard to read on the page: contrast {ratio}, at least {least} is wanted")
        shown = {"ratio": f"{ratio:.1f}", "least": f"{READABLE:.1f}"}
        self._warning.setText(i18n.digits(template.format(**shown)))

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self._field.text()), self, self._name)
        if chosen.isValid():
            self.show_value(chosen.name().upper())
            self.changed.emit(chosen.name().upper())


class EndsField(QListWidget):
    """The labels a relation may stand on, ticked."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "framed")
        self.setAccessibleName(name)
        self.setMaximumHeight(120)
        self.itemChanged.connect(lambda _: self.changed.emit(self.ticked()))

    def show_value(self, labels: Sequence[tuple[str, str]], ticked: Sequence[str]) -> None:
        """Show all labels as pairs of id and name, those of the relation ticked."""
        self.blockSignals(True)
        self.clear()
        for identity, name in labels:
            item = QListWidgetItem(name, self)
            item.setData(_ID_ROLE, identity)
            on = identity in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def ticked(self) -> list[str]:
        """Return the ids of the ticked labels."""
        items = (self.item(row) for row in range(self.count()))
        return [i.data(_ID_ROLE) for i in items if i.checkState() == Qt.CheckState.Checked]


class ValuesField(QWidget):
    """The values of an attribute: id and names, one a row."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._table = QTableWidget(0, 3)
        self._table.setProperty("role", "framed")
        self._table.setAccessibleName(self.tr("Values"))
        self._table.setHorizontalHeaderLabels(
            [self.tr("Value"), self.tr("Persian name"), self.tr("English name")]
        )
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.itemChanged.connect(lambda _: self._tell())
        add, remove = QPushButton(self.tr("Add a value")), QPushButton(self.tr("Remove"))
        up, down = QPushButton(self.tr("Up")), QPushButton(self.tr("Down"))
        add.clicked.connect(self._add)
        remove.clicked.connect(self._remove)
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        layout.addWidget(button_row(add, remove, up, down))
        self.setMinimumHeight(170)

    def show_value(self, values: Sequence[dict[str, Any]]) -> None:
        """Show the values of an attribute."""
        self._fill([[str(one.get(key, "")) for key in _VALUE_KEYS] for one in values])

    def values(self) -> list[dict[str, str]]:
        """Return the values as a scheme file has them."""
        return [dict(zip(_VALUE_KEYS, row, strict=True)) for row in self._rows()]

    def _rows(self) -> list[list[str]]:
        table = self._table
        return [
            [item.text() if (item := table.item(row, column)) else "" for column in range(3)]
            for row in range(table.rowCount())
        ]

    def _fill(self, rows: Sequence[Sequence[str]]) -> None:
        self._table.blockSignals(True)
        self._table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self._table.setItem(row, column, QTableWidgetItem(text))
        self._table.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit(self.values())

    def _add(self) -> None:
        rows = self._rows()
        taken = {row[0] for row in rows}
        value = next(f"value_{n}" for n in range(1, 10_000) if f"value_{n}" not in taken)
        self._fill([*rows, [value, value, value]])
        self._table.setCurrentCell(len(rows), 0)
        self._tell()

    def _remove(self) -> None:
        rows, place = self._rows(), self._table.currentRow()
        if 0 <= place < len(rows):
            self._fill([*rows[:place], *rows[place + 1 :]])
            self._tell()

    def _move(self, step: int) -> None:
        rows, place = self._rows(), self._table.currentRow()
        if 0 <= place < len(rows) and 0 <= place + step < len(rows):
            rows[place], rows[place + step] = rows[place + step], rows[place]
            self._fill(rows)
            self._table.setCurrentCell(place + step, 0)
            self._tell()


def is_color(text: str) -> bool:
    """Tell whether a text is a colour as scheme files write it."""
    return (
        len(text) == 7 and text[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in text[1:])
    )


def color_fields() -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two colours of a label, each with the ground it stands on."""
    return ("light", LIGHT.page), ("dark", DARK.page)
