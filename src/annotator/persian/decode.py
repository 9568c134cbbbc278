"""From the bytes of a file to text, strictly: nothing is ever replaced to make bytes fit.

What to do with the text afterwards belongs in `clean`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_SAMPLE = 100_000
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
# Control characters no text file holds; a file with them is a picture, an archive, a document.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652\u200c\u200d])*|[\u064b-\u0652]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[A-Za-z\xaa-\u024f]")
_COMMON = frozenset(("و", "در", "به", "از", "که", "كه", "را", "با", "است", "اين", "من", "في"))


def _pairs_read_as(codec: str, runs: int) -> str:
    """Build a pattern for Persian letters in UTF-8 (D8-DB, then 80-BF) read in a one-byte page."""
    leads = bytes(range(0xD8, 0xDC)).decode(codec)
    tails = re.escape(bytes(range(0x80, 0xC0)).decode(codec, errors="ignore"))
    return f"(?:[{leads}][{tails}\x80-\x9f]){{{runs},}}"


_MOJIBAKE = re.compile(_pairs_read_as("cp1256", 2) + "|" + _pairs_read_as("cp1252", 2))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text from bytes, the encoding used, and whether the bytes leave no doubt about it."""

    text: str
    encoding: str
    certain: bool


class _Guess(NamedTuple):
    text: str
    encoding: str
    strangeness: float


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file without a byte order mark in the result.

    Raises ValueError with one sentence when no encoding fits.
    """
    for mark, name, codec in _BOMS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], codec), name, True)
    wide = _wide_encoding(data)
    if wide is not None:
        return Decoded(_strict(data, wide), wide, False)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data, error)
        return _single_byte(data)
    _refuse_binary(text)
    return Decoded(text, "utf-8", True)


def mojibake_runs(text: str) -> int:
    """Count runs of letters that look like UTF-8 read in a one-byte encoding."""
    return sum(1 for _ in _MOJIBAKE.finditer(text))


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"the file says it is {codec} but byte {error.start} does not fit; "
            "save it again as UTF-8"
        ) from error


def _wide_encoding(data: bytes) -> str | None:
    """Find UTF-16 without a mark: the high bytes of Persian and ASCII are nearly all 06 and 00."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:_SAMPLE]
    shares = [_high_share(sample[first::2]) for first in (0, 1)]
    if shares[1] > 0.7 and shares[0] < 0.3:
        return "utf-16-le"
    if shares[0] > 0.7 and shares[1] < 0.3:
        return "utf-16-be"
    return None


def _high_share(part: bytes) -> float:
    return (part.count(0) + part.count(6)) / len(part)


def _refuse_broken_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Refuse a file that is UTF-8 but for a few bytes: a one-byte reading would be garbage."""
    high = len(_HIGH.findall(data))
    paired = sum(map(len, _UTF8_PAIR.findall(data)))
    if paired > 0.8 * high:
        raise ValueError(
            f"the file is UTF-8 but damaged at byte {error.start}; get an undamaged copy"
        ) from error


def _refuse_binary(text: str) -> None:
    controls = len(_BINARY.findall(text[:_SAMPLE]))
    # A stray NUL or escape in a long article is dirt to clean; many of them are another format.
    if controls > 2 and controls > len(text[:_SAMPLE]) / 50:
        raise ValueError("the file is not a text file; choose a plain text file")


def _single_byte(data: bytes) -> Decoded:
    guesses = []
    for encoding in ("cp1256", "iso8859-6"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        guesses.append(_Guess(text, encoding, _strangeness(text)))
    best = min(guesses, key=lambda guess: guess.strangeness)
    _refuse_binary(best.text)
    if best.strangeness > 0.3:
        raise ValueError(
            "the encoding of the file is none of UTF-8, UTF-16, windows-1256 and ISO-8859-6; "
            "save it again as UTF-8"
        )
    return Decoded(best.text, best.encoding, False)


def _strangeness(text: str) -> float:
    """Tell how little a reading looks like text: 0 for none, 1 and more for all of its words.

    A word is strange when it mixes Latin and Arabic letters or starts with a vowel mark; words
    every Persian or Arabic text is full of count the other way.
    """
    words = _WORD.findall(text[:_SAMPLE])
    controls = sum(1 for char in text[:_SAMPLE] if "\x7f" <= char <= "\x9f")
    if not words:
        return 1.0
    strange = sum(1 for word in words if _is_strange(word))
    common = sum(1 for word in words if word in _COMMON)
    return (strange + 2 * controls - 0.5 * common) / len(words)


def _is_strange(word: str) -> bool:
    if unicodedata.category(word[0]) == "Mn":
        return True
    return _ARABIC.search(word) is not None and _LATIN.search(word) is not None
