"""Folding for search: spellings that mean the same become one string, with a map back.

Nothing here changes a stored text; `name_key` folds names for comparison, `find_all` searches.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from annotator.persian.fold_table import IGNORABLE, detaches, fold_character, is_mark

_NOT_SIGN = "\xac"
_ALEF_MADDA = "\u0627\u0653"
_SPACE_RUN = re.compile(" {2,}")
# What nearly all of a Persian text is made of. Collecting the distinct characters of a text costs
# ten times as much as passing over these by an expression.
_COMMON = (
    ' \n!"()*+,-./0123456789:;=?[]abcdefghijklmnopqrstuvwxyz'
    "ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنهوپچژکگیيك۰۱۲۳۴۵۶۷۸۹،؛؟٪«»\u064b\u0654\u200c"
)
_RARE = re.compile(f"[^{re.escape(_COMMON)}]")


class FoldLevel(StrEnum):
    """How much is taken as the same: LOOSE also ignores spaces and takes آ for ا."""

    STANDARD = "standard"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the source code points [starts[i], ends[i]) of each folded character."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    source: str
    level: FoldLevel

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Map folded characters [start, end), at least one, to source code points."""
        return self.starts[start], self.ends[end - 1]


def fold_key(text: str, level: FoldLevel = FoldLevel.STANDARD) -> str:
    """Fold without a map: the same string as `fold(text, level).text`, much faster."""
    loose = level is FoldLevel.LOOSE
    folded = text.replace(_ALEF_MADDA, "\u0627" if loose else "\u0622")
    if _NOT_SIGN in folded:
        folded = _without_joining_not_signs(folded, loose)
    for char, new in _common_folds(loose):
        folded = folded.replace(char, new)
    for char in set(_RARE.findall(folded)):
        folded = folded.replace(char, fold_character(char, loose))
    return _SPACE_RUN.sub(" ", folded) if "  " in folded else folded


@cache
def _common_folds(loose: bool) -> list[tuple[str, str]]:
    folds = [(char, fold_character(char, loose)) for char in _COMMON]
    return [(char, new) for char, new in folds if char != new]


def fold(text: str, level: FoldLevel = FoldLevel.STANDARD) -> Folded:
    """Fold a text and keep where each folded character came from."""
    builder = _Builder(text, level)
    position = 0
    for match in builder.uneven():
        builder.copy(position, match.start())
        builder.walk(match.start(), match.end())
        position = match.end()
    builder.copy(position, len(text))
    return Folded("".join(builder.pieces), builder.starts, builder.ends, text, level)


def find_all(folded: Folded, query: str, whole_words: bool = False) -> list[tuple[int, int]]:
    """Find a query in a folded text: hits as source code points, in order, not overlapping."""
    wanted = fold_key(query, folded.level)
    hits: list[tuple[int, int]] = []
    position = folded.text.find(wanted) if wanted else -1
    while position >= 0:
        stop = position + len(wanted)
        start, end = folded.source_range(position, stop)
        fits = not whole_words or stands_alone(folded, position, stop)
        # One source character may fold to several: the next match may lie inside the last hit.
        if fits and (not hits or start >= hits[-1][1]):
            hits.append((start, end))
            position = folded.text.find(wanted, stop)
        else:
            position = folded.text.find(wanted, position + 1)
    return hits


def search(text: str, query: str, level: FoldLevel = FoldLevel.STANDARD) -> list[tuple[int, int]]:
    """Find a query in a text that is searched once; see `find_all`."""
    return find_all(fold(text, level), query)


def name_key(text: str) -> str:
    """Fold a name of a person or label for comparison: equal keys are the same name."""
    return fold_key(text, FoldLevel.LOOSE)


def bad_name_characters(name: str) -> str:
    """List, each once, the characters of a name that could disguise it or break a line.

    ZWNJ and ZWJ are part of Persian spelling and fine.
    """
    return "".join(dict.fromkeys(char for char in name if _is_bad_in_name(char)))


def _is_bad_in_name(char: str) -> bool:
    if char in "\u200c\u200d":
        return False
    code = ord(char)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def stands_alone(folded: Folded, start: int, end: int) -> bool:
    """Say whether folded characters [start, end) are whole words of the source."""
    joined_before = start > 0 and _joined(folded, start - 1)
    joined_after = end < len(folded.text) and _joined(folded, end - 1)
    return not (joined_before or joined_after)


def _joined(folded: Folded, index: int) -> bool:
    """Say whether folded characters index and index + 1 belong to one word of the source."""
    before, after = folded.text[index], folded.text[index + 1]
    if not (_is_word(before) and _is_word(after)):
        return False
    gap = folded.source[folded.ends[index] : folded.starts[index + 1]]
    return not any(char.isspace() for char in gap)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _without_joining_not_signs(text: str, loose: bool) -> str:
    joining = _joining_not_signs(text, loose)
    return "".join(char for index, char in enumerate(text) if index not in joining)


def _joining_not_signs(text: str, loose: bool) -> frozenset[int]:
    """Find the U+00AC with Arabic letters on both sides, passing over what a search ignores."""
    found: list[int] = []
    first = text.find(_NOT_SIGN)
    while first >= 0:
        before, after = first - 1, first + 1
        while before >= 0 and _is_transparent(text[before], loose):
            before -= 1
        while after < len(text) and _is_transparent(text[after], loose):
            after += 1
        if (
            before >= 0
            and after < len(text)
            and _is_arabic(text[before])
            and _is_arabic(text[after])
        ):
            found += (index for index in range(first, after) if text[index] == _NOT_SIGN)
        first = text.find(_NOT_SIGN, after)
    return frozenset(found)


def _is_transparent(char: str, loose: bool) -> bool:
    if loose and fold_character(char) == " ":
        return True
    return char == _NOT_SIGN or char in IGNORABLE or is_mark(char)


def _is_arabic(char: str) -> bool:
    return unicodedata.bidirectional(char) == "AL"


class _Builder:
    """The folded pieces so far and where each folded character came from."""

    def __init__(self, text: str, level: FoldLevel) -> None:
        self.text = text
        self.loose = level is FoldLevel.LOOSE
        self.pieces: list[str] = []
        self.starts = array("i")
        self.ends = array("i")
        self._last = ""
        self._attached = False
        self._even = text
        self._joining = _joining_not_signs(text, self.loose)
        self._identity = array("i", range(len(text) + 1))
        self._characters = {char: fold_character(char, self.loose) for char in set(text)}
        for char, new in self._characters.items():
            if new != char and len(new) == 1:
                self._even = self._even.replace(char, new)

    def uneven(self) -> Iterator[re.Match[str]]:
        """Find the stretches where folded characters and source characters may not go in step."""
        spaces = "".join(char for char, new in self._characters.items() if new == " ")
        special = "".join(char for char, new in self._characters.items() if len(new) != 1)
        special += _NOT_SIGN if _NOT_SIGN in self._characters else ""
        both = re.escape(spaces + special)
        parts = [f"[{both}]{{2,}}"] if both else []
        parts += [f"[{re.escape(special)}]"] if special else []
        parts += [_ALEF_MADDA] if _ALEF_MADDA in self.text else []
        return re.finditer("|".join(parts), self.text) if parts else iter(())

    def copy(self, start: int, end: int) -> None:
        """Take over a stretch of one folded character for each source character."""
        if start < end:
            self.pieces.append(self._even[start:end])
            self.starts.extend(self._identity[start:end])
            self.ends.extend(self._identity[start + 1 : end + 1])
            self._last = self._even[end - 1]
            self._attached = True

    def walk(self, start: int, end: int) -> None:
        """Fold a stretch character by character."""
        if self.text[start:end] == _ALEF_MADDA:
            self._emit("\u0627" if self.loose else "\u0622", start, end)
            return
        for index in range(start, end):
            char = self.text[index]
            new = self._characters[char]
            if index in self._joining:
                new = ""
            if new:
                self._emit(new, index, index + 1)
            elif not is_mark(char):
                self._attached = self._attached and not detaches(char)
            elif self._attached:
                self.ends[-1] = index + 1

    def _emit(self, new: str, start: int, end: int) -> None:
        for char in new:
            if char == " " == self._last:
                self.ends[-1] = end
                continue
            self.pieces.append(char)
            self.starts.append(start)
            self.ends.append(end)
            self._last = char
        self._attached = True
