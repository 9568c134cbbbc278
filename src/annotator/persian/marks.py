"""Pairs of quotation marks: which opening mark belongs to which closing one.

How a selection treats the marks it touches belongs in `snap`, what they say of a quote in
`quotes`.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from annotator.persian.graphemes import extends_letter

_CLOSERS = {"«": "»", "‹": "›", "“": "”", "„": "“", "‘": "’"}
_KINDS = {"«": "«»", "»": "«»", "‹": "‹›", "›": "‹›", "“": "“”", "”": "“”", "„": "“”"}
_KINDS |= {"‘": "‘’", "’": "‘’", '"': '"'}
MARKS = frozenset(_KINDS)
_MARK = re.compile("[" + "".join(_KINDS) + "]")
_NOT_SPACE = re.compile(r"\S")
# Deeper than any text nests; a bound on the work for a line of nothing but marks.
_DEPTH = 50


class Pairing(NamedTuple):
    """Marks of a stretch of text: pairs [open, after close) and the indexes left alone."""

    pairs: list[tuple[int, int]]
    opens: list[int]
    closes: list[int]


def guillemet_pairs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Pair the marks of each paragraph in [start, end) by depth, sorted, marks included.

    A pair typed by its look (»سلام«) counts as a pair.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for first, last in _lines(text, start, stop):
        found += pair_marks(text, first, last).pairs
    return sorted(found)


def pairs_across(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pair marks in [start, end), also those opened in one paragraph and closed in a later one.

    Where each paragraph of a long quote opens anew and only the last one closes, the first mark
    makes a pair with the closing one, beside the pair of the last paragraph.
    """
    found: list[tuple[int, int]] = []
    waiting: dict[str, int] = {}
    for first, last in _lines(text, start, end):
        pairing = pair_marks(text, first, last)
        found += pairing.pairs
        head_at = _NOT_SPACE.search(text, first, last)
        at_head = [stop - 1 for a, stop in pairing.pairs if head_at and a == head_at.start()]
        for index in sorted(pairing.closes + at_head):
            head = waiting.pop(_KINDS[text[index]], None)
            if head is not None:
                found.append((head, index + 1))
        for index in pairing.opens:
            waiting.setdefault(_KINDS[text[index]], index)
    return sorted(found)


def guillemets_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the smallest pair of marks of the paragraph that strictly contains [start, end)."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    if end > last:
        return None
    around = [
        (a, b)
        for a, b in pair_marks(text, first, last).pairs
        if a <= start and end <= b and (a, b) != (start, end)
    ]
    return min(around, key=lambda pair: pair[1] - pair[0], default=None)


def unclosed_marks(text: str) -> list[int]:
    """List the guillemets «, » that have no partner in their paragraph, in order."""
    found: list[int] = []
    for first, last in _lines(text, 0, len(text)):
        if text.find("«", first, last) >= 0 or text.find("»", first, last) >= 0:
            pairing = pair_marks(text, first, last)
            found += (i for i in pairing.opens + pairing.closes if text[i] in "«»")
    return sorted(found)


def pair_marks(text: str, start: int, end: int) -> Pairing:
    """Pair the marks in [start, end) by depth, as one paragraph."""
    stack: list[int] = []
    pairing = Pairing([], [], [])
    for match in _MARK.finditer(text, start, end):
        index = match.start()
        if _is_no_mark(text, index):
            continue
        place = _place_of_partner(text, stack, index)
        if place is not None:
            pairing.pairs.append((stack[place], index + 1))
            pairing.opens.extend(stack[place + 1 :])
            del stack[place:]
        elif text[index] in _CLOSERS or text[index] == '"':
            stack.append(index)
        else:
            pairing.closes.append(index)
    pairing.opens.extend(stack)
    return _with_reversed(text, pairing) if pairing.closes else pairing


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _place_of_partner(text: str, stack: list[int], index: int) -> int | None:
    """Find the place in the stack of the nearest opening mark that this mark closes."""
    mark = text[index]
    deepest = max(len(stack) - _DEPTH, 0)
    for place in range(len(stack) - 1, deepest - 1, -1):
        opened = text[stack[place]]
        if mark == '"' == opened or _CLOSERS.get(opened) == mark:
            return place
    return None


def _is_no_mark(text: str, index: int) -> bool:
    """Recognise an apostrophe, and a mark that carries another mark and cannot be cut off."""
    before, after = text[index - 1 : index] if index else "", text[index + 1 : index + 2]
    if after and extends_letter(after):
        return True
    return text[index] == "’" and before.isalpha() and after.isalpha()


def _with_reversed(text: str, pairing: Pairing) -> Pairing:
    """Join »…« that stand like an opening and a closing mark, with no other mark between."""
    lone = sorted(pairing.closes + pairing.opens)
    others = sorted(index for a, b in pairing.pairs for index in (a, b - 1))
    found: list[tuple[int, int]] = []
    for first, last in itertools.pairwise(lone):
        free = not found or first >= found[-1][1]
        same = _KINDS[text[first]] == _KINDS[text[last]]
        is_reversed = text[first] not in _CLOSERS and text[last] in _CLOSERS
        clear = bisect(others, first) == bisect(others, last)
        tight = _stands_open(text, first) and _stands_closed(text, last)
        if free and same and is_reversed and clear and tight:
            found.append((first, last + 1))
    used = {index for a, b in found for index in (a, b - 1)}
    return Pairing(
        sorted(pairing.pairs + found),
        [index for index in pairing.opens if index not in used],
        [index for index in pairing.closes if index not in used],
    )


def _stands_open(text: str, index: int) -> bool:
    before, after = text[index - 1 : index] if index else "", text[index + 1 : index + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _stands_closed(text: str, index: int) -> bool:
    before, after = text[index - 1 : index] if index else "", text[index + 1 : index + 2]
    return not before.isspace() and not after.isalnum()
