"""Saying of items of gold where they come from, when they were made or changed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.domain.layer import Change, Item
from annotator.domain.span import Provenance, Relation, Span


def by_hand(changes: Iterable[Change], judge: str) -> tuple[Change, ...]:
    """Return changes whose spans and links say that the judge gave an answer of her own.

    What an item was made from before, and the reason, stay.
    """
    known: dict[int, Item] = {}
    found = []
    for change in changes:
        before = known.get(id(change.before), change.before)
        after = change.after
        if isinstance(after, Span | Relation):
            made = after.provenance or Provenance()
            after = replace(after, provenance=replace(made, verdict="own", decided_by=judge))
            known[id(change.after)] = after
        found.append(Change(change.layer, before, after))
    return tuple(found)


def stamped(changes: Iterable[Change], provenance: Provenance) -> tuple[Change, ...]:
    """Return changes in which links that say nothing of themselves have this provenance."""
    known: dict[int, Item] = {}
    found = []
    for change in changes:
        before, after = known.get(id(change.before), change.before), change.after
        if isinstance(after, Relation) and after.provenance is None:
            after = replace(after, provenance=provenance)
            known[id(change.after)] = after
        found.append(Change(change.layer, before, after))
    return tuple(found)
