"""The sentences that stand where a number would mislead, each once, so that a screen can
translate them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why a figure is not defined."""

    NOTHING_SHARED = "no article is finished by both"
    NOTHING_SHARED_BY_TWO = "no article is finished by at least two annotators"
    NOT_ALL = "no article is finished by all annotators"
    NO_SPAN = "nobody marked a span"
    NO_VARIATION = "no variation: every character has the same value"
    NO_TEXT = "every character is marked"
    OVERLAP = "spans of one annotator overlap, so a position has more than one label"
    NOT_MARKED_BY_TWO = "no text is marked by more than one annotator"
    ONE_LABEL = "no variation: where more than one annotator marked, there is one label"
    NOT_DISTINCT = "this label alone stands where more than one annotator marked"
    NO_RELATION = "nobody made a relation"
    NO_GIVEN = "no relation has both its arguments marked by both"
    NO_PAIR = "no span is marked by both under this label"
    ONE_VALUE = "no variation: every pair has the same value"
    NO_VALUE = "no pair of spans has a value from both"
    NO_ENTITY = "no span marked by both is given to an entity by both"
    NO_LINK = "no two spans marked by both are given to one entity"
    NO_ALIGNED = "no unit is aligned with another one"
    TOO_ENTANGLED = "the units are too entangled to be aligned exactly"


class NoteKind(StrEnum):
    """What has to be said beside a figure; the values go into the sentence."""

    EMPTY_TEXT = "flattered by empty text: {0:.0%} of the characters are marked by nobody"
    EMPTY_ARTICLES = "in {0:.0f} of {1:.0f} articles nobody marked anything"
    UNSET = "flattered by unset values: in {0:.0%} of the pairs nobody set one"
    DROPPED = "{0:.0f} overlapping units of one label left out"
    COVERAGE = "speaks of the {0:.0%} of the text that more than one annotator marked"
    LABEL_COVERAGE = "speaks of the {0:.0%} of what is marked so that another one marked as well"
    ALIGNED = "speaks of the spans marked by both: {0:.0%} of the first side, {1:.0%} of the second"
    WEIGHTS = "alpha {0:g}, beta {1:g}, {2:.0f} samples, seed {3:.0f}"
    SKIPPED = "{0:.0f} articles left out: units too entangled to be aligned exactly"
    TOO_MANY_VALUES = "no interval: more than {0:.0f} combinations of values"


class Note(NamedTuple):
    """A sentence with its numbers; `str()` is English."""

    kind: NoteKind
    values: tuple[float, ...]

    def __str__(self) -> str:
        return self.kind.value.format(*self.values)
