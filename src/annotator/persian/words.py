"""Words: where they start and end, found near a position without reading the whole text.

A word is a run of letters, marks and digits with what joins them (half-spaces, U+00AC typed for
one, dots of an abbreviation, separators of a number), a #tag, an @name, or an address. Sentences,
paragraphs and growing a selection belong in `segment`. All positions are code points.
"""

from __future__ import annotations

import unicodedata

import regex

from annotator.persian.graphemes import grapheme_start, next_grapheme

_FIRST = r"[\p{L}\p{N}\p{Pc}]"
_INNER = r"[\p{L}\p{M}\p{N}\p{Pc}]"
_JOINING = r"[\p{WB=Format}\u200c\u200d\u200e\u200f\xac]"
_RUN = rf"{_FIRST}\p{{M}}*+(?:[\u200c\u200d]*+\p{{M}}|{_JOINING}*+{_FIRST})*+\u200d*+"
_INITIAL = rf"(?<!{_INNER}{_JOINING}*)\p{{L}}[\p{{M}}\u200c\u200d]*"
_JOINTS = "|".join(
    (
        r"(?<=\p{Nd})[.,٫٬/:](?=\p{Nd})",
        r"(?<=[A-Za-z0-9])\.(?=[A-Za-z0-9])",
        r"(?<=[A-Za-z])['’](?=[A-Za-z])",
        rf"(?<={_INITIAL})\.(?=\p{{L}}[\p{{M}}\u200c\u200d]*(?!{_INNER}))",
    )
)
_ADDRESS = r"(?i:https?://|ftp://|www\.)[^\s\p{Cf}«»‹›“”„‘’\"<>]*[^\s\p{Cf}\p{M}«»‹›“”„‘’\"<>.,:;!?)\]،؛؟…']"
_MAIL = r"[A-Za-z0-9][A-Za-z0-9._+\-]*+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
_WORD = regex.compile(
    rf"{_ADDRESS}|{_MAIL}|(?:(?<!{_INNER})[#@])?{_RUN}(?:(?:{_JOINTS}){_RUN})*+(?:(?<=\p{{Nd}})[%٪])?"
)
_SPACE_BEFORE = regex.compile(r"(?r)\s")
_SPACE = regex.compile(r"\s")


def word_spans(text: str) -> list[tuple[int, int]]:
    """List the words of a text in order, without the white space and punctuation between."""
    return _words_in(text, 0, len(text))


def word_at(text: str, position: int) -> tuple[int, int]:
    """Find the word at a position: around it, else touching it, else the nearest one.

    A symbol such as an emoji counts as a word when the position stands before it. Only the
    paragraph is searched; where it has no word the result is (position, position).
    """
    start, end = _run_around(text, position)
    words = _words_in(text, start, end)
    for word in words:
        if word[0] <= position < word[1]:
            return word
    if position < end and unicodedata.category(text[position]) in {"So", "Sk"}:
        return grapheme_start(text, position), next_grapheme(text, position)
    if not words:
        words = _neighbours(text, start, end)
    return min(words, key=lambda word: _distance(word, position), default=(position, position))


def word_around(text: str, position: int) -> tuple[int, int]:
    """Find the word that `position` lies strictly inside, else (position, position)."""
    start, end = _run_around(text, position)
    for word in _words_in(text, start, end):
        if word[0] < position < word[1]:
            return word
    return position, position


def next_word(text: str, position: int) -> int:
    """Return the start of the first word after `position`, or the end of the text."""
    found = _WORD.search(text, _run_around(text, position)[0])
    while found is not None and found.start() <= position:
        found = _WORD.search(text, found.end())
    return found.start() if found else len(text)


def prev_word(text: str, position: int) -> int:
    """Return the start of the last word that starts before `position`, or 0."""
    start, end = _run_around(text, position)
    while True:
        starts = [word[0] for word in _words_in(text, start, end) if word[0] < position]
        if starts:
            return starts[-1]
        if start == 0:
            return 0
        start, end = _run_before(text, start)


def _words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text, start, end)]


def _run_around(text: str, position: int) -> tuple[int, int]:
    """Find the run without white space that contains or touches a position."""
    before = _SPACE_BEFORE.search(text, 0, position)
    after = _SPACE.search(text, position)
    return before.end() if before else 0, after.start() if after else len(text)


def _run_before(text: str, start: int) -> tuple[int, int]:
    """Find the run (perhaps empty) that ends at the white space before `start`."""
    before = _SPACE_BEFORE.search(text, 0, start - 1)
    return before.end() if before else 0, start - 1


def _neighbours(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find the nearest words of the paragraph on both sides of a run."""
    last = text.find("\n", end)
    following = _WORD.search(text, end, len(text) if last < 0 else last)
    first = text.rfind("\n", 0, start) + 1
    words = [following.span()] if following else []
    while start > first:
        start, end = _run_before(text, start)
        before = _words_in(text, start, end) if start >= first else []
        if before:
            return [*words, before[-1]]
    return words


def _distance(word: tuple[int, int], position: int) -> int:
    return max(word[0] - position, position - word[1])
