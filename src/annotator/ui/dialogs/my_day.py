"""My day: what who is present finished and for how long she worked; nobody else's figures, unless
the project lets leads see sums.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from annotator.ui import i18n
from annotator.ui.widgets.labels import label
from annotator.workspace import my_day
from annotator.workspace.my_day import MyDay
from annotator.workspace.workspace import Workspace


class MyDayPopover(QFrame):
    """Emits `sumsAllowed(bool)` when a lead changes who sees the sums."""

    sumsAllowed = Signal(bool)

    def __init__(self, ws: Workspace, found: MyDay, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        self.setAccessibleName(self.tr("My day"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("My day"), "title"))
        layout.addWidget(self._table(found))
        if found.median_seconds is not None:
            minutes = max(round(found.median_seconds / 60), 1)
            template = self.tr("Half of the articles done took no more than {minutes} minutes.")
            layout.addWidget(label(i18n.fill(template, minutes=minutes), "muted", wrap=True))
        layout.addWidget(label(self._who_sees(ws), "muted", wrap=True))
        self._add_lead(ws, layout)
        self.setMinimumWidth(300)

    def show_above(self, widget: QWidget) -> None:
        """Show above a widget, within its window."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, 0))
        window = widget.window().geometry()
        left = min(max(corner.x(), window.left() + 8), window.right() - self.width() - 8)
        self.move(left, corner.y() - self.height() - 4)
        self.show()

    def _table(self, found: MyDay) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(22)
        grid.addWidget(label(self.tr("today"), "muted"), 0, 1)
        grid.addWidget(label(self.tr("in all"), "muted"), 0, 2)
        rows = (
            (self.tr("articles done"), found.today.articles, found.in_all.articles),
            (self.tr("spans"), found.today.spans, found.in_all.spans),
            (self.tr("minutes of work"), found.today.seconds // 60, found.in_all.seconds // 60),
        )
        for row, (name, today, in_all) in enumerate(rows, 1):
            grid.addWidget(label(name), row, 0)
            grid.addWidget(label(i18n.number(today), "section"), row, 1)
            grid.addWidget(label(i18n.number(in_all)), row, 2)
        grid.setColumnStretch(0, 1)
        return box

    def _who_sees(self, ws: Workspace) -> str:
        if my_day.sums_are_shown(ws):
            text = self.tr("Leads of this project see everybody's minutes in all, not the days.")
        else:
            text = self.tr("Nobody but you sees your minutes.")
        breaks = self.tr("Breaks of more than a minute are left out.")
        return f"{text} {breaks}"

    def _add_lead(self, ws: Workspace, layout: QVBoxLayout) -> None:
        if ws.person is None or not ws.person.is_lead or ws.read_only:
            return
        shown = my_day.sums_are_shown(ws)
        box = QCheckBox(self.tr("Leads see everybody's minutes in all"))
        box.setChecked(shown)
        box.clicked.connect(self.sumsAllowed)
        layout.addWidget(box)
        for name, seconds in my_day.sums(ws) if shown else ():
            template = self.tr("{name}: {minutes} minutes")
            layout.addWidget(label(i18n.fill(template, name=name, minutes=seconds // 60)))


def minutes_text(seconds: int) -> str:
    """Return the minutes of the day for the status line."""
    return i18n.fill(i18n.translate("MyDay", "today {minutes} min"), minutes=seconds // 60)
