"""What is at odds in the place in hand, and the verdicts with their keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import i18n, keys
from annotator.ui.widgets.column import Column
from annotator.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Offer:
    """A verdict to offer: its value, name, key, and what it would take (words and colour)."""

    value: str
    name: str
    key: str
    words: str = ""
    color: str = ""
    is_side: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel says: heading, kind, sentence, the verdict there is, and the offers."""

    heading: str
    kind: str = ""
    sentence: str = ""
    settled: str = ""
    offers: tuple[Offer, ...] = ()
    reason: str = ""


class _Card(QFrame):
    """One side's answer, to be chosen by mouse, Enter or Space."""

    chosen = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{offer.name}: {offer.words}")
        name = label(offer.name, "section")
        if offer.color:
            name.setStyleSheet(f"color: {offer.color};")
        head = QHBoxLayout()
        head.addWidget(name, 1)
        if offer.key:
            head.addWidget(label(keys.shown(offer.key), "key"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(label(offer.words, wrap=True))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class VerdictPanel(QWidget):
    """Emits `verdictChosen(value)` and `stepped(forward)`; `reason` is what was written."""

    verdictChosen = Signal(str)
    stepped = Signal(bool)
    plainRequested = Signal()
    exampleRequested = Signal()
    editRequested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setMinimumWidth(230)
        self._heading = label(role="title", wrap=True)
        self._kind = label(role="muted")
        self._sentence = label(wrap=True)
        self._settled = label(role="good", wrap=True)
        self._offers = Column()
        self.offers: dict[str, str] = {}
        self._why = label(role="muted", wrap=True)
        self._reason = QLineEdit()
        self._reason.returnPressed.connect(self.left)
        self._buttons = [QPushButton() for _ in range(5)]
        self._build()
        self.retranslate()

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 18, 18, 8)
        column.setSpacing(8)
        for part in (self._heading, self._kind, self._sentence, self._settled, self._offers):
            column.addWidget(part)
        column.addWidget(self._why)
        column.addWidget(self._reason)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(2)
        whole.addWidget(area, 1)
        signals = (self.plainRequested, self.exampleRequested, self.editRequested)
        rows = (self._buttons[:2], self._buttons[2:3], self._buttons[3:4], self._buttons[4:])
        for buttons in rows:
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            for button in buttons:
                button.setProperty("role", "quiet")
                row.addWidget(button)
            row.addStretch(1)
            whole.addLayout(row)
        self._buttons[0].clicked.connect(lambda: self.stepped.emit(True))
        self._buttons[1].clicked.connect(lambda: self.stepped.emit(False))
        for button, signal in zip(self._buttons[2:], signals, strict=True):
            button.clicked.connect(signal)

    @property
    def reason(self) -> str:
        """Why, as the lead wrote it."""
        return self._reason.text().strip()

    def clear_reason(self) -> None:
        """Forget what was written."""
        self._reason.clear()

    def focus_reason(self) -> None:
        """Let the lead write why."""
        self._reason.setFocus()

    def show_question(self, shown: Shown) -> None:
        """Show a place that differs, or what to do where there is none."""
        self._heading.setText(shown.heading)
        for part, text in (
            (self._kind, shown.kind),
            (self._sentence, shown.sentence),
            (self._settled, shown.settled),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._offers.clear()
        self.offers = {offer.key: offer.value for offer in shown.offers if offer.key}
        for offer in shown.offers:
            self._offers.add(self._widget(offer))
        self._reason.setText(shown.reason)
        for widget in (self._why, self._reason, *self._buttons):
            widget.setVisible(bool(shown.offers))

    def show_plain(self, count: int) -> None:
        """Say how many cases can be settled at once."""
        text = i18n.fill(self.tr("Settle all agreed and trifling ones ({count})"), count=count)
        self._buttons[2].setText(f"{text}   {keys.shown('Shift+N')}")
        self._buttons[2].setVisible(count > 0)

    def _widget(self, offer: Offer) -> QWidget:
        if offer.is_side:
            card = _Card(offer)
            card.chosen.connect(lambda value=offer.value: self.verdictChosen.emit(value))
            return card
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(2, 0, 12, 0)
        button = QPushButton(offer.name.replace("&", "&&"))
        button.setProperty("role", "target")
        button.clicked.connect(lambda _=False, v=offer.value: self.verdictChosen.emit(v))
        layout.addWidget(button)
        layout.addStretch(1)
        if offer.key:
            layout.addWidget(label(keys.shown(offer.key), "key"))
        return row

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._why.setText(self.tr("Why? (stays with the gold)") + f"   {keys.shown('W')}")
        self._reason.setAccessibleName(self.tr("Reason"))
        names = (
            (self.tr("Next"), "N"),
            (self.tr("Previous"), "P"),
            ("", ""),
            (self.tr("Make it an example in the guideline"), "G"),
            (self.tr("Edit the gold by hand"), "E"),
        )
        for button, (name, key) in zip(self._buttons, names, strict=True):
            button.setText(f"{name}   {keys.shown(key)}" if key else name)
        self.show_plain(0)

    def event(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress and self._reason.hasFocus():
            self.left.emit()
            return True
        return super().event(event)
