"""The painted figures of the agreement page: grids, labels with intervals, kinds, weeks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from annotator.agreement.kinds import Kind
from annotator.ui import fonts, i18n
from annotator.ui.models.agreement_page import Bar, Grid, Mark, NamedMark
from annotator.ui.theme import contrast, mixed
from annotator.ui.views.chart import Chart

_START, _END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_GAP = 4
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
# shares of the text colour in the ground, from trifles to what one has not seen
_SHADES = {Kind.TRIFLE: 0.12, Kind.BOUNDARY: 0.3, Kind.LABEL: 0.52, Kind.MISSING: 0.8}


class MatrixChart(Chart):
    """Who with whom: a square of figures, the stronger the ground the better they agree."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid((), (), {})
        self.setMinimumWidth(220)

    def show_grid(self, grid: Grid) -> None:
        """Show another matrix."""
        self._grid = grid
        self.refresh()

    def wanted_height(self) -> int:
        size = len(self._grid.rows)
        return 30 + size * (130 if size <= 3 else 74 if size <= 5 else 44) if size else 0

    def _head(self) -> int:
        metrics = QFontMetrics(fonts.font(13, bold=True))
        widths = [metrics.horizontalAdvance(name) for name in self._grid.rows]
        return min(max([24, *widths]) + 10, 96)

    def _paint(self, painter: QPainter) -> None:
        names = self._grid.rows
        if not names:
            return
        head, top = self._head(), 28
        side = (self.width() - head) / len(names)
        height = (self.height() - top) / len(names)
        for place, name in enumerate(names):
            column = self.box(head + place * side, 0, side - _GAP, top - 4)
            self.write(painter, column, name, size=12, bold=True)
            row = self.box(0, top + place * height, head - 8, height - _GAP)
            self.write(painter, row, name, size=12, bold=True, align=_START)
        for row_place in range(len(names)):
            for place in range(len(names)):
                area = self.box(
                    head + place * side, top + row_place * height, side - _GAP, height - _GAP
                )
                self._cell(painter, area, self._grid.cells.get((row_place, place)))

    def _cell(self, painter: QPainter, area: QRectF, mark: Mark | None) -> None:
        theme = self.theme
        painter.setPen(Qt.PenStyle.NoPen)
        share = 0.0 if mark is None or mark.value is None else max(0.0, mark.value)
        ground = mixed(theme.accent, theme.page, 0.75 * share**1.6) if mark else theme.ground
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 5, 5)
        if mark is None:
            return
        if mark.value is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.hairline), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        ink = max((theme.text, theme.page), key=lambda color: contrast(color, ground))
        roomy = area.height() > 56 and area.width() > 84 and bool(mark.detail)
        figure = area.adjusted(2, 0, -2, -area.height() * 0.22 if roomy else 0)
        size = 17 if area.width() > 70 else 12
        self.write(painter, figure, mark.text, size=size, bold=True, color=ink)
        if roomy:
            detail = area.adjusted(4, area.height() * 0.34, -4, 0)
            self.write(painter, detail, mark.detail, size=11, color=ink)
        self._add(area, mark.query, mark.tip)


class LabelChart(Chart):
    """Where: the figure of each label on an axis from 0 to 1, with its interval as a line."""

    _ROW = 39

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[NamedMark, ...] = ()

    def show_marks(self, marks: tuple[NamedMark, ...]) -> None:
        """Show other labels."""
        self._marks = marks
        self.refresh()

    def wanted_height(self) -> int:
        return len(self._marks) * self._ROW + 28 if self._marks else 0

    def _paint(self, painter: QPainter) -> None:
        if not self._marks:
            return
        name, tail = min(110.0, self.width() * 0.24), 128.0 if self.width() > 340 else 52.0
        start, length = name, max(self.width() - name - tail, 40)
        bottom = len(self._marks) * self._ROW
        for tick in _TICKS:
            at = self.point(start + tick * length, 0).x()
            painter.setPen(QPen(QColor(self.theme.hairline), 1))
            painter.drawLine(QPointF(at, 4), QPointF(at, bottom))
            area = QRectF(at - 24, bottom + 4, 48, 18)
            text = i18n.digits(f"{tick:g}").replace(".", "٫" if i18n.language() == "fa" else ".")
            self.write(painter, area, text, size=11, color=self.theme.muted)
        for place, mark in enumerate(self._marks):
            self._row(painter, place * self._ROW, mark, start, length)

    def _row(
        self, painter: QPainter, top: float, one: NamedMark, start: float, length: float
    ) -> None:
        theme, mark, middle = self.theme, one.mark, top + self._ROW / 2
        color = theme.label(one.color)
        self.write(
            painter,
            self.box(0, top, start - 10, self._ROW),
            one.name,
            size=13,
            bold=True,
            color=color,
            align=_START,
        )
        end = start + length
        if mark.value is None:
            reason = self.box(start + 6, top, length - 8, self._ROW)
            self.write(painter, reason, mark.detail, size=11, color=theme.muted, align=_START)
        else:
            self._whisker(painter, mark, middle, color, (start, length))
        room = self.width() - end
        if room > 100:
            area = self.box(end + 10, top, room - 60, self._ROW)
            self.write(painter, area, one.count, size=11, color=theme.muted, align=_START)
        area = self.box(self.width() - 48, top, 48, self._ROW)
        self.write(painter, area, mark.text, size=14, bold=True, align=_END)
        tip = "\n".join(filter(None, [one.name, mark.tip, one.count]))
        self._add(QRectF(0, top + 2, self.width(), self._ROW - 4), mark.query, tip)

    def _whisker(
        self,
        painter: QPainter,
        mark: Mark,
        middle: float,
        color: str,
        axis: tuple[float, float],
    ) -> None:
        start, length = axis

        def at(value: float) -> QPointF:
            return self.point(start + min(max(value, 0.0), 1.0) * length, middle)

        if mark.low is not None and mark.high is not None:
            pen = QPen(QColor(color), 3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(at(mark.low), at(mark.high))
        painter.setPen(QPen(QColor(self.theme.page), 2))
        painter.setBrush(QColor(color))
        painter.drawEllipse(at(mark.value or 0.0), 6.5, 6.5)


class KindChart(Chart):
    """What kind of difference: a bar for each label, in shades, as long as there are many."""

    _ROW = 33

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._legend: tuple[tuple[Kind, str], ...] = ()

    def show_bars(self, bars: tuple[Bar, ...], legend: tuple[tuple[Kind, str], ...]) -> None:
        """Show other bars."""
        self._bars, self._legend = bars, legend
        self.refresh()

    def wanted_height(self) -> int:
        return 30 + len(self._bars) * self._ROW if self._bars else 0

    def _shade(self, kind: Kind) -> str:
        return mixed(self.theme.text, self.theme.page, _SHADES[kind])

    def _paint(self, painter: QPainter) -> None:
        self._paint_legend(painter)
        most = max((sum(p.count for p in bar.parts) for bar in self._bars), default=0)
        name = min(110.0, self.width() * 0.24)
        for place, bar in enumerate(self._bars):
            top = 30 + place * self._ROW
            self.write(
                painter,
                self.box(0, top, name - 10, 20),
                bar.name,
                size=13,
                bold=True,
                color=self.theme.label(bar.color),
                align=_START,
            )
            self._bar(painter, bar, top, name, (self.width() - name) / max(most, 1))

    def _bar(self, painter: QPainter, bar: Bar, top: float, start: float, unit: float) -> None:
        for part in bar.parts:
            area = self.box(start, top, max(part.count * unit - 2, 3), 19)
            shade = self._shade(part.kind)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shade))
            painter.drawRoundedRect(area, 2, 2)
            text = i18n.number(part.count)
            if area.width() > 9 * len(text) + 6:
                inks = (self.theme.text, self.theme.page)
                ink = max(inks, key=lambda color: contrast(color, shade))
                self.write(painter, area, text, size=11, color=ink)
            self._add(area, part.query, part.tip)
            start += part.count * unit

    def _paint_legend(self, painter: QPainter) -> None:
        start = 0.0
        for kind, name in self._legend:
            painter.setPen(QPen(QColor(self.theme.muted), 0.5))
            painter.setBrush(QColor(self._shade(kind)))
            painter.drawRect(self.box(start, 6, 10, 10))
            painter.setFont(fonts.font(12))
            width = painter.fontMetrics().horizontalAdvance(name) + 4
            area = self.box(start + 16, 1, width, 20)
            self.write(painter, area, name, size=12, color=self.theme.muted, align=_START)
            start += width + 34


class ConfusionChart(Chart):
    """Which label stands against which; what is alike lies quiet on the diagonal."""

    _ROW = 34

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid((), (), {})

    def show_grid(self, grid: Grid) -> None:
        """Show another table."""
        self._grid = grid
        self.refresh()

    def wanted_height(self) -> int:
        titled = 22 if self._grid.column_title else 0
        return titled + 30 + len(self._grid.rows) * self._ROW if self._grid.cells else 0

    def _paint(self, painter: QPainter) -> None:
        grid = self._grid
        if not grid.cells:
            return
        head = min(118.0, self.width() * 0.25)
        side, top = (self.width() - head) / len(grid.columns), 30.0
        if grid.column_title:
            area = self.box(head, 0, self.width() - head, 20)
            self.write(painter, area, grid.column_title, size=12, color=self.theme.muted)
            area = self.box(0, top, head - 8, 20)
            text = grid.row_title
            self.write(painter, area, text, size=12, color=self.theme.muted, align=_START)
            top += 22
        differing = [m.value or 0 for (row, column), m in grid.cells.items() if row != column]
        most = max(differing, default=1.0)
        for place, name in enumerate(grid.columns):
            color = self.theme.label(grid.colors[place])
            column = self.box(head + place * side, top - 28, side - _GAP, 24)
            self.write(painter, column, name, size=12, bold=True, color=color)
            row = self.box(0, top + place * self._ROW, head - 8, self._ROW - _GAP)
            self.write(painter, row, name, size=12, bold=True, color=color, align=_START)
        for row_place in range(len(grid.rows)):
            for place in range(len(grid.columns)):
                area = self.box(
                    head + place * side, top + row_place * self._ROW, side - _GAP, self._ROW - _GAP
                )
                mark = grid.cells.get((row_place, place))
                self._cell(painter, area, mark, None if row_place == place else most)

    def _cell(self, painter: QPainter, area: QRectF, mark: Mark | None, most: float | None) -> None:
        theme = self.theme
        share = (mark.value or 0) / most if mark and most else 0.0
        ground = mixed(theme.amber, theme.page, 0.1 + 0.5 * share) if share else theme.ground
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 4, 4)
        if mark is not None:
            ink = theme.muted if most is None else theme.text
            self.write(painter, area, mark.text, size=12, bold=most is not None, color=ink)
            self._add(area, mark.query, mark.tip)


class WeekChart(Chart):
    """Over time: the headline figure of each week."""

    def __init__(self) -> None:
        super().__init__()
        self._weeks: tuple[Mark, ...] = ()

    def show_weeks(self, weeks: tuple[Mark, ...]) -> None:
        """Show other weeks."""
        self._weeks = weeks
        self.refresh()

    def wanted_height(self) -> int:
        return 168 if self._weeks else 0

    def _paint(self, painter: QPainter) -> None:
        if not self._weeks:
            return
        head, bottom, top = 40.0, self.height() - 26.0, 14.0
        for tick in (0.0, 0.5, 1.0):
            y = bottom - tick * (bottom - top)
            painter.setPen(QPen(QColor(self.theme.hairline), 1))
            painter.drawLine(self.point(head, y), self.point(self.width(), y))
            text = i18n.digits(f"{tick:g}").replace(".", "٫" if i18n.language() == "fa" else ".")
            area = self.box(0, y - 9, head - 8, 18)
            self.write(painter, area, text, size=11, color=self.theme.muted, align=_END)
        step = (self.width() - head) / len(self._weeks)
        points = [
            self.point(head + (i + 0.5) * step, bottom - (w.value or 0) * (bottom - top))
            for i, w in enumerate(self._weeks)
        ]
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        every = max(1, round(110 / step))
        for i, (point, week) in enumerate(zip(points, self._weeks, strict=True)):
            painter.setPen(QPen(QColor(self.theme.page), 2))
            painter.setBrush(QColor(self.theme.accent))
            painter.drawEllipse(point, 5.5, 5.5)
            if i % every == 0:
                area = QRectF(point.x() - 60, bottom + 5, 120, 18)
                self.write(painter, area, week.detail, size=11, color=self.theme.muted)
                area = QRectF(point.x() - 30, point.y() - 25, 60, 18)
                self.write(painter, area, week.text, size=12, bold=True)
            self._add(QRectF(point.x() - 14, point.y() - 14, 28, 28), week.query, week.tip)
