"""The label palette under the article: each label with its key, and what other keys do now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.domain.scheme import LabelType, Scheme
from annotator.ui import i18n, keys
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.labels import label

_BUTTON = (
    "QPushButton {{ background: {ground}; color: {color}; border: 2px solid {color};"
    " border-radius: 8px; padding: 5px 9px; font-weight: bold; min-height: 20px; }}"
    "QPushButton:hover {{ background: {hover}; }}"
    "QPushButton:disabled {{ color: {muted}; border-color: {line}; background: transparent; }}"
    "QPushButton:focus {{ border: 2px solid {text}; }}"
)


class Palette(QWidget):
    """Emits `labelChosen(label_id)`; buttons never take the focus from the article by a click."""

    labelChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme: Theme = LIGHT
        self._scheme: Scheme | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._hints: Sequence[tuple[str, str]] = ()
        self._enabled = True
        self._labels = QWidget()
        self._label_flow = FlowLayout(self._labels, 6)
        self._hint_box = QWidget()
        self._hint_flow = FlowLayout(self._hint_box, 14, single=True)
        wide = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        wide.setHeightForWidth(True)
        self._labels.setSizePolicy(wide)
        self._hint_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(16)
        layout.addWidget(self._labels)
        layout.addWidget(self._hint_box, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_scheme(self, scheme: Scheme | None) -> None:
        """Show a button for each label that has a key."""
        self._scheme = scheme
        _clear(self._label_flow)
        self._buttons = {}
        for kind in scheme.labels if scheme else ():
            if kind.key:
                button = QPushButton()
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(lambda _=False, id_=kind.id: self.labelChosen.emit(id_))
                self._label_flow.addWidget(button)
                self._buttons[kind.id] = button
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self.retranslate()

    def set_labels_enabled(self, enabled: bool) -> None:
        """Allow labelling or not."""
        self._enabled = enabled
        for button in self._buttons.values():
            button.setEnabled(enabled)

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show what keys do now, as pairs of key and meaning."""
        if hints == self._hints:
            return
        self._hints = hints
        _clear(self._hint_flow)
        for key, meaning in hints:
            self._hint_flow.addWidget(_hint(key, meaning))
        self.updateGeometry()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        for kind in self._scheme.labels if self._scheme else ():
            if button := self._buttons.get(kind.id):
                self._dress(button, kind)

    def _dress(self, button: QPushButton, kind: LabelType) -> None:
        name = kind.name.get(i18n.language())
        button.setText(f"{name}  {i18n.digits(kind.key)}".replace("&", "&&"))
        button.setAccessibleName(name)
        help_text = kind.help.get(i18n.language())
        button.setToolTip(f"{help_text} ({keys.shown(kind.key)})" if help_text else name)
        color = self._theme.label(kind.color)
        button.setStyleSheet(
            _BUTTON.format(
                color=color,
                ground=self._theme.tinted(color, 0.10),
                hover=self._theme.tinted(color, 0.22),
                muted=self._theme.muted,
                line=self._theme.hairline,
                text=self._theme.text,
            )
        )
        button.setEnabled(self._enabled)


def _hint(key: str, meaning: str) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(label(meaning, "hint"))
    layout.addWidget(label(key, "key"))
    return box


def _clear(layout: FlowLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
