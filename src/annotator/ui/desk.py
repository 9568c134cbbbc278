"""The window's content: the first page, or queue, article and inspector; layout only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.models.queue_model import QueueModel
from annotator.ui.theme import Theme
from annotator.ui.views.article_header import ArticleHeader
from annotator.ui.views.article_view import ArticleView
from annotator.ui.views.find_bar import FindBar
from annotator.ui.views.guideline_panel import GuidelinePanel
from annotator.ui.views.inspector import Inspector
from annotator.ui.views.page import Page
from annotator.ui.views.palette import Palette
from annotator.ui.views.queue_panel import QueuePanel
from annotator.ui.views.status_line import StatusLine
from annotator.ui.views.top_bar import TopBar
from annotator.ui.views.welcome import WelcomePage
from annotator.ui.widgets.labels import label

_SIDE_WIDTH = 300
_SIZES = [250, 780, 290, 0]


class Desk(QWidget):
    """All panels in their places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top_bar, self.welcome, self.status = TopBar(), WelcomePage(), StatusLine()
        self.header, self.find_bar = ArticleHeader(), FindBar()
        self.view, self.palette_ = ArticleView(), Palette()
        self.inspector, self.guideline = Inspector(), GuidelinePanel()
        self.queue = QueuePanel()
        self.view.setObjectName("articleView")
        self._added: list[Page] = []
        self._empty = label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.import_button = QPushButton()
        self.import_button.setProperty("role", "primary")
        self._notice = label(wrap=True)
        self._notice.setObjectName("notice")
        self._notice.setContentsMargins(20, 6, 20, 6)
        self._notice.hide()
        self.find_bar.hide()
        self.guideline.hide()
        self._build()

    def _build(self) -> None:
        self._article = QStackedWidget()
        self._article.addWidget(self.view)
        self._article.addWidget(self._empty_page())
        center = QWidget()
        center.setObjectName("page")
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.find_bar)
        column.addWidget(self._article, 1)
        column.addWidget(self.palette_)
        center.setMinimumWidth(360)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        for panel in (self.queue, center, self.inspector, self.guideline):
            self.splitter.addWidget(panel)
        for panel in (self.queue, self.inspector, self.guideline):
            panel.setMinimumWidth(200)
            self.splitter.setCollapsible(self.splitter.indexOf(panel), False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(_SIZES)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.top_bar, self._notice):
            layout.addWidget(widget)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(14)
        column.addWidget(self._empty, 1)
        column.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def add_page(self, page: Page) -> None:
        """Add a page that can stand in place of queue, article and inspector."""
        self._added.append(page)
        self._pages.addWidget(page)

    def show_page(self, page: Page | None) -> None:
        """Show a page that was added; None: the text again."""
        if page is not None or self._pages.currentWidget() in self._added:
            self._pages.setCurrentWidget(page or self.splitter)

    @property
    def page(self) -> Page | None:
        """The page that stands in place of the text."""
        current = self._pages.currentWidget()
        return current if isinstance(current, Page) else None

    def set_queue_model(self, model: QueueModel) -> None:
        """Give the queue its articles."""
        self.queue.set_model(model)

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        for panel in (
            self.welcome,
            self.find_bar,
            self.palette_,
            self.inspector,
            self.guideline,
            self.queue,
        ):
            panel.retranslate()
        for page in self._added:
            page.retranslate()
        self.view.setAccessibleName(self.tr("Article"))
        self._empty.setText(
            self.tr("This project has no article yet: import some, or drop files here.")
        )
        self.import_button.setText(self.tr("Import articles…"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        for panel in (self.view, self.palette_, self.inspector, self.queue):
            panel.set_theme(theme)
        for page in self._added:
            page.set_theme(theme)

    def show_project(self, there: bool) -> None:
        """Show the desk, or the first page where no project is open."""
        self._pages.setCurrentWidget(self.splitter if there else self.welcome)
        self.status.setVisible(there)

    def show_article(self, there: bool) -> None:
        """Show the article, or what to do where there is none."""
        self._article.setCurrentIndex(0 if there else 1)
        self.header.setVisible(there)
        self.palette_.setVisible(there)

    def show_notice(self, text: str) -> None:
        """Say something that stays true while the project is open; empty: nothing."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def make_room(self, panel: QWidget) -> None:
        """Give a side panel that was just shown a readable width."""
        sizes = self.splitter.sizes()
        place = self.splitter.indexOf(panel)
        wanted = max(_SIDE_WIDTH - sizes[place], 0)
        sizes[1] -= wanted
        sizes[place] += wanted
        self.splitter.setSizes(sizes)

    def panes(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """Return the panes in reading order, each with what gives it the focus."""
        return [
            (self.queue, self.queue.focus_list),
            (self._article, self.view.setFocus),
            (self.inspector, self.inspector.focus_list),
            (self.guideline, self.guideline.focus_text),
        ]

    def states(self) -> dict[str, QByteArray]:
        """Return the sizes to remember."""
        return {
            "splitter": self.splitter.saveState(),
            "inspector": self.inspector.splitter.saveState(),
        }

    def restore(self, splitter: QByteArray, inspector: QByteArray) -> None:
        """Take over remembered sizes."""
        if not splitter.isEmpty():
            self.splitter.restoreState(splitter)
        if not inspector.isEmpty():
            self.inspector.splitter.restoreState(inspector)
