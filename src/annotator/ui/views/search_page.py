"""The page for finding in the whole project: words, conditions, and the hits as they come.

It asks (`searched`, `moreWanted` of its model, `opened`) and knows nothing of projects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.layer import Status
from annotator.domain.scheme import AttributeKind, Scheme
from annotator.ui import i18n, wording
from annotator.ui.models.rows import scheme_name
from annotator.ui.models.search_results import SearchResultsModel
from annotator.ui.theme import Theme
from annotator.ui.views.hit_delegate import HitDelegate
from annotator.ui.views.page import Page
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.labels import label

_TYPING_PAUSE_MS = 180
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asks for; dates are as she typed them."""

    text: str = ""
    phrase: bool = False
    within_spans: bool = False
    label: str | None = None
    attribute: tuple[str, str] | None = None
    entity: str = ""
    annotator: str | None = None
    status: Status | None = None
    since: str = ""
    until: str = ""
    flagged: bool = False
    noted: bool = False


class SearchPage(Page):
    """Emits `searched()` when what is wanted changed, `opened(row)`, `closed`, `kwicRequested`."""

    searched = Signal()
    opened = Signal(object)
    kwicRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SearchResultsModel(self)
        self._scheme: Scheme | None = None
        self._people: Sequence[tuple[str, str]] = ()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.searched)
        self._make()
        self._lay_out()
        self._connect()
        self.retranslate()

    # parts

    def _make(self) -> None:
        self._title = label(role="title")
        self.field = QLineEdit(clearButtonEnabled=True)
        self._phrase, self._within = QCheckBox(), QCheckBox()
        self._kwic, self._close, self._clear = QPushButton(), QPushButton(), QPushButton()
        for button in (self._kwic, self._close, self._clear):
            button.setProperty("role", "quiet")
        self._label, self._attribute, self._annotator, self._status = (
            ComboBox(), ComboBox(), ComboBox(), ComboBox(),
        )  # fmt: skip
        self._entity, self._since, self._until = QLineEdit(), QLineEdit(), QLineEdit()
        self._flagged, self._noted = QPushButton(), QPushButton()
        for chip in (self._flagged, self._noted):
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
        self._count = label(role="muted", wrap=True)
        self._error = label(role="bad", wrap=True)
        self._error.hide()
        self._delegate = HitDelegate(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._kwic)
        head.addWidget(self._close)
        words = QHBoxLayout()
        words.addWidget(self.field, 1)
        words.addWidget(self._phrase)
        words.addWidget(self._within)
        filters = QWidget()
        flow = FlowLayout(filters, 8)
        for part, width in (
            (self._label, 140), (self._attribute, 190), (self._annotator, 140),
            (self._status, 120), (self._entity, 150), (self._since, 110), (self._until, 110),
        ):  # fmt: skip
            part.setFixedWidth(width)
            flow.addWidget(part)
        for button in (self._flagged, self._noted, self._clear):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(words)
        for widget in (filters, self._error, self._count):
            column.addWidget(widget)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        for field in (self.field, self._entity, self._since, self._until):
            field.textChanged.connect(self._changed_soon)
        for box in (self._phrase, self._within, self._flagged, self._noted):
            box.toggled.connect(self._changed_soon)
        for combo in (self._attribute, self._annotator, self._status):
            combo.activated.connect(self._changed_soon)
        self._label.activated.connect(self._label_chosen)
        self.list.activated.connect(self._open)
        self.list.doubleClicked.connect(self._open)
        self._kwic.clicked.connect(lambda: self.kwicRequested.emit(self.field.text()))
        self._close.clicked.connect(self.closed)
        self._clear.clicked.connect(self.clear_conditions)

    # what is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    def set_scheme(self, scheme: Scheme, people: Sequence[tuple[str, str]]) -> None:
        """Offer the labels of a scheme, and people as (key, name)."""
        self._scheme, self._people = scheme, people
        self._fill(self._label, self.tr("Any label"), [
            (kind.id, scheme_name(scheme, kind.id)) for kind in scheme.labels
        ])  # fmt: skip
        self._fill(self._annotator, self.tr("Anybody"), people)
        self._annotator.setVisible(len(people) > 1)
        self._fill_attributes()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._title.setText(self.tr("Search all articles"))
        self.field.setPlaceholderText(self.tr("Words, in any spelling"))
        self.field.setAccessibleName(self.tr("Words, in any spelling"))
        self._phrase.setText(self.tr("One after the other"))
        self._within.setText(self.tr("Within spans"))
        self._kwic.setText(self.tr("Concordance of this phrase"))
        self._close.setText(self.tr("Back to the text"))
        self._clear.setText(self.tr("Clear the conditions"))
        for field, name in (
            (self._entity, self.tr("Entity")),
            (self._since, self.tr("From 1404/9/1")),
            (self._until, self.tr("To 1404/9/30")),
        ):
            field.setPlaceholderText(i18n.digits(name))
            field.setAccessibleName(i18n.digits(name))
        self._flagged.setText(wording.question())
        self._noted.setText(self.tr("note"))
        self._fill(self._status, self.tr("Any status"), [
            (str(status), wording.status(status)) for status in Status
        ])  # fmt: skip
        for combo, name in (
            (self._label, self.tr("Label")),
            (self._attribute, self.tr("Attribute")),
            (self._annotator, self.tr("Annotator")),
            (self._status, self.tr("Status")),
        ):
            combo.setAccessibleName(name)
        self.list.setAccessibleName(self.tr("Hits"))
        if self._scheme is not None:
            self.set_scheme(self._scheme, self._people)

    def wanted(self) -> Wanted:
        """Return what the person asks for."""
        attribute, status = self._attribute.currentData(), self._status.currentData()
        return Wanted(
            text=self.field.text().strip(),
            phrase=self._phrase.isChecked(),
            within_spans=self._within.isChecked(),
            label=self._label.currentData(),
            attribute=tuple(attribute.split("=", 1)) if attribute else None,
            entity=self._entity.text().strip(),
            annotator=self._annotator.currentData(),
            status=Status(status) if status else None,
            since=self._since.text().strip(),
            until=self._until.text().strip(),
            flagged=self._flagged.isChecked(),
            noted=self._noted.isChecked(),
        )

    def look_for(self, text: str) -> None:
        """Put words into the field, ready to be typed over."""
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear_conditions(self) -> None:
        """Take all conditions away; the words stay."""
        for combo in (self._label, self._attribute, self._annotator, self._status):
            combo.choose(None)
        for field in (self._entity, self._since, self._until):
            field.clear()
        for box in (self._phrase, self._within, self._flagged, self._noted):
            box.setChecked(False)
        self._label_chosen()

    def show_count(self, text: str) -> None:
        """Say how much was found, or what to do."""
        self._count.setText(text)

    def show_error(self, text: str) -> None:
        """Say what is wrong with a condition; empty: nothing."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in _DOWN and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
        else:
            super().keyPressEvent(event)

    # inside

    def _enter(self) -> None:
        # a list that opened its row itself has lost the focus by now
        if self.list.hasFocus():
            self._open(self.list.currentIndex())
        elif isinstance(self.focusWidget(), QLineEdit) and self.isVisible():
            self._open(QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.searched.emit()
            return
        row = self.model.row(max(index.row(), 0))
        if row is not None:
            self.opened.emit(row)

    def _changed_soon(self) -> None:
        self._pause.start()

    def _label_chosen(self) -> None:
        self._fill_attributes()
        self._changed_soon()

    def _fill_attributes(self) -> None:
        wanted = self._label.currentData()
        labels = self._scheme.labels if self._scheme else ()
        values: dict[str, str] = {}
        for kind in labels:
            if wanted is not None and kind.id != wanted:
                continue
            for one in kind.attributes:
                if one.kind in (AttributeKind.CHOICE, AttributeKind.LIST):
                    name = one.name.get(i18n.language())
                    for choice in one.choices:
                        shown = f"{name}: {choice.name.get(i18n.language())}"
                        values.setdefault(f"{one.id}={choice.value}", shown)
        self._fill(self._attribute, self.tr("Any attribute"), list(values.items()))

    @staticmethod
    def _fill(combo: ComboBox, anything: str, entries: Sequence[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        blocked = combo.blockSignals(True)
        combo.clear()
        combo.addItem(anything, None)
        for data, name in entries:
            combo.addItem(name, data)
        combo.blockSignals(blocked)
        combo.choose(chosen)
