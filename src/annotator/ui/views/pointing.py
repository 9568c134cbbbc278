"""What stands at a point of the article: text, spans, a tag, a handle of the selected span."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

from annotator.domain.ids import SpanId
from annotator.domain.span import Span
from annotator.ui.views.span_painter import Handle
from annotator.ui.views.span_scene import Shown
from annotator.ui.views.text_lines import Place

if TYPE_CHECKING:
    from annotator.ui.views.article_view import ArticleView

_REACH = 7.0
_LANE_REACH = 2.0


class Spot(NamedTuple):
    """What is at a point: text, spans (innermost first), a tag, a handle of the selected span."""

    place: Place
    spans: list[Span]
    tag: SpanId | None
    handle: Handle | None

    @property
    def inward(self) -> list[SpanId]:
        """The spans to select here: the tag's own, else from the innermost outwards."""
        return [self.tag] if self.tag else [span.id for span in self.spans]

    @property
    def under(self) -> int:
        """The character under the pointer, else the nearest caret position."""
        return self.place.caret if self.place.character is None else self.place.character


def spot_at(view: ArticleView, point: QPointF) -> Spot:
    """Return what is at a point of the viewport."""
    at = view.in_document(point)
    place = view.lines.place(at.x(), at.y())
    shown = Shown(place.line, view.lines.baseline(place.line))
    handle = _handle_at(view, at, shown)
    tag = _tag_at(view, at, shown)
    return Spot(place, _spans_at(view, at, place, shown), tag, handle)


def _handle_at(view: ArticleView, at: QPointF, shown: Shown) -> Handle | None:
    painter, measures = view.painter, view.lines.measures
    if not -measures.ground_above <= at.y() - shown.baseline <= measures.ground_below:
        return None
    for part in view.scene.segments(shown.line):
        if part.span.id == view.marks.selected:
            for handle in painter.handles(part, shown):
                if abs(handle.x - at.x()) <= _REACH:
                    return handle
    return None


def _tag_at(view: ArticleView, at: QPointF, shown: Shown) -> SpanId | None:
    named = [
        view.painter.own_tag(part, shown.baseline)
        for part in view.scene.segments(shown.line)
        if part.starts and part.boxes and part.span.id in view.marks.named
    ]
    for art in (*named, *view.painter.tag_art(shown)):
        if art.rect.contains(at):
            return art.tag.span.id
    return None


def _spans_at(view: ArticleView, at: QPointF, place: Place, shown: Shown) -> list[Span]:
    painter, measures = view.painter, view.measures
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
