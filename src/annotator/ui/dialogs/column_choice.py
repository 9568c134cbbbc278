"""Which column of a table is the text, the headline …: a field for each thing we know of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.domain.article import PUBLISHED, SOURCE, TITLE
from annotator.formats.columns import ID, TEXT, column_keys
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label

_NONE = ""


class ColumnChoice(QWidget):
    """Starts with what the names of the columns say; `chosen` is what a person said otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assumed: dict[str, str] = {}
        self._names: tuple[str, ...] = ()
        self.boxes: dict[str, ComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        named = {
            TEXT: self.tr("Text"),
            TITLE: self.tr("Headline"),
            SOURCE: self.tr("Agency"),
            PUBLISHED: self.tr("Date"),
            ID: self.tr("Id"),
        }
        for column, (key, name) in enumerate(named.items()):
            box = self.boxes[key] = ComboBox()
            box.setAccessibleName(name)
            box.activated.connect(self.changed)
            grid.addWidget(label(name, role="muted"), 0, column)
            grid.addWidget(box, 1, column)
        self.hide()

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The pairs of key and column that differ from what was assumed."""
        picked = {key: box.currentData() for key, box in self.boxes.items()}
        if all(name == self._assumed.get(key, _NONE) for key, name in picked.items()):
            return ()
        return tuple((key, name) for key, name in picked.items() if name)

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer these columns; the same ones again keep what was chosen."""
        self.setVisible(bool(names))
        if names == self._names:
            return
        self._names = names
        self._assumed = dict(zip(column_keys(names, {}), names, strict=True))
        for key, box in self.boxes.items():
            box.clear()
            # a column that is known by its name cannot be made unknown
            if key not in self._assumed:
                box.addItem("—", _NONE)
            for name in names:
                box.addItem(name, name)
            box.choose(self._assumed.get(key, _NONE))
