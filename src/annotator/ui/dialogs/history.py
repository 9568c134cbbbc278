"""The history of an article: who did what when, how it stood then, and a way back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.article import Article
from annotator.domain.scheme import Scheme
from annotator.ui import i18n
from annotator.ui.models.history_rows import HistoryRow, Preview
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.article_view import ArticleView
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label

_ROLE = int(Qt.ItemDataRole.UserRole)
_PAUSE_MS = 60


class HistoryDialog(QDialog):
    """Ends with `chosen`, the number of the entry to go back to, when accepted."""

    def __init__(
        self,
        rows: Sequence[HistoryRow],
        article: Article,
        scheme: Scheme,
        preview: Callable[[int], Preview],
        *,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History of the article"))
        self.chosen: int | None = None
        self._rows, self._article, self._scheme, self._preview = rows, article, scheme, preview
        self._shown = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._show_state)
        self._make(theme)
        self._lay_out()
        self.person.activated.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self._pause.start())
        self.restore.clicked.connect(self._choose)
        self._fill()
        self.list.setFocus()
        self.resize(980, 560)

    def _make(self, theme: Theme) -> None:
        self.person = ComboBox()
        self.person.setAccessibleName(self.tr("Who"))
        self.person.addItem(self.tr("Everybody"), None)
        for name in dict.fromkeys(row.who for row in self._rows if row.who):
            self.person.addItem(name, name)
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = ArticleView()
        self.view.setObjectName("articleView")
        self.view.set_theme(theme)
        self.view.set_language(i18n.language())
        self.view.set_font_size(15)
        self._summary = label(role="muted", wrap=True)
        self.restore = QPushButton(self.tr("Go back to this state"))
        self.restore.setProperty("role", "primary")
        self.restore.setEnabled(False)

    def _lay_out(self) -> None:
        empty = label(self.tr("Nothing has happened to this article yet."), "muted", wrap=True)
        empty.setVisible(not self._rows)
        entries, state = QWidget(), QWidget()
        left = QVBoxLayout(entries)
        left.setContentsMargins(0, 0, 0, 0)
        entries.setContentsMargins(8, 0, 8, 0)
        state.setContentsMargins(8, 0, 8, 0)
        for part in (self.person, empty, self.list):
            left.addWidget(part)
        right = QVBoxLayout(state)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._summary)
        right.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.restore)
        right.addLayout(foot)
        split = QSplitter()
        split.addWidget(entries)
        split.addWidget(state)
        split.setSizes([400, 560])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(label(self._article.title, "section", wrap=True))
        layout.addWidget(split, 1)

    def _fill(self) -> None:
        wanted = self.person.currentData()
        self.list.clear()
        for row in self._rows:
            if wanted is None or row.who == wanted:
                undone = f" ({self.tr('undone')})" if row.undone else ""
                who = " · ".join(part for part in (row.when, row.who) if part)
                item = QListWidgetItem(f"{row.what}{undone}\n{who}", self.list)
                item.setData(_ROLE, row.seq)
        self.list.setCurrentRow(0)

    def _show_state(self) -> None:
        if self.list.currentRow() < 0:
            return
        found = self._preview(self.list.currentItem().data(_ROLE))
        if self._shown:
            self.view.set_layer(found.layer)
        else:
            self.view.set_article(self._article, found.layer, self._scheme)
            self._shown = True
        self.view.set_hits(found.places)
        if found.places:
            self.view.scroll_to(found.places[0][0])
        self._summary.setText(found.summary)
        self.restore.setEnabled(found.may_restore)

    def _choose(self) -> None:
        if self.list.currentRow() >= 0:
            self.chosen = int(self.list.currentItem().data(_ROLE))
            self.accept()
