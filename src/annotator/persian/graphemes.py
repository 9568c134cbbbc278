"""Grapheme clusters: what one step of the caret crosses, found near a position.

A ZWNJ belongs to the letter before it, as in Qt. All positions are code points.
"""

from __future__ import annotations

import regex

_CLUSTER = regex.compile(r"\X")
_EXTENDS = regex.compile(r"(?V1)[[\p{GCB=Extend}\p{GCB=SpacingMark}\u200d]--\u200c]")
# Characters that start a cluster whatever stands before them, unless it is a prepended sign.
_START = r"[\p{GCB=Other}--\p{Extended_Pictographic}--\p{InCB=Consonant}]"
_SAFE_START = regex.compile(rf"(?V1)(?r)(?<!\p{{GCB=Prepend}})(?:{_START}|\n)")


def grapheme_start(text: str, position: int) -> int:
    """Return the start of the cluster that `position` lies inside, or `position` at an edge."""
    return _around(text, position)[0]


def grapheme_end(text: str, position: int) -> int:
    """Return the end of the cluster that `position` lies inside, or `position` at an edge."""
    return _around(text, position)[1]


def next_grapheme(text: str, position: int) -> int:
    """Return the first cluster edge after `position`, or the end of the text."""
    if position >= len(text):
        return len(text)
    start, end = _around(text, position)
    return end if start < position else _end_of_cluster(text, position)


def prev_grapheme(text: str, position: int) -> int:
    """Return the last cluster edge before `position`, or 0."""
    return _around(text, position - 1)[0] if position > 0 else 0


def extends_letter(char: str) -> bool:
    """Say whether a character is a mark on the one before it (half-spaces are not)."""
    return _EXTENDS.match(char) is not None


def _around(text: str, position: int) -> tuple[int, int]:
    """Find the cluster around a position; an edge gives (position, position)."""
    if not 0 < position < len(text):
        edge = min(max(position, 0), len(text))
        return edge, edge
    edge = _safe_start(text, position)
    while edge < position:
        end = _end_of_cluster(text, edge)
        if position < end:
            return edge, end
        edge = end
    return edge, edge


def _safe_start(text: str, position: int) -> int:
    found = _SAFE_START.search(text, 0, position + 1)
    return found.start() if found else 0


def _end_of_cluster(text: str, start: int) -> int:
    found = _CLUSTER.match(text, start)
    return found.end() if found else start
