"""Headline and metadata above the article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.article import PUBLISHED, SOURCE, Article
from annotator.domain.layer import Status
from annotator.persian.display import isolate
from annotator.ui import i18n, wording
from annotator.ui.fonts import ARTICLE_SIZE
from annotator.ui.views.typesetting import GUTTER, Measures
from annotator.ui.widgets.labels import ElidedLabel


class ArticleHeader(QWidget):
    """The headline, set above the column of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._headline = ElidedLabel(role="headline")
        self._meta = ElidedLabel(role="muted")
        self._column = QWidget()
        words = QVBoxLayout(self._column)
        words.setContentsMargins(GUTTER, 16, GUTTER, 8)
        words.setSpacing(4)
        words.addWidget(self._headline)
        words.addWidget(self._meta)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self._column, 100)
        layout.addStretch(1)
        self.set_font_size(ARTICLE_SIZE)

    def set_font_size(self, pixels: int) -> None:
        """Stand above the column of a text of this size."""
        self._column.setMaximumWidth(Measures(pixels).column + 2 * GUTTER)

    def show_article(self, article: Article | None, words: int, status: Status) -> None:
        """Show an article's title, agency, date and length."""
        self._headline.setText(article.title if article else "")
        self._headline.setToolTip(article.title if article else "")
        if article is None:
            self._meta.setText("")
            return
        left = article.direction == "ltr"
        direction = Qt.LayoutDirection.LeftToRight if left else Qt.LayoutDirection.RightToLeft
        for line in (self._headline, self._meta):
            line.setLayoutDirection(direction)
        date = article.known(PUBLISHED)
        parts = [
            article.known(SOURCE),
            i18n.date_text(date) if date else "",
            i18n.fill(self.tr("words: {count}"), count=words),
            wording.status(status),
        ]
        self._meta.setText(" · ".join(isolate(part) for part in parts if part))
