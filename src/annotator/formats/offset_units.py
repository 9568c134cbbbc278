"""Why offsets do not fit a text: most often they count something else than code points."""

from __future__ import annotations

from annotator.domain.offsets import Utf16Map
from annotator.domain.span import Json, Piece

_SHOWN = 60


def range_problem(text: str, start: int, end: int, quoted: Json) -> str:
    """Say what is wrong with `[start, end)`, given the words it is said to hold (or None)."""
    if start < 0:
        return f"is negative ({start})"
    if start == end:
        return f"and end are both {start}: the span is empty"
    if start > end:
        return f"{start} lies after end {end}"
    hint = _hint(text, (Piece(start, end),), quoted) if isinstance(quoted, str) else ""
    return f"to end, {start} to {end}, lies outside the text of {len(text)} characters{hint}"


def words_problem(text: str, pieces: tuple[Piece, ...], quoted: str) -> str:
    """Say that the words given are not those at the offsets, and where they are if that is sure."""
    words = " ".join(text[start:end] for start, end in pieces)
    return (
        f"is {_shown(quoted)}, but the text there is {_shown(words)}{_hint(text, pieces, quoted)}"
    )


def _hint(text: str, pieces: tuple[Piece, ...], quoted: str) -> str:
    utf16 = Utf16Map(text)
    in_utf16 = [text[utf16.to_code_point(p.start) : utf16.to_code_point(p.end)] for p in pieces]
    last = pieces[-1].end
    if last <= utf16.utf16_length and not utf16.is_identity and " ".join(in_utf16) == quoted:
        return "; the offsets count UTF-16 units: write them in code points"
    data = text.encode()
    in_bytes = [data[p.start : p.end].decode(errors="replace") for p in pieces]
    if last <= len(data) and not text.isascii() and " ".join(in_bytes) == quoted:
        return "; the offsets count UTF-8 bytes: write them in code points"
    if quoted and text.count(quoted) == 1:
        start = text.index(quoted)
        return f"; these words stand once in the text, at {start} to {start + len(quoted)}"
    return ""


def _shown(words: str) -> str:
    return ascii_quotes(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")


def ascii_quotes(words: str) -> str:
    """Put words into quotation marks on one line, with what no line can show escaped."""
    return '"' + "".join(c if c.isprintable() or c == "\u200c" else _escape(c) for c in words) + '"'


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode()
