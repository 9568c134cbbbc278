"""One frame of the article: page, grounds, text, lens, spans, links and caret, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette

from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.ui.views import lens, links
from annotator.ui.views.span_scene import Shown

if TYPE_CHECKING:
    from annotator.ui.views.article_view import ArticleView

_BEYOND = 12.0


def paint(view: ArticleView, clip: QRect) -> None:
    """Draw the part of the view that lies in `clip`, in viewport pixels."""
    painter = QPainter(view.viewport())
    painter.fillRect(clip, QColor(view.theme.page))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scrolled = view.verticalScrollBar().value()
    painter.translate(0, -scrolled)
    area = QRectF(clip).translated(0, scrolled)
    shown = list(view.scene.shown(area.top(), area.bottom()))
    view.marks.ranges = [view.selection()]
    view.painter.paint_grounds(painter, shown, view.marks)
    _paint_text(view, painter, area)
    if view.lens:
        ink = QColor(view.theme.accent)
        lens.paint(painter, view.article.text, view.lines, shown, ink)
    view.painter.paint_over(painter, shown, view.marks)
    _paint_links(view, painter)
    view.painter.paint_caret(painter, view.caret(), view.hasFocus())
    painter.end()


def _paint_text(view: ArticleView, painter: QPainter, area: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Text, QColor(view.theme.text))
    context.palette = palette
    view.document().documentLayout().draw(painter, context)


def _paint_links(view: ArticleView, painter: QPainter) -> None:
    marks = view.marks
    if view.rubber is not None:
        source, point = view.rubber
        anchor = _anchor(view, source)
        path = links.rubber(anchor, view.in_document(point))
        links.draw(painter, path, QColor(view.theme.accent))
    elif marks.link_source is not None and marks.link_target is not None:
        path = links.curve(_anchor(view, marks.link_source), _anchor(view, marks.link_target))
        links.draw(painter, path, QColor(view.theme.accent))
    elif marks.selected is not None and marks.selected in view.layer.spans:
        _paint_relations(view, painter, marks.selected, view.layer)


def _paint_relations(view: ArticleView, painter: QPainter, span_id: SpanId, layer: Layer) -> None:
    muted, page = QColor(view.theme.muted), QColor(view.theme.page)
    here = _anchor(view, span_id)
    ends = []
    for relation in layer.relations_of(span_id):
        other = relation.target if relation.source == span_id else relation.source
        if other in layer.spans and other != span_id:
            there = _anchor(view, other)
            links.draw(painter, links.curve(here, there), muted)
            kind = view.scheme.relation(relation.label)
            ends.append((there, kind.name.get(view.language) if kind else relation.label))
    names = links.Names(painter, muted, page, _tag_rects(view))
    half = view.measures.tag_height / 2
    for there, name in ends:
        if there.is_in_view:
            names.draw(name, QPointF(there.x, there.top + half))


def _tag_rects(view: ArticleView) -> list[QRectF]:
    top = view.verticalScrollBar().value()
    found = []
    for line, baseline in view.scene.shown(top, top + view.viewport().height()):
        found += [view.painter.tag_rect(tag, baseline) for tag in view.scene.tags(line)]
        found += [
            view.painter.tag_rect(view.scene.own_tag(part), baseline)
            for part in view.scene.segments(line)
            if part.span.id == view.marks.selected and part.starts and part.boxes
        ]
    return found


def _anchor(view: ArticleView, span_id: SpanId) -> links.Anchor:
    """Return where curves touch a span; one that is out of view is taken beyond the edge."""
    span = view.layer.spans[span_id]
    start, end = view.visible_range()
    top = float(view.verticalScrollBar().value())
    bottom = top + view.viewport().height()
    if not start <= span.start < end:
        y = top - _BEYOND if span.start < start else bottom + _BEYOND
        return links.Anchor(view.viewport().width() / 2, y, y, is_in_view=False)
    line = view.lines.line_of(span.start)
    shown = Shown(line, view.lines.baseline(line))
    for segment in view.scene.segments(line):
        if segment.span.id == span_id and segment.boxes:
            first = segment.boxes[0 if view.article.direction == "ltr" else -1]
            rect = view.painter.ground_rect(first, shown.baseline)
            low = view.painter.lane_rect(segment, first, shown).bottom()
            above = rect.top() - view.measures.tag_height - 1
            x = rect.center().x()
            if span_id == view.marks.selected and segment.starts:
                x = view.painter.tag_rect(view.scene.own_tag(segment), shown.baseline).center().x()
            return links.Anchor(x, above, low)
    x = view.lines.caret_x(span.start)
    return links.Anchor(x, shown.baseline, shown.baseline)
