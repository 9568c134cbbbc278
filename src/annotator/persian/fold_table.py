"""What each character folds to for search: the table itself, one character at a time.

Rules that look at neighbours (alef with a madda, U+00AC, runs of spaces) belong in `fold`.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from annotator.persian.characters import (
    ARABIC_DIGITS,
    ASCII_DIGITS,
    BIDI_CONTROLS,
    PERSIAN_DIGITS,
    SPACES,
    TATWEEL,
    ZWJ,
    ZWNJ,
)

# Ignored by a search. ZWNJ, ZWJ and variation selectors stay with the letter before them, the
# others cut a letter off from a mark that follows.
_DETACHING = BIDI_CONTROLS + "\ufeff\xad\u2060"
_VARIATION_SELECTORS = "".join(map(chr, range(0xFE00, 0xFE10)))
IGNORABLE = frozenset(ZWNJ + ZWJ + _DETACHING + "\u034f" + _VARIATION_SELECTORS)

_LETTERS = {
    "\u06cc": "\u064a\u0649\u0626\u06cd\u06ce\u06d0\u06d2\u06d3",
    "\u06a9": "\u0643\u06aa\u06ab\u06ac\u06ad\u06ae",
    "\u0647": "\u06c0\u0629\u06be\u06c1\u06c2\u06c3\u06d5",
    "\u0627": "\u0623\u0625\u0671\u0672\u0673\u0675",
    "\u0648": "\u0624\u0676\u06c4\u06c6\u06c7\u06cb",
    "": "\u0621",
}
_SIGNS = {
    ",": "،٬",
    ";": "؛",
    "?": "؟",
    "%": "٪",
    ".": "٫",
    '"': "«»“”„‟‹›‘’‚‛`´'′″",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": SPACES,
}
_TABLE = (
    {char: new for new, chars in (_LETTERS | _SIGNS).items() for char in chars}
    | dict(zip(PERSIAN_DIGITS, ASCII_DIGITS, strict=True))
    | dict(zip(ARABIC_DIGITS, ASCII_DIGITS, strict=True))
    | dict.fromkeys(IGNORABLE, "")
    | {TATWEEL: ""}
)


def is_mark(char: str) -> bool:
    """Say whether a character stretches the letter before it: a combining mark or a tatweel."""
    return char == TATWEEL or unicodedata.category(char) in {"Mn", "Me"}


def detaches(char: str) -> bool:
    """Say whether a mark after this ignored character belongs to nothing before it."""
    return char not in IGNORABLE or char in _DETACHING


@cache
def fold_character(char: str, loose: bool = False) -> str:
    """Fold one code point to none, one or several; folding the result again changes nothing."""
    folded = _fold(char)
    return folded.replace(" ", "").replace("\u0622", "\u0627") if loose else folded


def _fold(char: str) -> str:
    known = _TABLE.get(char)
    if known is not None:
        return known
    if is_mark(char):
        return ""
    pieces = unicodedata.normalize("NFKC", char).casefold()
    if _is_spacing_mark(char, pieces):
        return ""
    if not _in_arabic_block(char):
        pieces = "".join(_decomposed(piece) for piece in pieces)
    return pieces if pieces == char else "".join(_fold(piece) for piece in pieces)


def _decomposed(char: str) -> str:
    return char if _in_arabic_block(char) else unicodedata.normalize("NFD", char)


def _in_arabic_block(char: str) -> bool:
    return "\u0600" <= char <= "\u06ff"


def _is_spacing_mark(char: str, pieces: str) -> bool:
    """Recognise the presentation form of a lone vowel mark: a space would cut the word."""
    if not ("\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufeff"):
        return False
    return all(piece == " " or is_mark(piece) for piece in pieces)
