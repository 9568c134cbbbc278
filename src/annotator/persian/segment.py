"""Sentences, paragraphs and the ways a caret or a selection grows over them.

Words and grapheme clusters are cut in `words` and `graphemes` and offered here too; cleaning the
edges of a span belongs in `snap`. All positions are code points, all spans half-open.
"""

from __future__ import annotations

import regex

from annotator.persian.characters import EDGE_INVISIBLES
from annotator.persian.graphemes import (
    grapheme_end,
    grapheme_start,
    next_grapheme,
    prev_grapheme,
)
from annotator.persian.marks import guillemets_at
from annotator.persian.words import next_word, prev_word, word_around, word_at, word_spans

__all__ = [
    "grapheme_end",
    "grapheme_start",
    "grow",
    "guillemets_at",
    "next_grapheme",
    "next_paragraph",
    "next_sentence",
    "next_word",
    "paragraph_at",
    "paragraph_spans",
    "prev_grapheme",
    "prev_paragraph",
    "prev_sentence",
    "prev_word",
    "sentence_at",
    "sentence_spans",
    "word_at",
    "word_spans",
]

_AFTER_STOP = rf"[»›”\"’')\]{EDGE_INVISIBLES}\u200d]"
_END = rf"[.!?؟…۔]{_AFTER_STOP}*(?=\s)|(?=\n)"
_SENTENCE_END = regex.compile(_END)
_SENTENCE_END_BEFORE = regex.compile(f"(?r){_END}")
_NOT_SPACE = regex.compile(r"\S")
_NOT_SPACE_BEFORE = regex.compile(r"(?r)\S")
# Abbreviations after which one full stop does not end a sentence, without their last stop.
_ABBREVIATIONS = frozenset(
    {"ه.ش", "ه.ق", "ه.ق.م", "ق.م", "ج.ا.ا", "ش.م.ر", "ش.م.ه", "ر.ک", "ن.ک", "پ.ن", "ق.ظ", "ب.ظ"}
    | {"م", "ص", "ج", "د", "ک"}
)
_LATIN_INITIALS = regex.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_LONGEST_ABBREVIATION = 12


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """List the sentences in order, without white space at their edges, none of them empty.

    A line feed always ends one; . ! ? ؟ … ۔ with closing marks ends one before white space,
    except a single full stop after an abbreviation.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ends_sentence(text, match.start()):
            found += _stripped(text, start, match.end())
            start = match.end()
    return found + _stripped(text, start, len(text))


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Find the sentence around a position, else the one ending before it in its paragraph.

    A paragraph without a sentence gives (position, position).
    """
    first, last = paragraph_at(text, position)
    start = _last_end(text, first, position)
    sentence = _stripped(text, start, _first_end(text, start, last))
    if not sentence or position < sentence[0][0]:
        before = _NOT_SPACE_BEFORE.search(text, first, start)
        if before is not None:
            return sentence_at(text, before.end())
    return sentence[0] if sentence else (position, position)


def paragraph_at(text: str, position: int) -> tuple[int, int]:
    """Find the line around a position, without its line feed; it may be empty."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """List the lines that hold more than white space, without their line feeds."""
    found: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = paragraph_at(text, start)[1]
        if _NOT_SPACE.search(text, start, end):
            found.append((start, end))
        start = end + 1
    return found


def next_sentence(text: str, position: int) -> int:
    """Return the start of the first sentence after `position`, or the end of the text."""
    start, end = sentence_at(text, position)
    if start > position:
        return start
    found = _NOT_SPACE.search(text, max(end, position))
    return found.start() if found else len(text)


def prev_sentence(text: str, position: int) -> int:
    """Return the start of the last sentence that starts before `position`, or 0."""
    start = sentence_at(text, position)[0]
    if start < position:
        return start
    before = _NOT_SPACE_BEFORE.search(text, 0, position)
    return sentence_at(text, before.end())[0] if before else 0


def next_paragraph(text: str, position: int) -> int:
    """Return the start of the next line that is not blank, or the end of the text."""
    found = _NOT_SPACE.search(text, paragraph_at(text, position)[1])
    return paragraph_at(text, found.start())[0] if found else len(text)


def prev_paragraph(text: str, position: int) -> int:
    """Return the start of the last line before `position` that is not blank, or 0."""
    before = _NOT_SPACE_BEFORE.search(text, 0, position)
    return paragraph_at(text, before.start())[0] if before else 0


def grow(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a selection one step: words, quotation marks, sentences, paragraphs, whole text.

    The result contains the selection and is longer; only the whole text stays as it is. A caret
    away from any word takes the nearest word. Shrinking needs the earlier selections.
    """
    if start == end:
        word = word_at(text, start)
        if word[0] < word[1]:
            return word
    for widened in (
        (word_around(text, start)[0], word_around(text, end)[1]),
        guillemets_at(text, start, end) or (start, end),
        (sentence_at(text, start)[0], sentence_at(text, end)[1]),
        (paragraph_at(text, start)[0], paragraph_at(text, end)[1]),
    ):
        if widened[0] <= start and end <= widened[1] and widened != (start, end):
            return widened
    return 0, len(text)


def _ends_sentence(text: str, stop: int) -> bool:
    """Say whether the mark at `stop` ends a sentence and not only an abbreviation."""
    if text[stop] != ".":
        return True
    start = stop
    while start > 0 and stop - start <= _LONGEST_ABBREVIATION and _in_abbreviation(text[start - 1]):
        start -= 1
    short = text[start:stop].replace("\u200d", "")
    return short not in _ABBREVIATIONS and _LATIN_INITIALS.fullmatch(short) is None


def _in_abbreviation(char: str) -> bool:
    return char.isalpha() or char in ".\u200d"


def _last_end(text: str, first: int, position: int) -> int:
    """Find where the last sentence that ended before `position` did, at least `first`."""
    # The pattern looks one character ahead, so a match ends before its limit.
    found = _SENTENCE_END_BEFORE.search(text, first, position)
    while found is not None and not _ends_sentence(text, found.start()):
        found = _SENTENCE_END_BEFORE.search(text, first, found.end())
    return found.end() if found else first


def _first_end(text: str, start: int, last: int) -> int:
    found = _SENTENCE_END.search(text, start, last)
    while found is not None and not _ends_sentence(text, found.start()):
        found = _SENTENCE_END.search(text, found.end(), last)
    return found.end() if found else last


def _stripped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut white space off both ends: one span, or none where nothing is left."""
    first = _NOT_SPACE.search(text, start, end)
    last = _NOT_SPACE_BEFORE.search(text, start, end)
    return [(first.start(), last.end())] if first and last else []
