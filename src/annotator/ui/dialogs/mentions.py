"""All mentions of some words, in this article or in all, to be ticked and labelled in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QPushButton, QWidget

from annotator.domain.scheme import Scheme
from annotator.ui import i18n
from annotator.ui.dialogs.base import FormDialog
from annotator.ui.models.mentions_model import MentionRow, MentionsModel
from annotator.ui.models.rows import scheme_name
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.mention_delegate import MentionDelegate
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label

# asks for the mentions in (all articles, loose spelling) and gives them to `show_rows`
Look = Callable[[bool, bool], None]


class MentionsDialog(FormDialog):
    """Ends with `ticked` and `label_id` when accepted."""

    def __init__(
        self,
        look: Look,
        phrase: str,
        scheme: Scheme,
        label_id: str,
        *,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Label all mentions"))
        self._look = look
        self.model = MentionsModel(self)
        self.labels = ComboBox()
        self.labels.setAccessibleName(self.tr("Label"))
        for kind in scheme.labels:
            self.labels.addItem(scheme_name(scheme, kind.id), kind.id)
        self.labels.choose(label_id)
        self.everywhere = QCheckBox(self.tr("In all articles"))
        self.loose = QCheckBox(self.tr("Ignore spaces"))
        self.list = QListView()
        self._build_list(scheme, theme)
        self._count = label(role="muted", wrap=True)
        self._lay_out(phrase)
        self._connect()
        self._show_count()
        self.list.setFocus()
        self.resize(720, 540)

    def _build_list(self, scheme: Scheme, theme: Theme) -> None:
        self.list.setProperty("role", "framed")
        self.list.setModel(self.model)
        self.list.setItemDelegate(MentionDelegate(scheme, theme, self))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Mentions"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)

    def _lay_out(self, phrase: str) -> None:
        template = self.tr("Mentions of {phrase}, other spellings included:")
        self.add(label(i18n.fill(template, phrase=phrase[:60]), wrap=True))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.labels, self.everywhere, self.loose):
            row.addWidget(part)
        self._all, self._none = QPushButton(self.tr("Tick all")), QPushButton(self.tr("Tick none"))
        self.add(box, self._count, self.list, button_row(self._all, self._none))
        self.finish()

    def _connect(self) -> None:
        self.model.ticksChanged.connect(self._show_count)
        self.labels.activated.connect(lambda: self.model.tick_for(self.label_id))
        for box in (self.everywhere, self.loose):
            box.toggled.connect(self.look)
        self._all.clicked.connect(lambda: self.model.tick_all(True))
        self._none.clicked.connect(lambda: self.model.tick_all(False))
        self.list.clicked.connect(lambda index: self.model.toggle(index.row()))

    def look(self) -> None:
        """Ask for the mentions in the chosen articles."""
        self.accept_button.setEnabled(False)
        self._count.setText(self.tr("Searching…"))
        self._look(self.everywhere.isChecked(), self.loose.isChecked())

    def show_rows(self, rows: Sequence[MentionRow]) -> None:
        """Show the mentions that were found."""
        self.model.set_rows(rows, self.label_id)
        self.list.setCurrentIndex(self.model.index(0))

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the search is."""
        template = self.tr("Searching… {done} of {total} articles")
        self._count.setText(i18n.fill(template, done=done, total=total))

    @property
    def ticked(self) -> list[MentionRow]:
        """The mentions to label."""
        return self.model.ticked

    @property
    def label_id(self) -> str:
        """The label to give them."""
        return str(self.labels.currentData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if watched is self.list and space and event.type() == QEvent.Type.KeyPress:
            row = self.list.currentIndex().row()
            if row >= 0:
                self.model.toggle(row)
            return True
        return False

    def _show_count(self) -> None:
        count, all_ = len(self.ticked), self.model.rowCount()
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setText(
            i18n.fill(self.tr("Label the ticked ones ({count})"), count=count)
        )
        template = self.tr("places: {count} · labelled already: {done}")
        done = sum(self._bears(row) for row in range(all_))
        self._count.setText(i18n.fill(template, count=all_, done=done))

    def _bears(self, row: int) -> bool:
        found = self.model.mention(row)
        return self.label_id in found.labels
