"""The order of Persian words: پ after ب, not after all Arabic letters as code points have it."""

from __future__ import annotations

from annotator.persian.fold import fold_key

_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
# the private use area keeps Persian letters together, after digits and Latin letters
_ORDER = {ord(letter): 0xE000 + number for number, letter in enumerate(_LETTERS)}


def sort_key(text: str) -> str:
    """Return what to compare in place of a text; spellings that fold alike are equal."""
    return fold_key(text).translate(_ORDER)
