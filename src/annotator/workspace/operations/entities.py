"""Saying who or what a mention refers to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import EntityId
from annotator.domain.layer import Layer, LayerKey
from annotator.domain.span import Entity, Span
from annotator.persian.names import name_score
from annotator.workspace.operations.coreference import leave_entity, make_entity, retie, take_over
from annotator.workspace.operations.draft import Draft

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


def set_entity(ws: Workspace, key: LayerKey, span_id: str, entity_id: str | None) -> Affected:
    """Let a mention refer to an entity, or to none."""
    draft = Draft(ws, key)
    span = _mention(draft, span_id)
    if entity_id is None:
        leave_entity(draft, span)
    elif span.entity != entity_id:
        entity = draft.entity(entity_id)
        known = [other for other in draft.layer.mentions(entity.id) if other.label == span.label]
        span = draft.change_span(leave_entity(draft, span), entity=entity.id)
        if known:
            take_over(draft, span, max(known, key=lambda other: other.length))
        retie(draft, entity.id)
    return draft.run("set_entity", span_id, {"entity": _name(draft, entity_id)})


def name_entity(ws: Workspace, key: LayerKey, span_id: str, name: str) -> Affected:
    """Let a mention refer to a new entity of a name."""
    draft = Draft(ws, key)
    span = leave_entity(draft, _mention(draft, span_id))
    draft.change_span(span, entity=make_entity(draft, span, _checked(name)))
    return draft.run("name_entity", span_id, {"entity": name})


def rename_entity(ws: Workspace, key: LayerKey, entity_id: str, name: str) -> Affected:
    """Give an entity another name."""
    draft = Draft(ws, key)
    entity = draft.entity(entity_id)
    draft.put(entity, replace(entity, name=_checked(name)))
    return draft.run("rename_entity", details={"entity": name})


def merge_entities(ws: Workspace, key: LayerKey, kept_id: str, other_id: str) -> Affected:
    """Make all mentions of one entity mentions of another, which keeps its name."""
    draft = Draft(ws, key)
    kept, other = draft.entity(kept_id), draft.entity(other_id)
    if kept.id == other.id:
        return Affected()
    for span in draft.layer.mentions(other.id):
        draft.change_span(span, entity=kept.id)
    retie(draft, kept.id)
    retie(draft, other.id)
    return draft.run("merge_entities", details={"entity": kept.name})


def entity_candidates(layer: Layer, text: str, span: Span) -> list[Entity]:
    """Return the entities of a layer, the likeliest for a mention first.

    Those of other labels come last; among equals the name decides.
    """
    words = span.quoted(text)
    names = {entity.id: [entity.name] for entity in layer.entities.values()}
    for mention in layer.index:
        if mention.entity in names and mention.id != span.id and mention.label == span.label:
            names[mention.entity].append(mention.quoted(text))
    kin = {mention.entity for mention in layer.index if mention.label == span.label}
    score = {
        identity: max(name_score(words, name) for name in set(known))
        for identity, known in names.items()
    }
    return sorted(
        layer.entities.values(), key=lambda e: (-score[e.id], e.id not in kin, e.name, e.id)
    )


def _mention(draft: Draft, span_id: str) -> Span:
    span = draft.span(span_id)
    label = draft.scheme.label(span.label)
    if label is None or not label.has_entity:
        raise UserError(f"Spans labelled {span.label} do not refer to entities.")
    return span


def _name(draft: Draft, entity_id: str | None) -> str:
    entity = draft.layer.entities.get(EntityId(entity_id)) if entity_id else None
    return entity.name if entity else ""


def _checked(name: str) -> str:
    if not name.strip():
        raise UserError("An entity needs a name.")
    return name.strip()
