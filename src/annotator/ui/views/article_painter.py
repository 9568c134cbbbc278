"""One frame of the article: page, grounds, text, lens, spans, links and caret, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette

from annotator.domain.ids import SpanId
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
    _paint_links(view, painter, shown)
    view.painter.paint_caret(painter, view.caret(), view.hasFocus())
    painter.end()


def _paint_text(view: ArticleView, painter: QPainter, area: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Text, QColor(view.theme.text))
    context.palette = palette
    view.document().documentLayout().draw(painter, context)


def _paint_links(view: ArticleView, painter: QPainter, shown: list[Shown]) -> None:
    marks, ends = view.marks, Ends(view, shown)
    accent = QColor(view.theme.accent)
    if view.rubber is not None:
        source, point = view.rubber
        links.draw(painter, links.rubber(ends.of(source), view.in_document(point)), accent)
    elif marks.link_source is not None:
        if marks.link_target is not None:
            way = links.curve(ends.of(marks.link_source), ends.of(marks.link_target))
            links.draw(painter, way, accent)
    elif marks.selected is not None and marks.selected in view.layer.spans:
        _paint_relations(view, painter, marks.selected, ends)


def _paint_relations(view: ArticleView, painter: QPainter, span_id: SpanId, ends: Ends) -> None:
    muted, page = QColor(view.theme.muted), QColor(view.theme.page)
    here = ends.of(span_id)
    named = []
    for relation in view.layer.relations_of(span_id):
        other = relation.target if relation.source == span_id else relation.source
        if other in view.layer.spans and other != span_id:
            there = ends.of(other)
            way = (here, there) if relation.source == span_id else (there, here)
            links.draw(painter, links.curve(*way), muted)
            kind = view.scheme.relation(relation.label)
            named.append((there, kind.name.get(view.language) if kind else relation.label))
    names = links.Names(painter, muted, page, ends.tags())
    for there, name in named:
        if there.is_in_view:
            names.draw(name, QPointF(there.x, there.top + view.measures.tag_height / 2))


class Ends:
    """Where the ends of links stand in one frame; those out of view are taken beyond its edge."""

    def __init__(self, view: ArticleView, shown: list[Shown]) -> None:
        self._view = view
        self._shown = shown

    def of(self, span_id: SpanId) -> links.Anchor:
        """Return where curves touch a span."""
        view, start = self._view, self._view.layer.spans[span_id].start
        for one in self._shown:
            if one.line.start <= start < one.line.end:
                return self._on(one, span_id)
        top = float(view.verticalScrollBar().value())
        before = bool(self._shown) and start < self._shown[0].line.start
        y = top - _BEYOND if before else top + view.viewport().height() + _BEYOND
        return links.Anchor(view.viewport().width() / 2, y, y, is_in_view=False)

    def _on(self, shown: Shown, span_id: SpanId) -> links.Anchor:
        view = self._view
        for art in view.painter.art(shown):
            if art.segment.span.id == span_id and art.grounds:
                at = 0 if view.article.direction == "ltr" else -1
                ground = art.grounds[at]
                above = ground.top() - view.measures.tag_height - 1
                x = ground.center().x()
                if span_id in view.marks.named:
                    x = view.painter.own_tag(art.segment, shown.baseline).rect.center().x()
                return links.Anchor(x, above, art.lanes[at].bottom())
        x = view.lines.caret_x(view.layer.spans[span_id].start)
        return links.Anchor(x, shown.baseline, shown.baseline)

    def tags(self) -> list[QRectF]:
        """Return where tags stand, which no name may cover."""
        painter, selected = self._view.painter, self._view.marks.selected
        found = [art.rect for one in self._shown for art in painter.tag_art(one)]
        return found + [
            painter.own_tag(art.segment, one.baseline).rect
            for one in self._shown
            for art in painter.art(one)
            if art.segment.span.id == selected and art.segment.starts and art.grounds
        ]
