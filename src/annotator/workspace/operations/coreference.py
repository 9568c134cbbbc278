"""Keeping entities and SAME_AS in step: every mention points to the fullest one.

The fullest mention is the longest name, among equals the first. Where a scheme has no SAME_AS, or
does not allow it between two labels, only the entity says that mentions belong together.
"""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.attribution import MENTION, SAME_AS
from annotator.domain.ids import EntityId, RelationId, SpanId, new_id
from annotator.domain.layer import Layer
from annotator.domain.span import Entity, Relation, Span, reading_order
from annotator.workspace.operations.draft import Draft


def retie(draft: Draft, entity_id: EntityId) -> None:
    """Let all mentions of an entity point to the fullest; an entity without mentions goes."""
    mentions = draft.layer.mentions(entity_id)
    if not mentions:
        if entity_id in draft.layer.entities:
            draft.put(draft.layer.entities[entity_id], None)
        return
    fullest = min(mentions, key=lambda span: (-span.length, reading_order(span)))
    group = {span.id for span in mentions}
    for span in mentions:
        _point(draft, span, fullest, group)


def join(draft: Draft, first: Span, second: Span) -> None:
    """Make two mentions, and all that already belong to either, one entity.

    The first takes over what the second says of the thing itself and it does not.
    """
    members = component(draft.layer, [first.id, second.id])
    known = [span.entity for span in (second, first) if span.entity in draft.layer.entities]
    entity_id = known[0] if known else None
    if entity_id is None:
        fullest = min(members, key=lambda span: (-span.length, reading_order(span)))
        entity_id = make_entity(draft, fullest, fullest.quoted(draft.text))
    left = {span.entity for span in members if span.entity} - {entity_id}
    for span in members:
        draft.change_span(span, entity=entity_id)
    for other in sorted(left):
        retie(draft, other)
    take_over(draft, draft.span(first.id), draft.span(second.id))
    retie(draft, entity_id)


def take_over(draft: Draft, span: Span, other: Span) -> Span:
    """Give a mention the values that another of one label has and it lacks; return it.

    How a mention names the thing is its own.
    """
    if span.label != other.label:
        return span
    given = {k: v for k, v in other.attributes.items() if k != MENTION}
    return draft.change_span(span, attributes={**given, **span.attributes})


def leave_entity(draft: Draft, span: Span) -> Span:
    """Take a mention out of its entity; return what the span became."""
    if span.entity is None:
        return span
    group = {mention.id for mention in draft.layer.mentions(span.entity)}
    for relation in list(draft.layer.relations_of(span.id)):
        if relation.label == SAME_AS and {relation.source, relation.target} <= group:
            draft.put(relation, None)
    after = draft.change_span(span, entity=None)
    retie(draft, span.entity)
    return after


def make_entity(draft: Draft, mention: Span, name: str) -> EntityId:
    """Make an entity after a mention; return its id."""
    kind = mention.attributes.get("kind", "")
    entity = Entity(EntityId(new_id()), name, kind if isinstance(kind, str) else "")
    draft.put(None, entity)
    return entity.id


def component(layer: Layer, start: list[SpanId]) -> list[Span]:
    """Return the spans tied to some by an entity or by SAME_AS, in reading order."""
    seen: set[SpanId] = set()
    waiting = list(start)
    while waiting:
        span = layer.spans[waiting.pop()]
        if span.id in seen:
            continue
        seen.add(span.id)
        if span.entity:
            waiting += [mention.id for mention in layer.mentions(span.entity)]
        for relation in layer.relations_of(span.id):
            if relation.label == SAME_AS:
                waiting += [relation.source, relation.target]
    return sorted((layer.spans[i] for i in seen), key=reading_order)


def _point(draft: Draft, span: Span, fullest: Span, group: set[SpanId]) -> None:
    """Let one mention point to the fullest one of its group, and nowhere else within it."""
    kind = draft.scheme.relation(SAME_AS)
    wanted = span is not fullest and kind is not None and kind.allows(span.label, fullest.label)
    mine = [
        relation
        for relation in draft.layer.relations_of(span.id)
        if relation.label == SAME_AS and relation.source == span.id and relation.target in group
    ]
    right = [relation for relation in mine if wanted and relation.target == fullest.id][:1]
    for relation in mine:
        if wanted and not right:
            draft.put(relation, replace(relation, target=fullest.id))
            right = [relation]
        elif relation not in right:
            draft.put(relation, None)
    if wanted and not right:
        made = Relation(RelationId(new_id()), SAME_AS, span.id, fullest.id)
        draft.put(None, made)
