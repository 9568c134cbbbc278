"""The one clean-up at import, what to tell about a text, and the form a text widget shows.

Search folding does not belong here (`fold`), nor does reading bytes (`decode`, offered here too).
Nothing in this module repairs spelling: letters, half-spaces and marks stay as they were typed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from annotator.persian.characters import NONCHARACTER_CLASS
from annotator.persian.decode import Decoded, decode, mojibake_runs
from annotator.persian.marks import unclosed_marks

__all__ = ["Cleaning", "Decoded", "clean", "decode", "for_display", "notices"]

_DIRT = re.compile(f"\r\n|[\r\x0b\x0c\x85\u2028\u2029\x00\ud800-\udfff{NONCHARACTER_CLASS}]")
_LINE_ENDS = {
    "\r\n": "crlf",
    "\r": "cr",
    "\x0b": "vertical_tab",
    "\x0c": "form_feed",
    "\x85": "nel",
    "\u2028": "line_separator",
    "\u2029": "paragraph_separator",
}

_ARABIC = r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]"
_NOTICES = (
    ("double_zwnj", re.compile("\u200c{2,}")),
    ("zwnj_at_space", re.compile("\u200c+(?=\\s|$)|(?<=\\s)\u200c+", re.MULTILINE)),
    ("not_sign", re.compile(f"(?<={_ARABIC})\xac+(?={_ARABIC})")),
    ("bidi_control", re.compile("[\u202a-\u202e\u2066-\u2069]")),
    (
        "presentation_form",
        re.compile("[\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf1\ufe70-\ufefc]+"),
    ),
    ("html_entity", re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")),
    ("replacement_character", re.compile("\ufffd")),
    ("arabic_letter", re.compile("[يك]")),
)


@dataclass(frozen=True, slots=True)
class Cleaning:
    """A cleaned text and what was changed: pairs of a name and how often."""

    text: str
    changes: tuple[tuple[str, int], ...]

    @property
    def changed(self) -> bool:
        """Say whether the text differs from what came in."""
        return bool(self.changes)


def clean(text: str) -> Cleaning:
    """Make the text of record: LF line ends, no leading BOM, no NUL, no noncharacters.

    Cleaning a cleaned text changes nothing. Raises ValueError naming the code point index of a
    lone surrogate, which no file and no database can hold.
    """
    counts: Counter[str] = Counter()
    body = text.lstrip("\ufeff")
    counts["bom"] = len(text) - len(body)

    def replace(match: re.Match[str]) -> str:
        name, new = _replacement(match.group(), match.start() + counts["bom"])
        counts[name] += 1
        return new

    cleaned = _DIRT.sub(replace, body)
    return Cleaning(cleaned, tuple((name, count) for name, count in counts.items() if count))


def _replacement(found: str, position: int) -> tuple[str, str]:
    if found in _LINE_ENDS:
        return _LINE_ENDS[found], "\n"
    if "\ud800" <= found <= "\udfff":
        raise ValueError(
            f"character {position} is half of a character (U+{ord(found):04X}); "
            "write the text again from its source"
        )
    return ("nul" if found == "\x00" else "noncharacter"), "\ufffd"


def notices(text: str) -> tuple[tuple[str, int], ...]:
    """Count what is kept as it is but worth telling at import: pairs of a name and how often."""
    counts = [(name, sum(1 for _ in pattern.finditer(text))) for name, pattern in _NOTICES]
    counts.append(("unclosed_guillemet", len(unclosed_marks(text))))
    counts.append(("mojibake", mojibake_runs(text)))
    return tuple((name, count) for name, count in counts if count)


# U+FFFC is drawn by Qt as a missing embedded object. Noncharacters beyond the first plane stay:
# Qt has no use of its own for them, and a replacement would change the length in UTF-16 units.
_DISPLAY = str.maketrans(
    dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n")
    | dict.fromkeys("\x00\ufffc\ufffe\uffff", "\ufffd")
    | {chr(code): "\ufffd" for code in (*range(0xFDD0, 0xFDF0), *range(0xD800, 0xE000))}
    | {"\ufeff": "\u2060"}
)
_DISPLAYED = re.compile(
    "[\r\x0b\x0c\x85\u2028\u2029\x00\ufffc\ufffe\uffff\ufeff\ufdd0-\ufdef\ud800-\udfff]"
)


def for_display(text: str) -> str:
    """Return what a text widget may be given: one code point for each code point.

    The length in code points and in UTF-16 units stays the same, so positions in the widget are
    positions in the text.
    """
    if _DISPLAYED.search(text) is None:
        return text
    return text.replace("\r\n", "\u200b\n").translate(_DISPLAY)
