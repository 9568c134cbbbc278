"""What the marks in and around a quote say: its type and how it is marked.

Finding quotes belongs to the suggestions; a quote of type "reported" is never told by its marks.
"""

from __future__ import annotations

from typing import Literal

import regex

from annotator.persian.characters import EDGE_INVISIBLES, SPACES
from annotator.persian.fold import fold_key
from annotator.persian.marks import MARKS, pairs_across
from annotator.persian.segment import sentence_at
from annotator.persian.words import word_spans

QuoteType = Literal["direct", "mixed", "indirect"]
QuoteMarking = Literal["guillemets", "colon", "ke", "bayan_inke", "none"]

# Fewer words in marks are a name or a term, not somebody's words.
_QUOTED_WORDS = 4
_EDGE = frozenset(EDGE_INVISIBLES + SPACES + ".،؛:!؟?…")
_LOOK_BACK = 80

_PHRASE_NOUNS = "مطلب|نکته|موضوع|سوال|سؤال|پرسش|ادعا|توضیح|امر|باور|عبارت|جمله|مساله|مسیله"
_ADJUNCT = regex.compile(
    rf"(?:^|\s)(?:با|ضمن)(?:\s+\w+){{1,4}}?\s*(?:اینکه|این\s*که|این\s+(?:{_PHRASE_NOUNS})\s+که)$"
)
_KE = regex.compile(r"(?:^|\s)(?:اینکه|که)$|(?:^|\s)این\s+که$")
_COLON_BEFORE = regex.compile(r"\w\s*:\s*\S")


def quote_type(text: str, start: int, end: int) -> QuoteType:
    """Tell from the marks: all in one pair, partly in marks, or without marks.

    The marks may stand just outside [start, end). Marks around fewer than four words say nothing.
    """
    if _bracketed(text, start, end):
        return "direct"
    for first, last in _pairs_near(text, start, end):
        inside = first >= start and last <= end
        if inside and len(word_spans(text[first:last])) >= _QUOTED_WORDS:
            return "mixed"
    return "indirect"


def quote_marking(text: str, start: int, end: int) -> QuoteMarking:
    """Tell how a quote is introduced: by marks, a colon, a clause with اینکه, که, or not at all.

    A later sentence of a paragraph belongs to the colon that opened the speech before it.
    """
    if _bracketed(text, start, end):
        return "guillemets"
    first = text.rfind("\n", 0, start) + 1
    before = text[max(first, start - _LOOK_BACK) : start].rstrip("".join(_EDGE - {":"}))
    before = before.rstrip("".join(MARKS)).rstrip("".join(_EDGE - {":"}))
    if before.endswith(":"):
        return "colon"
    folded = fold_key(before)
    if _ADJUNCT.search(folded):
        return "bayan_inke"
    if _KE.search(folded):
        return "ke"
    return "colon" if _continues_speech(text, first, start) else "none"


def _continues_speech(text: str, first: int, start: int) -> bool:
    if sentence_at(text, start)[0] != start:
        return False
    return _COLON_BEFORE.search(text, first, start) is not None


def _bracketed(text: str, start: int, end: int) -> bool:
    """Say whether one pair of marks holds the whole span, at its edges or just outside."""
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    before, after = start, end
    while before > 0 and text[before - 1] in _EDGE and text[before - 1] != "\n":
        before -= 1
    while after < len(text) and text[after] in _EDGE and text[after] != "\n":
        after += 1
    pairs = set(_pairs_near(text, start, end))
    edges = ((start, end), (start, after + 1), (before - 1, end), (before - 1, after + 1))
    return start < end and any(edge in pairs for edge in edges)


def _pairs_near(text: str, start: int, end: int) -> list[tuple[int, int]]:
    last = text.find("\n", end)
    return pairs_across(text, text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last)
