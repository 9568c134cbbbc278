"""The article with its spans: painted from a layer, selected, linked and pointed at.

The view asks (signals) and never edits. The text page below it lies in `text_page`, the mouse in
`gestures`, places in `text_lines` and `span_scene`, drawing in `article_painter`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.domain.article import Article
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer, LayerKey
from annotator.domain.scheme import Name, Scheme
from annotator.domain.span import Span
from annotator.ui.fonts import article_font
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views import article_painter, caret, tags
from annotator.ui.views.caret import Edge
from annotator.ui.views.gestures import Gestures
from annotator.ui.views.link_mode import LinkMode
from annotator.ui.views.span_painter import Marks, SpanPainter
from annotator.ui.views.span_scene import SpanScene
from annotator.ui.views.text_page import NO_ARTICLE, TextPage

_RELAYING = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
_NOTHING = Layer(LayerKey(NO_ARTICLE.id, None))
_POINTER = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.ContextMenu,
    QEvent.Type.ToolTip,
    QEvent.Type.Leave,
}
_NO_SCHEME = Scheme("", 1, Name("", ""), ())


class ArticleView(TextPage):
    """Shows one article with one layer; all positions are code points of the article's text."""

    spanSelected = Signal(object)
    resizeRequested = Signal(object, int, object, object, bool)
    pieceRequested = Signal(object, object, bool)
    linkRequested = Signal(object, object)
    menuRequested = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer, self.scheme = _NOTHING, _NO_SCHEME
        self.theme, self.lens, self.language = LIGHT, False, "fa"
        self.marks = Marks()
        self.rubber: tuple[SpanId, QPointF] | None = None
        self._link: LinkMode | None = None
        self._gestures = Gestures(self)
        self.setAccessibleName(self.tr("Article text"))
        self.typeset()

    # what is shown

    def set_article(self, article: Article, layer: Layer, scheme: Scheme) -> None:
        """Show an article from its start, with a layer of it."""
        self._gestures.cancel()
        self.article, self.layer, self.scheme = article, layer, scheme
        self.marks, self._link = Marks(), None
        self.typeset()
        self.verticalScrollBar().setValue(0)
        self._describe()
        self.spanSelected.emit(None)
        self.rangeSelected.emit(0, 0)

    def clear_article(self) -> None:
        """Show nothing."""
        self.set_article(NO_ARTICLE, _NOTHING, _NO_SCHEME)

    def typeset(self) -> None:
        super().typeset()
        self.scene = SpanScene(self.article, self.layer, self.scheme, self.lines)
        self.scene.set_language(self.language)
        self.painter = SpanPainter(self.scene, self.theme)

    def set_layer(self, layer: Layer) -> None:
        """Show the next state of the layer; only what changed is laid out anew."""
        self.layer = layer
        self.scene.set_layer(layer)
        if self._link is not None and self._link.source not in layer.spans:
            self.end_link()
        if self.marks.selected is not None and self.marks.selected not in layer.spans:
            self._select(None)
        self._relate()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.theme = theme
        self.painter = SpanPainter(self.scene, theme)
        self.viewport().update()

    def set_language(self, language: str) -> None:
        """Name labels in a language, `fa` or `en`."""
        self.language = language
        self.setAccessibleName(self.tr("Article text"))
        self.scene.set_language(language)
        self._describe()
        self.viewport().update()

    def set_lens(self, on: bool) -> None:
        """Show characters that cannot be seen, or stop showing them."""
        self.lens = on
        self.viewport().update()

    def set_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Mark ranges that were searched for."""
        self.marks.hits = list(hits)
        self.viewport().update()

    def set_hovered(self, span_id: SpanId | None) -> None:
        """Show the tag of the span under the pointer."""
        if self.marks.hovered != span_id:
            self.marks.hovered = span_id
            self.viewport().update()

    def show_rubber(self, rubber: tuple[SpanId, QPointF] | None) -> None:
        """Draw a curve from a span to a point of the viewport while a link is dragged."""
        self.rubber = rubber
        self.viewport().update()

    # the selected span

    @property
    def selected_span(self) -> SpanId | None:
        """The selected span."""
        return self.marks.selected

    def select_span(self, span_id: SpanId | None, *, scroll: bool = True) -> None:
        """Select a span; the caret goes to its start unless it already is inside."""
        span = self.layer.spans.get(span_id) if span_id is not None else None
        self._select(span.id if span else None)
        if span is None:
            return
        here = self.caret()
        position = here if any(p.start <= here <= p.end for p in span.pieces) else span.start
        self._put(position, position)
        if scroll:
            self.scroll_to(span.end)
            self.scroll_to(span.start)

    def place_caret(self, position: int, span_id: SpanId | None) -> None:
        """Put the caret somewhere and select a span, or none, in one go."""
        self._select(span_id)
        self._goal_x = None
        self._put(position, position)

    def set_selection(self, anchor: int, position: int, *, scroll: bool = True) -> None:
        """Select from `anchor` to `position`; a selected span gives way."""
        self._select(None)
        super().set_selection(anchor, position, scroll=scroll)

    def step_span(self, forward: bool) -> None:
        """Select the next or previous span in reading order, from the selected one or the caret."""
        ordered = self.layer.index.ordered
        if self._chosen is not None:
            at = ordered.index(self._chosen) + (1 if forward else -1)
        else:
            before = sum(1 for span in ordered if span.start < self.caret())
            at = before if forward else before - 1
        if 0 <= at < len(ordered):
            self.place_caret(ordered[at].start, ordered[at].id)
            self.select_span(ordered[at].id)

    def cycle_nested(self) -> None:
        """Select the spans at the caret one after the other, from the innermost outwards."""
        spans = sorted(self.layer.index.touching(self.caret()), key=lambda s: s.end - s.start)
        if spans:
            at = spans.index(self._chosen) if self._chosen in spans else -1
            self.select_span(spans[(at + 1) % len(spans)].id, scroll=False)

    def nudged(self, edge: Edge, longer: bool, by_char: bool) -> tuple[int, int, int] | None:
        """Return piece, start and end of the selected span after moving an edge, unsnapped."""
        if self._chosen is None:
            return None
        text, span = self.article.text, self._chosen
        return caret.nudged(text, span, edge, longer=longer, by_char=by_char)

    def _select(self, span_id: SpanId | None) -> None:
        if span_id != self.marks.selected:
            self.marks.selected = span_id
            self._relate()
            self.viewport().update()
            self.spanSelected.emit(span_id)

    def _relate(self) -> None:
        chosen = self.marks.selected
        relations = self.layer.relations_of(chosen) if chosen is not None else []
        self.marks.related = frozenset(e for r in relations for e in (r.source, r.target))
        self._describe()

    def _describe(self) -> None:
        chosen, text = self._chosen, self.article.text
        words = ""
        if chosen is not None:
            names = tags.tag_texts(self.scheme, self.layer, text, chosen, self.language)
            words = f"{names[0]}: {chosen.quoted(text)}"
        self.setAccessibleDescription(words)

    @property
    def _chosen(self) -> Span | None:
        return self.layer.spans.get(self.marks.selected) if self.marks.selected else None

    # linking by keys

    def begin_link(self, source_id: SpanId, allowed: Callable[[Span], bool]) -> None:
        """Show a span and the targets it may be linked with, the nearest one in hand."""
        self._link = LinkMode(self.layer, self.article.text, source_id, allowed)
        self._show_link()

    def step_link(self, forward: bool) -> None:
        """Take the next or previous target in hand."""
        if self._link is not None:
            self._link.step(forward)
            self._show_link()

    def type_link(self, letters: str) -> bool:
        """Take the target in hand that begins as typed; False where none does."""
        found = self._link is not None and self._link.type(letters)
        self._show_link()
        return found

    def link_target(self) -> SpanId | None:
        """Return the target in hand."""
        return self._link.target if self._link is not None else None

    def end_link(self) -> None:
        """Leave the choosing of a target."""
        self._link = None
        self._show_link()

    def _show_link(self) -> None:
        marks, link = self.marks, self._link
        shown = (link.source, link.target, link.allowed) if link else (None, None, None)
        marks.link_source, marks.link_target, marks.allowed = shown
        if marks.link_target is not None:
            self.scroll_to(self.layer.spans[marks.link_target].start)
        self.viewport().update()

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        article_painter.paint(self, event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lines.clear()
            self.scene.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RELAYING and hasattr(self, "scene"):
            # another style or font has laid the document out anew, in the widget's font
            self.document().setDefaultFont(article_font(self._size))
            self.lines.clear()
            self.scene.clear()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self._gestures.cancel():
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        return (event.type() in _POINTER and self._gestures.handle(event)) or super().viewportEvent(
            event
        )
