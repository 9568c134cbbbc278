"""The panels of the lead's page: a framed part with a title, and cards with one number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.models.agreement_page import Card, Headline
from annotator.ui.widgets.labels import label


class Panel(QFrame):
    """A framed part of the page with a title and a muted line under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(6)
        self._title, self._hint = label(role="title"), label(role="muted", wrap=True)
        self.column.addWidget(self._title)
        self.column.addWidget(self._hint)
        self._hint.hide()

    def set_title(self, title: str, hint: str = "") -> None:
        """Name the panel and say what can be done in it."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


class NumberCard(QFrame):
    """One number with its name; `chosen(query)` when it is clicked and has spans behind it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._query: object = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self._title, self._number = label(role="muted"), label(role="number")
        self._note = label(role="muted", wrap=True)
        for widget in (self._title, self._number, self._note):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_card(self, card: Card) -> None:
        """Show a number."""
        self._title.setText(card.title)
        self._number.setText(card.value)
        self._note.setText(card.note)
        self.setAccessibleName(f"{card.title}: {card.value}. {card.note}")
        self.open_by_click(card.query)

    def open_by_click(self, query: object) -> None:
        """Say which spans a click opens; None where there are none."""
        self._query = query
        self.setProperty("clickable", query is not None)
        self.style().polish(self)
        there = query is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if there else Qt.FocusPolicy.NoFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and self._query is not None:
            self.chosen.emit(self._query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and self._query is not None:
            self.chosen.emit(self._query)
        else:
            super().keyPressEvent(event)


class HeadlineCard(NumberCard):
    """The first figure with its interval, and what it means in one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number.setProperty("role", "figure")
        self._interval, self._basis = label(role="muted"), label(role="muted")
        self._sentence = label(wrap=True)
        for wrapped in (self._sentence, self._note):
            # the first letter of a wrapped right-to-left line would be cut at the edge
            wrapped.setContentsMargins(4, 0, 4, 0)
        line = QHBoxLayout()
        line.setSpacing(14)
        self.column.removeWidget(self._number)
        line.addWidget(self._number)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addStretch(1)
        beside.addWidget(self._interval)
        beside.addWidget(self._basis)
        beside.addStretch(1)
        line.addLayout(beside, 1)
        self.column.insertLayout(1, line)
        self.column.insertWidget(2, self._sentence)

    def show_headline(self, headline: Headline, meaning: str) -> None:
        """Show the first figure; `meaning` explains the measure."""
        self._title.setText(headline.title)
        self._number.setText(headline.mark.text)
        self._interval.setText(headline.mark.detail if headline.mark.value is not None else "")
        self._basis.setText(headline.basis)
        self._sentence.setText(headline.sentence)
        self._note.setText(meaning)
        self.setToolTip(headline.mark.tip)
        said = (headline.title, headline.mark.text, headline.mark.detail, headline.sentence)
        self.setAccessibleName(". ".join(filter(None, said)))
        self.open_by_click(headline.mark.query)
