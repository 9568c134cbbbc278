"""The first page: open the sample, make a project, open one; and how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import i18n
from annotator.ui.widgets.column import Column
from annotator.ui.widgets.labels import label, line

_WIDTH = 620


class WelcomePage(QScrollArea):
    """Emits `actionChosen(action_id)` and `recentChosen(path)`."""

    actionChosen = Signal(str)
    recentChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title, self._lead = label(role="headline"), label(role="muted", wrap=True)
        self._buttons = {
            "open_sample": QPushButton(),
            "new_project": QPushButton(),
            "open_project": QPushButton(),
        }
        self._buttons["open_sample"].setProperty("role", "primary")
        for action, button in self._buttons.items():
            button.clicked.connect(lambda _=False, a=action: self.actionChosen.emit(a))
        self._steps_title = label(role="section")
        self._steps = [label(wrap=True) for _ in range(3)]
        self._recent_title = label(role="section")
        self._recent = Column()
        self._recent_paths: Sequence[str] = ()
        self._drop = label(role="muted", wrap=True)
        self._error = label(role="bad", wrap=True)
        self._error.hide()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 40, 24, 32)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._lead)
        layout.addSpacing(8)
        row = QHBoxLayout()
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(self._error)
        layout.addWidget(self._drop)
        layout.addSpacing(12)
        layout.addWidget(line())
        layout.addWidget(self._steps_title)
        for step in self._steps:
            layout.addWidget(step)
        layout.addSpacing(12)
        layout.addWidget(self._recent_title)
        layout.addWidget(self._recent)
        layout.addStretch()
        page = QWidget()
        page.setObjectName("page")
        outer = QHBoxLayout(page)
        outer.addStretch(1)
        outer.addWidget(column, 100)
        outer.addStretch(1)
        self.setWidget(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._title.setText(self.tr("Annotator"))
        self._lead.setText(
            self.tr("Who said what, agreed on what and about what, in Persian news.")
        )
        self._buttons["open_sample"].setText(self.tr("Open the sample"))
        self._buttons["new_project"].setText(self.tr("New project from your articles…"))
        self._buttons["open_project"].setText(self.tr("Open a project…"))
        self._drop.setText(self.tr("Or drop a project or text files here."))
        self._steps_title.setText(self.tr("Three steps to the first label"))
        steps = (
            self.tr("Open the sample: some short articles wait in the queue."),
            self.tr("Put the caret on a name and press 1: the word becomes a speaker."),
            self.tr("Select what was said and press 2, then L and Enter: now it has a speaker."),
        )
        for number, (shown, step) in enumerate(zip(self._steps, steps, strict=True), 1):
            shown.setText(i18n.digits(f"{number}.  {step}"))
        self._recent_title.setText(self.tr("Opened last"))
        self.show_recent(self._recent_paths)

    def show_error(self, text: str) -> None:
        """Say why a project was not opened; empty: nothing."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def show_recent(self, paths: Sequence[str]) -> None:
        """Show the projects opened last; those that are gone are left out."""
        self._recent_paths = paths
        self._recent.clear()
        present = [path for path in paths if Path(path).exists()]
        for path in present[:6]:
            button = QPushButton(Path(path).stem.replace("&", "&&"))
            button.setProperty("role", "quiet")
            button.setToolTip(i18n.left_to_right(path))
            button.clicked.connect(lambda _=False, p=path: self.recentChosen.emit(p))
            row = QWidget()
            inner = QHBoxLayout(row)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(button)
            inner.addWidget(label(i18n.left_to_right(path), "muted"), 1)
            self._recent.add(row)
        self._recent_title.setVisible(bool(present))
