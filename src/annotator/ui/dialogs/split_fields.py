"""Fields for dealing articles to train, dev and test: shares in per cent, and a seed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from annotator.ui.widgets.labels import label

_SHARES = {"train": 80, "dev": 10, "test": 10}


class SplitFields(QWidget):
    """The three shares and the seed; the names of the sides are those of the files."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[str, QSpinBox] = {}
        for name, share in _SHARES.items():
            box = self.boxes[name] = QSpinBox(maximum=100, value=share, suffix=self.tr("%"))
            self._add(layout, name, box)
        self.seed = QSpinBox(maximum=999_999)
        self._add(layout, self.tr("Seed"), self.seed)
        layout.addStretch()

    @property
    def shares(self) -> dict[str, float]:
        """The share of each side that has one."""
        return {name: box.value() / 100 for name, box in self.boxes.items() if box.value()}

    @property
    def adds_up(self) -> bool:
        """Tell whether the shares are 100 together."""
        return sum(box.value() for box in self.boxes.values()) == 100

    def problem(self) -> str:
        """Return what is wrong with the shares; empty where nothing is."""
        return "" if self.adds_up else self.tr("The shares must add up to 100.")

    def _add(self, layout: QHBoxLayout, name: str, box: QSpinBox) -> None:
        box.setAccessibleName(name)
        box.valueChanged.connect(self.changed)
        layout.addWidget(label(name, role="muted"))
        layout.addWidget(box)
