"""The guideline beside the article, opened at the label in hand; plain Markdown, no network."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from annotator.ui.widgets.labels import label


class _Reader(QTextBrowser):
    """A text browser that loads nothing: neither files nor pictures."""

    def loadResource(self, type_: int, name: QUrl | str) -> Any:
        return None


class GuidelinePanel(QWidget):
    """Shows a guideline; emits `closed`."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._title = label(role="section")
        self._close = QPushButton()
        self._close.setProperty("role", "quiet")
        self._close.clicked.connect(self.closed)
        self._reader = _Reader()
        self._reader.setProperty("role", "reading")
        self._reader.setOpenLinks(False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 8, 8)
        layout.addLayout(head)
        layout.addWidget(self._reader, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._title.setText(self.tr("Guideline"))
        self._close.setText(self.tr("Close"))
        self._reader.setAccessibleName(self.tr("Guideline"))

    def show_text(self, markdown: str, label_names: tuple[str, ...] = ()) -> None:
        """Show a guideline and go to the first heading that names one of `label_names`."""
        if self._reader.property("source") != markdown:
            self._reader.setMarkdown(markdown)
            self._calm_headings()
            self._reader.setProperty("source", markdown)
        self._reader.moveCursor(QTextCursor.MoveOperation.Start)
        block = self._reader.document().begin()
        while block.isValid():
            heading = block.blockFormat().headingLevel() > 0
            if heading and any(name and name in block.text() for name in label_names):
                self._go_to(block.position())
                return
            block = block.next()

    def focus_text(self) -> None:
        """Give the focus to the text."""
        self._reader.setFocus()

    def _calm_headings(self) -> None:
        """Set headings in the sizes of the window; Markdown's own are for whole pages."""
        block = self._reader.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                font = QTextCharFormat()
                font.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                font.setFontPointSize(max(14 - 1.5 * level, 10))
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.LineUnderCursor)
                cursor.mergeCharFormat(font)
                room = QTextBlockFormat()
                room.setTopMargin(14)
                cursor.mergeBlockFormat(room)
            block = block.next()

    def _go_to(self, position: int) -> None:
        cursor = QTextCursor(self._reader.document())
        cursor.setPosition(position)
        self._reader.setTextCursor(cursor)
        top = self._reader.cursorRect(cursor).top()
        bar = self._reader.verticalScrollBar()
        bar.setValue(bar.value() + top - 8)
