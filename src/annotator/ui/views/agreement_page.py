"""The lead's page: how good, who with whom, where, what next; layout and signals only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.models.agreement_page import Content
from annotator.ui.theme import Theme
from annotator.ui.views.agreement_charts import (
    ConfusionChart,
    KindChart,
    LabelChart,
    MatrixChart,
    WeekChart,
)
from annotator.ui.views.agreement_filters import AgreementFilters
from annotator.ui.views.article_ranking import ArticleRanking
from annotator.ui.views.case_list import CaseList
from annotator.ui.views.page import Page
from annotator.ui.views.panels import HeadlineCard, NumberCard, Panel
from annotator.ui.widgets.labels import label

_WIDE, _MIDDLE = 1060, 700


class AgreementPage(Page):
    """`chosen(query)`: a mark was clicked; `settleRequested(article)`; see filters and cases.

    `shown(bool)`: it came or went; `retranslated`: its content has to be said again.
    """

    chosen = Signal(object)
    shown = Signal(bool)
    retranslated = Signal()
    settleRequested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters, self.cases = AgreementFilters(), CaseList()
        self.headline = HeadlineCard()
        self.cards = [NumberCard() for _ in range(3)]
        self.matrix, self.labels, self.kinds = MatrixChart(), LabelChart(), KindChart()
        self.confusion, self.weeks = ConfusionChart(), WeekChart()
        self.ranking = ArticleRanking()
        self._sentence = label(role="muted", wrap=True)
        self._columns, self._timed = 0, False
        self._build()
        self._connect()

    def _build(self) -> None:
        self._who, self._where, self._mixed, self._time = (Panel() for _ in range(4))
        self._time.hide()
        self._kind_title = label(role="title")
        self._who.column.addWidget(self.matrix)
        self._who.column.addStretch(1)
        for widget in (self.labels, self._kind_title, self.kinds):
            self._where.column.addWidget(widget)
        self._where.column.addStretch(1)
        self._mixed.column.addWidget(self.confusion)
        self._mixed.column.addStretch(1)
        self._time.column.addWidget(self.weeks)
        self._time.column.addStretch(1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(22, 14, 22, 22)
        column.setSpacing(14)
        column.addWidget(self.filters)
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._figures)
        column.addWidget(self._sentence, 1)
        column.addStretch(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        ground = QWidget()
        ground.setObjectName("ground")
        around = QHBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(ground)
        self.splitter.addWidget(self.cases)
        self.splitter.setCollapsible(0, False)
        self.splitter.setStretchFactor(0, 1)
        self.cases.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._arrange(3)

    def _connect(self) -> None:
        charts = (self.matrix, self.labels, self.kinds, self.confusion, self.weeks)
        for chart in charts:
            chart.chosen.connect(self.chosen)
        for card in (self.headline, *self.cards):
            card.chosen.connect(self.chosen)
        self.ranking.chosen.connect(self.chosen)
        self.ranking.settleRequested.connect(self.settleRequested)
        self.cases.closed.connect(self.cases.hide)

    def _arrange(self, columns: int) -> None:
        """Lay the panels out in three columns, in two, or below each other."""
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.takeAt(0) is not None:
            pass
        place = self._grid.addWidget
        tops = (self.headline, *self.cards)
        if columns == 3:
            for widget, (start, width) in zip(tops, ((0, 4), (4, 3), (7, 3), (10, 2)), strict=True):
                place(widget, 0, start, 1, width)
            place(self._who, 1, 0, 1, 4)
            place(self._where, 1, 4, 1, 5)
            place(self.ranking, 1, 9, 1, 3)
            place(self._mixed, 2, 0, 1, 7 if self._timed else 12)
            place(self._time, 2, 7, 1, 5)
        elif columns == 2:
            place(self.headline, 0, 0, 1, 12)
            for number, card in enumerate(self.cards):
                place(card, 1, 4 * number, 1, 4)
            place(self._who, 2, 0, 1, 6)
            place(self.ranking, 2, 6, 1, 6)
            for row, below in enumerate((self._where, self._mixed, self._time), 3):
                place(below, row, 0, 1, 12)
        else:
            panels = (*tops, self._who, self._where, self.ranking, self._mixed, self._time)
            for row, panel in enumerate(panels):
                place(panel, row, 0, 1, 12)
        for column in range(12):
            self._grid.setColumnStretch(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def _fit(self) -> None:
        width = self.width() - (self.cases.width() if self.cases.isVisible() else 0)
        self._arrange(3 if width >= _WIDE else 2 if width >= _MIDDLE else 1)

    # content

    def show_content(self, content: Content) -> None:
        """Show the figures, or the sentence in their place."""
        self.show_sentence(content.message, filters=True)
        if content.message:
            return
        meaning = content.measure.meaning.get("fa" if self.is_persian else "en")
        self.headline.show_headline(content.headline, meaning)
        for widget, card in zip(self.cards, content.cards, strict=True):
            widget.show_card(card)
        self.matrix.show_grid(content.matrix)
        self._where.set_title(content.label_title)
        self.labels.show_marks(content.labels)
        self.kinds.show_bars(content.bars, content.legend)
        self.confusion.show_grid(content.confusion)
        self.ranking.show_lines(content.articles)
        self.weeks.show_weeks(content.weeks)
        if bool(content.weeks) is not self._timed:
            self._timed = bool(content.weeks)
            self._time.setVisible(self._timed)
            self._columns = 0
            self._fit()

    @property
    def is_persian(self) -> bool:
        """Tell whether the page runs right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def show_sentence(self, text: str, *, filters: bool) -> None:
        """Show a sentence in place of the figures; empty: the figures."""
        self._sentence.setText(text)
        self._sentence.setVisible(bool(text))
        self._figures.setVisible(not text)
        self.filters.setVisible(filters)
        if text:
            self.cases.hide()

    def open_cases(self) -> None:
        """Show the pane of cases beside the figures, with the focus in it."""
        if not self.cases.isVisible():
            self.cases.show()
            wide = min(max(340, self.width() // 3), 460)
            self.splitter.setSizes([self.width() - wide, wide])
        self._fit()
        self.cases.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        charts = (self.matrix, self.labels, self.kinds, self.confusion, self.weeks)
        for part in (*charts, self.ranking, self.cases):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        for part in (self.filters, self.ranking, self.cases):
            part.retranslate()
        self._who.set_title(
            self.tr("Who with whom"), self.tr("Click a cell to see the spans behind it")
        )
        self._kind_title.setText(self.tr("What kind of difference"))
        self._mixed.set_title(
            self.tr("Which label against which"),
            self.tr("Spans that lie in the same place; the diagonal is alike"),
        )
        self._time.set_title(
            self.tr("Over time"), self.tr("F1, half shared, by the week of completion")
        )
        for chart, name in (
            (self.matrix, self.tr("Who with whom")),
            (self.labels, self.tr("Each label")),
            (self.kinds, self.tr("What kind of difference")),
            (self.confusion, self.tr("Which label against which")),
            (self.weeks, self.tr("Over time")),
        ):
            chart.setAccessibleName(name)
        self.retranslated.emit()
