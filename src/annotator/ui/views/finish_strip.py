"""The strip above the palette that says, once, what is still open in an article to be finished."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.ui import i18n, keys
from annotator.ui.widgets.labels import ElidedLabel

_NAMED = 3


class FinishStrip(QWidget):
    """Emits `showRequested` and `finishRequested`; it never keeps anybody from going on."""

    showRequested = Signal()
    finishRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = ElidedLabel()
        self._show, self._finish = QPushButton(), QPushButton()
        for button in (self._show, self._finish):
            button.setProperty("role", "quiet")
        self._show.clicked.connect(self.showRequested)
        self._finish.clicked.connect(self.finishRequested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._show)
        layout.addWidget(self._finish)
        self.hide()

    def show_problems(self, problems: Sequence[str]) -> None:
        """Say what is open; nothing open hides the strip."""
        named = list(dict.fromkeys(problems))
        more = "…" if len(named) > _NAMED else ""
        template = self.tr("Still open: {count} – {problems}")
        words = "؛ " if i18n.language() == "fa" else "; "
        listed = words.join(named[:_NAMED]) + more
        text = i18n.fill(template, count=len(problems), problems=listed)
        self._text.setText(text)
        self._text.setToolTip("\n".join(named))
        self._text.setAccessibleName(text)
        show, finish = self.tr("Show"), self.tr("Done all the same")
        self._show.setText(f"{show} ({keys.shown('N')})")
        self._finish.setText(f"{finish} ({keys.shown('Ctrl+Return')})")
        self.setVisible(bool(problems))
