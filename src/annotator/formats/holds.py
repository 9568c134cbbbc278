"""What a format can hold, as flags; `loss` counts what a project has beyond them.

A flag is true only for what comes back when our own reader reads what our own writer wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from annotator.domain.article import Article
from annotator.domain.layer import Layer


class Unit(StrEnum):
    """What the positions of a format count."""

    CODE_POINT = "code point"
    UTF16 = "UTF-16 unit"
    TOKEN = "token"  # noqa: S105
    NONE = "none"


class Overlaps(StrEnum):
    """Which spans of one layer may share text."""

    ANY = "any"
    OTHER_LABEL = "of different labels"
    NONE = "none"


# what a format does to one layer that no flag tells: a kind of loss and the words concerned
OwnLosses = Callable[[Article, Layer], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Holds:
    """Declare a format: the unit of its positions, and whether it keeps each thing we have.

    `article_ids` to `direction` concern articles, `annotators` to `scheme_refs` layers, the rest
    items. `own` names further losses that depend on the content.
    """

    unit: Unit
    overlaps: Overlaps = Overlaps.ANY
    article_ids: bool = False
    exact_text: bool = False
    meta: bool = False
    direction: bool = False
    bare_articles: bool = False
    annotators: bool = False
    several_layers: bool = False
    gold: bool = False
    status: bool = False
    document: bool = False
    layer_notes: bool = False
    layer_flags: bool = False
    scheme_refs: bool = False
    decisions: bool = False
    split: bool = False
    span_ids: bool = False
    attributes: bool = False
    notes: bool = False
    flags: bool = False
    origin: bool = False
    times: bool = False
    provenance: bool = False
    relations: bool = False
    relation_ids: bool = False
    relation_provenance: bool = False
    entities: bool = False
    entity_details: bool = False
    unmentioned_entities: bool = False
    own: OwnLosses | None = None

    @property
    def nested(self) -> bool:
        """Tell whether a span may lie inside another."""
        return self.overlaps is not Overlaps.NONE

    @property
    def is_lossless(self) -> bool:
        """Tell whether nothing is ever lost."""
        flags = [getattr(self, f.name) for f in fields(self) if f.type == "bool"]
        return all(flags) and self.overlaps is Overlaps.ANY and self.own is None


_LAYER = (
    *("annotators", "several_layers", "gold", "status", "document"),
    *("layer_notes", "layer_flags", "scheme_refs", "decisions"),
)
_ARTICLE = ("article_ids", "exact_text", "meta", "direction", "bare_articles")
_SPAN = ("split", "span_ids", "attributes", "notes", "flags", "origin", "times", "provenance")
_LINKS = (
    *("relations", "relation_ids", "relation_provenance"),
    *("entities", "entity_details", "unmentioned_entities"),
)
_KEEPS_ALL = dict.fromkeys((*_ARTICLE, *_LAYER, *_SPAN, *_LINKS), True)


def all_but(
    *lost: str,
    unit: Unit = Unit.CODE_POINT,
    overlaps: Overlaps = Overlaps.ANY,
    own: OwnLosses | None = None,
) -> Holds:
    """Return a declaration with every flag set except the named ones."""
    unknown = set(lost) - _KEEPS_ALL.keys()
    if unknown:
        raise ValueError(f"no such flags: {sorted(unknown)}")
    kept = _KEEPS_ALL | dict.fromkeys(lost, False)
    return Holds(unit, overlaps, own=own, **kept)


NATIVE = all_but()
