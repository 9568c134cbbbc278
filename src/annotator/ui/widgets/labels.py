"""Labels that show text as it is: never as mark-up, and cut with an ellipsis where asked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(
    text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Make a plain-text label with a role of the style sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def line(parent: QWidget | None = None) -> QFrame:
    """Make a hairline."""
    made = QFrame(parent)
    made.setObjectName("line")
    return made


def caption(text: str = "", width: int = 74, parent: QWidget | None = None) -> ElidedLabel:
    """Make the muted name of a field, of one width in a column of fields."""
    made = ElidedLabel(text, "muted", parent)
    made.setFixedWidth(width)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    made.setToolTip(text)
    return made


class ElidedLabel(QLabel):
    """A label of one line that cuts its text with an ellipsis and may become narrow."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter,
            area,
            int(self.style().visualAlignment(self.layoutDirection(), alignment)),
            self.palette(),
            True,
            text,
        )
