"""The inspector: the selected span (or the article), and below it lists of the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.article import Article
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.rules import Problem
from annotator.domain.scheme import Scheme
from annotator.domain.span import Entity
from annotator.ui import i18n
from annotator.ui.models import rows
from annotator.ui.models.rows import ROW_ROLE, Row, RowsModel
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.article_card import ArticleCard
from annotator.ui.views.row_delegate import ItemDelegate
from annotator.ui.views.span_card import SpanCard
from annotator.ui.widgets.labels import label

SPEAKERS, SPANS, RELATIONS, PROBLEMS = range(4)


class Inspector(QWidget):
    """Emits `spanChosen(span_id)` from its lists; edits come from `span_card`, `article_card`."""

    spanChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme: Theme = LIGHT
        self._shown: tuple[Article, Layer, Scheme] | None = None
        self._problems: Sequence[Problem] = ()
        self._selected: SpanId | None = None
        self.span_card = SpanCard()
        self.article_card = ArticleCard()
        self._build()
        self.span_card.spanChosen.connect(self.spanChosen)
        self._tabs.currentChanged.connect(self._fill_list)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self.retranslate()

    def _build(self) -> None:
        self._cards = QStackedWidget()
        for one in (self.article_card, self.span_card):
            self._cards.addWidget(_scrolling(one))
        self._tabs = QTabBar()
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        for _ in range(PROBLEMS + 1):
            self._tabs.addTab("")
        self._model = RowsModel(self)
        self._delegate = ItemDelegate(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._empty = label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._empty.setContentsMargins(8, 6, 8, 6)
        below = QWidget()
        lists = QVBoxLayout(below)
        lists.setContentsMargins(8, 6, 8, 6)
        lists.setSpacing(4)
        lists.addWidget(self._tabs)
        lists.addWidget(self._list, 1)
        lists.addWidget(self._empty, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._cards)
        self.splitter.addWidget(below)
        self.splitter.setSizes([360, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        names = (self.tr("Sayings"), self.tr("Spans"), self.tr("Links"), self.tr("Problems"))
        for tab, name in enumerate(names):
            self._tabs.setTabText(tab, name)
        self._tabs.setAccessibleName(self.tr("Lists of the article"))
        self._list.setAccessibleName(self.tr("List"))
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self.span_card.set_theme(theme)
        self._refresh()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        self._model.set_rows(())
        self.splitter.hide()

    def show_layer(self, article: Article, layer: Layer, scheme: Scheme) -> None:
        """Show a layer; selection and lists follow by `show_span` and `show_lists`."""
        self._shown = (article, layer, scheme)
        self.splitter.show()
        self.article_card.show_layer(layer, scheme)

    def show_lists(self, problems: Sequence[Problem]) -> None:
        """Fill the lists from the layer that is shown, and from its problems."""
        self._problems = problems
        count = i18n.number(len(problems))
        name = self.tr("Problems")
        self._tabs.setTabText(PROBLEMS, f"{name} {count}" if problems else name)
        self._fill_list()

    def show_span(self, selected: SpanId | None, candidates: Sequence[Entity] = ()) -> None:
        """Show a span of the layer, or the article where none is selected."""
        self._selected = selected
        if self._shown is None:
            return
        article, layer, scheme = self._shown
        span = layer.spans.get(selected) if selected else None
        self._cards.setCurrentIndex(1 if span else 0)
        if span:
            self.span_card.show_span(article, layer, scheme, span, candidates)
        self._mark()

    def show_tab(self, tab: int) -> None:
        """Show one of the lists: SPEAKERS, SPANS, RELATIONS or PROBLEMS."""
        self._tabs.setCurrentIndex(tab)

    def focus_attributes(self) -> bool:
        """Give the focus to the first attribute of the span, or of the article."""
        page = self.span_card if self._cards.currentIndex() else self.article_card
        return page.focus_attributes()

    def focus_list(self) -> None:
        """Give the focus to the list."""
        wanted = self._list if self._list.isVisible() else self._tabs
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if self._shown is not None:
            self.show_layer(*self._shown)
            self.show_lists(self._problems)

    def _fill_list(self) -> None:
        if self._shown is None:
            return
        self._model.set_rows(self._rows(*self._shown))
        there = self._model.rowCount() > 0
        self._list.setVisible(there)
        self._empty.setVisible(not there)
        self._empty.setText(self._empty_text())
        self._mark()

    def _rows(self, article: Article, layer: Layer, scheme: Scheme) -> list[Row]:
        tab = self._tabs.currentIndex()
        if tab == PROBLEMS:
            return rows.problem_rows(self._problems, article.text, layer, scheme, self._theme)
        make = {
            SPEAKERS: rows.speaker_rows,
            SPANS: rows.span_rows,
            RELATIONS: rows.relation_rows,
        }[tab]
        return make(article.text, layer, scheme, self._theme)

    def _empty_text(self) -> str:
        texts = {
            SPEAKERS: self.tr("No quote yet: select what was said and press the key of quotes."),
            SPANS: self.tr("No span yet."),
            RELATIONS: self.tr("No link yet: select a quote, then L and Enter."),
            PROBLEMS: self.tr("No problem."),
        }
        return texts[self._tabs.currentIndex()]

    def _mark(self) -> None:
        row = self._model.row_of(self._selected)
        selection = self._list.selectionModel()
        if row < 0:
            selection.clearSelection()
            return
        index = self._model.index(row)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._list.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Row) and row.span:
            self.spanChosen.emit(row.span)


def _scrolling(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(16, 16, 16, 10)
    layout.addWidget(inner)
    layout.addStretch()
    area.setWidget(page)
    return area
