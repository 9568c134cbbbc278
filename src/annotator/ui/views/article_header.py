"""Headline and metadata above the article."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.article import PUBLISHED, SOURCE, Article
from annotator.domain.layer import Status
from annotator.ui import i18n, wording
from annotator.ui.widgets.labels import ElidedLabel

COLUMN = 760
_MARGIN = 24


class ArticleHeader(QWidget):
    """The headline, set above the column of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._headline = ElidedLabel(role="headline")
        self._meta = ElidedLabel(role="muted")
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        words = QVBoxLayout(column)
        words.setContentsMargins(_MARGIN, 16, _MARGIN, 8)
        words.setSpacing(4)
        words.addWidget(self._headline)
        words.addWidget(self._meta)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)

    def show_article(self, article: Article | None, words: int, status: Status) -> None:
        """Show an article's title, agency, date and length."""
        self._headline.setText(article.title if article else "")
        self._headline.setToolTip(article.title if article else "")
        if article is None:
            self._meta.setText("")
            return
        date = article.known(PUBLISHED)
        parts = [
            article.known(SOURCE),
            i18n.date_text(date) if date else "",
            i18n.fill(self.tr("words: {count}"), count=words),
            wording.status(status),
        ]
        self._meta.setText(" · ".join(part for part in parts if part))
