"""Items as rows of their tables and back; the one place that knows the order of the columns.

Equal JSON is parsed once: thousands of spans share a handful of attribute values.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from annotator.domain.ids import EntityId, RelationId, SpanId
from annotator.domain.layer import Decision, LayerState, SchemeRef, Status
from annotator.domain.records import attributes_from_record
from annotator.domain.span import (
    Attributes,
    Entity,
    Json,
    Piece,
    Provenance,
    Relation,
    SourceRef,
    Span,
    bulk_span,
)
from annotator.storage.database import Row
from annotator.storage.people import People

SPAN = (
    'layer, uid, label, start, "end", pieces, attributes, entity, note, flag, origin, created,'
    " modified, provenance, quote"
)
RELATION = "layer, uid, label, source, target, provenance"
ENTITY = "layer, uid, name, kind, extra"
DECISION = 'layer, uid, start, "end", provenance'
STATE = "status, scheme, scheme_version, document, note, flag"


def dumps(value: Json) -> str:
    """Write JSON as compact text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def insert(table: str, columns: str) -> str:
    """Return the statement that inserts one row."""
    marks = ", ".join("?" * len(columns.split(",")))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})"


def span_row(layer: int, span: Span, text: str, people: People) -> Row:
    """Return the row of a span; `text` is the article's."""
    pieces = span.pieces
    start, end = pieces[0].start, pieces[-1].end
    split = len(pieces) > 1
    return (
        layer,
        span.id,
        span.label,
        start,
        end,
        dumps(pieces) if split else None,
        attributes_text(span.attributes) if span.attributes else None,
        span.entity,
        span.note,
        int(span.flag),
        span.origin,
        span.created,
        span.modified,
        provenance_text(span.provenance, people) if span.provenance else None,
        span.quoted(text) if split else text[start:end],
    )


def span_of(row: Row, people: People) -> Span:
    """Return the span of a row without its first column, the layer."""
    (
        uid, label, start, end, pieces, attributes, entity, note, flag, origin, created, modified,
        provenance, *_,
    ) = row  # fmt: skip
    return bulk_span(
        uid,
        label,
        _pieces(pieces) if pieces else (Piece(start, end),),
        _attributes(attributes) if attributes else {},
        entity,
        note,
        flag == 1,
        origin,
        created,
        modified,
        provenance_of(provenance, people) if provenance else None,
    )


def relation_row(layer: int, relation: Relation, people: People) -> Row:
    """Return the row of a relation."""
    made = provenance_text(relation.provenance, people) if relation.provenance else None
    return (layer, relation.id, relation.label, relation.source, relation.target, made)


def relation_of(row: Row, people: People) -> Relation:
    """Return the relation of a row without the layer."""
    uid, label, source, target, provenance = row
    made = provenance_of(provenance, people) if provenance else None
    return Relation(RelationId(uid), label, SpanId(source), SpanId(target), made)


def entity_row(layer: int, entity: Entity) -> Row:
    """Return the row of an entity."""
    extra = dumps(dict(entity.extra)) if entity.extra else None
    return (layer, entity.id, entity.name, entity.kind, extra)


def entity_of(row: Row) -> Entity:
    """Return the entity of a row without the layer."""
    uid, name, kind, extra = row
    return Entity(EntityId(uid), name, kind, json.loads(extra) if extra else {})


def decision_row(layer: int, decision: Decision, people: People) -> Row:
    """Return the row of a decision."""
    made = Provenance(decision.from_layers, decision.verdict, decision.reason, decision.decided_by)
    return (layer, decision.id, decision.start, decision.end, provenance_text(made, people))


def decision_of(row: Row, people: People) -> Decision:
    """Return the decision of a row without the layer."""
    uid, start, end, provenance = row
    made = provenance_of(provenance, people)
    return Decision(uid, made.verdict, made.from_layers, made.reason, made.decided_by, start, end)


def state_row(state: LayerState) -> Row:
    """Return the columns of a layer's state."""
    scheme, version = state.scheme or (None, None)
    document = attributes_text(state.document) if state.document else "{}"
    return (str(state.status), scheme, version, document, state.note, int(state.flag))


def state_of(row: Row) -> LayerState:
    """Return the state of the columns in `STATE`."""
    status, scheme, version, document, note, flag = row
    made_under = SchemeRef(scheme, version) if scheme is not None else None
    return LayerState(
        Status(status),
        _attributes(document) if document != "{}" else {},
        note,
        flag == 1,
        made_under,
    )


def attributes_text(attributes: Attributes) -> str:
    """Return attributes as JSON text, sorted by name; equal attributes give equal text."""
    if len(attributes) == 1:
        ((name, value),) = attributes.items()
        if isinstance(value, str):
            return _single_attribute(name, value)
    return dumps(dict(sorted(attributes.items())))


@lru_cache(maxsize=4096)
def _single_attribute(name: str, value: str) -> str:
    return dumps({name: value})


@lru_cache(maxsize=4096)
def _attributes(text: str) -> Attributes:
    return attributes_from_record(json.loads(text))


def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple(Piece(start, end) for start, end in json.loads(text))


def provenance_text(made: Provenance, people: People) -> str:
    """Return a provenance as JSON text that refers to people by row id."""
    refs = [[people.reference(ref.annotator), ref.id] for ref in made.from_layers]
    judge = people.reference(made.decided_by) if made.decided_by else ""
    return dumps({"from": refs, "verdict": made.verdict, "reason": made.reason, "by": judge})


def provenance_of(text: str, people: People) -> Provenance:
    """Return the provenance of a stored text, with the present names."""
    record: Mapping[str, Any] = json.loads(text)
    refs = tuple(SourceRef(people.referred(who), item) for who, item in record["from"])
    return Provenance(refs, record["verdict"], record["reason"], people.referred(record["by"]))
