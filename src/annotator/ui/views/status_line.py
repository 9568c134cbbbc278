"""The line at the foot of the window: saved or not, the span, the place in the queue, a message."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.domain.span import Span
from annotator.ui import i18n
from annotator.ui.widgets.labels import ElidedLabel, label

_MESSAGE_MS = 8000


class StatusLine(QWidget):
    """Shows states; `day` is the one button here, with the minutes of who is working."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._saved = label(role="good")
        self._place = label(role="muted")
        self._article = label(role="muted")
        self.day = QPushButton()
        self.day.setProperty("role", "quiet")
        self.day.hide()
        self._message = ElidedLabel(role="section")
        self._fade = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._fade.timeout.connect(lambda: self._message.setText(""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.setSpacing(18)
        layout.addWidget(self._saved)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._place)
        layout.addWidget(self._article)
        layout.addWidget(self.day)

    def show_saved(self, saved: bool) -> None:
        """Show that all is saved, or that the last edit was not taken."""
        self._saved.setText(self.tr("✓ saved") if saved else "")

    def show_message(self, text: str) -> None:
        """Show a sentence for some seconds."""
        self._message.setText(text)
        self._message.setToolTip(text)
        self._message.setAccessibleName(text)
        self._fade.start()

    @property
    def message(self) -> str:
        """The sentence that stands there now."""
        return self._message.text()

    def show_place(self, span: Span | None, selection: tuple[int, int]) -> None:
        """Show the selected span or the selection, in code points."""
        start, end = (span.start, span.end) if span else selection
        length = span.length if span else end - start
        if start == end:
            self._place.setText("")
            return
        template = self.tr("span {start}–{end} · {length} characters")
        if span is None:
            template = self.tr("selection {start}–{end} · {length} characters")
        plain = {"start": str(start), "end": str(end), "length": str(length)}
        self._place.setText(i18n.digits(template.format(**plain)))

    def show_article(self, position: int | None, total: int) -> None:
        """Show which article of the queue is open; `position` counts from zero."""
        if position is None or position < 0:
            self._article.setText("")
            return
        template = self.tr("article {position} of {total}")
        self._article.setText(i18n.fill(template, position=position + 1, total=total))
