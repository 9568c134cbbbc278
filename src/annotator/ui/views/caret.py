"""Movement of the caret and of edges: which key moves by what, and where a movement ends.

Positions are code points. The selection itself is kept by the view.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.domain.span import Span
from annotator.persian import segment
from annotator.persian.words import word_around
from annotator.ui.views.text_lines import Line, TextLines

Unit = Literal["char", "word", "sentence", "paragraph", "line", "line_end", "page", "document"]
Edge = Literal["start", "end"]

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_NONE, _CONTROL, _ALT = _Modifier.NoModifier, _Modifier.ControlModifier, _Modifier.AltModifier
_SIDEWAYS: dict[Qt.KeyboardModifier, Unit] = {_NONE: "char", _CONTROL: "word", _ALT: "sentence"}
_OTHERS: dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Unit, bool]] = {
    (_Key.Key_Up, _NONE): ("line", False),
    (_Key.Key_Down, _NONE): ("line", True),
    (_Key.Key_Up, _CONTROL): ("paragraph", False),
    (_Key.Key_Down, _CONTROL): ("paragraph", True),
    (_Key.Key_Home, _NONE): ("line_end", False),
    (_Key.Key_End, _NONE): ("line_end", True),
    (_Key.Key_Home, _CONTROL): ("document", False),
    (_Key.Key_End, _CONTROL): ("document", True),
    (_Key.Key_PageUp, _NONE): ("page", False),
    (_Key.Key_PageDown, _NONE): ("page", True),
}


class Movement(NamedTuple):
    """What a key asks for; `left` is set for the keys that may follow the eye."""

    unit: Unit
    forward: bool
    extend: bool
    left: bool | None = None


def movement(event: QKeyEvent, *, right_to_left: bool) -> Movement | None:
    """Return the movement that a key stands for, None where it is no movement key."""
    modifiers = event.modifiers() & ~_Modifier.KeypadModifier
    extend = bool(modifiers & _Modifier.ShiftModifier)
    modifiers &= ~_Modifier.ShiftModifier
    key = Qt.Key(event.key())
    if key in {_Key.Key_Left, _Key.Key_Right} and modifiers in _SIDEWAYS:
        left = key == _Key.Key_Left
        unit = _SIDEWAYS[modifiers]
        return Movement(unit, left == right_to_left, extend, left if unit == "char" else None)
    found = _OTHERS.get((key, modifiers))
    return Movement(*found, extend) if found else None


def moved(text: str, position: int, unit: Unit, forward: bool) -> int:
    """Return where a movement over the text itself ends; lines and pages are `TextLines`' job."""
    match unit:
        case "char":
            step = segment.next_grapheme if forward else segment.prev_grapheme
        case "word":
            step = segment.next_word if forward else segment.prev_word
        case "sentence":
            step = segment.next_sentence if forward else segment.prev_sentence
        case "paragraph":
            step = segment.next_paragraph if forward else segment.prev_paragraph
        case _:
            return len(text) if forward else 0
    return step(text, position)


def visual_step(text: str, lines: TextLines, position: int, left: bool, forward: bool) -> int:
    """Return the caret position one character to the left or right, as the eye sees it."""
    found = lines.beside(position, left)
    if found == position:
        return moved(text, position, "char", forward)
    back, on = segment.grapheme_start(text, found), segment.grapheme_end(text, found)
    return on if found > position else back


def beside_line(text: str, lines: TextLines, position: int, x: float, forward: bool) -> int:
    """Return the position at `x` on the next or previous line that is not blank."""
    line = neighbour(text, lines, lines.line_of(position), forward)
    if line is None:
        return len(text) if forward else 0
    return lines.position_at(line, x)


def neighbour(text: str, lines: TextLines, line: Line, forward: bool) -> Line | None:
    """Return the nearest line before or after one that holds text, None where there is none."""
    block, number = line.block, line.number + (1 if forward else -1)
    while True:
        found = lines.of_block(block)
        if 0 <= number < len(found):
            if text[found[number].start : found[number].end].strip():
                return found[number]
            number += 1 if forward else -1
            continue
        block += 1 if forward else -1
        if not 0 <= block < lines.block_count:
            return None
        number = 0 if forward else len(lines.of_block(block)) - 1


def nudged(
    text: str, span: Span, edge: Edge, *, longer: bool, by_char: bool
) -> tuple[int, int, int] | None:
    """Return piece, start and end after moving an outer edge by a word or a character.

    None where the span would vanish or the text ends.
    """
    piece = 0 if edge == "start" else len(span.pieces) - 1
    start, end = span.pieces[piece]
    forward = longer == (edge == "end")
    if edge == "start":
        start = moved(text, start, "char" if by_char else "word", forward)
    elif by_char:
        end = moved(text, end, "char", forward)
    else:
        end = _word_end(text, end, forward)
    valid = start < end and (start, end) != tuple(span.pieces[piece])
    return (piece, start, end) if valid else None


def _word_end(text: str, position: int, forward: bool) -> int:
    """Return the end of the first word that ends after a position, or of the last before it."""
    around = word_around(text, position)
    if around[0] < position < around[1]:
        return around[1] if forward else moved_end_before(text, around[0])
    if not forward:
        return moved_end_before(text, segment.prev_word(text, position))
    word = segment.word_at(text, segment.next_word(text, position - 1))
    return word[1] if word[1] > position else len(text)


def moved_end_before(text: str, start: int) -> int:
    """Return the end of the word before the one that starts at `start`, 0 where there is none."""
    before = segment.prev_word(text, start)
    return segment.word_at(text, before)[1] if before < start else 0


class Growth:
    """Selections grown out of each other, so that shrinking goes back the same way."""

    def __init__(self) -> None:
        self._earlier: list[tuple[int, int]] = []
        self._last: tuple[int, int] | None = None

    def grow(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return the next larger selection and remember this one."""
        if self._last != (start, end):
            self._earlier.clear()
        grown = segment.grow(text, start, end)
        if grown != (start, end):
            self._earlier.append((start, end))
        self._last = grown
        return grown

    def shrink(self, start: int, end: int) -> tuple[int, int]:
        """Return the selection before the last growth, else the start of this one."""
        if self._last != (start, end):
            self._earlier.clear()
        self._last = self._earlier.pop() if self._earlier else (start, start)
        return self._last
