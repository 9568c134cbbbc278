"""Sets of characters the rest of the package shares, and nothing that works on a text.

Every set is a plain string, so that it can be put into a character class or a `set`.
"""

from __future__ import annotations

ZWNJ = "\u200c"
ZWJ = "\u200d"
NOT_SIGN = "\xac"
TATWEEL = "\u0640"

DIRECTION_MARKS = "\u200e\u200f\u061c"
EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e"
ISOLATES = "\u2066\u2067\u2068\u2069"
BIDI_CONTROLS = DIRECTION_MARKS + EMBEDDINGS + ISOLATES

# Zero-width characters that carry nothing at the edge of a span. ZWJ is left out: at the end of
# a word it gives the last letter its joined shape.
EDGE_INVISIBLES = ZWNJ + BIDI_CONTROLS + "\ufeff\u2060\u200b\xad"

SPACES = "\t\n\r\x0b\x0c \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)

ASCII_DIGITS = "0123456789"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"

# A class for `re` and `regex`: the characters Unicode promises never to assign.
NONCHARACTER_CLASS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
