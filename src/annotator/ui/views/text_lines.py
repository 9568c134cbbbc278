"""Where characters stand: lines of the laid out document, boxes of ranges, positions of points.

Speaks to Qt in UTF-16 units and to everybody else in code points. What is drawn there does not
belong here. Vertical places of a line are relative to the top of its block, so that they stay
true while blocks above are still being laid out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from annotator.domain.offsets import Utf16Map
from annotator.ui.views.typesetting import GUTTER, Measures

_SEAM = 0.75
_KEPT_BLOCKS = 600
_ON_CHARACTER = QTextLine.CursorPosition.CursorOnCharacter
_RUN_DETAILS = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes


class Box(NamedTuple):
    """A stretch of one line, in pixels of the document from the left."""

    left: float
    right: float


class Run(NamedTuple):
    """Characters of one direction that stand together on a line; units within the block."""

    start: int
    end: int
    left: float
    right: float
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its characters (code points of the text), baseline within the block, and runs."""

    block: int
    number: int
    start: int
    end: int
    baseline: float
    left: float
    right: float
    runs: tuple[Run, ...]

    @property
    def key(self) -> tuple[int, int]:
        """What tells this line from the others of the article."""
        return self.block, self.number


class Place(NamedTuple):
    """What is at a point: the nearest caret position, and the character under it, if any."""

    caret: int
    character: int | None
    line: Line


class TextLines:
    """The lines of a document; forget them by `clear` when its width changes."""

    def __init__(
        self, document: QTextDocument, text: str, units: Utf16Map, measures: Measures
    ) -> None:
        self._document = document
        self._text = text
        self._layout = document.documentLayout()
        self.units = units
        self.measures = measures
        self._lines: dict[int, list[Line]] = {}
        self._tops: dict[int, float] = {}
        self._stops: dict[tuple[int, int], list[tuple[float, int]]] = {}
        self._near = 0

    def clear(self) -> None:
        """Forget all lines; the document has been laid out anew."""
        self._lines.clear()
        self._tops.clear()
        self._stops.clear()

    @property
    def block_count(self) -> int:
        """The number of blocks, one for each line of the text."""
        return self._document.blockCount()

    @property
    def column(self) -> Box:
        """The left and right end of the text column."""
        return Box(GUTTER, self._document.textWidth() - GUTTER)

    def block_range(self, number: int) -> tuple[int, int]:
        """Return the code points of a block, with its line feed."""
        block = self._document.findBlockByNumber(number)
        first = block.position()
        past = min(first + block.length(), self.units.utf16_length)
        return self.units.to_code_point(first), self.units.to_code_point(past)

    def block_at(self, position: int) -> int:
        """Return the number of the block that holds a code point position."""
        return self._document.findBlock(self.units.to_utf16(position)).blockNumber()

    def top(self, number: int) -> float:
        """Return the top of a block in the document; lays out all before it where needed."""
        found = self._tops.get(number)
        if found is None:
            block = self._document.findBlockByNumber(number)
            self._layout.blockBoundingRect(block)
            found = self._tops[number] = block.layout().position().y()
        return found

    def of_block(self, number: int) -> list[Line]:
        """Return the lines of a block."""
        found = self._lines.get(number)
        if found is None:
            if len(self._lines) > _KEPT_BLOCKS:
                self._lines.clear()
                self._stops.clear()
            found = self._lines[number] = self._read(number)
        return found

    def between(self, top: float, bottom: float) -> range:
        """Return the numbers of the blocks that may draw between two heights of the document."""
        pitch = self.measures.pitch
        first = self._block_near(top - pitch)
        number = first
        while number < self.block_count and self.top(number) < bottom + pitch:
            number += 1
        return range(first, number)

    def line_of(self, position: int) -> Line:
        """Return the line that holds a caret position; at a break, the later line."""
        lines = self.of_block(self.block_at(position))
        return next((line for line in reversed(lines) if line.start <= position), lines[0])

    def baseline(self, line: Line) -> float:
        """Return the baseline of a line in the document."""
        return self.top(line.block) + line.baseline

    def caret_x(self, position: int) -> float:
        """Return where the caret at a position stands."""
        line = self.line_of(position)
        block = self._document.findBlockByNumber(line.block)
        unit = self.units.to_utf16(position) - block.position()
        return _x(self._qt_line(line, block), unit) + block.layout().position().x()

    def boxes(self, line: Line, start: int, end: int) -> tuple[Box, ...]:
        """Return where code points `[start, end)` stand on a line, from the left, joined."""
        block = self._document.findBlockByNumber(line.block)
        first = self.units.to_utf16(max(start, line.start)) - block.position()
        past = self.units.to_utf16(min(end, line.end)) - block.position()
        return joined(
            self._part(line, block, run, first, past)
            for run in line.runs
            if run.start < past and first < run.end
        )

    def beside(self, position: int, left: bool) -> int:
        """Return the caret position to the left or right; the same where the block ends."""
        block = self._document.findBlockByNumber(self.block_at(position))
        self.of_block(block.blockNumber())
        unit = self.units.to_utf16(position) - block.position()
        layout = block.layout()
        found = layout.leftCursorPosition(unit) if left else layout.rightCursorPosition(unit)
        return self.units.to_code_point(block.position() + found)

    def position_at(self, line: Line, x: float) -> int:
        """Return the caret position that shows on a line nearest to `x`."""
        return min(self._stops_of(line), key=lambda stop: abs(stop[0] - x))[1]

    def _stops_of(self, line: Line) -> list[tuple[float, int]]:
        # Qt's own xToCursor puts the caret elsewhere than where was clicked beside a Latin word.
        found = self._stops.get(line.key)
        if found is None:
            block = self._document.findBlockByNumber(line.block)
            layout, qt_line, first = block.layout(), self._qt_line(line, block), block.position()
            offset = layout.position().x()
            units = (
                (self.units.to_utf16(p) - first, p)
                for p in range(line.start, self.end_of(line) + 1)
            )
            found = self._stops[line.key] = [
                (_x(qt_line, unit) + offset, position)
                for unit, position in units
                if position == line.start or layout.isValidCursorPosition(unit)
            ]
        return found

    def end_of(self, line: Line) -> int:
        """Return the last caret position that shows on a line, before the space of a break."""
        if self._text[line.end : line.end + 1] in {"", "\n"}:
            return line.end
        return line.start + len(self._text[line.start : line.end].rstrip())

    def place(self, x: float, y: float) -> Place:
        """Return what stands at a point of the document."""
        line = self.line_at(y)
        if not any(run.left <= x < run.right for run in line.runs):
            return Place(self.position_at(line, x), None, line)
        block = self._document.findBlockByNumber(line.block)
        local = x - block.layout().position().x()
        unit = self._qt_line(line, block).xToCursor(local, _ON_CHARACTER)
        character = self.units.to_code_point(block.position() + unit)
        return Place(self.position_at(line, x), character, line)

    def line_at(self, y: float) -> Line:
        """Return the line with words in whose room a height of the document falls, else the last.

        Blank lines have no room of their own.
        """
        below = self.measures.cell_below
        last = None
        for number in range(self._block_near(y - self.measures.pitch), self.block_count):
            top = self.top(number)
            for line in self.of_block(number):
                last = line if line.runs or last is None else last
                if line.runs and y < top + line.baseline + below:
                    return line
        assert last is not None, "a document has at least one line"
        return last

    def edge_x(self, line: Line, position: int, *, is_start: bool) -> float:
        """Return where a range on a line starts or ends: beside its first or last character."""
        character = position if is_start else position - 1
        boxes = self.boxes(line, character, character + 1)
        if not boxes:
            return self.caret_x(position)
        unit = (
            self.units.to_utf16(character) - self._document.findBlockByNumber(line.block).position()
        )
        from_right = any(r.right_to_left for r in line.runs if r.start <= unit < r.end)
        return boxes[-1].right if from_right == is_start else boxes[0].left

    def _read(self, number: int) -> list[Line]:
        block = self._document.findBlockByNumber(number)
        self._layout.blockBoundingRect(block)
        layout = block.layout()
        return [self._read_line(block, layout, i) for i in range(layout.lineCount())]

    def _read_line(self, block: QTextBlock, layout: QTextLayout, number: int) -> Line:
        qt_line = layout.lineAt(number)
        offset = layout.position().x()
        first, past = qt_line.textStart(), qt_line.textStart() + qt_line.textLength()
        natural = qt_line.naturalTextRect()
        start = self.units.to_code_point(block.position() + first)
        end = self.units.to_code_point(min(block.position() + past, self.units.utf16_length))
        shown = start + len(self._text[start:end].rstrip())
        return Line(
            block.blockNumber(),
            number,
            start,
            end,
            qt_line.y() + qt_line.ascent(),
            natural.left() + offset,
            natural.right() + offset,
            _runs(qt_line, offset, self.units.to_utf16(shown) - block.position()),
        )

    @staticmethod
    def _qt_line(line: Line, block: QTextBlock) -> QTextLine:
        return block.layout().lineAt(line.number)

    def _part(self, line: Line, block: QTextBlock, run: Run, first: int, past: int) -> Box:
        if first <= run.start and run.end <= past:
            return Box(run.left, run.right)
        qt_line, offset = self._qt_line(line, block), block.layout().position().x()
        near = run.right if run.right_to_left else run.left
        far = run.left if run.right_to_left else run.right
        # A position strictly inside a run has one place only, also inside a ligature.
        if first > run.start:
            near = _x(qt_line, first) + offset
        if past < run.end:
            far = _x(qt_line, past) + offset
        return Box(min(near, far), max(near, far))

    def _block_near(self, y: float) -> int:
        """Return the last block that begins above `y`, searched for from where it was last time.

        Qt's own search takes a millisecond in a long article.
        """
        low, step = min(self._near, self.block_count - 1), 1
        while low > 0 and self.top(low) > y:
            low, step = max(low - step, 0), 2 * step
        high, step = low + 1, 1
        while high < self.block_count and self.top(high) <= y:
            low, high, step = high, high + step, 2 * step
        numbers = range(low, min(high, self.block_count))
        self._near = low + max(bisect_right(numbers, y, key=self.top) - 1, 0)
        return self._near


def _x(line: QTextLine, unit: int) -> float:
    found: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return found[0]


def _runs(line: QTextLine, offset: float, past: int) -> tuple[Run, ...]:
    """Return the runs in logical order; each reaches to the next, the last to `past`."""
    found = []
    for glyphs in line.glyphRuns(-1, -1, _RUN_DETAILS):
        indexes = glyphs.stringIndexes()
        if indexes:
            rect = glyphs.boundingRect()
            found.append((min(indexes), max(indexes) + 1, rect, glyphs.isRightToLeft()))
    found.sort(key=lambda run: run[0])
    ends = [run[0] for run in found[1:]] + [max(past, found[-1][1])] if found else []
    return tuple(
        Run(start, end, rect.left() + offset, rect.right() + offset, right_to_left)
        for (start, _, rect, right_to_left), end in zip(found, ends, strict=True)
    )


def joined(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Sort boxes from the left and join those that touch; empty ones are dropped."""
    merged: list[Box] = []
    for box in sorted(boxes):
        if box.right - box.left <= 0:
            continue
        if merged and box.left - merged[-1].right <= _SEAM:
            merged[-1] = Box(merged[-1].left, max(merged[-1].right, box.right))
        else:
            merged.append(box)
    return tuple(merged)
