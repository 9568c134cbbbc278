"""The one converter between code points (ours) and UTF-16 code units (Qt, Java, JavaScript)."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts positions of one immutable text; the identity when it has no astral character.

    Both directions accept 0 … length inclusive. A UTF-16 position inside a surrogate pair
    belongs to no code point boundary: `to_code_point` returns the start of that character.
    """

    __slots__ = ("_astral", "_units", "length", "utf16_length")

    def __init__(self, text: str) -> None:
        self._astral = _astral_positions(text)
        # Unit position of each astral character: its code point position plus those before it.
        self._units = [position + before for before, position in enumerate(self._astral)]
        self.length = len(text)
        self.utf16_length = len(text) + len(self._astral)

    @property
    def is_identity(self) -> bool:
        """Tell whether both units agree everywhere in this text."""
        return not self._astral

    def to_utf16(self, position: int) -> int:
        """Convert a code point position to UTF-16 units."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def to_code_point(self, unit: int) -> int:
        """Convert a UTF-16 position to code points, downwards inside a surrogate pair."""
        if not self._astral:
            return unit
        return unit - bisect_left(self._units, unit)

    def is_boundary(self, unit: int) -> bool:
        """Tell whether a UTF-16 position does not fall inside a surrogate pair."""
        before = bisect_left(self._units, unit)
        return before == 0 or self._units[before - 1] != unit - 1


def _astral_positions(text: str) -> list[int]:
    return [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
