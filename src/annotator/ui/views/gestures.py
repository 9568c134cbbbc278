"""What the mouse does in the article: selecting, resizing, linking, and what the pointer shows.

A gesture only asks: the view emits its requests, and the window decides. What stands at a point
is found by `pointing`; what to draw meanwhile is left in the view's marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from annotator.domain.ids import SpanId
from annotator.persian import segment
from annotator.persian.snap import snap
from annotator.persian.words import word_around
from annotator.ui.views import tags
from annotator.ui.views.pointing import Spot, spot_at

if TYPE_CHECKING:
    from annotator.ui.views.article_view import ArticleView

_SCROLL_INTERVAL = 40
_SCROLL_SHARE = 0.5
_Shape = Qt.CursorShape
_Mode = Literal["select", "piece", "resize", "link"]


@dataclass(slots=True)
class _Drag:
    mode: _Mode
    pressed: QPointF
    origin: int
    spot: Spot
    moving: bool = False


class Gestures:
    """Turns mouse events of one view into selections and requests."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._drag: _Drag | None = None
        self._double_click: tuple[int, QPointF] | None = None
        self._timer = QTimer(view)
        self._timer.setInterval(_SCROLL_INTERVAL)
        self._timer.timeout.connect(self._scroll_on)
        self._pointer = QPointF()
        self._exact = False

    # events

    def handle(self, event: QEvent) -> bool:
        """Take an event of the viewport; False where it is none of the mouse's."""
        if isinstance(event, QContextMenuEvent):
            self._menu(event)
        elif isinstance(event, QHelpEvent):
            self._tip(event)
        elif isinstance(event, QMouseEvent):
            self._mouse(event)
        else:
            if event.type() == QEvent.Type.Leave:
                self._view.set_hovered(None)
            return False
        return True

    def _mouse(self, event: QMouseEvent) -> None:
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            self._move(event)
        elif event.button() != Qt.MouseButton.LeftButton:
            return
        elif kind == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(event)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._take_word(event)

    def _press(self, event: QMouseEvent) -> None:
        """Begin a gesture at the left button."""
        spot = spot_at(self._view, event.position())
        if self._is_third_click(event):
            self._view.set_selection(*segment.sentence_at(self._view.article.text, spot.under))
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        mode: _Mode = "piece" if control else "select"
        if spot.handle is not None:
            mode = "resize"
        elif spot.tag is not None:
            mode = "link"
        origin = self._view.anchor() if extends else spot.place.caret
        self._drag = _Drag(
            mode, event.position(), origin, spot, moving=extends and mode == "select"
        )
        if self._drag.moving:
            self._move(event)

    def _take_word(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        self._double_click = (event.timestamp(), event.position())
        spot = spot_at(self._view, event.position())
        self._view.set_selection(*segment.word_at(self._view.article.text, spot.under))

    def _move(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what is under the pointer."""
        self._pointer = event.position()
        self._exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        drag = self._drag
        if drag is None:
            self._hover(spot_at(self._view, event.position()))
            return
        far = (event.position() - drag.pressed).manhattanLength()
        drag.moving = drag.moving or far >= QGuiApplication.styleHints().startDragDistance()
        if drag.moving:
            self._go_on(drag)
            inside = self._view.viewport().rect().contains(event.position().toPoint())
            self._timer.stop() if inside else self._timer.start()

    def _release(self, event: QMouseEvent) -> None:
        """End a gesture: ask for what it means."""
        drag, self._drag = self._drag, None
        self._timer.stop()
        if drag is None:
            return
        self._exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        preview, self._view.marks.preview = self._view.marks.preview, None
        self._view.show_rubber(None)
        if not drag.moving:
            self._click(drag.spot)
        elif drag.mode == "link":
            self._drop_link(drag, spot_at(self._view, event.position()))
        elif preview is not None:
            self._request(drag, preview)
        self._view.viewport().update()

    def _menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or at the caret for the menu key."""
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            view.menuRequested.emit(view.selected_span, view.caret_point())
            return
        spot = spot_at(self._view, QPointF(event.pos()))
        start, end = view.selection()
        if not start <= spot.place.caret <= end or start == end:
            inward = spot.inward
            if view.selected_span not in inward:
                view.place_caret(spot.place.caret, inward[0] if inward else None)
        view.menuRequested.emit(view.selected_span, event.globalPos())

    def _tip(self, event: QHelpEvent) -> None:
        view = self._view
        spans, text = spot_at(view, QPointF(event.pos())).spans, view.article.text
        words = tags.tooltip(view.scheme, view.layer, text, spans, view.language)
        QToolTip.showText(event.globalPos(), words if spans else "", view.viewport())

    def cancel(self) -> bool:
        """Give up the gesture under way; False where there is none."""
        drag, self._drag = self._drag, None
        self._timer.stop()
        self._view.marks.preview = None
        self._view.show_rubber(None)
        return drag is not None

    # steps

    def _is_third_click(self, event: QMouseEvent) -> bool:
        earlier, self._double_click = self._double_click, None
        if earlier is None:
            return False
        hints = QGuiApplication.styleHints()
        soon = event.timestamp() - earlier[0] <= hints.mouseDoubleClickInterval()
        near = (event.position() - earlier[1]).manhattanLength() <= hints.startDragDistance()
        return soon and near

    def _hover(self, spot: Spot) -> None:
        view = self._view
        shape = _Shape.IBeamCursor
        if spot.handle is not None:
            shape = _Shape.SizeHorCursor
        elif spot.tag is not None:
            shape = _Shape.PointingHandCursor
        view.viewport().setCursor(shape)
        view.set_hovered(next(iter(spot.inward), None))

    def _go_on(self, drag: _Drag) -> None:
        view = self._view
        now = view.lines.place(*view.in_document(self._pointer).toTuple()).caret
        if drag.mode == "link":
            view.viewport().setCursor(_Shape.CrossCursor)
            view.show_rubber((_linked(drag), self._pointer))
            spot = spot_at(self._view, self._pointer)
            view.set_hovered(next(iter(spot.inward), None))
        elif drag.mode == "resize":
            view.marks.preview = self._resized(drag, now)
        elif drag.mode == "piece":
            view.marks.preview = self._snapped(drag.origin, now)
        else:
            start, end = self._snapped(drag.origin, now) or (now, now)
            backwards = now < drag.origin
            view.set_selection(*((end, start) if backwards else (start, end)), scroll=False)
        view.viewport().update()

    def _snapped(self, origin: int, now: int) -> tuple[int, int] | None:
        start, end = sorted((origin, now))
        return snap(
            self._view.article.text, start, end, trim="", guillemets="keep", by_word=not self._exact
        )

    def _resized(self, drag: _Drag, now: int) -> tuple[int, int] | None:
        handle = drag.spot.handle
        assert handle is not None
        start, end = self._view.layer.spans[handle.span].pieces[handle.piece]
        text = self._view.article.text
        if handle.edge == "start":
            start = segment.grapheme_start(text, now)
            start = start if self._exact else word_around(text, start)[0]
        else:
            end = segment.grapheme_end(text, now)
            end = end if self._exact else word_around(text, end)[1]
        return (start, end) if start < end else None

    def _click(self, spot: Spot) -> None:
        view = self._view
        inward = spot.inward
        if spot.handle is not None and spot.handle.span not in inward:
            inward = [spot.handle.span]
        before = view.selected_span
        last = inward.index(before) if before in inward else -1
        chosen = inward[(last + 1) % len(inward)] if inward else None
        view.place_caret(spot.place.caret, chosen)

    def _request(self, drag: _Drag, preview: tuple[int, int]) -> None:
        if drag.mode == "piece":
            self._view.pieceRequested.emit(*preview, self._exact)
        elif drag.mode == "resize" and drag.spot.handle is not None:
            handle = drag.spot.handle
            self._view.resizeRequested.emit(handle.span, handle.piece, *preview, self._exact)

    def _drop_link(self, drag: _Drag, spot: Spot) -> None:
        target = spot.tag or next((s.id for s in spot.spans if s.id != _linked(drag)), None)
        if target is not None and target != _linked(drag):
            self._view.linkRequested.emit(_linked(drag), target)

    def _scroll_on(self) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        beyond = self._pointer.y() - height if self._pointer.y() > height else self._pointer.y()
        bar.setValue(bar.value() + round(beyond * _SCROLL_SHARE))
        if self._drag is not None:
            self._go_on(self._drag)


def _linked(drag: _Drag) -> SpanId:
    assert drag.spot.tag is not None
    return drag.spot.tag
