"""The pictures of the report as SVG inside HTML; they run right to left where told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from annotator.agreement.kinds import Kind

KINDS = (Kind.TRIFLE, Kind.BOUNDARY, Kind.LABEL, Kind.MISSING)
_GREYS = ("#E0E0DD", "#B8B9B8", "#8A8C8E", "#4B4E53")
_INK, _MUTED, _LINE, _EMPTY = "#1F2328", "#5F656E", "#E2DFD9", "#F4F2EE"
_WIDTH = 900
_RLI, _PDI = "\u2067", "\u2069"


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its words; `value` None where it is not defined."""

    value: float | None
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Line:
    """A label's figure on the axis from 0 to 1."""

    name: str
    color: str
    cell: Cell
    low: float | None
    high: float | None


class _Canvas:
    """Collects shapes; places are given from the start edge."""

    def __init__(self, width: float, height: float, *, rtl: bool) -> None:
        self.width, self.height, self.rtl = width, height, rtl
        self._parts: list[str] = []

    def x(self, start: float, width: float = 0) -> float:
        return self.width - start - width if self.rtl else start

    def box(self, start: float, top: float, width: float, height: float, color: str) -> None:
        self._parts.append(
            f'<rect x="{self.x(start, width):.1f}" y="{top:.1f}" width="{width:.1f}" '
            f'height="{height:.1f}" rx="4" fill="{color}"/>'
        )

    def rule(self, one: tuple[float, float], other: tuple[float, float], look: str) -> None:
        """Draw a line; `look` is colour and width, as `#000 2`."""
        color, width = look.split()
        self._parts.append(
            f'<line x1="{self.x(one[0]):.1f}" y1="{one[1]:.1f}" x2="{self.x(other[0]):.1f}" '
            f'y2="{other[1]:.1f}" stroke="{color}" stroke-width="{width}" stroke-linecap="round"/>'
        )

    def dot(self, start: float, top: float, color: str) -> None:
        self._parts.append(
            f'<circle cx="{self.x(start):.1f}" cy="{top:.1f}" r="6" fill="{color}"/>'
        )

    def text(self, start: float, top: float, text: str, look: str, anchor: str = "middle") -> None:
        """Write at a place; `look` is colour, size and weight, as `#000 13 bold`.

        The direction stands in the text itself: not every renderer heeds the attribute, and those
        that do turn the anchor with it.
        """
        color, size, weight = look.split()
        if self.rtl:
            text = f"{_RLI}{text}{_PDI}"
            anchor = "end" if anchor == "start" else anchor
        self._parts.append(
            f'<text x="{self.x(start):.1f}" y="{top:.1f}" fill="{color}" font-size="{size}" '
            f'font-weight="{weight}" text-anchor="{anchor}" direction="ltr">'
            f"{escape(text)}</text>"
        )

    def done(self) -> str:
        return (
            f'<svg viewBox="0 0 {self.width:.0f} {self.height:.0f}" '
            f'width="{self.width:.0f}" role="img" font-family="inherit">{"".join(self._parts)}</svg>'
        )


def matrix(names: Sequence[str], cells: Mapping[tuple[int, int], Cell], *, rtl: bool) -> str:
    """Draw who agrees with whom."""
    head, side = 110, min(160.0, (_WIDTH - 110) / max(len(names), 1))
    height = min(side, 64)
    canvas = _Canvas(head + side * len(names), 30 + height * len(names), rtl=rtl)
    for place, name in enumerate(names):
        canvas.text(head + (place + 0.5) * side, 20, name, f"{_INK} 12 bold")
        canvas.text(4, 34 + (place + 0.5) * height, name, f"{_INK} 12 bold", "start")
        for other in range(len(names)):
            cell = cells.get((place, other))
            at, top = head + other * side, 30 + place * height
            canvas.box(at, top, side - 4, height - 4, _ground(cell))
            if cell is not None:
                ink = "#FFFFFF" if (cell.value or 0) > 0.93 else _INK
                roomy = side > 110 and bool(cell.detail)
                middle = at + side / 2 - 2
                lift = -4 if roomy else 4
                canvas.text(middle, top + height / 2 + lift, cell.text, f"{ink} 14 bold")
                if roomy:
                    canvas.text(middle, top + height / 2 + 16, cell.detail, f"{ink} 11 normal")
    return canvas.done()


def _ground(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return _EMPTY
    share = 0.75 * max(0.0, cell.value) ** 1.6
    mixed = (
        round(a * share + b * (1 - share)) for a, b in zip(_ACCENT, (251, 250, 248), strict=True)
    )
    return "#" + "".join(f"{one:02X}" for one in mixed)


_ACCENT = (28, 95, 168)


def lines(found: Sequence[Line], ticks: Sequence[str], *, rtl: bool) -> str:
    """Draw the figure of each label with its interval."""
    start, length, pitch = 150.0, 560.0, 36.0
    bottom = len(found) * pitch
    canvas = _Canvas(_WIDTH, bottom + 26, rtl=rtl)
    for number, tick in enumerate(ticks):
        at = start + length * number / (len(ticks) - 1)
        canvas.rule((at, 4), (at, bottom), f"{_LINE} 1")
        canvas.text(at, bottom + 18, tick, f"{_MUTED} 11 normal")
    for place, line in enumerate(found):
        middle = (place + 0.5) * pitch
        canvas.text(4, middle + 5, line.name, f"{line.color} 13 bold", "start")
        if line.cell.value is None:
            canvas.text(start + 8, middle + 5, line.cell.detail, f"{_MUTED} 11 normal", "start")
            continue
        if line.low is not None and line.high is not None:
            low, high = (start + length * max(0.0, v) for v in (line.low, line.high))
            canvas.rule((low, middle), (high, middle), f"{line.color} 3")
        canvas.dot(start + length * max(0.0, line.cell.value), middle, line.color)
        canvas.text(start + length + 24, middle + 5, line.cell.text, f"{_INK} 14 bold", "start")
        detail = line.cell.detail
        canvas.text(start + length + 76, middle + 5, detail, f"{_MUTED} 11 normal", "start")
    return canvas.done()


def bars(
    found: Sequence[tuple[str, str, Sequence[int], Sequence[str]]],
    legend: Sequence[str],
    *,
    rtl: bool,
) -> str:
    """Draw the differences of each label by kind: name, colour, counts and their words."""
    most = max((sum(counts) for _, _, counts, _ in found), default=0) or 1
    canvas = _Canvas(_WIDTH, 34 + 30 * len(found), rtl=rtl)
    for place, name in enumerate(legend):
        canvas.box(150 + 170 * place, 6, 12, 12, _GREYS[place])
        canvas.text(168 + 170 * place, 17, name, f"{_MUTED} 12 normal", "start")
    for row, (name, color, counts, texts) in enumerate(found):
        top, start = 34 + 30 * row, 150.0
        canvas.text(4, top + 15, name, f"{color} 13 bold", "start")
        for place, (count, text) in enumerate(zip(counts, texts, strict=True)):
            width = 730 * count / most
            if count:
                canvas.box(start, top, max(width - 2, 2), 20, _GREYS[place])
            if width > 9 * len(text) + 6:
                ink = "#FFFFFF" if place == 3 else _INK
                canvas.text(start + width / 2, top + 15, text, f"{ink} 11 normal")
            start += width
    return canvas.done()
