"""Bringing back what was: a layer as it once stood, and spans that were deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected, Step, of_layer
from annotator.domain.errors import UserError
from annotator.domain.ids import SpanId
from annotator.domain.layer import Change, Item, Layer, LayerKey
from annotator.domain.span import Entity, Relation, Span
from annotator.storage.journal import Entry, EntryKind
from annotator.workspace.operations.coreference import retie
from annotator.workspace.operations.draft import Draft

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DeletedSpan:
    """A span that is gone, with what went with it in the same step, and who took it when."""

    span: Span
    relations: tuple[Relation, ...]
    entity: Entity | None
    at: str
    person: str | None


def restore_layer(ws: Workspace, key: LayerKey, seq: int) -> Affected:
    """Make a layer what it was right after a journal entry, in one step."""
    then = ws.layer_at(key, seq)
    changes = tuple(differences(ws.layer(key), then))
    details = {"at": ws.journal.entry(seq).at}
    return ws.run(Step("restore", changes, details), applied={key: then})


def differences(before: Layer, after: Layer) -> Iterator[Change]:
    """Yield the changes that lead from one state of a layer to another."""
    if before.state != after.state:
        yield Change(after.key, before.state, after.state)
    for old, new in (
        (before.spans, after.spans),
        (before.relations, after.relations),
        (before.entities, after.entities),
        (before.decisions, after.decisions),
    ):
        for identity in dict.fromkeys([*old, *new]):
            one: Item | None = old.get(identity)
            other: Item | None = new.get(identity)
            if one != other:
                yield Change(after.key, one, other)


def deleted_spans(ws: Workspace, key: LayerKey) -> list[DeletedSpan]:
    """Return the spans of a layer that were deleted and are not there, the last first.

    What an undo took away again was never wanted and is left out.
    """
    present = ws.layer(key).spans
    found: dict[SpanId, DeletedSpan] = {}
    for entry in ws.journal.entries(key.article):
        if entry.step is None or entry.kind is EntryKind.UNDO or _is_undone(entry):
            continue
        changes = of_layer(entry.step.changes, key)
        for change in changes:
            span = change.before
            if isinstance(span, Span) and change.after is None and span.id not in present:
                found.setdefault(span.id, _deleted(span, changes, entry, ws, key))
    return list(found.values())


def restore_spans(ws: Workspace, key: LayerKey, spans: Iterable[str]) -> Affected:
    """Bring deleted spans back, with their links and entities, in one step."""
    wanted = set(spans)
    chosen = [one for one in deleted_spans(ws, key) if one.span.id in wanted]
    if not chosen:
        raise UserError("These spans are no longer in the bin.")
    draft = Draft(ws, key)
    draft.begin()
    for one in chosen:
        if one.entity is not None and one.entity.id not in draft.layer.entities:
            draft.put(None, one.entity)
    draft.put_all([one.span for one in chosen])
    for relation in {r.id: r for one in chosen for r in one.relations}.values():
        ends = {relation.source, relation.target}
        if ends <= draft.layer.spans.keys() and relation.id not in draft.layer.relations:
            draft.put(None, relation)
    for entity in dict.fromkeys(one.span.entity for one in chosen if one.span.entity):
        retie(draft, entity)
    return draft.run("restore_spans", chosen[0].span.id, {"count": len(chosen)})


def _is_undone(entry: Entry) -> bool:
    return entry.kind is EntryKind.DO and not entry.active


def _deleted(
    span: Span, changes: tuple[Change, ...], entry: Entry, ws: Workspace, key: LayerKey
) -> DeletedSpan:
    gone = [change.before for change in changes if change.after is None]
    relations = tuple(
        item
        for item in gone
        if isinstance(item, Relation) and span.id in (item.source, item.target)
    )
    entities = {item.id: item for item in gone if isinstance(item, Entity)}
    known = ws.layer(key).entities
    entity = entities.get(span.entity) or known.get(span.entity) if span.entity else None
    return DeletedSpan(span, relations, entity, entry.at, entry.person)
