"""The kinds of disagreement about a span, and which one a pair of spans shows."""

from __future__ import annotations

from enum import StrEnum

from annotator.agreement.marks import Mark
from annotator.agreement.trifles import differ_by_trifles


class Kind(StrEnum):
    """What is at odds; the first that applies, in the order of `kind_of`."""

    AGREED = "agreed"
    MISSING = "missing"
    LABEL = "label"
    BOUNDARY = "boundary"
    TRIFLE = "trifle"
    ATTRIBUTE = "attribute"
    ENTITY = "entity"
    RELATION = "relation"


def kind_of(one: Mark, other: Mark, text: str = "") -> Kind:
    """Compare label and extent; without the text no difference is known to be a trifle."""
    if one.label != other.label:
        return Kind.LABEL
    if one.pieces == other.pieces:
        return Kind.AGREED
    if text and differ_by_trifles(text, one.pieces, other.pieces):
        return Kind.TRIFLE
    return Kind.BOUNDARY
