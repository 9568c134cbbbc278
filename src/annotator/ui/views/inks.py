"""The colours of labels on a theme, in the strengths that selection gives them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from annotator.domain.scheme import Scheme
from annotator.ui.theme import Theme, mixed
from annotator.ui.views.tags import tagged_labels

_UNKNOWN = "#5F656E"
_STRONG = 2.0
DIM = 0.45


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one label in one strength; quiet labels have no ground."""

    line: QColor
    ground: QColor | None
    tag_text: QColor


class Inks:
    """The colours of the labels of a scheme on a theme."""

    def __init__(self, theme: Theme, scheme: Scheme) -> None:
        self._theme = theme
        self._scheme = scheme
        self._quiet = {label.id for label in scheme.labels if label.optional}
        taken = self._quiet | tagged_labels(scheme)
        untagged = [label.id for label in scheme.labels if label.id not in taken]
        self._notches = {label: cuts for cuts, label in enumerate(untagged)}
        self._made: dict[tuple[str, str], Ink] = {}

    def of(self, label: str, strength: str) -> Ink:
        """Return the ink of a label, `plain`, `strong` or `dim`."""
        found = self._made.get((label, strength))
        if found is None:
            found = self._made[label, strength] = self._make(label, strength)
        return found

    def notches(self, label: str) -> int:
        """Return how many cuts tell the lane of a label from those of other untagged ones."""
        return self._notches.get(label, 0)

    def is_quiet(self, label: str) -> bool:
        """Tell whether spans of a label have no ground and a thin lane."""
        return label in self._quiet

    def _make(self, label: str, strength: str) -> Ink:
        theme = self._theme
        known = self._scheme.label(label)
        color = theme.label(known.color) if known else _UNKNOWN
        shares = {"plain": 1.0, "strong": _STRONG, "dim": 0.5}
        ground = QColor(theme.tinted(color, theme.ground_alpha * shares[strength]))
        line = mixed(color, theme.page, DIM) if strength == "dim" else color
        quiet = self.is_quiet(label) and strength != "strong"
        return Ink(QColor(line), None if quiet else ground, QColor(theme.tag_text))
