"""The line above the agreement page: measure, filters, trifles, progress, export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCalendar, QDate, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import i18n
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.flow_layout import FlowLayout

EXPORTS = ("html", "pdf", "csv", "json")
_ISO = Qt.DateFormat.ISODate
_CHOSEN = -1


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen: empty `people` and `label` are all; dates are ISO, empty for no limit."""

    measure: str = "iou50"
    label: str = ""
    people: tuple[str, ...] = ()
    settled: bool | None = None
    first: str = ""
    last: str = ""
    trimmed: bool = False


class AgreementFilters(QWidget):
    """`changed` after every choice of what enters, `measureChosen` after one of the measure;
    `exportChosen(kind)`; `cancelled` while figures are made.
    """

    changed = Signal()
    measureChosen = Signal()
    exportChosen = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure, self.label, self.settled, self.period = (ComboBox() for _ in range(4))
        self.people = QPushButton()
        self._people_menu = QMenu(self.people)
        self.people.setMenu(self._people_menu)
        self.first, self.last = QDateEdit(), QDateEdit()
        self.trimmed = QCheckBox()
        self.export = QPushButton()
        self._export_menu = QMenu(self.export)
        self.export.setMenu(self._export_menu)
        self._progress, self._cancel = QProgressBar(), QPushButton()
        self._build()
        self.show_progress(None)

    def _build(self) -> None:
        for box, width in ((self.measure, 190), (self.label, 140), (self.settled, 190)):
            box.setFixedWidth(width)
        self.period.setFixedWidth(140)
        for button in (self.people, self.export):
            button.setProperty("role", "menu")
        choices = QWidget()
        flow = FlowLayout(choices)
        for widget in (
            *(self.measure, self.label, self.people, self.settled, self.period),
            *(self.first, self.last, self.trimmed, self.export),
        ):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(choices)
        line = QHBoxLayout()
        line.addWidget(self._progress, 1)
        self._cancel.setProperty("role", "quiet")
        line.addWidget(self._cancel)
        column.addLayout(line)
        self.measure.activated.connect(lambda _: self.measureChosen.emit())
        for box in (self.label, self.settled):
            box.activated.connect(lambda _: self.changed.emit())
        self.period.activated.connect(lambda _: self._choose_period())
        self.trimmed.toggled.connect(lambda _: self.changed.emit())
        self._cancel.clicked.connect(self.cancelled)
        for edit in (self.first, self.last):
            edit.setDate(QDate.currentDate())
            edit.setKeyboardTracking(False)
            edit.dateChanged.connect(lambda _: self.changed.emit())
            edit.hide()

    # what is chosen

    def choices(self) -> Choices:
        """Return what is chosen."""
        first, last = self._dates()
        people = [a.text() for a in self._people_menu.actions() if a.isChecked()]
        everybody = len(people) == len(self._people_menu.actions())
        return Choices(
            str(self.measure.currentData() or "iou50"),
            str(self.label.currentData() or ""),
            () if everybody or len(people) < 2 else tuple(people),
            self.settled.currentData(),
            first,
            last,
            self.trimmed.isChecked(),
        )

    def _dates(self) -> tuple[str, str]:
        days = self.period.currentData()
        if not days:
            return "", ""
        if days == _CHOSEN:
            return self.first.date().toString(_ISO), self.last.date().toString(_ISO)
        return QDate.currentDate().addDays(-int(days)).toString(_ISO), ""

    def _choose_period(self) -> None:
        own = self.period.currentData() == _CHOSEN
        for edit in (self.first, self.last):
            edit.setVisible(own)
        self.changed.emit()

    # what there is to choose

    def show_measures(self, measures: Sequence[tuple[str, str, str]]) -> None:
        """Offer measures: id, name, what it means."""
        self._fill(self.measure, [(name, one) for one, name, _ in measures])
        for place, (_, _, meaning) in enumerate(measures):
            self.measure.setItemData(place, meaning, Qt.ItemDataRole.ToolTipRole)

    def show_labels(self, labels: Sequence[tuple[str, str]]) -> None:
        """Offer labels by id and name, after all of them."""
        rest = [(name, one) for one, name in labels]
        self._fill(self.label, [(self.tr("all labels"), ""), *rest])

    def show_people(self, names: Sequence[str]) -> None:
        """Offer people; all are chosen when the list is new."""
        known = [action.text() for action in self._people_menu.actions()]
        if list(names) != known:
            self._people_menu.clear()
            for name in names:
                action = QAction(name, self._people_menu)
                action.setCheckable(True)
                action.setChecked(True)
                action.toggled.connect(self._on_people)
                self._people_menu.addAction(action)
        self._name_people()

    def _on_people(self) -> None:
        self._name_people()
        self.changed.emit()

    def _name_people(self) -> None:
        chosen = self.choices().people
        self.people.setText(self.tr("everybody") if not chosen else i18n.number(len(chosen)))
        if chosen:
            text = i18n.fill(self.tr("{count} people"), count=len(chosen))
            self.people.setText(text)
        self.people.setEnabled(len(self._people_menu.actions()) > 2)

    def show_progress(self, share: float | None) -> None:
        """Show how far the figures are, 0 to 1; None: nothing is being made."""
        self._progress.setVisible(share is not None)
        self._cancel.setVisible(share is not None)
        if share is not None:
            # no share known yet: a bar that runs
            self._progress.setRange(0, 1000 if share > 0 else 0)
            self._progress.setValue(round(1000 * share))

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self._fill(
            self.settled,
            [
                (self.tr("with and without gold"), None),
                (self.tr("without gold"), False),
                (self.tr("with gold"), True),
            ],
        )
        self._fill(
            self.period,
            [
                (self.tr("at any time"), 0),
                (self.tr("last 7 days"), 7),
                (self.tr("last 30 days"), 30),
                (self.tr("last 90 days"), 90),
                (self.tr("from … to …"), _CHOSEN),
            ],
        )
        self.trimmed.setText(self.tr("Ignore trifles"))
        self.trimmed.setToolTip(
            self.tr("Leave quotation marks, punctuation, spaces and ZWNJ at the ends out of it")
        )
        self._cancel.setText(self.tr("Cancel"))
        self.export.setText(self.tr("Export"))
        self._export_menu.clear()
        for kind in EXPORTS:
            name = self.tr("As {format}…").format(format=kind.upper())
            self._export_menu.addAction(name).triggered.connect(
                lambda _=False, one=kind: self.exportChosen.emit(one)
            )
        for widget, name in (
            (self.measure, self.tr("Measure")),
            (self.label, self.tr("Label")),
            (self.people, self.tr("Annotators")),
            (self.settled, self.tr("Gold")),
            (self.period, self.tr("Finished when")),
            (self.first, self.tr("From")),
            (self.last, self.tr("To")),
            (self._cancel, self.tr("Cancel")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self._set_calendar()
        self._name_people()

    def _set_calendar(self) -> None:
        jalali = i18n.language() == "fa"
        system = QCalendar.System.Jalali if jalali else QCalendar.System.Gregorian
        for edit in (self.first, self.last):
            edit.setCalendar(QCalendar(system))
            edit.setDisplayFormat("yyyy/MM/dd" if jalali else "dd/MM/yyyy")

    def _fill(self, box: ComboBox, entries: Sequence[tuple[str, object]]) -> None:
        chosen = box.currentData()
        blocked = box.blockSignals(True)
        box.clear()
        for name, data in entries:
            box.addItem(name, data)
        box.blockSignals(blocked)
        box.choose(chosen)
