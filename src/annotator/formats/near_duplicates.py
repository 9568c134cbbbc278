"""Which articles are copies of one another but for a few words: agencies print each other's news.

The likeness of two texts is the share of their runs of eight words that both have (Jaccard),
estimated from a signature of 64 minima (MinHash in one permutation). Spelling variants count as
the same. What to do with a copy is for whoever asks.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import eq
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from annotator.persian.fold import fold_key

LIKE = 0.5
SHINGLE = 8
# a shorter text is too little to be told a copy by
SHORTEST = 2 * SHINGLE

Key = TypeVar("Key", bound=Hashable)

_BINS = 64
_ROWS = 4
_BANDS = _BINS // _ROWS
_SLOTS = 1 << 20
_HALF = _BINS // 2
_LOW = 0xFFFFFFFF
_KNOWN_WORDS = 200_000
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
# a band that hundreds of texts share is a form letter; the latest ones stand for all
_CHAIN = 48

Signature: TypeAlias = "array[int]"


class Likeness(NamedTuple, Generic[Key]):
    """A text that is like an earlier one; `share` is 1.0 where all their runs of words agree."""

    key: Key
    earlier: Key
    share: float


class _WordHashes(dict[str, int]):
    """The hash of each word without the marks at its edges; 0 for marks alone."""

    def __missing__(self, word: str) -> int:
        if len(self) > _KNOWN_WORDS:
            self.clear()
        bare = _EDGES.sub("", word).encode()
        made = self[word] = (zlib.crc32(bare) << 32 | zlib.adler32(bare)) if bare else 0
        return made


def signature(text: str, words: Mapping[str, int] | None = None) -> Signature | None:
    """Return the 64 minima of a text; None where it is too short to tell.

    `words` keeps the hashes of words from one call to the next.
    """
    known = _WordHashes() if words is None else words
    hashes = [one for one in map(known.__getitem__, fold_key(text).split()) if one]
    if len(hashes) < SHORTEST:
        return None
    # the hash of a tuple of numbers is the same in every run, and as good as random
    runs = sorted(map(hash, zip(*(hashes[n:] for n in range(SHINGLE)), strict=False)), reverse=True)
    smallest = {one >> 58: one & _LOW for one in runs}
    return array("I", _densified([smallest.get(place, -1) for place in range(-_HALF, _HALF)]))


def _densified(minima: list[int]) -> list[int]:
    """Fill each empty bin from the next full one, so that short texts can be compared too."""
    if -1 not in minima:
        return minima
    filled = list(minima)
    full = next(place for place, value in enumerate(minima) if value >= 0)
    carried, distance = minima[full], 0
    for step in range(1, _BINS):
        place = (full - step) % _BINS
        if minima[place] < 0:
            distance += 1
            filled[place] = (carried + distance * 0x85EBCA6B) & _LOW
        else:
            carried, distance = minima[place], 0
    return filled


def likeness(one: Signature, other: Signature) -> float:
    """Return the estimated share, give or take 0.06."""
    same: int = sum(map(eq, one, other))
    return same / _BINS


class LikeTexts(Generic[Key]):
    """The texts seen so far; some 500 bytes are kept of each, never the text."""

    def __init__(self, threshold: float = LIKE) -> None:
        self._threshold = threshold
        self._words = _WordHashes()
        self._keys: list[Key] = []
        self._signatures = array("I")
        self._heads = array("i", [-1]) * _SLOTS
        self._nexts = array("i")

    def __len__(self) -> int:
        return len(self._keys)

    def signature(self, text: str) -> Signature | None:
        """Return the signature of a text; see `signature`."""
        return signature(text, self._words)

    def matches(self, key: Key, made: Signature | None) -> list[Likeness[Key]]:
        """Return the texts seen that a text is like, the likest first."""
        if made is None:
            return []
        found = []
        for number in self._candidates(made):
            share = likeness(made, self._signature(number))
            if share >= self._threshold:
                found.append(Likeness(key, self._keys[number], share))
        return sorted(found, key=lambda like: -like.share)

    def add(self, key: Key, made: Signature | None) -> None:
        """Remember a text for the ones to come."""
        if made is None:
            return
        number = len(self._keys)
        self._keys.append(key)
        self._signatures.extend(made)
        for band, slot in enumerate(_slots(made)):
            self._nexts.append(self._heads[slot])
            self._heads[slot] = number * _BANDS + band

    def _signature(self, number: int) -> Signature:
        return self._signatures[number * _BINS : (number + 1) * _BINS]

    def _candidates(self, made: Signature) -> set[int]:
        found: set[int] = set()
        for slot in _slots(made):
            entry = self._heads[slot]
            for _ in range(_CHAIN):
                if entry < 0:
                    break
                found.add(entry // _BANDS)
                entry = self._nexts[entry]
        return found


def _slots(made: Signature) -> Iterator[int]:
    data = made.tobytes()
    size = _ROWS * made.itemsize
    for band in range(_BANDS):
        yield zlib.crc32(data[band * size : (band + 1) * size], band) % _SLOTS


def near_duplicates(
    texts: Iterable[tuple[Key, str]], threshold: float = LIKE
) -> Iterator[Likeness[Key]]:
    """Yield each text that is like an earlier one, with the likest of those; as a stream."""
    seen: LikeTexts[Key] = LikeTexts(threshold)
    for key, text in texts:
        made = seen.signature(text)
        yield from seen.matches(key, made)[:1]
        seen.add(key, made)


@dataclass(slots=True)
class Clusters(Generic[Key]):
    """Which texts belong together because a chain of likenesses joins them."""

    _parents: dict[Key, Key]

    def of(self, key: Key) -> Key:
        """Return the text that stands for a text's cluster; itself where it is alone."""
        top = key
        while (parent := self._parents.get(top, top)) != top:
            top = parent
        while (parent := self._parents.get(key, key)) != top:
            self._parents[key], key = top, parent
        return top

    def join(self, one: Key, other: Key) -> None:
        """Say that two texts belong together."""
        self._parents[self.of(one)] = self.of(other)


def clusters(texts: Iterable[tuple[Key, str]], threshold: float = LIKE) -> Clusters[Key]:
    """Return the clusters of a stream of texts; equal texts of any length are in one."""
    found: Clusters[Key] = Clusters({})
    seen: LikeTexts[Key] = LikeTexts(threshold)
    short: dict[str, Key] = {}
    for key, text in texts:
        made = seen.signature(text)
        for like in seen.matches(key, made):
            found.join(key, like.earlier)
        seen.add(key, made)
        if made is None:
            found.join(key, short.setdefault(fold_key(text), key))
    return found
