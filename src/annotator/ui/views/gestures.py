"""What the mouse does in the article: selecting, resizing, linking, and what the pointer shows.

A gesture only asks: the view emits its requests, and the window decides. What is at a point is
found here, what to draw meanwhile is left in the view's marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent

from annotator.domain.ids import SpanId
from annotator.domain.span import Span
from annotator.persian import segment
from annotator.persian.snap import snap
from annotator.persian.words import word_around
from annotator.ui.views.span_painter import Handle
from annotator.ui.views.span_scene import Shown
from annotator.ui.views.text_lines import Place

if TYPE_CHECKING:
    from annotator.ui.views.article_view import ArticleView

_REACH = 7.0
_LANE_REACH = 2.0
_SCROLL_INTERVAL = 40
_SCROLL_SHARE = 0.5
_Shape = Qt.CursorShape
_Mode = Literal["select", "piece", "resize", "link"]


class Spot(NamedTuple):
    """What is at a point: text, spans (innermost first), a tag, a handle of the selected span."""

    place: Place
    spans: list[Span]
    tag: SpanId | None
    handle: Handle | None


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

    # what is where

    def spot(self, point: QPointF) -> Spot:
        """Return what is at a point of the viewport."""
        view = self._view
        at = view.in_document(point)
        place = view.lines.place(at.x(), at.y())
        shown = Shown(place.line, view.lines.baseline(place.line))
        handle = self._handle_at(at, shown)
        tag = self._tag_at(at, shown)
        return Spot(place, self._spans_at(at, place, shown), tag, handle)

    def _handle_at(self, at: QPointF, shown: Shown) -> Handle | None:
        view = self._view
        painter, measures = view.painter, view.lines.measures
        if not -measures.ground_above <= at.y() - shown.baseline <= measures.ground_below:
            return None
        for part in view.scene.segments(shown.line):
            if part.span.id == view.marks.selected:
                for handle in painter.handles(part, shown):
                    if abs(handle.x - at.x()) <= _REACH:
                        return handle
        return None

    def _tag_at(self, at: QPointF, shown: Shown) -> SpanId | None:
        view = self._view
        named = [
            view.painter.own_tag(part, shown.baseline)
            for part in view.scene.segments(shown.line)
            if part.starts and part.boxes and part.span.id in view.marks.named
        ]
        for art in (*named, *view.painter.tag_art(shown)):
            if art.rect.contains(at):
                return art.tag.span.id
        return None

    def _spans_at(self, at: QPointF, place: Place, shown: Shown) -> list[Span]:
        painter, measures = self._view.painter, self._view.measures
        inward = painter.art(shown)[::-1]
        for art in inward:
            for rect in art.lanes:
                if rect.adjusted(0, -_LANE_REACH, 0, _LANE_REACH).contains(at):
                    return [art.segment.span]
        if place.character is None or at.y() < shown.baseline - measures.ground_above:
            return []
        if at.y() > shown.baseline + measures.ground_below:
            return []
        one = place.character, place.character + 1
        return [art.segment.span for art in inward if art.segment.span.overlaps(*one)]

    # events

    def press(self, event: QMouseEvent) -> None:
        """Begin a gesture at the left button."""
        spot = self.spot(event.position())
        if self._is_third_click(event):
            self._view.set_selection(*segment.sentence_at(self._view.article.text, _under(spot)))
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
            self.move(event)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        self._double_click = (event.timestamp(), event.position())
        spot = self.spot(event.position())
        self._view.set_selection(*segment.word_at(self._view.article.text, _under(spot)))

    def move(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what is under the pointer."""
        self._pointer = event.position()
        self._exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        drag = self._drag
        if drag is None:
            self._hover(self.spot(event.position()))
            return
        far = (event.position() - drag.pressed).manhattanLength()
        drag.moving = drag.moving or far >= QGuiApplication.styleHints().startDragDistance()
        if drag.moving:
            self._go_on(drag)
            inside = self._view.viewport().rect().contains(event.position().toPoint())
            self._timer.stop() if inside else self._timer.start()

    def release(self, event: QMouseEvent) -> None:
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
            self._drop_link(drag, self.spot(event.position()))
        elif preview is not None:
            self._request(drag, preview)
        self._view.viewport().update()

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or at the caret for the menu key."""
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            view.menuRequested.emit(view.selected_span, view.caret_point())
            return
        spot = self.spot(QPointF(event.pos()))
        start, end = view.selection()
        if not start <= spot.place.caret <= end or start == end:
            inward = [spot.tag] if spot.tag else [span.id for span in spot.spans]
            if view.selected_span not in inward:
                view.place_caret(spot.place.caret, inward[0] if inward else None)
        view.menuRequested.emit(view.selected_span, event.globalPos())

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
        view.set_hovered(spot.tag or (spot.spans[0].id if spot.spans else None))

    def _go_on(self, drag: _Drag) -> None:
        view = self._view
        now = view.lines.place(*view.in_document(self._pointer).toTuple()).caret
        if drag.mode == "link":
            view.viewport().setCursor(_Shape.CrossCursor)
            view.show_rubber((_linked(drag), self._pointer))
            spot = self.spot(self._pointer)
            view.set_hovered(spot.tag or (spot.spans[0].id if spot.spans else None))
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
        inward = [spot.tag] if spot.tag else [span.id for span in spot.spans]
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


def _under(spot: Spot) -> int:
    """Return the character under the pointer, else the nearest caret position."""
    return spot.place.caret if spot.place.character is None else spot.place.character
