"""A page of read-only text: typeset once, scrolled, walked and selected in code points.

Knows keys of movement, the caret and the selection; spans, the mouse and drawing belong in
`article_view`, which this is the base of.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.domain.offsets import Utf16Map
from annotator.ui.fonts import ARTICLE_SIZE, LARGEST_ARTICLE, SMALLEST_ARTICLE
from annotator.ui.views import caret
from annotator.ui.views.caret import Growth, Movement, Unit
from annotator.ui.views.text_lines import TextLines
from annotator.ui.views.typesetting import GUTTER, Measures, typeset

NO_ARTICLE = Article(ArticleId(""), "")
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)
_COPY, _ALL = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll


class TextPage(QTextEdit):
    """Shows the text of one article; positions are its code points."""

    rangeSelected = Signal(object, object)
    zoomRequested = Signal(int)
    focusGained = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article, self.extra_room = NO_ARTICLE, 0
        self._size, self._visual_arrows = ARTICLE_SIZE, True
        self._goal_x: float | None = None
        self._growth = Growth()
        self.setReadOnly(True)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)

    # the text

    def typeset(self) -> None:
        """Set the article's text anew at the size in use, with the caret at its start."""
        self._goal_x, self._growth = None, Growth()
        text, units = self.article.text, Utf16Map(self.article.text)
        self.measures = Measures(self._size, self.extra_room)
        document = typeset(text, units, self.measures, self.article.direction, self)
        self.setDocument(document)  # deletes the one before, which is its child
        self.lines = TextLines(document, text, units, self.measures)
        self._set_margins()

    def set_font_size(self, pixels: int) -> None:
        """Set the article in another size, kept within 14 to 32, at the same place."""
        size = min(max(pixels, SMALLEST_ARTICLE), LARGEST_ARTICLE)
        if size != self._size:
            place, selection = self.scroll_position(), (self.anchor(), self.caret())
            self._size = size
            self.typeset()
            self._put(*selection)
            self.restore_scroll(place)

    def set_visual_arrows(self, on: bool) -> None:
        """Let the arrow keys follow the eye, or the order of the text."""
        self._visual_arrows = on

    def copy(self) -> None:
        """Copy the selected text as it stands in the article, without form."""
        start, end = self.selection()
        if start < end:
            QGuiApplication.clipboard().setText(self.article.text[start:end])

    # caret and selection

    def caret(self) -> int:
        """Return where the caret stands."""
        return self.lines.units.to_code_point(self.textCursor().position())

    def anchor(self) -> int:
        """Return where the selection was begun; the caret's place where there is none."""
        return self.lines.units.to_code_point(self.textCursor().anchor())

    def selection(self) -> tuple[int, int]:
        """Return start and end of the selected text, the caret twice where there is none."""
        start, end = sorted((self.anchor(), self.caret()))
        return start, end

    def set_selection(self, anchor: int, position: int, *, scroll: bool = True) -> None:
        """Select from `anchor` to `position`, where the caret then stands."""
        self._goal_x = None
        self._put(anchor, position)
        if scroll:
            self.scroll_to(position)

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere, with nothing selected."""
        self.set_selection(position, position)

    def _put(self, anchor: int, position: int) -> None:
        if (anchor, position) == (self.anchor(), self.caret()):
            return
        before = self.selection()
        cursor, units = self.textCursor(), self.lines.units
        length = units.length
        cursor.setPosition(units.to_utf16(min(max(anchor, 0), length)))
        cursor.setPosition(
            units.to_utf16(min(max(position, 0), length)), QTextCursor.MoveMode.KeepAnchor
        )
        # Qt would scroll to the caret by its own rule.
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)
        self.viewport().update()
        if self.selection() != before:
            self.rangeSelected.emit(*self.selection())

    def move(self, unit: Unit, forward: bool, extend: bool) -> None:  # type: ignore[override]
        """Move the caret by a unit in the order of the text; extending keeps the other end."""
        self._go(Movement(unit, forward, extend))

    def grow(self) -> None:
        """Select the next larger unit around the selection."""
        self.set_selection(*self._growth.grow(self.article.text, *self.selection()))

    def shrink(self) -> None:
        """Go back to the selection before the last growth."""
        self.set_selection(*self._growth.shrink(*self.selection()))

    def _go(self, movement: Movement) -> None:
        start, end = self.selection()
        if movement.unit == "char" and not movement.extend and start < end:
            self.set_caret(end if movement.forward else start)
            return
        goal = self._goal_x
        position = self._target(movement)
        self.set_selection(self.anchor() if movement.extend else position, position)
        if movement.unit in {"line", "page"}:
            self._goal_x = goal

    def _target(self, movement: Movement) -> int:
        text, here, forward = self.article.text, self.caret(), movement.forward
        if movement.unit in {"line", "page"}:
            return self._vertical_target(movement)
        if movement.unit == "line_end":
            line = self.lines.line_of(here)
            return self.lines.end_of(line) if forward else line.start
        if movement.left is not None and self._visual_arrows:
            return caret.visual_step(text, self.lines, here, movement.left, forward)
        return caret.moved(text, here, movement.unit, forward)

    def _vertical_target(self, movement: Movement) -> int:
        here = self.caret()
        x = self.lines.caret_x(here) if self._goal_x is None else self._goal_x
        self._goal_x = x
        if movement.unit == "line":
            return caret.beside_line(self.article.text, self.lines, here, x, movement.forward)
        step = self.viewport().height() - self.measures.pitch
        y = self.lines.baseline(self.lines.line_of(here)) + (step if movement.forward else -step)
        return self.lines.place(x, y).caret

    # scrolling

    def in_document(self, point: QPointF) -> QPointF:
        """Turn a point of the viewport into one of the document."""
        return point + QPointF(0, self.verticalScrollBar().value())

    def caret_point(self) -> QPoint:
        """Return the foot of the caret on the screen, for what opens there."""
        here = self.caret()
        foot = self.lines.baseline(self.lines.line_of(here)) + self.measures.ground_below
        x, y = self.lines.caret_x(here), foot - self.verticalScrollBar().value()
        return self.viewport().mapToGlobal(QPoint(round(x), round(y)))

    def visible_range(self) -> tuple[int, int]:
        """Return the code points that stand in the viewport."""
        top = self.verticalScrollBar().value()
        first = self.lines.line_at(top)
        last = self.lines.line_at(top + self.viewport().height() - 1)
        return first.start, last.end

    def scroll_position(self) -> int:
        """Return the first code point of the topmost line, to come back to."""
        return self.visible_range()[0]

    def restore_scroll(self, position: int) -> None:
        """Scroll so that the line of a code point is the topmost."""
        line = self.lines.line_of(position)
        top = self.lines.baseline(line) - self.measures.cell_above
        self.verticalScrollBar().setValue(0 if line.start == 0 else round(top))

    def scroll_to(self, position: int) -> None:
        """Scroll as little as needed to see the line of a position and one beside it."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        baseline = self.lines.baseline(self.lines.line_of(position))
        room = min(self.measures.pitch, max(0.0, (height - self.measures.pitch) / 2))
        top = baseline - self.measures.cell_above - room
        bottom = baseline + self.measures.cell_below + room
        if top < bar.value():
            bar.setValue(round(top))
        elif bottom > bar.value() + height:
            bar.setValue(round(bottom - height))

    def _set_margins(self) -> None:
        spare = self.width() - self.measures.column - 2 * GUTTER
        side = max(0, spare // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
        # a viewport that is not shown yet tells nobody that its width changed
        if self.document().textWidth() != self.viewport().width():
            self.document().setTextWidth(self.viewport().width())

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._movement(event)
        if asked is not None:
            self._go(asked)
        elif event.matches(_COPY):
            self.copy()
        elif event.matches(_ALL):
            self.set_selection(0, len(self.article.text), scroll=False)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _movement(self, event: QKeyEvent) -> Movement | None:
        return caret.movement(event, right_to_left=self.article.direction != "ltr")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Only movement is ours; QTextEdit would take more keys than that from the window.
            wanted = self._movement(cast(QKeyEvent, event)) is not None
            event.setAccepted(wanted)
            return wanted
        if event.type() == QEvent.Type.Wheel:
            # The margins beside the column scroll as the column does.
            self.wheelEvent(cast(QWheelEvent, event))
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focusGained.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoomRequested.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        start, end = self.selection()
        data.setText(self.article.text[start:end])
        return data
