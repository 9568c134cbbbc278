"""Pure checks of a layer against its scheme: problems to list and jump to, never to reject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain import attribution
from annotator.domain.article import Article
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.scheme import AttributeType, LabelType, Overlap, Scheme
from annotator.domain.span import Attributes, Relation, Span, reading_order


class ProblemKind(StrEnum):
    """What may be wrong with a layer."""

    UNKNOWN_LABEL = "unknown_label"
    UNKNOWN_ATTRIBUTE = "unknown_attribute"
    UNKNOWN_VALUE = "unknown_value"
    MISSING_ATTRIBUTE = "missing_attribute"
    NO_SPEAKER = "no_speaker"
    SAME_LABEL_OVERLAP = "same_label_overlap"
    LABELS_OVERLAP = "labels_overlap"
    EDGE = "edge"
    DUPLICATE = "duplicate"
    UNKNOWN_RELATION = "unknown_relation"
    RELATION_ENDS = "relation_ends"
    RELATION_COUNT = "relation_count"
    RELATION_CYCLE = "relation_cycle"
    ENTITY_CONFLICT = "entity_conflict"
    UNKNOWN_ENTITY = "unknown_entity"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `span` is where to jump (None: the article), `values` fill the wording."""

    kind: ProblemKind
    span: SpanId | None = None
    values: dict[str, str] = field(default_factory=dict)


# Acyclic by their meaning: "same as" leads to the fullest mention, "continues" to the earlier part.
_ACYCLIC = (attribution.SAME_AS, attribution.CONTINUES)


def problems(article: Article, layer: Layer, scheme: Scheme) -> list[Problem]:
    """Return every problem of a layer, those of spans in reading order first."""
    found: list[Problem] = []
    for span in layer.index:
        found.extend(_span_problems(article.text, span, layer, scheme))
    found.extend(_overlap_problems(layer, scheme))
    for relation in layer.relations.values():
        found.extend(_relation_problems(relation, layer, scheme))
    found.extend(_cycles(layer))
    if layer.state:
        found.extend(_document_problems(layer.state.document, scheme))
    return sorted(found, key=lambda problem: _place(problem, layer))


def _place(problem: Problem, layer: Layer) -> tuple[bool, tuple[int, int, str, str], str]:
    span = layer.spans.get(problem.span) if problem.span else None
    key = reading_order(span) if span else (0, 0, "", "")
    return (span is None, key, problem.kind)


def _span_problems(text: str, span: Span, layer: Layer, scheme: Scheme) -> Iterator[Problem]:
    label = scheme.label(span.label)
    if label is None:
        yield Problem(ProblemKind.UNKNOWN_LABEL, span.id, {"label": span.label})
        return
    yield from _attribute_problems(span.attributes, label.attributes, span.id)
    if attribution.needs_speaker(scheme, span) and not attribution.speakers(layer, span):
        yield Problem(ProblemKind.NO_SPEAKER, span.id)
    if any(_bad_edge(text, piece.start, piece.end, label) for piece in span.pieces):
        yield Problem(ProblemKind.EDGE, span.id)
    if span.entity is not None and span.entity not in layer.entities:
        yield Problem(ProblemKind.UNKNOWN_ENTITY, span.id, {"entity": span.entity})


def _attribute_problems(
    attributes: Attributes, types: tuple[AttributeType, ...], span: SpanId | None
) -> Iterator[Problem]:
    known = {attribute.id: attribute for attribute in types}
    for name, value in attributes.items():
        if name not in known:
            yield Problem(ProblemKind.UNKNOWN_ATTRIBUTE, span, {"attribute": name})
            continue
        for one in known[name].unknown_values(value):
            yield Problem(ProblemKind.UNKNOWN_VALUE, span, {"attribute": name, "value": one})
    for attribute in types:
        if attribute.required and not attributes.get(attribute.id):
            yield Problem(ProblemKind.MISSING_ATTRIBUTE, span, {"attribute": attribute.id})


def _bad_edge(text: str, start: int, end: int, label: LabelType) -> bool:
    return text[start] in label.edges.trim or text[end - 1] in label.edges.trim


def _overlap_problems(layer: Layer, scheme: Scheme) -> Iterator[Problem]:
    for span, other in layer.index.overlapping_pairs():
        kind = _overlap_kind(span, other, scheme)
        if kind:
            yield Problem(kind, other.id, {"label": span.label})


def _overlap_kind(span: Span, other: Span, scheme: Scheme) -> ProblemKind | None:
    if span.label != other.label:
        allowed = scheme.different_labels_overlap
        return None if _allowed(span, other, allowed) else ProblemKind.LABELS_OVERLAP
    if span.pieces == other.pieces:
        return ProblemKind.DUPLICATE
    label = scheme.label(span.label)
    if label is None or _allowed(span, other, label.same_label_overlap):
        return None
    return ProblemKind.SAME_LABEL_OVERLAP


def _allowed(span: Span, other: Span, overlap: Overlap) -> bool:
    return overlap is Overlap.FREE or (overlap is Overlap.NEST and not span.crosses(other))


def _relation_problems(relation: Relation, layer: Layer, scheme: Scheme) -> Iterator[Problem]:
    kind = scheme.relation(relation.label)
    if kind is None:
        yield Problem(ProblemKind.UNKNOWN_RELATION, relation.source, {"relation": relation.label})
        return
    source, target = layer.spans[relation.source], layer.spans[relation.target]
    values = {"relation": relation.label}
    if not kind.allows(source.label, target.label):
        yield Problem(ProblemKind.RELATION_ENDS, source.id, values)
    same = [
        r for r in layer.relations_of(source.id) if r.label == kind.id and r.source == source.id
    ]
    if kind.maximum is not None and len(same) > kind.maximum and same[0].id == relation.id:
        yield Problem(ProblemKind.RELATION_COUNT, source.id, values)
    entities = {source.entity, target.entity} - {None}
    if kind.id == attribution.SAME_AS and len(entities) > 1:
        yield Problem(ProblemKind.ENTITY_CONFLICT, source.id, values)


def _cycles(layer: Layer) -> Iterator[Problem]:
    for label in _ACYCLIC:
        on_cycle = {s for s in layer.spans if _returns(layer, s, label)}
        for span in sorted(on_cycle):
            yield Problem(ProblemKind.RELATION_CYCLE, span, {"relation": label})


def _returns(layer: Layer, start: SpanId, label: str) -> bool:
    seen: set[SpanId] = set()
    waiting = layer.targets(start, label)
    while waiting:
        span = waiting.pop()
        if span == start:
            return True
        if span not in seen:
            seen.add(span)
            waiting.extend(layer.targets(span, label))
    return False


def _document_problems(document: Attributes, scheme: Scheme) -> Iterator[Problem]:
    yield from _attribute_problems(document, scheme.document, None)
