"""Items as plain JSON objects and back, in the key order of the native format.

Shared by the journal and the native files. `*_from_record` trusts its input: checking what a
stranger wrote is the readers' work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from annotator.domain.changes import Step
from annotator.domain.ids import ArticleId, EntityId, RelationId, SpanId
from annotator.domain.layer import (
    Change,
    Decision,
    Item,
    LayerKey,
    LayerState,
    SchemeRef,
    Status,
)
from annotator.domain.span import (
    Attributes,
    Entity,
    Json,
    Piece,
    Provenance,
    Relation,
    SourceRef,
    Span,
)

Record = dict[str, Json]
_ENTITY_KEYS = {"id", "name", "kind"}


def attributes_record(attributes: Attributes) -> Record:
    """Return attributes sorted by name, lists as JSON lists."""
    items = sorted(attributes.items()) if len(attributes) > 1 else attributes.items()
    return {k: v if isinstance(v, str) else list(v) for k, v in items}


def attributes_from_record(record: Mapping[str, Json]) -> Attributes:
    """Return attributes, lists as tuples."""
    return {k: v if isinstance(v, str) else tuple(v) for k, v in record.items()}


def span_record(span: Span, text: str | None = None) -> Record:
    """Return a span as an object; with the article's text also its quoted words."""
    pieces = span.pieces
    start, end = pieces[0].start, pieces[-1].end
    record: Record = {"id": span.id, "label": span.label, "start": start, "end": end}
    if len(pieces) > 1:
        record["pieces"] = [list(piece) for piece in pieces]
    if text is not None:
        record["text"] = text[start:end] if len(pieces) == 1 else span.quoted(text)
    if span.attributes:
        record["attributes"] = attributes_record(span.attributes)
    # spelled out: an export writes every span of a project through here
    if span.entity:
        record["entity"] = span.entity
    if span.note:
        record["note"] = span.note
    if span.flag:
        record["flag"] = True
    if span.origin:
        record["origin"] = span.origin
    if span.created:
        record["created"] = span.created
    if span.modified:
        record["modified"] = span.modified
    return record | _provenance_record(span.provenance) if span.provenance else record


def span_from_record(record: Mapping[str, Json]) -> Span:
    """Return the span of a well-formed object."""
    pieces = record.get("pieces") or [[record["start"], record["end"]]]
    return Span(
        id=SpanId(record["id"]),
        label=record["label"],
        pieces=tuple(Piece(start, end) for start, end in pieces),
        attributes=attributes_from_record(record.get("attributes") or {}),
        entity=EntityId(record["entity"]) if record.get("entity") else None,
        note=record.get("note", ""),
        flag=record.get("flag", False),
        origin=record.get("origin", ""),
        created=record.get("created", ""),
        modified=record.get("modified", ""),
        provenance=_provenance(record),
    )


def relation_record(relation: Relation) -> Record:
    """Return a relation as an object."""
    ends = {"from": relation.source, "to": relation.target}
    return (
        {"id": relation.id, "label": relation.label}
        | ends
        | _provenance_record(relation.provenance)
    )


def relation_from_record(record: Mapping[str, Json]) -> Relation:
    """Return the relation of a well-formed object."""
    return Relation(
        RelationId(record["id"]),
        record["label"],
        SpanId(record["from"]),
        SpanId(record["to"]),
        _provenance(record),
    )


def entity_record(entity: Entity) -> Record:
    """Return an entity as an object."""
    kind = {"kind": entity.kind} if entity.kind else {}
    return {"id": entity.id, "name": entity.name} | kind | dict(sorted(entity.extra.items()))


def entity_from_record(record: Mapping[str, Json]) -> Entity:
    """Return the entity of a well-formed object."""
    extra = {key: value for key, value in record.items() if key not in _ENTITY_KEYS}
    return Entity(EntityId(record["id"]), record.get("name", ""), record.get("kind", ""), extra)


def decision_record(decision: Decision) -> Record:
    """Return a decision as an object."""
    place = {k: v for k, v in (("start", decision.start), ("end", decision.end)) if v is not None}
    provenance = Provenance(
        decision.from_layers, decision.verdict, decision.reason, decision.decided_by
    )
    return {"id": decision.id} | place | _provenance_record(provenance)


def decision_from_record(record: Mapping[str, Json]) -> Decision:
    """Return the decision of a well-formed object."""
    made = _provenance(record) or Provenance()
    return Decision(
        id=record["id"],
        verdict=made.verdict,
        from_layers=made.from_layers,
        reason=made.reason,
        decided_by=made.decided_by,
        start=record.get("start"),
        end=record.get("end"),
    )


def state_record(state: LayerState) -> Record:
    """Return a layer's state as an object."""
    scheme = {"scheme": state.scheme._asdict()} if state.scheme else {}
    return {
        "status": str(state.status),
        **scheme,
        "document": attributes_record(state.document),
        "note": state.note,
        "flag": state.flag,
    }


def state_from_record(record: Mapping[str, Json]) -> LayerState:
    """Return the state of a well-formed object."""
    scheme = record.get("scheme")
    return LayerState(
        status=Status(record["status"]),
        document=attributes_from_record(record.get("document") or {}),
        note=record.get("note", ""),
        flag=record.get("flag", False),
        scheme=SchemeRef(scheme["id"], scheme["version"]) if scheme else None,
    )


def item_record(item: Item) -> Record:
    """Return any item as an object, without the kind."""
    return _WRITERS[type(item)](item)  # type: ignore[no-any-return,operator]


def step_record(step: Step) -> Record:
    """Return a step as one JSON object, for the journal."""
    return {"details": dict(step.details), "changes": [_change_record(c) for c in step.changes]}


def step_from_record(name: str, record: Mapping[str, Json]) -> Step:
    """Return the step of a journal entry."""
    changes = tuple(_change(change) for change in record["changes"])
    return Step(name, changes, record.get("details") or {})


def _change_record(change: Change) -> Record:
    record: Record = {"kind": change.kind.__name__, "layer": list(change.layer)}
    for side in ("before", "after"):
        if (item := getattr(change, side)) is not None:
            record[side] = item_record(item)
    return record


def _change(record: Mapping[str, Json]) -> Change:
    read = _READERS[record["kind"]]
    article, annotator = record["layer"]
    before, after = record.get("before"), record.get("after")
    return Change(
        LayerKey(ArticleId(article), annotator),
        None if before is None else read(before),
        None if after is None else read(after),
    )


def _provenance_record(provenance: Provenance | None) -> Record:
    if provenance is None:
        return {}
    refs = [{"annotator": ref.annotator, "id": ref.id} for ref in provenance.from_layers]
    record: Record = {"from_layers": refs, "verdict": provenance.verdict}
    return record | {
        key: getattr(provenance, key)
        for key in ("reason", "decided_by")
        if getattr(provenance, key)
    }


def _provenance(record: Mapping[str, Json]) -> Provenance | None:
    if "verdict" not in record and "from_layers" not in record:
        return None
    refs = tuple(SourceRef(r["annotator"], r["id"]) for r in record.get("from_layers") or ())
    return Provenance(
        refs, record.get("verdict", ""), record.get("reason", ""), record.get("decided_by", "")
    )


_WRITERS = {
    Span: span_record,
    Relation: relation_record,
    Entity: entity_record,
    Decision: decision_record,
    LayerState: state_record,
}
_READERS: dict[str, Callable[[Mapping[str, Json]], Item]] = {
    "Span": span_from_record,
    "Relation": relation_from_record,
    "Entity": entity_from_record,
    "Decision": decision_from_record,
    "LayerState": state_from_record,
}
