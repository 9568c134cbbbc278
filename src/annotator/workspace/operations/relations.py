"""Linking spans and taking links away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.attribution import (
    CONTINUES,
    EXPLICIT,
    MENTION,
    PRONOUN,
    SAID_BY,
    SAME_AS,
    SPEAKER_EXPR,
)
from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import RelationId, SpanId, new_id
from annotator.domain.layer import Layer, LayerKey
from annotator.domain.scheme import RelationType
from annotator.domain.span import Relation, Span
from annotator.workspace.likely_targets import quote_targets
from annotator.workspace.operations.coreference import join, leave_entity
from annotator.workspace.operations.draft import Draft

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


def link(ws: Workspace, key: LayerKey, label: str, source_id: str, target_id: str) -> Affected:
    """Link two spans, the one they have replaced where the scheme allows only one.

    SAME_AS makes both one entity; all its mentions then point to the fullest.
    """
    draft = Draft(ws, key)
    source, target = draft.span(source_id), draft.span(target_id)
    kind = _allowed(draft, label, source, target)
    if target.id in draft.layer.targets(source.id, label):
        return Affected(selected=source.id)
    if label == SAME_AS and _have_entities(draft, source, target):
        join(draft, source, target)
    else:
        _put(draft, kind, source, target)
    return draft.run("link", source.id, {"relation": label})


def attribute_quote(ws: Workspace, key: LayerKey, quote_id: str, labels: Iterable[str]) -> Affected:
    """Link a quote by some relations to what stands near: speaker, cue, what it is about."""
    draft = Draft(ws, key)
    quote = draft.span(quote_id)
    wanted = set(labels)
    relations = [kind for kind in draft.scheme.relations if kind.id in wanted]
    for kind, target in quote_targets(draft.text, draft.layer, relations, quote):
        _put(draft, kind, quote, draft.layer.spans[target])
    return draft.run("attribute_quote", quote.id)


def unlink(ws: Workspace, key: LayerKey, relation_id: str) -> Affected:
    """Take a link away; without its SAME_AS a mention leaves its entity."""
    draft = Draft(ws, key)
    relation = draft.relation(relation_id)
    source, target = draft.layer.spans[relation.source], draft.layer.spans[relation.target]
    if relation.label == SAME_AS and source.entity and source.entity == target.entity:
        leave_entity(draft, source)
    else:
        draft.put(relation, None)
    return draft.run("unlink", relation.source, {"relation": relation.label})


def _allowed(draft: Draft, label: str, source: Span, target: Span) -> RelationType:
    kind = draft.scheme.relation(label)
    if kind is None:
        raise UserError(f"The label scheme has no link {label}.")
    if source.id == target.id:
        raise UserError("A span cannot be linked to itself.")
    if not kind.allows(source.label, target.label):
        raise UserError(
            f"A link {label} cannot lead from {source.label} to {target.label}: it leads from"
            f" {' or '.join(kind.sources)} to {' or '.join(kind.targets)}."
        )
    if label == CONTINUES and _reaches(draft.layer, target.id, source.id, label):
        raise UserError("The other span already continues this one.")
    return kind


def _put(draft: Draft, kind: RelationType, source: Span, target: Span) -> None:
    present = [
        relation
        for relation in draft.layer.relations_of(source.id)
        if relation.label == kind.id and relation.source == source.id
    ]
    if kind.maximum == 1 and present:
        draft.put(present[0], replace(present[0], target=target.id))
    elif kind.maximum is not None and len(present) >= kind.maximum:
        raise UserError(f"There are already {kind.maximum} links {kind.id}: take one away first.")
    else:
        draft.put(None, Relation(RelationId(new_id()), kind.id, source.id, target.id))
    if kind.id == SAID_BY:
        _follow_speaker(draft, source, target)


def _follow_speaker(draft: Draft, quote: Span, speaker: Span) -> None:
    """Say of a quote that a pronoun names its speaker, or no longer; other values stay."""
    label = draft.scheme.label(quote.label)
    kind = label.attribute(SPEAKER_EXPR) if label else None
    wanted = PRONOUN if speaker.attributes.get(MENTION) == PRONOUN else EXPLICIT
    known = kind is not None and not kind.unknown_values(wanted)
    if known and quote.attributes.get(SPEAKER_EXPR) in {None, EXPLICIT, PRONOUN}:
        draft.change_span(quote, attributes={**quote.attributes, SPEAKER_EXPR: wanted})


def _have_entities(draft: Draft, *spans: Span) -> bool:
    kinds = [draft.scheme.label(span.label) for span in spans]
    return all(kind is not None and kind.has_entity for kind in kinds)


def _reaches(layer: Layer, start: SpanId, goal: SpanId, label: str) -> bool:
    seen: set[SpanId] = set()
    waiting = [start]
    while waiting:
        span = waiting.pop()
        if span == goal:
            return True
        if span not in seen:
            seen.add(span)
            waiting += layer.targets(span, label)
    return False
