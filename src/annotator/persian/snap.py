"""Where the edges of a label go when a person selects: the policy, the same for everyone.

Import never snaps. The steps, in this order:

1. An edge inside a word (or, letter by letter, inside a grapheme cluster) moves outward.
2. White space, half-spaces, direction marks and the like leave both edges, and so do the
   characters of `trim`. A full stop goes even after an abbreviation (ه.ش.): whether it also ends
   the sentence cannot be seen, and annotators agree on leaving it out. ؟ and ! stay.
3. Quotation marks, by the rule of the label:
   - "in": a span that touches both marks of a pair from inside takes both in; between text and
     mark there may be what step 2 trims («… است.» keeps its inner stop). A span that has one mark
     of a pair at its edge and touches the other takes that too. A span that already is a pair
     grows no further.
   - "out": a pair that brackets the whole span is left out, also several in a row.
   - "in" and "out": a mark at an edge whose partner lies outside the span, or nowhere, is cut
     off. A mark whose partner lies inside the span is part of it and stays.
   - "keep": marks stay as selected.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Literal

from annotator.persian.characters import EDGE_INVISIBLES, SPACES, ZWNJ
from annotator.persian.graphemes import extends_letter, grapheme_end, grapheme_start
from annotator.persian.marks import MARKS, pairs_across
from annotator.persian.words import word_around

GuillemetRule = Literal["in", "out", "keep"]
_ALWAYS = frozenset(EDGE_INVISIBLES + SPACES)


def snap(
    text: str,
    start: int,
    end: int,
    *,
    trim: str,
    guillemets: GuillemetRule,
    by_word: bool = True,
) -> tuple[int, int] | None:
    """Move the edges of [start, end) by the policy above; None when nothing is left.

    Snapping a snapped span changes nothing. Positions outside the text are taken as its ends.
    """
    start, end = sorted((_clamp(text, start), _clamp(text, end)))
    if start == end:
        return None
    cut = _ALWAYS | set(trim)
    start, end = _trimmed(text, *_widened(text, start, end, by_word), cut)
    if start < end and guillemets != "keep":
        start, end = _with_marks(text, start, end, cut, guillemets)
    return (start, end) if start < end else None


def _clamp(text: str, position: int) -> int:
    return min(max(position, 0), len(text))


def _widened(text: str, start: int, end: int, by_word: bool) -> tuple[int, int]:
    start, end = grapheme_start(text, start), grapheme_end(text, end)
    if by_word:
        # A word may end inside a cluster: before a half-space that no letter follows.
        start = grapheme_start(text, word_around(text, start)[0])
        end = grapheme_end(text, word_around(text, end)[1])
    return start, end


def _trimmed(text: str, start: int, end: int, cut: AbstractSet[str]) -> tuple[int, int]:
    """Cut characters of `cut` off both ends, each with the combining marks on it."""
    while start < end and text[start] in cut:
        start += 1
        while start < end and extends_letter(text[start]):
            start += 1
    while start < end:
        last = end - 1
        while last > start and (extends_letter(text[last]) or _holds_mark(text, last, end)):
            last -= 1
        if text[end - 1] in cut:
            end -= 1
        elif text[last] in cut:
            end = last
        else:
            break
    return start, end


def _holds_mark(text: str, index: int, end: int) -> bool:
    """Say whether a half-space stands between a letter and its mark."""
    return text[index] == ZWNJ and index + 1 < end


def _with_marks(
    text: str, start: int, end: int, cut: AbstractSet[str], rule: GuillemetRule
) -> tuple[int, int]:
    """Apply step 3 until nothing changes."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    pairs = dict(pairs_across(text, first, len(text) if last < 0 else last))
    while start < end:
        if rule == "in":
            pair = _touched_pair(text, start, end, cut, pairs)
            if pair is not None:
                return pair
        inner = _without_edge_mark(text, start, end, pairs, rule)
        if inner == (start, end):
            break
        start, end = _trimmed(text, *inner, cut)
    return start, end


def _touched_pair(
    text: str, start: int, end: int, cut: AbstractSet[str], pairs: dict[int, int]
) -> tuple[int, int] | None:
    """Find the pair whose marks both stand at the edges, just inside or just outside."""
    if pairs.get(start) == end:
        return start, end
    before, after = start - 1, end
    while before > 0 and text[before] in cut and text[before] != "\n":
        before -= 1
    while after < len(text) - 1 and text[after] in cut and text[after] != "\n":
        after += 1
    for opened, stop in ((start, after + 1), (before, end), (before, after + 1)):
        if pairs.get(opened) == stop:
            return opened, stop
    return None


def _without_edge_mark(
    text: str, start: int, end: int, pairs: dict[int, int], rule: GuillemetRule
) -> tuple[int, int]:
    """Cut off a bracketing pair (rule "out"), else one mark that has no partner in the span."""
    if rule == "out" and pairs.get(start) == end:
        return start + 1, end - 1
    if text[start] in MARKS and not start < pairs.get(start, -1) <= end:
        return start + 1, end
    closes_inside = any(stop == end and opened >= start for opened, stop in pairs.items())
    if text[end - 1] in MARKS and not closes_inside:
        return start, end - 1
    return start, end
